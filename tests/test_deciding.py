"""What the settings and the glossary come to is learned once, and never of other settings than those that stand there."""

import shutil
import struct
import subprocess
import sys
import zoneinfo
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import json

from sitegen.builder import Options, build
from sitegen.builder.decided import Decided
from sitegen.builder.deciding import decide, decided_by
from sitegen.builder.inputs import look
from sitegen.cache import read_record
from sitegen.config import Config, read_config
from sitegen.errors import SitegenError, leaves
from sitegen.folder import RECORD, program
from sitegen.model import Text
from tests.sites import NOW, article_file, build_site, page, write_site

GOLDEN = Path(__file__).parent / "golden"
EXAMPLE = Path(__file__).parent.parent
NEEDED = "title: 示例\nbase_url: https://example.org/\n"
RICH = """\
title: 示例-{原样}-乡村
description: 面粉与“头发”
base_url: https://example.org/乡村/
language: zh-Hant
scripts: [zh-Hant-TW, zh-Hans, zh-Hant-HK]
timezone: America/Argentina/Buenos_Aires
articles: /a/{year}/{slug}/
taxonomies:
  tags: {name: 面粉, paginate: 100000000000000000000000000000, feed: true}
  topics: {name: 话题, order: oldest-first, hierarchical: true}
navigation: [{name: 首页, url: /}, {name: 面粉, url: "https://example.org/?a=1&b=2"}]
search: false
beside: [text, ris]
data: true
manifest: true
compress: [gz]
headers: true
feeds: {content: summary, terms: full, entries: 7, hub: https://hub.example.org/, authority: "example.org,2024-01-01"}
old_links: {removed: error, most: 100000000000000000000000000000, maps: [nginx, caddy]}
sitemap: {news: true, publication: 日报}
footer: {icp: 京ICP备1号, police: 京公网安备2号, copyright: 面粉社}
raw_html: allow
publish: swap
conversion: {recipes: {zh-Hant-TW: s2twp, zh-Hant-HK: s2hk}, quotes: corner}
silence: [empty-list]
"""
GLOSSARY = "面粉: 麵粉\n头发: {zh-Hans: 头发, zh-Hant: 頭髮}\n周: 周\ntopics:\n  农业: {面: 麵}\n  里: {里: 里}\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site that was built once."""
    files: dict[str, str | bytes] = {
        "site.yaml": f"{NEEDED}description: 面粉\n",
        "content/glossary.yaml": "面粉: 麵粉\n",
        "content/articles/one.md": article_file(date="2024-03-01"),
    }
    site = write_site(tmp_path / "site", files)
    build_site(site, jobs=1)
    return site


def known(site: Path, **options: str) -> Decided:
    """What a build would be told of the site."""
    with read_record(site / RECORD, program()) as record:
        return decided_by(record, "public", look(site, 0), Options(**options))  # type: ignore[arg-type]  # of a test's own


def is_noted(site: Path) -> bool:
    with read_record(site / RECORD, program()) as record:
        return record.fact("decided public") is not None


def learned_again(site: Path, monkeypatch: pytest.MonkeyPatch, **options: str) -> bool:
    """Whether a build would read the settings, and not be told by the record."""
    asked: list[Path] = []

    def noting(site: Path, **overrides: str) -> Config:
        asked.append(site)
        return read_config(site, **overrides)

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.config.read_config", noting)
        decided = known(site, **options)
    overrides = {name: value for name, value in options.items() if value}
    made = decide(read_config(site, **overrides), site)
    assert all(getattr(decided, name) == getattr(made, name) for name in Decided.__struct_fields__[:-1])
    return bool(asked)


def put(site: Path, name: str, words: str) -> None:
    (site / name).write_text(words, "utf-8")


def problems(site: Path) -> list[str]:
    with pytest.raises((ExceptionGroup, SitegenError)) as raised:
        build_site(site, jobs=1)
    return [str(each) for each in leaves(raised.value)]


@pytest.mark.parametrize(
    "name", ["the project's own", "rich", *sorted(each.parent.name for each in GOLDEN.glob("*/site.yaml"))]
)
def test_what_is_kept_is_exactly_what_was_decided(name: str, tmp_path: Path) -> None:
    site = GOLDEN / name if (GOLDEN / name).is_dir() else EXAMPLE
    if name == "rich":
        site = write_site(tmp_path, {"site.yaml": RICH, "content/glossary.yaml": GLOSSARY})
    made = decide(read_config(site), site)

    again = json.decode(json.encode(made), type=Decided)

    assert again == made
    assert again.timezone is read_config(site).timezone
    assert list(again.topics) == list(made.topics)


@given(
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.text(st.characters(codec="utf-8"), max_size=40),
    st.integers(min_value=0),
)
@settings(max_examples=60, deadline=None)
def test_any_words_and_numbers_are_kept_as_they_are(words: str, other: str, number: int) -> None:
    facts = Config(title="示例", base_url="https://example.org/", old_links={"most": number}).facts()
    decided = Decided(
        facts=type(facts)(
            **{each: getattr(facts, each) for each in facts.__slots__} | {"title": Text(words, facts.language)}
        ),
        topics={other: ()},
        zone="Asia/Shanghai",
        orthography=Config(title="示例", base_url="https://example.org/").orthography,
        is_sanitised=True,
        has_cards=False,
        font=other,
        swaps=False,
        compress=(),
        silence=(),
        warnings=(),
    )

    assert json.decode(json.encode(decided), type=Decided) == decided


def test_a_build_after_an_edit_loads_nothing_that_reads_settings(site: Path) -> None:
    put(site, "content/articles/two.md", article_file("夏收", date="2024-03-02"))
    code = (
        "import sys; from pathlib import Path; from sitegen.builder import Options, build;"
        "print(len(build(Path(sys.argv[1]), Path(sys.argv[1], 'public'), Options(jobs=1)).written));"
        "print(*sys.modules)"
    )
    written, *loaded = subprocess.run(
        [sys.executable, "-c", code, site], capture_output=True, text=True, check=True
    ).stdout.split()

    assert int(written) > 0
    assert [name for name in loaded if name.startswith("sitegen.config")] == []


def test_what_was_decided_is_told_again_until_the_settings_or_the_glossary_change(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not learned_again(site, monkeypatch)
    assert not learned_again(site, monkeypatch, base_url="")
    assert learned_again(site, monkeypatch, base_url="https://example.org/sub/")
    put(site, "content/glossary.yaml", "面粉: 面-麵粉\n")
    assert learned_again(site, monkeypatch)
    build_site(site, jobs=1)
    assert not learned_again(site, monkeypatch)
    put(site, "site.yaml", f"{NEEDED}description: 另一句\n")
    assert learned_again(site, monkeypatch)
    (site / "content/glossary.yaml").unlink()
    build_site(site, jobs=1)
    assert not learned_again(site, monkeypatch)


def test_a_changed_setting_and_a_changed_word_are_on_the_next_pages(site: Path) -> None:
    assert "麵粉" in page(site, "zh-hant")
    put(site, "content/glossary.yaml", "面粉: 白面\n")
    build_site(site, jobs=1)
    assert "白面" in page(site, "zh-hant")
    put(site, "site.yaml", NEEDED.replace("示例", "另一社"))
    build_site(site, jobs=1)
    assert "另一社" in page(site, "")


def test_each_output_knows_the_address_that_it_was_built_for(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    build(site, site / "other", Options(clock=NOW, jobs=1, base_url="https://example.org/sub/"))

    assert not learned_again(site, monkeypatch)
    with read_record(site / RECORD, program()) as record:
        inputs, options = look(site, 0), Options(base_url="https://example.org/sub/")
        assert decided_by(record, "other", inputs, options).facts.base_path == "/sub"


@pytest.mark.parametrize(
    ("file", "text", "problem"),
    [
        ("site.yaml", f"{NEEDED}titel: x\n", "site.yaml:3: unknown key 'titel'"),
        ("content/glossary.yaml", "a: b\n面粉:\n  zh-xx: c\n", "content/glossary.yaml:2: 面粉: 'zh-xx' is no script"),
        ("content/glossary.yaml", "a: [\n", "content/glossary.yaml:1: this is not YAML"),
    ],
    ids=["a setting", "a word", "no YAML"],
)
def test_what_is_wrong_is_told_on_every_build_with_its_line(file: str, text: str, problem: str, site: Path) -> None:
    right = (site / file).read_text("utf-8")
    put(site, file, text)

    first = problems(site)

    assert first[0].startswith(problem)
    assert problems(site) == first
    put(site, file, right)
    build_site(site, jobs=1)
    put(site, file, text)
    assert problems(site) == first


def test_a_glossary_that_cannot_be_read_is_no_glossary_that_is_not_there(
    site: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (site / "content/glossary.yaml").unlink()
    build_site(site, jobs=1)
    assert not learned_again(site, monkeypatch)

    (site / "content/glossary.yaml").mkdir()

    assert problems(site)[0].startswith("content/glossary.yaml: cannot be read")


def test_a_font_that_is_gone_is_told_whether_or_not_cards_are_drawn_in_it(site: Path) -> None:
    put(site, "mine.ttf", "")
    put(site, "site.yaml", f"{NEEDED}cards: {{draw: false, font: mine.ttf}}\n")
    build_site(site, jobs=1)
    assert known(site).made_from

    (site / "mine.ttf").unlink()
    put(site, "content/articles/two.md", article_file("夏收"))

    assert problems(site)[0].startswith("site.yaml:3: cards.font: there is no file mine.ttf")


def test_a_time_zone_that_the_machine_knows_no_more_is_told_as_ever(site: Path, tmp_path: Path) -> None:
    zone = tmp_path / "zones/Mine/Zone"
    zone.parent.mkdir(parents=True)
    zone.write_bytes(struct.pack(">4s16x6l", b"TZif", 0, 0, 0, 0, 1, 4) + struct.pack(">lbb4s", 28800, 0, 0, b"ZON"))
    put(site, "site.yaml", f"{NEEDED}timezone: Mine/Zone\n")
    zoneinfo.reset_tzpath([tmp_path / "zones", *zoneinfo.TZPATH])
    try:
        build_site(site, jobs=1)
        assert known(site).made_from
        zone.unlink()
        zoneinfo.ZoneInfo.clear_cache(only_keys=["Mine/Zone"])

        assert problems(site)[0].startswith("site.yaml:3: timezone: 'Mine/Zone' is no time zone")
    finally:
        zoneinfo.reset_tzpath()


def test_warnings_of_the_settings_are_told_on_every_build(site: Path) -> None:
    put(
        site, "site.yaml", "title: 示例\nbase_url: https://example.org/news/\nconversion: {recipes: {zh-Hant: s2twp}}\n"
    )
    said = []
    for number in range(3):
        put(site, f"content/articles/more{number}.md", article_file(f"文{number}", date="2024-03-02"))
        said.append([str(each) for each in build_site(site, jobs=1).warnings])

    assert said[0] == said[1] == said[2]
    assert {"[no-robots]", "[regional-words]"} <= {
        word[7:-1] for each in said[0] for word in each.split() if "[" in word
    }


def test_what_is_not_trusted_or_damaged_is_read_again(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from sitegen.cache import open_record

    with open_record(site / RECORD, program()) as record, record.changes() as changes:
        changes.note("decided public", b'{"facts": 1}')
    assert learned_again(site, monkeypatch)
    build_site(site, jobs=1, clean=True)
    assert not learned_again(site, monkeypatch)


def test_settings_that_change_while_they_are_read_are_not_kept(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(site / RECORD)
    right = (site / "site.yaml").read_text("utf-8")

    def late(site: Path, **overrides: str) -> Config:
        put(site, "site.yaml", right.replace("示例", "另一社"))
        return read_config(site, **overrides)

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.config.read_config", late)
        build_site(site, jobs=1)

    assert not is_noted(site)


def test_a_dry_run_keeps_nothing_and_a_failed_build_neither(site: Path) -> None:
    shutil.rmtree(site / RECORD)
    build_site(site, jobs=1, dry_run=True)
    assert not is_noted(site)
    put(site, "site.yaml", NEEDED.replace("org/", "org/news/"))
    with pytest.raises(ExceptionGroup):
        build_site(site, jobs=1, strict=True)
    assert not is_noted(site)
