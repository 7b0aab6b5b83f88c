"""Write an article file that is ready to be filled in."""

from pathlib import Path

import yaml

from sitegen.chinese import convert, script_of, slug_of
from sitegen.errors import ContentError, Place
from sitegen.model import RoughDate, Script


def new_article(site: Path, title: str, date: RoughDate, *, series: str | None = None) -> Path:
    """Write the front matter of an article into the folder of its month; return its path.

    Raises a ContentError where a file of that name stands already.
    """
    script = script_of(title) or Script.HANS
    name = f"{date.start:%Y-%m-%d}-{slug_of(convert(title, script, Script.HANS))}.md"
    folder = site / "content" / "articles" / f"{date.start:%Y}" / f"{date.start:%m}"
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(_front_matter(title, date, series))
    except FileExistsError as error:
        place = Place((folder / name).relative_to(site).as_posix())
        raise ContentError(
            "this article is there already", place=place, hint="open it, or choose another title"
        ) from error
    return folder / name


def _front_matter(title: str, date: RoughDate, series: str | None) -> str:
    lines = [f"title: {_scalar(title)}", f"date: {date.iso}"]
    lines += [f"series: {_scalar(series)}"] if series else []
    return "\n".join(["---", *lines, "tags: []", "summary:", "---", "", ""])


def _scalar(text: str) -> str:
    """Write words as YAML, in quotes only where they need them."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()
