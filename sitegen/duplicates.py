"""Find texts that repeat others: reprints, the same article from two mirrors. The only module that knows rensa."""

import re
from collections import defaultdict
from hashlib import blake2b
from typing import NamedTuple

from rensa import RMinHash

SHINGLE = 4
"""Characters side by side that are compared."""

SHORTEST = 40
"""Characters below which only the very same text counts as a repetition."""

NEAR = 0.8
"""The share of shingles that two texts have in common from which on one repeats the other."""

HASHES, ROWS = 128, 8
"""Hashes of a text, and how many of them must agree for it to be looked at: 16 bands find 9 in 10 at 0.75, nearly all at 0.8."""

NOTHING = blake2b(digest_size=16).digest()
"""The digest of a text without characters, which repeats no other."""

SEED = 20_231
SIGNS = re.compile(r"[\W_]+")


Hashes = tuple[int, ...]


class Fingerprint(NamedTuple):
    """What two texts are compared by: the digest of their characters, and the hashes of their shingles."""

    digest: bytes
    hashes: Hashes | None


class Match(NamedTuple):
    """The earlier text that one repeats, and how much of it."""

    name: str
    similarity: float
    exact: bool


def fingerprint(text: str) -> Fingerprint:
    """Make the fingerprint of a text; its punctuation and blanks do not count."""
    characters = SIGNS.sub("", text).casefold()
    digest = blake2b(characters.encode(), digest_size=16).digest()
    if len(characters) < SHORTEST:
        return Fingerprint(digest, None)
    hashes = RMinHash(num_perm=HASHES, seed=SEED)
    hashes.update([characters[at : at + SHINGLE] for at in range(len(characters) - SHINGLE + 1)])
    return Fingerprint(digest, tuple(hashes.digest()))


class Duplicates:
    """The texts that were seen so far; the first of those that are alike stands for them."""

    def __init__(self) -> None:
        self._by_digest: dict[bytes, str] = {}
        self._by_band: dict[tuple[int, Hashes], list[tuple[str, Hashes]]] = defaultdict(list)

    def add(self, name: str, fingerprint: Fingerprint) -> Match | None:
        """Say which earlier text this one repeats, else remember it."""
        if fingerprint.digest == NOTHING:
            return None
        if earlier := self._by_digest.get(fingerprint.digest):
            return Match(earlier, 1.0, exact=True)
        if near := self._nearest(fingerprint):
            return near
        self._by_digest[fingerprint.digest] = name
        for band in _bands(fingerprint.hashes):
            self._by_band[band].append((name, fingerprint.hashes or ()))
        return None

    def _nearest(self, fingerprint: Fingerprint) -> Match | None:
        alike = (each for band in _bands(fingerprint.hashes) for each in self._by_band.get(band, ()))
        found = [Match(name, _similarity(fingerprint.hashes, hashes), exact=False) for name, hashes in alike]
        best = max(found, key=lambda match: match.similarity, default=None)
        return best if best and best.similarity >= NEAR else None


def _bands(hashes: Hashes | None) -> list[tuple[int, Hashes]]:
    if hashes is None:
        return []
    return [(at, hashes[at : at + ROWS]) for at in range(0, HASHES, ROWS)]


def _similarity(one: Hashes | None, other: Hashes) -> float:
    """The share of hashes that agree: an estimate of the share of common shingles."""
    return sum(a == b for a, b in zip(one or (), other, strict=True)) / HASHES
