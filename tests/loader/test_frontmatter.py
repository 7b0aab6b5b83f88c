import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError, Place, SitegenError
from sitegen.loader.frontmatter import Parts, split


def values(header: str) -> dict[str, object]:
    return split(f"---\n{header}\n---\n", "a.md").fields.values


def refused(text: str) -> str:
    with pytest.raises(SitegenError) as raised:
        split(text, "content/a.md")
    return str(raised.value)


def test_a_file_is_split_into_its_fields_and_its_body() -> None:
    parts = split("---\ntitle: 春\ntags: [产业]\n---\n\n正文。\n---\n再一段。\n", "a.md")

    assert parts.fields.values == {"title": "春", "tags": ["产业"]}
    assert parts.body == "\n正文。\n---\n再一段。\n"
    assert parts.body_line == 5


@pytest.mark.parametrize(
    ("text", "body", "line"),
    [
        ("---\n---", "", 3),
        ("---\n---\n", "", 3),
        ("---\n---\n正文", "正文", 3),
        ("--- \t\ntitle: 春\n---  \n正文", "正文", 4),
        ("---\n\n\ntitle: 春\n\n---\n正文", "正文", 7),
        ("---\nsummary: |\n  ---\n  一句\n---\n正文", "正文", 6),
    ],
)
def test_the_body_begins_below_the_second_fence(text: str, body: str, line: int) -> None:
    parts = split(text, "a.md")

    assert (parts.body, parts.body_line) == (body, line)


@pytest.mark.parametrize(
    "text",
    ["", "正文。\n", "\n---\ntitle: 春\n---\n", " ---\ntitle: 春\n---\n", "----\n", "--- a\n", "title: 春\n---\n"],
)
def test_a_file_without_front_matter_is_pointed_to_import(text: str) -> None:
    assert refused(text) == (
        "content/a.md:1: there is no front matter\n"
        "  hint: `sitegen import content/a.md` makes one; else begin the file with ---, title: …, ---"
    )


@pytest.mark.parametrize(
    "text",
    [
        "---",
        "---\n",
        "---\ntitle: 春\n",
        "---\ntitle: 春\n ---\n正文",
        "---\ntitle: 春\n----\n",
        "---\ntitle: 春\n...\n",
    ],
)
def test_a_front_matter_that_is_not_closed_is_told(text: str) -> None:
    assert refused(text) == "content/a.md:1: the front matter never ends\n  hint: add a line --- below its last key"


def test_what_is_no_yaml_is_told_with_its_line_in_the_file() -> None:
    assert refused("---\ntitle: 春\nsummary: 春: 耕\n---\n") == (
        "content/a.md:3: this is not YAML: mapping values are not allowed in this context\n"
        "  hint: put the value in quotes: key: '…', or write the colon as ："
    )


def test_a_bracket_that_is_not_closed_is_told_inside_the_front_matter() -> None:
    assert refused("---\ntitle: 春\ntags: [产业\n---\n正文\n").startswith("content/a.md:3: this is not YAML: ")


def test_a_key_that_stands_twice_is_told_at_the_second() -> None:
    assert refused("---\ntitle: 春\ntitle: 夏\n---\n") == (
        "content/a.md:3: title: stands here twice\n  hint: keep one of the two"
    )


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("author", "authors"),
        ("byline", "authors"),
        ("source", "sources"),
        ("place", "places"),
        ("tag", "tags"),
        ("categories", "tags"),
        ("category", "tags"),
        ("keywords", "tags"),
        ("description", "summary"),
        ("excerpt", "summary"),
        ("lastmod", "updated"),
        ("modified", "updated"),
        ("pubdate", "date"),
        ("publishDate", "date"),
        ("expiryDate", "expires"),
        ("redirect_from", "aliases"),
    ],
)
def test_what_other_generators_call_a_field_is_understood(theirs: str, ours: str) -> None:
    parts = split(f"---\ntitle: 春\n{theirs}: 甲\n---\n", "a.md")

    assert parts.fields.values == {"title": "春", ours: "甲"}
    assert parts.fields.place((ours,)) == Place("a.md", 3)


def test_lists_that_mean_the_same_are_joined() -> None:
    assert values("tags: [一, 二]\ncategories: [三]\nkeywords: [四]") == {"tags": ["一", "二", "三", "四"]}


@pytest.mark.parametrize("header", ["author: 甲\nbyline: 甲", "date: 2023\npubdate: 2023", "tags: [甲]\ntag: [甲]"])
def test_what_is_said_twice_alike_is_no_problem(header: str) -> None:
    (value,) = values(header).values()

    assert value in ("甲", "2023", ["甲"])


@pytest.mark.parametrize("header", ["date:\npubdate: 2023", "pubdate: 2023\ndate:", "lastmod:\ndate: 2023\nmodified:"])
def test_an_empty_key_contradicts_nothing(header: str) -> None:
    assert {key: value for key, value in values(header).items() if value} == {"date": "2023"}


@pytest.mark.parametrize("header", ["published:", "status:", "draft:\npublished: false"])
def test_an_empty_status_says_nothing(header: str) -> None:
    assert values(header).get("draft") in {None, "true"}


@pytest.mark.parametrize(
    ("header", "terms"),
    [
        ("tags: [一, 二]\ncategories: 三", ["一", "二", "三"]),
        ("categories: 三\ntags: [一, 二]", ["三", "一", "二"]),
        ("tags: [一]\ncategory: {name: 三}", ["一", {"name": "三"}]),
    ],
)
def test_one_term_may_be_joined_to_a_list_that_means_the_same(header: str, terms: list[object]) -> None:
    assert values(header) == {"tags": terms}


@pytest.mark.parametrize(
    ("header", "told"),
    [
        ("date: 2023\npubdate: 2024", "3: pubdate: says the same as date"),
        ("lastmod: 2023\nmodified: 2024", "3: modified: says the same as lastmod"),
        ("pubdate: 2023\ndate: 2024", "3: date: says the same as pubdate"),
        ("summary: 甲\ndescription: 乙", "3: description: says the same as summary"),
    ],
)
def test_what_contradicts_itself_is_told_with_two_different_keys(header: str, told: str) -> None:
    assert refused(f"---\n{header}\n---\n") == f"content/a.md:{told}\n  hint: keep one of the two"


@pytest.mark.parametrize(
    ("header", "draft"),
    [
        ("published: false", "true"),
        ("published: False", "true"),
        ("published: true", "false"),
        ("status: draft", "true"),
        ("status: Draft", "true"),
        ("status: published", "false"),
    ],
)
def test_the_status_of_other_generators_says_whether_it_is_a_draft(header: str, draft: str) -> None:
    parts = split(f"---\ntitle: 春\n{header}\n---\n", "a.md")

    assert parts.fields.values == {"title": "春", "draft": draft}
    assert parts.fields.place(("draft",)) == Place("a.md", 3)


@pytest.mark.parametrize(
    ("header", "draft"),
    [
        ("published: no", "true"),
        ("draft: false\npublished: true", "false"),
        ("draft: true\npublished: false", "true"),
        ("status: draft\npublished: false", "true"),
        ("published: true\nstatus: published", "false"),
    ],
)
def test_what_is_said_of_a_draft_in_several_words_is_understood(header: str, draft: str) -> None:
    assert values(header) == {"draft": draft}


@pytest.mark.parametrize("header", ["title：春耕", "title ：春耕", "title： 春耕", "title\t：\t春耕"])
def test_a_full_width_colon_behind_a_key_is_a_colon(header: str) -> None:
    assert values(header) == {"title": "春耕"}


def test_a_full_width_colon_is_a_colon_only_once_and_only_behind_a_key() -> None:
    header = "title：春：耕\nsummary: |\n  天气：晴\n  wind：北\nsubtitle: 记者：甲"

    assert values(header) == {"title": "春：耕", "summary": "天气：晴\nwind：北\n", "subtitle": "记者：甲"}


@pytest.mark.parametrize(
    ("header", "fields"),
    [
        ("cover:\n  src：a.jpg\n  alt：春", {"cover": {"src": "a.jpg", "alt": "春"}}),
        ("cover：\n  src: a.jpg", {"cover": {"src": "a.jpg"}}),
        ("series:\n  - name：甲\n    part：3", {"series": [{"name": "甲", "part": "3"}]}),
        ("old-topics：甲", {"old-topics": "甲"}),
    ],
)
def test_a_full_width_colon_is_a_colon_behind_any_key(header: str, fields: dict[str, object]) -> None:
    assert values(header) == fields


def test_a_full_width_colon_moves_no_line() -> None:
    parts = split("---\ntitle：春\ndate：\n  明天\ndraft：是\n---\n", "a.md")

    assert [parts.fields.place((key,)).line for key in ("title", "date", "draft")] == [2, 3, 5]


@given(st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"---\n{text}"))
@settings(max_examples=150, deadline=None)
def test_any_text_is_split_or_refused(text: str) -> None:
    parts: Parts | None = None

    try:
        parts = split(text, "a.md")
    except SitegenError as error:
        assert error.place is not None  # noqa: PT017  # either outcome is right

    assert parts is None or text.endswith(parts.body)


def test_a_refusal_of_the_fences_is_about_content() -> None:
    with pytest.raises(ContentError):
        split("春", "a.md")
