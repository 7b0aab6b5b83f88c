import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.errors import ContentError
from sitegen.loader.text import clean, read_text

BOM = b"\xef\xbb\xbf"


def told(data: bytes) -> str:
    with pytest.raises(ContentError) as raised:
        clean(data, "content/a.md")
    return str(raised.value)


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        (BOM, ""),
        (BOM + "春\n".encode(), "春\n"),
        (b"a\r\nb\r\n", "a\nb\n"),
        (b"a\rb\r", "a\nb\n"),
        (b"a\r\r\nb\n\rc", "a\n\nb\n\nc"),
        ("a\u0085b\u2028c\u2029d".encode(), "a\nb\nc\nd"),
        (b"a\tb", "a\tb"),
        ("　　春耕。".encode(), "　　春耕。"),
        ("Cafe\u0301".encode(), "Café"),
        ("か\u3099".encode(), "が"),
        ("🌾\U00020bb7".encode(), "🌾\U00020bb7"),
    ],
)
def test_text_is_put_into_its_canonical_form(data: bytes, text: str) -> None:
    assert clean(data, "content/a.md") == text


@pytest.mark.parametrize(
    ("data", "line"),
    [
        ("---\ntitle: 春耕\n".encode("gbk"), 2),
        ("春耕".encode("big5"), 1),
        ("春耕".encode("utf-16"), 1),
        (b"---\n\xff", 2),
        (b"a\nb\nc\xc3", 3),
        (b"\xed\xa0\x80", 1),
        (b"\xc0\x80", 1),
        (BOM + b"---\n\xff", 2),
        (b"---\r\n\xff", 2),
        (b"---\r\xff", 2),
    ],
)
def test_bytes_that_are_not_utf_8_are_told_with_their_line(data: bytes, line: int) -> None:
    assert told(data) == (
        f"content/a.md:{line}: this is not UTF-8\n  hint: save it as UTF-8, or bring it in with `sitegen import`"
    )


@pytest.mark.parametrize(
    ("text", "line", "code"),
    [
        ("\x00", 1, "0000"),
        ("春\n\x0c", 2, "000C"),
        ("春\r\n夏\r\n秋\x0b", 3, "000B"),
        ("\x1b[31m", 1, "001B"),
        ("a\x7f", 1, "007F"),
        ("a\u0080", 1, "0080"),
        ("a\u0086", 1, "0086"),
        ("a\u009f", 1, "009F"),
        ("a\n\n\ufffe", 3, "FFFE"),
        ("\uffff", 1, "FFFF"),
    ],
)
def test_a_control_character_is_told_with_its_line(text: str, line: int, code: str) -> None:
    assert told(text.encode()) == f"content/a.md:{line}: there is a control character (U+{code})\n  hint: delete it"


def test_a_file_is_read_from_the_disk(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes(BOM + b"a\r\nb")

    assert read_text(tmp_path / "a.md", "content/a.md") == "a\nb"


def test_a_file_that_is_not_there_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        read_text(tmp_path / "a.md", "content/a.md")

    assert str(raised.value) == "content/a.md: cannot be read: No such file or directory"


def test_a_folder_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(ContentError) as raised:
        read_text(tmp_path, "content/a.md")

    assert str(raised.value) == "content/a.md: cannot be read: Is a directory"


@given(st.binary() | st.text(st.characters(exclude_categories=["Cs"])).map(str.encode))
@settings(max_examples=150, deadline=None)
def test_any_bytes_become_clean_text_or_a_content_error(data: bytes) -> None:
    try:
        text = clean(data, "a.md")
    except ContentError:
        text = ""

    assert "\r" not in text
    assert text == unicodedata.normalize("NFC", text)
    assert clean(text.encode(), "a.md") == text.removeprefix("\ufeff")
