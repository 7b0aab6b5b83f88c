"""Keep what was compiled of dictionaries, under the digest of its sources: a start then costs little."""

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from hashlib import blake2b
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from platformdirs import user_cache_path

from sitegen.chinese.dictionaries import Stage
from sitegen.chinese.stages import Compiled, compile_stage, join_stages

FORM = 1
"""Raised whenever what is kept, or how it is compiled, changes."""


def compiled_stages(sources: Sequence[bytes], read: Callable[[], Sequence[Stage]]) -> list[Compiled]:
    """Compile the stages that `read` gives, or take them as they were kept when the `sources` were the same."""
    file = _folder() / f"{_digest(sources)}.json"
    kept = _kept(file)
    if kept is not None:
        return kept
    stages = [compile_stage(stage) for stage in join_stages(read())]
    _keep(file, stages)
    return stages


def _folder() -> Path:
    """The user's own cache: a site that came from elsewhere cannot bring words of its own along."""
    return user_cache_path("sitegen") / "dictionaries"


def _digest(sources: Sequence[bytes]) -> str:
    digest = blake2b(str(FORM).encode(), digest_size=16)
    for source in sources:
        digest.update(b"%d:" % len(source) + source)
    return digest.hexdigest()


def _kept(file: Path) -> list[Compiled] | None:
    try:
        return [_from_plain(each) for each in json.loads(file.read_bytes())]
    except (OSError, ValueError, LookupError, TypeError, AttributeError):  # none yet, or half of one: compile again
        return None


def _keep(file: Path, stages: Sequence[Compiled]) -> None:
    """Write beside the place and rename; where nothing can be written, the next start compiles again."""
    with suppress(OSError), TemporaryDirectory(dir=_made(file.parent)) as folder:
        new = Path(folder) / file.name
        new.write_text(json.dumps([_to_plain(each) for each in stages], ensure_ascii=False), "utf-8")
        new.replace(file)


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _to_plain(compiled: Compiled) -> dict[str, Any]:
    """Put a stage into few long texts, which are read back fastest; no key and no word holds a line break."""
    keys = list(compiled.phrases)
    place = {key: at for at, key in enumerate(keys)}
    by_lengths: dict[str, list[str]] = {}
    for beginning, lengths in compiled.lengths.items():
        by_lengths.setdefault(json.dumps(lengths), []).append(beginning)
    return {
        "characters": {chr(code): value for code, value in compiled.characters.items()},
        "keys": "\n".join(keys),
        "ranks": [rank for rank, _ in compiled.phrases.values()],
        "words": "\n".join(word for _, word in compiled.phrases.values()),
        "differing": [place[key] for key in compiled.differing],
        "lengths": {lengths: "\n".join(beginnings) for lengths, beginnings in by_lengths.items()},
        "inside": "\n".join(sorted(compiled.inside)),
        "longest": compiled.longest,
    }


def _from_plain(plain: dict[str, Any]) -> Compiled:
    keys = _lines(plain["keys"])
    return Compiled(
        characters=str.maketrans(plain["characters"]),
        phrases=dict(zip(keys, zip(plain["ranks"], _lines(plain["words"]), strict=True), strict=True)),
        differing=[keys[at] for at in plain["differing"]],
        lengths=dict(_by_beginning(plain["lengths"])),
        inside=frozenset(_lines(plain["inside"])),
        longest=plain["longest"],
    )


def _by_beginning(plain: dict[str, str]) -> Iterator[tuple[str, Sequence[int]]]:
    for written, beginnings in plain.items():
        lengths = json.loads(written)
        yield from ((beginning, lengths) for beginning in _lines(beginnings))


def _lines(text: str) -> list[str]:
    return text.split("\n") if text else []
