"""Keep what a plan put in order for the next one."""

from collections.abc import Iterable

from sitegen.model import Catalogue, KeptTerm, KeptTerms
from sitegen.planner.shelf import Shelf
from sitegen.planner.taxonomy import Group


def catalogue_of(shelf: Shelf, lost: Iterable[str]) -> Catalogue:
    """Note where everything stands; `lost` is what links lead to in vain."""
    return Catalogue(
        standing=list(shelf.standing),
        taxonomies={
            key: KeptTerms([_term(key, group, shelf) for group in groups.by_key.values()], groups.alike)
            for key, groups in shelf.groups.items()
        },
        routes={file: route for file, route in shelf.routes.items() if file not in shelf.leads},
        aliases=dict(shelf.aliases),
        firsts=dict(shelf.history.firsts),
        awaited=shelf.history.awaited,
        relations=shelf.relations,
        lost=frozenset(lost),
    )


def _term(taxonomy: str, group: Group, shelf: Shelf) -> KeptTerm:
    return KeptTerm(
        key=group.key,
        slugs=group.slugs,
        lead=group.lead,
        names=list(group.names.items()),
        spelled=group.spelled,
        places=list(group.places),
        note=group.note.file if group.note else None,
        is_titled=bool(group.note and group.note.title),
        witness=shelf.history.witnesses[taxonomy, group.key],
    )
