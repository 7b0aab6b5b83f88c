"""The file that an import writes."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.documents import read_yaml
from sitegen.importer.article_file import article_file, scalar
from sitegen.importer.clipping import Clipping, Person
from sitegen.loader.frontmatter import split
from sitegen.messages import message

WORDS = (
    st.text(st.sampled_from("春耕：:-#'\"[]{}&*!|>%@`,，? 12年~<.a"), min_size=1, max_size=12)
    .map(str.strip)
    .filter(bool)
)


@settings(deadline=None)
@given(WORDS)
def test_every_word_reads_back_as_it_was(words: str) -> None:
    assert read_yaml(f"a: {scalar(words)}", file="x").values == {"a": words}
    assert read_yaml(f"a: [{scalar(words, in_flow=True)}, 乙]", file="x").values == {"a": [words, "乙"]}


def test_a_clipping_is_written_as_an_editor_would() -> None:
    clipping = Clipping(
        title="春耕：三件事",
        subtitle="访老把式",
        date="2023-06-12",
        series=("土与水",),
        places=("甘肃省/兰州市",),
        authors=(Person(name="张三", role="记者"), Person(name="李四")),
        sources=("示例日报",),
        summary="一句话。",
        paragraphs=("第一段。", "第二段。"),
        review=(message("write its path"), message("tags that may fit: {tags}", tags=["麦", "豆"])),
    )

    written = article_file(clipping, {"file": "a.txt", "changes": {"readings": 3}})

    assert written == (
        "---\ntitle: 春耕：三件事\nsubtitle: 访老把式\ndate: 2023-06-12\nseries: 土与水\nplaces: [甘肃省/兰州市]\n"
        "authors:\n  - {name: 张三, role: 记者}\n  - {name: 李四}\nsources: [示例日报]\nsummary: 一句话。\n"
        "review:\n  - write its path\n  - 'tags that may fit: 麦, 豆'\norigin:\n  file: a.txt\n  changes:\n    readings: 3\n---\n第一段。\n第二段。\n"
    )
    assert split(written, "a.txt").fields.values["authors"] == [{"name": "张三", "role": "记者"}, {"name": "李四"}]
