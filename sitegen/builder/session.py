"""What every step of one build has at hand."""

from dataclasses import dataclass
from pathlib import Path

from sitegen.builder.assets import Asset
from sitegen.builder.decided import Decided
from sitegen.builder.inputs import Inputs
from sitegen.builder.known import output_key
from sitegen.builder.options import Options
from sitegen.builder.track import Track
from sitegen.cache import Entries, Fingerprints, Lines, Record
from sitegen.workers import Workers


@dataclass(frozen=True, slots=True)
class Session:
    """What every step of one build has at hand."""

    inputs: Inputs
    record: Record
    output: Path
    options: Options
    config: Decided
    workers: Workers
    track: Track
    fingerprints: Fingerprints
    assets: tuple[Asset, ...]
    entries: Entries
    lines: Lines | None = None

    @property
    def key(self) -> str:
        """The name of the output folder in the record."""
        return output_key(self.output, self.inputs.site)

    @property
    def named_assets(self) -> tuple[tuple[str, str], ...]:
        """The name of each asset, and the path that its content gives it."""
        return tuple((each.name, each.path) for each in self.assets)
