"""One file → what its article will be made from, in a process of its own, or why it cannot be read."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sitegen.duplicates import Fingerprint, fingerprint
from sitegen.errors import SitegenError, leaves
from sitegen.files import printable
from sitegen.foreign import foreign
from sitegen.importer.clipping import Change, Clipping
from sitegen.importer.filing import digest_of, is_imported, original_path
from sitegen.importer.mending import mend
from sitegen.importer.reading import Raw, read_raw
from sitegen.importer.understanding import understand
from sitegen.messages import Message, message
from sitegen.model import Script


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
class Prepared:
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


def prepare(path: Path, wishes: Wishes) -> Prepared:
    """Read a file, mend it and understand it; whatever is wrong with it is told and stops no other."""
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
    return Prepared(path=path, problem=problem, hint=hint)


def _joined(problems: tuple[Message | str, ...]) -> Message | str:
    """One sentence of one or several."""
    first, *others = problems
    return message("{one}; {other}", one=first, other=_joined(tuple(others))) if others else first


def _read(path: Path, wishes: Wishes) -> Prepared:
    data = path.read_bytes()
    digest = digest_of(data)
    if is_imported(wishes.site, digest):
        return Prepared(path=path, digest=digest, known=True)
    raw = read_raw(data, printable(str(path)))
    mended = mend(raw.text, leave=wishes.leave, script=wishes.script)
    clipping = understand(raw, mended, date=wishes.date, boilerplate=_patterns(wishes))
    changes = {**mended.changes, **({"boilerplate": clipping.left_out} if clipping.left_out else {})}
    return Prepared(
        path=path,
        digest=digest,
        encoding=raw.encoding,
        text=raw.text,
        clipping=clipping,
        changes=changes,
        origin=_origin(path, digest, raw, changes, wishes.site),
        fingerprint=fingerprint("\n".join(clipping.paragraphs)),
    )


def _origin(path: Path, digest: str, raw: Raw, changes: dict[str, int], site: Path) -> dict[str, object]:
    """What the article will say of where it came from, as far as there is something to say."""
    origin = {
        "file": printable(path.name),
        "original": printable(original_path(site, digest, path.suffix).relative_to(site).as_posix()),
        "encoding": raw.encoding,
        "address": raw.address,
        "changes": changes,
    }
    return {key: value for key, value in origin.items() if value}


def _patterns(wishes: Wishes) -> tuple[str, ...] | None:
    return None if Change.BOILERPLATE in wishes.leave else wishes.boilerplate
