"""Step 1: files → articles, pages and the words of terms, or every problem at once."""

from sitegen.loader.bodies import read_body
from sitegen.loader.content import ARTICLES, MEDIA, Answer, Asked, Fetch, answer, load_content, uses_of
from sitegen.loader.files import Inventory, take_inventory
from sitegen.loader.frontmatter import body_in
from sitegen.loader.glossary import read_glossary
from sitegen.loader.marks import plain_lines
from sitegen.loader.media import picture_digest
from sitegen.loader.settings import Reading
from sitegen.loader.text import clean, read_bytes

__all__ = [
    "ARTICLES",
    "MEDIA",
    "Answer",
    "Asked",
    "Fetch",
    "Inventory",
    "Reading",
    "answer",
    "body_in",
    "clean",
    "load_content",
    "picture_digest",
    "plain_lines",
    "read_body",
    "read_bytes",
    "read_glossary",
    "take_inventory",
    "uses_of",
]
