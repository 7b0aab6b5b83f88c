import pytest

from sitegen.documents import read_yaml
from sitegen.errors import SitegenError, leaves
from sitegen.fields import validate
from sitegen.loader.glossary import GlossaryFields
from sitegen.loader.schema import (
    ArticleFields,
    AssignedFields,
    CorrectionFields,
    CoverFields,
    EditionFields,
    PageFields,
    TermFields,
    WithdrawnFields,
    article_fields,
)
from sitegen.model import Script
from tests.builders import TAXONOMIES, ZONE, a_date, a_taxonomy

MODEL = article_fields((*TAXONOMIES, a_taxonomy("authors"), a_taxonomy("sources")))
LETTERS = "write letters, digits and hyphens"
TRUE_OR_FALSE = "write true or false"
OWN_KEYS = "must hold keys of its own\n  hint: write them below it, indented"


def fields(header: str, model: type[PageFields] = MODEL) -> PageFields:
    return validate(model, read_yaml(f"title: 春耕\n{header}", file="a.md"), zone=ZONE)


def value(line: str) -> object:
    return getattr(fields(line), line.partition(":")[0])


def problems(header: str, model: type[PageFields] = MODEL) -> list[str]:
    with pytest.raises(ExceptionGroup) as raised:
        fields(header, model)
    return [str(each) for each in leaves(raised.value)]


def named(*names: str) -> tuple[AssignedFields, ...]:
    return tuple(AssignedFields(name=name) for name in names)


def test_an_article_needs_a_title_and_nothing_else() -> None:
    assert fields("") == MODEL(title="春耕")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("summary: '  一句。  '", "一句。"),
        ("summary: 012", "012"),
        ("subtitle: no", "no"),
        ("slug: honggu-industry", "honggu-industry"),
        ("slug: 春耕", "春耕"),
        ("slug: a.b_c~d", "a.b_c~d"),
        ("slug: " + "a" * 200, "a" * 200),
        ('slug: "cafe\\u0301"', "café"),
        ("script: zh-Hant-HK", Script.HANT_HK),
        ("convert: false", False),
        ("draft: yes", True),
        ("draft: off", False),
        ("draft: TRUE", True),
        ("date: 2023年6月", a_date(2023, 6)),
        ("updated: 2023", a_date(2023)),
        ("expires: 2030-01-01", a_date(2030, 1, 1)),
        ("aliases: /old/path.html", ("/old/path.html",)),
        ("aliases: [/a, /%E6%98%A5%E8%80%95/, '/b c']", ("/a", "/春耕/", "/b c")),
        ("cover: photo.jpg", CoverFields(src="photo.jpg")),
        ("cover: ../图/春.jpg", CoverFields(src="../图/春.jpg")),
        ("cover: {src: a.jpg, alt: 甲, caption: 乙, credit: 丙}", CoverFields(src="a.jpg", alt="甲", caption="乙", credit="丙")),
        ("glossary: {乾县: 乾縣}", GlossaryFields.model_validate({"乾县": "乾縣"})),
        ("related: a/b", ("a/b",)),
        ("related: [a, b]", ("a", "b")),
        ("rights: 版权", "版权"),
        ("edition: {issue: 第1234期, page: 3}", EditionFields(issue="第1234期", page="3")),
        ("corrections: [{date: 2023-07-01, text: 更正}]", (CorrectionFields.model_construct(date=a_date(2023, 7, 1), text="更正"),)),
        ("corrections: [{text: 更正}]", (CorrectionFields(text="更正"),)),
        ("withdrawn: {date: 2024, reason: 失实}", WithdrawnFields.model_construct(date=a_date(2024), reason="失实")),
        ("withdrawn: {}", WithdrawnFields()),
        ("review: 看一看", ("看一看",)),
        ("title_inferred: true", True),
        ("extra: {a: 1, b: -2.5, c: 012, d: [true, false, no], e: {f: 甲}, g: 1e3}", {"a": 1, "b": -2.5, "c": "012", "d": [True, False, "no"], "e": {"f": "甲"}, "g": "1e3"}),
        ("origin: {url: https://example.org/1, id: 12345678901234567890}", {"url": "https://example.org/1", "id": "12345678901234567890"}),
    ],
)  # fmt: skip
def test_a_field_means_what_it_says(line: str, meant: object) -> None:
    assert value(line) == meant


@pytest.mark.parametrize("key", [key for key in MODEL.model_fields if key != "title"])
@pytest.mark.parametrize("nothing", ["", "~", "# 注"])
def test_a_key_without_a_value_is_as_good_as_none(key: str, nothing: str) -> None:
    assert fields(f"{key}: {nothing}") == fields("")


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("tags: 产业、工业，农业, 林业", named("产业", "工业", "农业", "林业")),
        ("tags: '、产业、、'", named("产业")),
        ("tags: ''", ()),
        ("tags: []", ()),
        ("tags: [产业、工业]", named("产业、工业")),
        ("tags: [' 产业 ', 2023]", named("产业", "2023")),
        ("tags: {name: 产业}", named("产业")),
        ("authors: 张三，李四", named("张三", "李四")),
        ("authors: [{name: 张三, role: 记者}, 李四]", (AssignedFields(name="张三", role="记者"), *named("李四"))),
        ("sources: 甘肃日报、新华社", named("甘肃日报", "新华社")),
        ("places: 甘肃省/兰州市，陕西省", named("甘肃省/兰州市", "陕西省")),
        ("places: [甘肃省／兰州市]", named("甘肃省／兰州市")),
        ("series: 春、夏，秋, 冬", named("春、夏，秋, 冬")),
        ("series: [春, 夏]", named("春", "夏")),
        ("series: {name: 春, part: 3}", (AssignedFields(name="春", part=3),)),
    ],
)
def test_terms_are_named_in_a_list_or_in_one_string(line: str, meant: tuple[AssignedFields, ...]) -> None:
    assert value(line) == meant


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("draft: falae", f"draft: 'falae' is neither true nor false\n  hint: {TRUE_OR_FALSE}"),
        ("convert: 否", f"convert: '否' is neither true nor false\n  hint: {TRUE_OR_FALSE}"),
        ("date: 明天", "date: '明天' is not a date\n  hint: write it as 2024-03-05"),
        ("expires: 2023-02-30", "expires: '2023-02-30' is not a date: day is out of range for month\n  hint: write it as 2024-03-05"),
        ("corrections: [{date: 昨天, text: 更正}]", "corrections.date: '昨天' is not a date\n  hint: write it as 2024-03-05"),
        ("script: zh", "script: 'zh' is none of 'zh-Hans', 'zh-Hant', 'zh-Hant-TW' or 'zh-Hant-HK'"),
        ("slug: ../春", f"slug: '../春' would leave the folder of its kind\n  hint: {LETTERS}"),
        ("slug: a/b", f"slug: 'a/b' would leave the folder of its kind\n  hint: {LETTERS}"),
        ("slug: a\\b", f"slug: 'a\\\\b' would leave the folder of its kind\n  hint: {LETTERS}"),
        ("slug: '..'", f"slug: '..' would leave the folder of its kind\n  hint: {LETTERS}"),
        ("slug: ''", f"slug: '' cannot be a part of an address\n  hint: {LETTERS}"),
        ("slug: .hidden", f"slug: '.hidden' cannot be a part of an address\n  hint: {LETTERS}"),
        ("slug: a b", f"slug: 'a b' cannot be a part of an address\n  hint: {LETTERS}"),
        ("slug: a?b", f"slug: 'a?b' cannot be a part of an address\n  hint: {LETTERS}"),
        ("slug: [a]", f"slug: \"['a']\" cannot be a part of an address\n  hint: {LETTERS}"),
        ("slug: " + "a" * 201, f"slug: '{'a' * 201}' cannot be a part of an address\n  hint: {LETTERS}"),
        ("cover: /etc/passwd", "cover.src: '/etc/passwd' is no file beside the article\n  hint: write its name, as in photo.jpg"),
        ("cover: https://example.org/a.jpg", "cover.src: 'https://example.org/a.jpg' is no file beside the article\n  hint: write its name, as in photo.jpg"),
        ("cover: a\\b.jpg", "cover.src: 'a\\\\b.jpg' is no file beside the article\n  hint: write its name, as in photo.jpg"),
        ("cover: ''", "cover.src: '' is no file beside the article\n  hint: write its name, as in photo.jpg"),
        ("cover: {alt: 甲}", "cover.src: is missing\n  hint: add a line `src: …`"),
        ("cover: {src: a.jpg, creidt: 甲}", "unknown key 'creidt'\n  hint: did you mean 'credit'?"),
        ("edition: 3", f"edition: {OWN_KEYS}"),
        ("extra: 甲", f"extra: {OWN_KEYS}"),
        ("corrections: 更正", "corrections: must be a list\n  hint: write [one, two]"),
        ("corrections: [{}]", "corrections.text: is missing\n  hint: add a line `text: …`"),
        ("series: {name: 春, part: 0}", "series.part: '0' is too small\n  hint: write 1 or more"),
        ("series: {part: 3}", "series.name: is missing\n  hint: add a line `name: …`"),
        ("series: {name: 春, prat: 3}", "unknown key 'prat'\n  hint: did you mean 'part'?"),
        ("tags: [[产业]]", f"tags: {OWN_KEYS}"),
        ("tags: ['', 产业]", "tags: there is an empty name\n  hint: take it out"),
        ("tags: ['　']", "tags: there is an empty name\n  hint: take it out"),
        ("places: 甘肃省//红古区", "places: '甘肃省//红古区' has an empty step\n  hint: write 甘肃省/兰州市/红古区"),
        ("places: [／甘肃省]", "places: '／甘肃省' has an empty step\n  hint: write 甘肃省/兰州市/红古区"),
        ("places: {name: 甘肃省/}", "places: '甘肃省/' has an empty step\n  hint: write 甘肃省/兰州市/红古区"),
        ("autor: 张三", "unknown key 'autor'\n  hint: did you mean 'authors'?"),
    ],
)  # fmt: skip
def test_a_wrong_field_is_told_with_its_rule(line: str, told: str) -> None:
    assert problems(line) == [f"a.md:2: {told}"]


@pytest.mark.parametrize("key", ["publishdate", "pubDate", "Lastmod", "expirydate"])
def test_a_synonym_that_is_misspelled_is_guessed_too(key: str) -> None:
    (told,) = problems(f"{key}: 2023")

    assert told.startswith(f"a.md:2: unknown key {key!r}\n  hint: did you mean ")


@pytest.mark.parametrize("title", ["''", "'   '", "'　　'"])
def test_an_empty_title_is_told_in_our_words(title: str) -> None:
    with pytest.raises(ExceptionGroup) as raised:
        validate(MODEL, read_yaml(f"title: {title}", file="a.md"), zone=ZONE)

    (told,) = map(str, leaves(raised.value))
    assert told.startswith("a.md:1: title: ")
    assert "String should" not in told


@pytest.mark.parametrize(
    "line", ['title: "a\\0b"', 'title: "\\e[31m"', 'tags: ["a\\x01"]', 'summary: "\\uFFFE"', 'extra: {a: "\\b"}']
)
def test_a_control_character_is_refused_however_it_is_written(line: str) -> None:
    header = line if line.startswith("title") else f"title: 春耕\n{line}"

    with pytest.raises((SitegenError, ExceptionGroup)):
        validate(MODEL, read_yaml(header, file="a.md"), zone=ZONE)


@pytest.mark.parametrize(
    ("alias", "told"),
    [
        ("old.html", "'old.html' is no address of this site\n  hint: begin it with one /; it counts from base_url"),
        ("//example.org/", "'//example.org/' is no address of this site\n  hint: begin it with one /; it counts from base_url"),
        ("%2F%2Fexample.org", "'//example.org' is no address of this site\n  hint: begin it with one /; it counts from base_url"),
        ("https://example.org/a", "'https://example.org/a' is no address of this site\n  hint: begin it with one /; it counts from base_url"),
        ("../a", "'../a' is no address of this site\n  hint: begin it with one /; it counts from base_url"),
        ("/a?b=c", "'/a?b=c' cannot be a file\n  hint: leave out what follows ? or #"),
        ("/a#b", "'/a#b' cannot be a file\n  hint: leave out what follows ? or #"),
        ("/a\\b", "'/a\\\\b' cannot be a file\n  hint: leave out what follows ? or #"),
        ("/a%00b", "'/a\\x00b' cannot be a file\n  hint: leave out what follows ? or #"),
        ("/a%0Ab", "'/a\\nb' cannot be a file\n  hint: leave out what follows ? or #"),
        ("/a/../../b", "'/a/../../b' would leave the site\n  hint: write it in full, without . and .."),
        ("/%2e%2e/b", "'/../b' would leave the site\n  hint: write it in full, without . and .."),
        ("/./b", "'/./b' would leave the site\n  hint: write it in full, without . and .."),
        ("/..", "'/..' would leave the site\n  hint: write it in full, without . and .."),
    ],
)  # fmt: skip
def test_an_alias_that_would_leave_the_site_is_refused(alias: str, told: str) -> None:
    assert problems(f"aliases: ['{alias}']") == [f"a.md:2: aliases: {told}"]


def test_an_alias_that_is_too_long_for_a_file_is_not_said_to_leave_the_site() -> None:
    (told,) = problems("aliases: /" + "a" * 201)

    assert "would leave the site" not in told


def test_every_wrong_alias_is_told() -> None:
    assert [each.partition(": aliases: ")[2].partition(" ")[0] for each in problems("aliases: [a, /b, c]")] == [
        "'a'",
        "'c'",
    ]


def test_a_page_knows_fewer_fields_than_an_article() -> None:
    hint = "known keys: aliases, convert, glossary, script, silence, slug, summary, title"

    assert problems("天气: 晴", PageFields) == [f"a.md:2: unknown key '天气'\n  hint: {hint}"]


def test_the_words_of_a_term_need_no_title() -> None:
    document = read_yaml("cover: a.jpg", file="a.md")

    assert validate(TermFields, document, zone=ZONE) == TermFields(cover=CoverFields(src="a.jpg"))


def test_the_taxonomies_of_a_site_are_fields_of_its_articles() -> None:
    model = article_fields((a_taxonomy("topics"),))

    assert set(model.model_fields) == {*ArticleFields.model_fields, "topics"}
    assert model is article_fields((a_taxonomy("topics"),))


def test_a_guess_is_never_another_name_for_what_the_site_does_not_have() -> None:
    with_tags, without = article_fields(tuple(TAXONOMIES)), article_fields(())

    assert "tag" in with_tags.also_known
    assert not {"tag", "keywords", "author"} & without.also_known
    assert {"lastmod", "excerpt"} <= without.also_known
