import struct
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from sitegen.model import CardWords, Script
from sitegen.pictures.cards import INK, RED, draw_card
from sitegen.pictures.cmap import characters_in, faces_in
from sitegen.pictures.faces import MISSING, Fonts, drawable
from sitegen.pictures.fonts import fonts_for

SCRIPTS = [Script.HANS, Script.HANT, Script.HANT_HK]


def fonts(script: Script = Script.HANS) -> Fonts:
    found = fonts_for(script)
    if found is None:
        pytest.skip("no font for Chinese is here")
    return found


def card(**words: str) -> bytes:
    return draw_card(CardWords(**{"name": "陇上", "series": "", "headline": "雨", "note": "", **words}), fonts())


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data))


def red_pixels(data: bytes) -> int:
    counts: dict[object, int] = {
        colour: count for count, colour in opened(data).convert("RGB").getcolors(1 << 20) or []
    }
    return counts.get(RED, 0)


@pytest.mark.parametrize(
    "headline", ["雨", "春分前后看墒情", "红古区打造百亿级产业链：产值突破10.73亿元" * 6, "A" * 300, "😀"]
)
def test_a_card_is_a_small_picture_of_the_size_that_others_show_whole(headline: str) -> None:
    data = card(headline=headline, series="果园四季", note="2024年3月5日　本站")

    picture = opened(data)
    assert (picture.format, picture.size, picture.mode) == ("PNG", (1200, 630), "P")
    assert len(data) < 60_000
    colours = {colour for _, colour in picture.convert("RGB").getcolors(1 << 20) or []}
    assert {INK, RED} <= colours


def test_the_same_words_make_the_same_bytes_and_others_make_others() -> None:
    assert card(headline="春") == card(headline="春")
    assert len({card(headline=each) for each in ("春", "夏", "秋")}) == 3


def test_a_series_stands_in_red() -> None:
    assert red_pixels(card(series="果园四季")) > red_pixels(card())


def test_no_word_touches_the_edge() -> None:
    picture = opened(card(name="名" * 60, series="题" * 60, headline="长" * 200, note="注" * 90)).convert("L")

    box = picture.point([255 if value < 128 else 0 for value in range(256)]).getbbox()
    assert box is not None
    assert box[0] >= 60
    assert box[2] <= 1140


@pytest.mark.parametrize("script", SCRIPTS)
def test_a_face_is_drawn_for_the_script_it_is_asked_for(script: Script) -> None:
    first = fonts(script).headlines[0]

    assert {ord(sign) for sign in "发發，。"} <= first.characters


def test_what_no_font_can_draw_stands_as_printers_mark_it() -> None:
    drawn = [sign for sign, _ in drawable("春\ue000\U0010fffd", fonts().headlines)]

    assert drawn == ["春", MISSING, MISSING]


def test_the_font_of_the_site_stands_before_those_of_the_machine(tmp_path: Path) -> None:
    first = fonts().headlines[0]
    own = tmp_path / "own.ttc"
    own.write_bytes(Path(first.file).read_bytes())

    found = fonts_for(Script.HANS, own)

    assert found
    assert found.headlines[0].file == str(own)


@pytest.mark.parametrize(
    "content", [b"", b"no font", b"OTTO\0\1" + b"\0" * 90, b"ttcf\0\1\0\0\0\0\0\x05" + b"\xff" * 40]
)
def test_what_is_no_font_is_passed_over(content: bytes, tmp_path: Path) -> None:
    own = tmp_path / "own.otf"
    own.write_bytes(content)

    assert fonts_for(Script.HANS, own) == fonts_for(Script.HANS)


def font_with(subtable: bytes) -> bytes:
    """As much of a font as says what it can draw."""
    cmap = struct.pack(">HHHHI", 0, 1, 3, 10, 12) + subtable
    return b"\0\1\0\0" + struct.pack(">HHHH", 1, 0, 0, 0) + b"cmap" + struct.pack(">III", 0, 28, len(cmap)) + cmap


def test_characters_are_read_of_both_forms_of_their_table() -> None:
    groups = struct.pack(">HHIII", 12, 0, 28, 0, 2) + struct.pack(">6I", 0x4E00, 0x4E02, 1, 0x20000, 0x20000, 4)
    segments = struct.pack(">7H", 4, 32, 0, 4, 0, 0, 0) + struct.pack(">2HH2H", 0x4E02, 0xFFFF, 0, 0x4E00, 0xFFFF)

    assert faces_in(font_with(groups)) == 1
    assert characters_in(font_with(groups), 0) == {0x4E00, 0x4E01, 0x4E02, 0x20000}
    assert characters_in(font_with(segments), 0) == {0x4E00, 0x4E01, 0x4E02}
    assert characters_in(font_with(b""), 0) == frozenset()
