"""Why what programs read of a site is made again: forms, cards, maps, data, copies; an edit, `build --explain`."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

import pytest
from PIL import ImageFont

from sitegen.model import Script
from sitegen.pictures import fonts
from tests.sentences.desk import Desk, Files, Situation
from tests.sentences.rooms.reasons import explained
from tests.sites import article_file

A = "content/articles/"
SETTINGS = {
    "beside": "[ris]",
    "data": "true",
    "manifest": "true",
    "compress": "[gz]",
    "sitemap": "{news: true}",
    "cards": "{font: fonts/a.ttf}",
    "scripts": "[zh-Hans]",
    "search": "false",
}


def _a(**fields: str) -> str:
    return article_file(**{"date": "2024-03-05", "series": "果园", "sources": "陇上报", **fields})


FILES: Files = {A + "a.md": _a(), A + "b.md": article_file("麦收", date="2024-06-30")}
EDITS: dict[str, Files | Mapping[str, str]] = {
    "another day": {A + "a.md": _a(date="2024-03-06")},
    "another series": {A + "a.md": _a(series="梨园")},
    "another source": {A + "a.md": _a(sources="河西报")},
    "more news": {A + "c.md": article_file("麦香", date="2024-07-01")},
    "another form beside articles": {"beside": "[ris, csl]"},
    "another name of the publication": {"sitemap": "{news: true, publication: 陇上}"},
    "another font": {"cards": "{font: fonts/b.ttf}"},
    "no cards": {"cards": "false"},
}


@contextmanager
def _two_fonts(desk: Desk) -> Iterator[None]:
    """Fonts of Latin letters, which are to do for Chinese, whatever the machine has."""
    letters = getattr(ImageFont.load_default(12), "font_bytes", b"")
    desk.write({"fonts/a.ttf": letters, "fonts/b.ttf": letters + b"b"})
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(fonts, "PROBE", dict.fromkeys(Script, "a"))
        patch.setattr(fonts, "_files", lambda: ())
        yield


def _edits(desk: Desk) -> None:
    with _two_fonts(desk):
        desk.write(FILES, **SETTINGS)
        desk.quietly("build", "--clock", "2024-07-01")
        for edit, change in EDITS.items():
            files = {name: text for name, text in change.items() if name.startswith("content/")}
            settings = {name: text for name, text in change.items() if isinstance(text, str) and name not in files}
            desk.write(files, **{**SETTINGS, **settings})
            desk.note(f"# {edit}\n")
            explained(desk, "--dry-run")
            desk.change({name: FILES.get(name) for name in files})


def _copy_is_gone(desk: Desk) -> None:
    desk.write(FILES, scripts="[zh-Hans]", search="false", compress="[gz]")
    desk.quietly("build", "--clock", "2024-07-01")
    (desk.site / "public/index.html.gz").unlink()
    explained(desk)


SITUATIONS: dict[str, Situation] = {
    "edits of one site, one at a time": _edits,
    "a smaller copy is gone": _copy_is_gone,
}
