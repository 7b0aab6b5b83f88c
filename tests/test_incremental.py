"""A build after any edits gives, byte for byte, what a build from nothing gives."""

import os
import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from sitegen.builder import Options, Report, verified
from sitegen.builder.resuming import resume
from sitegen.model import Plan
from tests.photos import encoded, exif, photo
from tests.sites import NOW, article_file, build_and_be_cut_off, build_site, files_in, run, write_site

LONG = bool(os.environ.get("SITEGEN_LONG"))
SEQUENCES = 500 if LONG else 6
EDITS = 5

TAGS = ["苹果", "水利", "节气", "合作社", "蘋果", "事业", "失业"]
SERIES = ["果园四季", "水的故事"]
PLACES = ["甘肃省/兰州市/红古区", "甘肃省/定西市", "陕西省"]
WORDS = "雨水过后麦田返青老人说今年的墒情好干部进村里修渠引水晒干面粉发展后台历史"
SETTINGS = """\
title: {title}
base_url: https://example.org/{folder}
scripts: [zh-Hans, zh-Hant]
taxonomies:
  tags: {{paginate: {paginate}}}
  series: {{paginate: 3}}
  places: {{}}
  authors: {{}}
{kept}"""
KEPT = """\
beside: [text]
data: true
manifest: true
compress: [gz]
headers: true
"""
"""What there is to keep; a quarter of the sites begin with all of it, others come to it."""

CHOICES: list[tuple[str, list[object]]] = [
    ("title", ["示例", "后台", "麦田"]),
    ("folder", ["", "a/"]),
    ("paginate", [1, 2, 3]),
    ("kept", ["", KEPT, "data: true\nmanifest: true\n"]),
]


class Editor:
    """Edits a site at random, and tells whether the edit must show."""

    def __init__(self, site: Path, seed: int) -> None:
        self.site = site
        self.random = random.Random(seed)
        self.made = 0
        self.settings: dict[str, object] = {
            "title": "示例",
            "folder": "",
            "paginate": 2,
            "kept": "" if seed % 4 else KEPT,
        }
        self.save_settings()
        for _ in range(6):
            self.write()

    @property
    def articles(self) -> list[Path]:
        return sorted((self.site / "content" / "articles").rglob("*.md"))

    def words(self) -> str:
        return "".join(self.random.choices(WORDS, k=self.random.randint(6, 30)))

    def some(self, names: list[str], most: int) -> str:
        return f"[{', '.join(self.random.sample(names, self.random.randint(0, most)))}]"

    def date(self) -> str:
        return self.random.choice(
            [
                "2024-03-05",
                "2024-03",
                "2023",
                "2024-06-30 08:00",
                f"2024-0{self.random.randint(1, 6)}-1{self.made % 10}",
            ]
        )

    def save_settings(self) -> None:
        (self.site / "site.yaml").write_text(SETTINGS.format(**self.settings), "utf-8")

    def edit(self, file: Path, pattern: str, new: str) -> None:
        text = file.read_text("utf-8")
        file.write_text(re.sub(pattern, lambda _: new, text, count=1, flags=re.MULTILINE | re.DOTALL), "utf-8")

    def any_article(self) -> Path:
        if not self.articles:
            self.write()
        return self.random.choice(self.articles)

    def write(self) -> None:
        self.made += 1
        others = [f"[另见](../{each.parent.name}/{each.name})" for each in self.articles[:1]]
        fields = {
            "date": self.date(),
            "tags": self.some(TAGS, 3),
            "series": self.some(SERIES, 1),
            "places": self.some(PLACES, 1),
            "authors": self.some(["本站编辑", "编辑部"], 1),
        }
        if self.random.random() < 0.2:
            del fields["date"]
        file = self.site / "content" / "articles" / f"20{self.made % 3}" / f"piece-{self.made}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        body = "\n\n".join([self.words(), f"**{self.words()}**", *others, "![图](图.svg)"])
        file.write_text(article_file(title=f"{self.words()}{self.made}", body=body, **fields), "utf-8")

    def body(self) -> None:
        file = self.any_article()
        file.write_text(file.read_text("utf-8") + f"\n{self.words()}\n", "utf-8")

    def title(self) -> None:
        self.made += 1
        self.edit(self.any_article(), "^title: .*?$", f"title: {self.words()}{self.made}")

    def retag(self) -> None:
        self.edit(self.any_article(), "^tags: .*?$", f"tags: {self.some(TAGS, 3)}")

    def move(self) -> None:
        self.made += 1
        file = self.any_article()
        file.rename(file.with_name(f"moved-{self.made}.md"))

    def redate(self) -> None:
        file = self.any_article()
        self.edit(file, "^title:", f"date: {self.date()}\ntitle:")
        text = file.read_text("utf-8").split("---\n")
        head = [line for at, line in enumerate(text[1].splitlines()) if at == 0 or not line.startswith("date:")]
        file.write_text("---\n".join([text[0], "\n".join(head) + "\n", *text[2:]]), "utf-8")

    def rename_term(self) -> None:
        before, after = self.random.sample(TAGS, 2)
        for file in self.articles:
            text = file.read_text("utf-8")
            renamed = re.sub(rf"^(tags: .*?){before}", rf"\1{after}", text, count=1, flags=re.MULTILINE)
            if renamed != text:
                file.write_text(renamed, "utf-8")

    def delete(self) -> None:
        if len(self.articles) > 1:
            self.any_article().unlink()

    def hide(self) -> None:
        key = self.random.choice(["draft: true", "date: 2030-01-01", "expires: 2024-01-01", "aliases: /old/"])
        file = self.any_article()
        if "aliases" in key and any("aliases" in each.read_text("utf-8") for each in self.articles):
            return
        text = file.read_text("utf-8")
        name = key.partition(":")[0]
        if not re.search(rf"^{name}:", text, re.MULTILINE):
            file.write_text(text.replace("---\n", f"---\n{key}\n", 1), "utf-8")

    def note(self) -> None:
        file = self.site / "content" / "tags" / "苹果.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(article_file(title=f"苹果{self.made}", body=self.words()), "utf-8")

    def page(self) -> None:
        file = self.site / "content" / "pages" / "about.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(article_file(title="关于", body=self.words()), "utf-8")

    def picture(self) -> None:
        self.made += 1
        for folder in {each.parent for each in self.articles}:
            (folder / "图.svg").write_text(
                f'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h{self.made}"/></svg>', "utf-8"
            )

    def photograph(self) -> None:
        """Put another photograph there, break it, take it away, or show it where none was shown."""
        file = self.articles[0].parent / "照.jpg"
        match self.random.randrange(5):
            case 0:
                file.unlink(missing_ok=True)
            case 1:
                file.write_bytes(file.read_bytes()[:-2000] if file.exists() else b"")
            case 2:
                file.write_bytes(b"GIF89a")
            case _:
                self.made += 1
                held = self.random.choice([1, 6])
                file.write_bytes(encoded(photo(520, 300 + self.made % 90), exif=exif(held)))
        shown = self.random.choice(["![照](照.jpg)", "![照](照.jpg '又一张｜本站')", "[大图](照.jpg)"])
        article = self.articles[0]
        if self.random.random() < 0.7 and shown not in article.read_text("utf-8"):
            article.write_text(article.read_text("utf-8") + f"\n{shown}\n", "utf-8")

    def static(self) -> None:
        file = self.site / "static" / self.random.choice(["robots.txt", "style.css", "more.js"])
        file.parent.mkdir(exist_ok=True)
        file.write_text(self.words(), "utf-8")

    def template(self) -> None:
        templates = self.site / "templates"
        templates.mkdir(exist_ok=True)
        name = self.random.choice(["article.html", "base.html", "macros.html", "list.html", "archive.html"])
        own = Path(__file__).parent.parent / "templates" / name
        if (templates / name).exists() and self.random.random() < 0.5:
            (templates / name).unlink()
        else:
            self.made += 1
            text = re.sub(
                "<(header|section|ol|article|html)", rf"<!-- {self.made} 里面 --><\1", own.read_text("utf-8"), count=1
            )
            (templates / name).write_text(text, "utf-8")

    def setting(self) -> None:
        key, values = self.random.choice(CHOICES)
        self.settings[key] = self.random.choice([each for each in values if each != self.settings[key]])
        self.save_settings()

    def glossary(self) -> None:
        written, forms = self.random.choice([("干部", "幹部"), ("归档", "歸檔庫"), ("面粉", "麪粉"), ("月", "月份")])
        (self.site / "content" / "glossary.yaml").write_text(f"{written}: {forms}\n", "utf-8")

    def touch(self) -> None:
        os.utime(self.any_article())

    def lose_published(self) -> None:
        published = sorted((self.site / "public").rglob("*.html"))
        for file in self.random.sample(published, min(3, len(published))):
            if self.random.random() < 0.5:
                file.unlink()
            else:
                file.write_text("cut", "utf-8")

    def lose_record(self) -> None:
        record = self.site / ".sitegen" / "record.sqlite"
        if not record.exists():  # it is lost already
            return
        match self.random.randrange(3):
            case 0:
                shutil.rmtree(self.site / ".sitegen")
            case 1:
                record.write_bytes(record.read_bytes()[: self.random.randrange(1, 30_000)])
            case _:
                record.write_bytes(b"no database")

    @property
    def everyday(self) -> list[Callable[[], None]]:
        return [self.write, self.body, self.body, self.title, self.retag, self.redate, self.touch]

    @property
    def every(self) -> list[Callable[[], None]]:
        return [
            self.write, self.body, self.title, self.retag, self.move, self.redate, self.rename_term, self.delete,
            self.hide, self.note, self.page, self.picture, self.static, self.template, self.setting, self.glossary,
            self.touch, self.lose_published, self.lose_record, self.photograph,
        ]  # fmt: skip


MUST_SHOW = {"write", "body", "title", "move", "picture", "delete"}
"""Edits after which some file must hold something else, unless the article is not shown or there was none."""


@pytest.fixture
def around(monkeypatch: pytest.MonkeyPatch) -> list[Plan]:
    """The plans that were made around edits, as if every file had been written long ago: only then is a plan kept."""
    made: list[Plan] = []

    def noting(*given: Any) -> Plan | None:
        plan = resume(*given)
        made.extend([plan] if plan else [])
        return plan

    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    monkeypatch.setattr("sitegen.builder.planning.resume", noting)
    return made


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_after_any_edits_the_output_is_that_of_a_build_from_nothing(seed: int, tmp_path: Path) -> None:
    check_edits(Editor(tmp_path, seed), everyday=False)


@pytest.mark.parametrize("seed", range(SEQUENCES))
def test_the_same_is_so_where_plans_are_made_around_edits(seed: int, tmp_path: Path, around: list[Plan]) -> None:
    check_edits(Editor(tmp_path, seed), everyday=True)

    assert around


@pytest.mark.parametrize("seed", range(SEQUENCES, SEQUENCES + 2))
def test_and_where_another_process_reads_and_renders(
    seed: int, tmp_path: Path, around: list[Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.beside.MANY", 1)

    check_edits(Editor(tmp_path, seed), everyday=True, jobs=2)

    assert around


def check_edits(editor: Editor, *, everyday: bool, jobs: int = 1) -> None:
    build_site(editor.site, jobs=jobs, record=True)
    for number in range(EDITS):
        choice = editor.everyday if everyday and editor.random.random() < 0.8 else editor.every
        choice = [editor.body] if everyday and number == 0 else choice
        for change in editor.random.choices(choice, k=editor.random.choice([1, 1, 2])):
            change()
        report = build_site(editor.site, jobs=jobs, record=True)
        verified(editor.site, editor.site / "public", Options(clock=NOW, jobs=1))
        noted = (editor.site / "content/addresses.tsv").read_bytes()
        whole = build_site(editor.site, jobs=1, clean=True, record=True)
        assert (editor.site / "content/addresses.tsv").read_bytes() == noted
        assert (report.warnings, report.left_out, report.pages) == (whole.warnings, whole.left_out, whole.pages)


@pytest.mark.parametrize(
    "name", sorted(MUST_SHOW | {"retag", "redate", "note", "photograph", "page", "static", "template", "setting"})
)
def test_every_edit_of_the_property_bites(name: str, tmp_path: Path) -> None:
    shown = 0
    for seed in range(4):
        site = tmp_path / str(seed)
        site.mkdir()
        editor = Editor(site, seed)
        build_site(site, jobs=1)
        before = files_in(site / "public")
        getattr(editor, name)()
        build_site(site, jobs=1)
        shown += files_in(site / "public") != before

    assert shown == 4 if name in MUST_SHOW else shown


def test_an_edited_glossary_bites_where_its_words_stand(tmp_path: Path) -> None:
    site = write_site(
        tmp_path, {"content/articles/a.md": article_file(body="干部进村"), "content/articles/b.md": article_file()}
    )
    build_site(site)
    (site / "content" / "glossary.yaml").write_text("干部: 乾部\n", "utf-8")

    report = build_site(site)

    assert "zh-hant/articles/undated/a/index.html" in report.written
    assert not [path for path, _ in report.made if path.endswith("b/index.html")]


def reasons(report: Report) -> dict[str, str]:
    """Why each page is made again; of the index tests/search tells."""
    return {path: str(why) for path, why in report.made if not path.startswith("search/")}


def test_only_what_changed_is_made_and_the_reason_is_told(tmp_path: Path) -> None:
    tags = {
        name: article_file(title=name, date=f"2024-03-0{at}", tags="麦", summary="略")
        for at, name in enumerate("甲乙丙", start=1)
    }
    site = write_site(tmp_path, {f"content/articles/{at}.md": text for at, text in enumerate(tags.values())})
    build_site(site)

    assert build_site(site).made == ()
    (site / "content/articles/0.md").write_text(tags["甲"] + "\n又一段。\n", "utf-8")
    assert reasons(build_site(site)) == {
        "articles/2024/03/0/index.html": "its body changed",
        "zh-hant/articles/2024/03/0/index.html": "its body changed",
        **dict.fromkeys(["feed.xml", "feed.json", "zh-hant/feed.xml", "zh-hant/feed.json"], "an article in it changed"),
    }
    (site / "public/404.html").unlink()
    assert reasons(build_site(site)) == {"404.html": "the file was missing"}
    (site / "public/404.html").write_text("x", "utf-8")
    assert reasons(build_site(site)) == {"404.html": "the file was not as it was written"}
    (site / "templates").mkdir()
    (site / "templates/404.html").write_text("<p>{{ page.title }}</p>", "utf-8")
    assert set(reasons(build_site(site)).items()) == {
        ("404.html", "the template `404.html` changed"),
        ("zh-hant/404.html", "the template `404.html` changed"),
    }
    (site / "content/articles/2.md").write_text(tags["丙"].replace("丙", "丁"), "utf-8")
    why = reasons(build_site(site))
    assert why["articles/2024/03/2/index.html"] == "its title, terms or other fields changed"
    assert why["articles/2024/03/1/index.html"] == "its neighbour changed"
    assert why["tags/mai/index.html"] == "an article in it changed"
    assert "archive/index.html" not in why


def test_a_missing_template_that_appears_concerns_those_who_looked_for_it(tmp_path: Path) -> None:
    page = '<p>{{ page.title }}</p>{% include "more.html" ignore missing %}'
    site = write_site(tmp_path, {"content/articles/a.md": article_file(), "templates/404.html": page})
    build_site(site)
    (site / "templates/more.html").write_text("更多", "utf-8")

    assert set(reasons(build_site(site)).values()) == {"the template `more.html` changed"}
    assert "更多" in (site / "public/404.html").read_text("utf-8")


def test_without_a_record_everything_is_made_and_nothing_written(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article_file()})
    first = build_site(site)
    shutil.rmtree(site / ".sitegen")

    again = build_site(site)

    assert {path for path, _ in again.made} == {path for path, _ in first.made}
    assert (again.written, again.removed) == ((), ())
    assert str(again.why_everything) == "there is no record of an earlier build"


def test_a_clean_build_finds_a_published_file_that_somebody_edited(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article_file()})
    build_site(site)
    file = site / "public/404.html"
    file.write_bytes(file.read_bytes().replace(b"<h1>", b"<h2>"))

    assert build_site(site).written == ()
    with pytest.raises(ExceptionGroup, match="1 problem"):
        verified(site, site / "public", Options(clock=NOW))
    assert build_site(site, clean=True).written == ("404.html",)


def test_a_file_that_changed_unseen_by_its_time_is_read_again_while_it_is_young(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article_file(body="甲")})
    build_site(site)
    file = site / "content/articles/a.md"
    told = file.stat()
    file.write_text(article_file(body="乙"), "utf-8")
    os.utime(file, ns=(told.st_atime_ns, told.st_mtime_ns))

    assert "articles/undated/a/index.html" in build_site(site).written


def test_a_site_changes_by_itself_when_an_article_falls_due(tmp_path: Path) -> None:
    site = write_site(
        tmp_path, {"content/articles/a.md": article_file(date="2024-07-02"), "content/articles/b.md": article_file()}
    )
    os.utime(site)
    assert build_site(site).left_out.future == ("content/articles/a.md",)

    from sitegen.builder import build

    later = build(site, site / "public", Options(clock=NOW.replace(day=3)))

    assert "articles/2024/07/a/index.html" in later.written


def test_settings_that_are_taken_back_after_a_build_was_cut_off_are_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    site = write_site(tmp_path, {"content/articles/a.md": article_file()})
    build_site(site)
    before, settings = files_in(site / "public"), (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(settings.replace("示例", "改名"), "utf-8")
    build_and_be_cut_off(site, monkeypatch)
    assert files_in(site / "public") != before
    (site / "site.yaml").write_text(settings, "utf-8")

    build_site(site)

    assert files_in(site / "public") == before


def test_a_build_that_failed_under_new_settings_leaves_nothing_that_was_read_under_the_old(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    files: dict[str, str | bytes] = {
        "content/articles/a.md": article_file(date="2024-03-05", tags="麦"),
        "content/articles/b.md": article_file(date="2024-03-06", places="甘肃省"),
    }
    site = write_site(tmp_path, files)
    build_site(site)
    with (site / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("taxonomies: {places: {}}\n")
    (site / "content/articles/c.md").write_text("无头", "utf-8")
    first, again = (run(site, "build", "--clock", NOW.isoformat()) for _ in range(2))
    (site / "content/articles/c.md").unlink()
    checked = run(site, "check", "--clock", NOW.isoformat())

    assert (again.exit_code, again.output) == (first.exit_code, first.output)
    shutil.rmtree(site / ".sitegen")
    assert run(site, "check", "--clock", NOW.isoformat()).output == checked.output
