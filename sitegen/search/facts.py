"""What the lists of an index say of an article."""

from msgspec import Struct


class Named(Struct, array_like=True, frozen=True):
    """A term of an article: the taxonomy, what tells it apart there, its names by script, its spelling."""

    taxonomy: str
    key: str
    names: tuple[str, ...]
    spelling: str


class Card(Struct, array_like=True, frozen=True):
    """What a list of hits shows of an article; titles and places by script, only the first where all are alike."""

    route: str
    date: str
    titles: tuple[str, ...]
    places: tuple[str, ...]


class Facts(Struct, array_like=True, frozen=True):
    """All of an article but its words: its card, its terms, the spelling of its title."""

    card: Card
    terms: tuple[Named, ...]
    spelling: str
