from sitegen.model import Article, Assignment, Content, FrontPage, Media, Picture, Reference
from sitegen.planner import pages_of, plan_site
from tests.builders import HANS, a_date, a_term, an_article, assigned, facts, visible, words

PHOTO = "content/articles/photo.jpg"


def front(*articles: Article) -> FrontPage:
    media = (Media(file=PHOTO, path=PHOTO.encode(), name="photo-1.jpg"),)
    plan = plan_site(Content(articles=articles, media=media), facts(scripts=(HANS,)), visible())
    (page,) = [page for page in pages_of(plan) if isinstance(page, FrontPage)]
    return page


def a_cover() -> Picture:
    source = Reference(written="photo.jpg", target=PHOTO, suffix="", line=1)
    return Picture(src=source, alt=words("麦"), caption=words(""), credit=words(""))


def articles(count: int, *, pictured: int | None = None) -> list[Article]:
    return [
        an_article(f"a{at}", date=a_date(2024, 1 + at // 28, 1 + at % 28), cover=a_cover() if at == pictured else None)
        for at in range(count)
    ]


def test_the_newest_article_that_has_a_picture_leads() -> None:
    page = front(*articles(20, pictured=15))

    assert page.first
    assert page.first.url == "/articles/2024/01/a15/"
    assert page.cover
    assert page.cover.src == "/media/photo-1.jpg"
    assert len(page.newest) == 11
    assert page.first.url not in {card.url for card in page.newest}


def test_where_no_new_article_has_a_picture_the_newest_leads() -> None:
    page = front(*articles(20, pictured=2))

    assert page.first
    assert page.first.url == "/articles/2024/01/a19/"
    assert page.cover is None


def test_a_series_is_running_while_one_of_its_parts_is_new() -> None:
    def part(name: str, month: int) -> Article:
        return an_article(name, date=a_date(2023, month, 1), terms={"series": (assigned(a_term(name, name)),)})

    page = front(
        *articles(45), part("old", 1), an_article("z", date=a_date(2024, 6, 1), terms=dict(part("new", 1).terms))
    )

    assert [each.link.url for each in page.running] == ["/series/new/"]


def test_the_years_lead_from_the_newest() -> None:
    page = front(
        an_article("a", date=a_date(2021)), an_article("b", date=a_date(2024, 3)), an_article("c", undated=True)
    )

    assert [(year.link.url, year.count) for year in page.years] == [("/archive/2024/", 1), ("/archive/2021/", 1)]


def test_of_places_the_widest_are_shown_of_which_there_are_several() -> None:
    paths = [("sheng", "a"), ("sheng", "b"), ("sheng", "b", "c")]
    page = front(
        *(
            an_article(f"a{at}", terms={"places": (assigned(*(a_term(name, name) for name in path)),)})
            for at, path in enumerate(paths)
        )
    )

    (places,) = page.lists
    assert [(term.link.url, term.count) for term in places.terms] == [("/places/sheng/a/", 1), ("/places/sheng/b/", 2)]


def test_an_empty_site_has_a_front_page() -> None:
    page = front()

    assert (page.first, page.newest, page.running, page.years, page.lists) == (None, (), (), (), ())


def test_ways_by_place_come_before_those_by_name() -> None:
    def under(tag: str, place: str) -> dict[str, tuple[Assignment, ...]]:
        return {"tags": (assigned(a_term(tag, tag)),), "places": (assigned(a_term(place, place)),)}

    page = front(an_article("a", terms=under("t", "p")), an_article("b", terms=under("u", "q")))

    assert [each.link.url for each in page.lists] == ["/places/", "/tags/"]
