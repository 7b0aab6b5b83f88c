"""Let a character that was lost show as one."""

import re

TAG = re.compile(r"(<[^>]*>)")
UNKNOWN = "\ufffd"
BOX = "□"
"""What `sitegen import` leaves where a character is lost for good; elsewhere it may be a box to be ticked."""


def with_lost_marked(html: str, says: str, *, imported: bool) -> str:
    """Mark the signs that stand for lost characters, outside of tags; `says` is what is said of each."""
    signs = [sign for sign in (UNKNOWN, BOX if imported else "") if sign and sign in html]
    if not signs:
        return html
    sign = re.compile("|".join(signs))
    shown = f'<span class="lost" role="img" aria-label="{says}" title="{says}">{BOX}</span>'
    return "".join(part if part.startswith("<") else sign.sub(shown, part) for part in TAG.split(html))
