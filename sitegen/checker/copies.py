"""Articles that say nearly what another one says."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.checker.findings import Finding, warning
from sitegen.duplicates import Duplicates, Fingerprint
from sitegen.errors import Place
from sitegen.model import Article


def duplicates(articles: Sequence[Article], fingerprints: Mapping[str, Fingerprint]) -> Iterator[Finding]:
    """Name each article that repeats an earlier one; `articles` come oldest first."""
    known = Duplicates()
    for article in articles:
        fingerprint = fingerprints.get(article.file)
        like = known.add(article.file, fingerprint) if fingerprint else None
        if like:
            how = "the same as" if like.exact else f"nearly the same as ({like.similarity:.0%})"
            hint = "keep one, and give it the other's address as an alias; a reprint on purpose: `silence: duplicate`"
            yield warning("duplicate", f"this says {how} {like.name}", Place(article.file, article.line("title")), hint)
