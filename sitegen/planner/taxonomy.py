"""Group articles by their terms, and give each term one name and one slug."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b

from sitegen.model import Alike, Article, Key, Lead, Taxonomy, TermNote, Text
from sitegen.planner.urls import term_route


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """A term with its articles, oldest first, those of narrower terms included; `trail` leads to it from the widest.

    `places` are where the articles stand among all of the site. `names` counts how the term was written, `spelled` is
    the slug of its own name.
    """

    key: Key
    slugs: tuple[str, ...]
    trail: tuple[Lead, ...]
    articles: Sequence[Article]
    places: Sequence[int]
    names: Mapping[Text, int]
    spelled: str
    note: TermNote | None = None

    @property
    def lead(self) -> Lead:
        """The way to the term itself."""
        return self.trail[-1]

    @property
    def name(self) -> Text:
        """What the term is called on this site."""
        return self.lead.text

    @property
    def route(self) -> str:
        """Where the list of its articles stands."""
        return self.lead.route


@dataclass(frozen=True, slots=True, kw_only=True)
class Groups:
    """A taxonomy of the site with all its terms, wider before narrower."""

    taxonomy: Taxonomy
    by_key: dict[Key, Group]
    narrower: dict[Key, tuple[Group, ...]]
    alike: tuple[Alike, ...] = ()


@dataclass(slots=True)
class _Gathered:
    """What is known of a term while articles are being looked through."""

    names: Counter[Text] = field(default_factory=Counter)
    slug: str = ""
    articles: dict[int, Article] = field(default_factory=dict)
    note: TermNote | None = None


def group(articles: Iterable[Article], taxonomy: Taxonomy, notes: Iterable[TermNote]) -> Groups:
    """Group articles, which come oldest first, by the terms of one taxonomy."""
    gathered = _gather(articles, taxonomy)
    for note in notes:
        if note.taxonomy == taxonomy.key and note.assignment.key in gathered:
            gathered[note.assignment.key].note = note
    slugs, alike = _slugs(gathered, taxonomy.key)
    made: dict[Key, Group] = {}
    for key in sorted(gathered, key=lambda key: (len(key), slugs[key], key)):
        made[key] = _group(key, gathered[key], made.get(key[:-1]), slugs[key], taxonomy.key)
    return Groups(taxonomy=taxonomy, by_key=made, narrower=narrower_of(made), alike=tuple(alike))


def narrower_of(groups: dict[Key, Group]) -> dict[Key, tuple[Group, ...]]:
    """The terms just below each term; those of the whole taxonomy below the empty key."""
    below: dict[Key, list[Group]] = defaultdict(list)
    for each in groups.values():
        below[each.key[:-1]].append(each)
    return {key: tuple(children) for key, children in below.items()}


def _gather(articles: Iterable[Article], taxonomy: Taxonomy) -> dict[Key, _Gathered]:
    gathered: dict[Key, _Gathered] = defaultdict(_Gathered)
    for at, article in enumerate(articles):
        for assignment in next((assigned for key, assigned in article.terms if key == taxonomy.key), ()):
            key = assignment.key
            for depth, term in enumerate(assignment.path, start=1):
                known = gathered[key[:depth]]
                known.names[term.name] += 1
                known.slug = term.slug
                known.articles[at] = article
    return dict(gathered)


def _group(key: Key, known: _Gathered, above: Group | None, slug: str, taxonomy: str) -> Group:
    slugs = (*above.slugs, slug) if above else (slug,)
    name = known.note.title if known.note and known.note.title else most_written(known.names)
    lead = Lead(name, term_route(taxonomy, slugs))
    return Group(
        key=key,
        slugs=slugs,
        trail=(*above.trail, lead) if above else (lead,),
        articles=tuple(known.articles.values()),
        places=list(known.articles),
        names=known.names,
        spelled=known.slug,
        note=known.note,
    )


def most_written(names: Mapping[Text, int]) -> Text:
    """What a term is called that has no page of its own to say it: as most articles write it."""
    return min(names, key=lambda name: (-names[name], name.script, name.value, name.fixed, name.glossary))


def _slugs(gathered: dict[Key, _Gathered], taxonomy: str) -> tuple[dict[Key, str], list[Alike]]:
    """Give each term its slug: the one its note fixes, else its pinyin.

    Of terms that spell alike below one parent each gets a suffix from its own characters, whichever
    came first.
    """
    slugs = {key: known.note.slug for key, known in gathered.items() if known.note and known.note.slug}
    fixed = {(key[:-1], slug) for key, slug in slugs.items()}
    alike: list[Alike] = []
    for (parent, slug), keys in _by_spelling(gathered, slugs):
        if len(keys) == 1 and (parent, slug) not in fixed:
            slugs[keys[0]] = slug
            continue
        slugs.update({key: f"{slug}-{_suffix(key[-1])}" for key in keys})
        if (parent, slug) not in fixed:
            above = tuple(slugs[parent[:depth]] for depth in range(1, len(parent) + 1))
            alike.append(Alike(route=term_route(taxonomy, (*above, slug)), slug=slug, keys=tuple(keys)))
    return slugs, alike


def _by_spelling(gathered: dict[Key, _Gathered], fixed: dict[Key, str]) -> Iterator[tuple[tuple[Key, str], list[Key]]]:
    """Yield the terms of each spelling, those of wider terms first."""
    spelled: dict[tuple[Key, str], list[Key]] = defaultdict(list)
    for key in sorted(gathered, key=lambda key: (len(key), key)):
        if key not in fixed:
            spelled[key[:-1], gathered[key].slug].append(key)
    yield from spelled.items()


def _suffix(name: str) -> str:
    return blake2b(name.encode(), digest_size=3).hexdigest()
