"""A step beside the renderer: articles as they were written → the archive as data, for those who study it."""

from typing import TYPE_CHECKING

from sitegen.on_demand import on_demand

if TYPE_CHECKING:
    from sitegen.dataset.files import csv_pieces, jsonl_pieces
    from sitegen.dataset.package import Resource, package_json, schema_files
    from sitegen.dataset.rows import Row, row_json
    from sitegen.dataset.tables import glossary_csv, terms_csv
else:
    __getattr__ = on_demand(
        __name__,
        {
            "files": "csv_pieces jsonl_pieces",
            "package": "Resource package_json schema_files",
            "rows": "Row row_json",
            "tables": "glossary_csv terms_csv",
        },
    )

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
