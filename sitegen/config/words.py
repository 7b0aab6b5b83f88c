"""The site's own words: what a setting holds of them → the same, or the rule in them that is wrong."""

from collections.abc import Callable
from typing import Annotated

from pydantic import AfterValidator

from sitegen.chinese import faults_in
from sitegen.fields import wrong
from sitegen.model import Text

Own = Callable[[str], Text]
"""Makes words of the site a Text, in the script and with the glossary of the site."""


def _understood(words: str) -> str:
    for fault in faults_in(words):
        raise wrong(fault.problem, fault.hint)
    return words


Words = Annotated[str, AfterValidator(_understood)]
"""What pages show; rules such as -{原样}- may stand in it."""
