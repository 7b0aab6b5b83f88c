"""Find out what the links of a body lead to."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html import unescape
from posixpath import dirname, join, normpath
from unicodedata import normalize
from urllib.parse import unquote

from sitegen.loader.pictures import is_picture
from sitegen.model import Body, Reference

TARGET = re.compile(
    r"""\]\(\s*(?:<([^>\n]+)>|((?:[^\s()]|\([^\n()]*\)|[ ]+(?!["' ]))+?)\s*(?:["'][^\n]{0,300}?["']\s*)?\))
      | ^[ ]{0,3}\[[^\]^][^\]\n]*\]:[ \t]*<?([^\s>]+)
      | \b(?:src|href)\s*=\s*["']([^"'\n]+)""",
    re.VERBOSE | re.MULTILINE,
)
ELSEWHERE = re.compile(r"[a-zA-Z][\w+.-]*:|//|#")


def refer(written: str, *, file: str, line: int) -> Reference:
    """Find out what a link in `file` means; what is relative starts from the file's folder."""
    end = re.search(r"[#?]|\Z", written)
    cut = end.start() if end else len(written)
    path, suffix = normalize("NFC", unquote(written[:cut])), written[cut:]
    target = path if path.startswith("/") else normpath(join(dirname(file), path))
    return Reference(written=written, target=target, suffix=suffix, line=line)


def references_in(text: str, body: Body) -> Iterator[Reference]:
    """Find the links and pictures of a body that may lead to a file or page of this site; its code is blanked."""
    line, counted = body.first_line, 0
    for match in TARGET.finditer(text):
        written = unescape(next(group for group in match.groups() if group))
        if not ELSEWHERE.match(written):
            line += text.count("\n", counted, match.start())
            counted = match.start()
            yield replace(refer(written, file=body.file, line=line), is_shown=is_picture(text, match.start()))
