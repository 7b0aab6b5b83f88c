"""What stands beside an article for those who cite and keep it: a sheet in each form, and the file that it becomes."""

from msgspec import Struct

from sitegen.model.article import Article, Body, DatedNote, Edition
from sitegen.model.form import Beside
from sitegen.model.page import PageBase, Prose
from sitegen.model.script import Script
from sitegen.model.sheet import Sheet
from sitegen.model.text import RoughDate, Text


class BesideSheet(Sheet, frozen=True, kw_only=True):
    """An article in another form, as it was written; it stands once for all scripts. `body` where the text is in it.

    `publisher` is the site, `home` the route of the article's page.
    """

    form: Beside
    article: Article
    body: Body | None
    publisher: Text
    home: str


class Signed(Struct, frozen=True, kw_only=True):
    """A name below an article, and what somebody was."""

    name: Text
    role: Text | None = None


class BesidePage(PageBase, frozen=True, kw_only=True):
    """An article in another form; all words are as they were written. `language` is its script, `address` that of its page in that script.

    `authors` and `papers` leave out a site that signs for itself; `signed` is everybody.
    """

    form: Beside
    address: str
    language: Script
    publisher: Text
    subtitle: Text
    authors: tuple[Text, ...]
    papers: tuple[Text, ...]
    signed: tuple[Signed, ...]
    date: RoughDate | None
    updated: RoughDate | None
    edition: Edition | None
    series: tuple[Text, ...]
    keywords: tuple[Text, ...]
    corrections: tuple[DatedNote, ...]
    rights: Text | None
    prose: Prose | None
