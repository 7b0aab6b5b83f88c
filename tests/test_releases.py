"""`publish: swap`: the whole site changes in one instant, and back."""

from pathlib import Path

import pytest

from sitegen.errors import OutputError
from sitegen.writer import roll_back
from tests.sites import article_file, build_site, files_in, page, run, write_site


def a_site(folder: Path) -> Path:
    files: dict[str, str | bytes] = {f"content/articles/{name}.md": article_file(title=name) for name in "ab"}
    return write_site(folder, files, publish="swap")


def release(site: Path) -> str:
    return (site / "public").readlink().as_posix()


def test_the_output_is_a_link_to_a_release_and_unchanged_files_are_the_same_ones(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    build_site(site)
    assert release(site) == "public.releases/1"
    (site / "content/articles/a.md").write_text(article_file(title="a", body="另一段。"), "utf-8")

    report = build_site(site)

    assert release(site) == "public.releases/2"
    assert "articles/undated/a/index.html" in report.written
    assert "另一段" in page(site, "/articles/undated/a/")
    one, two = site / "public.releases/1", site / "public.releases/2"
    assert (one / "404.html").samefile(two / "404.html")
    assert "另一段" not in (one / "articles/undated/a/index.html").read_text("utf-8")
    assert build_site(site).made == ()
    assert release(site) == "public.releases/2"


def test_a_release_holds_what_a_build_in_place_writes(tmp_path: Path) -> None:
    swapped = a_site(tmp_path / "swapped")
    in_place = write_site(tmp_path / "plain", {k: v for k, v in files_in(swapped).items() if k != "site.yaml"})
    for site in (swapped, in_place):
        build_site(site)
        (site / "content/articles/b.md").unlink()
        (site / "content/articles/c.md").write_text(article_file(title="c"), "utf-8")
        build_site(site)

    assert files_in(swapped / "public") == files_in(in_place / "public")


def test_only_the_last_two_releases_are_kept(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    for body in "甲乙丙丁":
        (site / "content/articles/a.md").write_text(article_file(title="a", body=body), "utf-8")
        build_site(site)

    assert sorted(path.name for path in (site / "public.releases").iterdir()) == ["3", "4"]


def test_a_rollback_shows_the_release_before_and_says_what_it_brings_back(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    build_site(site)
    (site / "content/articles/a.md").write_text(article_file(title="a", withdrawn="{reason: 有误}"), "utf-8")
    (site / "content/articles/c.md").write_text(article_file(title="c"), "utf-8")
    build_site(site)

    result = run(site, "rollback", "--verbose")

    assert result.exit_code == 0
    assert release(site) == "public.releases/1"
    assert "public shows release 1 again, in place of 2\n" in result.stdout
    assert "articles/undated/a/index.html is as it was\n" in result.stdout
    assert "articles/undated/c/index.html goes\n" in result.stdout
    again = run(site, "rollback")
    assert (again.exit_code, again.stderr) == (
        1,
        "public: there is no earlier release\n  hint: two are kept, the last and the one before\n",
    )
    build_site(site)
    assert release(site) == "public.releases/3"
    assert "本文已撤下" in page(site, "/articles/undated/a/")


def test_a_folder_that_was_published_in_place_becomes_the_first_release(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    settings = (site / "site.yaml").read_text("utf-8")
    (site / "site.yaml").write_text(settings.replace("publish: swap\n", ""), "utf-8")
    build_site(site)
    (site / "public/CNAME").write_text("example.org", "utf-8")
    (site / "site.yaml").write_text(settings.replace("示例", "改名"), "utf-8")

    build_site(site)

    assert release(site) == "public.releases/2"
    assert (site / "public/CNAME").read_text("utf-8") == "example.org"
    assert "改名" in page(site, "/")
    assert "示例" in (site / "public.releases/1/index.html").read_text("utf-8")


def test_a_failed_build_leaves_the_release_that_is_shown(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    build_site(site)
    before = files_in(site / "public")
    (site / "templates").mkdir()
    (site / "templates/article.html").write_text("{{ page.nothing }}", "utf-8")

    with pytest.raises(ExceptionGroup):
        build_site(site)

    assert (release(site), files_in(site / "public")) == ("public.releases/1", before)
    assert sorted(path.name for path in (site / "public.releases").iterdir()) == ["1"]


def test_a_folder_under_version_control_is_refused(tmp_path: Path) -> None:
    site = a_site(tmp_path)
    (site / "public/.git").mkdir(parents=True)

    with pytest.raises(OutputError, match="under version control"):
        build_site(site)


def test_what_is_no_release_cannot_be_rolled_back(tmp_path: Path) -> None:
    with pytest.raises(OutputError, match="this is no link to a release"):
        roll_back(tmp_path / "public")
