"""What the steps know of the language: conversion, scripts, pinyin and counting."""

from sitegen.chinese.conversion import convert
from sitegen.chinese.counting import beginning, count_characters
from sitegen.chinese.html import convert_html
from sitegen.chinese.pinyin import slug_of
from sitegen.chinese.scripts import script_of, term_key

__all__ = [
    "beginning",
    "convert",
    "convert_html",
    "count_characters",
    "script_of",
    "slug_of",
    "term_key",
]
