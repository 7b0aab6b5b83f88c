"""Find the files of the content and say what each is for."""

from dataclasses import dataclass, field
from pathlib import Path

from sitegen.errors import ContentError, Place, SitegenError, Warn
from sitegen.files import Found, scan
from sitegen.messages import Message, message
from sitegen.model.address import RECORD

ARTICLES = {".md", ".markdown", ".txt"}
MEDIA = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg", ".pdf", ".mp3", ".m4a", ".mp4"}
GLOSSARY = "glossary.yaml"
SAME_NAME = message("another file has this name but for the form of its letters")


@dataclass(slots=True)
class Inventory:
    """The files of the content by what they are for; media stand under their shown names."""

    articles: list[Found] = field(default_factory=list)
    pages: list[Found] = field(default_factory=list)
    notes: list[tuple[str, Found]] = field(default_factory=list)
    media: dict[str, Found] = field(default_factory=dict)
    problems: list[SitegenError] = field(default_factory=list)
    warnings: list[Warn] = field(default_factory=list)


def take_inventory(content: Path, taxonomies: tuple[str, ...], files: list[Found] | None = None) -> Inventory:
    """Sort the files below `content`, all that a scan found, by their folder and their ending."""
    inventory = Inventory()
    if content.exists() and not content.is_dir():
        inventory.problems.append(ContentError(message("this is a file, not a folder"), place=Place(content.name)))
        return inventory
    outermost = content.resolve()
    seen: set[str] = set()
    for found in scan(content) if files is None else files:
        if found.name in seen:
            problem = ContentError(SAME_NAME, place=Place(found.shown), hint=message("give one of them another name"))
            inventory.problems.append(problem)
            continue
        seen.add(found.name)
        if reason := _why_unfit(found, outermost):
            problem = ContentError(reason, place=Place(found.shown), hint=message("put the file itself there"))
            inventory.problems.append(problem)
        else:
            _put(found, inventory, taxonomies)
    return inventory


def _why_unfit(found: Found, outermost: Path) -> Message | None:
    """Say why a file is none of the content: a link that leads out of it, or to nothing."""
    if not found.is_link:
        return None if found.is_file else message("this is neither a file nor a folder")
    try:
        target = found.path.resolve(strict=True)
    except (OSError, RuntimeError):
        return message("this link leads to nothing")
    return None if target.is_relative_to(outermost) else message("this link leads out of content/")


def _put(found: Found, inventory: Inventory, taxonomies: tuple[str, ...]) -> None:
    kind = found.name.partition("/")[0]
    ending = found.ending
    if ending in MEDIA:
        inventory.media[found.shown] = found
    elif ending in ARTICLES and kind == "articles":
        inventory.articles.append(found)
    elif ending in ARTICLES and kind == "pages":
        inventory.pages.append(found)
    elif ending in ARTICLES and kind in taxonomies:
        inventory.notes.append((kind, found))
    elif found.name != GLOSSARY and found.shown != RECORD:
        inventory.warnings.append(_unread(found, taxonomies))


def _unread(found: Found, taxonomies: tuple[str, ...]) -> Warn:
    folders = tuple(f"content/{name}/" for name in ("articles", "pages", *taxonomies))
    hint = message("articles (.md, .markdown, .txt) and pictures are read, in {folders}", folders=folders)
    return Warn(code="unread", problem=message("nothing reads this file"), place=Place(found.shown), hint=hint)
