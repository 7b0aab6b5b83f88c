"""Words → the same in the script that they were written in."""

from dataclasses import replace

from sitegen.chinese import has_rules
from sitegen.model import Text


def as_written(text: Text) -> Text:
    """Words in the script that they were written in: only what rules say of it is worked out."""
    if not has_rules(text.value):
        return text
    from sitegen.chinese import Conversion  # few words have a rule, and it brings all dictionaries along

    return replace(text, value=Conversion(text.script, text.script).text(text.value))
