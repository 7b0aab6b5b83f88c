"""One article more is a handful of pages, however large the archive."""

import random
from datetime import datetime, timedelta

import pytest

from sitegen.cache import Fingerprints
from sitegen.model import Article, Content, Plan, Precision, RoughDate
from sitegen.planner import plan_site
from tests.builders import ZONE, a_taxonomy, a_term, an_article, assigned, facts, visible

COUNT = 10_000
KEPT = [
    "citation.ris", "citation.json", "article.txt",
    "2022.jsonl.gz", "2022.csv.gz", "terms.csv", "datapackage.json", "manifest.sha256",
]  # fmt: skip
"""What one article more changes besides where a site asks for all of it (tests/test_data.py holds which): once for all scripts."""

TAXONOMIES = (
    a_taxonomy("tags", feeds=True),
    a_taxonomy("series", oldest_first=True, feeds=True),
    a_taxonomy("places", hierarchical=True),
    a_taxonomy("authors"),
    a_taxonomy("sources"),
)
TAGS = [(assigned(a_term(f"标{n}", f"biao-{n}")),) for n in range(150)]
SERIES = [(assigned(a_term(f"专{n}", f"zhuan-{n}")),) for n in range(60)]
PLACES = [
    (assigned(a_term("省", "sheng"), a_term(f"市{n % 9}", f"shi-{n % 9}"), a_term(f"县{n}", f"xian-{n}")),)
    for n in range(80)
]
AUTHORS = [(assigned(a_term(f"人{n}", f"ren-{n}")),) for n in range(300)]
SOURCES = [(assigned(a_term(f"报{n}", f"bao-{n}")),) for n in range(12)]


def article(number: int, tags: list[int]) -> Article:
    rng = random.Random(number)
    start = datetime(2000, 1, 1, 8, tzinfo=ZONE) + timedelta(hours=20 * number)
    return an_article(
        f"{start:%Y}/a{number}",
        title=f"题{number}",
        date=RoughDate(start, Precision.MINUTE),
        terms={
            "tags": tuple(each for tag in tags for each in TAGS[tag]),
            "series": rng.choice(SERIES) if number % 3 == 0 else (),
            "places": rng.choice(PLACES),
            "authors": rng.choice(AUTHORS),
            "sources": rng.choice(SOURCES),
        },
    )


def planned(articles: list[Article]) -> Plan:
    return plan_site(Content(articles=tuple(articles)), facts(*TAXONOMIES), visible())


def fingerprints(plan: Plan) -> dict[str, bytes]:
    known = Fingerprints()
    return {sheet.route: known.of(sheet) for sheet in plan.sheets}


@pytest.fixture(scope="module")
def archive() -> list[Article]:
    """Tags are as unequal as they are in life: the first is on every fifth article."""
    rng = random.Random(1)
    weights = [1 / (rank + 1) for rank in range(len(TAGS))]
    return [article(number, sorted(set(rng.choices(range(len(TAGS)), weights, k=3)))) for number in range(COUNT - 1)]


@pytest.fixture(scope="module")
def before(archive: list[Article]) -> dict[str, bytes]:
    return fingerprints(planned(archive))


@pytest.mark.parametrize("tags", [[0, 1, 2], [0, 70, 149], []])
def test_an_article_newer_than_the_rest_makes_again_at_most_sixty_pages_and_eighty_files(
    tags: list[int], archive: list[Article], before: dict[str, bytes]
) -> None:
    after = fingerprints(planned([*archive, article(COUNT - 1, tags)]))

    changed = [route for route, fingerprint in after.items() if before.get(route) != fingerprint]
    pages = [route for route in changed if route.endswith("/")]

    assert 2 * len(pages) <= 60, sorted(pages)
    assert files_made(before, after) <= 80, sorted(changed)
    assert files_made(before, after) + len(KEPT) <= 88, sorted(changed)
    assert before.keys() <= after.keys()


def test_with_everything_on_it_makes_at_most_eighty_files_unless_it_fills_the_last_part_of_a_list(
    archive: list[Article],
) -> None:
    nearly = archive[:-2]  # with one more, no list that holds all articles has a full part more

    before = fingerprints(planned(nearly))
    after = fingerprints(planned([*nearly, article(COUNT - 1, [0, 70, 149])]))

    assert files_made(before, after) + len(KEPT) <= 80


def files_made(before: dict[str, bytes], after: dict[str, bytes]) -> int:
    """How many files are made again in two scripts; a map of the site stands once for both."""
    changed = [route for route, fingerprint in after.items() if before.get(route) != fingerprint]
    return sum(1 if route.startswith("/sitemap") else 2 for route in changed)


def test_the_first_article_of_a_year_leaves_the_months_and_days_of_other_years_alone(
    archive: list[Article], before: dict[str, bytes]
) -> None:
    date = RoughDate(datetime(2023, 1, 2, tzinfo=ZONE), Precision.DAY)

    after = fingerprints(planned([*archive, an_article("2023/first", date=date)]))

    changed = {
        route for route in after if before.get(route) != after[route] and route.startswith(("/archive", "/random"))
    }
    assert changed <= {
        "/archive/",
        "/archive/2022/",
        "/archive/2022/10/",
        "/archive/2023/",
        "/archive/2023/01/",
        "/archive/days/01-02/",
        *(route for route in changed if route.startswith("/random/")),
    }
    assert sum(route.startswith("/random/") for route in changed) <= 1


def test_an_edited_title_changes_no_page_that_only_counts(archive: list[Article], before: dict[str, bytes]) -> None:
    from dataclasses import replace

    edited = list(archive)
    edited[5_000] = replace(edited[5_000], title=replace(edited[5_000].title, value="新题"))

    after = fingerprints(planned(edited))

    counting = ["/", "/archive/", "/archive/days/", "/tags/", "/places/", "/authors/", "/sources/"]
    assert [route for route in counting if before[route] != after[route]] == []


def test_an_edited_body_makes_one_page_again_in_each_script(archive: list[Article], before: dict[str, bytes]) -> None:
    from dataclasses import replace

    edited = list(archive)
    edited[5_000] = replace(edited[5_000], body=replace(edited[5_000].body, digest="1" * 32))

    after = fingerprints(planned(edited))

    assert [route for route in after if before[route] != after[route]] == ["/articles/2011/05/a5000/"]


def test_a_back_dated_article_touches_the_month_it_belongs_to(archive: list[Article], before: dict[str, bytes]) -> None:
    late = article(5_000, [148])
    late = an_article("2011/late", title="迟", date=late.date, terms=dict(late.terms))

    after = fingerprints(planned([*archive, late]))

    changed = {route for route in after if before.get(route) != after[route]}
    assert {route for route in changed if route.startswith("/archive/")} == {
        "/archive/",
        "/archive/2011/",
        "/archive/2011/05/",
        "/archive/days/05-30/",
    }
