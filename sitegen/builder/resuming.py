"""Plan only what a few edited or added articles can touch, where all else is as the last build left it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache, partial
from typing import TypeVar

from msgspec import DecodeError, Struct, json

from sitegen.builder.beside import make_ready_to_cook
from sitegen.builder.cards import card_digests
from sitegen.builder.known import known_sizes, spoiled
from sitegen.builder.session import Session
from sitegen.builder.stock import Stock
from sitegen.cache import GENERATION, Changes, Stamped, digest_of
from sitegen.errors import Warn, by_place
from sitegen.files import Found
from sitegen.loader import ARTICLES, MEDIA, Asked, Inventory, uses_of
from sitegen.model import Article, Catalogue, LeftOut, Media, Plan, SiteFacts, TermNote, Visibility
from sitegen.planner import Edit, LastSite, Made, Sources, WholePlanNeeded, plan_around

FEW = 100
"""Edited articles that are worth going around for."""

Form = TypeVar("Form")
Known = TypeVar("Known", Article, TermNote, Media)


class LastPlan(Struct):
    """What the last build of an output planned, besides the catalogue: from what it was made, and what it came to.

    `generation` is that of the sources in the record, `rest` tells everything but the articles apart.
    """

    generation: bytes
    rest: bytes
    made_at: datetime
    valid_until: datetime | None
    warnings: tuple[Warn, ...]
    left_out: LeftOut


def resume(session: Session, stock: Stock, facts: SiteFacts, visibility: Visibility) -> Plan | None:
    """Plan around what changed since the last build; None where the whole site has to be planned."""
    last = _noted(session, "plan", LastPlan)
    if session.options.dry_run or last is None or not stock.is_of_use or not _holds(session, last, visibility.now):
        return None
    inventory = stock.inventory
    if inventory.problems or last.rest != _rest(session, _others(session, inventory)):
        return None
    try:
        edits = _edits(session, stock, inventory)
        session.workers.prepare(partial(make_ready_to_cook, facts, session.config.orthography))
        return _around(session, stock, facts, visibility, edits, last)
    except WholePlanNeeded:
        return None


def note_plan(changes: Changes, session: Session, stock: Stock, plan: Plan, now: datetime) -> None:
    """Keep the order of the site for the next build, if every change of anything but articles would show."""
    others = _others(session, stock.inventory)
    generation = session.record.fact(GENERATION)
    if generation is None or not all(session.inputs.is_settled(each.stamp) for each in others):
        return
    last = LastPlan(generation, _rest(session, others), now, plan.valid_until, by_place(plan.warnings), plan.left_out)
    changes.note(f"plan {session.key}", json.encode(last))
    changes.note(f"catalogue {session.key}", json.encode(plan.catalogue))


def forget_plan(changes: Changes, session: Session) -> None:
    """Know nothing of the order of the site: its pages are about to change."""
    changes.forget(f"plan {session.key}")


def _noted(session: Session, name: str, form: type[Form]) -> Form | None:
    noted = session.record.fact(f"{name} {session.key}")
    try:
        return json.decode(noted, type=form) if noted else None
    except DecodeError:
        return None


def _holds(session: Session, last: LastPlan, now: datetime) -> bool:
    """Whether nothing but files can have changed since the last plan."""
    in_time = last.made_at <= now and (last.valid_until is None or now < last.valid_until)
    return in_time and last.generation == session.record.fact(GENERATION)


def _rest(session: Session, others: Sequence[Found]) -> bytes:
    """Tell apart everything that a plan depends on but the articles: `others` are the files of the content that are none."""
    inputs = session.inputs
    files = [(each.name, each.stamp) for each in others]
    templates = [(name, digest_of(text)) for name, text in inputs.templates]
    static = [(copy.path, copy.file, stamp) for copy, stamp in inputs.static]
    addresses = digest_of(inputs.addresses), session.options.is_noted
    cards = card_digests(session.config, inputs.site)
    return digest_of(
        (inputs.settings, inputs.glossary, files, templates, static, session.options.shown, addresses, cards)
    )


def _others(session: Session, inventory: Inventory) -> list[Found]:
    articles = {each.name for each in inventory.articles}
    return [each for each in session.inputs.files if each.name not in articles]


def _edits(session: Session, stock: Stock, inventory: Inventory) -> list[Edit]:
    """Read the articles that may have changed; one that is gone, or wrong, concerns the whole site."""
    stamps = session.record.stamps()
    articles = {each.shown: each for each in inventory.articles}
    if any(stamp.kind == ARTICLES and file not in articles for file, stamp in stamps.items()):
        raise WholePlanNeeded("an article is gone")
    asked = [Asked(ARTICLES, each) for file, each in articles.items() if _may_differ(each, stamps.get(file))]
    if len(asked) > FEW:
        raise WholePlanNeeded("many articles may have changed")
    edits = []
    for before, after in stock.look_again(asked, partial(_refuse_spoiled, session)):
        if not isinstance(after, Article) or not isinstance(before, Article | None):
            raise WholePlanNeeded("an article has problems")
        edits.append(Edit(before, after))
        _refuse_other_pictures(edits[-1], stamps, inventory)
    return edits


def _refuse_spoiled(session: Session) -> None:
    """Look after what is published; what is not as it was written may be anything."""
    sizes = known_sizes(session.record, session.key, session.output)
    for path in spoiled(str(session.output), sizes.items()):
        raise WholePlanNeeded(f"{path} has to be made again")


def _may_differ(found: Found, known: Stamped | None) -> bool:
    return known is None or known.is_sure != 1 or known[1:4] != found.stamp


def _refuse_other_pictures(edit: Edit, stamps: Mapping[str, Stamped], inventory: Inventory) -> None:
    """What is shown or linked to for the first time, or perhaps no more, is published or taken back by a whole plan."""
    before, after = ({use for use in uses_of(each) if use[0] in inventory.media} if each else set() for each in edit)
    if before != after or any(file not in stamps for file, _ in after):
        raise WholePlanNeeded(f"{edit.after.file} shows other pictures")


def _around(
    session: Session, stock: Stock, facts: SiteFacts, visibility: Visibility, edits: Sequence[Edit], last: LastPlan
) -> Plan:
    catalogue = _noted(session, "catalogue", Catalogue)
    files = frozenset(known_sizes(session.record, session.key, session.output))
    if catalogue is None or not files or not session.record.is_sure_of_all(session.key):
        raise WholePlanNeeded("too little is known")
    site = LastSite(files, last.warnings, last.left_out, last.valid_until)
    copies = frozenset(f"/{copy.path}" for copy, _ in session.inputs.static)
    sources = _sources(stock, {each.after.file: each.after for each in edits})
    return plan_around(edits, catalogue, site, facts, visibility, sources, copies, session.named_assets)


def _sources(stock: Stock, edited: Mapping[str, Article]) -> Sources:
    """Answer for what is as it was from the record, once for each file."""
    article = cache(partial(_known, stock, Article))
    note = cache(partial(_known, stock, TermNote))
    media = {file for file, stamp in stock.record.stamps().items() if stamp.kind == MEDIA}
    return Sources(
        article=lambda file: edited.get(file) or article(file),
        note=note,
        media=Made(media, lambda file: _known(stock, Media, file)),
    )


def _known(stock: Stock, kind: type[Known], file: str) -> Known:
    row = stock.record.source(file)
    value = stock.value_of(row) if row else None
    if not isinstance(value, kind):
        raise WholePlanNeeded(f"nothing is known of {file}")
    return value
