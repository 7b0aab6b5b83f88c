"""The public names of a package → a look-up that fetches the module of each when somebody asks for it.

What a small build does not need is not imported: the dictionaries' and the templates' libraries take longer than its work.
"""

import sys
from collections.abc import Callable, Mapping
from importlib import import_module


def on_demand(package: str, homes: Mapping[str, str]) -> Callable[[str], object]:
    """Make the `__getattr__` of a package; `homes` says which names, parted by spaces, stand in which of its modules.

    >>> on_demand("sitegen", {"errors": "Place Warn"})("Place").__module__
    'sitegen.errors'
    """
    home_of = {name: home for home, names in homes.items() for name in names.split()}

    def fetched(name: str) -> object:
        if name not in home_of:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        value: object = getattr(import_module(f"{package}.{home_of[name]}"), name)
        setattr(sys.modules[package], name, value)
        return value

    return fetched
