"""A whole plan → which of the cards that were drawn once are kept on."""

from collections.abc import Iterable
from pathlib import Path

from sitegen.builder.cards import FOLDER, known_by
from sitegen.cache import Developed
from sitegen.model import Cards, CardSheet, Plan
from sitegen.planner.urls import card_route
from sitegen.writer import Staged


def forget_cards(plan: Plan, site: Path, staged: Iterable[Staged]) -> None:
    """Take away what is old and kept for no card of the whole plan any more: where some were drawn, or there are to be none."""
    kept = Developed(site, FOLDER)
    is_off = plan.facts.cards is Cards.NONE
    if is_off and kept.folder.is_dir():
        kept.forget_others(set())
    elif not is_off and any(each.path.endswith(card_route("/")) for each in staged):
        cards = (each for each in plan.sheets if isinstance(each, CardSheet))
        kept.forget_others({known_by(each, script) for each in cards for script in plan.facts.scripts})
