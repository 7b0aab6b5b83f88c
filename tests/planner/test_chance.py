import random

from sitegen.model import Article, ChancePage, Content
from sitegen.planner import pages_of, plan_site
from tests.builders import HANS, a_date, an_article, facts, visible


def batches(*articles: Article) -> list[ChancePage]:
    plan = plan_site(Content(articles=articles), facts(scripts=(HANS,)), visible())
    return [page for page in pages_of(plan) if isinstance(page, ChancePage)]


def many(count: int) -> list[Article]:
    return [an_article(f"a{at}", date=a_date(2024, 1 + at % 6, 1 + at % 28)) for at in range(count)]


def test_no_article_is_in_two_batches_and_none_is_longer_than_twelve() -> None:
    pages = batches(*many(400))

    shown = [card.url for page in pages for card in page.cards]
    assert len(pages) == 16
    assert len(shown) == len(set(shown)) > 150
    assert max(len(page.cards) for page in pages) == 12


def test_the_batches_stand_in_a_ring() -> None:
    pages = batches(*many(60))

    way, url = [], "/random/"
    for _ in pages:
        way.append(url)
        url = next(page.following for page in pages if page.url == url) or ""

    assert way == ["/random/", "/random/2/", "/random/3/", "/random/4/"]
    assert url == "/random/"


def test_the_order_in_which_articles_come_changes_nothing() -> None:
    articles = many(50)

    assert batches(*random.Random(1).sample(articles, len(articles))) == batches(*articles)


def test_a_new_article_changes_one_batch_at_most() -> None:
    articles = many(600)
    before = batches(*articles)

    for name in ("x", "y", "z", "u", "v", "w"):
        after = batches(*articles, an_article(name, date=a_date(2024, 6, 30)))
        assert sum(old != new for old, new in zip(before, after, strict=True)) <= 1


def test_a_small_site_shows_all_it_has_and_an_empty_one_says_so() -> None:
    assert [len(page.cards) for page in batches(*many(9))] == [9]
    assert [(len(page.cards), page.following) for page in batches()] == [(0, None)]
