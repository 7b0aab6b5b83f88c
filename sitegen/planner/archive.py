"""Plan the archive: the years, the months, and what has no date."""

from collections import defaultdict
from collections.abc import Iterator

from sitegen.model import ArchivePage, Article, ListPage, TermLink
from sitegen.planner.urls import ARCHIVE, UNDATED, month_route, year_route
from sitegen.planner.view import View
from sitegen.planner.words import ARCHIVE as ARCHIVE_NAME
from sitegen.planner.words import MONTH, NOTHING, word
from sitegen.planner.words import UNDATED as UNDATED_NAME

Year = dict[str | None, list[Article]]


def archive_pages(view: View) -> Iterator[ArchivePage | ListPage]:
    """Plan the page of all years, and those of each year and month."""
    years = _by_year(view.shelf.articles)
    undated = tuple(article for article in view.shelf.articles if not article.date)
    yield ArchivePage(
        **view.frame(ARCHIVE, ARCHIVE_NAME, NOTHING),
        years=tuple(_year(view, year, years[year]) for year in sorted(years, reverse=True)),
        undated=_link(view, UNDATED_NAME.value, UNDATED, len(undated)) if undated else None,
    )
    for year, months in years.items():
        yield _year_page(view, year, months)
        yield from (_month_page(view, year, month, months[month]) for month in months if month)
    if undated:
        yield ListPage(
            **view.frame(UNDATED, UNDATED_NAME, NOTHING),
            breadcrumbs=(view.link(ARCHIVE_NAME, ARCHIVE),),
            kind=ARCHIVE_NAME,
            cards=view.cards(undated),
        )


def _by_year(articles: tuple[Article, ...]) -> dict[str, Year]:
    """Sort dated articles by year and month; under None those whose month is not known."""
    years: dict[str, Year] = defaultdict(lambda: defaultdict(list))
    for article in articles:
        if article.date:
            years[article.date.year][article.date.month].append(article)
    return years


def _year(view: View, year: str, months: Year) -> tuple[TermLink, tuple[TermLink, ...]]:
    count = sum(map(len, months.values()))
    links = (_link(view, f"{int(m)}月", month_route(year, m), len(months[m])) for m in sorted(filter(None, months)))
    return _link(view, f"{year}年", year_route(year), count), tuple(links)


def _year_page(view: View, year: str, months: Year) -> ArchivePage:
    return ArchivePage(
        **view.frame(year_route(year), word(f"{year}年"), NOTHING),
        breadcrumbs=(view.link(ARCHIVE_NAME, ARCHIVE),),
        years=(_year(view, year, months),),
        cards=view.cards(months.get(None, ())),
    )


def _month_page(view: View, year: str, month: str, articles: list[Article]) -> ListPage:
    crumbs = (view.link(ARCHIVE_NAME, ARCHIVE), view.link(word(f"{year}年"), year_route(year)))
    return ListPage(
        **view.frame(month_route(year, month), word(f"{year}年{int(month)}月"), NOTHING),
        breadcrumbs=crumbs,
        kind=MONTH,
        cards=view.cards(reversed(articles)),
    )


def _link(view: View, text: str, route: str, count: int) -> TermLink:
    return TermLink(link=view.link(word(text), route), count=count)
