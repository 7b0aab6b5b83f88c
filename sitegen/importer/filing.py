"""Put imported articles and their untouched originals where they belong, never over anything."""

import os
import re
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from sitegen.chinese import convert, script_of, slug_of
from sitegen.importer.clipping import Clipping
from sitegen.model import Script

ORIGINALS = "originals"
LONGEST_NAME = 60
UNDATED = "undated"


def digest_of(data: bytes) -> str:
    """The name of an original: short, and never that of other bytes."""
    return blake2b(data, digest_size=10).hexdigest()


def original_path(site: Path, digest: str, ending: str) -> Path:
    """Where an untouched original is kept."""
    return site / ORIGINALS / digest[:2] / f"{digest}{ending.lower()}"


def is_imported(site: Path, digest: str) -> bool:
    """Whether a file with these bytes was imported before."""
    return any((site / ORIGINALS / digest[:2]).glob(f"{digest}.*")) or original_path(site, digest, "").exists()


def article_paths(folder: Path, clipping: Clipping) -> Iterator[Path]:
    """Names for an article, the best first: its date and its title in pinyin, in the folder of its year."""
    slug = slug_of(convert(clipping.title, script_of(clipping.title) or clipping.script, Script.HANS))
    slug = slug[:LONGEST_NAME].rpartition("-")[0] if len(slug) > LONGEST_NAME else slug
    day = clipping.date[:10]
    name = f"{day}-{slug}" if re.match(r"\d{4}-\d{2}-\d{2}$", day) else slug
    folder = folder / (day[:4] or UNDATED)
    yield folder / f"{name}.txt"
    number = 2
    while True:
        yield folder / f"{name}-{number}.txt"
        number += 1


def put_new(path: Path, content: bytes) -> bool:
    """Write a file that is not there yet, whole or not at all; False where one is."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = path.with_name(f".{path.name}.{os.getpid()}.new")
    new.write_bytes(content)
    try:
        os.link(new, path)
    except FileExistsError:
        return False
    except OSError:  # a file system without links
        if path.exists():
            return False
        new.replace(path)
        return True
    finally:
        new.unlink(missing_ok=True)
    return True
