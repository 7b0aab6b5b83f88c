"""Write whole sites, build them, and look at what came out."""

import contextlib
import gzip
import os
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import brotli
import pytest
from click.testing import CliRunner, Result

from sitegen.builder import Options, Report, build
from sitegen.cli import commands
from sitegen.writer import publish

NOW = datetime(2024, 7, 1, 12, tzinfo=ZoneInfo("Asia/Shanghai"))
SETTINGS = {"title": "示例", "base_url": "https://example.org/"}


def write_site(site: Path, files: dict[str, str | bytes], **settings: str) -> Path:
    """Write files below `site`, and a site.yaml of `settings` where the files hold none."""
    lines = [f"{key}: {value}\n" for key, value in {**SETTINGS, **settings}.items()]
    for name, content in {"site.yaml": "".join(lines), **files}.items():
        path = site / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return site


def article_file(title: str = "春耕", body: str = "雨水过后，麦田返青。", **fields: str) -> str:
    """The text of an article file."""
    lines = "".join(f"{key}: {value}\n" for key, value in {"title": title, **fields}.items())
    return f"---\n{lines}---\n{body}\n"


def build_site(
    site: Path, *, drafts: bool = False, future: bool = False, expired: bool = False, **options: Any
) -> Report:
    """Build into public/ at a fixed time."""
    return build(site, site / "public", Options(clock=NOW, drafts=drafts, future=future, expired=expired, **options))


def build_and_be_cut_off(site: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Build into public/, and end before anything is remembered of what was published."""

    def cut_off(*given: Any, **named: Any) -> None:
        publish(*given, **named)
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("sitegen.builder.making.publish", cut_off)
        with pytest.raises(KeyboardInterrupt):
            build_site(site)


def files_in(folder: Path) -> dict[str, bytes]:
    """Every file below a folder."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def page(site: Path, address: str) -> str:
    """The HTML at an address of the built site."""
    return (site / "public" / address.strip("/") / "index.html").read_text("utf-8")


def signalled() -> dict[str, str]:
    """The environment of a program that will be sent a signal: while its coverage is measured, one may find a lock held for good."""
    return {name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")}


@contextlib.contextmanager
def inside(folder: Path) -> Iterator[None]:
    """Work in a folder for a while."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)


def run(site: Path, *arguments: str, language: str = "en") -> Result:
    """Run a command in the folder of a site; its output, error output and exit status are in the answer."""
    with inside(site):
        return CliRunner(env={"LANGUAGE": language}).invoke(commands, list(arguments), prog_name="sitegen")


def unpacked(path: str, content: bytes) -> bytes:
    """What a published file holds, where its name says that it is packed."""
    if path.endswith(".gz"):
        return gzip.decompress(content)
    return bytes(brotli.decompress(content)) if path.endswith(".br") else content
