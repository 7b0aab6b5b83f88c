"""What is planned around edits is what planning the whole site gives."""

import random
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from msgspec import json

from sitegen.cache import Fingerprints
from sitegen.model import (
    Address,
    AnySheet,
    Article,
    Assignment,
    Beside,
    Catalogue,
    Content,
    FeedFacts,
    KeepingFacts,
    Plan,
    Precision,
    RoughDate,
    Script,
    SiteFacts,
    Term,
    TermNote,
)
from sitegen.planner import (
    Edit,
    Sources,
    Touched,
    WholePlanNeeded,
    amend,
    feeds,
    plan_site,
    sheets_around,
    shelf_of,
    sitemap,
)
from sitegen.planner.history import noted_around
from sitegen.planner.urls import article_route
from tests.builders import ZONE, a_taxonomy, a_term, an_article, assigned, facts, visible, words

TAXONOMIES = (
    a_taxonomy("tags", paginate=2, feeds=True),
    a_taxonomy("series", oldest_first=True, paginate=3, feeds=True),
    a_taxonomy("places", hierarchical=True, paginate=3),
)
FACTS = replace(facts(*TAXONOMIES), feeds=FeedFacts(entries=3), keeping=KeepingFacts(beside=tuple(Beside)))
TAGS = [a_term(each, slug) for each, slug in (("麦", "mai"), ("事业", "shi-ye"), ("失业", "shi-ye"), ("水", "shui"))]
SERIES = [a_term("甲", "jia"), a_term("乙", "yi")]
PLACES = [(a_term("甘肃省", "gan-su"), a_term("兰州市", "lan-zhou")), (a_term("甘肃省", "gan-su"),)]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut feeds and the map into parts so small that a few dozen articles fill several."""
    monkeypatch.setattr(feeds, "PART", 5)
    monkeypatch.setattr(sitemap, "PART", 7)


class Archive:
    """An archive that is edited at random."""

    def __init__(self, seed: int, facts: SiteFacts) -> None:
        self.random = random.Random(seed)
        self.facts = facts
        self.made = 0
        self.articles: dict[str, Article] = {}
        self.addresses: dict[str, Address] = {}
        for _ in range(self.random.randint(4, 30)):
            self.add()

    def date(self) -> RoughDate | None:
        start = datetime(2023, 11, 1, tzinfo=ZONE) + timedelta(days=self.random.randrange(90))
        match self.random.randrange(6):
            case 0:
                return None
            case 1:
                return RoughDate(start.replace(month=1, day=1), Precision.YEAR)
            case 2:
                return RoughDate(start.replace(day=1), Precision.MONTH)
            case _:
                return RoughDate(start, Precision.DAY)

    def add(self) -> Edit:
        self.made += 1
        file = f"a{self.random.randrange(100)}-{self.made}"
        date = self.date()
        terms = self.terms()
        return self.put(an_article(file, title=f"题{self.made}", date=date, undated=date is None, terms=dict(terms)))

    def terms(self) -> tuple[tuple[str, tuple[Assignment, ...]], ...]:
        pick = self.random
        part = pick.choice([None, None, pick.randint(1, 40)])
        tags = [assigned(self.written(each)) for each in pick.sample(TAGS, pick.randint(0, 3))]
        series = [assigned(each, part=part) for each in pick.sample(SERIES, pick.randint(0, 1))]
        places = [assigned(*each) for each in pick.sample(PLACES, pick.randint(0, 2))]
        every = (("tags", tuple(tags)), ("series", tuple(series)), ("places", tuple(places)))
        return tuple(pair for pair in every if pair[1])

    def written(self, term: Term) -> Term:
        """A term is typed in Traditional now and then."""
        return replace(term, name=words(f"{term.key}繁", Script.HANT)) if self.random.random() < 0.2 else term

    def put(self, article: Article) -> Edit:
        edit = Edit(self.articles.get(article.file), article)
        self.articles[article.file] = article
        return edit

    def any(self) -> Article:
        return self.random.choice(list(self.articles.values()))

    def body(self) -> Edit:
        before = self.any()
        self.made += 1
        return self.put(replace(before, body=replace(before.body, digest=f"{self.made:032}"), characters=self.made))

    def title(self) -> Edit:
        self.made += 1
        return self.put(replace(self.any(), title=words(f"题{self.made}"), summary=words(f"{self.made}。")))

    def retag(self) -> Edit:
        return self.put(replace(self.any(), terms=self.terms()))

    def hour(self) -> Edit:
        before = self.any()
        if before.date is None or before.date.precision < Precision.DAY:
            return self.put(before)
        start = before.date.start.replace(hour=self.random.randrange(24))
        return self.put(replace(before, date=RoughDate(start, Precision.MINUTE)))

    def hide(self) -> Edit:
        return self.put(replace(self.any(), draft=True))

    def redate(self) -> Edit:
        return self.put(replace(self.any(), date=self.date()))

    @property
    def usual(self) -> list[Callable[[], Edit]]:
        return [self.add, self.body, self.title, self.retag, self.hour]

    @property
    def plan(self) -> Plan:
        content = Content(articles=tuple(self.articles.values()), addresses=tuple(self.addresses.values()))
        return plan_site(content, self.facts, visible())

    def publish(self, plan: Plan) -> None:
        """Note the addresses of a plan, as a build does."""
        self.addresses |= {each.route: each for each in plan.addresses}

    def route(self, article: Article) -> str:
        return article_route(self.facts.article_url, article.slug, article.date)

    def fetch(self, file: str) -> Article:
        return self.articles[file]


def kept(plan: Plan) -> Catalogue:
    """The catalogue as the next build reads it."""
    return json.decode(json.encode(plan.catalogue), type=Catalogue)


def in_any_order(catalogue: Catalogue) -> Catalogue:
    """How a term is written stands in no order."""
    for kept_terms in catalogue.taxonomies.values():
        for term in kept_terms.terms:
            term.names.sort(key=str)
    return catalogue


def fingerprints(sheets: Iterable[AnySheet]) -> dict[str, bytes]:
    known = Fingerprints()
    every = tuple(sheets)
    return {sheet.route: known.of(sheet) for sheet in every}


def around(archive: Archive, catalogue: Catalogue, touched: Touched) -> dict[str, bytes]:
    notes: dict[str, TermNote] = {}
    sources = Sources(archive.fetch, notes.__getitem__, {})
    shelf = shelf_of(catalogue, archive.facts, visible(), sources, frozenset())
    return fingerprints(sheets_around(shelf, touched))


def once(edits: Iterable[Edit]) -> list[Edit]:
    """One edit a file, as a build sees them."""
    seen: dict[str, Edit] = {}
    for edit in edits:
        seen[edit.after.file] = Edit(seen.get(edit.after.file, edit).before, edit.after)
    return list(seen.values())


def check(archive: Archive, edits: list[Callable[[], Edit]]) -> bool:
    """Edit, plan around the edits, and compare with the whole plan; False where the whole plan was asked for."""
    before = archive.plan
    archive.publish(before)
    catalogue, first = kept(before), fingerprints(before.sheets)
    try:
        made = once(change() for change in edits)
        quick = around(archive, catalogue, touched := amend(catalogue, made, archive.facts, visible()))
    except WholePlanNeeded:
        return False
    after = archive.plan
    whole = fingerprints(after.sheets)
    assert first.keys() <= whole.keys()
    assert {route for route, each in whole.items() if first.get(route) != each} <= quick.keys(), touched
    assert quick == {route: whole[route] for route in quick}
    routes = [archive.route(each.after) for each in made]
    noted = noted_around([(*each, route) for each, route in zip(made, routes, strict=True)], catalogue.firsts)
    assert {each for each in noted if archive.addresses.get(each.route) != each} == set(after.addresses)
    archive.publish(after)
    assert archive.plan.addresses == ()
    assert in_any_order(catalogue) == in_any_order(kept(after))
    return True


@pytest.mark.parametrize("seed", range(60))
def test_what_is_planned_around_edits_is_what_the_whole_plan_holds(seed: int) -> None:
    archive = Archive(seed, FACTS)
    taken = [
        check(archive, archive.random.choices(archive.usual, k=archive.random.choice([1, 1, 3]))) for _ in range(12)
    ]

    assert sum(taken) >= 3, "the quick way is hardly ever taken"


@pytest.mark.parametrize("seed", range(20))
def test_edits_that_reach_far_ask_for_the_whole_plan_or_are_right(seed: int) -> None:
    archive = Archive(seed, FACTS)
    every = [*archive.usual, archive.hide, archive.redate]
    for _ in range(12):
        check(archive, archive.random.choices(every, k=2))
