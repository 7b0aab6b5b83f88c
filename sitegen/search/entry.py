"""What an article gives to the index: made of the words that its pages show, dependent on nothing else."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from sitegen.chinese import normalised, syllables_of
from sitegen.search.facts import Card, Facts, Named
from sitegen.search.keys import Key
from sitegen.search.terms import field_term, terms_of
from sitegen.search.weights import weights_of

PATH = "/"


class Term(Struct, frozen=True):
    """A term as a page shows it: its taxonomy, and the names from the widest to its own."""

    taxonomy: str
    path: tuple[str, ...]


class Wording(Struct, frozen=True):
    """The words of an article on the pages of one script. A line of the text is what stands together."""

    title: str
    subtitle: str
    text: str
    terms: tuple[Term, ...] = ()


class Entry(Struct, frozen=True):
    """What an article gives to the index: the weights of its terms by their keys, and the rest."""

    weights: dict[Key, int]
    facts: Facts


def entry_of(route: str, date: str, wordings: Sequence[Wording]) -> Entry:
    """Make the entry of an article from its words in each script of the site; `date` as exact as it is known, in ISO's form."""
    return Entry(weights_in(wordings), facts_in(route, date, wordings))


def facts_in(route: str, date: str, wordings: Sequence[Wording]) -> Facts:
    """What the lists say of an article."""
    titles = _alike([each.title for each in wordings])
    places = [next((term.path[-1] for term in each.terms if term.taxonomy == "places"), "") for each in wordings]
    terms = dict.fromkeys(_named(of_it) for of_it in zip(*(each.terms for each in wordings), strict=True))
    wider = dict.fromkeys(each for of_it in zip(*map(_with_wider, wordings), strict=True) for each in [_named(of_it)])
    return Facts(Card(route, date, titles, _alike(places)), tuple({**wider, **terms}), spelled(titles[0]))


def spelled(words: str) -> str:
    """The syllables of some words, with blanks between them."""
    return " ".join(syllables_of(words))


def _with_wider(wording: Wording) -> list[Term]:
    return [Term(each.taxonomy, path) for each in wording.terms for path in accumulate(zip(each.path), tuple.__add__)]


def _named(of_it: Sequence[Term]) -> Named:
    """One term by its names in each script."""
    first = of_it[0]
    names = _alike([each.path[-1] for each in of_it])
    return Named(first.taxonomy, PATH.join(map(normalised, first.path)), names, spelled(names[0]))


def _alike(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(words) if len({*words}) > 1 else tuple(words[:1])


def weights_in(wordings: Sequence[Wording]) -> dict[Key, int]:
    """Weigh all terms that one of the pages shows."""
    texts = _differing([each.text for each in wordings])
    titles = _differing([f"{each.title}\n{each.subtitle}" for each in wordings])
    names = {(term.taxonomy, name) for each in wordings for term in each.terms for name in term.path}
    weights = weights_of(
        _most(map(terms_of, texts)),
        {key for each in titles for key in terms_of(each)},
        {key for _, name in names for key in _keys_of_name(name)},
    )
    weights |= {field_term(taxonomy, normalised(name)): 0 for taxonomy, name in names}
    return weights


def _differing(texts: Sequence[str]) -> list[str]:
    """The texts as the index knows them, each once: mostly the pages of all scripts come to the same."""
    return list(dict.fromkeys(map(normalised, texts)))


def _most(counted: Iterable[dict[Key, int]]) -> dict[Key, int]:
    """The terms of several texts, each as often as in the one that has it most."""
    most: dict[Key, int] = {}
    for terms in counted:
        most = {**terms, **{term: max(count, terms.get(term, 0)) for term, count in most.items()}} if most else terms
    return most


@lru_cache(maxsize=4096)
def _keys_of_name(name: str) -> frozenset[Key]:
    """The terms of a name, which many articles may have."""
    return frozenset(terms_of(normalised(name)))
