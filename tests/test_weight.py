"""Pages are light: what a first visit brings over a slow line, weighed on the built example."""

import gzip
from html.parser import HTMLParser
from pathlib import Path

import pytest

from sitegen.builder import Options, build
from tests.sites import NOW

ROOT = Path(__file__).parent.parent
LIMIT = 14_000
"""Bytes that a server may send before it must wait for the first answer."""

REQUESTS = 8


class Weighed(HTMLParser):
    """What a page asks for: styles and scripts, icons, pictures."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.assets: list[str] = []
        self.pictures: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        is_data = given.get("type") == "application/ld+json"
        if (tag == "script" and not is_data) or (tag == "link" and given.get("rel") in {"stylesheet", "icon"}):
            self.assets.append(given.get("src") or given["href"])
        if tag in {"img", "source"}:
            self.pictures.append(given.get("src") or given["srcset"])


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    output = tmp_path_factory.mktemp("example") / "public"
    build(ROOT, output, Options(clock=NOW, future=True))
    return output


def packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))


def weight(page: Path, public: Path) -> int:
    """Bytes of HTML, styles and scripts, packed as servers pack them."""
    assets = Weighed(page.read_text("utf-8")).assets
    acting = {public / each.lstrip("/") for each in assets if each.endswith((".css", ".js"))}
    return packed(page) + sum(map(packed, acting))


def test_an_article_without_pictures_comes_in_one_go(public: Path) -> None:
    pages = [page for page in public.rglob("articles/*/*/*/index.html") if is_without_pictures(page)]

    weights = {page.relative_to(public).as_posix(): weight(page, public) for page in pages}

    assert len(weights) > 20
    assert {path: bytes_ for path, bytes_ in weights.items() if bytes_ > LIMIT} == {}


def is_without_pictures(page: Path) -> bool:
    return not [each for each in Weighed(page.read_text("utf-8")).pictures if "/media/" in each]


def test_the_front_page_without_pictures_asks_for_little(public: Path) -> None:
    for page in (public / "index.html", public / "zh-hant" / "index.html"):
        asked = Weighed(page.read_text("utf-8"))
        others = {each for each in asked.pictures if "/media/" not in each}

        assert 1 + len({*asked.assets, *others}) <= REQUESTS
        assert not [each for each in (*asked.assets, *asked.pictures) if not each.startswith("/")]
