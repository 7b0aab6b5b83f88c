"""A situation → what the program says in it: sites in a folder, commands on them, a transcript."""

import os
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sitegen.errors import SitegenError, Warn
from sitegen.messages import Language, Message
from sitegen.translation import said, spoken
from tests.sentences.both import LANGUAGE
from tests.sites import run, write_site

Files = Mapping[str, str | bytes]
BY_CONTENT = re.compile(r"((?:search/[a-z]+|media/\w+)-|\w\.)(?:[a-z0-9]{8}|[0-9a-f]{10})(\.(?:bin|json|css|js|jpg))")
"""Names of files that tell what is in them."""

FOLDER = "…"
"""In place of the folder that a situation has for itself."""


@dataclass(slots=True)
class Desk:
    """Where a situation is brought about; `printed` is the transcript so far."""

    folder: Path
    printed: list[str] = field(default_factory=list)

    @property
    def site(self) -> Path:
        """The site of the situation."""
        return self.folder / "site"

    @property
    def language(self) -> Language:
        """What to say a sentence in."""
        return spoken()

    def write(self, files: Files, **settings: str) -> None:
        """Write files of the site."""
        self.site.mkdir(exist_ok=True)
        given = {} if "site.yaml" in files or not (self.site / "site.yaml").exists() or settings else _kept(self.site)
        write_site(self.site, {**given, **files}, **settings)

    def change(self, files: Mapping[str, str | bytes | None]) -> None:
        """Write files of the site, or take away those that are None."""
        self.write({name: content for name, content in files.items() if content is not None})
        self.remove(*(name for name, content in files.items() if content is None))

    def remove(self, *names: str) -> None:
        """Take files and folders of the site away."""
        for path in (self.site / name for name in names):
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def run(self, *arguments: str) -> None:
        """Run a command, and note what it prints."""
        self.run_for(*arguments, shown=str)

    def run_for(self, *arguments: str, shown: Callable[[str], str]) -> None:
        """Run a command, and note what is to be shown of what it prints."""
        result = run(self.site, *arguments, language=LANGUAGE)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        status = f"(exit status {result.exit_code})\n" if result.exit_code else ""
        self.note(f"$ sitegen {' '.join(arguments)}\n{shown(result.output)}{status}")

    def quietly(self, *arguments: str) -> None:
        """Run a command that has to go before."""
        run(self.site, *arguments, language=LANGUAGE)

    def say(self, words: Message | SitegenError | Warn | str) -> None:
        """Note what no command can be brought to say here."""
        if isinstance(words, Warn):
            words = words.as_error()
        self.note((words.said(spoken()) if isinstance(words, SitegenError) else said(words)) + "\n")

    def note(self, text: str) -> None:
        """Add to the transcript."""
        self.printed.append(BY_CONTENT.sub(r"\1…\2", text.replace(str(self.folder), FOLDER)))


Situation = Callable[[Desk], None]


@contextmanager
def refusing(call: str, error: int, when: str) -> Iterator[None]:
    """Let the system refuse a call about files whose name holds some word: no test can fill a disk."""
    real = getattr(os, call)

    def refuse(path: object, *rest: object, **named: object) -> object:
        if when in str(path):
            raise OSError(error, os.strerror(error), str(path))
        return real(path, *rest, **named)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, call, refuse)
        yield


def _kept(site: Path) -> dict[str, str | bytes]:
    return {"site.yaml": (site / "site.yaml").read_bytes()}


def at(files: Files, *command: str, **settings: str) -> Situation:
    """A site of these files, and a command on it: `build`, where none is named."""

    def situation(desk: Desk) -> None:
        desk.write(files, **settings)
        desk.run(*(command or ("build",)))

    return situation


def saying(*words: Message | SitegenError | Warn) -> Situation:
    """Sentences that are constructed here; the reason is the name of the situation."""

    def situation(desk: Desk) -> None:
        for each in words:
            desk.say(each)

    return situation
