"""Files of the content → what is in them, in whatever process the work has come to."""

from collections.abc import Sequence
from hashlib import blake2b
from itertools import islice

from sitegen.builder.fetched import Read, Told, encode
from sitegen.cache import shown_digest
from sitegen.chinese import known_slugs
from sitegen.errors import SitegenError, problems_in
from sitegen.loader import Asked, Reading, answer, read_bytes
from sitegen.model import Media


def read_files(asked: Sequence[tuple[Asked, bytes]], reading: Reading) -> list[Told]:
    """Read some files, unless their bytes have the digest that is known of them."""
    return [_read(each, digest, reading) for each, digest in asked]


def _read(asked: Asked, known: bytes, reading: Reading) -> Told:
    try:
        data = read_bytes(asked.found.path_text, asked.found.shown)
    except SitegenError as error:
        return list(problems_in(error))
    digest = blake2b(data, digest_size=16).digest()
    if digest == known:
        return None
    spelled = len(known_slugs)
    made = answer(asked, reading, data)
    if isinstance(made, tuple):
        return list(made)
    shown = b"" if isinstance(made, Media) else shown_digest(made)
    return Read(digest, shown, encode(made), tuple(islice(known_slugs.items(), spelled, None)))
