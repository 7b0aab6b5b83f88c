"""Every address that was ever published leads to what stood there, or to a page that says it is gone."""

import os
import random
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import unquote

import pytest

from sitegen.builder import Options, verified
from sitegen.config import Server
from sitegen.model.address import RECORD
from tests.sites import NOW, article_file, build_site, files_in

LONG = bool(os.environ.get("SITEGEN_LONG"))
SEQUENCES = 200 if LONG else 5
BUILDS = 5
TAGS = ["苹果", "水利", "节气", "合作社"]
PLACES = ["甘肃省/兰州市", "甘肃省/定西市", "陕西省"]
SETTINGS = """\
title: 示例
base_url: https://example.org/news/
scripts: [zh-Hans, zh-Hant]
articles: {pattern}
taxonomies: {{tags: {{name: 标签, feed: true}}, places: {{hierarchical: true}}}}
old_links: {{maps: [nginx, apache, caddy]}}
search: false
"""
REFRESH = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)">')
CANONICAL = re.compile(r'<link rel="canonical" href="https://example\.org([^"]+)">')
PREFIXES = ("", "/zh-hant")
GONE = "从本站撤下"
GONE_IN_TRADITIONAL = "從本站撤下"


class Piece:
    """An article, whatever its file, title and address are; `name` is a word of its body that nothing else holds."""

    def __init__(self, name: str, file: Path, title: str, tags: list[str], place: str) -> None:
        self.name, self.file, self.title, self.tags, self.place = name, file, title, tags, place
        self.date, self.slug, self.withdrawn = "2024-03-05", "", False

    def write(self) -> None:
        fields = {"date": self.date, "tags": f"[{', '.join(self.tags)}]", "places": self.place}
        fields |= {"slug": self.slug} if self.slug else {}
        fields |= {"withdrawn": "{date: 2024-04-01, reason: 有误}"} if self.withdrawn else {}
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(article_file(title=self.title, body=f"正文{self.name}。", **fields), "utf-8")


class Editor:
    """Moves, renames, retags and removes articles at random, and knows what each of them was."""

    def __init__(self, site: Path, seed: int) -> None:
        self.site, self.random, self.made = site, random.Random(seed), 0
        self.pieces: dict[str, Piece] = {}
        self.removed: set[str] = set()
        self.pattern("/articles/{year}/{month}/{slug}/")
        for _ in range(5):
            self.add()

    def pattern(self, pattern: str) -> None:
        (self.site / "site.yaml").write_text(SETTINGS.format(pattern=pattern), "utf-8")

    def another_pattern(self) -> None:
        self.pattern(self.random.choice(["/articles/{year}/{slug}/", "/articles/{year}/{month}/{slug}/", "/{slug}/"]))

    def number(self) -> int:
        self.made += 1
        return self.made

    def any(self) -> Piece:
        if not self.pieces:
            self.add()
        return self.random.choice(list(self.pieces.values()))

    def add(self) -> None:
        at = self.number()
        file = self.site / "content/articles" / f"a{at % 2}" / f"piece-{at}.md"
        tags, place = self.random.sample(TAGS, 2), self.random.choice(PLACES)
        piece = self.pieces[f"zz{at}zz"] = Piece(f"zz{at}zz", file, f"题{at}", tags, place)
        piece.write()

    def change(self, **fields: object) -> None:
        piece = self.any()
        for name, value in fields.items():
            setattr(piece, name, value)
        piece.write()

    def rename_file(self) -> None:
        piece = self.any()
        before, piece.file = piece.file, piece.file.parent.parent / f"b{self.number()}" / f"moved-{self.made}.md"
        piece.write()
        before.unlink()

    def retitle_and_rename_file(self) -> None:
        piece = self.any()
        piece.title = f"新题{self.number()}"
        before, piece.file = piece.file, piece.file.with_name(f"again-{self.made}.md")
        piece.write()
        before.unlink()

    def redate_and_rename_file(self) -> None:
        piece = self.any()
        piece.date = f"2024-05-0{self.random.randint(1, 9)}"
        before, piece.file = piece.file, piece.file.with_name(f"{piece.date}-dated-{self.number()}.md")
        piece.write()
        before.unlink()

    def reslug(self) -> None:
        self.change(slug=f"slug-{self.number()}")

    def redate(self) -> None:
        self.change(date=f"2024-0{self.random.randint(1, 6)}-1{self.random.randint(0, 9)}")

    def retitle(self) -> None:
        self.change(title=f"改题{self.number()}")

    def retag(self) -> None:
        self.change(tags=self.random.sample([*TAGS, f"新标签{self.number()}"], 2))

    def move_place(self) -> None:
        self.change(place=self.random.choice(PLACES))

    def rename_term(self) -> None:
        before, after = self.random.choice([each for piece in self.pieces.values() for each in piece.tags] or TAGS), ""
        after = f"改名{self.number()}"
        for piece in self.pieces.values():
            if before in piece.tags:
                piece.tags = [after if each == before else each for each in piece.tags]
                piece.write()

    def remove(self) -> None:
        piece = self.any()
        piece.file.unlink()
        self.removed.add(piece.name)
        del self.pieces[piece.name]

    def withdraw(self) -> None:
        self.change(withdrawn=True)

    @property
    def edits(self) -> list[Callable[[], None]]:
        return [
            self.add, self.rename_file, self.retitle_and_rename_file, self.redate_and_rename_file, self.reslug, self.redate,
            self.retitle, self.retag, self.move_place, self.rename_term, self.remove, self.withdraw, self.another_pattern,
        ]  # fmt: skip


class Built:
    """What a host has, as a browser and as each server would follow it."""

    def __init__(self, output: Path) -> None:
        self.files = {f"/news/{path}": content for path, content in files_in(output).items()}
        self.lists = {"_redirects": dict(line.split()[:2] for line in self.text("/news/_redirects").splitlines())}
        for server in Server:
            self.lists[server] = dict(self.pairs(server))

    def text(self, path: str) -> str:
        return self.files.get(path, b"").decode()

    def pairs(self, server: Server) -> list[tuple[str, str]]:
        lines = self.text(f"/news/_redirects.{server}").splitlines()
        form = {
            Server.NGINX: r'"([^"]+)" "([^"]+)";', Server.APACHE: r"(\S+) (\S+)", Server.CADDY: r'"([^"]+)" "([^"]+)"',
        }[server]  # fmt: skip
        found = [re.fullmatch(form, line) for line in lines]
        return [match.groups() for match in found if match]  # type: ignore[misc]

    def page(self, address: str) -> str:
        return self.text(f"{unquote(address)}index.html")

    def led(self, address: str) -> str:
        """Where the page at an address leads a browser; itself where it stays."""
        match = REFRESH.search(self.page(address))
        return match[1] if match else address

    def names(self) -> dict[str, str]:
        """The route of each article, by the word that only it holds."""
        found = {}
        for path in self.files:
            if path.endswith("/index.html") and not path.startswith("/news/zh-hant/"):
                text = self.text(path)
                name = re.search(r"<p[^>]*>正文(zz\d+zz)", text) if '"NewsArticle"' in text else None
                if name:
                    found[name[1]] = path.removeprefix("/news").removesuffix("index.html")
        return found


def recorded(site: Path) -> list[str]:
    lines = (site / RECORD).read_text("utf-8").splitlines()[1:]
    assert lines == sorted(set(lines))
    return [line.split("\t")[0] for line in lines]


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_whatever_moves_or_goes_every_address_leads_to_it_or_says_that_it_is_gone(seed: int, tmp_path: Path) -> None:
    editor = Editor(tmp_path, seed)
    published: dict[str, set[str]] = {}
    every: set[str] = set()
    for _ in range(BUILDS):
        build_site(tmp_path, jobs=1, record=True)
        before = (tmp_path / RECORD).read_bytes()
        verified(tmp_path, tmp_path / "public", Options(clock=NOW, jobs=1))
        assert build_site(tmp_path, jobs=1, record=True).written == ()
        assert (tmp_path / RECORD).read_bytes() == before
        built = Built(tmp_path / "public")
        for name, route in built.names().items():
            published.setdefault(name, set()).add(route)
        every |= set(recorded(tmp_path))
        assert every == set(recorded(tmp_path))
        check_articles(editor, built, published)
        check_addresses(built, every)
        for edit in editor.random.choices(editor.edits, k=3):
            edit()


def check_articles(editor: Editor, built: Built, published: dict[str, set[str]]) -> None:
    """Each address of an article leads to it, or to a page that tells of no other."""
    here = built.names()
    for name, routes in published.items():
        for route in routes:
            for prefix in PREFIXES:
                page = built.page(built.led(f"/news{prefix}{route}"))
                piece = editor.pieces.get(name)
                if piece and not piece.withdrawn:
                    assert built.led(f"/news{prefix}{route}") == f"/news{prefix}{here[name]}", (name, route)
                else:
                    assert "从本站撤下" in page or "從本站撤下" in page or "有误" in page or "有誤" in page, (
                        name,
                        route,
                    )
                    assert name not in page


def check_addresses(built: Built, every: set[str]) -> None:
    """Nothing leads to what leads on; pages, lists and maps say the same."""
    for route in every:
        for prefix in PREFIXES:
            address = f"/news{prefix}{route}"
            page, led = built.page(address), built.led(address)
            assert page, address
            assert built.led(led) == led
            assert built.page(led)
            if led != address:
                canonical = CANONICAL.search(page)
                assert canonical
                assert canonical[1] == led
                assert built.lists["_redirects"][address] == led
            expected = led if led != address else "gone" if is_gone(page) else None
            assert {built.lists[server].get(unquote(address)) for server in Server} == {expected}
    for pairs in built.lists.values():
        leading = {old for old, new in pairs.items() if new != "gone"}
        assert not leading & {unquote(each) for each in pairs.values()}


def is_gone(page: str) -> bool:
    return GONE in page or GONE_IN_TRADITIONAL in page or "有误" in page or "有誤" in page
