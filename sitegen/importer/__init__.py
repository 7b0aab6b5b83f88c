"""Bring scraped text and other people's files in: files → article files."""

from sitegen.importer.batch import Outcome, Status, import_files
from sitegen.importer.clipping import Change, Clipping, Person
from sitegen.importer.preparing import Wishes

__all__ = ["Change", "Clipping", "Outcome", "Person", "Status", "Wishes", "import_files"]
