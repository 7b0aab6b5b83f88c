"""Import many files: each by itself, in several processes; then duplicates, then the writing, one after the other."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from difflib import unified_diff
from enum import StrEnum
from functools import partial
from pathlib import Path

from sitegen.duplicates import Duplicates, Match, fingerprint
from sitegen.importer.article_file import article_file
from sitegen.importer.filing import article_paths, original_path, put_new
from sitegen.importer.preparing import Prepared, Wishes, prepare
from sitegen.messages import Message

ALONE = 40
"""Files that are imported sooner in this process than in several."""

CHUNK = 32


class Status(StrEnum):
    """What became of a file."""

    IMPORTED = "imported"
    KNOWN = "known"
    DUPLICATE = "duplicate"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What became of one file; `article` is where it is now, `like` the earlier file that it repeats, `hint` what to do about a problem."""

    file: str
    status: Status
    article: str = ""
    problem: Message | str = ""
    hint: Message | str = ""
    encoding: str = ""
    changes: Mapping[str, int] = field(default_factory=dict)
    review: tuple[Message, ...] = ()
    like: Match | None = None
    diff: str = ""


def import_files(paths: Sequence[Path], wishes: Wishes) -> Iterator[Outcome]:
    """Import files in the order given; what goes wrong with one is told in its outcome and stops no other."""
    duplicates = Duplicates()
    for article in sorted(_articles_in(wishes.into)):
        duplicates.add(os.path.relpath(article, wishes.site), fingerprint(_body(article)))
    seen: set[str] = set()
    for prepared in _prepared(paths, wishes):
        if prepared.digest in seen:
            yield Outcome(file=prepared.file, status=Status.KNOWN)
        else:
            seen |= {prepared.digest} if prepared.digest else set()
            yield _finished(prepared, wishes, duplicates)


def _articles_in(folder: Path) -> Iterator[Path]:
    for top, _, names in os.walk(folder):
        yield from (path for name in names if name.endswith(".txt") and (path := Path(top, name)).is_file())


def _body(article: Path) -> str:
    """The words of an article file that is there already; none where it cannot be read."""
    try:
        return article.read_text("utf-8", "replace").split("\n---\n", 1)[-1]
    except OSError:
        return ""


def _prepared(paths: Sequence[Path], wishes: Wishes) -> Iterator[Prepared]:
    one = partial(prepare, wishes=wishes)
    if len(paths) <= ALONE:
        yield from map(one, paths)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(one, paths, chunksize=CHUNK)


def _finished(prepared: Prepared, wishes: Wishes, duplicates: Duplicates) -> Outcome:
    if prepared.problem:
        return Outcome(file=prepared.file, status=Status.FAILED, problem=prepared.problem, hint=prepared.hint)
    if prepared.known or not prepared.clipping or not prepared.fingerprint:
        return Outcome(file=prepared.file, status=Status.KNOWN)
    like = duplicates.add(prepared.file, prepared.fingerprint)
    if like and wishes.skip_duplicates:
        return Outcome(file=prepared.file, status=Status.DUPLICATE, like=like)
    written = article_file(prepared.clipping, prepared.origin)
    article = (
        next(article_paths(wishes.into, prepared.clipping)) if wishes.dry_run else _write(prepared, written, wishes)
    )
    shown = os.path.relpath(article, wishes.site)
    return Outcome(
        file=prepared.file,
        status=Status.IMPORTED,
        article=shown,
        encoding=prepared.encoding,
        changes=prepared.changes,
        review=prepared.clipping.review,
        like=like,
        diff=_diff(prepared, written, shown) if wishes.dry_run else "",
    )


def _write(prepared: Prepared, written: str, wishes: Wishes) -> Path:
    """Write the article, then keep the original: a file is known from then on."""
    clipping = prepared.clipping
    assert clipping  # noqa: S101  # for the type checker; `_finished` has looked
    article = next(path for path in article_paths(wishes.into, clipping) if put_new(path, written.encode()))
    put_new(original_path(wishes.site, prepared.digest, prepared.path.suffix), prepared.path.read_bytes())
    return article


def _diff(prepared: Prepared, written: str, shown: str) -> str:
    before, after = prepared.text.splitlines(), written.splitlines()
    return "\n".join(unified_diff(before, after, prepared.file, shown, lineterm="", n=0))
