"""Plan around what an editor just did: from what the last plan came to and the content as it is, the sheets that this may touch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from sitegen.builder.ground import Ground
from sitegen.builder.resuming import FEW
from sitegen.loader import Inventory, uses_of
from sitegen.model import Article, Content, Media, Plan, Source
from sitegen.planner import Edit, LastSite, Shelf, Sources, WholePlanNeeded, plan_around, shelf_of


@dataclass(frozen=True, slots=True)
class Drawn:
    """A plan, what it was made from, and the paths of all files of the site."""

    ground: Ground
    content: Content
    plan: Plan
    files: frozenset[str]


def drawn_again(last: Drawn, ground: Ground, content: Content) -> Plan:
    """Plan only what can differ from the last plan; a WholePlanNeeded where that cannot be told. Its catalogue is then of no use."""
    _refuse_another_ground(last, ground)
    _refuse_other_sources(last.content, content)
    edits = list(_edits(last.content.articles, content.articles))
    if len(edits) > FEW or any(
        _uses(each.before, ground.inventory) != _uses(each.after, ground.inventory) for each in edits
    ):
        raise WholePlanNeeded("many articles may have changed, or one shows other pictures")
    before = LastSite(last.files, last.plan.warnings, last.plan.left_out, last.plan.valid_until)
    return plan_around(
        edits,
        last.plan.catalogue,
        before,
        ground.facts,
        ground.visibility,
        _sources(content),
        frozenset(f"/{copy.path}" for copy in ground.copies),
        ground.named_assets,
    )


def shelved_again(last: Drawn, ground: Ground, content: Content) -> Shelf:
    """The last order under other settings, where none of what differs has a say in it; a WholePlanNeeded where that cannot be told.

    It holds what a shelf that was put back from the catalogue holds: all but plain pages and what was withdrawn.
    """
    _refuse_another_order(last, ground)
    _refuse_other_sources(last.content, content)
    if any(True for _ in _edits(last.content.articles, content.articles)):
        raise WholePlanNeeded("articles changed")
    copies = frozenset(f"/{copy.path}" for copy in ground.copies)
    return shelf_of(last.plan.catalogue, ground.facts, ground.visibility, _sources(content), copies)


def _refuse_another_order(last: Drawn, ground: Ground) -> None:
    """All that `put_in_order` looks at besides the content."""
    before, until = last.ground, last.plan.valid_until
    same = (
        before.facts.taxonomies == ground.facts.taxonomies
        and before.facts.article_url == ground.facts.article_url
        and replace(before.visibility, now=ground.visibility.now) == ground.visibility
        and before.visibility.now <= ground.visibility.now
    )
    if not same or (until and until <= ground.visibility.now):
        raise WholePlanNeeded("taxonomies, addresses or the time are others")


def _refuse_another_ground(last: Drawn, ground: Ground) -> None:
    before, until = last.ground, last.plan.valid_until
    same = (
        before.config == ground.config
        and before.facts == ground.facts
        and before.copies == ground.copies
        and before.inventory.media.keys() == ground.inventory.media.keys()
        and before.inventory.warnings == ground.inventory.warnings
        and before.visibility.now <= ground.visibility.now
    )
    if not same or (until and until <= ground.visibility.now):
        raise WholePlanNeeded("settings, files or the time are others")


def _refuse_other_sources(before: Content, after: Content) -> None:
    """Whatever is no article has to be the very value that it was."""
    old: tuple[Source | Media, ...] = (*before.pages, *before.notes, *before.media)
    new: tuple[Source | Media, ...] = (*after.pages, *after.notes, *after.media)
    if len(old) != len(new) or any(one is not other for one, other in zip(old, new, strict=True)):
        raise WholePlanNeeded("something besides articles changed")
    if before.addresses != after.addresses:
        raise WholePlanNeeded("other addresses were published")


def _edits(before: Sequence[Article], after: Sequence[Article]) -> Iterator[Edit]:
    known = {each.file: each for each in before}
    for each in after:
        if (was := known.pop(each.file, None)) is not each:
            yield Edit(was, each)
    if known:
        raise WholePlanNeeded("an article is gone")


def _uses(article: Article | None, inventory: Inventory) -> set[tuple[str, bool]]:
    return {use for use in uses_of(article) if use[0] in inventory.media} if article else set()


def _sources(content: Content) -> Sources:
    notes = {each.file: each for each in content.notes}
    articles = {each.file: each for each in content.articles}
    return Sources(
        article=articles.__getitem__, note=notes.__getitem__, media={each.file: each for each in content.media}
    )
