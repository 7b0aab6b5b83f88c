"""What the settings and the glossary of a site come to for a build, as plain values that the record can keep."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from msgspec import Struct

from sitegen.chinese import Orthography
from sitegen.errors import Warn
from sitegen.model import Glossary, SiteFacts, SiteGlossary
from sitegen.packing import Form


class Decided(Struct, frozen=True, kw_only=True):
    """What the owner of a site decided: all that a build takes from site.yaml and content/glossary.yaml.

    `facts` is what the planner may know, the words of the glossary among them, `topics` holds those of its topics, `zone` the name of the
    time zone. `font` is a path from the folder of the site, whether or not it `has_cards` to draw in it. A build that `swaps` publishes a
    release beside the output. `made_from` tells apart what all of this was read from; nothing where that cannot be told.
    """

    facts: SiteFacts
    topics: Mapping[str, Glossary]
    zone: str
    orthography: Orthography
    is_sanitised: bool
    has_cards: bool
    font: str
    swaps: bool
    compress: tuple[Form, ...]
    silence: tuple[str, ...]
    warnings: tuple[Warn, ...]
    made_from: bytes = b""

    @property
    def timezone(self) -> ZoneInfo:
        """The time zone of the site."""
        return ZoneInfo(self.zone)

    @property
    def glossary(self) -> SiteGlossary:
        """What the glossary says of words, in all articles and in those of topics."""
        return SiteGlossary(words=self.facts.glossary, topics=self.topics)
