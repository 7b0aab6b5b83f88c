"""What a mirror did to a page is undone exactly, or marked; honest texts stay as they are."""

import random
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

import pytest
from hypothesis import event, given, settings
from hypothesis import strategies as st

from sitegen.chinese.dictionaries import read_candidates
from sitegen.chinese.mirror import annotated
from sitegen.chinese.readings import READING, converted_characters, readings_of, toneless
from sitegen.chinese.repair import Repair, is_annotated, repair
from sitegen.chinese.streams import LOST

ARTICLES = Path(__file__).parents[2] / "content" / "articles"


@cache
def lines() -> list[str]:
    """Lines of the example's articles as the mirror had them: Traditional character by character."""
    table = {ord(key): forms[0] for key, forms in read_candidates("STCharacters.txt").items() if key not in forms}
    bodies = [path.read_text("utf-8").split("---\n", 2)[2] for path in sorted(ARTICLES.rglob("*.md"))]
    found = [line.translate(table) for body in bodies for line in body.split("\n") if 20 < len(line) < 200]
    return [line for line in found if _is_gbk(line) and "?" not in line and "(" not in line]


def _is_gbk(line: str) -> bool:
    try:
        return "?" not in line.encode("gbk").decode("gbk")
    except UnicodeEncodeError:
        return False


@st.composite
def pages(draw: st.DrawFn) -> tuple[str, dict[str, str]]:
    """A page, and the list of a mirror: characters of the page and others, with one of their readings."""
    rng = random.Random(draw(st.integers(0, 2**32)))
    page = "\n".join(rng.sample(lines(), draw(st.integers(1, 6))))
    here = [character for character in dict.fromkeys(page) if character in converted_characters()]
    share = draw(st.sampled_from([0.3, 0.5, 1.0]))
    chosen = [character for character in here if rng.random() < share]
    others = rng.sample(sorted(converted_characters()), draw(st.integers(0, 1500)))
    return page, {character: min(toned) for character in {*chosen, *others} if (toned := _toned(character))}


def _toned(character: str) -> list[str]:
    """Its readings as mirrors write them, always with a tone."""
    return [reading for reading in readings_of(character) if re.fullmatch(READING, reading)]


def brute_force(line: str) -> Iterator[str]:
    """Every line that the mirror could have made this one of, for whatever list, by trying every byte there is."""
    notes = list(re.finditer(rf"([?(])({READING})\)", line))
    broken = [note for note in notes if note[1] == "?"]
    for trails in product(range(0x40, 0xFF), repeat=len(broken)):
        stream, readings, at, rest = b"", {}, 0, iter(trails)
        for note in notes:
            stream += line[at : note.start()].encode("gbk")
            stream += bytes([next(rest)]) if note[1] == "?" else b""
            character = stream[-2:].decode("gbk", "replace")
            if character in converted_characters() and note[2] in readings_of(character):
                readings[character] = note[2]
            elif note[1] == "(":
                stream += note[0].encode("gbk")
            at = note.end()
        try:
            text = (stream + line[at:].encode("gbk")).decode("gbk")
        except UnicodeDecodeError:
            continue
        if annotated(text, readings) == line:
            yield text


@settings(deadline=None, max_examples=60)
@given(pages())
def test_damage_of_one_origin_is_mended_exactly_and_all_other_is_marked(page: tuple[str, dict[str, str]]) -> None:
    text, readings = page
    damaged = annotated(text, readings)
    mended = repair(damaged)
    if not is_annotated(damaged):
        assert mended.text == damaged
        return

    marked = {*mended.lost, *mended.doubtful}
    for at, (before, line, after) in enumerate(
        zip(text.split("\n"), damaged.split("\n"), mended.text.split("\n"), strict=True)
    ):
        if len(re.findall(rf"\?{READING}\)", line)) > 1:
            assert after == before or at in marked
            continue
        found = set(brute_force(line))
        event(f"origins of a line: {min(len(found), 2)}")
        if found == {before}:
            assert (after, at in marked) == (before, False)
        else:
            assert after == before or at in marked


@pytest.mark.parametrize(
    ("damaged", "text"),
    [
        ("農(nóng)業(yè)和農(nóng)村", "農業和農村"),
        ("進(jìn)農(nóng)業(yè)", "進農業"),
        ("日?qǐng)?bào)記者", "日報記者"),
        ("他們?cè)噲D", "他們試圖"),
        ("回?fù)芡夂粝到y(tǒng)", "回撥外呼系統"),
        ("(楊特團(tuán) 黃(huáng)主新)，縣(xiàn)裡", "(楊特團 黃主新)，縣裡"),
        ("縣(xiàn)(市、區(qū))和農(nóng)村", "縣(市、區)和農村"),
        ("農(nóng)業(yè)，我們對(du", "農業，我們對"),
        ("農(nóng)業(yè),,村裡,。", "農業,村裡。"),
        ("農(nóng)業(yè)☂發(fā)展", "農業☂發展"),
    ],
)
def test_the_damage_that_was_found_is_mended(damaged: str, text: str) -> None:
    mended = repair(f"農(nóng)業(yè)發(fā)展\n{damaged}")

    assert (mended.text, mended.doubtful, mended.lost) == (f"農業發展\n{text}", (), ())


@pytest.mark.parametrize(
    "text",
    [
        "(草案)、(CPU)、(一)、(单位:元)、映射(map)、界面(GUI)、散列(hash)",
        "亳(bó)州、歙(Shè)县、台(tāi)州",
        "鄠(hù)邑區，盩(zhōu)厔(zhì)縣",
        "春(chūn)天(tiān)來(lái)了(le)，農(nóng)民(mín)下(xià)田(tián)",
        "怎么会这样?(笑)",
        "為什麼?qǐng 請(qǐng)問",
        "",
    ],
)
def test_honest_texts_stay_byte_for_byte(text: str) -> None:
    assert repair(text) == Repair(text)


@pytest.mark.parametrize(
    ("damaged", "text", "doubtful"),
    [
        ("規?；N植", "規模化種植", ()),
        ("抓好整改?，F(xiàn)將情況公布", "抓好整改。現將情況公布", (1,)),
        ("乙?；N甲", "乙□□□甲", (1,)),
        ("甲?，G(xiàn)乙", "甲□(xiàn)乙", (1,)),
    ],
)
def test_a_shift_around_punctuation_is_mended_where_words_leave_one_reading(
    damaged: str, text: str, doubtful: tuple[int, ...]
) -> None:
    mended = repair(f"農(nóng)業(yè)發(fā)展\n{damaged}")

    assert (mended.text, mended.doubtful) == (f"農業發展\n{text}", doubtful)


def test_what_is_lost_is_marked_and_never_guessed() -> None:
    text = "農業發展，他們用力0.55元，農業發展"
    readings = {"農": "nóng", "業": "yè", "發": "fā", "冊": "cè"}
    damaged = annotated(text.replace("們用", "們試"), readings)
    broken = damaged.replace("0.55", "?.55")

    mended = repair(broken)

    assert LOST in mended.text or mended.doubtful
    assert "農業發展" in mended.text


def test_a_lost_pair_in_a_shifted_run_is_two_signs() -> None:
    mended = repair("他們?cè)?.55，農(nóng)業(yè)發(fā)展")

    assert LOST in mended.text
    assert mended.lost == (0,)


def test_a_line_that_fits_no_origin_is_doubtful() -> None:
    mended = repair("農(nóng)業，農(nóng)業(yè)發(fā)展")

    assert mended.text == "農業，農業發展"
    assert mended.doubtful == (0,)


def test_toneless_readings() -> None:
    assert [toneless(reading) for reading in ("nóng", "lǜ", "ḿ", "ê̄")] == ["nong", "lü", "m", "ê"]
