"""The archive as data: what each article gives to it, made anew where the article says something else."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sitegen.builder.session import Session
from sitegen.cache import LineDigests, LineRow, Lines, digest_of
from sitegen.cache.fingerprint import SIZE, digested_fields
from sitegen.folder import program
from sitegen.model import AnySheet, ArticleSheet, SiteFacts

TOLD = ("article", "body")
"""The fields of an article's sheet that its line is made of, besides its route."""

AT_ONCE = 256
"""Lines that are written together."""


@dataclass(slots=True)
class Gathering:
    """Knows the line of each article, and takes those that are made anew."""

    lines: Lines
    how: bytes
    known: dict[str, LineDigests]
    _wanted: dict[str, bytes] = field(default_factory=dict)
    _fresh: list[LineRow] = field(default_factory=list)

    def is_due(self, sheet: AnySheet, shown: bytes) -> bool:
        """Whether an article tells something else than before; `shown` is the fingerprint of its sheet."""
        if not isinstance(sheet, ArticleSheet):
            return False
        file = sheet.article.file
        self._wanted[file] = digest_of((self.how, sheet.route, *_told(shown)))
        return file not in self.known or self.known[file].fingerprint != self._wanted[file]

    def add(self, row: LineRow) -> None:
        """Take a line, made anew."""
        self._fresh.append(row._replace(fingerprint=self._wanted[row.file]))
        if len(self._fresh) >= AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Keep what was taken."""
        self.lines.keep(self._fresh)
        self.known |= {row.file: LineDigests(*row[1:3]) for row in self._fresh}
        self._fresh = []

    def forget_others(self, files: set[str]) -> None:
        """Forget the lines of articles that are gone."""
        self.lines.keep((), gone=self.known.keys() - files)


def gathering_of(session: Session, facts: SiteFacts) -> Gathering | None:
    """What knows the lines of a site; None where it is not published as data."""
    if session.lines is None:
        return None
    taxonomies = [each.key for each in facts.taxonomies]
    addresses = facts.origin, facts.base_path, facts.scripts, facts.feeds.authority
    how = digest_of((program(), addresses, taxonomies, session.config.is_sanitised))
    return Gathering(session.lines, how, session.lines.known())


def _told(fingerprint: bytes) -> Iterator[str]:
    """The digests of the fields that a line is made of, out of those of its sheet."""
    names: Sequence[str] = digested_fields(ArticleSheet)
    return (fingerprint[at : at + SIZE].hex() for at in (names.index(name) * SIZE for name in TOLD))
