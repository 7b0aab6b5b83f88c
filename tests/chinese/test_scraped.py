"""What else scraped text suffers from: half-width signs, other machines' readings, Traditional made by machine."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.chinese import convert
from sitegen.chinese.annotations import without_annotations
from sitegen.chinese.machine import machine_made
from sitegen.chinese.punctuation import widened
from sitegen.model import Script


@pytest.mark.parametrize(
    ("text", "wide"),
    [
        ("春耕,夏耘;秋收:冬藏!好?", "春耕，夏耘；秋收：冬藏！好？"),
        ("种植(一年两熟)好", "种植（一年两熟）好"),
        ("“好”,他说", "“好”，他说"),
        ("项目4个,29个已开工", "项目4个，29个已开工"),
        ("增长110.39%,今年", "增长110.39%，今年"),
        ("3,000斤,10:30分", "3,000斤，10:30分"),
        ("(CPU)和GUI(hash)", "(CPU)和GUI(hash)"),
        ("((发))", "（（发））"),
        ("See here, friend: ok!", "See here, friend: ok!"),
        ("见https://example.org/a,b?c:1,头发", "见https://example.org/a,b?c:1,头发"),
        ("好,\n下一行", "好，\n下一行"),
    ],
)
def test_signs_between_han_become_wide(text: str, wide: str) -> None:
    assert widened(text)[0] == wide


@given(st.text(st.sampled_from("头发,:;!?()0a .\n"), max_size=40))
def test_nothing_but_signs_changes_and_a_second_time_nothing(text: str) -> None:
    wide, count = widened(text)

    assert len(wide) == len(text)
    assert sum(old != new for old, new in zip(text, wide, strict=True)) == count
    assert widened(wide) == (wide, 0)


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("田(tian)(tian)(tian)里", "田里"),
        ("平均(jun1 )产量", "平均产量"),
        ("平均(jun1)产量", "平均产量"),
        ("扶贫(pín )项目", "扶贫项目"),
        ("亳(bó)州、歙(Shè)县", "亳(bó)州、歙(Shè)县"),
        ("映射(map)、界面(GUI)、第(2)条", "映射(map)、界面(GUI)、第(2)条"),
        ("田(abc)(abc)", "田(abc)(abc)"),
        ("田(map )", "田(map )"),
    ],
)
def test_readings_of_other_machines_go_and_an_editors_stay(text: str, clean: str) -> None:
    assert without_annotations(text)[0] == clean


@pytest.mark.parametrize("text", ["干部實干", "曬干的頭發", "村里的干部"])
def test_a_machine_leaves_what_only_its_word_could_tell(text: str) -> None:
    assert machine_made(text)


@pytest.mark.parametrize("text", ["幹部實幹，曬乾頭髮，村裡的皇后", "台灣的臺北，一里路", "水利", ""])
def test_people_write_the_word(text: str) -> None:
    assert machine_made(text) == []


def test_what_our_own_engine_makes_passes_for_peoples() -> None:
    text = "干部实干，晒干面条，头发后面，村里的皇后，一只羊只有三斤，复习和复杂"

    assert machine_made(convert(text, Script.HANS, Script.HANT)) == []
