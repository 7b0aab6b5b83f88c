"""What programs that follow the site are given: feeds, and the map of news."""

import re
from enum import StrEnum
from typing import Annotated

from pydantic import Field, field_validator

from sitegen.config.addresses import Hub
from sitegen.config.words import Words
from sitegen.fields import Settings, wrong
from sitegen.messages import message
from sitegen.model import FeedFacts

SINCE = 2026
"""The year from whose first day on a site is taken to have had its domain, where it does not say: entries of feeds are named by it."""


class FeedContent(StrEnum):
    """What feeds hold of an article."""

    FULL = "full"
    SUMMARY = "summary"


class FeedSettings(Settings):
    """What feeds hold of each article, that of the site and those of terms, and of how many at least."""

    content: FeedContent = FeedContent.FULL
    terms: FeedContent = FeedContent.SUMMARY
    entries: Annotated[int, Field(ge=1, le=50)] = 20
    hub: Hub = ""
    authority: str = ""

    @field_validator("authority")
    @classmethod
    def _name_and_date(cls, value: str) -> str:
        if value and not re.fullmatch(r"[\w.@-]+,\d{4}(-\d\d){0,2}", value, re.ASCII):
            raise wrong(
                message("{value!r} is no name and date", value=value),
                message("write a domain that was yours on a day: example.org,2024-01-01"),
            )
        return value

    def facts(self, host: str | None) -> FeedFacts:
        """What the planner may know; entries are named by the `host` of the site where nothing else is said."""
        return FeedFacts(
            whole=self.content is FeedContent.FULL,
            whole_of_terms=self.terms is FeedContent.FULL,
            entries=self.entries,
            authority=self.authority or f"{host},{SINCE}",
            hub=self.hub,
        )


class SitemapSettings(Settings):
    """Whether searches for news get a map of their own, and under which name of the publication."""

    news: bool = False
    publication: Words = ""
