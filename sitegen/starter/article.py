"""Write an article file that is ready to be filled in."""

import json
from pathlib import Path

import yaml

from sitegen.chinese import convert, script_of, slug_of
from sitegen.errors import ContentError, Place
from sitegen.messages import message
from sitegen.model import RoughDate, Script


def new_article(site: Path, title: str, date: RoughDate, *, series: str | None = None, part: int | None = None) -> Path:
    """Write the front matter of an article into the folder of its month; return its path. `part` is its number in the series.

    Where only the year is known, it is the folder of the year, and the file's name claims no day either.

    Raises a ContentError where a file of that name stands already.
    """
    script = script_of(title) or Script.HANS
    slug = slug_of(convert(title, script, Script.HANS))
    day, month = date.iso[:10], date.iso[:7]
    name = f"{day}-{slug}.md"
    folder = site.joinpath("content", "articles", *month.split("-"))
    folder.mkdir(parents=True, exist_ok=True)
    try:
        with (folder / name).open("x", encoding="utf-8", newline="\n") as file:
            file.write(_front_matter(title, slug, date, _series(series, part)))
    except FileExistsError as error:
        place = Place((folder / name).relative_to(site).as_posix())
        raise ContentError(
            message("this article is there already"), place=place, hint=message("open it, or choose another title")
        ) from error
    return folder / name


def _front_matter(title: str, slug: str, date: RoughDate, series: str) -> str:
    lines = [f"title: {_scalar(title)}", f"date: {date.iso}", f"slug: {slug}"]
    lines += [f"series: {series}"] if series else []
    return "\n".join(["---", *lines, "tags: []", "summary:", "---", "", ""])


def _series(name: str | None, part: int | None) -> str:
    if not name or part is None:
        return _scalar(name) if name else ""
    return f"{{name: {_in_braces(name)}, part: {part}}}"


def _in_braces(text: str) -> str:
    """Write words so that no sign in them ends the mapping around."""
    return (
        _scalar(text)
        if _scalar(text) == text and not set("{}[],") & set(text)
        else json.dumps(text, ensure_ascii=False)
    )


def _scalar(text: str) -> str:
    """Write words as YAML, in quotes only where they need them."""
    written: str = yaml.safe_dump(text, allow_unicode=True, width=10_000)
    return written.removesuffix("...\n").strip()
