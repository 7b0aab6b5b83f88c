"""What is said of the record of published addresses: of its lines, of what they lead to, of how it is kept."""

import errno

from tests.sentences.desk import Desk, Situation, at, refusing
from tests.sites import article_file

A = "content/articles/"
RECORD = "content/addresses.tsv"


def _a_folder(desk: Desk) -> None:
    (desk.site / RECORD).mkdir(parents=True)
    desk.write({})
    desk.run("build")


def _cannot_be_kept(desk: Desk) -> None:
    desk.write({A + "a.md": article_file()}, scripts="[zh-Hans]", search="false")
    with refusing("replace", errno.EACCES, ".addresses"):
        desk.run("build")


SITUATIONS: dict[str, Situation] = {
    "an address that was another's": at(
        {
            A + "a.md": article_file(date="2024-03-05", slug="b"),
            A + "c.md": article_file(date="2024-04-05", aliases="/tags/old/"),
            A + "d.md": article_file(date="2024-05-05", tags="麦"),
            RECORD: "/articles/2024/03/a/\tarticles/a.md\tx\n"
            "/articles/2024/04/c/\tarticles/d.md\n"
            "/tags/old/\ttags/麦\n",
        }
    ),
    "lines that nobody has merged, and lines that say nothing": at(
        {RECORD: "# 网址\n<<<<<<< ours\n/a/\tarticles/a.md\n=======\n/b/\n/c/\tarticles/c.md\t\tlost\n"}
    ),
    "an address that leads nowhere, where each has to lead on": at(
        {RECORD: "/articles/2024/03/b/\tarticles/b.md\n/articles/2024/03/c/\tarticles/c.md\t\tgone\n"},
        old_links="{removed: error}",
    ),
    "more old addresses than a host reads, of which those of files are few": at(
        {A + "a.md": article_file(date="2024-03-05", slug="b"), RECORD: "/articles/2024/03/a/\tarticles/a.md\tx\n"},
        old_links="{most: 1}",
        beside="[ris]",
    ),
    "the record is a folder": _a_folder,
    "the record cannot be written": _cannot_be_kept,
}
