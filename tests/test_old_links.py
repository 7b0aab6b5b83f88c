"""Every address that was ever published leads to what stood there, or to a page that says it is gone."""

import json
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
from sitegen.search.reader import Reader
from tests.photos import encoded, photo
from tests.sites import NOW, article_file, build_site, files_in, page, run, unpacked, write_site

LONG = bool(os.environ.get("SITEGEN_LONG"))
SEQUENCES = 200 if LONG else 3
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
beside: [ris, text]
search: false
"""
BESIDE = ("citation.ris", "article.txt")
FEEDS = ("feed.xml", "feed.json")
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
        check_files(editor, built, published, every)
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


def check_files(editor: Editor, built: Built, published: dict[str, set[str]], every: set[str]) -> None:
    """What stood beside a page leads to what stands beside it today, or to the page that says that it is gone."""
    here = built.names()
    for name, routes in published.items():
        for old, file in ((f"/news{route}{file}", file) for route in routes for file in BESIDE):
            piece = editor.pieces.get(name)
            if piece and not piece.withdrawn:
                check_file(built, old, f"/news{here[name]}{file}")
            else:
                check_gone_file(built, old)
    for route in (each for each in every if each.startswith("/tags/")):
        for old, file in ((f"/news{prefix}{route}{file}", file) for prefix in PREFIXES for file in FEEDS):
            home = old.removesuffix(file)
            if is_gone(built.page(home)):
                check_gone_file(built, old)
            else:
                check_file(built, old, built.led(home) + file)


def check_file(built: Built, old: str, today: str) -> None:
    assert unquote(today) in built.files
    expected = None if old == today else today
    assert {pairs.get(unquote(old)) for pairs in built.lists.values()} == {expected}, old


def check_gone_file(built: Built, old: str) -> None:
    assert old not in built.files
    assert is_gone(built.page(built.lists["_redirects"][old]))
    assert {built.lists[server].get(unquote(old)) for server in Server} == {"gone"}


def is_gone(page: str) -> bool:
    return GONE in page or GONE_IN_TRADITIONAL in page or "有误" in page or "有誤" in page


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site of three articles whose addresses are noted."""
    files: dict[str, str | bytes] = {
        f"content/articles/{name}.md": article_file(name, f"{name}。", date=f"2024-03-0{at}", tags="麦")
        for at, name in enumerate(("jia", "yi", "bing"), start=1)
    }
    write_site(tmp_path, files)
    assert run(tmp_path, "build", "--clock", "2024-07-01").exit_code == 0
    return tmp_path


def put(site: Path, name: str, **fields: str) -> None:
    (site / f"content/articles/{name}.md").write_text(
        article_file(name, f"{name}。", date="2024-03-09", **fields), "utf-8"
    )


def test_the_command_notes_what_it_publishes_and_says_so_of_nothing_else(site: Path) -> None:
    assert [line.split("\t")[:2] for line in (site / RECORD).read_text("utf-8").splitlines()[1:]] == [
        ["/articles/2024/03/bing/", "articles/bing.md"],
        ["/articles/2024/03/jia/", "articles/jia.md"],
        ["/articles/2024/03/yi/", "articles/yi.md"],
        ["/tags/mai/", "tags/麦"],
    ]
    assert run(site, "build", "--clock", "2024-07-01", "--verify").exit_code == 0


@pytest.mark.parametrize(
    "how",
    [["--drafts"], ["--future"], ["--expired"], ["--dry-run"], ["-o", "other"], ["--no-record"], ["-D", "-o", "other"]],
)
def test_what_readers_do_not_see_is_not_noted(how: list[str], site: Path) -> None:
    put(site, "new", draft="false" if how[0] in {"-o", "--no-record"} else "true")
    before = (site / RECORD).read_bytes()

    assert run(site, "build", "--clock", "2024-07-01", *how).exit_code == 0
    assert (site / RECORD).read_bytes() == before


def test_another_output_is_noted_when_it_is_asked_for_and_drafts_never(site: Path) -> None:
    put(site, "new")

    assert run(site, "build", "--clock", "2024-07-01", "-o", "other", "--record").exit_code == 0
    assert "articles/new.md" in (site / RECORD).read_text("utf-8")
    refused = run(site, "build", "-D", "--record")
    assert (refused.exit_code, "never noted" in refused.stderr) == (2, True)


def test_a_build_that_fails_notes_nothing(site: Path) -> None:
    put(site, "new")
    put(site, "broken", slug="'a b'")
    before = (site / RECORD).read_bytes()

    assert run(site, "build").exit_code == 1
    assert (site / RECORD).read_bytes() == before


def test_a_record_that_cannot_be_written_is_told(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put(site, "new")

    def refused(*_given: object) -> None:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.builder.noting.replace_file", refused)
        result = run(site, "build", "--clock", "2024-07-01")
    assert (result.exit_code, "cannot be noted: Permission denied" in result.stderr) == (1, True)

    assert run(site, "build", "--clock", "2024-07-01").exit_code == 0
    assert "articles/new.md" in (site / RECORD).read_text("utf-8")


def test_a_record_that_is_taken_away_or_written_by_others_is_seen(site: Path) -> None:
    noted = (site / RECORD).read_bytes()
    (site / RECORD).unlink()
    assert run(site, "build", "--clock", "2024-07-01").exit_code == 0
    assert (site / RECORD).read_bytes() == noted

    with (site / RECORD).open("a", encoding="utf-8") as file:
        file.write("/articles/2023/ding/\tarticles/jia.md\n")
    assert run(site, "build", "--clock", "2024-07-01").exit_code == 0
    assert "/articles/2024/03/jia/" in page(site, "/articles/2023/ding/")


def test_a_withdrawn_article_leaves_nothing_but_a_page_that_says_so(tmp_path: Path) -> None:
    title, body = "蒟蒻茄莜紀錄", "zzonlyherezz的正文"
    files: dict[str, str | bytes] = {
        f"content/articles/{at}.md": article_file(f"第{at}篇", date=f"2024-03-0{at}", tags="麦、豆", series="果园")
        for at in range(1, 5)
    }
    fields = {"date": "2024-03-09", "tags": "[麦, 独有词]", "series": "果园", "cover": "p.png", "aliases": "/old.html"}
    files["content/articles/gone.md"] = article_file(title, body, **fields)
    files["content/articles/p.png"] = encoded(photo(700, 500))
    site = write_site(tmp_path, files)
    build_site(site, record=True)
    assert len(holding(site, title, body)) > 8
    assert list(Reader(lambda path: (site / "public" / path).read_bytes()).find("zzonlyherezz"))

    withdrawn = article_file(title, body, **fields, withdrawn="{date: 2024-04-01, reason: 有误}")
    (site / "content/articles/gone.md").write_text(withdrawn, "utf-8")
    report = build_site(site, record=True)

    assert holding(site, title, body) == []
    assert not list(Reader(lambda path: (site / "public" / path).read_bytes()).find("zzonlyherezz"))
    assert not [path for path in report.written if path.startswith("media/")]
    assert not list((site / "public").glob("media/p.*"))
    for prefix in ("", "/zh-hant"):
        assert "有" in page(site, f"{prefix}/articles/2024/03/gone/")
    assert "/articles/2024/03/gone/" in (site / "public/old.html").read_text("utf-8")


def holding(site: Path, title: str, body: str) -> list[str]:
    """The published files in which a title stands, in either script, or a body; what is packed is unpacked."""
    forms = {each.encode() for each in (title, "蒟蒻茄莜记录", body[:12], "独有词", "獨有詞")}
    forms |= {json.dumps(each.decode())[1:-1].encode() for each in forms}
    return [
        path
        for path, content in files_in(site / "public").items()
        if any(each in unpacked(path, content) for each in forms)
    ]
