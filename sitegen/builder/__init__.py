"""The whole build: the four steps joined, and what is known of the last build."""

from sitegen.builder.articles import Articles, articles_of, known_names
from sitegen.builder.build import build, verified
from sitegen.builder.options import Options
from sitegen.builder.report import Report
from sitegen.builder.track import Track, silently

__all__ = ["Articles", "Options", "Report", "Track", "articles_of", "build", "known_names", "silently", "verified"]
