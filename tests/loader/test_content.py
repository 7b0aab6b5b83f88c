import os
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml import safe_dump

from sitegen.errors import SitegenError, leaves
from sitegen.loader import Answer, Asked, Reading, answer, load_content
from sitegen.loader.schema import ArticleFields
from sitegen.loader.synonyms import SYNONYMS
from sitegen.model import Content
from tests.builders import HANS, TAXONOMIES, ZONE, a_taxonomy
from tests.conftest import SiteMaker
from tests.photos import encoded, photo
from tests.sites import article_file

TAXONOMY = (*TAXONOMIES, a_taxonomy("authors"), a_taxonomy("sources"))
SAFE_SVG = '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>'
TEXT = st.text(st.characters(exclude_categories=["Cs"]))
KEYS = st.sampled_from(
    [*ArticleFields.model_fields, *(each.key for each in TAXONOMY), *SYNONYMS, "published", "status"]
)
VALUES = st.recursive(
    TEXT | st.sampled_from(["2023-06-12", "true", "3", "/a", "../a", "a/b", "、", ""]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(TEXT | st.sampled_from(["name", "part", "role", "src", "date", "text"]), inner, max_size=3)
    ),
    max_leaves=6,
)


def load(site: Path) -> Content:
    return load_content(Reading(site=site, zone=ZONE, language=HANS, taxonomies=TAXONOMY))


def problems(site: Path) -> list[str]:
    with pytest.raises((SitegenError, ExceptionGroup)) as raised:
        load(site)
    told = list(leaves(raised.value))
    assert all(isinstance(each, SitegenError) for each in told)
    return [str(each) for each in told]


def test_a_site_without_content_is_empty(make_site: SiteMaker) -> None:
    assert load(make_site()) == Content()


def test_articles_pages_and_the_words_of_terms_are_read(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/b.md": article_file(),
            "content/articles/2023/a.txt": article_file(),
            "content/articles/spring/index.md": article_file(),
            "content/pages/about.md": article_file(),
            "content/tags/产业.md": article_file(),
            "content/notes.docx": b"",
        }
    )

    content = load(site)

    assert [(each.file, each.slug) for each in content.articles] == [
        ("content/articles/2023/a.txt", "a"),
        ("content/articles/b.md", "b"),
        ("content/articles/spring/index.md", "spring"),
    ]
    assert [each.slug for each in content.pages] == ["about"]
    assert [each.assignment.key for each in content.notes] == [("产业",)]
    assert [str(each.place) for each in content.warnings] == ["content/notes.docx"]


def test_whoever_answers_is_asked_for_each_file_once_in_order(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(), "content/articles/b.md": article_file()})
    seen: list[str] = []

    reading = Reading(site=site, zone=ZONE, language=HANS, taxonomies=TAXONOMY)

    def fetch(asked: Sequence[Asked]) -> Iterator[Answer]:
        for each in asked:
            seen.append(each.found.name)
            yield answer(each, reading)

    load_content(reading, fetch=fetch)

    assert seen == ["articles/a.md", "articles/b.md"]


def test_all_problems_of_all_files_are_told_at_once_in_order_of_place(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(date="明天", draft="falae"),
            "content/articles/b.md": "正文。\n",
            "content/articles/c.md": "---\ntitle: 春\n",
            "content/articles/d.txt": "---\ntitle: 春\n---\n正文".encode("gbk"),
            "content/articles/e.md": article_file(title="春: 耕"),
            "content/articles/f.md": article_file(body="\x0c"),
            "content/articles/good.md": article_file(body="![图](bad.svg)"),
            "content/articles/bad.svg": "<svg onload='x()'/>",
            "content/pages/about.md": article_file(tags="甲"),
            "content/tags/index.md": article_file(),
        }
    )
    (site / "content/articles/out.md").symlink_to("/etc/passwd")

    assert [each.partition("\n")[0] for each in problems(site)] == [
        "content/articles/a.md:3: date: '明天' is not a date",
        "content/articles/a.md:4: draft: 'falae' is neither true nor false",
        "content/articles/b.md:1: there is no front matter",
        "content/articles/c.md:1: the front matter never ends",
        "content/articles/d.txt:2: this is not UTF-8",
        "content/articles/e.md:2: this is not YAML: mapping values are not allowed in this context",
        "content/articles/f.md:4: there is a control character (U+000C)",
        "content/articles/out.md: this link leads out of content/",
        "content/pages/about.md:3: unknown key 'tags'",
        "content/tags/index.md: it is not clear which term this is about",
    ]


@pytest.mark.parametrize("name", ["content/articles/a.md", "content/pages/about.md", "content/tags/产业.md"])
def test_pictures_that_any_file_shows_come_along(name: str, make_site: SiteMaker) -> None:
    folder = name.rpartition("/")[0]
    data = encoded(photo(60, 40), "PNG")
    site = make_site({name: article_file(body="![图](图.png)"), f"{folder}/图.png": data, f"{folder}/b.png": b""})

    (media,) = load(site).media
    assert (media.file, media.path) == (f"{folder}/图.png", f"{folder}/图.png".encode())
    assert media.name == f"tu-{blake2b(data, digest_size=5).hexdigest()}.png"
    assert media.shape is not None
    assert (media.shape.width, media.shape.height) == (60, 40)


def test_the_cover_comes_along_and_what_stands_twice_comes_once(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(body="[图](b.JPG)", cover="a.svg"),
            "content/articles/c.md": article_file(body="![图](./b.JPG?x#y)", cover="a.svg"),
            "content/articles/a.svg": SAFE_SVG,
            "content/articles/b.JPG": encoded(photo(60, 40)),
        }
    )

    media = load(site).media

    assert [each.file for each in media] == ["content/articles/a.svg", "content/articles/b.JPG"]
    assert [each.name.rpartition(".")[2] for each in media] == ["svg", "jpg"]


def test_an_unsafe_picture_that_nothing_shows_is_no_problem(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(), "content/articles/a.svg": "<svg onload='x()'/>"})

    assert load(site).media == ()


def test_a_picture_is_found_whichever_way_its_name_is_composed(make_site: SiteMaker) -> None:
    site = make_site(
        {
            "content/articles/a.md": article_file(body="![图](caf\u00e9.png) ![图](caf\u0065\u0301.png)"),
            "content/articles/cafe\u0301.png": b"",
        }
    )

    (media,) = load(site).media

    assert (media.file, media.path) == ("content/articles/café.png", "content/articles/cafe\u0301.png".encode())


def test_a_picture_that_cannot_be_read_is_a_broken_one(make_site: SiteMaker) -> None:
    site = make_site(
        {"content/articles/a.md": article_file(body="![图](a.png)"), "content/articles/b/c.md": article_file()}
    )
    (site / "content/articles/a.png").symlink_to("b")

    (media,) = load(site).media
    assert str(media.fault) == "cannot be read: Is a directory"


def test_the_ending_of_a_published_picture_is_that_of_its_bytes(make_site: SiteMaker) -> None:
    site = make_site(
        {"content/articles/a.md": article_file(body="![图](a.gif)"), "content/articles/a.gif": encoded(photo(60, 40))}
    )

    (media,) = load(site).media
    assert media.name.endswith(".jpg")


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("![](a.svg)", ["content/articles/a.md:4: a.svg"]),
        ("一\n\n字![ ](<a.svg>)字![][二]", ["content/articles/a.md:6: a.svg", "content/articles/a.md:6: 二"]),
        ('<img src="a.svg"> <IMG src=b.svg>', ["content/articles/a.md:4: a.svg", "content/articles/a.md:4: b.svg"]),
        ('![树](a.svg) <img src="a.svg" alt=""> `![](a.svg)` [](a.svg)', []),
    ],
)
def test_a_picture_without_words_is_told_with_its_line(body: str, told: list[str], make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body=body)})

    found = [each for each in load(site).warnings if each.code == "no-alt"]

    assert [f"{each.place}: {str(each.problem).partition(' has no words')[0]}" for each in found] == told


def test_a_cover_without_words_is_told_with_its_line(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(cover="a.svg"), "content/articles/b.md": article_file()})

    (warning,) = load(site).warnings
    assert (warning.code, str(warning.place)) == ("no-alt", "content/articles/a.md:3")


@pytest.mark.parametrize(
    ("body", "is_shown"),
    [
        ("![图](a.svg)", True),
        ("![一[二](c)三](a.svg)", True),
        ('<img alt="图" src="a.svg">', True),
        ("[图](a.svg)", False),
        ("！[图](a.svg)", False),
        ("![图](b.svg)[图](a.svg)", False),
        ("[图]: a.svg", False),
        ('<a href="a.svg">图</a>', False),
    ],
)
def test_a_picture_in_its_place_is_told_from_a_link_to_one(body: str, *, is_shown: bool, make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file(body=body)})

    (reference,) = [each for each in load(site).articles[0].references if each.written == "a.svg"]
    assert reference.is_shown is is_shown


def test_a_file_in_the_place_of_the_content_is_told(make_site: SiteMaker) -> None:
    assert len(problems(make_site({"content": ""}))) == 1


def test_a_link_that_leads_to_itself_does_not_hide_the_other_problems(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/b.md": ""})
    (site / "content/articles/a.md").symlink_to("a.md")

    assert len(problems(site)) == 2


@pytest.mark.parametrize("tag", ["!%ED%A0%80", "!<%C0%80>"])
@pytest.mark.parametrize("ending", ["md", "txt"])
def test_a_hostile_tag_is_told_like_any_problem(ending: str, tag: str, make_site: SiteMaker) -> None:
    assert len(problems(make_site({f"content/articles/a.{ending}": article_file(title=f"{tag} 春")}))) == 1


def test_a_hostile_key_is_told_like_any_problem(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": "---\ntitle: 春\n'[key]': 甲\n---\n"})

    assert problems(site)[0].startswith("content/articles/a.md:3: unknown key '[key]'\n")


def test_a_problem_in_a_file_whose_name_is_not_utf_8_can_be_printed(make_site: SiteMaker) -> None:
    site = make_site({"content/articles/a.md": article_file()})
    os.close(os.open(os.fsencode(site) + b"/content/articles/\xd0\xc2.md", os.O_CREAT))

    (told,) = problems(site)

    assert told.encode()


def refusals(folder: Path, ending: str, data: bytes) -> list[BaseException]:
    """What is told of one article; without any, it must have been read."""
    articles = folder / ending / "content" / "articles"
    articles.mkdir(parents=True, exist_ok=True)
    (articles / f"a.{ending}").write_bytes(data)
    try:
        (article,) = load(folder / ending).articles
    except (SitegenError, ExceptionGroup) as error:
        return list(leaves(error))
    return [] if article.slug and article.title else [AssertionError(article)]


@given(
    st.sampled_from(["md", "txt"]),
    st.binary()
    | TEXT.map(lambda text: f"---\n{text}".encode())
    | TEXT.map(lambda text: f"---\ntitle: 春\n---\n{text}".encode())
    | st.text(st.sampled_from("-:\n\t &*!%<>[]{}|,?'\"#@`~\\a1：、甲")).map(lambda text: f"---\n{text}\n---\n".encode())
    | st.binary().map(lambda data: b"---\ntitle: a\n" + data),
)
@settings(max_examples=150, deadline=None)
def test_any_bytes_are_an_article_or_problems(
    tmp_path_factory: pytest.TempPathFactory, ending: str, data: bytes
) -> None:
    told = refusals(tmp_path_factory.getbasetemp() / "any-bytes", ending, data)

    assert all(isinstance(each, SitegenError) for each in told)


@given(st.sampled_from(["md", "txt"]), st.dictionaries(KEYS, VALUES, max_size=5), TEXT)
@settings(max_examples=150, deadline=None)
def test_any_fields_are_an_article_or_problems(
    tmp_path_factory: pytest.TempPathFactory, ending: str, header: dict[str, object], body: str
) -> None:
    text = f"---\n{safe_dump({'title': '春', **header}, allow_unicode=True)}---\n{body}"

    told = refusals(tmp_path_factory.getbasetemp() / "any-fields", ending, text.encode())

    assert all(isinstance(each, SitegenError) for each in told)
