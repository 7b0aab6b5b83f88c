"""What a check says: of the golden sites of tests/checker/, of how it ended, of what it mended, of other hosts."""

import shutil
from hashlib import sha256
from pathlib import Path
from socket import gaierror

import pytest
from urllib3.connection import HTTPConnection
from urllib3.exceptions import LocationParseError, NameResolutionError, NewConnectionError, SSLError

from sitegen.checker.asking import failure
from sitegen.checker.mending import replace_text
from sitegen.errors import SitegenError
from tests.checker.host import a_host, asked
from tests.sentences.desk import Desk, Situation
from tests.sites import article_file

SITES = Path(__file__).parents[2] / "checker" / "golden"
A = "content/articles/a.md"
SMALL = {"scripts": "[zh-Hans]", "search": "false"}


def _golden(name: str) -> Situation:
    def situation(desk: Desk) -> None:
        shutil.copytree(SITES / name, desk.site)
        desk.run("check", "-o", "out", "--clock", "2024-07-01T12:00")

    return situation


def _forms(desk: Desk) -> None:
    desk.write({A: article_file(body="春,夏", summary="一句。")}, **SMALL)
    desk.run("check")
    desk.quietly("build")
    desk.run("check", "--format", "github")
    desk.run("check", "--json")
    desk.run("check", "--fix")
    desk.write({A: "没有头"})
    desk.run("check")


def _the_same_everywhere(desk: Desk) -> None:
    articles = {f"content/articles/{number}.md": article_file(summary="一句。") for number in range(12)}
    template = '<!doctype html><html lang="zh-Hans"><title>一</title><a href="/x/">甲</a></html>'
    desk.write({**articles, "templates/article.html": template}, **SMALL, silence="[duplicate, orphan]")
    desk.quietly("build")
    desk.run("check")


def _not_mended(desk: Desk) -> None:
    """Whoever tests may be allowed to write everywhere; what is not there can be written by nobody."""
    with pytest.raises(SitegenError) as told:
        replace_text(desk.site / "none" / "a.md", "a.md", "春")
    desk.say(told.value)


def _other_hosts(desk: Desk) -> None:
    with a_host() as host:
        for finding in asked(desk.folder, *map(host.at, ("/gone", "/round", "/moved"))).findings:
            desk.note(f"{finding.said(desk.language)}\n".replace(host.at(""), "http://village.example"))
    desk.write({A: article_file(body="[甲](http://nas.local/)", summary="一句。")}, **SMALL)
    desk.quietly("build")
    desk.run("check", "--external")


def _copies(desk: Desk) -> None:
    """A copy of which one file is as it was published."""
    digest = sha256("甲".encode()).hexdigest()
    names = ("same.html", "other.html", "missing.html")
    desk.write(
        {
            "copy/manifest.sha256": "".join(f"{digest}  {name}\n" for name in names) + "甲\n",
            "copy/same.html": "甲",
            "copy/other.html": "乙",
            "copy/more.html": "甲",
        }
    )
    desk.run("check", "--manifest", "copy")
    desk.run("check", "--manifest", "content")


def _no_host(desk: Desk) -> None:
    """No test asks anybody beyond this machine."""
    here = HTTPConnection("a.example")
    for error in (
        NameResolutionError("a.example", here, gaierror()),
        SSLError(),
        NewConnectionError(here, ""),
        LocationParseError("http://["),
    ):
        desk.say(failure(error).words)


SITUATIONS: dict[str, Situation] = {
    **{f"the golden site {site.name}": _golden(site.name) for site in sorted(SITES.iterdir()) if site.is_dir()},
    "ways to tell it": _forms,
    "the same on many pages": _the_same_everywhere,
    "a file that cannot be mended": _not_mended,
    "a copy that is not as it was published": _copies,
    "other hosts": _other_hosts,
    "why a host cannot be asked": _no_host,
}
