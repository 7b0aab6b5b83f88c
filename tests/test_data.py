"""The archive as data, and the files beside an article: what a scholar's programs read is what the author wrote."""

import csv
import gzip
import io
import json
from hashlib import sha256
from pathlib import Path

import pytest

from tests.sites import article_file, build_site, files_in, write_site

SETTINGS = {"data": "true", "beside": "[ris, csl, text]", "search": "false"}
SPRING = """\
---
title: 春耕-{里}-记
subtitle: 一行副题
date: 2024-03-05
tags: [鄉村振興, 麦]
series: {name: 节气, part: 2}
places: [甘肃省/定西市]
authors: [{name: 张三, role: 记者}, 本站编辑]
sources: [甘肃日报]
edition: {issue: 第12期, page: 3}
rights: 转载请注明
corrections: [{date: 2024-03-09, text: 亩数有误}]
---
第一段<ruby>塬<rt>yuán</rt></ruby>，见脚注[^1]。

| 甲 | 乙 |
|---|---|
| 1 | 2 |

[^1]: 注。
"""
OLD = article_file("舊事", "後院的-{zh-hans:里;zh-hant:裡}-屋。", date="1998", script="zh-Hant")
FILES: dict[str, str | bytes] = {
    "content/articles/spring.md": SPRING,
    "content/articles/old.md": OLD,
    "content/articles/plain.txt": article_file("无题", '一行。\n又一行，"引号"与,逗号。'),
    "content/articles/draft.md": article_file("草", date="2024-01-01", draft="true"),
    "content/articles/later.md": article_file("后", date="2030-01-01"),
    "content/articles/over.md": article_file("过", date="2023-01-01", expires="2023-02-01"),
    "content/articles/gone.md": article_file("撤", date="2022-01-01", withdrawn="{date: 2024-01-01}"),
    "content/glossary.yaml": "干部: 幹部\n",
}


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = write_site(tmp_path_factory.mktemp("data"), FILES, **SETTINGS)
    build_site(site)
    return site / "public"


def rows(public: Path, year: str) -> list[dict[str, object]]:
    lines = gzip.decompress((public / f"data/{year}.jsonl.gz").read_bytes()).decode().splitlines()
    return [json.loads(line) for line in lines]


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


def test_a_line_of_data_holds_what_the_author_wrote(public: Path) -> None:
    (row,) = rows(public, "2024")

    assert row["id"] == "tag:example.org,2026:/articles/2024/03/spring/"
    assert row["url"] == "https://example.org/articles/2024/03/spring/"
    assert (row["title"], row["date"], row["script"]) == ("春耕里记", "2024-03-05", "zh-Hans")
    assert row["tags"] == [{"key": "乡村振兴", "name": "鄉村振興"}, {"key": "麦", "name": "麦"}]
    assert row["series"] == [{"key": "节气", "name": "节气", "part": 2}]
    assert row["places"] == [{"key": "甘肃省/定西市", "name": "甘肃省/定西市"}]
    assert row["authors"] == [{"key": "张三", "name": "张三", "role": "记者"}, {"key": "本站编辑", "name": "本站编辑"}]
    assert (row["issue"], row["page"], row["rights"]) == ("第12期", "3", "转载请注明")
    assert row["corrections"] == [{"date": "2024-03-09", "text": "亩数有误"}]
    assert row["text"] == "第一段塬（yuán），见脚注[1]。\n甲\t乙\n1\t2\n[1] 注。"
    assert row["markdown"] == SPRING.rpartition("---\n第")[2].join(["第", ""])


def test_what_was_written_in_traditional_stays_so_and_its_address_is_that_of_its_script(public: Path) -> None:
    (row,) = rows(public, "1998")

    assert (row["title"], row["text"], row["date"]) == ("舊事", "後院的裡屋。", "1998")
    assert row["url"] == "https://example.org/zh-hant/articles/1998/old/"


def test_a_table_holds_the_same_in_cells(public: Path) -> None:
    (spring,) = table(gzip.decompress((public / "data/2024.csv.gz").read_bytes()))
    (plain,) = table(gzip.decompress((public / "data/undated.csv.gz").read_bytes()))

    assert (spring["tags"], spring["authors"]) == ("鄉村振興; 麦", "张三; 本站编辑")
    assert spring["corrections"] == "2024-03-09 亩数有误"
    assert plain["text"] == '一行。\n又一行，"引号"与,逗号。'
    assert rows(public, "undated")[0]["markdown"] is None


def test_nothing_that_readers_may_not_see_is_in_the_data(public: Path) -> None:
    names = {path.name for path in (public / "data").iterdir()}

    assert {name.partition(".")[0] for name in names if name.endswith(".gz")} == {"1998", "2024", "undated"}
    assert json.loads((public / "data/datapackage.json").read_bytes())["articles"] == 3


def test_the_description_names_every_file_with_its_bytes_digest_and_lines(public: Path) -> None:
    package = json.loads((public / "data/datapackage.json").read_bytes())

    for each in package["resources"]:
        content = (public / "data" / each["path"]).read_bytes()
        assert (each["bytes"], each["hash"]) == (len(content), f"sha256:{sha256(content).hexdigest()}")
        if each["format"] == "csv":
            read = table(gzip.decompress(content) if each.get("compression") else content)
            assert len(read) == each["rows"]
            schema = each["schema"]
            told = json.loads((public / "data" / schema).read_bytes()) if isinstance(schema, str) else schema
            assert [field["name"] for field in told["fields"]] == list(read[0])
    terms = table((public / "data/terms.csv").read_bytes())
    assert {(each["key"], each["broader"], each["articles"]) for each in terms if each["taxonomy"] == "places"} == {
        ("甘肃省", "", "1"),
        ("甘肃省/定西市", "甘肃省", "1"),
    }
    assert table((public / "data/glossary.csv").read_bytes())[0]["form"] == "幹部"


def test_an_edit_makes_one_year_again_and_the_bytes_of_a_build_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))
    site = write_site(tmp_path / "site", FILES, **SETTINGS)
    build_site(site)

    (site / "content/articles/spring.md").write_text(SPRING.replace("第一段", "第二段"), "utf-8")
    written = [path for path in build_site(site).written if path.startswith("data/")]

    assert written == ["data/2024.jsonl.gz", "data/2024.csv.gz", "data/datapackage.json"]
    (site / "content/articles/old.md").unlink()
    report = build_site(site)
    assert {"data/1998.jsonl.gz", "data/1998.csv.gz"} <= set(report.removed)
    assert not [path for path in report.written if path.endswith(".gz")]
    fresh = write_site(
        tmp_path / "fresh", {**FILES, "content/articles/spring.md": SPRING.replace("第一段", "第二段")}, **SETTINGS
    )
    (fresh / "content/articles/old.md").unlink()
    build_site(fresh)
    assert files_in(site / "public") == files_in(fresh / "public")


def test_files_beside_an_article_tell_who_wrote_it_and_where_it_stood(public: Path) -> None:
    folder = public / "articles/2024/03/spring"
    (item,) = json.loads((folder / "citation.json").read_bytes())

    assert (folder / "citation.ris").read_text("utf-8").splitlines() == [
        "TY  - NEWS", "TI  - 春耕里记: 一行副题", "AU  - 张三", "T2  - 甘肃日报", "T3  - 节气", "PY  - 2024", "DA  - 2024/03/05/",
        "IS  - 第12期", "SP  - 3", "PB  - 示例", "AB  - 第一段塬yuán，见脚注。", "KW  - 鄉村振興", "KW  - 麦", "LA  - zh-Hans",
        "UR  - https://example.org/articles/2024/03/spring/", "ER  - ",
    ]  # fmt: skip
    assert (item["type"], item["author"], item["container-title"]) == (
        "article-newspaper",
        [{"literal": "张三"}],
        "甘肃日报",
    )
    assert (item["issued"], item["issue"], item["page"]) == ({"date-parts": [[2024, 3, 5]]}, "第12期", "3")
    assert (folder / "article.txt").read_text("utf-8").splitlines()[:4] == [
        "春耕里记", "——一行副题", "甘肃日报　记者 张三　本站编辑", "2024年3月5日",
    ]  # fmt: skip


def test_the_page_of_an_article_in_each_script_leads_to_its_other_forms(public: Path) -> None:
    for prefix in ("", "zh-hant/"):
        page = (public / f"{prefix}articles/2024/03/spring/index.html").read_text("utf-8")
        for name, kind in (
            ("citation.ris", "application/x-research-info-systems"),
            ("citation.json", "application/vnd.citationstyles.csl+json"),
            ("article.txt", "text/plain"),
        ):
            assert f'<link rel="alternate" type="{kind}" href="/articles/2024/03/spring/{name}">' in page
            assert f'<a href="/articles/2024/03/spring/{name}"' in page


def test_an_article_of_the_site_itself_is_a_page_of_the_web(public: Path) -> None:
    (item,) = json.loads((public / "articles/1998/old/citation.json").read_bytes())

    assert (item["type"], item["container-title"], item["issued"]) == ("webpage", "示例", {"date-parts": [[1998]]})
    assert item["URL"] == "https://example.org/zh-hant/articles/1998/old/"


def test_a_file_of_the_owners_own_in_the_way_is_named(tmp_path: Path) -> None:
    site = write_site(
        tmp_path,
        {**FILES, "static/data/2024.csv.gz": b"x", "static/manifest.sha256": b"y"},
        manifest="true",
        **SETTINGS,
    )

    with pytest.raises(ExceptionGroup) as told:
        build_site(site)

    assert [str(each).partition(":")[0] for each in told.value.exceptions] == [
        "static/data/2024.csv.gz",
        "static/manifest.sha256",
    ]
