"""Turn lines of articles into the files of the archive as data, and these into the description of them all."""

from collections.abc import Iterable, Iterator

from sitegen.dataset import Resource, csv_pieces, glossary_csv, jsonl_pieces, package_json, schema_files, terms_csv
from sitegen.model import Catalogue, OutputFile, SiteFacts
from sitegen.model.archived import FORMS, PACKAGE, TERMS, WORDS, year_path
from sitegen.packing import gzipped
from sitegen.planner import views_of, year_of
from sitegen.renderer import as_written
from sitegen.writer import digest_of_file


def years_of(catalogue: Catalogue) -> dict[str, tuple[str, ...]]:
    """The files of the articles of each year, oldest first."""
    years: dict[str, list[str]] = {}
    for each in catalogue.standing:
        years.setdefault(year_of(each), []).append(each.file)
    return {year: tuple(years[year]) for year in sorted(years)}


def year_file(year: str, form: str, lines: Iterable[bytes], facts: SiteFacts) -> OutputFile:
    """The file of the articles of a year in one form."""
    pieces = jsonl_pieces(lines) if form == FORMS[0] else csv_pieces(lines, [each.key for each in facts.taxonomies])
    return OutputFile(path=year_path(year, form), content=gzipped(pieces))


def resource_of(file: OutputFile, rows: int) -> Resource:
    """What is said of a file that tells of so many things."""
    return Resource(file.path, len(file.content), digest_of_file(file.content), rows)


def described(years: Iterable[Resource], catalogue: Catalogue, facts: SiteFacts) -> Iterator[OutputFile]:
    """The tables of terms and words, the schemas, and last the description of everything."""
    root = next(iter(views_of(facts).values()))
    terms = terms_csv(catalogue, root.urls.absolute, lambda text: as_written(text).value)
    tables = OutputFile(path=TERMS, content=terms), OutputFile(path=WORDS, content=glossary_csv(facts.glossary))
    counts = (
        sum(len(each.terms) for each in catalogue.taxonomies.values()),
        sum(len(each.forms) for each in facts.glossary),
    )
    told = map(resource_of, tables, counts)
    package = package_json(facts, tuple(years), *told, articles=len(catalogue.standing))
    yield from (*tables, *schema_files(facts), OutputFile(path=PACKAGE, content=package))
