"""Articles that say nearly what another one says."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.checker.findings import Finding, warning
from sitegen.duplicates import Duplicates, Fingerprint, Match
from sitegen.errors import Place
from sitegen.messages import Message, message
from sitegen.model import Article


def duplicates(articles: Sequence[Article], fingerprints: Mapping[str, Fingerprint]) -> Iterator[Finding]:
    """Name each article that repeats an earlier one; `articles` come oldest first."""
    known = Duplicates()
    for article in articles:
        fingerprint = fingerprints.get(article.file)
        like = known.add(article.file, fingerprint) if fingerprint else None
        if like:
            hint = message(
                "keep one, and give it the other's address as an alias; a reprint on purpose: `silence: duplicate`"
            )
            yield warning("duplicate", _told(like), Place(article.file, article.line("title")), hint)


def _told(like: Match) -> Message:
    if like.exact:
        return message("this says the same as {file}", file=like.name)
    share = f"{like.similarity:.0%}"
    return message("this says nearly the same as {file} ({share})", share=share, file=like.name)
