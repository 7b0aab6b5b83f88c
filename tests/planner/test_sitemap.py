from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sitegen.model import (
    ONCE,
    AnySheet,
    Article,
    ChanceSheet,
    Content,
    Copy,
    DatedNote,
    FeedSheet,
    NewsSheet,
    NotFoundSheet,
    PlainPage,
    Precision,
    RobotsSheet,
    RoughDate,
    SearchSheet,
    SitemapIndexPage,
    SitemapIndexSheet,
    SitemapPage,
    SitemapSheet,
    TombstoneSheet,
)
from sitegen.planner import lay_out, plan_site, views_of
from tests.builders import (
    HANS,
    NOW,
    ZONE,
    a_body,
    a_date,
    a_taxonomy,
    a_term,
    an_article,
    assigned,
    facts,
    visible,
    words,
)

TAXONOMIES = (
    a_taxonomy("tags", paginate=2),
    a_taxonomy("series", paginate=2, oldest_first=True),
    a_taxonomy("places", hierarchical=True),
)
NOT_FOR_SEARCH = (*ONCE, FeedSheet, NotFoundSheet, ChanceSheet, SearchSheet, TombstoneSheet)
PLACE = (a_term("甘肃省", "gan-su"), a_term("兰州市", "lan-zhou"))


def article(number: int) -> Article:
    date = RoughDate(datetime(2020, 1, 1, tzinfo=ZONE) + timedelta(days=number), Precision.DAY)
    terms = {
        "tags": tuple(assigned(a_term(name, "shi-ye")) for name in ("事业", "失业")[: number % 3]),
        "series": (assigned(a_term("专题", "zhuan-ti")),),
        "places": (assigned(*PLACE[: 1 + number % 2]),),
    }
    return an_article(f"a{number}", date=date, undated=number % 10 == 9, terms=terms)


def sheets(*articles: Article, copies: tuple[str, ...] = (), base_path: str = "") -> list[AnySheet]:
    page = PlainPage(
        file="content/pages/about.md", slug="about", script=HANS, title=words("关于"), summary=words(""), body=a_body()
    )
    gone = an_article("gone", withdrawn=DatedNote(date=None, text=words("撤稿")))
    content = Content(articles=(*articles, gone), pages=(page,))
    files = tuple(Copy(path=each, file=each.encode()) for each in copies)
    site = facts(*TAXONOMIES, base_path=base_path)
    return list(plan_site(content, site, visible(), copies=files).sheets)


def test_every_page_that_a_reader_may_look_for_is_on_the_map_once() -> None:
    planned = sheets(*map(article, range(1_100)))

    named = [route for sheet in planned if isinstance(sheet, SitemapSheet) for route, _ in sheet.routes]

    assert sorted(named) == sorted(sheet.route for sheet in planned if not isinstance(sheet, NOT_FOR_SEARCH))


def test_the_index_names_every_part() -> None:
    planned = sheets(*map(article, range(1_100)))

    (index,) = (sheet for sheet in planned if isinstance(sheet, SitemapIndexSheet))
    assert sorted(index.parts) == sorted(sheet.route for sheet in planned if isinstance(sheet, SitemapSheet))
    assert "/sitemap/articles-3.xml" in index.parts


def test_no_part_is_ever_empty() -> None:
    assert all(sheet.routes for sheet in sheets() if isinstance(sheet, SitemapSheet))


@pytest.mark.parametrize(
    ("fields", "changed"),
    [
        ({"date": a_date(2024, 3, 5)}, "2024-03-05"),
        ({"date": a_date(2024)}, None),
        ({"undated": True}, None),
        ({"date": a_date(2024, 3, 5), "updated": a_date(2024, 3, 9)}, "2024-03-09"),
        (
            {"date": a_date(2024, 3, 5), "corrections": (DatedNote(date=a_date(2024, 4), text=words("更正")),)},
            None,
        ),
    ],
)
def test_an_article_changed_when_it_was_written_updated_or_corrected(
    fields: dict[str, object], changed: str | None
) -> None:
    planned = sheets(an_article(**fields))  # type: ignore[arg-type]  # the fields are the case's

    routes = next(
        sheet.routes
        for sheet in planned
        if sheet.route == "/sitemap/articles-1.xml" and isinstance(sheet, SitemapSheet)
    )
    assert [day for _, day in routes] == [changed]


def test_a_page_stands_there_in_each_script_with_the_way_to_all_of_them() -> None:
    plan = plan_site(Content(articles=(an_article(),)), facts(), visible())
    sheet = next(sheet for sheet in plan.sheets if sheet.route == "/sitemap/articles-1.xml")

    page = lay_out(sheet, views_of(plan.facts)[HANS])

    assert isinstance(page, SitemapPage)
    assert [each.url for each in page.pages] == [
        "https://example.org/articles/2024/03/spring/",
        "https://example.org/zh-hant/articles/2024/03/spring/",
    ]
    assert page.pages[0].alternates == page.pages[1].alternates
    assert [tag for tag, _ in page.pages[0].alternates] == ["zh-Hans", "zh-Hant", "x-default"]


def test_a_site_in_one_script_names_no_other() -> None:
    plan = plan_site(Content(), replace(facts(), scripts=(HANS,)), visible())
    sheet = next(sheet for sheet in plan.sheets if sheet.route == "/sitemap/pages.xml")

    page = lay_out(sheet, views_of(plan.facts)[HANS])

    assert isinstance(page, SitemapPage)
    assert [each.alternates for each in page.pages] == [()]


def test_robots_are_told_of_the_map_where_they_look_for_it() -> None:
    def told(**given: object) -> bool:
        return any(isinstance(sheet, RobotsSheet) for sheet in sheets(**given))  # type: ignore[arg-type]  # as above

    assert told()
    assert not told(base_path="/news")
    assert not told(copies=("robots.txt",))


def test_a_map_of_news_holds_the_dated_articles_of_two_days_newest_first_and_says_until_when() -> None:
    hour = timedelta(hours=1)
    ages = {"now": 0 * hour, "today": 12 * hour, "almost": 47 * hour, "old": 48 * hour}
    articles = [an_article(name, date=RoughDate(NOW - age, Precision.MINUTE), title=name) for name, age in ages.items()]
    rough = an_article("rough", date=RoughDate(NOW - hour, Precision.MONTH))
    undated = an_article("undated", undated=True)

    plan = plan_site(Content(articles=(*articles, rough, undated)), replace(facts(), news=words("日报")), visible())

    news = next(each for each in plan.sheets if isinstance(each, NewsSheet))
    assert [each.lead.text.value for each in news.news] == ["now", "today", "almost"]
    assert plan.valid_until == NOW + hour
    index = next(each for each in plan.sheets if isinstance(each, SitemapIndexSheet))
    view = views_of(plan.facts)[HANS]
    page = lay_out(index, view)
    assert isinstance(page, SitemapIndexPage)
    assert [each for each in page.parts if "news" in each] == [
        "https://example.org/sitemap/news.xml",
        "https://example.org/zh-hant/sitemap/news.xml",
    ]


def test_a_site_has_no_map_of_news_unless_it_asks_for_one() -> None:
    assert not [each for each in sheets(article(1)) if isinstance(each, NewsSheet)]
