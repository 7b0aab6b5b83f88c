"""Step 1: files → articles, pages and the words of terms, or every problem at once."""

from typing import TYPE_CHECKING

from sitegen.on_demand import on_demand

if TYPE_CHECKING:
    from sitegen.loader.asking import ARTICLES, MEDIA, Answer, Asked, Fetch, uses_of
    from sitegen.loader.bodies import read_body
    from sitegen.loader.content import answer, load_content
    from sitegen.loader.files import Inventory, take_inventory
    from sitegen.loader.frontmatter import body_in
    from sitegen.loader.glossary import read_glossary
    from sitegen.loader.marks import plain_lines
    from sitegen.loader.media import picture_digest
    from sitegen.loader.settings import Reading
    from sitegen.loader.text import clean, read_bytes
else:
    __getattr__ = on_demand(
        __name__,
        {
            "asking": "ARTICLES MEDIA Answer Asked Fetch uses_of",
            "bodies": "read_body",
            "content": "answer load_content",
            "files": "Inventory take_inventory",
            "frontmatter": "body_in",
            "glossary": "read_glossary",
            "marks": "plain_lines",
            "media": "picture_digest",
            "settings": "Reading",
            "text": "clean read_bytes",
        },
    )

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
