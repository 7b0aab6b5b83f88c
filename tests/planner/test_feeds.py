from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from sitegen.model import (
    Article,
    Content,
    DatedNote,
    FeedFacts,
    FeedForm,
    FeedPage,
    FeedSheet,
    Plan,
    Precision,
    RoughDate,
    Script,
    SiteFacts,
)
from sitegen.planner import lay_out, plan_site, views_of
from tests.builders import HANS, HANT, ZONE, a_date, a_taxonomy, a_term, an_article, assigned, facts, visible, words

APPLE = assigned(a_term("苹果", "ping-guo"))


def with_feeds(**settings: object) -> SiteFacts:
    feeds = FeedFacts(**settings)  # type: ignore[arg-type]  # the fields are the caller's
    return replace(facts(a_taxonomy("tags", feeds=True), a_taxonomy("places")), feeds=feeds)


def planned(*articles: Article, site: SiteFacts | None = None) -> dict[str, FeedSheet]:
    plan = plan_site(Content(articles=articles), site or with_feeds(), visible())
    return {sheet.route: sheet for sheet in plan.sheets if isinstance(sheet, FeedSheet)}


def days(count: int) -> list[Article]:
    """Articles of so many days, the oldest first."""
    first = datetime(2020, 1, 1, tzinfo=ZONE)
    dates = (RoughDate(first + timedelta(days=at), Precision.DAY) for at in range(count))
    return [an_article(f"a{at}", title=f"第{at}日", date=date) for at, date in enumerate(dates)]


def titles(feed: FeedSheet) -> list[str]:
    return [str(each.lead.text) for each in feed.entries]


def test_a_site_has_a_feed_in_both_forms_and_a_tag_that_asks_for_it_too() -> None:
    feeds = planned(an_article(terms={"tags": (APPLE,)}))

    assert list(feeds) == ["/feed.xml", "/feed.json", "/tags/ping-guo/feed.xml", "/tags/ping-guo/feed.json"]
    assert [each.form for each in feeds.values()] == [FeedForm.ATOM, FeedForm.JSON] * 2


def test_a_feed_shows_the_newest_first() -> None:
    assert titles(planned(*days(3))["/feed.xml"]) == ["第2日", "第1日", "第0日"]


def test_an_article_without_a_date_is_in_no_feed() -> None:
    feeds = planned(an_article("dated"), an_article("not", undated=True, terms={"tags": (APPLE,)}))

    assert [len(each.entries) for each in feeds.values()] == [1, 1, 0, 0]


@pytest.mark.parametrize("count", [0, 1, 19, 20, 21, 49, 50, 51, 70, 99, 100, 149, 150])
def test_every_dated_article_is_in_the_feed_or_in_an_archive_that_it_leads_to(count: int) -> None:
    feeds = planned(*days(count), an_article("undated", undated=True))

    found = []
    at: str | None = "/feed.xml"
    while at:
        found += titles(feeds[at])
        at = feeds[at].earlier

    assert set(found) == {f"第{number}日" for number in range(count)}
    assert len(feeds["/feed.xml"].entries) >= min(count, 20)


def test_an_archive_that_another_follows_never_changes() -> None:
    before, after = planned(*days(149)), planned(*days(400))

    assert before["/feed/1.xml"] == after["/feed/1.xml"]


def test_archives_lead_to_each_other_and_to_the_feed() -> None:
    feeds = planned(*days(155))

    ways = {route: (each.earlier, each.later, each.newest) for route, each in feeds.items() if each.form == "atom"}
    assert ways == {
        "/feed.xml": ("/feed/3.xml", None, None),
        "/feed/1.xml": (None, "/feed/2.xml", "/feed.xml"),
        "/feed/2.xml": ("/feed/1.xml", "/feed/3.xml", "/feed.xml"),
        "/feed/3.xml": ("/feed/2.xml", None, "/feed.xml"),
    }


def test_whole_texts_stand_where_the_settings_say_so() -> None:
    article = an_article(terms={"tags": (APPLE,)})

    usual = planned(article)
    other = planned(article, site=with_feeds(whole=False, whole_of_terms=True))

    assert [bool(each.entries[0].body) for each in usual.values()] == [True, True, False, False]
    assert [bool(each.entries[0].body) for each in other.values()] == [False, False, True, True]


def test_an_entry_was_updated_when_its_last_correction_was_made_and_never_before_it_was_published() -> None:
    date = a_date(2024, 3, 5)
    corrected = an_article("a", date=date, corrections=(DatedNote(date=a_date(2024, 4, 1), text=words("更正")),))
    strange = an_article("b", date=date, updated=a_date(2024, 3))

    found = {each.lead.route: each.updated for each in planned(corrected, strange)["/feed.xml"].entries}

    assert found == {
        "/articles/2024/03/a/": datetime(2024, 4, 1, tzinfo=ZONE),
        "/articles/2024/03/b/": datetime(2024, 3, 5, tzinfo=ZONE),
    }


def laid_out(plan: Plan, route: str, script: Script = HANT) -> FeedPage:
    view = views_of(plan.facts)[script]
    page = lay_out(next(sheet for sheet in plan.sheets if sheet.route == route), view)
    assert isinstance(page, FeedPage)
    return page


def test_addresses_are_whole_and_names_do_not_depend_on_the_host() -> None:
    site = replace(with_feeds(authority="example.org,2026"), base_path="/news", origin="https://mirror.example")
    plan = plan_site(Content(articles=(an_article(),)), site, visible())

    page = laid_out(plan, "/feed.xml")

    assert (page.canonical, page.home) == (
        "https://mirror.example/news/zh-hant/feed.xml",
        "https://mirror.example/news/zh-hant/",
    )
    assert page.id == "tag:example.org,2026:/zh-hant/feed.xml"
    assert page.items[0].id == "tag:example.org,2026:/zh-hant/articles/2024/03/spring/"
    assert page.items[0].url == "https://mirror.example/news/zh-hant/articles/2024/03/spring/"


def test_an_archive_goes_by_the_name_of_the_feed_that_it_belongs_to() -> None:
    plan = plan_site(Content(articles=tuple(days(60))), with_feeds(), visible())

    assert laid_out(plan, "/feed/1.xml").id == laid_out(plan, "/feed.xml").id


def test_a_feed_and_its_entries_keep_their_names_when_the_term_is_renamed() -> None:
    site = with_feeds(authority="example.org,2026")
    before = plan_site(Content(articles=(an_article(terms={"tags": (APPLE,)}),)), site, visible())
    renamed = an_article(terms={"tags": (assigned(a_term("林果", "lin-guo")),)})

    after = plan_site(Content(articles=(renamed,), addresses=before.addresses), site, visible())

    for script in (HANS, HANT):
        was = laid_out(before, "/tags/ping-guo/feed.xml", script)
        now = laid_out(after, "/tags/lin-guo/feed.xml", script)
        assert (now.id, [each.id for each in now.items]) == (was.id, [each.id for each in was.items])
        assert now.canonical != was.canonical
    assert now.id == "tag:example.org,2026:/zh-hant/tags/ping-guo/feed.xml"
