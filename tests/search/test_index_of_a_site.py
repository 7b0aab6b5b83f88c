"""The index is built with the site: only what changed is made again, and it comes to what a build from nothing makes."""

import shutil
from pathlib import Path

import pytest

from sitegen.builder import Report
from sitegen.search.reader import Reader
from tests.sites import article_file, build_site, files_in, write_site


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    names = ["红古区苹果丰收", "理发店进村", "夜校开课"]
    articles = {
        f"content/articles/{at}.md": article_file(
            title=name,
            date=f"2024-03-0{at + 1}",
            tags="产业",
            body=f"{name}的消息。" + "种麦，养羊。" * at,
            summary="略",
        )
        for at, name in enumerate(names)
    }
    hidden = {
        "content/articles/draft.md": article_file(title="草稿稀罕", date="2024-03-09", draft="true"),
        "content/articles/gone.md": article_file(title="撤稿稀罕", date="2024-03-08", withdrawn="{reason: 有误}"),
    }
    site = write_site(tmp_path_factory.mktemp("search"), {**articles, **hidden})
    build_site(site)
    return site


@pytest.fixture
def site(built: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "site"
    shutil.copytree(built, copy, symlinks=True)
    return copy


def index_of(site: Path) -> Reader:
    return Reader(lambda path: (site / "public" / path).read_bytes())


def of_the_index(report: Report) -> dict[str, str]:
    """Why each file of the index was made, by its kind."""
    return {
        path.partition("/")[2].partition("-")[0]: str(why)
        for path, why in report.made
        if path.startswith("search/") and not path.endswith(".html")
    }


def titles(site: Path, query: str) -> list[str]:
    index = index_of(site)
    return [index.card(at).titles[0] for at in index.find(query)]


def edit(site: Path, name: str, before: str, after: str) -> None:
    file = site / f"content/articles/{name}.md"
    file.write_text(file.read_text("utf-8").replace(before, after), "utf-8")


def assert_as_from_nothing(site: Path) -> None:
    """Build the same content in another place, and compare every byte."""
    other = site.parent / "other"
    shutil.copytree(site, other, ignore=shutil.ignore_patterns("public", ".sitegen"))
    build_site(other)
    assert files_in(site / "public") == files_in(other / "public")


def test_the_index_finds_what_the_pages_of_a_site_show_in_either_script(built: Path) -> None:
    assert [titles(built, query) for query in ("紅古", "理髮", "产业")] == [
        ["红古区苹果丰收"],
        ["理发店进村"],
        ["夜校开课", "理发店进村", "红古区苹果丰收"],
    ]


def test_what_readers_do_not_see_is_not_in_the_index(built: Path) -> None:
    assert titles(built, "稀罕") == []


def test_an_edited_body_changes_shards_and_the_entry_and_nothing_else_of_the_index(site: Path) -> None:
    edit(site, "1", "的消息", "的好消息")

    report = build_site(site)

    assert of_the_index(report) == {
        "shard": "the articles in this part of the index changed",
        "index.json": "other files of the index have to be named",
    }
    assert titles(site, "好消息") == ["理发店进村"]
    assert_as_from_nothing(site)


def test_an_edited_title_changes_cards_and_suggestions_too(site: Path) -> None:
    edit(site, "2", "夜校", "鳤鱼")

    report = build_site(site)

    assert of_the_index(report).keys() == {"shard", "cards", "suggestions", "characters", "index.json"}
    assert (titles(site, "夜校"), titles(site, "鳤")) == ([], ["鳤鱼开课"])
    assert_as_from_nothing(site)


def test_an_article_that_goes_or_comes_before_others_moves_their_places(site: Path) -> None:
    (site / "content/articles/1.md").unlink()
    write_site(site, {"content/articles/old.md": article_file(title="旧闻一则", date="2020-01-01", tags="产业")})

    build_site(site)

    assert titles(site, "产业") == ["夜校开课", "红古区苹果丰收", "旧闻一则"]
    assert index_of(site).entry.years == (("2020", 0), ("2024", 1))
    assert_as_from_nothing(site)


def test_a_file_of_the_index_that_is_missing_or_cut_is_made_again(site: Path) -> None:
    before = files_in(site / "public")
    shards = sorted((site / "public/search").glob("shard-*"))
    shards[0].unlink()
    next((site / "public/search").glob("cards-*")).write_bytes(b"[]")

    build_site(site)

    assert files_in(site / "public") == before


def test_a_shard_that_was_tampered_with_is_not_changed_but_made_anew(site: Path) -> None:
    for shard in (site / "public/search").glob("shard-*"):
        shard.write_bytes(bytes(reversed(shard.read_bytes())))
    edit(site, "1", "的消息", "的好消息")

    build_site(site)

    assert titles(site, "好消息") == ["理发店进村"]


@pytest.mark.parametrize("damage", ["", "no database at all"])
def test_what_is_kept_of_entries_may_be_lost_or_damaged_at_any_time(site: Path, damage: str) -> None:
    kept = site / ".sitegen/search.sqlite"
    kept.write_text(damage, "utf-8") if damage else kept.unlink()
    edit(site, "0", "的消息", "的好消息")

    build_site(site)

    assert titles(site, "好消息") == ["红古区苹果丰收"]
    assert_as_from_nothing(site)


def test_the_entry_is_written_after_all_that_it_names(site: Path) -> None:
    edit(site, "1", "的消息", "的好消息")

    assert build_site(site).written[-1] == "search/index.json"


def test_without_search_there_is_neither_index_nor_page(site: Path) -> None:
    with (site / "site.yaml").open("a", encoding="utf-8") as settings:
        settings.write("search: false\n")

    report = build_site(site)

    assert not (site / "public/search").exists()
    assert not (site / "public/zh-hant/search").exists()
    assert {"search/index.json", "search/index.html"} <= set(report.removed)


def test_a_page_that_wants_the_place_of_the_entry_is_named(site: Path) -> None:
    write_site(site, {"content/pages/about.md": "---\ntitle: 关于\naliases: [/search/index.json]\n---\n关于\n"})

    with pytest.raises(ExceptionGroup) as problems:
        build_site(site)

    assert "/search/index.json is also wanted by a page that sitegen makes itself" in str(problems.value.exceptions[0])
