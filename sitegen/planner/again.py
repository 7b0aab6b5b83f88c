"""Tell again what was published under another name: by its address, by its words, of a term by an article under it."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from hashlib import blake2b
from typing import NamedTuple
from urllib.parse import quote

from sitegen.errors import Place
from sitegen.model import Article, Key, PlainPage
from sitegen.model.address import Address

LENGTH = 12
"""Hexadecimal digits of each digest of a mark."""

CONTENT = "content/"


class PresentTerm(NamedTuple):
    """A term that has articles today, and the source of the oldest of them; `file` is that of its own words."""

    taxonomy: str
    key: Key
    route: str
    oldest: str
    file: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """What has an address today, by source. `alike` are the addresses of pages that name several terms."""

    routes: Mapping[str, str]
    articles: Mapping[str, Article]
    pages: Mapping[str, PlainPage]
    terms: Mapping[str, PresentTerm]
    alike: frozenset[str]

    def place_of(self, source: str) -> Place:
        """The file that a source is written in; a term that has no words of its own is found in its oldest article."""
        if term := self.terms.get(source):
            return Place(term.file or CONTENT + term.oldest)
        if article := self.articles.get(source):
            return Place(article.file, article.line("slug"))
        return Place(self.pages[source].file)


def source_of(file: str) -> str:
    """What a file of the content is called in the record."""
    return _plain(file.removeprefix(CONTENT))


def term_source(taxonomy: str, key: Key) -> str:
    """What a term is called there: no name may hold a tab or a line's end.

    >>> term_source("places", ("甘肃", "兰 州"))
    'places/甘肃/兰 州'
    """
    return _plain("/".join((taxonomy, *key)))


def _plain(name: str) -> str:
    return name if name.isprintable() and "%" not in name else "".join(map(_written, name))


def _written(sign: str) -> str:
    return sign if sign.isprintable() and sign != "%" else quote(sign, safe="")


def title_mark(item: Article | PlainPage) -> str:
    """The digest of a title and a date."""
    date = item.date.iso if isinstance(item, Article) and item.date else ""
    return blake2b(f"{item.title.value}\n{date}".encode(), digest_size=LENGTH // 2).hexdigest()


def marks_of(item: Article | PlainPage) -> str:
    """What tells a file again; a body without a word tells nothing."""
    is_empty = isinstance(item, Article) and not item.characters
    return title_mark(item) if is_empty else f"{title_mark(item)}-{item.body.digest[:LENGTH]}"


def told_again(by_source: Mapping[str, list[Address]], present: Present, hidden: AbstractSet[str]) -> Mapping[str, str]:
    """Pair sources of the record that are there no more with what the record does not know yet, where there is no doubt.

    What stands at the same address is the same. Else a file is told again by title, date and body, by its body, or by title and date,
    each time where just one on either side has them.
    """
    lost = [source for source in by_source if source not in present.routes and source not in hidden]
    if not lost:
        return {}
    new = {source for source in present.routes if source not in by_source}
    became: dict[str, str] = {}
    _add(became, new, _at_the_same_address(lost, new, by_source, present))
    for part in (_whole, _body, _title):
        _add(became, new, _by_mark(lost, new, by_source, present, part))
    _add(became, new, _terms(lost, new, by_source, present, became))
    return became


def _add(became: dict[str, str], new: set[str], pairs: Iterable[tuple[str, str]]) -> None:
    """Believe each pair of which nobody else is part."""
    told = [(before, after) for before, after in dict.fromkeys(pairs) if before not in became and after in new]
    befores, afters = Counter(before for before, _ in told), Counter(after for _, after in told)
    for before, after in told:
        if befores[before] == 1 and afters[after] == 1:
            became[before] = after
            new.discard(after)


def _at_the_same_address(
    lost: Iterable[str], new: AbstractSet[str], by_source: Mapping[str, list[Address]], present: Present
) -> Iterator[tuple[str, str]]:
    at = {present.routes[source]: source for source in new}
    for source in lost:
        yield from ((source, at[line.route]) for line in by_source[source] if line.route in at)


def _whole(mark: str) -> str:
    return mark if "-" in mark else ""


def _body(mark: str) -> str:
    return mark.partition("-")[2]


def _title(mark: str) -> str:
    return mark.partition("-")[0]


def _by_mark(
    lost: Iterable[str],
    new: AbstractSet[str],
    by_source: Mapping[str, list[Address]],
    present: Present,
    part: Callable[[str], str],
) -> Iterator[tuple[str, str]]:
    sought: dict[str, list[str]] = {}
    for source in lost:
        for line in by_source[source]:
            if line.mark and not line.mark.startswith("/"):
                sought.setdefault(part(line.mark), []).append(source)
    items: list[tuple[str, Article | PlainPage]] = [
        (source, item)
        for of_kind in (present.articles, present.pages)
        for source, item in of_kind.items()
        if source in new
    ]
    for source, item in items if sought else ():
        its = part(marks_of(item))
        yield from ((before, source) for before in sought.get(its, ()) if its)


def _terms(
    lost: Iterable[str],
    new: AbstractSet[str],
    by_source: Mapping[str, list[Address]],
    present: Present,
    became: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Pair a term that is gone with the one new term of the article that it is told again by, if that has just one of its kind."""
    owners = {line.route: became.get(source, source) for source, lines in by_source.items() for line in lines}
    for source in lost:
        for line in by_source[source]:
            article = present.articles.get(owners.get(line.mark, ""))
            if article:
                taxonomy = source.partition("/")[0]
                names = {
                    term_source(taxonomy, each.key[:depth])
                    for each in article.assigned(taxonomy)
                    for depth in range(1, len(each.key) + 1)
                }
                yield from ((source, name) for name in sorted(names & new) if name.count("/") == source.count("/"))
