"""What a build is asked for, besides what the site says itself."""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.model import Visibility


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How to build. `clock` stands for the time; without a zone it is the site's. `jobs` None: as many as cores.

    `clean` trusts nothing that is known from earlier builds; `in_place` makes no release, whatever the settings say. With `record` what
    is published is noted among the addresses of the site: never where readers would not see all that is shown.
    """

    base_url: str | None = None
    clock: datetime | None = None
    drafts: bool = False
    future: bool = False
    expired: bool = False
    strict: bool = False
    dry_run: bool = False
    clean: bool = False
    in_place: bool = False
    record: bool = False
    jobs: int | None = None
    scheduler: str | None = None

    @property
    def shown(self) -> list[object]:
        """What of it pages can show."""
        return [self.base_url, self.clock and self.clock.isoformat(), self.drafts, self.future, self.expired]

    @property
    def is_noted(self) -> bool:
        """Whether the addresses that are published are noted."""
        return self.record and not (self.dry_run or self.drafts or self.future or self.expired)

    def visibility(self, zone: ZoneInfo) -> Visibility:
        """Which articles to show, at the time of the clock, in the zone of the site."""
        clock = self.clock or datetime.now(zone)
        now = clock.replace(tzinfo=clock.tzinfo or zone).astimezone(zone)
        return Visibility(now=now, drafts=self.drafts, future=self.future, expired=self.expired)
