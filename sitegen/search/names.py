"""Name the files of the index by what they hold."""

from base64 import b32encode
from hashlib import blake2b

from sitegen.model import INDEX, OutputFile

FOLDER = INDEX.rpartition("/")[0]
SIZE = 8
"""Letters and digits that stand for a file in the entry."""

ENDINGS = {"shard": "bin", "cards": "json", "facets": "json", "suggestions": "json", "characters": "json"}
"""The kinds of files."""


def named(kind: str, content: bytes) -> tuple[str, OutputFile]:
    """A file of the index, and what stands for it in the entry."""
    digest = b32encode(blake2b(content, digest_size=5).digest()).decode().lower()
    return digest, OutputFile(path=path_of(kind, digest), content=content)


def path_of(kind: str, digest: str) -> str:
    """Where a file is that the entry names."""
    return f"{FOLDER}/{kind}-{digest}.{ENDINGS[kind]}"


def digests_in(together: str) -> list[str]:
    """The digests that stand together in the entry, one by one."""
    return [together[at : at + SIZE] for at in range(0, len(together), SIZE)]
