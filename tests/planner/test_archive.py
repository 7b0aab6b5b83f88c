from datetime import datetime

from sitegen.model import ArchivePage, Article, Content, ListPage, MonthPage, Page, Plan, Precision, RoughDate, YearPage
from sitegen.planner import pages_of, plan_site
from tests.builders import HANS, ZONE, a_date, an_article, facts, visible


def planned(*articles: Article, base_path: str = "") -> Plan:
    return plan_site(Content(articles=articles), facts(scripts=(HANS,), base_path=base_path), visible())


def page_at(plan: Plan, url: str) -> Page:
    (found,) = [page for page in pages_of(plan) if page.url == url]
    return found


def year(plan: Plan, number: int = 2024) -> YearPage:
    page = page_at(plan, f"/archive/{number}/")
    assert isinstance(page, YearPage)
    return page


def month(plan: Plan, month: str = "03") -> MonthPage:
    page = page_at(plan, f"/archive/2024/{month}/")
    assert isinstance(page, MonthPage)
    return page


def test_every_year_has_twelve_bars_and_the_highest_is_full() -> None:
    days = [*((2023, 2, day) for day in (1, 2, 3, 4)), (2024, 3, 1)]
    plan = planned(*(an_article(f"a{at}", date=a_date(*day)) for at, day in enumerate(days)))

    page = page_at(plan, "/archive/")

    assert isinstance(page, ArchivePage)
    (later, of_2024), (earlier, of_2023) = page.years
    assert (str(later.link.text), later.count, earlier.count) == ("2024年", 1, 4)
    assert [bar.height for bar in of_2023] == [0, 100, *[0] * 10]
    assert [bar.height for bar in of_2024] == [0, 0, 25, *[0] * 9]
    assert [bar.url for bar in of_2024 if bar.url] == ["/archive/2024/03/"]


def test_little_beside_much_still_shows() -> None:
    many = [an_article(f"a{at}", date=a_date(2024, 1, 1)) for at in range(300)]

    heights = [bar.height for bar in year(planned(*many, an_article("b", date=a_date(2024, 2, 1)))).bars]

    assert heights[:2] == [100, 1]


def test_a_year_names_the_newest_of_each_month_and_leads_to_the_years_beside_it() -> None:
    dates = [(2021, 5, 1), *((2024, 3, day) for day in range(1, 6)), (2025, 1, 1)]
    plan = planned(
        *(an_article(f"a{at}", title=f"{at}", date=a_date(*day), draft=False) for at, day in enumerate(dates[:-1]))
    )

    page = year(plan)

    ((link, cards),) = page.months
    assert (link.count, [str(card.title) for card in cards]) == (5, ["5", "4", "3"])
    assert page.earlier
    assert page.earlier.url == "/archive/2021/"
    assert page.later is None


def test_a_year_counts_what_has_no_month_and_shows_it_apart() -> None:
    page = year(planned(an_article("rough", date=a_date(2024)), an_article("exact", date=a_date(2024, 3, 1))))

    assert page.count == 2
    assert sum(bar.count for bar in page.bars) == 1
    assert [card.url for card in page.cards] == ["/articles/2024/rough/"]


def test_a_month_is_a_calendar_from_monday_whose_days_lead_to_the_list() -> None:
    page = month(planned(an_article("a", date=a_date(2024, 3, 5)), an_article("b", date=a_date(2024, 3, 5))))

    first, second, *_ = page.weeks
    assert [cell.number if cell else None for cell in first] == [None, None, None, None, 1, 2, 3]
    tuesday = second[1]
    assert tuesday
    assert (tuesday.number, tuesday.count, tuesday.url) == (5, 2, "/archive/2024/03/#d05")
    assert [cell.number for week in page.weeks for cell in week if cell and cell.url] == [5]
    ((anchor, weekday, cards),) = [(day.anchor, day.weekday, day.cards) for day in page.days]
    assert (anchor, weekday, len(cards)) == ("d05", 1, 2)


def test_a_month_lists_the_newest_day_first_and_what_has_no_day_apart() -> None:
    dates = {"z-rough": (2024, 3), "a": (2024, 3, 1), "b": (2024, 3, 1), "c": (2024, 3, 20)}
    page = month(planned(*(an_article(name, date=a_date(*date)) for name, date in dates.items())))

    assert [day.anchor for day in page.days] == ["d20", "d01"]
    assert [len(day.cards) for day in page.days] == [1, 2]
    assert [card.url for card in page.cards] == ["/articles/2024/03/z-rough/"]
    assert page.count == 4


def test_a_date_with_a_time_belongs_to_its_day() -> None:
    morning = RoughDate(datetime(2024, 3, 5, 8, 30, tzinfo=ZONE), Precision.MINUTE)

    page = month(planned(an_article("a", date=morning), an_article("b", date=a_date(2024, 3, 5))))

    assert [(day.anchor, len(day.cards)) for day in page.days] == [("d05", 2)]


def test_a_month_leads_to_the_months_beside_it_across_the_years() -> None:
    dates = [(2022, 12, 1), (2024, 3, 5), (2024, 6, 1)]
    page = month(planned(*(an_article(f"a{at}", date=a_date(*day)) for at, day in enumerate(dates))))

    assert [(str(link.text), link.url) for link in (page.earlier, page.later) if link] == [
        ("2022年12月", "/archive/2022/12/"),
        ("2024年6月", "/archive/2024/06/"),
    ]


def test_what_has_no_date_at_all_has_a_list_of_its_own() -> None:
    plan = planned(an_article("a", undated=True), an_article("b"))

    page, archive = page_at(plan, "/archive/undated/"), page_at(plan, "/archive/")

    assert isinstance(page, ListPage)
    assert [card.url for card in page.cards] == ["/articles/undated/a/"]
    assert isinstance(archive, ArchivePage)
    assert archive.undated
    assert archive.undated.count == 1
