"""Find the articles that editors named as related."""

from collections import defaultdict
from collections.abc import Iterable
from difflib import get_close_matches
from pathlib import PurePosixPath

from sitegen.errors import Place, PlanError
from sitegen.messages import message
from sitegen.model import Article, Relations


def relate(articles: tuple[Article, ...]) -> tuple[Relations, tuple[PlanError, ...]]:
    """Resolve every `related:`, and name what leads to no or several."""
    if not any(article.related for article in articles):
        return Relations({}, frozenset()), ()
    index = _index(articles)
    problems = [
        _problem(article, name, index)
        for article in articles
        for name in article.related
        if len(index.get(_plain(name), ())) != 1
    ]
    files = {
        article.file: tuple(found[0].file for name in article.related if (found := index.get(_plain(name))))
        for article in articles
        if article.related
    }
    names = frozenset(_plain(name) for article in articles for name in article.related)
    return Relations(files, names), tuple(problems)


def names_of(article: Article) -> set[str]:
    """What an article may be called: its slug, and its path from any folder on."""
    parts = _plain(article.file).split("/")
    return {article.slug, *("/".join(parts[start:]) for start in range(len(parts)))}


def _index(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """Map each name an article may be called by to the articles it calls."""
    index: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for name in names_of(article):
            index[name].append(article)
    return index


def _plain(name: str) -> str:
    path = PurePosixPath(name.strip("/"))
    path = path.with_suffix("") if path.suffix in {".md", ".markdown", ".txt"} else path
    return str(path.parent if path.name == "index" else path)


def _problem(article: Article, name: str, index: dict[str, list[Article]]) -> PlanError:
    found = index.get(_plain(name), [])
    place = Place(article.file, article.line("related"))
    if found:
        files = sorted(each.file for each in found)
        return PlanError(
            message("related: {name!r} may be any of {files}", name=name, files=files),
            place=place,
            hint=message("write its path"),
        )
    close = get_close_matches(_plain(name), sorted(index), n=1)
    hint = (
        message("did you mean {close!r}?", close=close[0])
        if close
        else message("write the slug or the path of an article")
    )
    return PlanError(message("related: there is no article {name!r}", name=name), place=place, hint=hint)
