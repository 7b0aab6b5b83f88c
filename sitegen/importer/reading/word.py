"""Read Word and WPS documents. The only module that knows python-docx."""

import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

from sitegen.errors import ContentError, Place
from sitegen.messages import message

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

LARGEST = 50_000_000
"""Bytes that a document may unpack to."""

SMALLEST_TITLE = 4
BROKEN = message("this is no Word document that can be read")


def read_word(data: bytes, file: str) -> tuple[str, str]:
    """Give the paragraphs of a document, and its title where somebody gave it one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            size = sum(each.file_size for each in archive.infolist())
    except zipfile.BadZipFile as error:
        raise ContentError(BROKEN, place=Place(file), hint=message("open it and save it anew as .docx")) from error
    if size > LARGEST:
        raise ContentError(
            message("this document unpacks to more than 50 MB"), place=Place(file), hint=message("save its text alone")
        )
    document = _opened(data, file)
    return "\n".join(_lines(document)), _title(document)


def _opened(data: bytes, file: str) -> "Document":
    import docx

    try:
        return docx.Document(BytesIO(data))
    except Exception as error:  # the library lets through whatever its parsers raise
        raise ContentError(BROKEN, place=Place(file), hint=message("open it and save it anew as .docx")) from error


def _lines(document: "Document") -> list[str]:
    from docx.table import Table

    lines = []
    for part in document.iter_inner_content():
        lines += _rows(part) if isinstance(part, Table) else [part.text.replace("\n", " ")]
    return lines


def _rows(table: "Table") -> list[str]:
    return ["\t".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in table.rows]


def _title(document: "Document") -> str:
    """The title among a document's properties; what programs write there by themselves is Latin."""
    title = document.core_properties.title or ""
    return "" if title.isascii() or title.endswith("文档") or len(title) < SMALLEST_TITLE else title
