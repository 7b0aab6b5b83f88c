"""What was planned → the edition that comes of it, with what of the last one is still good."""

from sitegen.builder.edition import Edition, fixed_files, other_files, pages_of_sheets
from sitegen.builder.equipment import Equipment
from sitegen.builder.ground import Ground
from sitegen.model import Masthead, Plan
from sitegen.planner import Finder, WholePlanNeeded, mastheads_of
from sitegen.planner.urls import media_path

MEDIA = media_path("")


def quick_edition(
    ground: Ground, finder: Finder, last: Edition | None, *, partly: tuple[int, int] | None = None
) -> Edition:
    """An edition that plans what is asked for; files that are named by their content may be those of the last one."""
    media = {path: make for path, make in last.files.items() if path.startswith(MEDIA)} if last else {}
    files = {**media, **fixed_files(ground.copies, ground.assets, ground.facts, ground.inputs.site)}
    equipment = _equipment(ground, mastheads_of(finder.shelf, ground.named_assets), last)
    return Edition(equipment, files, finder=finder, partly=partly)


def whole_edition(ground: Ground, plan: Plan, last: Edition | None) -> Edition:
    """An edition of all pages of a plan."""
    equipment = _equipment(ground, plan.mastheads, last)
    files = other_files(plan, ground.assets, ground.inputs.site)
    return Edition(equipment, files, pages_of_sheets(plan.sheets, equipment))


def edition_around(ground: Ground, plan: Plan, last: Edition | None, before: Ground) -> Edition:
    """The last edition, made from what was `before`, with the pages that were planned again."""
    if last is None or last.pages is None:
        raise WholePlanNeeded("no whole edition stands")
    equipment = _equipment(ground, plan.mastheads, last)
    fixed = fixed_files(before.copies, before.assets, before.facts, ground.inputs.site)
    files = {path: make for path, make in last.files.items() if path not in fixed}
    files |= fixed_files(ground.copies, ground.assets, ground.facts, ground.inputs.site)
    return Edition(equipment, files, {**last.pages, **pages_of_sheets(plan.sheets, equipment)})


def _equipment(ground: Ground, mastheads: tuple[Masthead, ...], last: Edition | None) -> Equipment:
    """What pages are rendered with, the same as before where nothing of it has changed."""
    made = Equipment(ground.inputs, ground.config, ground.facts, mastheads)
    return last.equipment if last and last.equipment.made_of == made.made_of else made
