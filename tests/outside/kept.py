"""Have programs that keep and cite read what is published for them: citations in RIS and CSL-JSON, and the data package."""

import json
import warnings
from collections.abc import Callable, Iterator
from importlib.metadata import version
from pathlib import Path

import rispy

from tests.outside.reading import Reading

STYLE = "harvard-cite-them-right"
"""The style that citeproc-py brings along."""


def read_ris(folder: Path) -> Reading:
    """Let a reader of RIS read all citations."""
    return _read(folder, "*.ris", _ris, f"rispy {version('rispy')}", "citations in RIS")


def cite_csl(folder: Path) -> Reading:
    """Let a processor of CSL write a line of each citation."""
    return _read(folder, "citation.json", _csl, f"citeproc-py {version('citeproc-py')}", "citations in CSL-JSON")


def read_package(folder: Path) -> Reading:
    """Let frictionless read the data package: its description, its digests, and every row against the schema."""
    reader = f"frictionless {version('frictionless')}"
    return _read(folder, "datapackage.json", _package, reader, "data packages")


def _read(folder: Path, names: str, faults_of: Callable[[Path], Iterator[str]], reader: str, what: str) -> Reading:
    files = sorted(folder.rglob(names))
    faults = tuple(f"{file.relative_to(folder)}: {fault}" for file in files for fault in faults_of(file))
    return Reading(reader=reader, what=what, count=len(files), faults=faults)


def _ris(file: Path) -> Iterator[str]:
    entries = rispy.loads(file.read_text("utf-8"))
    if len(entries) != 1:
        yield f"{len(entries)} entries are in it"
    for each in entries:
        yield from (f"there is no {name}" for name in ("type_of_reference", "title", "urls") if not each.get(name))
        yield from (f"nobody knows the tag {tag}" for tag in each.get("unknown_tag", {}))


def _csl(file: Path) -> Iterator[str]:
    from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
    from citeproc.source.json import CiteProcJSON

    items = json.loads(file.read_text("utf-8"))
    with warnings.catch_warnings(record=True) as said:
        warnings.simplefilter("always")
        style = CitationStylesStyle(STYLE, validate=False)
        written = CitationStylesBibliography(style, CiteProcJSON(items), formatter.plain)
        for each in items:
            written.register(Citation([CitationItem(each["id"])]))
        lines = [str(each) for each in written.bibliography()]
    yield from (str(each.message) for each in said if issubclass(each.category, UserWarning))
    for item, line in zip(items, lines, strict=True):
        title, address = item.get("title"), item.get("URL")
        if not title or not address or title.partition(":")[0] not in line or address not in line:
            yield f"{line!r} lacks the title or the address"


def _package(file: Path) -> Iterator[str]:
    from frictionless import FrictionlessException, Package

    try:
        report = Package(str(file)).validate()
    except FrictionlessException as error:
        yield str(error)
        return
    yield from (f"{name}: {note}" for name, note in report.flatten(["name", "note"]))
