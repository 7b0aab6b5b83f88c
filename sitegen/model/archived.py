"""Where the archive as data stands, once for all scripts, and the list of the digests of everything."""

from collections.abc import Iterable, Iterator

MANIFEST = "manifest.sha256"
"""At the root of what is published; it tells of every file but itself."""

FOLDER = "data"
PACKAGE = f"{FOLDER}/datapackage.json"
TERMS, WORDS = f"{FOLDER}/terms.csv", f"{FOLDER}/glossary.csv"
TREE_SCHEMA, TABLE_SCHEMA = f"{FOLDER}/articles-jsonl.schema.json", f"{FOLDER}/articles-csv.schema.json"
FORMS = ("jsonl", "csv")


def year_path(year: str, form: str) -> str:
    """The file of the articles of a year, or of the undated.

    >>> year_path("2024", "csv")
    'data/2024.csv.gz'
    """
    return f"{FOLDER}/{year}.{form}.gz"


def data_paths(years: Iterable[str]) -> Iterator[str]:
    """Every file of the data."""
    yield from (year_path(year, form) for year in years for form in FORMS)
    yield from (PACKAGE, TERMS, WORDS, TREE_SCHEMA, TABLE_SCHEMA)
