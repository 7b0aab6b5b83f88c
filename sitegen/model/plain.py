"""Pages that are neither article nor list: prose, and the one that searches."""

from sitegen.model.article import Body, PlainPage
from sitegen.model.page import PageBase, Prose
from sitegen.model.sheet import Sheet, Targets
from sitegen.model.text import Text


class ProseSheet(Sheet, frozen=True, kw_only=True):
    """A page that is no article."""

    source: PlainPage
    body: Body
    targets: Targets


class ProsePage(PageBase, frozen=True, kw_only=True):
    """A page that is no article."""

    prose: Prose


class SearchSheet(Sheet, frozen=True, kw_only=True):
    """The page that searches in the browser; what it finds stands in the index."""

    title: Text
    taxonomies: tuple[tuple[str, Text], ...]


class SearchPage(PageBase, frozen=True, kw_only=True):
    """The page that searches in the browser; `taxonomies` are what hits may be narrowed to, by key and name."""

    taxonomies: tuple[tuple[str, Text], ...]
