"""Find out where the links and pictures of the content lead."""

from collections.abc import Iterable

from sitegen.model import LOST, Media, Picture, Reference, Target
from sitegen.model.sheet import Targets
from sitegen.planner.pictures import is_picture_file, shown
from sitegen.planner.shelf import Shelf
from sitegen.planner.urls import media_path


def targets_of(shelf: Shelf, references: Iterable[Reference], cover: Picture | None = None) -> Targets:
    """Pair each link with what it leads to; links that lead to nothing are left out, pictures are lost."""
    all_of_them = (*references, cover.src) if cover else references
    shown_last = sorted(all_of_them, key=lambda each: each.is_shown)  # what is lost is so where it is also linked to
    leads = {each.written: target_of(shelf, each) for each in shown_last}
    return tuple(sorted((written, target) for written, target in leads.items() if target)) if leads else ()


def target_of(shelf: Shelf, reference: Reference) -> Target | None:
    """Give the route behind a link; None where nothing is there. An unknown path from / stays as it is written."""
    target = reference.target
    if target in shelf.media:
        return _medium(shelf.media[target])
    if target in shelf.copies:
        return Target(target, shared=True, suffix=reference.suffix)
    route = shelf.routes.get(target) or shelf.aliases.get(target)
    if route is None and reference.is_shown and is_picture_file(target):
        return Target(picture=LOST)
    if route is None and not target.startswith("/"):
        return None
    return Target(route or target, suffix=reference.suffix)


def _medium(medium: Media) -> Target:
    if medium.fault:
        return Target(picture=LOST)
    picture = shown(medium) if medium.shape else None
    return Target(f"/{media_path(medium.name)}", shared=True, picture=picture)
