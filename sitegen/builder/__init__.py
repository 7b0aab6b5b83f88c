"""The whole build: the four steps joined, and what is known of the last build."""

from sitegen.builder.build import build, verified
from sitegen.builder.options import Options
from sitegen.builder.report import Report
from sitegen.builder.track import Track, silently

__all__ = ["Options", "Report", "Track", "build", "silently", "verified"]
