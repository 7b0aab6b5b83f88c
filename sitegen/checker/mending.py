"""Put right, in the files of the content, what is safe to put right; every other byte stays as it is."""

import os
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import NamedTuple

from sitegen.checker.manuscript import Manuscript
from sitegen.checker.punctuation import Edit, half_width_edits, stray_space_edits
from sitegen.checker.tags import TAGS, respelled
from sitegen.errors import ContentError, Place
from sitegen.foreign import foreign
from sitegen.messages import Message, message
from sitegen.model import Article, Content, Markup

LINE_END = re.compile(r"(\r\n?|[\n\x85\u2028\u2029])")
BOM = "\ufeff"
NEXT_KEY = re.compile(r"^[^\s#-]", re.MULTILINE)


class Mended(NamedTuple):
    """What was put right: where, for which warning, what stood there and what does now."""

    code: str
    place: Place
    was: str
    now: str

    def __str__(self) -> str:
        return str(self.told)

    @property
    def told(self) -> Message:
        """All of it in a line."""
        return message("{place}: fixed[{code}]: {was!r} → {now!r}", **self._asdict())


Finder = Callable[[Manuscript], Iterable[Edit]]
Heard = Callable[[str, str], bool]
"""Whether somebody wants to hear of a code in a file."""


def mend(content: Content, site: Path, is_heard: Heard) -> Iterator[Mended]:
    """Mend every file that needs it, each by a rename, and tell of every change; a second time there is none."""
    tags: dict[str, list[tuple[int, str, str]]] = defaultdict(list)
    for use, usual in respelled([each for each in content.articles if not each.withdrawn]):
        tags[use.article.file].append((use.article.line(TAGS), use.term.name.value, usual))
    for source in content.sources:
        finders: dict[str, Finder] = {"half-width": half_width_edits, "stray-space": stray_space_edits}
        if isinstance(source, Article) and source.file in tags:
            finders["tag-spelling"] = _tag_finder(tags[source.file])
        wanted = {code: finder for code, finder in finders.items() if is_heard(source.file, code)}
        yield from _mend_file(site / os.fsdecode(source.body.path), source.body.file, source.body.markup, wanted)


def _mend_file(path: Path, file: str, markup: Markup, finders: dict[str, Finder]) -> Iterator[Mended]:
    written = path.read_bytes().decode("utf-8")
    bom = BOM if written.startswith(BOM) else ""
    parts = LINE_END.split(written.removeprefix(BOM))
    text = "\n".join(parts[::2])
    done: list[Mended] = []
    for code, find in finders.items():
        manuscript = Manuscript(file, text, markup)
        edits = sorted(find(manuscript))
        done += [Mended(code, manuscript.place(e.start), text[e.start : e.end], e.words) for e in edits]
        text = _applied(edits, text)
    if done:
        lines = text.split("\n")
        ends = [*parts[1::2], ""]
        replace_text(path, file, bom + "".join(line + end for line, end in zip(lines, ends, strict=True)))
    yield from done


def _applied(edits: Iterable[Edit], text: str) -> str:
    kept, at = "", 0
    for edit in edits:
        kept += text[at : edit.start] + edit.words
        at = edit.end
    return kept + text[at:]


def _tag_finder(wanted: list[tuple[int, str, str]]) -> Finder:
    """Find the names of tags in the lines of the front matter that hold them."""

    def find(manuscript: Manuscript) -> Iterator[Edit]:
        for line, was, usual in wanted:
            start, end = _field(manuscript.text, line)
            for match in re.finditer(rf"(?<!\w){re.escape(was)}(?!\w)", manuscript.text[start:end]):
                yield Edit(start + match.start(), start + match.end(), usual)

    return find


def _field(text: str, line: int) -> tuple[int, int]:
    """From behind the colon of a key on a line of the front matter to the next key."""
    start = 0
    for _ in range(line - 1):
        start = text.index("\n", start) + 1
    colon = re.compile("[:：]").search(text, start)
    start = colon.end() if colon else start
    following = NEXT_KEY.search(text, text.find("\n", start) + 1)
    fence = text.find("\n---", start)
    return start, min(following.start() if following else len(text), fence if fence >= 0 else len(text))


def replace_text(path: Path, file: str, text: str) -> None:
    """Put the new text in the place of the old in one step; a link stays one."""
    target = path.resolve()
    try:
        with NamedTemporaryFile("wb", dir=target.parent, prefix=".", suffix="~", delete=False) as new:
            new.write(text.encode())
        Path(new.name).chmod(target.stat().st_mode & 0o7777)
        Path(new.name).replace(target)
    except OSError as error:
        with suppress(OSError, UnboundLocalError):
            Path(new.name).unlink()
        problem = message("cannot be written: {reason}", reason=foreign(error.strerror))
        raise ContentError(problem, place=Place(file), hint=message("see whether you may write there")) from error
