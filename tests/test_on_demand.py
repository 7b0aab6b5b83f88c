"""A package hands out its names when they are asked for."""

import pkgutil
from importlib import import_module

import pytest

from sitegen.on_demand import on_demand

PACKAGES = ("sitegen.chinese", "sitegen.dataset", "sitegen.loader", "sitegen.renderer", "sitegen.search")


@pytest.mark.parametrize("name", PACKAGES)
def test_every_name_is_there_and_none_hides_a_module(name: str) -> None:
    package = import_module(name)
    modules = {each.name for each in pkgutil.iter_modules(package.__path__)}

    assert all(hasattr(package, each) for each in package.__all__)
    assert not modules & {*package.__all__}


def test_a_name_that_nobody_gave_is_an_error_like_any_other() -> None:
    with pytest.raises(AttributeError, match="module 'sitegen' has no attribute 'nothing'"):
        on_demand("sitegen", {"errors": "Place"})("nothing")
