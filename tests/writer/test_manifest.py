"""A manifest that is amended is the one that would be made whole."""

from hypothesis import example, given
from hypothesis import strategies as st

from sitegen.writer.manifest import amended, manifest_of

SIGNS = st.sampled_from(
    ["a", "b", "/", " ", ".", "é", "春", "\U00020000", "\udc80", "\udcff", "\ue000", "\r", "\n", "\\", "\x85", "\u2028"]
)
DIGESTS = st.dictionaries(
    st.text(SIGNS, min_size=1, max_size=3), st.sampled_from(["0" * 64, "1" * 64, "f" * 64]), max_size=12
)


@given(before=DIGESTS, changed=DIGESTS, gone=st.sets(st.text(SIGNS, min_size=1, max_size=2)))
@example(
    before={"a": "0" * 64, "b": "0" * 64}, changed={"a": "1" * 64, "aa": "1" * 64, "c": "1" * 64}, gone={"b", "bb"}
)
def test_an_amended_manifest_is_the_one_made_whole(
    before: dict[str, str], changed: dict[str, str], gone: set[str]
) -> None:
    after = {path: digest for path, digest in before.items() if path not in gone} | changed

    made = amended(manifest_of(before), changed, gone)

    assert made in (None, manifest_of(after))


@given(before=DIGESTS, changed=DIGESTS, gone=st.sets(st.text(SIGNS, min_size=1, max_size=2)))
def test_only_a_name_that_no_line_can_hold_asks_for_the_whole(
    before: dict[str, str], changed: dict[str, str], gone: set[str]
) -> None:
    is_plain = not any(sign in path for path in (*before, *changed, *gone) for sign in "\\\r\n")

    assert (amended(manifest_of(before), changed, gone) is not None) == is_plain
