"""What the plan promises, whatever the articles: lists, terms, series, addresses."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import PlanError
from sitegen.model import ArticlePage, Content, ListPage, Page, Plan, SeriesBox, TermsPage, TombstonePage
from sitegen.planner import pages_of, plan_site
from sitegen.planner.lists import parts_of
from tests.builders import (
    HANS,
    HANT,
    a_date,
    a_taxonomy,
    a_term,
    an_article,
    assigned,
    facts,
    visible,
    words,
)

TAGS = a_taxonomy("tags", paginate=3)
SERIES = a_taxonomy("series", oldest_first=True)


def planned(*articles: object, **settings: object) -> Plan:
    return plan_site(Content(articles=articles), facts(TAGS, SERIES, **settings), visible())  # type: ignore[arg-type]


def page_at(plan: Plan, path: str) -> Page:
    (found,) = [page for page in pages_of(plan) if page.path == path]
    return found


def titles(page: Page) -> list[str]:
    assert isinstance(page, ListPage)
    return [str(card.title) for card in page.cards]


@given(count=st.integers(0, 60), size=st.integers(1, 7))
def test_every_entry_stands_in_a_full_part_or_at_the_head_which_shows_the_newest(count: int, size: int) -> None:
    head, *numbered = parts_of(count, size, "/tags/a/", oldest_first=False)

    assert (head.first, head.last) == (max(0, count - size), count)
    assert all(part.last - part.first == size for part in numbered)
    shown = {at for part in (*numbered, head) for at in range(part.first, part.last)}
    assert shown == set(range(count))


@given(count=st.integers(1, 60), more=st.integers(1, 20), size=st.integers(1, 7), oldest_first=st.booleans())
def test_a_full_part_never_changes_when_newer_entries_come(
    count: int, more: int, size: int, *, oldest_first: bool
) -> None:
    def full(entries: int) -> dict[str, tuple[int, int]]:
        parts = parts_of(entries, size, "/tags/a/", oldest_first=oldest_first)[not oldest_first :]
        return {part.route: (part.first, part.last) for part in parts if part.last - part.first == size}

    before, after = full(count), full(count + more)

    if oldest_first or count > size:  # a list of one part has no numbered part yet
        assert before.items() <= after.items()


def test_the_way_from_the_newest_to_the_oldest_is_unbroken() -> None:
    tag = (assigned(a_term("麦", "mai")),)
    articles = [an_article(f"a{day}", date=a_date(2024, 3, day), terms={"tags": tag}) for day in range(1, 12)]
    plan = planned(*articles, scripts=(HANS,))
    by_url = {page.url: page for page in pages_of(plan)}

    page, seen = by_url["/tags/mai/"], set()
    while isinstance(page, ListPage):
        seen |= {card.url for card in page.cards}
        assert page.pager
        page = by_url[page.pager.older] if page.pager.older else None  # type: ignore[assignment]

    assert len(seen) == 11


def test_terms_that_spell_alike_get_the_same_addresses_whichever_came_first() -> None:
    one = an_article("one", terms={"tags": (assigned(a_term("事业", "shi-ye")),)})
    two = an_article("two", date=a_date(2024, 3, 6), terms={"tags": (assigned(a_term("失业", "shi-ye")),)})

    forwards, backwards = planned(one, two), planned(replace(two, date=None), one)

    def terms(plan: Plan) -> set[str]:
        return {page.path for page in pages_of(plan) if page.path.startswith("tags/shi-ye")}

    assert terms(forwards) == terms(backwards)
    assert len(terms(forwards)) == 3
    both = page_at(forwards, "tags/shi-ye/index.html")
    assert isinstance(both, TermsPage)
    assert {str(term.link.text) for term in both.terms} == {"事业", "失业"}


def test_a_tag_typed_in_both_scripts_is_one_named_as_most_write_it() -> None:
    simple = a_term("乡村振兴", "xiang-cun", key="乡村振兴")
    written = a_term("鄉村振興", "xiang-cun", key="乡村振兴", script=HANT)
    articles = [
        an_article(name, terms={"tags": (assigned(term),)})
        for name, term in zip("abc", [written, simple, written], strict=True)
    ]

    page = page_at(planned(*articles), "tags/xiang-cun/index.html")

    assert page.title == words("鄉村振興", HANT)
    assert len(titles(page)) == 3


@given(seed=st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_the_order_in_which_files_are_found_changes_nothing(seed: int) -> None:
    terms = [a_term(name, "same" if name in "甲乙" else None) for name in "甲乙丙丁"]
    rng = random.Random(seed)
    articles = [
        an_article(
            f"a{number}",
            date=a_date(2024, 1 + number % 3, 1 + number),
            terms={
                "tags": tuple(assigned(term) for term in terms[number % 3 : number % 3 + 2]),
                "series": (assigned(terms[3], part=number if number % 4 == 1 else None),),
            },
        )
        for number in range(9)
    ]
    shuffled = rng.sample(articles, len(articles))

    assert planned(*shuffled) == planned(*articles)


def test_a_named_part_keeps_its_number_and_the_rest_follow_by_date() -> None:
    notes = a_term("笔记", "bi-ji")
    parts = {"a": None, "b": 1, "c": None, "d": 7}
    articles = [
        an_article(name, title=name, date=a_date(2024, 3, day), terms={"series": (assigned(notes, part=part),)})
        for day, (name, part) in enumerate(parts.items(), start=1)
    ]

    page = page_at(planned(*articles), "series/bi-ji/index.html")

    assert isinstance(page, ListPage)
    assert [(card.number, str(card.title)) for card in page.cards] == [(1, "b"), (2, "a"), (3, "c"), (7, "d")]


def test_a_series_on_a_page_shows_only_what_stays_however_many_parts_come() -> None:
    notes = a_term("笔记", "bi-ji")
    articles = [
        an_article(f"a{day}", date=a_date(2024, 3, day), terms={"series": (assigned(notes),)}) for day in range(1, 6)
    ]

    def box_of(day: int, count: int) -> SeriesBox:
        page = page_at(planned(*articles[:count]), f"articles/2024/03/a{day}/index.html")
        assert isinstance(page, ArticlePage)
        return page.series[0]

    assert [box_of(day, 5).first is None for day in (1, 2, 3, 4)] == [True, True, False, False]
    assert box_of(3, 4) == box_of(3, 5)
    assert box_of(4, 4) != box_of(4, 5)


def test_a_withdrawn_article_leaves_a_page_that_says_so_and_every_list() -> None:
    from sitegen.model import DatedNote

    tag = (assigned(a_term("麦", "mai")),)
    gone = an_article(
        "gone", date=a_date(2024, 3, 6), withdrawn=DatedNote(date=None, text=words("更正")), terms={"tags": tag}
    )
    plan = planned(an_article("one", terms={"tags": tag}), gone, an_article("two", date=a_date(2024, 3, 7)))

    page = page_at(plan, "articles/2024/03/gone/index.html")
    assert isinstance(page, TombstonePage)
    assert str(page.note.text) == "更正"
    links = {card.url for each in pages_of(plan) if isinstance(each, ListPage) for card in each.cards}
    assert "/articles/2024/03/gone/" not in links
    one = page_at(plan, "articles/2024/03/one/index.html")
    assert isinstance(one, ArticlePage)
    assert one.later
    assert one.later.url == "/articles/2024/03/two/"


def test_every_address_that_a_page_holds_lies_below_the_sub_folder() -> None:
    tag = (assigned(a_term("麦", "mai")),)
    plan = planned(an_article("春", terms={"tags": tag}), base_path="/news")

    text = repr(list(pages_of(plan)))

    addresses = [part.split("'")[0] for part in text.split("url='")[1:]]
    assert addresses
    assert all(address.startswith(("/news/", "https://example.org/news/")) for address in addresses)
    assert "/news/zh-hant/articles/2024/03/%E6%98%A5/" in addresses


@pytest.mark.parametrize("aliases", [("/OLD.html", "/old.html"), ("/cafe\u0301/", "/caf\u00e9/"), ("/archive/", "/x/")])
def test_addresses_that_a_file_system_may_take_for_one_collide(aliases: tuple[str, str]) -> None:
    articles = [an_article(f"a{at}", aliases=(alias,)) for at, alias in enumerate(aliases)]

    with pytest.raises(ExceptionGroup) as problems:
        planned(*articles)

    assert len(problems.value.exceptions) == 1
    assert problems.group_contains(PlanError)


def test_related_articles_are_under_the_rarest_tag_and_none_that_the_page_leads_to_already() -> None:
    common, rare = assigned(a_term("麦", "mai")), assigned(a_term("渠", "qu"))
    notes = (assigned(a_term("笔记", "bi-ji")),)
    tags = {
        1: (common, rare),
        2: (common,),
        3: (common, rare),
        4: (common,),
        5: (common, rare),
        6: (common,),
        7: (rare,),
    }
    articles = [
        an_article(
            f"a{day}",
            date=a_date(2024, 3, day),
            terms={"tags": tags[day], **({"series": notes} if day in {3, 5} else {})},
        )
        for day in tags
    ]

    fifth = page_at(planned(*articles), "articles/2024/03/a5/index.html")

    assert isinstance(fifth, ArticlePage)
    assert [link.url for link in fifth.related] == ["/articles/2024/03/a7/", "/articles/2024/03/a1/"]
