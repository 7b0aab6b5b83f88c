"""What reading a file depends on besides the file."""

from dataclasses import dataclass
from pathlib import Path
from zoneinfo import ZoneInfo

from sitegen.model import Script, SiteGlossary, Taxonomy

NO_GLOSSARY = SiteGlossary()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """The folder of the site, its time zone, its language where a script is in doubt, its taxonomies and glossary."""

    site: Path
    zone: ZoneInfo
    language: Script
    taxonomies: tuple[Taxonomy, ...]
    glossary: SiteGlossary = NO_GLOSSARY

    @property
    def content(self) -> Path:
        """The folder that editors write into."""
        return self.site / "content"

    @property
    def depends(self) -> tuple[object, ...]:
        """All but the folder, as plain values: what is read of a file differs where they do."""
        return self.zone.key, self.language, self.taxonomies, self.glossary
