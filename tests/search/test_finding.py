"""Whatever stands on a page in either script is found by any two to four characters of it, in either script."""

import re
from collections.abc import Sequence

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.chinese import HAN, convert, normalised
from sitegen.model import Script
from sitegen.search import Term, Wording, entry_of, path_of
from sitegen.search.names import digests_in
from sitegen.search.reader import Reader
from sitegen.search.segments import segments_of
from sitegen.search.whole import index_files

CHARACTERS = "红古区发展干里后面台只复苹果修剪一二着余"
LINES = st.text(st.sampled_from(CHARACTERS + "，。 ab3.７"), max_size=30)
TEXTS = st.lists(st.lists(LINES, min_size=1, max_size=4).map("\n".join), min_size=1, max_size=6)
RUN = re.compile(f"[{HAN}]+")


def wordings(text: str, title: str = "题") -> tuple[Wording, Wording]:
    """The words of an article on Simplified and on Traditional pages."""
    title_there, text_there = (convert(each, Script.HANS, Script.HANT) for each in (title, text))
    return Wording(title, "", text), Wording(title_there, "", text_there)


def reader_of(articles: Sequence[tuple[Wording, ...]]) -> Reader:
    entries = [entry_of(f"/{at}/", "2024-01-01", its) for at, its in enumerate(articles)]
    return Reader({each.path: each.content for each in index_files(entries)}.__getitem__)


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.data())
def test_every_article_that_shows_the_characters_is_found(texts: list[str], data: st.DataObject) -> None:
    articles = [wordings(text) for text in texts]
    shown = data.draw(st.sampled_from([each.text for its in articles for each in its]))
    runs = [run for run in RUN.findall(shown) if len(run) > 1]
    if not runs:
        return
    run = data.draw(st.sampled_from(runs))
    start = data.draw(st.integers(0, len(run) - 2))
    query = run[start : start + data.draw(st.integers(2, 4))]

    found = set(reader_of(articles).find(query))

    assert found >= {at for at, its in enumerate(articles) if any(query in each.text for each in its)}


def test_a_query_in_the_other_script_finds_the_same() -> None:
    index = reader_of([wordings("理发之后，发展面食。"), wordings("皇后的干面条。"), wordings("里程碑。")])

    assert [list(index.find(query)) for query in ("理髮", "發展", "麵食", "皇后", "乾麵")] == [[0], [0], [0], [1], [1]]


def test_words_of_a_glossary_are_found_as_each_script_shows_them() -> None:
    index = reader_of([(Wording("题", "", "软件"), Wording("題", "", "軟體"))])

    assert (list(index.find("软件")), list(index.find("軟體"))) == ([0], [0])


def test_numbers_and_words_are_found_whole_and_in_parts_in_any_width_and_case() -> None:
    index = reader_of([wordings("产值10.73亿元，按GB/T标准，做好“7+X”。")])

    for query in ("10.73", "10.73亿元", "ＧＢ／Ｔ", "gb", "7+x"):
        assert list(index.find(query)) == [0], query


def test_nothing_reaches_over_a_line_a_sign_or_the_end_of_the_title() -> None:
    index = reader_of([(Wording("红", "", "古区\n发，展"),)])

    assert [list(index.find(query)) for query in ("红古", "区发", "发展")] == [[], [], []]


@settings(max_examples=40, deadline=None)
@given(TEXTS, st.sampled_from(CHARACTERS))
def test_a_character_alone_finds_just_the_articles_that_show_it_or_one_written_for_it(
    texts: list[str], character: str
) -> None:
    articles = [wordings(text) for text in texts]
    shown = ["".join(its[0].title + its[0].text + its[1].text) for its in articles]

    found = set(reader_of(articles).find(character))

    assert found == {at for at, each in enumerate(shown) if normalised(character) in normalised(each)}


def test_a_character_is_found_wherever_it_stands() -> None:
    index = reader_of([wordings("一条鳤鱼，住𠮷野。", title="河里"), wordings("河边种麦5亿斤。", title="亿")])

    assert [list(index.find(query)) for query in ("河", "鳤", "𠮷", "麥", "5亿")] == [[1, 0], [0], [0], [1], [1]]


def test_terms_are_found_by_the_name_of_any_script() -> None:
    place = Term("places", ("甘肃省", "兰州市")), Term("places", ("甘肅省", "蘭州市"))
    index = reader_of([(Wording("题", "", "", (place[0],)), Wording("題", "", "", (place[1],)))])
    (segment,) = index.entry.segments

    assert index.postings(segment, f"places:{normalised('蘭州市')}").keys() == {0}
    assert index.postings(segment, "places:甘肃省").keys() == {0}
    assert list(index.find("蘭州")) == [0]


def test_the_newest_articles_come_first_over_all_segments() -> None:
    index = reader_of([wordings("红古区" if at % 100 == 0 else "别处", title=f"第{at}篇") for at in range(601)])

    assert [each.first for each in index.entry.segments] == [512, 0]
    assert list(index.find("红古区")) == [600, 500, 400, 300, 200, 100, 0]
    assert index.card(600).titles == ("第600篇",)


@settings(deadline=None)
@given(st.integers(0, 60_000))
def test_segments_cover_every_article_once_and_the_newest_is_small(articles: int) -> None:
    segments = segments_of(articles)

    ends = [each.end for each in segments]

    assert [each.first for each in segments] == [0, *ends][: len(segments)]
    assert sum(each.count for each in segments) == articles
    assert max((each.count for each in segments), default=0) <= 16_384


@settings(deadline=None)
@given(st.integers(0, 60_000))
def test_one_article_more_changes_one_segment_but_where_small_ones_are_joined(articles: int) -> None:
    new = set(segments_of(articles + 1)) - set(segments_of(articles))

    assert len(new) == 1 or (articles + 1) % 256 == 0


def test_every_file_of_an_index_is_named_by_the_entry() -> None:
    files = {each.path: each.content for each in index_files([entry_of("/0/", "2024", wordings("红古区"))])}
    note = Reader(files.__getitem__).entry
    (segment,) = note.segments

    named = [("shard", segment.shards), ("cards", segment.cards), ("facets", segment.facets)]
    named += [("characters", note.characters), *(("suggestions", each) for each in segment.suggestions.values())]
    assert {path_of(kind, each) for kind, its in named for each in digests_in(its)} == files.keys() - {
        "search/index.json"
    }
