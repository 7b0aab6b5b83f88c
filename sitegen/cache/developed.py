"""Files that were made of pictures, kept by what they were made of. Losing them costs time, never correctness."""

import os
import time
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from tempfile import NamedTemporaryFile

FOLDER = Path(".sitegen")
SIZE = 16
"""Bytes before the content of a kept file that say whether it is whole."""

PATIENCE = 30 * 24 * 3600
"""Seconds after which a file goes whose picture or card the site no longer shows: until then it may come back."""


@dataclass(frozen=True, slots=True)
class Developed:
    """The files of one kind that are kept for a site."""

    site: Path
    kind: str = "pictures"

    @property
    def folder(self) -> Path:
        """Where they are."""
        return self.site / FOLDER / self.kind

    def get(self, key: str) -> bytes | None:
        """What was kept under a key, if it is whole; a key begins with the digest of what the file was made of."""
        try:
            data = self._file(key).read_bytes()
        except OSError:
            return None
        content = data[SIZE:]
        return content if _digest(content) == data[:SIZE] else None

    def keep(self, key: str, content: bytes) -> bytes:
        """Keep a file, if there is room, and give it back."""
        file = self._file(key)
        with suppress(OSError):
            file.parent.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=file.parent, delete=False) as new:
                new.write(_digest(content) + content)
            os.replace(new.name, file)  # noqa: PTH105  # the name is a str
        return content

    def forget_others(self, digests: set[str]) -> None:
        """Take away what is old and was made of anything else than those."""
        wanted = {digest[: 2 * SIZE] for digest in digests}
        latest = time.time() - PATIENCE
        with suppress(OSError):
            for file in self.folder.glob("*/*"):
                if file.name.partition("-")[0] not in wanted and file.stat().st_mtime < latest:
                    file.unlink(missing_ok=True)

    def _file(self, key: str) -> Path:
        digest, _, recipe = key.partition(" ")
        return self.folder / digest[:2] / f"{digest}-{_digest(recipe.encode()).hex()}"


def _digest(content: bytes) -> bytes:
    return blake2b(content, digest_size=SIZE).digest()
