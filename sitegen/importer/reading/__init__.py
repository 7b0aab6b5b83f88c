"""Read whatever people bring: bytes → text and what is known of it."""

import re

from sitegen.errors import ContentError, Place
from sitegen.importer.reading.cleaning import cleaned
from sitegen.importer.reading.decoding import decode
from sitegen.importer.reading.files import files_to_read
from sitegen.importer.reading.page import LARGEST, charset_of, is_page, read_page
from sitegen.importer.reading.raw import Raw
from sitegen.importer.reading.word import read_word
from sitegen.messages import message

__all__ = ["Raw", "files_to_read", "read_raw"]

OLD_WORD = b"\xd0\xcf\x11\xe0"
ZIP = b"PK\x03\x04"
OTHERS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF", b"Rar!", b"\x1f\x8b", b"<?xml")
HEADED = re.compile(r"\s*(---|\+\+\+)[ \t]*\n[A-Za-z_][\w-]*[ \t]*[:=].*?\n\1[ \t]*(?:\n|\Z)", re.ASCII | re.DOTALL)
"""The front matter of an article, in YAML or, as other generators have it too, in TOML."""


def read_raw(data: bytes, file: str) -> Raw:
    """Read the bytes of a file, or raise a ContentError that says why they are no text."""
    page = is_page(data, file)
    _refuse(data, file, page=page)
    if data.startswith(ZIP):
        text, title = read_word(data, file)
        raw = Raw(file=file, text=cleaned(text), encoding="docx", title=cleaned(title))
    elif page:
        raw = _page(data[:LARGEST], file)
    else:
        decoded = decode(data)
        _refuse_headed(decoded.text, file)
        raw = Raw(file=file, text=cleaned(decoded.text), encoding=decoded.encoding, lost=decoded.lost)
    if not raw.text:
        raise ContentError(message("there are no words in it"), place=Place(file), hint=message("leave it out"))
    return raw


def _page(data: bytes, file: str) -> Raw:
    decoded = decode(data)
    named = charset_of(data)
    if named and decoded.encoding not in {"utf-8", "utf-16"}:
        decoded = decoded._replace(text=_in(named, data, decoded.text), encoding=named)
    found = read_page(decoded.text)
    words = {key: cleaned(value) for key, value in found.items() if isinstance(value, str)}
    return Raw(file=file, encoding=decoded.encoding, lost=decoded.lost, captions=found["captions"], **words)


def _in(codec: str, data: bytes, otherwise: str) -> str:
    try:
        return data.decode(codec, "replace")
    except LookupError:
        return otherwise


def _refuse(data: bytes, file: str, *, page: bool) -> None:
    if not data.strip():
        raise ContentError(message("there is nothing in it"), place=Place(file), hint=message("leave it out"))
    if data.startswith(OLD_WORD):
        raise ContentError(
            message("this is an old Word document"), place=Place(file), hint=message("open it and save it as .docx")
        )
    if data.startswith(OTHERS) and not page:
        raise ContentError(message("this is no text"), place=Place(file), hint=message("leave it out"))


def _refuse_headed(text: str, file: str) -> None:
    """An article of this or of another generator needs no import, which would take what is said of it for its words."""
    if HEADED.match(text[:100_000].replace("\r\n", "\n")):
        hint = message("put it into content/articles/ as it is, and `sitegen check` says what has another name here")
        raise ContentError(message("this has front matter already"), place=Place(file), hint=hint)
