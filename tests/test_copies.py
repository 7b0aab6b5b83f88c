"""Smaller copies beside what is published, and the list of its digests: as right after any edit as in a build from nothing."""

import gzip
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

import brotli
import pytest

from sitegen.builder import Options, verified
from sitegen.errors import SitegenError, leaves
from sitegen.model.archived import MANIFEST
from sitegen.packing import LEAST, MEMBER, Form, Packing, gzipped
from sitegen.writer.manifest import digests_in, lines_of, manifest_of
from tests.sites import NOW, article_file, build_site, files_in, write_site

SETTINGS = {"compress": "[gz, br]", "manifest": "true"}
LONG = "麦田返青。" * LEAST


def copies_in(files: dict[str, bytes]) -> dict[str, bytes]:
    return {path: content for path, content in files.items() if path.endswith((".gz", ".br"))}


def check(site: Path) -> dict[str, bytes]:
    """Every copy is of its file, and the manifest is that of all files."""
    files = files_in(site / "public")
    del files[".sitegen-files"]
    for path, content in copies_in(files).items():
        unpack = gzip.decompress if path.endswith(".gz") else brotli.decompress
        assert unpack(content) == files[path[:-3]], path
    listed = digests_in(files[MANIFEST])
    assert listed == {path: sha256(content).hexdigest() for path, content in files.items() if path != MANIFEST}
    verified(site, site / "public", Options(clock=NOW, jobs=1))
    return files


def test_copies_and_the_manifest_follow_every_edit(tmp_path: Path) -> None:
    article = "content/articles/a.md"
    site = write_site(tmp_path, {article: article_file(), "static/b.txt": LONG, "static/c.bin": LONG}, **SETTINGS)
    build_site(site)
    first = check(site)
    assert {"b.txt.gz", "b.txt.br", "index.html.gz", "search/index.html.br"} <= first.keys()
    assert not {"c.bin.gz", "favicon.svg.gz", f"{MANIFEST}.gz"} & first.keys()  # no text, too small, the list itself

    (site / article).write_text(article_file(title="秋收", body="又一年。"), "utf-8")
    (site / "static/b.txt").write_text("短", "utf-8")
    report = build_site(site)
    second = check(site)
    assert {"b.txt.gz", "b.txt.br"} <= set(report.removed)
    assert second["articles/undated/a/index.html.gz"] != first["articles/undated/a/index.html.gz"]
    assert build_site(site).written == ()

    (site / article).unlink()
    build_site(site)
    assert not any(path.startswith("articles/") for path in check(site))


def test_a_copy_that_is_lost_is_made_again_and_one_that_is_not_wanted_any_more_goes(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article_file()}, **SETTINGS)
    build_site(site)
    (site / "public/index.html.gz").unlink()

    assert build_site(site).written == ("index.html.gz",)
    check(site)
    write_site(site, {}, manifest="true")
    build_site(site)
    assert not copies_in(files_in(site / "public"))
    write_site(site, {}, **SETTINGS)
    build_site(site)
    assert copies_in(check(site))


def test_a_copy_that_the_owner_made_stays_the_owners(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"static/b.txt": LONG, "static/b.txt.gz": b"mine"}, compress="[gz]")
    build_site(site)

    assert (site / "public/b.txt.gz").read_bytes() == b"mine"


def test_a_packer_that_is_not_installed_is_named_with_what_to_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    site = write_site(tmp_path, {}, compress="[br]")
    monkeypatch.setattr("sitegen.packing.find_spec", lambda _name: None)

    with pytest.raises((SitegenError, ExceptionGroup)) as told:
        build_site(site)

    assert "pip install brotli" in str(next(iter(leaves(told.value))))


def test_packed_bytes_tell_of_no_time_and_long_ones_come_in_members() -> None:
    assert gzipped([b"x"])[4:8] == bytes(4)
    pieces = [b"ab" * (MEMBER // 4)] * 3
    assert gzip.decompress(gzipped(pieces)) == b"".join(pieces)
    assert list(Packing((Form.GZ, Form.BR), frozenset(["a.css.gz"])).copies("a.css", LEAST)) == [("a.css.br", Form.BR)]


def test_the_digests_of_a_manifest_that_somebody_changed_are_not_believed(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/a.md": article_file()}, manifest="true")
    build_site(site)
    manifest = site / "public" / MANIFEST
    manifest.write_bytes(manifest.read_bytes().replace(b"a", b"b"))
    (site / "content/articles/a.md").write_text(article_file(body="乙"), "utf-8")

    build_site(site)

    check(site)


def test_names_that_no_line_can_hold_are_written_as_others_do() -> None:
    digests = {"a\nb": "1" * 64, "c\\d": "2" * 64, "春/e": "3" * 64}

    assert digests_in(manifest_of(digests)) == digests
    assert manifest_of(digests).startswith(b"\\" + b"1" * 64 + b"  a\\nb\n")
    assert [each.path for each in lines_of(b"x\n" + b"1" * 64 + b"  ../a\n" + b"2" * 64 + b" */b\n")] == ["", "", ""]


@pytest.mark.skipif(shutil.which("sha256sum") is None, reason="no sha256sum is here")
def test_the_system_reads_the_manifest(tmp_path: Path) -> None:
    site = write_site(tmp_path, {"content/articles/春 天.md": article_file(), "static/a b.txt": "甲"}, manifest="true")
    build_site(site)

    done = subprocess.run(["sha256sum", "--quiet", "--strict", "-c", MANIFEST], cwd=site / "public", check=False)

    assert done.returncode == 0
