"""What an import left for an editor to look at."""

from collections.abc import Iterator

from sitegen.errors import Place, Warn
from sitegen.model import Content

HINT = "put it right, then take the line out of `review:`"


def reviews(content: Content) -> Iterator[Warn]:
    """Give every note under `review:` in the front matter of an article, with its line."""
    for article in content.articles:
        place = Place(article.file, article.line("review"))
        yield from (Warn(code="review", problem=note, place=place, hint=HINT) for note in article.review)
