"""What a preview showed last, as a file, so that the next one shows it before the program that plans is there.

It is told only while nothing has changed since: the folder of the site, the program, and no article has fallen due.
"""

import json
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.folder import RECORD, program, see

if TYPE_CHECKING:  # what was kept is recalled before what plans is loaded
    from sitegen.builder.desk import Desk

FRONT = "index.html"
MOST = 50
"""Pages that are kept besides the front page."""

LINES = 3
"""The digest of all that follows, what is known, and the files one after the other."""


class Page(NamedTuple):
    """The bytes of a file as they are built; of a page the file that its author wrote."""

    content: bytes
    source: str = ""


class Kept(NamedTuple):
    """Files of a site by path, and what has to be known to answer with them; times are seconds since 1970."""

    signature: str
    made_at: float
    valid_until: float | None
    base_path: str
    styles: tuple[tuple[str, str], ...]
    files: dict[str, Page]


def kept_of(desk: "Desk") -> Kept | None:
    """What a desk that has been left shows: the front page, the pages that were asked for last, what dresses them; None where it is not left."""
    if (left := desk.left) is None:
        return None
    ground, until = left.ground, left.plan.valid_until
    files = {each.path: Page(each.content) for each in ground.assets}
    # An article that readers would not see yet is marked with words that are not at hand so early.
    files |= {each.path: Page(each.content, each.source) for each in desk.stand.latest(FRONT, MOST) if not each.mark}
    return Kept(
        signature=ground.inputs.signature.hex(),
        made_at=ground.visibility.now.timestamp(),
        valid_until=until.timestamp() if until else None,
        base_path=desk.base_path,
        styles=tuple(each for each in ground.named_assets if each[0].endswith(".css")),
        files=files,
    )


def keep(site: Path, kept: Kept, *, everything: bool) -> None:
    """Keep what was shown, in place of what was kept before; where that cannot be written, nothing is lost."""
    file = _file(site, everything=everything)
    listed = [(path, page.source, len(page.content)) for path, page in kept.files.items()]
    known = json.dumps([program(), *kept[:-1], listed]).encode()
    body = b"\n".join((known, b"".join(page.content for page in kept.files.values())))
    with suppress(OSError):
        new = file.with_suffix(".new")
        new.write_bytes(b"\n".join((_digest(body), body)))
        new.replace(file)


def recall(site: Path, now: float, *, everything: bool) -> Kept | None:
    """What was kept of a site on which nothing has changed since; None where something has, or nothing was kept."""
    try:
        digest, known, body = _file(site, everything=everything).read_bytes().split(b"\n", LINES - 1)
    except (OSError, ValueError):
        return None
    if digest != _digest(b"\n".join((known, body))):
        return None
    its_program, signature, made_at, valid_until, base_path, styles, listed = json.loads(known)
    in_time = made_at <= now and (valid_until is None or now < valid_until)
    if not in_time or its_program != program() or signature != see(site).signature.hex():
        return None
    pairs = tuple((name, path) for name, path in styles)
    return Kept(signature, made_at, valid_until, base_path, pairs, _parted(listed, body))


def _parted(listed: list[tuple[str, str, int]], body: bytes) -> dict[str, Page]:
    files, at = {}, 0
    for path, source, length in listed:
        files[path] = Page(body[at : at + length], source)
        at += length
    return files


def _file(site: Path, *, everything: bool) -> Path:
    return site / RECORD / f"preview-{'all' if everything else 'published'}.kept"


def _digest(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode()
