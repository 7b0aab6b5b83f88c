from dataclasses import replace

import pytest

from sitegen.model import Article, ArticleSheet, Cards, CardSheet, Content, Plan
from sitegen.planner import finder_of, plan_site, put_in_order
from tests.builders import an_article, facts, visible

WITH_CARDS = replace(facts(), cards=Cards.DRAWN)


def planned(*articles: Article) -> Plan:
    return plan_site(Content(articles=articles), WITH_CARDS, visible())


def test_a_card_stands_beside_its_article() -> None:
    sheets = planned(an_article("a", title="题")).sheets

    (card,) = (each for each in sheets if isinstance(each, CardSheet))
    (article,) = (each for each in sheets if isinstance(each, ArticleSheet))
    assert card.route == article.card == f"{article.route}card.png"
    assert (card.title.value, card.publisher.value, card.kicker) == ("题", "示例", None)


def test_the_card_that_is_asked_for_is_that_of_the_whole_plan() -> None:
    article = an_article("a")
    (card,) = (each for each in planned(article).sheets if isinstance(each, CardSheet))
    shelf = put_in_order(Content(articles=(article,)), WITH_CARDS, visible(), ())

    assert finder_of(shelf).sheet_at(card.route) == card
    assert finder_of(shelf).sheet_at("/none/card.png") is None


@pytest.mark.parametrize(("cards", "warned"), [(Cards.WITHOUT_FONT, ["no-card-font"]), (Cards.NONE, [])])
def test_a_site_without_cards_has_none_and_says_so_where_it_wants_them(cards: Cards, warned: list[str]) -> None:
    plan = plan_site(Content(articles=(an_article("a"),)), replace(facts(), cards=cards), visible())

    assert [each.code for each in plan.warnings] == warned
    assert not [each for each in plan.sheets if isinstance(each, CardSheet)]
    assert [each.card for each in plan.sheets if isinstance(each, ArticleSheet)] == [None]
