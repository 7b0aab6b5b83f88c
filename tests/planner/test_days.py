from sitegen.model import Article, ArticlePage, Content, DayPage, DaysPage, Page
from sitegen.planner import pages_of, plan_site
from tests.builders import HANS, a_date, an_article, facts, visible


def page_at(url: str, *articles: Article) -> Page:
    plan = plan_site(Content(articles=articles), facts(scripts=(HANS,)), visible())
    (found,) = [page for page in pages_of(plan) if page.url == url]
    return found


def test_a_day_shows_what_was_written_on_it_in_every_year_newest_first() -> None:
    dates = {"a": (2020, 3, 5), "b": (2024, 3, 5), "c": (2024, 3, 5), "other": (2024, 3, 6), "rough": (2024, 3)}

    page = page_at("/archive/days/03-05/", *(an_article(name, date=a_date(*date)) for name, date in dates.items()))

    assert isinstance(page, DayPage)
    assert str(page.title) == "3月5日"
    assert [(str(year.text), len(cards)) for year, cards in page.years] == [("2024年", 2), ("2020年", 1)]


def test_a_day_leads_to_the_days_beside_it_that_have_articles() -> None:
    dates = [(2020, 1, 31), (2024, 3, 5), (2019, 12, 1)]

    page = page_at("/archive/days/03-05/", *(an_article(f"a{at}", date=a_date(*day)) for at, day in enumerate(dates)))

    assert isinstance(page, DayPage)
    assert [link.url for link in (page.earlier, page.later) if link] == ["/archive/days/01-31/", "/archive/days/12-01/"]


def test_the_page_of_all_days_has_the_366_of_a_leap_year_and_leads_to_those_with_articles() -> None:
    page = page_at("/archive/days/", an_article("a", date=a_date(2024, 2, 29)), an_article("b", date=a_date(2024, 4)))

    assert isinstance(page, DaysPage)
    cells = [cell for _, cells in page.months for cell in cells]
    assert len(cells) == 366
    assert [cell.url for cell in cells if cell.url] == ["/archive/days/02-29/"]


def test_an_article_leads_to_its_day_where_the_day_is_known() -> None:
    exact, rough = an_article("a", date=a_date(2024, 2, 9)), an_article("b", date=a_date(2024, 2))

    pages = [page_at(f"/articles/2024/02/{name}/", exact, rough) for name in "ab"]

    days = [page.same_day.url if page.same_day else None for page in pages if isinstance(page, ArticlePage)]
    assert days == ["/archive/days/02-09/", None]
