"""How old addresses lead on: what becomes of those of what is gone, and who is told of them."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from sitegen.fields import Settings
from sitegen.model import OldLinkFacts


class Removed(StrEnum):
    """What becomes of the address of something that is gone."""

    PAGE = "page"
    ERROR = "error"


class Server(StrEnum):
    """Web servers that can be given a map of old addresses."""

    NGINX = "nginx"
    APACHE = "apache"
    CADDY = "caddy"


class OldLinkSettings(Settings):
    """How old addresses lead on: what becomes of those of what is gone, how many lines `_redirects` may hold, maps for servers."""

    removed: Removed = Removed.PAGE
    most: Annotated[int, Field(ge=0)] = 2000
    maps: tuple[Server, ...] = ()

    @property
    def facts(self) -> OldLinkFacts:
        """What the planner may know."""
        maps = tuple(dict.fromkeys(each.value for each in self.maps))
        return OldLinkFacts(must_lead=self.removed is Removed.ERROR, most=self.most, maps=maps)
