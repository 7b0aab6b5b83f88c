"""Check the content: what the rules say of each file, each article, and all of them side by side."""

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from msgspec import DecodeError, msgpack

from sitegen.cache import Findings, FoundRow, digest_of
from sitegen.checker.copies import duplicates
from sitegen.checker.findings import Finding
from sitegen.checker.manuscript import RULE, Manuscript
from sitegen.checker.rules import ARCHIVE_RULES, ARTICLE_RULES, FILE_RULES
from sitegen.checker.scripts import contexts
from sitegen.chinese import convert, strays
from sitegen.chinese.addresses import ADDRESS
from sitegen.duplicates import Fingerprint, fingerprint
from sitegen.errors import Place
from sitegen.folder import program
from sitegen.loader import clean, plain_lines, read_bytes
from sitegen.model import Article, Body, Content, Glossary, Script, Source
from sitegen.workers import Workers

BRACKETS = "()[]<>\"'，。；、）》」』】"


class Link(NamedTuple):
    """An address of another host, and where it is written."""

    url: str
    place: Place


class _Examined(NamedTuple):
    file: str
    findings: tuple[Finding, ...]
    fingerprint: Fingerprint | None
    as_written: frozenset[str]
    links: tuple[Link, ...]


SOURCES = "sources"

_encode = msgpack.Encoder().encode
_decode = msgpack.Decoder(_Examined).decode


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What was found in the content, pairs of characters that stand in either script, and the addresses of other hosts."""

    findings: tuple[Finding, ...]
    as_written: frozenset[str]
    links: tuple[Link, ...]


def check_content(
    content: Content, site: Path, now: datetime, workers: Workers, findings: Findings, words: Glossary = ()
) -> Checked:
    """Ask every rule about the content; `words` are those of the site's glossary. What is known of `findings` is not looked at again."""
    examined = _examined(content, site, workers, findings)
    articles = sorted((each for each in content.articles if not each.withdrawn), key=_by_time)
    fingerprints = {each.file: each.fingerprint for each in examined if each.fingerprint}
    told = [
        *(finding for each in examined for finding in each.findings),
        *(finding for article in content.articles for rule in ARTICLE_RULES for finding in rule(article, now)),
        *(finding for rule in ARCHIVE_RULES for finding in rule(articles)),
        *duplicates(articles, fingerprints),
    ]
    return Checked(
        findings=tuple(told),
        as_written=frozenset(_of_glossary(words)).union(*(each.as_written for each in examined)),
        links=tuple(link for each in examined for link in each.links),
    )


def _by_time(article: Article) -> tuple[bool, float, str]:
    return article.date is not None, article.date.start.timestamp() if article.date else 0, article.file


def _examined(content: Content, site: Path, workers: Workers, findings: Findings) -> list[_Examined]:
    rows = findings.known(SOURCES)
    found = ((each.file, _known(each, rows[each.file], str(site))) for each in content.sources if each.file in rows)
    known = {file: examined for file, examined in found if examined}
    look = partial(_examine_all, site=str(site))
    fresh = list(workers.do(look, [each for each in content.sources if each.file not in known], lambda source: source))
    if fresh or rows.keys() - known.keys():
        findings.keep(SOURCES, fresh, rows.keys() - known.keys())
    known |= {row.file: _decode(row.value) for row in fresh}
    return [known[each.file] for each in content.sources]


def _known(source: Source, row: FoundRow, site: str) -> _Examined | None:
    """What was found in a file, where it and all that was understood of it are as they were."""
    with suppress(OSError, DecodeError):
        if row.key == _key(source, Path(_path(source, site)).read_bytes()):
            return _decode(row.value)
    return None


def _key(source: Source, data: bytes) -> bytes:
    """Another wherever something else might be found."""
    return blake2b(data, digest_size=16, key=digest_of((program(), source))).digest()


def _path(source: Source, site: str) -> str:
    return f"{site}/{os.fsdecode(source.body.path)}"


def _examine_all(sources: Sequence[Source], site: str) -> list[FoundRow]:
    return [_examine(source, site) for source in sources]


def _examine(source: Source, site: str) -> FoundRow:
    data = read_bytes(_path(source, site), source.body.file)
    return FoundRow(source.file, _key(source, data), _encode(_looked_at(source, data)))


def _looked_at(source: Source, data: bytes) -> _Examined:
    body = source.body
    manuscript = Manuscript(body.file, clean(data, body.file), body.markup)
    return _Examined(
        file=source.file,
        findings=tuple(finding for rule in FILE_RULES for finding in rule(manuscript, source)),
        fingerprint=_fingerprint(manuscript, body) if isinstance(source, Article) else None,
        as_written=frozenset(_as_written(manuscript, body)),
        links=tuple(_links(manuscript)),
    )


def _fingerprint(manuscript: Manuscript, body: Body) -> Fingerprint:
    words = "".join(line for _, line in plain_lines(text_of_body(manuscript), body))
    return fingerprint(words if body.script is Script.HANS else convert(words, body.script, Script.HANS))


def text_of_body(manuscript: Manuscript) -> str:
    """The body as it was typed."""
    return manuscript.text[manuscript.body_at :]


def _as_written(manuscript: Manuscript, body: Body) -> Iterator[str]:
    """Characters of a script that are shown on pages of the other, with their neighbours: strays, rules, glossaries."""
    text = manuscript.text
    for script in (Script.HANS, Script.HANT) if body.fixed else (body.script,):
        yield from _contexts(text, script)
    for rule in RULE.findall(text):
        yield from _in_either(rule)
    yield from _of_glossary(body.glossary)


def _of_glossary(words: Glossary) -> Iterator[str]:
    for word in words:
        for _, form in word.forms:
            yield from _in_either(form)
            yield from form  # it stands between other words than here


def _in_either(words: str) -> Iterator[str]:
    yield from (each for script in (Script.HANS, Script.HANT) for each in _contexts(words, script))


def _contexts(text: str, script: Script) -> Iterable[str]:
    return (pair for at in strays(text, script) for pair in contexts(text, at))


def _links(manuscript: Manuscript) -> Iterator[Link]:
    if "://" in manuscript.text:
        for match in ADDRESS.finditer(manuscript.text):
            url = match[0].split(")")[0].rstrip(BRACKETS + ".,;:!?*`")
            if url.startswith(("http://", "https://")):
                yield Link(url, manuscript.place(match.start()))
