"""A shard holds what was put into it, and an amended one is what a new one would be."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.search.keys import Key, key_of
from sitegen.search.shard import amended, read_shard, shard_bytes

COUNT = 300
HAN = st.characters(min_codepoint=0x3400, max_codepoint=0x9FFF)
OTHERS = st.sampled_from(["gb/t", "10.73", "tags:苹果", "𠮷野", "〇一", "红", "红古", "古"])
TERMS = st.one_of(st.text(HAN, min_size=1, max_size=2), OTHERS).map(key_of)
WEIGHTS = st.dictionaries(st.integers(0, COUNT - 1), st.integers(0, 15), min_size=1)
SHARDS = st.dictionaries(TERMS, WEIGHTS, max_size=20)


def postings(weights: dict[int, int]) -> list[int]:
    return sorted(place << 4 | weight for place, weight in weights.items())


def written(shard: dict[Key, dict[int, int]]) -> bytes:
    return shard_bytes({term: postings(weights) for term, weights in shard.items()}, COUNT)


@settings(max_examples=60, deadline=None)
@given(SHARDS)
def test_a_shard_gives_back_every_posting_of_every_term(shard: dict[Key, dict[int, int]]) -> None:
    assert read_shard(written(shard), COUNT) == {term: postings(weights) for term, weights in shard.items()}


@settings(max_examples=60, deadline=None)
@given(SHARDS, SHARDS)
def test_the_order_in_which_terms_come_makes_no_difference(
    one: dict[Key, dict[int, int]], other: dict[Key, dict[int, int]]
) -> None:
    forwards = {**one, **other}
    assert written(forwards) == written(dict(reversed(forwards.items())))


@settings(max_examples=60, deadline=None)
@given(SHARDS, SHARDS, st.data())
def test_an_amended_shard_is_that_of_the_terms_as_they_are_now(
    before: dict[Key, dict[int, int]], added: dict[Key, dict[int, int]], data: st.DataObject
) -> None:
    changes: dict[Key, dict[int, int | None]] = {term: dict(its) for term, its in added.items()}
    if before:
        term = data.draw(st.sampled_from(sorted(before, key=str)))
        changes[term] = {**changes.get(term, {}), data.draw(st.sampled_from(sorted(before[term]))): None}
    now = {
        term: {
            at: weight for at, weight in {**before.get(term, {}), **changes.get(term, {})}.items() if weight is not None
        }
        for term in {**before, **changes}
    }
    assert amended(written(before), COUNT, changes) == written({term: its for term, its in now.items() if its})
