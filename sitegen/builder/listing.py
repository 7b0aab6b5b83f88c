"""The manifest of a site: the digest of every file that is published, made last, without reading again what is as it was."""

from collections.abc import Iterable, Mapping

from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.cache import Changes, digest_of
from sitegen.messages import message
from sitegen.model import OutputFile
from sitegen.model.archived import MANIFEST
from sitegen.writer import Stage, Staged, amended, digest_of_file, digests_in, manifest_of

CHANGED = message("a file that it names came, went or changed")


def listed(session: Session, staged: Iterable[Staged], stale: Stale, work: Work, stage: Stage) -> Staged:
    """Make the manifest of all files of the site, of which some were made just now."""
    before = _published(session)
    digests = {each.path: each.digest for each in staged if each.path in work.fingerprints}
    content = _amended(before, digests, work) or _whole(session, digests_in(before) | digests, work)
    made = stage.put(OutputFile(path=MANIFEST, content=content))
    stale.is_due(MANIFEST, digest_of(made.digest), work, why=CHANGED)
    return made


def note_manifest(changes: Changes, session: Session, made: Iterable[Staged]) -> None:
    """Remember by what the next build tells that the published manifest is ours, and of all that it knows."""
    changes.forget(_key(session))
    for each in made:
        if each.path == MANIFEST:
            changes.note(_key(session), each.digest.encode())


def _amended(before: bytes, digests: Mapping[str, str], work: Work) -> bytes | None:
    """The list of the last build with what is another now; None where that is not the list of all files.

    Whatever the record knows is in that list, so that the same number of files are the same files.
    """
    gone = [path for path in work.known if path not in work.fingerprints]
    content = amended(before, digests, gone) if before else None
    files = len(work.fingerprints) - (MANIFEST in work.fingerprints)
    return content if content and content.count(b"\n") == files else None


def _whole(session: Session, known: Mapping[str, str], work: Work) -> bytes:
    """The list of all files, of which those are read whose digests nobody has noted."""
    return manifest_of(
        {path: known.get(path) or _read(session, path) for path in work.fingerprints if path != MANIFEST}
    )


def _published(session: Session) -> bytes:
    """The list of the last build; nothing where somebody has changed it since."""
    noted = session.record.fact(_key(session))
    try:
        content = (session.output / MANIFEST).read_bytes() if noted else b""
    except OSError:
        return b""
    return content if noted and digest_of_file(content).encode() == noted else b""


def _read(session: Session, path: str) -> str:
    """The digest of a published file that nobody has noted yet."""
    return digest_of_file((session.output / path).read_bytes())


def _key(session: Session) -> str:
    return f"{MANIFEST} {session.key}"
