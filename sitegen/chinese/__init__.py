"""What the steps know of the language: conversion, scripts, glossaries, pinyin and counting."""

from sitegen.chinese.annotations import without_annotations
from sitegen.chinese.conversion import Conversion, Orthography, convert
from sitegen.chinese.counting import HAN, beginning, count_characters
from sitegen.chinese.dictionaries import Source as Dictionaries
from sitegen.chinese.glossary import relevant
from sitegen.chinese.guesses import Choice, choices, guesses_in
from sitegen.chinese.html import convert_html
from sitegen.chinese.machine import machine_made
from sitegen.chinese.pinyin import known_slugs, slug_of
from sitegen.chinese.places import places_in
from sitegen.chinese.punctuation import widened
from sitegen.chinese.repair import repair
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
from sitegen.chinese.scripts import doubt_of, script_of, term_key

__all__ = [
    "HAN",
    "Choice",
    "Conversion",
    "Dictionaries",
    "Orthography",
    "beginning",
    "choices",
    "convert",
    "convert_html",
    "count_characters",
    "doubt_of",
    "escaped",
    "faults_in",
    "guesses_in",
    "has_rules",
    "known_slugs",
    "machine_made",
    "places_in",
    "relevant",
    "repair",
    "rule_of",
    "script_of",
    "sheltered",
    "slug_of",
    "term_key",
    "unsheltered",
    "widened",
    "without_annotations",
    "without_marks",
    "without_rules",
]
