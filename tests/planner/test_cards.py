from dataclasses import replace

import pytest

from sitegen.model import Article, ArticleSheet, Cards, CardSheet, Content, Copy, Plan
from sitegen.planner import finder_of, plan_site, put_in_order
from sitegen.planner.cards import SITE_CARD
from tests.builders import a_term, an_article, assigned, facts, visible

APPLE = assigned(a_term("苹果", "ping-guo"))
WITH_CARDS = replace(facts(), cards=Cards.DRAWN)


def planned(*articles: Article) -> Plan:
    return plan_site(Content(articles=articles), WITH_CARDS, visible())


def test_a_card_stands_beside_its_article() -> None:
    sheets = planned(an_article("a", title="题")).sheets

    card = next(each for each in sheets if isinstance(each, CardSheet) and each.route != SITE_CARD)
    (article,) = (each for each in sheets if isinstance(each, ArticleSheet))
    assert card.route == article.card == f"{article.route}card.png"
    assert (card.title.value, card.publisher.value, card.kicker) == ("题", "示例", None)


def test_the_card_that_is_asked_for_is_that_of_the_whole_plan() -> None:
    article = an_article("a", terms={"tags": (APPLE,)})
    cards = [each for each in planned(article).sheets if isinstance(each, CardSheet)]
    shelf = put_in_order(Content(articles=(article,)), WITH_CARDS, visible(), ())

    assert [finder_of(shelf).sheet_at(each.route) for each in cards] == cards
    assert len(cards) == 3
    assert finder_of(shelf).sheet_at("/none/card.png") is None


def test_the_cards_of_the_site_and_of_terms_hold_names_and_nothing_that_one_more_article_changes() -> None:
    one, two = (an_article(name, terms={"tags": (APPLE,)}) for name in "ab")
    before, after = (
        {each.route: each for each in planned(*articles).sheets if isinstance(each, CardSheet)}
        for articles in ((one,), (one, two))
    )

    assert after.keys() - before.keys() == {"/articles/2024/03/b/card.png"}
    assert {route: after[route] for route in before} == before
    site, term = before["/card.png"], before["/tags/ping-guo/card.png"]
    assert (site.title.value, site.publisher.value, site.kicker) == ("示例", "", None)
    assert (term.title.value, term.publisher.value, str(term.kicker)) == ("苹果", "示例", "标签")


def test_a_file_of_the_sites_own_stands_in_place_of_its_card() -> None:
    content = Content(articles=(an_article("a"),))
    own = (Copy(path="card.png", file=b"static/card.png"),)

    drawn, taken = plan_site(content, WITH_CARDS, visible()), plan_site(content, facts(), visible(), copies=own)

    assert [each.card and each.card.src for each in drawn.mastheads] == ["/card.png", "/zh-hant/card.png"]
    assert [each.card and each.card.src for each in taken.mastheads] == ["/card.png", "/card.png"]
    assert [each.card for each in plan_site(content, facts(), visible()).mastheads] == [None, None]
    assert finder_of(put_in_order(content, WITH_CARDS, visible(), own)).sheet_at(SITE_CARD) is None


@pytest.mark.parametrize(("cards", "warned"), [(Cards.WITHOUT_FONT, ["no-card-font"]), (Cards.NONE, [])])
def test_a_site_without_cards_has_none_and_says_so_where_it_wants_them(cards: Cards, warned: list[str]) -> None:
    plan = plan_site(Content(articles=(an_article("a"),)), replace(facts(), cards=cards), visible())

    assert [each.code for each in plan.warnings] == warned
    assert not [each for each in plan.sheets if isinstance(each, CardSheet)]
    assert [each.card for each in plan.sheets if isinstance(each, ArticleSheet)] == [None]
