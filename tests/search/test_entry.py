"""What an article gives to the index depends on nothing but what its pages show."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.plaintext import text_of
from sitegen.search import Term, Wording, entry_of, packed, squeezed, unpacked
from sitegen.search.entry import Card
from sitegen.search.hashing import BITS, first_hash, hash_of, shard_of
from sitegen.search.kept import characters_in
from sitegen.search.lists import facets_json, suggestions_json, years_of
from sitegen.search.weights import NAME, TITLE

WEIGHTS = st.dictionaries(st.text(min_size=1).filter(lambda term: "\n" not in term), st.integers(0, 15), max_size=30)


def test_text_is_what_a_reader_sees_a_line_for_each_block() -> None:
    html = '<h2 id="a">头<em>发</em></h2><!-- 注 --><p>一&amp;二<br>三</p><script>四</script><td>五</td><td title="<六>">七</td>'

    assert text_of(html).split() == ["头发", "一&二", "三", "五", "七"]


def test_a_term_weighs_by_how_often_and_where_it_stands() -> None:
    text = "苹果" + "，苹果" * 5 + "。麦子，麦子。羊群。"
    weights = entry_of("/1/", "2024", [Wording("麦子", "", text, (Term("tags", ("羊群",)),))]).weights

    assert weights["苹果"] == 3
    assert weights["麦子"] == TITLE | 2
    assert weights["羊群"] == NAME
    assert weights["tags:羊群"] == 0


def test_the_lists_tell_titles_places_and_terms_in_each_script() -> None:
    place = ("甘肃省", "兰州市"), ("甘肅省", "蘭州市")
    entry = entry_of(
        "/1/",
        "2024-03",
        [Wording("红古", "", "", (Term("places", place[0]),)), Wording("紅古", "", "", (Term("places", place[1]),))],
    )

    assert entry.facts.card == Card("/1/", "2024-03", ("红古", "紅古"), ("兰州市", "蘭州市"))
    assert [(each.key, each.names, each.spelling) for each in entry.facts.terms] == [
        ("甘肃省", ("甘肃省", "甘肅省"), "gan su sheng"),
        ("甘肃省/兰州市", ("兰州市", "蘭州市"), "lan zhou shi"),
    ]
    assert facets_json([entry.facts, entry.facts]) == (
        '{"places":[["甘肃省",["甘肃省","甘肅省"],[0,1]],["甘肃省/兰州市",["兰州市","蘭州市"],[0,1]]]}'.encode()
    )
    assert list(suggestions_json([entry.facts])) == ["*"]


def test_suggestions_of_a_large_segment_stand_by_their_first_letter() -> None:
    facts = [entry_of("/1/", "", [Wording(title, "", "")]).facts for title in ("红古", "2024年", "麦")] * 200

    assert list(suggestions_json(facts)) == ["_", "h", "m"]


def test_years_begin_with_their_first_article_and_the_undated_before_all() -> None:
    assert years_of(["", "", "2023", "2023-05-01", "2024-01"]) == (("", 0), ("2023", 2), ("2024", 4))


@settings(deadline=None)
@given(WEIGHTS)
def test_terms_are_unpacked_as_they_were_packed(weights: dict[str, int]) -> None:
    data = squeezed(packed(weights))

    assert unpacked(data).by_term == weights
    assert characters_in(data) == {each for term in weights for each in term if not each.isascii()}


@settings(deadline=None)
@given(WEIGHTS, st.integers(1, 40))
def test_the_terms_of_some_shards_are_unpacked_without_all_others(weights: dict[str, int], shards: int) -> None:
    data = squeezed(packed(weights))

    for shard in range(shards):
        some = unpacked(data, first_hash(shard, shards), first_hash(shard + 1, shards))
        assert {term for term in weights if shard_of(term, shards) == shard} <= set(some)


@given(st.text(min_size=1))
def test_a_hash_is_a_number_of_sixteen_bits(term: str) -> None:
    assert 0 <= hash_of(term) < 1 << BITS
