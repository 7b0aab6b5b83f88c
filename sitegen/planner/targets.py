"""Find out where the links and pictures of the content lead."""

from collections.abc import Iterable

from sitegen.model import Picture, Reference, Target
from sitegen.model.sheet import Targets
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import media_path


def targets_of(shelf: Shelf, references: Iterable[Reference], cover: Picture | None = None) -> Targets:
    """Pair each link with what it leads to, those that lead to nothing left out."""
    all_of_them = (*references, cover.src) if cover else references
    leads = {each.written: target_of(shelf, each) for each in all_of_them}
    return tuple(sorted((written, target) for written, target in leads.items() if target)) if leads else ()


def target_of(shelf: Shelf, reference: Reference) -> Target | None:
    """Give the route behind a link; None where nothing is there. An unknown path from / stays as it is written."""
    target = reference.target
    if target in shelf.media:
        return Target(f"/{media_path(shelf.media[target])}", shared=True)
    if target in shelf.copies:
        return Target(target, shared=True, suffix=reference.suffix)
    route = shelf.routes.get(target) or shelf.aliases.get(target)
    if route is None and not target.startswith("/"):
        return None
    return Target(route or target, suffix=reference.suffix)
