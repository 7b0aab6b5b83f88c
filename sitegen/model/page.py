"""What a visitor will see: what every page has, by value, whatever its kind."""

from msgspec import Struct

from sitegen.model.article import Body, Markup
from sitegen.model.script import Glossary, Script
from sitegen.model.text import Text


class Link(Struct, frozen=True, kw_only=True):
    """Words that lead somewhere; `url` is ready for an href."""

    text: Text
    url: str


class Alternate(Struct, frozen=True, kw_only=True):
    """The same page in a script of the site, itself included; `label` names the script in itself."""

    script: Script
    label: Text
    url: str
    absolute: str


class Image(Struct, frozen=True, kw_only=True):
    """A picture as a browser asks for it: pixels, smaller files in WebP by width, a tone until it is there.

    Without `src` the picture is lost.
    """

    src: str = ""
    width: int = 0
    height: int = 0
    tone: str = ""
    srcset: str = ""


class Figure(Image, frozen=True, kw_only=True):
    """A picture with its words, which stand in its place where it is lost."""

    alt: Text
    caption: Text
    credit: Text


class Prose(Struct, frozen=True, kw_only=True):
    """A body to be rendered: where it stands, the script it is in, where its links lead.

    `is_converted` says that the page shows it in another script, with the words of `glossary`; `references`
    pairs a target as the author wrote it with the address it leads to, `pictures` with the picture that is shown.
    """

    body: Body
    script: Script
    is_converted: bool = False
    glossary: Glossary = ()
    references: tuple[tuple[str, str], ...] = ()
    pictures: tuple[tuple[str, Image], ...] = ()

    @property
    def is_plain(self) -> bool:
        """Whether nothing in the body is markup."""
        return self.body.markup is Markup.PLAIN


class PageBase(Struct, frozen=True, kw_only=True):
    """What every page has.

    `url` is its address on the host, ready for an href; `path` its file, relative to the output
    folder; `canonical` the whole address that the page should be known by, `alternates` the same page in each script, the page itself among them.
    """

    url: str
    path: str
    script: Script
    title: Text
    description: Text
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    breadcrumbs: tuple[Link, ...] = ()
