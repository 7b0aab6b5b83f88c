"""What an article gives to the index depends on nothing but what its pages show."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.plaintext import text_of
from sitegen.search import (
    Segment,
    Term,
    Wording,
    characters_in,
    entry_of,
    key_of,
    packed,
    shards_between,
    unpacked,
)
from sitegen.search.facts import Card
from sitegen.search.keys import BITS, Key, alphabet, first_hash, hash_of, shard_of
from sitegen.search.lists import facets_json, suggestions_json, years_of
from sitegen.search.weights import NAME, TITLE

ALPHABET = sorted(alphabet())
PAIRS = st.text(st.sampled_from(ALPHABET), min_size=1, max_size=2)
TERMS = st.one_of(PAIRS, st.text(min_size=1).filter(lambda term: "\n" not in term))
WEIGHTS = st.dictionaries(TERMS.map(key_of), st.integers(0, 15), max_size=30)


def test_text_is_what_a_reader_sees_a_line_for_each_block() -> None:
    html = '<h2 id="a">头<em>发</em></h2><!-- 注 --><p>一&amp;二<br>三</p><script>四</script><td>五</td><td title="<六>">七</td>'

    assert text_of(html).split() == ["头发", "一&二", "三", "五", "七"]


def test_a_term_weighs_by_how_often_and_where_it_stands() -> None:
    text = "苹果" + "，苹果" * 5 + "。麦子，麦子。羊群。"
    weights = entry_of("/1/", "2024", [Wording("麦子", "", text, (Term("tags", ("羊群",)),))]).weights

    assert weights[key_of("苹果")] == 3
    assert weights[key_of("麦子")] == TITLE | 2
    assert weights[key_of("麦")] == TITLE | 2
    assert weights[key_of("羊群")] == NAME
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
def test_terms_are_unpacked_as_they_were_packed(weights: dict[Key, int]) -> None:
    assert unpacked(packed(weights)).weights == weights


def test_shards_know_in_how_many_articles_each_han_character_is() -> None:
    texts = ["二〇二四年，鳤鱼。\U00020bb7野abc", "红鱼5亿α。"]
    entries = [entry_of("/1/", "2024", [Wording("红", "", each, (Term("tags", ("产业",)),))]) for each in texts]
    segment = Segment(0, 2)
    shards = shards_between((unpacked(packed(each.weights)) for each in entries), segment, 0, segment.shards)

    assert characters_in(shards) == dict.fromkeys("二〇四年鳤\U00020bb7野亿", 1) | dict.fromkeys("红鱼产业", 2)


@settings(deadline=None)
@given(TERMS, st.integers(1, 2000))
def test_a_term_is_in_the_shard_whose_hashes_hold_its_own(term: str, shards: int) -> None:
    key = key_of(term)
    shard = shard_of(key, shards)

    assert first_hash(shard, shards) <= hash_of(key) < first_hash(shard + 1, shards) <= 1 << BITS


@settings(deadline=None)
@given(PAIRS, PAIRS)
def test_no_two_terms_of_the_alphabet_have_one_key(one: str, other: str) -> None:
    assert (key_of(one) == key_of(other)) == (one == other)


def test_words_that_begin_alike_are_in_one_shard() -> None:
    assert len({hash_of(key_of(each)) for each in ("gb", "gb/t", "gb2312", "tags:gb")}) == 1
