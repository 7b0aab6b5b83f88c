"""The fields of a front matter: of an article, of a page, of what a file says of a term."""

from functools import cache
from typing import Annotated, Any, ClassVar

from pydantic import BeforeValidator, Field, create_model

from sitegen.fields import Codes, Settings, one_or_more
from sitegen.loader.glossary import GlossaryFields
from sitegen.loader.names import names_in
from sitegen.loader.synonyms import SYNONYMS
from sitegen.loader.values import Alias, Date, FileBeside, Free, InScripts, Slug, Words
from sitegen.model import Script, Taxonomy


class AssignedFields(Settings):
    """A term, with what this article says of it."""

    name: Words
    role: str | None = None
    part: Annotated[int, Field(ge=1)] | None = None


class CoverFields(Settings):
    """A picture above the article."""

    src: FileBeside
    alt: str = ""
    caption: str = ""
    credit: str = ""


class EditionFields(Settings):
    """Where it stood in print."""

    issue: str = ""
    page: str = ""


class CorrectionFields(Settings):
    """What was put right, and when."""

    date: Date | None = None
    text: Words


class WithdrawnFields(Settings):
    """When and why it was taken back."""

    date: Date | None = None
    reason: str = ""


def _cover(value: object) -> object:
    return {"src": value} if isinstance(value, str) else value


Cover = Annotated[CoverFields, BeforeValidator(_cover, json_schema_input_type=CoverFields | FileBeside)]


class PageFields(Settings):
    """What every file of words may say."""

    also_known: ClassVar[frozenset[str]] = frozenset(SYNONYMS)

    title: Annotated[InScripts, Field(min_length=1)]
    summary: InScripts = ""
    slug: Slug | None = None
    aliases: Annotated[tuple[Alias, ...], one_or_more(Alias)] = ()
    script: Script | None = None
    convert: bool = True
    glossary: GlossaryFields = GlossaryFields()
    silence: Codes = ()


class TermFields(PageFields):
    """What a file such as content/series/….md may say; the title is the term's name in lists."""

    title: InScripts = ""
    cover: Cover | None = None


class ArticleFields(PageFields):
    """What an article may say, besides its terms."""

    subtitle: InScripts = ""
    date: Date | None = None
    updated: Date | None = None
    cover: Cover | None = None
    draft: bool = False
    expires: Date | None = None
    related: Annotated[tuple[str, ...], one_or_more(str)] = ()
    rights: str = ""
    edition: EditionFields | None = None
    corrections: tuple[CorrectionFields, ...] = ()
    withdrawn: WithdrawnFields | None = None
    title_inferred: bool = False
    origin: Free = Field(default_factory=dict)
    review: Annotated[tuple[str, ...], one_or_more(str)] = ()
    extra: Free = Field(default_factory=dict)


@cache
def article_fields(taxonomies: tuple[Taxonomy, ...]) -> type[ArticleFields]:
    """Make the model of an article's front matter for the taxonomies of a site."""
    fields: dict[str, Any] = {
        each.key: (Annotated[tuple[AssignedFields, ...], _names_of(each)], ()) for each in taxonomies
    }
    model = create_model("ArticleFields", __base__=ArticleFields, **fields)
    model.also_known = frozenset(name for name, ours in SYNONYMS.items() if ours in model.model_fields)
    return model


def _names_of(taxonomy: Taxonomy) -> BeforeValidator:
    one = AssignedFields | str
    return BeforeValidator(names_in(taxonomy), json_schema_input_type=tuple[one, ...] | one)
