"""Write a made-up archive: `python -m benchmarks.corpus --articles 10000 FOLDER`.

The same number gives the same bytes on any machine; article i has the same text and terms in an archive of any size, only its
date depends on the size: an archive always covers the same years. What every generator is measured on is this.
"""

import argparse
import itertools
import random
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from typing import TypeVar

from benchmarks import phrases

Item = TypeVar("Item")

START = datetime(2006, 1, 1, 6)  # noqa: DTZ001  # the zone is written behind it
END = datetime(2026, 10, 31, 20)  # noqa: DTZ001
ZONE = "+08:00"
SEED = 1
NUMBERS = {
    "n1": (2, 40),
    "n2": (15, 99),
    "n3": (100, 999),
    "n4": (1000, 19999),
    "d": (1, 10),
    "year": (2001, 2026),
    "month": (1, 13),
    "day": (1, 29),
}
WORDS: dict[str, Sequence[str]] = {
    "post": phrases.POSTS,
    "leader": phrases.LEADERS,
    "policy": phrases.POLICIES,
    "product": phrases.PRODUCTS,
    "city": phrases.CITIES,
    "folk": phrases.FOLK,
    "adj": phrases.ADJ,
    "surname": phrases.SURNAMES,
    "town": phrases.TOWNS,
    "village": phrases.VILLAGES,
    "source": phrases.SOURCES,
    "office": phrases.OFFICES,
}
OF_AN_ARTICLE = ("town", "village", "source", "office")


class Slots(dict[str, str]):
    """What the slots of one article's phrases are filled with: some for all of it, the others anew each time."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        county, self.county = rng.choice(phrases.COUNTIES)
        topic, self.topic = rng.choice(phrases.TOPICS)
        fixed = {name: rng.choice(WORDS[name]) for name in OF_AN_ARTICLE}
        super().__init__(county=county, topic=topic, **fixed)
        self.people = [self._name() for _ in range(5)]

    def __missing__(self, key: str) -> str:
        if key == "person":
            return self.rng.choice(self.people)
        if key == "pct":
            return f"{self.rng.uniform(2, 42):.2f}%"
        if key in NUMBERS:
            return str(self.rng.randrange(*NUMBERS[key]))
        return self.rng.choice(WORDS[key])

    def say(self, phrase: str) -> str:
        """Fill the slots of a phrase."""
        return phrase.format_map(self)

    def _name(self) -> str:
        parts = (phrases.SURNAMES, phrases.GIVEN1, phrases.GIVEN2)
        return "".join(self.rng.choice(part) for part in parts)


@cache
def _terms() -> tuple[list[str], list[str]]:
    """300 tags and the series, the commonest first."""
    rng = random.Random(f"{SEED}/terms")
    counties = [name[:-1] if len(name) > 2 else name for name, _ in phrases.COUNTIES]  # noqa: PLR2004  # 县 and 区 go
    tags = list(dict.fromkeys([name for name, _ in phrases.TOPICS] + phrases.TAGS_MORE + counties))
    series = list(phrases.SERIES)
    rng.shuffle(tags)
    rng.shuffle(series)
    return tags[:300], series


def _weighted(rng: random.Random, items: Sequence[Item], power: float) -> Item:
    """Choose by Zipf's law: the k-th with the weight 1/k to a power."""
    weights = _weights(len(items), power)
    return items[bisect_left(weights, rng.random() * weights[-1])]


@cache
def _weights(count: int, power: float) -> list[float]:
    return list(itertools.accumulate(1 / k**power for k in range(1, count + 1)))


def article(number: int, when: datetime) -> tuple[str, str]:
    """Give the path of an article below content/articles/, and its text."""
    rng = random.Random(f"{SEED}/{number}")
    slots = Slots(rng)
    tags, series = _terms()
    title = slots.say(rng.choice(phrases.TITLES))
    own = list(dict.fromkeys(_weighted(rng, tags, 1) for _ in range(rng.randint(2, 4))))
    head = ["---", f"title: {title}", f"date: {when:%Y-%m-%dT%H:%M:%S}{ZONE}", f"tags: [{', '.join(own)}]"]
    head += [f"series: {_weighted(rng, series, 0.5)}"] if rng.random() < 0.3 else []  # noqa: PLR2004  # three of ten
    text = "\n".join([*head, "---", "", *_body(rng, slots, number, when), ""])
    return f"{when:%Y/%m}/{slots.county}-{slots.topic}-{number:06d}.md", text


def _body(rng: random.Random, slots: Slots, number: int, when: datetime) -> Iterator[str]:
    """About 1,500 characters: paragraphs, here and there a heading, a link, a list, a picture or a table."""
    sentences = itertools.cycle(rng.sample(phrases.SENTENCES, len(phrases.SENTENCES)))
    count = rng.randint(6, 14)
    extras = {rng.randrange(count): extra for extra in _extras(rng, slots, number, when)}
    wanted = rng.randint(1200, 1800) / count
    for at in range(count):
        text = slots.say(rng.choice(phrases.LEADS)) if at == 0 else ""
        while len(text) < wanted * rng.uniform(0.7, 1.3):
            text += slots.say(next(sentences))
        if at == count - 1:
            text += slots.say(rng.choice(phrases.QUOTES_END))
        yield from [text, ""]
        if at in extras:
            yield from [extras[at], ""]


def _extras(rng: random.Random, slots: Slots, number: int, when: datetime) -> Iterator[str]:
    if rng.random() < 0.15:  # noqa: PLR2004  # how often each occurs
        yield f"## {rng.choice(phrases.HEADINGS)}"
    if rng.random() < 0.10:  # noqa: PLR2004
        yield f"（见[{rng.choice(phrases.LINK_TEXTS)}](https://www.example.org/news/{rng.randrange(10000, 99999)}.html)）"
    if rng.random() < 0.05:  # noqa: PLR2004
        yield "\n".join(f"- {slots.say(item)}" for item in rng.sample(phrases.LIST_ITEMS, 4))
    if rng.random() < 0.02:  # noqa: PLR2004
        yield f"![{slots.say(rng.choice(phrases.CAPTIONS))}](https://www.example.org/{when:%Y}/{number:06d}.jpg)"
    if rng.random() < 0.01:  # noqa: PLR2004
        rows = [slots.say(f"| {when.year - at} | {{n1}}.{{d}} | {{pct}} |") for at in range(3)]
        yield "\n".join(["| 年份 | 面积（万亩） | 增长 |", "| --- | ---: | ---: |", *rows])


def archive(count: int) -> Iterator[tuple[str, str]]:
    """The articles of an archive, from the oldest."""
    step = (END - START) / count
    return (article(number, START + step * number) for number in range(count))


def newer(count: int) -> tuple[str, str]:
    """An article that is newer than all of an archive."""
    return article(count, END + timedelta(hours=7))


def write(folder: Path, articles: Iterator[tuple[str, str]]) -> None:
    """Write articles below a folder."""
    for path, text in articles:
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--articles", type=int, default=1000)
    options = parser.parse_args()
    write(options.folder, archive(options.articles))
