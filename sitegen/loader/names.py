"""What a front matter says of a taxonomy → its names, one for each, with what is said of it."""

from collections.abc import Callable
from unicodedata import normalize

from sitegen.chinese import has_rules
from sitegen.fields import wrong
from sitegen.loader.synonyms import SEPARATORS
from sitegen.messages import message
from sitegen.model import Taxonomy


def names_in(taxonomy: Taxonomy) -> Callable[[object], list[object]]:
    """Read a name, a list of names, or mappings with a name; the name of a series is taken whole."""

    def read(value: object) -> list[object]:
        if isinstance(value, str) and taxonomy.key != "series":
            value = [name for name in SEPARATORS.split(value) if name.strip()]
        items = value if isinstance(value, list) else [value]
        named = [{"name": item} if isinstance(item, str) else item for item in items]
        for item in named:
            _check_steps(item, taxonomy)
        return named

    return read


def _check_steps(item: object, taxonomy: Taxonomy) -> None:
    name = item.get("name") if isinstance(item, dict) else None
    if not isinstance(name, str):
        return
    if not name.strip():
        raise wrong(message("there is an empty name"), message("take it out"))
    if has_rules(name):
        hint = message("write one name here; content/{key}/….md may give it a title for each script", key=taxonomy.key)
        raise wrong(message("{name!r} is not one name", name=name), hint)
    if taxonomy.hierarchical and not all(map(str.strip, normalize("NFKC", name).split("/"))):
        raise wrong(message("{name!r} has an empty step", name=name), message("write 甘肃省/兰州市/红古区"))
