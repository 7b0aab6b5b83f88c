"""A copy is held against its manifest: everything that is not as it was published is named at once, without the sources."""

import json
import shutil
from pathlib import Path

import pytest

from sitegen.model.archived import MANIFEST
from tests.conftest import SiteMaker
from tests.sites import article_file, build_site, run

ELSEWHERE = {
    "content/articles/a.md": article_file(),
    "static/.well-known/b.txt": "甲",
    "static/CNAME": "example.org",
}


@pytest.fixture
def copy(make_site: SiteMaker) -> Path:
    """A copy of a built site, alone in a folder."""
    site = make_site(ELSEWHERE, scripts="[zh-Hans]", search="false", manifest="true", headers="true")
    build_site(site)
    assert run(site, "check", "--manifest").exit_code == 0
    (site / "public").rename(site.with_name("copy"))
    shutil.rmtree(site)
    return site.with_name("copy")


def test_a_copy_is_as_it_was_published_also_beside_what_hosts_keep(copy: Path) -> None:
    (copy / ".git").mkdir()
    (copy / ".git/config").touch()

    result = run(copy, "check", "--manifest", ".")

    assert (result.stdout, result.stderr, result.exit_code) == ("0 errors, 0 warnings\n", "", 0)


def test_what_is_missing_other_or_too_much_is_named_all_at_once(copy: Path) -> None:
    (copy / "404.html").unlink()
    (copy / "index.html").write_text("x", "utf-8")
    (copy / "random/more.txt").touch()
    with (copy / MANIFEST).open("a", encoding="utf-8") as manifest:
        manifest.write("nonsense\n" + "0" * 64 + "  ../../etc/passwd\n")
    lines = (copy / MANIFEST).read_text("utf-8").count("\n")

    result = run(copy, "check", "--manifest", ".")
    chinese = run(copy, "check", "--manifest", ".", language="zh")

    assert result.exit_code == 1
    assert result.stderr.splitlines() == [
        "404.html: error[not-as-published]: this file is missing",
        "  hint: fetch it from another copy",
        "index.html: error[not-as-published]: this file is not as it was published",
        "  hint: fetch it from another copy",
        f"{MANIFEST}:{lines - 1}: error[not-as-published]: this is no line of a manifest",
        f"{MANIFEST}:{lines}: error[not-as-published]: this is no line of a manifest",
        "random/more.txt: error[not-as-published]: the manifest does not name this file",
    ]
    assert chinese.stderr.splitlines() == [
        "404.html: error[not-as-published]: 缺这个文件",
        "  提示：从另一份副本取回",
        "index.html: error[not-as-published]: 这个文件与发布时不同",
        "  提示：从另一份副本取回",
        f"{MANIFEST}:{lines - 1}: error[not-as-published]: 这一行不是清单的写法",
        f"{MANIFEST}:{lines}: error[not-as-published]: 这一行不是清单的写法",
        "random/more.txt: error[not-as-published]: 清单里没有这个文件",
    ]
    assert {each["code"] for each in json.loads(run(copy, "check", "--json", "--manifest", ".").stdout)} == {
        "not-as-published"
    }


def test_a_folder_without_a_manifest_is_told_with_what_to_do(tmp_path: Path) -> None:
    result = run(tmp_path, "check", "--manifest", ".")
    chinese = run(tmp_path, "check", "--manifest", ".", language="zh")

    assert result.stderr == (
        f"{MANIFEST}: cannot be read: No such file or directory\n"
        f"  hint: name the folder that holds {MANIFEST}; a site has one with `manifest: true`\n"
    )
    assert chinese.stderr.endswith(f"提示：写明 {MANIFEST} 所在的文件夹；网站要设 `manifest: true` 才有它\n")
    assert (result.exit_code, chinese.exit_code) == (1, 1)
