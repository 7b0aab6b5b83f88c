"""Make the files of the index that changed, segment by segment, and the entry that names them all."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial
from itertools import pairwise

from msgspec import DecodeError, Struct, json, structs

from sitegen.builder.amending import Other, amended_segment
from sitegen.builder.indexing import Indexing
from sitegen.builder.segments import Done, Task, carry_out
from sitegen.builder.session import Session
from sitegen.builder.stale import Stale, Work
from sitegen.cache import EntryDigests, digest_of
from sitegen.cache.fingerprint import SIZE
from sitegen.messages import message
from sitegen.model import INDEX, Catalogue, OutputFile
from sitegen.packing import Packing
from sitegen.planner import WholePlanNeeded
from sitegen.search import (
    VERSION,
    IndexEntry,
    Segment,
    SegmentNames,
    digests_in,
    entry_json,
    named,
    path_of,
    segments_of,
    years_of,
)
from sitegen.writer import Stage, Staged

CHANGED = message("the articles in this part of the index changed")
OTHER_FILES = message("other files of the index have to be named")
PIECE = 4096
"""Articles whose terms are in memory at once, all of them: of a larger segment only some shards are made at a time."""

PER_PAGE = 2
"""Articles that are put into shards in the time that a page takes."""


class SegmentNote(Struct):
    """A segment as it was made: the digests of terms and of facts of its articles, and the names of its files."""

    first: int
    count: int
    terms: bytes
    facts: bytes
    shards: str = ""
    cards: str = ""
    facets: str = ""
    suggestions: dict[str, str] = {}
    characters: dict[str, int] = {}

    @property
    def segment(self) -> Segment:
        """The segment that it is about."""
        return Segment(self.first, self.count)

    @property
    def paths(self) -> Iterator[str]:
        """All its files."""
        yield from (path_of("shard", each) for each in digests_in(self.shards))
        yield from (path_of("cards", each) for each in digests_in(self.cards))
        yield from ([path_of("facets", self.facets)] if self.facets else [])
        yield from (path_of("suggestions", each) for each in self.suggestions.values())


class IndexNote(Struct):
    """The index as it was made."""

    characters: str = ""
    segments: tuple[SegmentNote, ...] = ()

    @property
    def paths(self) -> Iterator[str]:
        """All its files but the entry."""
        yield from (path for each in self.segments for path in each.paths)
        yield from ([path_of("characters", self.characters)] if self.characters else [])


def indexed(
    session: Session, catalogue: Catalogue, indexing: Indexing, stale: Stale, work: Work, stage: Stage
) -> list[Staged]:
    """Make what differs from the index that is published, and say in `work` which files it has; the entry comes last."""
    files = [each.file for each in catalogue.standing]
    if not indexing.known.keys() >= set(files):
        raise WholePlanNeeded("nothing is known of what an article gives to the index")
    before = _noted(session)
    known = {(each.first, each.count): each for each in before.segments if all(map(stale.is_there, each.paths))}
    wanted = [_blank(each, files, indexing.known) for each in segments_of(len(files))]
    staged: dict[str, Staged] = {}
    segments = tuple(_made(wanted, known, files, indexing, session, stage, staged))
    note = IndexNote(_characters(segments, before, stale, stage, staged), segments)
    work.index = json.encode(note)
    there = {path for each in known.values() for path in each.paths}
    _put_among_others(note, before, there, stale, work, stage.packing)
    content = entry_json(_entry(note, [each.date for each in catalogue.standing]))
    stale.is_due(INDEX, digest_of(content), work, why=OTHER_FILES if before.segments else None)
    return [*staged.values(), stage.put(OutputFile(path=INDEX, content=content))]


def _characters(
    segments: Sequence[SegmentNote], before: IndexNote, stale: Stale, stage: Stage, staged: dict[str, Staged]
) -> str:
    """Name what is said of the characters that stand in any segment: made anew where others do, and then with all dictionaries."""
    present = _present(segments)
    if present == _present(before.segments) and stale.is_there(path_of("characters", before.characters)):
        return before.characters
    from sitegen.search import characters_bytes

    name, file = named("characters", characters_bytes(present))
    staged[file.path] = stage.put(file)
    return name


def _present(segments: Iterable[SegmentNote]) -> set[str]:
    return {character for each in segments for character in each.characters}


def _noted(session: Session) -> IndexNote:
    noted = session.record.fact(f"{INDEX} {session.key}")
    try:
        return json.decode(noted, type=IndexNote) if noted else IndexNote()
    except DecodeError:
        return IndexNote()


def _blank(segment: Segment, files: Sequence[str], known: Mapping[str, EntryDigests]) -> SegmentNote:
    its = [known[file] for file in files[segment.first : segment.end]]
    return SegmentNote(
        segment.first, segment.count, b"".join([each.terms for each in its]), b"".join([each.facts for each in its])
    )


def _made(
    wanted: Sequence[SegmentNote],
    known: Mapping[tuple[int, int], SegmentNote],
    files: Sequence[str],
    indexing: Indexing,
    session: Session,
    stage: Stage,
    staged: dict[str, Staged],
) -> Iterator[SegmentNote]:
    """The segments with the names of their files; those that are not as they were go through the workers, all at once."""
    notes = [_amended(each, known.get((each.first, each.count)), files, indexing, stage, staged) for each in wanted]
    tasks = [task for each in notes for task in _tasks(each, files, indexing)]
    weight = max(1, sum(len(each.files) for each in tasks) // PER_PAGE // max(1, len(tasks)))
    results = session.workers.do(partial(carry_out, stage=stage), tasks, lambda each: each, weight=weight, here=True)
    done: dict[int, list[Done]] = {}
    for task, each in zip(tasks, session.track("index", results, len(tasks)), strict=True):
        done.setdefault(task.segment.first, []).append(each)
        staged |= {one.path: one for one in each.staged}
    return (_with(each, done.get(each.first, ())) for each in notes)


def _amended(
    now: SegmentNote,
    before: SegmentNote | None,
    files: Sequence[str],
    indexing: Indexing,
    stage: Stage,
    staged: dict[str, Staged],
) -> SegmentNote:
    """What of a segment is known, or told from the few articles that differ."""
    if before is None:
        return now
    places = [at for at in range(now.count) if now.terms[_at(at)] != before.terms[_at(at)]]
    others = [Other(files[now.first + at], at, before.terms[_at(at)], now.terms[_at(at)]) for at in places]
    made = amended_segment(others, before.shards, now.segment, indexing, stage)
    if made is None:
        return now
    staged |= {each.path: each for each in made.staged}
    counts = {**before.characters}
    for character, more in made.characters.items():
        counts[character] = counts.get(character, 0) + more
    characters = {character: count for character, count in sorted(counts.items()) if count}
    after = structs.replace(now, shards=made.shards, characters=characters)
    same = now.facts == before.facts
    return (
        structs.replace(after, cards=before.cards, facets=before.facets, suggestions=before.suggestions)
        if same
        else after
    )


def _at(place: int) -> slice:
    return slice(place * SIZE, (place + 1) * SIZE)


def _tasks(note: SegmentNote, files: Sequence[str], indexing: Indexing) -> Iterator[Task]:
    """What is to be made of a segment that is not as it was."""
    segment = note.segment
    its = tuple(files[segment.first : segment.end])
    if not note.shards:
        pieces = -(-segment.count // PIECE)
        cuts = [segment.shards * piece // pieces for piece in range(pieces + 1)]
        yield from (
            Task(indexing.entries.file, its, segment, first, end) for first, end in pairwise(cuts) if end > first
        )
    if not note.facets:
        yield Task(indexing.entries.file, its, segment)


def _with(note: SegmentNote, done: Iterable[Done]) -> SegmentNote:
    shards = "".join(each.shards for each in done)
    characters = {character: count for each in done for character, count in each.characters.items()}
    after = structs.replace(note, shards=shards, characters=dict(sorted(characters.items()))) if shards else note
    for lists in (each.lists for each in done if each.lists):
        after = structs.replace(after, **{name: its for name, its in lists._asdict().items() if its})
    return after


def _put_among_others(
    note: IndexNote, before: IndexNote, there: AbstractSet[str], stale: Stale, work: Work, packing: Packing
) -> None:
    """Let the site have the files of the index as it is now, of which some are `there` already, and those of before no more."""
    now = dict.fromkeys(note.paths)
    for path in now:
        if path in there:
            stale.keep(path, work)
        else:
            stale.is_due(path, digest_of(path), work, why=CHANGED if before.segments else None)
    for path in before.paths:
        if path not in now:
            work.drop(path, packing)


def _entry(note: IndexNote, dates: Sequence[str]) -> IndexEntry:
    segments = tuple(
        SegmentNames(each.first, each.count, each.shards, each.cards, each.facets, each.suggestions)
        for each in reversed(note.segments)
    )
    return IndexEntry(VERSION, note.characters, years_of(dates), segments)
