"""Let a preview begin where the last one ended: from the record, without an article being read before somebody asks for it."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime
from functools import cache, partial
from typing import NoReturn, TypeVar

from msgspec import DecodeError, Struct, json

from sitegen.builder.fetched import decoded
from sitegen.builder.ground import Ground
from sitegen.builder.options import Options
from sitegen.builder.stock import READING
from sitegen.cache import GENERATION, Known, Record, digest_of, held, open_record
from sitegen.folder import RECORD, program
from sitegen.loader import MEDIA
from sitegen.messages import Message
from sitegen.model import Article, Catalogue, Media, TermNote
from sitegen.planner import Finder, Made, Sources, WholePlanNeeded, finder_of, shelf_of

Form = TypeVar("Form", Article, TermNote, Media)


class Rest(Struct):
    """What a preview leaves behind: the order of the site, the route of each article, and what that was made from."""

    signature: str
    generation: bytes
    made_at: datetime
    valid_until: datetime | None
    catalogue: Catalogue
    routes: list[str]


class _Busy(Exception):  # noqa: N818  # no error: it will be kept another time
    pass


def found_at_rest(record: Record, ground: Ground, options: Options) -> Finder | None:
    """What finds the sheets of a site on which nothing has changed since a preview was left; None where something has."""
    noted = record.fact(_key(options))
    try:
        rest = json.decode(noted, type=Rest) if noted else None
    except DecodeError:
        return None
    if rest is None or not _holds(rest, ground) or rest.generation != record.fact(GENERATION):
        return None
    copies = frozenset(f"/{copy.path}" for copy in ground.copies)
    shelf = shelf_of(rest.catalogue, ground.facts, ground.visibility, _sources(record), copies)
    return finder_of(shelf, rest.routes)


def leave(ground: Ground, options: Options, rest: Rest, fresh: Sequence[Known]) -> bool:
    """Keep what was read and put in order; False where somebody is building the site meanwhile.

    The generation of what is left is that of the record after this.
    """
    folder = ground.inputs.site / RECORD
    there = {each.shown for each in ground.inputs.files}
    with suppress(_Busy), held(folder, _give_up), open_record(folder, program()) as record:
        gone = record.stamps().keys() - there
        with record.changes() as changes:
            changes.note(READING, digest_of(ground.reading.depends))
            changes.keep_sources(fresh, gone)
        rest.generation = record.fact(GENERATION) or b""
        with record.changes() as changes:
            changes.note(_key(options), json.encode(rest))
        return True
    return False


def signature_of(ground: Ground) -> str:
    """Equal for equal folders, as far as the disk tells."""
    return ground.inputs.signature.hex()


def _holds(rest: Rest, ground: Ground) -> bool:
    now = ground.visibility.now
    in_time = rest.made_at <= now and (rest.valid_until is None or now < rest.valid_until)
    return in_time and rest.signature == signature_of(ground)


def _key(options: Options) -> str:
    return f"preview {json.encode(options.shown).decode()}"


def _give_up(_holder: Message) -> NoReturn:
    raise _Busy


def _sources(record: Record) -> Sources:
    media = {file for file, stamp in record.stamps().items() if stamp.kind == MEDIA}
    return Sources(
        article=cache(partial(_known, record, Article)),
        note=cache(partial(_known, record, TermNote)),
        media=Made(media, partial(_known, record, Media)),
    )


def _known(record: Record, kind: type[Form], file: str) -> Form:
    row = record.source(file)
    value = decoded(row.kind, row.value) if row else None
    if not isinstance(value, kind):
        raise WholePlanNeeded(f"nothing is known of {file}")
    return value
