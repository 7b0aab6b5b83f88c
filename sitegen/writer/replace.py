"""Put bytes at a path so that a reader sees the old file or the new one, never a part."""

from pathlib import Path


def replace_file(path: Path, content: bytes) -> None:
    """Write a file beside `path` and rename it; take it away again where that fails.

    One build at a time works on a site, so what a killed one has left is written over by the next.
    """
    new = path.with_name(f".{path.name[:100]}.new")
    try:
        new.write_bytes(content)
        new.replace(path)
    except BaseException:
        new.unlink(missing_ok=True)
        raise
