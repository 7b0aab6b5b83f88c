"""The folder of a site → its Config, or every problem of its settings at once, each with its line."""

from pathlib import Path

from sitegen.config.file import NAME, text_of
from sitegen.config.site import Config
from sitegen.documents import read_yaml
from sitegen.fields import validate


def read_config(site: Path, **overrides: str) -> Config:
    """Read the settings of the site in a folder; raise every problem in them at once."""
    document = read_yaml(text_of(site), file=NAME)
    document.values.update(overrides)
    return validate(Config, document)
