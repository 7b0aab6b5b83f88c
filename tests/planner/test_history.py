"""What became of each address that was published."""

from dataclasses import replace

import pytest

from sitegen.model import (
    Address,
    Article,
    Content,
    FeedSheet,
    MovedSheet,
    OldLinkFacts,
    PlainPage,
    Plan,
    TombstoneSheet,
)
from sitegen.planner import plan_site
from sitegen.planner.again import marks_of, source_of, term_source
from sitegen.planner.words import NO_NOTE
from tests.builders import HANS, TAXONOMIES, a_body, a_date, a_term, an_article, assigned, facts, visible, words

SPRING, AUTUMN = "/articles/2024/03/spring/", "/articles/2024/03/autumn/"
MAI, DAO = assigned(a_term("麦", "mai")), assigned(a_term("稻", "dao"))


def planned(*articles: Article, addresses: tuple[Address, ...] = (), **how: object) -> Plan:
    settings = facts(*TAXONOMIES)
    if how:
        settings = replace(settings, old_links=OldLinkFacts(**how))  # type: ignore[arg-type]  # as the test says
    return plan_site(Content(articles=articles, addresses=addresses), settings, visible())


def noted(plan: Plan) -> dict[str, tuple[str, str]]:
    return {each.route: (each.source, each.mark) for each in plan.addresses}


def record_of(*articles: Article) -> tuple[Address, ...]:
    """The record after a first build of these."""
    return tuple(sorted(planned(*articles).addresses))


def moved(plan: Plan) -> dict[str, str]:
    return {each.route: each.target for each in plan.sheets if isinstance(each, MovedSheet)}


def gone(plan: Plan) -> list[str]:
    return [each.route for each in plan.sheets if isinstance(each, TombstoneSheet) and each.note == NO_NOTE]


def body(article: Article, digit: str) -> Article:
    return replace(article, body=replace(article.body, digest=digit * 32), characters=9)


spring = body(an_article("spring", title="春", terms={"tags": (MAI,)}), "a")
autumn = body(an_article("autumn", title="秋", date=a_date(2024, 3, 9)), "b")


def test_a_first_build_notes_articles_and_terms_and_the_second_nothing() -> None:
    first = planned(spring, autumn)

    assert noted(first) == {
        SPRING: ("articles/spring.md", marks_of(spring)),
        AUTUMN: ("articles/autumn.md", marks_of(autumn)),
        "/tags/mai/": ("tags/麦", SPRING),
    }
    assert planned(spring, autumn, addresses=first.addresses).addresses == ()


def test_an_article_of_another_slug_is_led_to_and_keeps_its_first_mark() -> None:
    later = replace(spring, slug="chun")

    plan = planned(later, addresses=record_of(spring))

    assert moved(plan) == {SPRING: "/articles/2024/03/chun/"}
    assert noted(plan) == {"/articles/2024/03/chun/": ("articles/spring.md", "")}


def renamed(article: Article, **fields: object) -> Article:
    return replace(article, file="content/articles/other.md", slug="other", **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "later",
    [
        renamed(spring),
        renamed(spring, title=words("另一题")),
        renamed(spring, date=a_date(2024, 3, 8)),
        body(renamed(spring), "c"),
    ],
    ids=["as it was", "another title", "another day", "another body"],
)
def test_an_article_whose_file_has_another_name_is_told_again(later: Article) -> None:
    plan = planned(later, autumn, addresses=record_of(spring, autumn))

    assert moved(plan) == {SPRING: "/articles/2024/03/other/"}
    assert noted(plan)[SPRING] == (
        "articles/other.md",
        marks_of(later) if later.title != spring.title or later.date != spring.date else marks_of(spring),
    )
    assert gone(plan) == []


@pytest.mark.parametrize(
    "later", [body(renamed(spring, title=words("另一题")), "c"), body(renamed(spring, date=a_date(2024, 3, 8)), "c")]
)
def test_an_article_of_which_nothing_is_as_it_was_is_another(later: Article) -> None:
    plan = planned(later, addresses=record_of(spring))

    assert gone(plan) == [SPRING]
    assert [(each.code, each.place and each.place.file) for each in plan.warnings] == [
        ("gone-address", "content/addresses.tsv")
    ]


def test_two_that_may_be_the_article_are_neither() -> None:
    one = replace(spring, file="content/articles/one.md", slug="one")
    two = replace(spring, file="content/articles/two.md", slug="two")

    assert gone(planned(one, two, addresses=record_of(spring))) == [SPRING]


def test_an_article_without_a_word_is_not_told_again_by_its_body() -> None:
    empty = replace(an_article("spring", title="图"), characters=0)
    other = replace(an_article("other", title="别的图"), characters=0)

    assert gone(planned(other, addresses=record_of(empty))) == [SPRING]


def test_what_stands_at_the_same_address_is_the_same() -> None:
    later = body(an_article("2024/spring", title="另一题"), "c")

    plan = planned(later, addresses=record_of(spring))

    assert noted(plan)[SPRING] == ("articles/2024/spring.md", marks_of(later))
    assert gone(plan) == ["/tags/mai/"]


def test_after_many_moves_every_address_leads_there_in_one_step() -> None:
    record = {each.route: each for each in record_of(spring)}
    for at, slug in enumerate(["a", "b", "c"]):
        later = replace(spring, file=f"content/articles/file{at}.md", slug=slug)
        plan = planned(later, addresses=tuple(record.values()))
        record |= {each.route: each for each in plan.addresses}

    assert moved(plan) == dict.fromkeys(
        [SPRING, "/articles/2024/03/a/", "/articles/2024/03/b/"], "/articles/2024/03/c/"
    )


def test_an_article_that_comes_back_stands_at_its_address_again() -> None:
    there = planned(replace(spring, slug="chun"), addresses=record_of(spring))
    record = {each.route: each for each in (*record_of(spring), *there.addresses)}

    assert moved(planned(spring, addresses=tuple(record.values()))) == {"/articles/2024/03/chun/": SPRING}


def test_the_address_of_another_article_is_not_taken() -> None:
    taking = replace(autumn, slug="spring")

    with pytest.raises(ExceptionGroup) as told:
        planned(replace(spring, slug="chun"), taking, addresses=record_of(spring, autumn))

    assert "was the address of content/articles/spring.md" in str(told.value.exceptions[0])


def test_an_alias_takes_over_the_address_of_what_is_gone_in_every_script() -> None:
    merged = replace(autumn, aliases=(SPRING, "/old.html"))

    plan = planned(merged, addresses=record_of(spring, autumn))

    assert moved(plan) == {SPRING: AUTUMN}
    assert dict(plan.redirects) == {SPRING: AUTUMN, f"/zh-hant{SPRING}": f"/zh-hant{AUTUMN}", "/old.html": AUTUMN}


def test_a_draft_is_not_told_of_as_gone_and_its_address_says_nothing() -> None:
    plan = planned(replace(spring, draft=True), addresses=record_of(spring))

    assert SPRING in gone(plan)
    assert [str(each.problem) for each in plan.warnings] == ["/tags/mai/ was published, and tags/麦 is gone"]


def test_what_an_editor_knows_to_be_gone_is_not_told_again() -> None:
    known = tuple(each._replace(state="gone") for each in record_of(spring))

    plan = planned(autumn, addresses=known)

    assert gone(plan) == ["/articles/2024/03/spring/", "/tags/mai/"]
    assert plan.warnings == ()
    assert planned(autumn, addresses=known, must_lead=True).gone == plan.gone


def test_where_addresses_must_lead_what_is_gone_is_an_error() -> None:
    with pytest.raises(ExceptionGroup, match="2 problems"):
        planned(autumn, addresses=record_of(spring), must_lead=True)


def test_a_term_of_another_name_is_told_again_by_an_article() -> None:
    plan = planned(replace(spring, terms=(("tags", (DAO,)),)), addresses=record_of(spring))

    assert moved(plan) == {"/tags/mai/": "/tags/dao/"}
    assert noted(plan) == {"/tags/mai/": ("tags/稻", SPRING), "/tags/dao/": ("tags/稻", "")}


def test_a_term_that_is_spelled_otherwise_leads_on() -> None:
    other = replace(spring, terms=(("tags", (assigned(a_term("麦", "mai-zi")),)),))

    assert moved(planned(other, addresses=record_of(spring))) == {"/tags/mai/": "/tags/mai-zi/"}


def test_a_place_that_is_renamed_takes_those_in_it_along() -> None:
    before = replace(spring, terms=(("places", (assigned(a_term("甲", "jia"), a_term("乙", "yi")),)),))
    after = replace(spring, terms=(("places", (assigned(a_term("丙", "bing"), a_term("乙", "yi")),)),))

    assert moved(planned(after, addresses=record_of(before))) == {
        "/places/jia/": "/places/bing/",
        "/places/jia/yi/": "/places/bing/yi/",
    }


def test_a_name_that_is_used_again_has_its_address_back() -> None:
    record = {each.route: each for each in record_of(spring)}
    later = replace(spring, terms=(("tags", (DAO,)),))
    record |= {each.route: each for each in planned(later, addresses=tuple(record.values())).addresses}

    plan = planned(later, replace(autumn, terms=(("tags", (MAI,)),)), addresses=tuple(record.values()))

    assert moved(plan) == {}
    assert noted(plan)["/tags/mai/"] == ("tags/麦", AUTUMN)
    assert noted(plan)["/tags/dao/"] == ("tags/稻", SPRING)


def test_terms_that_come_to_be_spelled_alike_share_the_page_at_their_old_address() -> None:
    alike = assigned(a_term("卖", "mai"))

    plan = planned(spring, replace(autumn, terms=(("tags", (alike,)),)), addresses=record_of(spring))

    assert (moved(plan), gone(plan)) == ({}, [])


def test_the_name_of_an_entry_of_a_feed_is_its_first_address() -> None:
    plan = planned(replace(spring, slug="chun"), autumn, addresses=record_of(spring, autumn))

    feed = next(each for each in plan.sheets if isinstance(each, FeedSheet))
    assert {each.lead.route: each.first for each in feed.entries} == {
        "/articles/2024/03/chun/": SPRING,
        AUTUMN: AUTUMN,
    }


def test_both_lines_of_a_merge_are_understood() -> None:
    first, *others = record_of(spring)
    twice = (first._replace(source="articles/lost.md", mark=""), first, first._replace(mark=""), *others)

    plan = planned(spring, addresses=twice)

    assert noted(plan) == {first.route: (first.source, first.mark)}


def test_an_address_that_differs_by_the_form_of_its_letters_has_no_page_of_its_own() -> None:
    plan = planned(replace(spring, slug="Spring"), addresses=record_of(spring))

    assert moved(plan) == {}


def test_of_more_lines_than_a_host_reads_pages_alone_lead_on() -> None:
    later = replace(spring, slug="chun")

    plan = planned(later, addresses=record_of(spring), most=1)

    assert [each.code for each in plan.warnings] == ["many-redirects"]
    assert planned(later, addresses=record_of(spring), most=2).warnings == ()


def test_an_article_that_takes_over_the_address_of_one_that_is_gone_keeps_its_own_first() -> None:
    taking = replace(spring, slug="autumn")

    plan = planned(taking, addresses=record_of(spring, autumn))

    assert noted(plan) == {AUTUMN: ("articles/spring.md", "")}
    assert moved(plan) == {SPRING: AUTUMN}
    feed = next(each for each in plan.sheets if isinstance(each, FeedSheet))
    assert [each.first for each in feed.entries] == [SPRING]


def test_two_that_name_each_others_address_are_told_with_both_places() -> None:
    one, other = replace(spring, aliases=(AUTUMN,)), replace(autumn, aliases=(SPRING,))

    with pytest.raises(ExceptionGroup, match="2 problems") as told:
        planned(one, other)

    assert sorted(str(each).partition("\n")[0] for each in told.value.exceptions) == [
        f"content/articles/autumn.md:1: {AUTUMN} is also wanted by content/articles/spring.md:1",
        f"content/articles/autumn.md:1: {SPRING} is also wanted by content/articles/spring.md:1",
    ]


def a_page(name: str, **fields: object) -> PlainPage:
    file = f"content/pages/{name}.md"
    values: dict[str, object] = {
        "file": file, "slug": name, "script": HANS, "title": words("关于"), "summary": words(""), "body": a_body(file), **fields,
    }  # fmt: skip
    return PlainPage(**values)  # type: ignore[arg-type]  # the fields are the caller's


def with_pages(*pages: PlainPage, articles: tuple[Article, ...] = (), addresses: tuple[Address, ...] = ()) -> Plan:
    return plan_site(Content(articles=articles, pages=pages, addresses=addresses), facts(*TAXONOMIES), visible())


def test_a_page_that_is_no_article_is_told_again_too() -> None:
    record = with_pages(a_page("about")).addresses

    plan = with_pages(a_page("info"), addresses=record)

    assert moved(plan) == {"/about/": "/info/"}
    assert noted(plan) == {"/about/": ("pages/info.md", record[0].mark), "/info/": ("pages/info.md", "")}


def test_the_address_of_a_page_is_not_taken_by_an_alias() -> None:
    record = with_pages(a_page("about")).addresses

    with pytest.raises(ExceptionGroup, match="1 problems") as told:
        with_pages(a_page("about", slug="info"), articles=(replace(spring, aliases=("/about/",)),), addresses=record)

    assert "was the address of content/pages/about.md (content/addresses.tsv:0)" in str(told.value.exceptions[0])


def test_no_name_breaks_a_line_of_the_record() -> None:
    assert term_source("tags", ("a\tb%\u2028",)) == "tags/a%09b%25%E2%80%A8"
    assert source_of("content/articles/100%\n.md") == "articles/100%25%0A.md"


def test_an_address_of_a_term_that_an_article_wants_is_told() -> None:
    record = record_of(spring)
    elsewhere = replace(spring, terms=(("tags", (assigned(a_term("麦", "mai-zi")),)),))

    with pytest.raises(ExceptionGroup, match="1 problems") as told:
        with_pages(a_page("tags/mai"), articles=(elsewhere,), addresses=record)

    assert str(told.value.exceptions[0]).startswith(
        "content/pages/tags/mai.md: /tags/mai/ was the address of content/articles/spring.md"
    )
