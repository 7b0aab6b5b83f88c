"""Step 1: files → articles, pages and the words of terms, or every problem at once."""

from sitegen.loader.bodies import read_body
from sitegen.loader.content import Answer, Asked, answer, load_content
from sitegen.loader.glossary import read_glossary
from sitegen.loader.marks import plain_lines
from sitegen.loader.media import picture_digest
from sitegen.loader.settings import Reading
from sitegen.loader.text import read_bytes

__all__ = [
    "Answer",
    "Asked",
    "Reading",
    "answer",
    "load_content",
    "picture_digest",
    "plain_lines",
    "read_body",
    "read_bytes",
    "read_glossary",
]
