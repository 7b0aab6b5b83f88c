"""The language of whoever reads, and the sentences of the program in it."""

import gettext
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from sitegen.messages import Message

DOMAIN = "sitegen"
LOCALE = Path(__file__).parent / "locale"
CHOSEN = "LANGUAGE"
"""The variable that stands before the others, for this program and for click's own sentences."""

VARIABLES = (CHOSEN, "LC_ALL", "LC_MESSAGES", "LANG")
ENGLISH, CHINESE, TRADITIONAL = "en", "zh", "zh_Hant"
"""The languages, as gettext names their folders."""

TAGS = {ENGLISH: "en", CHINESE: "zh-Hans", TRADITIONAL: "zh-Hant"}
"""What a page calls each of them in a `lang` attribute."""

OF_TRADITIONAL = {"hant", "tw", "hk", "mo"}
"""Parts of a name that ask for the characters of Taiwan, Hong Kong and Macau."""


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the first variable asks for that is set: Chinese for zh…, else English.

    >>> language_of({"LANG": "zh_TW.UTF-8"}), language_of({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}), language_of({})
    ('zh_Hant', 'en', 'en')
    """
    asked = next((environment[name] for name in VARIABLES if environment.get(name)), "")
    return language_named(asked.partition(":")[0]) or ENGLISH


def language_named(name: str) -> str | None:
    """The language of a name such as zh-TW, zh-Hant, zh_CN.UTF-8 or en; None where we do not speak it.

    >>> language_named("zh-TW"), language_named("zh-Hans-HK"), language_named("en_GB.UTF-8"), language_named("de")
    ('zh_Hant', 'zh', 'en', None)
    """
    language, *parts = re.split(r"[-_.@]", name.lower())
    if language == CHINESE:
        return TRADITIONAL if OF_TRADITIONAL & set(parts) and "hans" not in parts else CHINESE
    return ENGLISH if language == ENGLISH else None


def speak(language: str | None = None) -> None:
    """Let everything that is printed from now on be in a language, or in that of the environment."""
    os.environ[CHOSEN] = language or language_of(os.environ)
    gettext.bindtextdomain(DOMAIN, LOCALE)
    gettext.textdomain(DOMAIN)


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The sentences in a language; English needs none."""
    return gettext.translation(DOMAIN, LOCALE, [language], fallback=True)


def spoken() -> gettext.NullTranslations:
    """The language that is to be spoken."""
    return catalogue(language_of(os.environ))


def spoken_tag() -> str:
    """The language that is to be spoken, as a page calls it."""
    return TAGS[language_of(os.environ)]


def said(words: Message | str) -> str:
    """A sentence in the language that is to be spoken; what is no message comes from elsewhere, and stays."""
    return words.said(spoken()) if isinstance(words, Message) else words
