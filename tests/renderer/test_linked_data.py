import json
import re
from dataclasses import replace
from typing import Any

from sitegen.model import Article, Assignment, Content, DatedNote, Edition, Masthead, Origin, Page, Plan
from sitegen.planner import pages_of, plan_site
from sitegen.renderer.linked_data import linked_data
from tests.builders import a_date, a_taxonomy, a_term, an_article, assigned, facts, visible, words

TAXONOMIES = (
    a_taxonomy("tags"),
    a_taxonomy("series", name="专题", oldest_first=True),
    a_taxonomy("places", name="地区", hierarchical=True),
    a_taxonomy("authors", name="作者"),
    a_taxonomy("sources", name="来源"),
)


def planned(*articles: Article) -> Plan:
    return plan_site(Content(articles=articles), facts(*TAXONOMIES, base_path="/news"), visible())


def said(plan: Plan, path: str) -> list[dict[str, Any]]:
    """What is said of the page that a file holds."""
    page: Page = next(each for each in pages_of(plan) if each.path == path)
    site: Masthead = plan.mastheads[0]
    found = re.fullmatch(r'<script type="application/ld\+json">(.*)</script>', linked_data(page, site))
    if not found:
        return []
    told: dict[str, Any] = json.loads(found[1])
    assert told["@context"] == "https://schema.org"
    things: list[dict[str, Any]] = told["@graph"]
    return things


def article(**fields: Any) -> dict[str, Any]:
    return said(planned(an_article(**fields)), "articles/2024/03/spring/index.html")[0]


def test_an_article_says_what_it_is_and_where_it_stands() -> None:
    told = article(title="春耕", subtitle=words("田里忙"), characters=800)

    address = "https://example.org/news/articles/2024/03/spring/"
    assert told["@type"] == "NewsArticle"
    assert (told["@id"], told["mainEntityOfPage"]) == (address, address)
    assert (told["headline"], told["alternativeHeadline"]) == ("春耕", "田里忙")
    assert (told["inLanguage"], told["wordCount"], told["datePublished"]) == ("zh-Hans", 800, "2024-03-05")
    assert told["publisher"] == {"@type": "Organization", "name": "示例", "url": "https://example.org/news/"}


def test_it_was_modified_when_it_was_corrected_last() -> None:
    told = article(updated=a_date(2024, 3, 6), corrections=(DatedNote(date=a_date(2024, 4), text=words("更正")),))

    assert told["dateModified"] == "2024-04"


def test_people_have_their_roles_and_a_paper_that_signs_for_itself_is_none() -> None:
    people = (assigned(a_term("李禾", "li-he"), role="记者"), assigned(a_term("本站编辑", "bian-ji"), role="编辑"))

    told = article(terms={"authors": people})

    assert told["author"] == [
        {"@type": "Person", "name": "李禾", "url": "https://example.org/news/authors/li-he/", "jobTitle": "记者"},
        {"@type": "Organization", "name": "本站编辑", "url": "https://example.org/news/authors/bian-ji/"},
    ]


def test_a_place_is_in_the_wider_ones() -> None:
    told = article(terms={"places": (assigned(a_term("甘肃省", "gan-su"), a_term("兰州市", "lan-zhou")),)})

    (place,) = told["contentLocation"]
    assert (place["name"], place["url"]) == ("兰州市", "https://example.org/news/places/gan-su/lan-zhou/")
    assert place["containedInPlace"]["name"] == "甘肃省"


def test_what_came_from_print_says_from_where() -> None:
    told = article(
        terms={"sources": (assigned(a_term("某日报", "mou-ri-bao")),)},
        edition=Edition(issue=words("第12期"), page=words("3")),
        origin=Origin(address="https://old.example/a.html"),
        rights=words("版权所有"),
    )

    assert told["citation"] == "某日报，第12期第3版"
    assert told["sourceOrganization"] == [{"@type": "Organization", "name": "某日报"}]
    assert (told["isBasedOn"], told["copyrightNotice"]) == ("https://old.example/a.html", "版权所有")


def test_nothing_is_said_of_what_is_not_known() -> None:
    told = article()

    assert not {"image", "citation", "author", "isPartOf", "contentLocation", "isBasedOn"} & told.keys()
    assert None not in told.values()


def test_no_words_end_the_element() -> None:
    plan = planned(an_article(title="</script><script>alert(1)</script>"))
    page = next(each for each in pages_of(plan) if each.path == "articles/2024/03/spring/index.html")

    told = linked_data(page, plan.mastheads[0])

    assert told.count("<") == 2
    assert said(plan, page.path)[0]["headline"] == "</script><script>alert(1)</script>"


def test_a_series_names_its_parts_by_number() -> None:
    series: dict[str, tuple[Assignment, ...]] = {"series": (assigned(a_term("窖藏", "jiao-cang")),)}
    plan = planned(
        an_article("b", title="乙", date=a_date(2024, 4, 1), terms=series), an_article("a", title="甲", terms=series)
    )

    told = said(plan, "series/jiao-cang/index.html")[0]

    assert told["@type"] == "CollectionPage"
    assert told["mainEntity"]["@type"] == "CreativeWorkSeries"
    assert [(each["position"], each["headline"]) for each in told["mainEntity"]["hasPart"]] == [(1, "甲"), (2, "乙")]


def test_the_front_page_says_how_to_search() -> None:
    (site,) = said(planned(an_article()), "index.html")

    assert site["potentialAction"]["target"]["urlTemplate"] == "https://example.org/news/search/?q={search_term_string}"


def test_the_way_to_a_page_begins_at_the_front_and_ends_there() -> None:
    trail = said(planned(an_article(title="春耕")), "articles/2024/03/spring/index.html")[1]

    assert trail["@type"] == "BreadcrumbList"
    assert [(each["position"], each["name"]) for each in trail["itemListElement"]] == [
        (1, "示例"), (2, "2024年"), (3, "3月"), (4, "春耕"),
    ]  # fmt: skip
    assert trail["itemListElement"][1]["item"] == "https://example.org/news/archive/2024/"


def test_kinds_of_pages_say_what_they_are() -> None:
    plan = planned(an_article(terms={"tags": (assigned(a_term("麦", "mai")),)}))

    kinds = {
        page.path: said(plan, page.path)[0]["@type"] if said(plan, page.path) else None
        for page in pages_of(replace(plan, facts=replace(plan.facts, scripts=plan.facts.scripts[:1])))
        if page.path.endswith(".html")
    }

    assert kinds.pop("index.html") == "WebSite"
    assert kinds.pop("articles/2024/03/spring/index.html") == "NewsArticle"
    assert kinds.pop("404.html") is kinds.pop("random/index.html") is kinds.pop("search/index.html") is None
    assert set(kinds.values()) == {"CollectionPage"}
