"""A page → the text of its file, by its template: Jinja2, as this program wants it."""

from collections.abc import Sequence
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader

from sitegen.chinese import Conversion
from sitegen.renderer.templates.assets import NO_ASSETS, Assets, asset_filter
from sitegen.renderer.templates.bytecode import Bytecode
from sitegen.renderer.templates.faults import FAULTS, Missing, fault_of
from sitegen.renderer.templates.filters import filters_of, tests_of
from sitegen.renderer.templates.own_words import OwnWords
from sitegen.renderer.templates.quick import QuickTemplate, quick_attribute


class Templates:
    """The templates of the site before those of sitegen, for the pages of one script.

    Where `program` tells this program from any other, what was compiled is kept for its next start.
    """

    def __init__(
        self, folders: Sequence[Path], conversion: Conversion, program: str = "", assets: Assets = NO_ASSETS
    ) -> None:
        self._environment = environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
            autoescape=True,
            undefined=Missing,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
            extensions=[OwnWords],
            bytecode_cache=Bytecode(f"{program} {conversion!r}") if program else None,
            auto_reload=False,  # a renderer lives no longer than its templates
            cache_size=-1,  # all of them, in a plain dict: each page asks for several
        )
        environment.extend(conversion=conversion)
        environment.template_class = QuickTemplate
        environment.getattr = quick_attribute(environment.getattr)  # type: ignore[method-assign,assignment]  # as Jinja2 has it
        environment.filters.pop("random")  # the same page gives the same bytes
        environment.globals.pop("lipsum")  # the same
        environment.filters |= {**filters_of(conversion.target), "asset": asset_filter(assets)}
        environment.tests |= tests_of(conversion.target)

    def render(self, name: str, **context: object) -> str:
        """Fill a template; a fault in it is told with the template's name and line."""
        try:
            return self._environment.get_template(name).render(**context)
        except FAULTS as error:
            raise fault_of(error, name) from error
