"""A segment of the index from the entries of its articles, in whatever process the work has come to."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from msgspec import json

from sitegen.cache import entries_in
from sitegen.search import (
    IN_A_FILE,
    Facts,
    Segment,
    cards_json,
    characters_in,
    facets_json,
    named,
    shards_between,
    shards_written,
    suggestions_json,
    unpacked,
)
from sitegen.writer import Stage, Staged

_decode_facts = json.Decoder(Facts).decode


class Task(NamedTuple):
    """Some shards of a segment that are to be made, from `first` on and before `end`; without any, its lists.

    `files` are its articles, `entries` is where their entries are.
    """

    entries: Path
    files: tuple[str, ...]
    segment: Segment
    first: int = 0
    end: int = 0


class Lists(NamedTuple):
    """The names of the lists of a segment."""

    cards: str
    facets: str
    suggestions: dict[str, str]


class Done(NamedTuple):
    """What came of a task: files on the stage, and their names; of shards also how many articles have each character that is in them."""

    staged: tuple[Staged, ...]
    shards: str = ""
    characters: dict[str, int] = {}  # noqa: RUF012  # never changed
    lists: Lists | None = None


def carry_out(tasks: Sequence[Task], stage: Stage) -> list[Done]:
    """Carry some tasks out, and put what they make on the stage."""
    return [_shards(each, stage) if each.end else _lists(each, stage) for each in tasks]


def _shards(task: Task, stage: Stage) -> Done:
    articles = map(unpacked, entries_in(task.entries, "terms", task.files))
    dealt = shards_between(articles, task.segment, task.first, task.end)
    digests, staged = _put("shard", shards_written(dealt, task.segment), stage)
    return Done(staged, "".join(digests), characters_in(dealt))


def _lists(task: Task, stage: Stage) -> Done:
    facts = [_decode_facts(each) for each in entries_in(task.entries, "facts", task.files)]
    in_files = (facts[at : at + IN_A_FILE] for at in range(0, len(facts), IN_A_FILE))
    cards, files = _put("cards", (cards_json([each.card for each in some]) for some in in_files), stage)
    facets, facets_file = _put("facets", [facets_json(facts)], stage)
    by_letter = suggestions_json(facts)
    suggestions, suggestion_files = _put("suggestions", by_letter.values(), stage)
    lists = Lists(
        "".join(cards),
        facets[0],
        dict(zip(by_letter, suggestions, strict=True)),
    )
    return Done((*files, *facets_file, *suggestion_files), lists=lists)


def _put(kind: str, contents: Iterable[bytes], stage: Stage) -> tuple[list[str], tuple[Staged, ...]]:
    made = [named(kind, each) for each in contents]
    return [digest for digest, _ in made], tuple(stage.put(file) for _, file in made)
