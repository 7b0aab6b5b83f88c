"""What the steps know of the language: conversion, scripts, glossaries, pinyin and counting.

What only scraped text needs is in `scraped.py` and `dates.py`, and what only the audit needs in `guesses.py`: a build does not load them.
"""

from typing import TYPE_CHECKING

from sitegen.on_demand import on_demand

if TYPE_CHECKING:
    from sitegen.chinese.conversion import Conversion, convert
    from sitegen.chinese.counting import HAN, beginning, count_characters, numeral
    from sitegen.chinese.glossary import relevant
    from sitegen.chinese.html import convert_html
    from sitegen.chinese.orthography import Dictionaries, Orthography
    from sitegen.chinese.pinyin import known_slugs, slug_of
    from sitegen.chinese.rules import (
        escaped,
        faults_in,
        has_rules,
        rule_of,
        sheltered,
        unsheltered,
        without_marks,
        without_rules,
    )
    from sitegen.chinese.scripts import doubt_of, script_of, strays, term_key
    from sitegen.chinese.spelling import syllables_of
    from sitegen.chinese.variants import normalised, representatives
else:
    __getattr__ = on_demand(
        __name__,
        {
            "conversion": "Conversion convert",
            "counting": "HAN beginning count_characters numeral",
            "glossary": "relevant",
            "html": "convert_html",
            "orthography": "Dictionaries Orthography",
            "pinyin": "known_slugs slug_of",
            "rules": "escaped faults_in has_rules rule_of sheltered unsheltered without_marks without_rules",
            "scripts": "doubt_of script_of strays term_key",
            "spelling": "syllables_of",
            "variants": "normalised representatives",
        },
    )

__all__ = [
    "HAN",
    "Conversion",
    "Dictionaries",
    "Orthography",
    "beginning",
    "convert",
    "convert_html",
    "count_characters",
    "doubt_of",
    "escaped",
    "faults_in",
    "has_rules",
    "known_slugs",
    "normalised",
    "numeral",
    "relevant",
    "representatives",
    "rule_of",
    "script_of",
    "sheltered",
    "slug_of",
    "strays",
    "syllables_of",
    "term_key",
    "unsheltered",
    "without_marks",
    "without_rules",
]
