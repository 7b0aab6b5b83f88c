"""The manifest of a site: the digest of every file that is published, made last, without reading again what is as it was."""

from collections.abc import Iterable

from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.cache import Changes, digest_of
from sitegen.messages import message
from sitegen.model import OutputFile
from sitegen.model.archived import MANIFEST
from sitegen.writer import Stage, Staged, digest_of_file, digests_in, manifest_of

CHANGED = message("a file that it names came, went or changed")


def listed(session: Session, staged: Iterable[Staged], stale: Stale, work: Work, stage: Stage) -> Staged:
    """Make the manifest of all files of the site, of which some were made just now."""
    known = _published(session) | {each.path: each.digest for each in staged}
    digests = {path: known.get(path) or _read(session, path) for path in work.fingerprints if path != MANIFEST}
    content = manifest_of(digests)
    stale.is_due(MANIFEST, digest_of(content), work, why=CHANGED)
    return stage.put(OutputFile(path=MANIFEST, content=content))


def note_manifest(changes: Changes, session: Session, made: Iterable[Staged]) -> None:
    """Remember by what the next build tells that the published manifest is ours."""
    for each in made:
        if each.path == MANIFEST:
            changes.note(_key(session), each.digest.encode())


def _published(session: Session) -> dict[str, str]:
    """The digests that the last build listed; none where somebody has changed the list since."""
    noted = session.record.fact(_key(session))
    try:
        content = (session.output / MANIFEST).read_bytes() if noted else b""
    except OSError:
        return {}
    return digests_in(content) if noted and digest_of_file(content).encode() == noted else {}


def _read(session: Session, path: str) -> str:
    """The digest of a published file that nobody has noted yet."""
    return digest_of_file((session.output / path).read_bytes())


def _key(session: Session) -> str:
    return f"{MANIFEST} {session.key}"
