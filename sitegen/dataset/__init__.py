"""A step beside the renderer: articles as they were written → the archive as data, for those who study it."""

from sitegen.dataset.files import csv_pieces, jsonl_pieces
from sitegen.dataset.package import Resource, package_json, schema_files
from sitegen.dataset.rows import Row, row_json
from sitegen.dataset.tables import glossary_csv, terms_csv

__all__ = [
    "Resource",
    "Row",
    "csv_pieces",
    "glossary_csv",
    "jsonl_pieces",
    "package_json",
    "row_json",
    "schema_files",
    "terms_csv",
]
