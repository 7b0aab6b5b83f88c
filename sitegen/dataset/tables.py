"""The terms and the words of a site → small tables beside the articles."""

from collections.abc import Callable, Iterator

from sitegen.dataset.fields import TERM, WORD
from sitegen.dataset.files import table_line
from sitegen.model import Catalogue, Glossary, Text


def terms_csv(catalogue: Catalogue, address: Callable[[str], str], words: Callable[[Text], str]) -> bytes:
    """Every term of every taxonomy; `address` is the whole address of a route, `words` are those of a text as it was written."""
    return b"".join(_terms(catalogue, address, words))


def glossary_csv(glossary: Glossary) -> bytes:
    """What the glossary of the site says, a line for each form of a word."""
    lines = sorted((word.written, script.value, form) for word in glossary for script, form in word.forms)
    return b"".join([table_line([each.name for each in WORD]), *map(table_line, lines)])


def _terms(catalogue: Catalogue, address: Callable[[str], str], words: Callable[[Text], str]) -> Iterator[bytes]:
    yield table_line([each.name for each in TERM])
    for taxonomy, kept in catalogue.taxonomies.items():
        for term in sorted(kept.terms, key=lambda each: each.key):
            key = "/".join(term.key)
            broader = "/".join(term.key[:-1])
            yield table_line(
                [taxonomy, key, words(term.lead.text), broader, len(term.places), address(term.lead.route)]
            )
