"""Glossaries as editors write them, and what they give the words of an article."""

from pathlib import Path

import pytest

from sitegen.documents import read_yaml
from sitegen.errors import FieldError, SitegenError, leaves
from sitegen.fields import validate
from sitegen.files import Found
from sitegen.loader.articles import read_article
from sitegen.loader.glossary import GlossaryFields, read_glossary
from sitegen.loader.settings import Reading
from sitegen.model import Article, Layer, Script, SiteGlossary, Word
from tests.builders import HANS, HANT, TAXONOMIES, ZONE

EVERYWHERE = (HANS, HANT)


def words(text: str) -> tuple[Word, ...]:
    return validate(GlossaryFields, read_yaml(text, file="g.yaml")).words(Layer.SITE)


def test_a_form_without_a_script_is_for_the_script_it_shows_or_for_all() -> None:
    assert words("乾县: 乾縣") == (Word("乾县", ((HANT, "乾縣"),), Layer.SITE),)
    assert words("軟體: 软件") == (Word("軟體", ((HANS, "软件"),), Layer.SITE),)
    assert words("万俟: 万俟") == (Word("万俟", ((HANS, "万俟"), (HANT, "万俟")), Layer.SITE),)
    assert words("车: 车") == (Word("车", ((HANS, "车"), (HANT, "车")), Layer.SITE),)


def test_forms_may_name_their_scripts_in_any_case() -> None:
    assert words("软件: {zh-hant: 軟體, zh-TW: 軟體, zh-Hant-HK: 軟件}") == (
        Word("软件", ((HANT, "軟體"), (Script.HANT_TW, "軟體"), (Script.HANT_HK, "軟件")), Layer.SITE),
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("万俟:", "g.yaml:1: 万俟: says nothing\n  hint: write what the word becomes, or take the line out"),
        ("甲: {zh-Hanz: 乙}", "g.yaml:1: 甲: 'zh-Hanz' is no script\n  hint: write one of zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK"),
        ("甲: <b>乙</b>", "g.yaml:1: 甲: '<b>乙</b>' is more than words\n  hint: write words without markup"),
        ("甲: -{乙}-", "g.yaml:1: 甲: '-{乙}-' is more than words\n  hint: write words without markup"),
        ("'a<b': 乙", "g.yaml:1: a<b: 'a<b' is more than words\n  hint: write words without markup"),
        ("甲: [乙]", "g.yaml:1: 甲: says nothing\n  hint: write what the word becomes, or take the line out"),
        ("topics: {a: b}", "g.yaml:1: topics: must be text\n  hint: write one value on one line"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_with_its_line(text: str, message: str) -> None:
    with pytest.raises(ExceptionGroup) as caught:
        words(text)

    assert [str(leaf) for leaf in leaves(caught.value)] == [message]


SITE = """
万俟: 万俟
软件: {zh-Hant: 軟體}
topics:
  戏曲:
    出: 齣
  水利:
    干: 幹
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content" / "articles").mkdir(parents=True)
    (tmp_path / "content" / "glossary.yaml").write_text(SITE, "utf-8")
    return tmp_path


def test_the_site_has_words_for_all_and_words_of_topics(site: Path) -> None:
    assert read_glossary(site) == SiteGlossary(
        words=(
            Word("万俟", ((HANS, "万俟"), (HANT, "万俟")), Layer.SITE),
            Word("软件", ((HANT, "軟體"),), Layer.SITE),
        ),
        topics={
            "戏曲": (Word("出", ((HANT, "齣"),), Layer.TOPIC),),
            "水利": (Word("干", ((HANT, "幹"),), Layer.TOPIC),),
        },
    )


def test_a_site_without_a_glossary_has_an_empty_one(tmp_path: Path) -> None:
    assert read_glossary(tmp_path) == SiteGlossary()


def test_every_problem_of_the_file_is_told_at_once(site: Path) -> None:
    (site / "content" / "glossary.yaml").write_text("甲:\ntopics:\n  戏曲: 出\n  水利: {出: }\n", "utf-8")

    with pytest.raises(ExceptionGroup) as caught:
        read_glossary(site)

    assert [str(leaf).split("\n")[0] for leaf in leaves(caught.value)] == [
        "content/glossary.yaml:1: 甲: says nothing",
        "content/glossary.yaml:3: topics.戏曲: must hold keys of its own",
        "content/glossary.yaml:4: topics.水利.出: says nothing",
    ]


def article(site: Path, text: str) -> Article:
    path = site / "content" / "articles" / "a.md"
    path.write_text(text, "utf-8")
    reading = Reading(site=site, zone=ZONE, language=HANS, taxonomies=tuple(TAXONOMIES), glossary=read_glossary(site))
    return read_article(Found(str(site / "content"), "articles/a.md", "articles/a.md"), reading, path.read_bytes())


def written(article: Article) -> list[tuple[str, Layer]]:
    return [(word.written, word.layer) for word in article.body.glossary]


def test_an_article_has_the_words_of_its_site_of_its_topics_and_its_own(site: Path) -> None:
    made = article(site, "---\ntitle: 软件\ntags: 戲曲\nglossary: {一: 壹}\n---\n万俟家唱一出戏，用软件。")

    assert written(made) == [("一", Layer.ARTICLE), ("出", Layer.TOPIC), ("万俟", Layer.SITE), ("软件", Layer.SITE)]
    assert [word.written for word in made.title.glossary] == ["软件"]


def test_a_topic_can_be_taken_by_name(site: Path) -> None:
    made = article(site, "---\ntitle: 甲\nglossary: {topics: 水利}\n---\n干渠出水。")

    assert written(made) == [("干", Layer.TOPIC)]


def test_an_unknown_topic_is_told_with_those_there_are(site: Path) -> None:
    with pytest.raises(FieldError) as caught:
        article(site, "---\ntitle: 甲\nglossary:\n  topics: [水力]\n---\n正文")

    assert str(caught.value) == (
        "content/articles/a.md:4: glossary.topics: there is no topic '水力'\n  hint: topics: 戏曲, 水利"
    )


def test_terms_have_the_words_of_the_site_only(site: Path) -> None:
    made = article(site, "---\ntitle: 甲\ntags: [软件, 甲]\nglossary: {甲: 乙}\n---\n正文")

    assert [[word.written for word in each.path[0].name.glossary] for each in made.assigned("tags")] == [["软件"], []]


@pytest.mark.parametrize(
    ("fields", "body", "message"),
    [
        ("title: 甲", "一\n\n二-{三", "a.md:6: this -{ is never closed\n  hint: write -{原样}-; for the signs themselves write \\-{"),
        ("title: 甲-{乙", "一", "a.md:2: title: this -{ is never closed\n  hint: write -{原样}-; for the signs themselves write \\-{"),
        ("title: 甲\ncover:\n  src: a.jpg\n  alt: -{zh-x:乙}-", "一", "a.md:5: cover: zh-x is no script\n  hint: write one of zh-hans, zh-hant, zh-hant-tw, zh-hant-hk"),
        ("title: {zh-Hanz: 甲}", "一", "a.md:2: title: 'zh-Hanz' is no script\n  hint: write one of zh-Hans, zh-Hant, zh-Hant-TW, zh-Hant-HK"),
        ("title: {zh-Hans: }", "一", "a.md:2: title: says nothing\n  hint: write it out, or leave the line out"),
        ("title: {zh-Hans: '甲}-'}", "一", "a.md:2: title: '甲}-' is more than words\n  hint: write plain words for each script"),
        ("title: 甲\ntags: ['-{乙}-']", "一", "a.md:3: tags: '-{乙}-' is not one name\n  hint: write one name here; content/tags/….md may give it a title for each script"),
    ],
)  # fmt: skip
def test_a_wrong_rule_is_told_with_its_line(fields: str, body: str, message: str, site: Path) -> None:
    with pytest.raises((ExceptionGroup, SitegenError)) as caught:
        article(site, f"---\n{fields}\n---\n{body}")

    assert [str(leaf) for leaf in leaves(caught.value)] == [f"content/articles/{message}"]


@pytest.mark.parametrize("body", ["`-{`", "```\n-{\n```", "<pre>-{</pre>", "甲\n\n    -{\n", r"\-{"])
def test_nothing_in_code_is_a_rule(body: str, site: Path) -> None:
    assert article(site, f"---\ntitle: 甲\n---\n{body}").title.value == "甲"


def test_a_title_for_each_script_is_one_rule(site: Path) -> None:
    made = article(site, "---\ntitle: {zh-Hans: 软件, zh-Hant: 軟體}\n---\n头发")

    assert made.title.value == "-{zh-hans:软件;zh-hant:軟體}-"
    assert made.script is HANS


def test_a_summary_is_never_cut_inside_a_rule(site: Path) -> None:
    made = article(
        site, "---\ntitle: 甲\n---\n" + "头" * 107 + "-{zh-hans:头发头发头发;zh-hant:頭髮頭髮頭髮}-尾尾尾尾尾"
    )

    assert made.summary.value == "头" * 107 + "-{zh-hans:头发头发头发;zh-hant:頭髮頭髮頭髮}-……"
    assert made.characters == 107 + 6 + 5


@pytest.mark.parametrize(
    ("fields", "body", "warned"),
    [
        ("title: 乡村", "这个乡村", None),
        ("title: 鄉村說話", "那個鄉村\n\n这个", "6: warning[script]: this is taken as zh-Hant, but 2 of 7 characters that show a script are of the other one, here for the first time"),
        ("title: 后面", "里面", "2: warning[script]: nothing shows whether this is Simplified or Traditional; it is taken as zh-Hans"),
        ("title: 水利", "水利", None),
        ("title: 后面\nscript: zh-Hans", "里面", None),
        ("title: 后面\nconvert: false", "里面", None),
    ],
)  # fmt: skip
def test_a_doubtful_script_is_a_warning_that_names_the_line(
    fields: str, body: str, warned: str | None, site: Path
) -> None:
    warnings = article(site, f"---\n{fields}\n---\n{body}").warnings

    assert [str(each).split("\n")[0] for each in warnings] == ([f"content/articles/a.md:{warned}"] if warned else [])
