"""Import many files: each by itself, in several processes; then duplicates, then the writing, one after the other."""

import os
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from difflib import unified_diff
from enum import StrEnum
from functools import partial
from pathlib import Path

from sitegen.duplicates import Duplicates, Fingerprint, Match, fingerprint
from sitegen.errors import SitegenError, leaves
from sitegen.files import printable
from sitegen.foreign import foreign
from sitegen.importer.article_file import article_file
from sitegen.importer.clipping import Change, Clipping
from sitegen.importer.filing import article_paths, digest_of, is_imported, original_path, put_new
from sitegen.importer.mending import mend
from sitegen.importer.reading import read_raw
from sitegen.importer.understanding import understand
from sitegen.messages import Message, message
from sitegen.model import Script

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
class Wishes:
    """What an editor asked for. `into` is the folder of the articles, `leave` the kinds of change to leave out."""

    site: Path
    into: Path
    date: str = ""
    script: Script | None = None
    leave: frozenset[Change] = frozenset()
    boilerplate: tuple[str, ...] = ()
    skip_duplicates: bool = False
    dry_run: bool = False


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


@dataclass(frozen=True, slots=True, kw_only=True)
class _Prepared:
    """A file made ready in a process of its own."""

    path: Path
    digest: str = ""
    known: bool = False
    problem: Message | str = ""
    hint: Message | str = ""
    encoding: str = ""
    text: str = ""
    clipping: Clipping | None = None
    changes: Mapping[str, int] = field(default_factory=dict)
    origin: Mapping[str, object] = field(default_factory=dict)
    fingerprint: Fingerprint | None = None

    @property
    def file(self) -> str:
        """The path as it is told and noted."""
        return printable(str(self.path))


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


def _prepared(paths: Sequence[Path], wishes: Wishes) -> Iterator[_Prepared]:
    prepare = partial(_prepare, wishes=wishes)
    if len(paths) <= ALONE:
        yield from map(prepare, paths)
        return
    with ProcessPoolExecutor() as pool:
        yield from pool.map(prepare, paths, chunksize=CHUNK)


def _prepare(path: Path, wishes: Wishes) -> _Prepared:
    hint: Message | str = ""
    try:
        return _read(path, wishes)
    except (SitegenError, ExceptionGroup) as error:
        found = tuple(leaves(error))
        problem = _joined(tuple(leaf.problem if isinstance(leaf, SitegenError) else str(leaf) for leaf in found))
        hint = next((leaf.hint for leaf in found if isinstance(leaf, SitegenError)), "")
    except OSError as error:
        problem = message("cannot be read: {reason}", reason=foreign(error.strerror))
    except Exception as error:  # noqa: BLE001  # one file never stops the rest
        problem = message("cannot be understood: {name}: {error}", name=type(error).__name__, error=str(error))
    return _Prepared(path=path, problem=problem, hint=hint)


def _joined(problems: tuple[Message | str, ...]) -> Message | str:
    """One sentence of one or several."""
    first, *others = problems
    return message("{one}; {other}", one=first, other=_joined(tuple(others))) if others else first


def _read(path: Path, wishes: Wishes) -> _Prepared:
    data = path.read_bytes()
    digest = digest_of(data)
    if is_imported(wishes.site, digest):
        return _Prepared(path=path, digest=digest, known=True)
    raw = read_raw(data, printable(str(path)))
    mended = mend(raw.text, leave=wishes.leave, script=wishes.script)
    clipping = understand(raw, mended, date=wishes.date, boilerplate=_patterns(wishes))
    changes = {**mended.changes, **({"boilerplate": clipping.left_out} if clipping.left_out else {})}
    kept = original_path(wishes.site, digest, path.suffix).relative_to(wishes.site).as_posix()
    origin = {
        "file": printable(path.name),
        "original": printable(kept),
        "encoding": raw.encoding,
        "address": raw.address,
        "changes": changes,
    }
    return _Prepared(
        path=path,
        digest=digest,
        encoding=raw.encoding,
        text=raw.text,
        clipping=clipping,
        changes=changes,
        origin={key: value for key, value in origin.items() if value},
        fingerprint=fingerprint("\n".join(clipping.paragraphs)),
    )


def _patterns(wishes: Wishes) -> tuple[str, ...] | None:
    return None if Change.BOILERPLATE in wishes.leave else wishes.boilerplate


def _finished(prepared: _Prepared, wishes: Wishes, duplicates: Duplicates) -> Outcome:
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


def _write(prepared: _Prepared, written: str, wishes: Wishes) -> Path:
    """Write the article, then keep the original: a file is known from then on."""
    clipping = prepared.clipping
    assert clipping  # noqa: S101  # for the type checker; `_finished` has looked
    article = next(path for path in article_paths(wishes.into, clipping) if put_new(path, written.encode()))
    put_new(original_path(wishes.site, prepared.digest, prepared.path.suffix), prepared.path.read_bytes())
    return article


def _diff(prepared: _Prepared, written: str, shown: str) -> str:
    before, after = prepared.text.splitlines(), written.splitlines()
    return "\n".join(unified_diff(before, after, prepared.file, shown, lineterm="", n=0))
