"""Write what an editor begins with: a new site, a new article."""

from sitegen.starter.article import new_article
from sitegen.starter.site import new_site

__all__ = ["new_article", "new_site"]
