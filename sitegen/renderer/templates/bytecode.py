"""Keep compiled templates in the user's own cache: a site that came from elsewhere can bring no code along."""

from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from platformdirs import user_cache_path

KEPT = 400
"""Files up to which nothing is taken away: what all templates of several sites take."""


class Bytecode(BytecodeCache):
    """Compiled templates, by all that they were compiled from besides their text, which Jinja2 compares itself."""

    def __init__(self, made_from: str) -> None:
        self._made_from = made_from
        self._folder = user_cache_path("sitegen") / "templates"

    def get_cache_key(self, name: str, filename: str | None = None) -> str:
        """Name the file of a template."""
        return blake2b(f"{name}\0{filename}\0{self._made_from}".encode(), digest_size=16).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take a template as it was kept, if its text is the same."""
        with suppress(OSError), (self._folder / bucket.key).open("rb") as file:
            bucket.load_bytecode(file)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep a template; where nothing can be written, the next start compiles it again."""
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            with TemporaryDirectory(dir=self._folder.parent) as folder:
                new = Path(folder) / bucket.key
                new.write_bytes(bucket.bytecode_to_string())
                new.replace(self._folder / bucket.key)
            self._forget_oldest()

    def _forget_oldest(self) -> None:
        files = list(self._folder.iterdir())
        if len(files) > KEPT:
            for file in sorted(files, key=lambda file: file.stat().st_mtime)[: KEPT // 4]:
                file.unlink(missing_ok=True)
