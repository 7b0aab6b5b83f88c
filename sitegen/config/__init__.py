"""site.yaml → one frozen Config, each subject of the settings in a file of its own."""

from sitegen.config.content import RawHtml
from sitegen.config.file import NAME
from sitegen.config.old_links import Server
from sitegen.config.publishing import Publishing
from sitegen.config.reading import read_config
from sitegen.config.site import Config
from sitegen.config.taxonomies import Order, TaxonomySettings

__all__ = ["NAME", "Config", "Order", "Publishing", "RawHtml", "Server", "TaxonomySettings", "read_config"]
