"""Find addresses in running text, which are to be left as they are."""

import re
from collections.abc import Iterator

from sitegen.chinese.spans import Span

_PUNCTUATION = "，。；：！？、（）《》“”‘’「」『』【】"
ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]*(?:(?<=[/=#?&_.%-])[^\x00-\x7f\s" + _PUNCTUATION + r"]+[!-~]*)*")


def addresses_in(text: str) -> Iterator[Span]:
    """Give each address as it stands."""
    for match in ADDRESS.finditer(text) if "www." in text or "://" in text else ():
        yield Span(match.start(), match.end(), match[0])
