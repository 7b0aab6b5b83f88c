"""Put bytes at a path so that a reader sees the old file or the new one, never a part."""

import os
from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside `path` and rename it; take it away again where that fails."""
    new = path.with_name(f".{path.name[:100]}.{os.getpid()}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
