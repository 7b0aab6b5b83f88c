"""What stood beside pages at old addresses leads to what stands there today."""

from dataclasses import replace

import pytest

from sitegen.builder.leading import redirect_lists
from sitegen.model import (
    Address,
    Article,
    Beside,
    Cards,
    Content,
    Copy,
    DatedNote,
    KeepingFacts,
    OldLinkFacts,
    Picture,
    Plan,
    Reference,
    SiteFacts,
)
from sitegen.planner import WholePlanNeeded, plan_site
from sitegen.planner.amending import Edit, amend
from tests.builders import a_date, a_taxonomy, a_term, an_article, assigned, facts, visible, words

MAI, DAO = assigned(a_term("麦", "mai")), assigned(a_term("稻", "dao"))
BEFORE, TODAY = "/articles/2024/03/spring/", "/articles/2024/03/chun/"
spring = replace(an_article("spring", terms={"tags": (MAI,)}), characters=9)
moved = replace(spring, slug="chun")
WITHOUT = facts(a_taxonomy("tags"))
WITH_FILES = replace(WITHOUT, keeping=KeepingFacts(beside=(Beside.RIS, Beside.TEXT)))


def planned(
    site: SiteFacts, *articles: Article, before: tuple[Article, ...] = (), copies: tuple[Copy, ...] = ()
) -> Plan:
    record: tuple[Address, ...] = plan_site(Content(articles=before), site, visible()).addresses if before else ()
    return plan_site(Content(articles=articles, addresses=record), site, visible(), copies=copies)


def old_files(
    site: SiteFacts, *articles: Article, before: tuple[Article, ...] = (spring,)
) -> dict[str, tuple[str, bool]]:
    return {each.old: (each.new, each.is_gone) for each in planned(site, *articles, before=before).old_files}


def test_files_beside_an_article_move_with_it_once_for_all_scripts() -> None:
    assert old_files(WITH_FILES, moved) == {
        f"{BEFORE}citation.ris": (f"{TODAY}citation.ris", False),
        f"{BEFORE}article.txt": (f"{TODAY}article.txt", False),
    }
    assert old_files(WITHOUT, moved) == {}


def test_a_card_moves_in_every_script_unless_the_article_shows_a_picture_now() -> None:
    assert old_files(replace(WITHOUT, cards=Cards.DRAWN), moved) == {
        f"{BEFORE}card.png": (f"{TODAY}card.png", False),
        f"/zh-hant{BEFORE}card.png": (f"/zh-hant{TODAY}card.png", False),
    }


def test_feeds_of_a_term_move_with_it_and_go_with_it() -> None:
    site = facts(a_taxonomy("tags", feeds=True))
    other, without = replace(spring, terms=(("tags", (DAO,)),)), replace(spring, terms=())
    names = [f"{prefix}/tags/{{}}/feed.{form}" for prefix in ("", "/zh-hant") for form in ("xml", "json")]

    assert old_files(site, other) == {each.format("mai"): (each.format("dao"), False) for each in names}
    assert old_files(site, without) == {
        each.format("mai"): (each.format("mai").rpartition("/")[0] + "/", True) for each in names
    }


@pytest.mark.parametrize("later", [(), (replace(spring, draft=True),)], ids=["removed", "hidden"])
def test_files_of_what_is_gone_lead_to_the_page_that_says_so(later: tuple[Article, ...]) -> None:
    assert old_files(WITH_FILES, *later) == {
        f"{BEFORE}citation.ris": (BEFORE, True),
        f"{BEFORE}article.txt": (BEFORE, True),
    }


def test_files_of_a_withdrawn_article_are_gone_at_every_address_that_it_had() -> None:
    withdrawn = replace(moved, withdrawn=DatedNote(date=None, text=words("有误")))

    assert old_files(WITH_FILES, withdrawn) == {
        f"{home}{file}": (TODAY, True) for home in (BEFORE, TODAY) for file in ("citation.ris", "article.txt")
    }


def test_what_an_author_says_of_an_old_file_stands() -> None:
    own = replace(moved, aliases=(f"{BEFORE}article.txt",))
    copy = Copy(path=f"{BEFORE}citation.ris".lstrip("/"), file=b"static/x")

    assert planned(WITH_FILES, own, before=(spring,), copies=(copy,)).old_files == ()


def lists(most: int, maps: tuple[str, ...] = ()) -> dict[str, list[str]]:
    """The lines of each list of a site of which one article has moved and one is gone."""
    site = replace(WITH_FILES, old_links=OldLinkFacts(most=most, maps=maps))
    gone = replace(an_article("gone", date=a_date(2024, 3, 9)), characters=9)
    plan = planned(site, moved, before=(spring, gone))
    return {path: content.decode().splitlines() for path, content in redirect_lists(plan).items()}


FILES = [
    f"{BEFORE}citation.ris {TODAY}citation.ris 301",
    f"{BEFORE}article.txt {TODAY}article.txt 301",
    "/articles/2024/03/gone/citation.ris /articles/2024/03/gone/ 302",
    "/articles/2024/03/gone/article.txt /articles/2024/03/gone/ 302",
]
PAGES = [f"{BEFORE} {TODAY} 301", f"/zh-hant{BEFORE} /zh-hant{TODAY} 301"]


@pytest.mark.parametrize(("most", "expected"), [(6, [*PAGES, *FILES]), (5, FILES), (4, FILES), (3, None)])
def test_of_more_lines_than_a_host_reads_those_of_files_come_first(most: int, expected: list[str] | None) -> None:
    assert lists(most).get("_redirects") == expected


def test_servers_are_told_of_all_and_answer_that_a_file_is_gone() -> None:
    told = lists(1, ("apache",))["_redirects.apache"]

    assert f"{BEFORE}article.txt {TODAY}article.txt" in told
    assert "/articles/2024/03/gone/article.txt gone" in told


def test_an_article_that_has_moved_and_shows_a_picture_now_is_planned_with_the_whole_site() -> None:
    site = replace(WITHOUT, cards=Cards.DRAWN)
    plan = planned(site, moved, before=(spring,))
    source = Reference(written="p.jpg", target="content/articles/p.jpg", suffix="", line=1)
    cover = Picture(src=source, alt=words("麦"), caption=words(""), credit=words(""))

    with pytest.raises(WholePlanNeeded, match="card"):
        amend(plan.catalogue, [Edit(moved, replace(moved, cover=cover))], site, visible())
