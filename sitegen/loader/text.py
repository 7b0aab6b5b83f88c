"""Read the bytes of a file as clean text: no BOM, LF, NFC, no control characters."""

import re
import unicodedata
from codecs import BOM_UTF8
from pathlib import Path

from sitegen.errors import ContentError, Place
from sitegen.foreign import foreign
from sitegen.messages import message

CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]")
OTHER_ENDS = ("\r", "\x85", "\u2028", "\u2029")
LINE_ENDS = re.compile(r"\r\n?|\x85|\u2028|\u2029")


def read_text(path: Path | str, file: str) -> str:
    """Read a text file, or raise a ContentError that names the line. `file` is its name in messages."""
    return clean(read_bytes(path, file), file)


def read_bytes(path: Path | str, file: str) -> bytes:
    """Read a file, or raise a ContentError."""
    try:
        with open(path, "rb", buffering=0) as opened:  # noqa: PTH123  # for every article
            return opened.read()
    except OSError as error:
        raise ContentError(
            message("cannot be read: {reason}", reason=foreign(error.strerror)), place=Place(file)
        ) from error


def clean(data: bytes, file: str) -> str:
    """Decode UTF-8 and put the text into its canonical form."""
    data = data.removeprefix(BOM_UTF8)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = LINE_ENDS.sub("\n", data[: error.start].decode("utf-8")).count("\n") + 1
        hint = message("save it as UTF-8, or bring it in with `sitegen import`")
        raise ContentError(message("this is not UTF-8"), place=Place(file, line), hint=hint) from error
    if any(end in text for end in OTHER_ENDS):
        text = LINE_ENDS.sub("\n", text)
    text = unicodedata.normalize("NFC", text)
    if odd := CONTROL.search(text):
        line = text.count("\n", 0, odd.start()) + 1
        problem = message("there is a control character (U+{code:04X})", code=ord(odd[0]))
        raise ContentError(problem, place=Place(file, line), hint=message("delete it"))
    return text
