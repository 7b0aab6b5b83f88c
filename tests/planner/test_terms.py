from dataclasses import replace

import pytest

from sitegen.model import (
    AllSeriesPage,
    Article,
    Content,
    Link,
    ListPage,
    Page,
    Plan,
    SearchSheet,
    SitemapSheet,
    TermsPage,
    TreePage,
)
from sitegen.planner import finder_of, pages_of, plan_site, put_in_order
from tests.builders import HANS, a_date, a_taxonomy, a_term, an_article, assigned, facts, visible, words


def page_at(url: str, *articles: Article) -> Page:
    plan = plan_site(Content(articles=articles), facts(scripts=(HANS,)), visible())
    (found,) = [page for page in pages_of(plan) if page.url == url]
    return found


def tagged(**counts: int) -> list[Article]:
    """Articles under tags that are named by their slugs."""
    return [
        an_article(f"{slug}{at}", terms={"tags": (assigned(a_term(slug, slug.replace("_", "-"))),)})
        for slug, count in counts.items()
        for at in range(count)
    ]


def part_of(series: str, name: str, day: int) -> Article:
    return an_article(
        name, title=name, date=a_date(2024, 3, day), terms={"series": (assigned(a_term(series, series)),)}
    )


def test_tags_stand_under_the_letter_that_their_address_begins_with() -> None:
    page = page_at("/tags/", *tagged(ping_guo=3, pu_tao=1, an_quan=1), *tagged(**{"4g": 1}))

    assert isinstance(page, TermsPage)
    letters = [(letter, [term.link.url for term in terms]) for letter, terms in page.letters]
    assert letters == [
        ("#", ["/tags/4g/"]),
        ("A", ["/tags/an-quan/"]),
        ("P", ["/tags/ping-guo/", "/tags/pu-tao/"]),
    ]


def test_tags_are_larger_the_more_articles_they_have() -> None:
    page = page_at("/tags/", *tagged(a=1, b=4, c=20))

    assert isinstance(page, TermsPage)
    assert [(term.count, term.step) for term in page.most] == [(1, 1), (4, 3), (20, 5)]


def test_of_very_many_tags_only_those_with_the_most_are_shown_by_size() -> None:
    page = page_at("/tags/", *tagged(**{f"t{at}": 1 + at % 2 for at in range(60)}))

    assert isinstance(page, TermsPage)
    assert (len(page.terms), len(page.most)) == (60, 40)
    assert sum(term.count == 2 for term in page.most) == 30


def test_places_stand_below_the_place_that_holds_them() -> None:
    path = [a_term(name, name) for name in ("sheng", "shi", "xian", "cun")]
    page = page_at("/places/", *(an_article(f"a{n}", terms={"places": (assigned(*path[:n]),)}) for n in (2, 4)))

    assert isinstance(page, TreePage)
    (region,) = page.regions
    (district,) = region.districts
    assert (region.term.count, district.term.count) == (2, 2)
    assert [(term.depth, term.count) for term in district.narrower] == [(2, 1), (3, 1)]


def test_the_series_with_the_newest_part_comes_first_with_that_part() -> None:
    page = page_at("/series/", part_of("a", "a1", 1), part_of("a", "a2", 9), part_of("b", "b1", 5))

    assert isinstance(page, AllSeriesPage)
    assert [(each.link.url, each.count, str(each.newest.text)) for each in page.series] == [
        ("/series/a/", 2, "a2"),
        ("/series/b/", 1, "b1"),
    ]


def test_a_list_says_how_many_it_holds_and_from_when_until_when() -> None:
    dates = [None, a_date(2021), a_date(2023, 6, 12), a_date(2024, 3, 5)]
    tag = (assigned(a_term("麦", "mai")),)
    articles = [an_article(f"a{at}", date=date, undated=not date, terms={"tags": tag}) for at, date in enumerate(dates)]

    page = page_at("/tags/mai/", *articles)

    assert isinstance(page, ListPage)
    assert page.count == 4
    assert page.span
    assert (page.span.first.chinese, page.span.last.chinese) == ("2021年", "2024年3月")


def overviews(plan: Plan) -> dict[str, bool]:
    """Whether all terms of a taxonomy have a page, and whether each thing that leads there says so, too."""
    routes = {each.route for each in plan.sheets}
    (search,) = (each for each in plan.sheets if isinstance(each, SearchSheet))
    mapped = {route for each in plan.sheets if isinstance(each, SitemapSheet) for route, _ in each.routes}
    found = {each.key: f"/{each.key}/" in routes for each in plan.facts.taxonomies}
    assert {key for key, _ in search.taxonomies} <= {key for key, is_there in found.items() if is_there}
    assert {key: f"/{key}/" in mapped for key in found} == found
    assert {each.url.strip("/") for each in plan.mastheads[0].navigation} & found.keys() <= {
        key for key, is_there in found.items() if is_there
    }
    return found


def test_a_taxonomy_that_no_article_names_has_no_page_and_nothing_leads_there() -> None:
    content = Content(articles=tuple(tagged(ping_guo=1)))
    site = facts(a_taxonomy("tags"), a_taxonomy("authors"), a_taxonomy("series"), scripts=(HANS,))

    plan = plan_site(content, site, visible())

    assert overviews(plan) == {"tags": True, "authors": False, "series": False}
    assert plan.warnings == ()


@pytest.mark.parametrize("url", ["/authors/", "/authors"])
def test_where_the_navigation_leads_to_it_the_page_is_empty_and_the_build_says_so(url: str) -> None:
    site = facts(a_taxonomy("tags"), a_taxonomy("authors"), scripts=(HANS,))
    named = replace(site, navigation=(Link(text=words("作者"), url=url),))
    content = Content(articles=tuple(tagged(ping_guo=1)))

    plan = plan_site(content, named, visible())

    assert overviews(plan) == {"tags": True, "authors": True}
    assert [each.code for each in plan.warnings] == ["empty-list"]
    shelf = put_in_order(content, named, visible(), ())
    assert finder_of(shelf).sheet_at("/authors/") in plan.sheets
    assert finder_of(put_in_order(content, site, visible(), ())).sheet_at("/authors/") is None
