"""Whatever people bring becomes text."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError
from sitegen.importer.reading import files_to_read, read_raw
from sitegen.importer.reading.decoding import decode

HANS = "今年的雨水好，川里的麦子比往年早黄了五六天，家家户户都忙着磨镰。"
HANT = "今年的雨水好，川裡的麥子比往年早黃了五六天，家家戶戶都忙著磨鐮。"


@pytest.mark.parametrize(
    ("text", "codec", "encoding"),
    [
        (HANS, "utf-8", "utf-8"),
        (HANS, "utf-8-sig", "utf-8"),
        (HANS, "gbk", "gb18030"),
        (HANS, "gb18030", "gb18030"),
        (HANS, "utf-16", "utf-16"),
        (HANS, "utf-16-be", "utf-16-be"),
        (HANT, "utf-8", "utf-8"),
        (HANT, "gbk", "gb18030"),
        (HANT, "big5", "big5"),
        ("春耕，夏耘，秋收，冬藏。", "gbk", "gb18030"),
        ("春耕，夏耘，秋收，冬藏。", "big5", "big5"),
        ("plain ASCII\nwith numbers 123\n", "ascii", "utf-8"),
    ],
)
def test_a_text_is_read_in_the_encoding_it_is_in(text: str, codec: str, encoding: str) -> None:
    if codec == "utf-16-be":
        text, encoding = "\n".join(f"{n} {text}\r" for n in range(30)), "utf-16"

    found = decode(text.encode(codec))

    assert (found.text, found.encoding, found.lost) == (text, encoding, 0)


@settings(deadline=None)
@given(
    st.lists(st.sampled_from([*HANS]), min_size=30, max_size=200).map("".join),
    st.sampled_from(["gbk", "gb18030", "utf-8"]),
)
def test_simplified_of_some_length_comes_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


@settings(deadline=None)
@given(st.lists(st.sampled_from([*HANT]), min_size=30, max_size=200).map("".join), st.sampled_from(["big5", "utf-8"]))
def test_traditional_of_some_length_comes_back(text: str, codec: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_broken_byte_in_utf_8_is_counted_and_the_rest_is_read() -> None:
    data = (HANS * 3).encode() + b"\xff" + HANS.encode()

    raw = read_raw(data, "a.txt")

    assert (raw.encoding, raw.lost) == ("utf-8", 1)
    assert raw.text.startswith(HANS)


def test_text_comes_into_one_form() -> None:
    raw = read_raw(
        "\u3000\u3000春耕&nbsp;早&ldquo;好&rdquo;\r\n\r\n\r\n第二段\u200b \x00cafe\u0301\r第三段".encode(), "a.txt"
    )

    assert raw.text == "春耕 早“好”\n第二段 café\n第三段"


@pytest.mark.parametrize(
    ("data", "problem"),
    [
        (b"", "there is nothing in it"),
        (b" \n\t", "there is nothing in it"),
        ("\u200b\ufeff".encode(), "there are no words in it"),
        (b"\x89PNG\r\n", "this is no text"),
        (b"%PDF-1.7", "this is no text"),
        (b"<?xml version='1.0'?>\n<rss><channel/></rss>", "this is no text"),
        (b"---\r\ntitle: a\r\ntags: [b]\r\n---\r\nwords\r\n", "this has front matter already"),
        (b'+++\ntitle = "a"\n+++\nwords\n', "this has front matter already"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "this is an old Word document"),
        (b"PK\x03\x04 broken", "this is no Word document that can be read"),
    ],
)
def test_what_is_no_text_is_told(data: bytes, problem: str) -> None:
    with pytest.raises(ContentError) as caught:
        read_raw(data, "a.txt")

    assert str(caught.value.problem) == problem
    assert caught.value.hint


def word(*paragraphs: str, title: str = "") -> bytes:
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    table = document.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "亩数", "产量"
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_word_document_gives_its_paragraphs_and_tables_in_order() -> None:
    raw = read_raw(word("麦子黄了", HANS, title="麦子黄了的时候"), "a.docx")

    assert (raw.text, raw.encoding, raw.title) == (f"麦子黄了\n{HANS}\n亩数\t产量", "docx", "麦子黄了的时候")


@pytest.mark.parametrize("title", ["Word 文档", "Microsoft Word", ""])
def test_a_title_that_a_program_wrote_is_none(title: str) -> None:
    assert read_raw(word("麦子黄了", title=title), "a.docx").title == ""


def test_a_document_that_unpacks_to_too_much_is_refused() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * 60_000_000)

    with pytest.raises(ContentError, match="more than 50 MB"):
        read_raw(file.getvalue(), "a.docx")


def test_a_zip_that_is_no_document_is_told() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("a.txt", "x")

    with pytest.raises(ContentError, match="no Word document"):
        read_raw(file.getvalue(), "a.docx")


PAGE = f"""<!doctype html><html><head><meta charset="gb2312"><title>麦子黄了_示例农民网</title>
<link rel="canonical" href="https://example.org/2023/06/12/1.html"><style>p {{ color: red }}</style></head>
<body><nav><a href="/">首页</a> <a href="/a">新闻</a></nav><script>var a = "脚本";</script>
<article><h1>麦子黄了</h1><p>{HANS}</p><figure><img src="a.jpg"><figcaption>一片麦田</figcaption></figure><p>{HANS * 3}</p></article>
<footer>版权所有</footer></body></html>"""


@pytest.mark.parametrize("codec", ["gbk", "utf-8"])
def test_a_saved_page_gives_its_article_and_what_it_says_of_itself(codec: str) -> None:
    raw = read_raw(PAGE.encode(codec), "a.html")

    assert HANS in raw.text
    assert "脚本" not in raw.text
    assert "color" not in raw.text
    assert raw.title.startswith("麦子黄了")
    assert raw.address == "https://example.org/2023/06/12/1.html"
    assert raw.captions == ("一片麦田",)


def test_a_page_is_known_by_how_it_begins() -> None:
    assert HANS in read_raw(PAGE.encode("gbk"), "page-without-ending").text


def test_a_page_in_which_no_article_is_found_gives_all_that_is_seen() -> None:
    raw = read_raw("<html><body><p>短</p><script>x()</script><div>句</div></body></html>".encode(), "a.html")

    assert raw.text.replace("\n", "") == "短句"


def test_a_hostile_page_neither_hangs_nor_crashes() -> None:
    deep = "<html><body>" + "<div>" * 100_000 + HANS
    wide = f"<html><body><p title='{'a' * 1_000_000}'>{HANS}</p></body></html>"

    assert HANS in read_raw(deep.encode(), "a.html").text
    assert HANS in read_raw(wide.encode(), "a.html").text


def test_folders_are_walked_in_order_of_name(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.html", "a.docx", "c.jpg", ".hidden.txt", "d.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "out.txt").symlink_to("/etc/hostname")
    (tmp_path / "itself.txt").symlink_to("itself.txt")
    (tmp_path / "round").symlink_to(tmp_path)

    found = [path.relative_to(tmp_path).as_posix() for path in files_to_read([tmp_path])]

    assert found == ["a.docx", "b/1.html", "b/2.txt", "d.TXT"]
    assert list(files_to_read([tmp_path / "c.jpg"])) == [tmp_path / "c.jpg"]
