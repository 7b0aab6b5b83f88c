"""The ways to sort articles, as a site names them → those that it has, above the ones that every site has by itself."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from sitegen.config.words import Own, Words
from sitegen.fields import Settings, wrong
from sitegen.messages import message
from sitegen.model import Taxonomy

WORDS = """
    aliases archive articles author byline categories category convert corrections cover date
    description draft edition excerpt expires expirydate extra feed glossary keywords lastmod media
    modified origin page pages place pubdate published publishdate redirect_from related review rights
    script search silence slug source static status subtitle summary tag title title_inferred updated withdrawn
"""
RESERVED = frozenset(WORDS.split())
"""Words that mean something else in a front matter, in an address or in a model."""


class Order(StrEnum):
    """How the list of a term begins."""

    NEWEST_FIRST = "newest-first"
    OLDEST_FIRST = "oldest-first"


class TaxonomySettings(Settings):
    """One way to sort articles. Its key stands in the front matter and in addresses."""

    name: Annotated[Words, Field(min_length=1)]
    paginate: Annotated[int, Field(ge=1)] = 50
    feed: bool = False
    order: Order = Order.NEWEST_FIRST
    hierarchical: bool = False

    def facts(self, key: str, own: Own) -> Taxonomy:
        """What the planner may know."""
        return Taxonomy(
            key=key,
            name=own(self.name),
            paginate=self.paginate,
            oldest_first=self.order is Order.OLDEST_FIRST,
            hierarchical=self.hierarchical,
            has_feeds=self.feed,
        )


def taxonomies_of_every_site() -> dict[str, TaxonomySettings]:
    """What a site has that names none."""
    make = TaxonomySettings
    return {
        "tags": make(name="标签", feed=True),
        "series": make(name="专题", order=Order.OLDEST_FIRST, feed=True),
        "places": make(name="地区", hierarchical=True),
        "authors": make(name="作者"),
        "sources": make(name="来源"),
    }


def _above_the_defaults(value: object) -> object:
    """Let a site name only what it changes: `tags: {paginate: 20}` keeps its name."""
    if not isinstance(value, dict):
        return value
    defaults = taxonomies_of_every_site()
    return {key: _merged(defaults.get(key), given) for key, given in value.items()}


def _merged(default: TaxonomySettings | None, given: object) -> object:
    if default is None or not isinstance(given, dict | None):
        return given
    return {**default.model_dump(), **(given or {})}


def _plain_keys(value: dict[str, TaxonomySettings]) -> dict[str, TaxonomySettings]:
    for key in value:
        if not re.fullmatch(r"[a-z][a-z0-9_]*", key) or key in RESERVED or hasattr(Settings, key):
            raise wrong(
                message("{key!r} cannot be a taxonomy", key=key),
                message("use small Latin letters, no word of sitegen's own"),
            )
    return value


Taxonomies = Annotated[dict[str, TaxonomySettings], BeforeValidator(_above_the_defaults), AfterValidator(_plain_keys)]
"""The settings of each way to sort articles by its key."""
