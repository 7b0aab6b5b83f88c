"""Cut the order of time into segments, so that a new article changes a small one: a function of how many there are, nothing else."""

from dataclasses import dataclass

LARGE, SMALL = 4096, 256
"""Articles that segments are a multiple of; what is left over is the newest segment."""

MOST = 16_384
"""Articles of the largest segment."""

IN_A_SHARD = 10
"""Articles for each shard, so that one is 6 to 16 kB where an article has 1,500 字."""

IN_A_FILE = 64
"""Cards in a file."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Some articles that follow each other in time: the place of the first among all, and how many."""

    first: int
    count: int

    @property
    def end(self) -> int:
        """The place behind the last."""
        return self.first + self.count

    @property
    def shards(self) -> int:
        """How many shards its terms are dealt to."""
        return 1 + self.count // IN_A_SHARD


def segments_of(articles: int) -> tuple[Segment, ...]:
    """The segments of an archive, the oldest first.

    >>> segments_of(10_000)
    (Segment(first=0, count=8192), Segment(first=8192, count=1792), Segment(first=9984, count=16))
    """
    large, small = articles - articles % LARGE, articles - articles % SMALL
    ends = [*range(MOST, large, MOST), large, small, articles]
    return tuple(Segment(first, end - first) for first, end in zip([0, *ends], ends, strict=False) if end > first)
