"""Plan the files beside each article for those who cite and keep it, and lay them out."""

from collections.abc import Iterable, Iterator

from sitegen.model import (
    OURSELVES,
    Article,
    Beside,
    BesideFile,
    BesidePage,
    BesideSheet,
    Signed,
    Text,
)
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import beside_route
from sitegen.planner.view import View


def beside_sheets(shelf: Shelf, places: Iterable[int]) -> Iterator[BesideSheet]:
    """Plan what stands beside the articles at some places in the order of time."""
    for at in places if shelf.facts.keeping.beside else ():
        article = shelf.articles[at]
        home = shelf.routes[article.file]
        for form in shelf.facts.keeping.beside:
            yield BesideSheet(
                route=beside_route(home, form),
                form=form,
                article=article,
                body=article.body if form is Beside.TEXT else None,
                publisher=shelf.facts.title,
                home=home,
            )


def beside_page(sheet: BesideSheet, view: View) -> BesidePage:
    """An article in another form. Of an address in the script that it was written in there may be none: then it is that of the first."""
    article = sheet.article
    written_in = dict(view.all_urls).get(article.script, view.root)
    frame = view.frame(sheet.route, article.title, article.summary)
    return BesidePage(
        **frame | {"alternates": ()},
        form=sheet.form,
        address=written_in.absolute(sheet.home),
        language=article.script,
        publisher=sheet.publisher,
        subtitle=article.subtitle,
        authors=_others(article, "authors"),
        papers=_others(article, "sources"),
        signed=tuple(_signed(article)),
        date=article.date,
        updated=article.updated,
        edition=article.edition,
        series=_names(article, "series"),
        keywords=_names(article, "tags"),
        corrections=article.corrections,
        rights=article.rights,
        prose=view.prose(sheet.body, ()) if sheet.body else None,
    )


def files_beside(forms: Iterable[Beside], home: str, view: View) -> tuple[BesideFile, ...]:
    """What stands beside the page of an article, as that page leads to it."""
    return tuple(BesideFile(form=form, url=view.root.href(beside_route(home, form))) for form in forms)


def _names(article: Article, taxonomy: str) -> tuple[Text, ...]:
    return tuple(each.path[-1].name for each in article.assigned(taxonomy))


def _others(article: Article, taxonomy: str) -> tuple[Text, ...]:
    return tuple(each for each in _names(article, taxonomy) if not str(each).startswith(OURSELVES))


def _signed(article: Article) -> Iterator[Signed]:
    for taxonomy in ("sources", "authors"):
        yield from (Signed(name=each.path[-1].name, role=each.role) for each in article.assigned(taxonomy))
