"""The digests of all that is published ⇄ a list of them in the form that `sha256sum -c` reads."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

LINE = re.compile(r"(\\?)([0-9a-fA-F]{64}) [ *](.+)", re.DOTALL)
DIGITS = 64
SIGNS = {"\\\\": "\\", "\\n": "\n", "\\r": "\r"}
"""What a name holds that cannot stand in a line, as the GNU tools write it; such a line begins with a backslash."""


class Listed(NamedTuple):
    """A line of a manifest: its number, the path and the digest that it names; neither where it cannot be understood."""

    number: int
    path: str
    digest: str


def digest_of_file(content: bytes) -> str:
    """The SHA-256 of a file, as a manifest names it."""
    return sha256(content).hexdigest()


def manifest_of(digests: Mapping[str, str]) -> bytes:
    """Write a manifest, by path.

    >>> manifest_of({"b": "1" * 64, "a": "0" * 64}).decode().splitlines()[0].replace("0", "")
    '  a'
    """
    return "".join([_line(path, digests[path]) for path in sorted(digests)]).encode("utf-8", "surrogateescape")


def amended(manifest: bytes, digests: Mapping[str, str], gone: Iterable[str]) -> bytes | None:
    """Put the digests of some files into a manifest that this program wrote, and take others out; None where that needs more than a look at the lines.

    >>> amended(manifest_of({"a": "0" * 64, "b": "1" * 64}), {"c": "2" * 64}, gone=["a"]).decode().replace("0", "").split()[1::2]
    ['b', 'c']
    """
    text = manifest.decode("utf-8", "surrogateescape")
    changed = sorted({*digests, *gone})
    if "\\" in text or not all(map(_is_plain, changed)):
        return None
    *lines, _ = text.split("\n")
    after: list[str] = []
    done = 0
    for path in changed:
        at = bisect_left(lines, path, done, key=_path)
        after += lines[done:at]
        after += [f"{digests[path]}  {path}"] if path in digests else []
        done = at + (at < len(lines) and _path(lines[at]) == path)
    return "\n".join([*after, *lines[done:], ""]).encode("utf-8", "surrogateescape")


def lines_of(manifest: bytes) -> Iterator[Listed]:
    """Read a manifest line by line."""
    text = manifest.decode("utf-8", "surrogateescape")
    for number, line in enumerate(text.split("\n"), 1):
        if line:
            found = LINE.fullmatch(line.removesuffix("\r"))
            path = _named(found) if found else ""
            yield Listed(number, path, found[2].lower()) if found and _is_inside(path) else Listed(number, "", "")


def digests_in(manifest: bytes) -> dict[str, str]:
    """The digests of a manifest that this program wrote, by path."""
    text = manifest.decode("utf-8", "surrogateescape")
    if "\\" in text:
        return {each.path: each.digest for each in lines_of(manifest) if each.path}
    return {_path(line): line[:DIGITS] for line in text.split("\n") if line}


def _path(line: str) -> str:
    return line[DIGITS + 2 :]


def _is_plain(path: str) -> bool:
    return "\\" not in path and "\n" not in path and "\r" not in path


def _line(path: str, digest: str) -> str:
    if _is_plain(path):
        return f"{digest}  {path}\n"
    for written, sign in SIGNS.items():
        path = path.replace(sign, written)
    return f"\\{digest}  {path}\n"


def _named(found: re.Match[str]) -> str:
    return re.sub(r"\\[\\nr]", lambda sign: SIGNS[sign[0]], found[3]) if found[1] else found[3]


def _is_inside(path: str) -> bool:
    return not path.startswith("/") and "\0" not in path and ".." not in path.split("/")
