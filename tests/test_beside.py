"""A large site is brought up to date by two processes, and comes to the same as by one."""

import subprocess
import sys
from pathlib import Path

import pytest

from sitegen.builder import Options, verified
from sitegen.errors import TemplateError
from tests.sites import NOW, article_file, build_site, files_in, write_site

ASKING_FOR_ALL = {"search": "true", "beside": "[ris, csl, text]", "data": "true", "manifest": "true", "headers": "true"}


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A built site, as if it were a large one, whose files were written long ago."""
    monkeypatch.setattr("sitegen.builder.beside.MANY", 1)
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    articles: dict[str, str | bytes] = {
        f"content/articles/a{each}.md": article_file(f"春耕{each}", date=f"2024-03-0{each}", tags="[小麦]")
        for each in (1, 2, 3)
    }
    write_site(tmp_path, articles, **ASKING_FOR_ALL)
    build_site(tmp_path, jobs=2)
    return tmp_path


def put(site: Path, files: dict[str, str | bytes]) -> None:
    write_site(site, files, **ASKING_FOR_ALL)


@pytest.mark.parametrize("jobs", [1, 2])
def test_an_article_more_comes_to_what_a_build_from_nothing_makes(site: Path, jobs: int) -> None:
    put(
        site, {"content/articles/b.md": article_file("夏收", "## 麦收\n\n麦子熟了。", date="2024-03-09", tags="[小麦]")}
    )

    report = build_site(site, jobs=jobs)

    assert "articles/2024/03/b/index.html" in report.written
    assert report.unchanged
    verified(site, site / "public", Options(clock=NOW, jobs=1))


def test_a_published_file_that_somebody_changed_is_made_again_beside_an_edit(site: Path) -> None:
    (site / "public" / "404.html").write_text("别的", "utf-8")
    put(site, {"content/articles/a1.md": article_file("夏收", date="2024-03-01", tags="[小麦]")})

    assert "404.html" in build_site(site, jobs=2).written
    verified(site, site / "public", Options(clock=NOW, jobs=1))


def test_a_wrong_article_is_told_and_nothing_is_touched(site: Path) -> None:
    before = files_in(site / "public")
    put(site, {"content/articles/b.md": article_file("夏收", date="昨天晚上的时候")})

    with pytest.raises(ExceptionGroup) as told:
        build_site(site, jobs=2)

    assert [str(each).partition(" ")[0] for each in told.value.exceptions] == ["content/articles/b.md:3:"]
    assert files_in(site / "public") == before


def test_a_template_that_fails_is_told_and_nothing_is_touched(site: Path) -> None:
    put(site, {"templates/article.html": "{% if page.title.value == '夏收' %}{{ page.nothing }}{% endif %}"})
    build_site(site, jobs=2)
    before = files_in(site / "public")
    put(site, {"content/articles/b.md": article_file("夏收", date="2024-03-09")})

    with pytest.raises(ExceptionGroup) as told:
        build_site(site, jobs=2)

    assert any(isinstance(each, TemplateError) for each in told.value.exceptions)
    assert files_in(site / "public") == before


def test_the_process_that_plans_an_edit_brings_nothing_along_that_reads_or_renders(site: Path) -> None:
    put(site, {"content/articles/b.md": article_file("夏收", date="2024-03-09", tags="[小麦]")})

    assert not {"jinja2", "markdown", "opencc", "pydantic", "yaml", "sitegen.chinese.engine"} & loaded_by_a_build(
        site, jobs=2
    )


def test_a_heading_that_was_spelled_once_is_not_spelled_again(site: Path) -> None:
    put(
        site,
        {"content/articles/b.md": article_file("夏收", "## 场院晾晒\n\n麦子熟了。", date="2024-03-09", tags="[小麦]")},
    )
    assert "pypinyin" in loaded_by_a_build(site, jobs=1)

    put(
        site,
        {"content/articles/c.md": article_file("夏收", "## 场院晾晒\n\n麦子熟了。", date="2024-03-10", tags="[小麦]")},
    )
    assert "pypinyin" not in loaded_by_a_build(site, jobs=1)


def loaded_by_a_build(site: Path, *, jobs: int) -> set[str]:
    code = (
        "import sys; from datetime import datetime; from pathlib import Path;"
        "import sitegen.builder.beside; from sitegen.builder import Options, build;"
        "sitegen.builder.beside.MANY = 1; site = Path(sys.argv[1]);"
        f"options = Options(jobs={jobs}, clock=datetime.fromisoformat(sys.argv[2]));"
        "print(len(build(site, site / 'public', options).written), *sys.modules)"
    )
    told = subprocess.run(
        [sys.executable, "-c", code, site, NOW.isoformat()], capture_output=True, text=True, check=True
    ).stdout
    written, *loaded = told.split()
    assert int(written) > 0
    return {*loaded}
