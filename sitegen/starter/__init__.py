"""Write what an editor begins with: a new site, a new article."""

from sitegen.starter.article import new_article
from sitegen.starter.schema import article_schema, as_json, site_schema
from sitegen.starter.site import new_site

__all__ = ["article_schema", "as_json", "new_article", "new_site", "site_schema"]
