"""Read glossaries: the site's from content/glossary.yaml, an article's from its front matter."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from sitegen.chinese import script_of, term_key
from sitegen.documents import Document, read_yaml
from sitegen.errors import FieldError
from sitegen.fields import Settings, one_or_more, validate, wrong
from sitegen.loader.text import read_text
from sitegen.messages import message
from sitegen.model import Glossary, Layer, Script, SiteGlossary, Word

NAME = "glossary.yaml"
SHOWN = f"content/{NAME}"
EVERYWHERE = (Script.HANS, Script.HANT)
SIGNS = ("<", ">", "&", '"', "-{", "}-", "\n")
"""What would be markup on a page, or a rule."""

Forms = dict[Script, str]


def _form(value: object) -> object:
    """Read what a word becomes: one form, or one for each script."""
    if isinstance(value, PydanticCustomError):
        raise value
    if not isinstance(value, dict):
        return _plain(value)
    return {named(tag): _plain(form) for tag, form in value.items()}


def named(tag: str) -> Script:
    """Find the script of a tag such as zh-Hant, or raise what a validator raises."""
    script = Script.named(tag)
    if script is None:
        raise wrong(message("{tag!r} is no script", tag=tag), message("write one of {names}", names=tuple(Script)))
    return script


def _plain(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise wrong(message("says nothing"), message("write what the word becomes, or take the line out"))
    if any(sign in value for sign in SIGNS):
        raise wrong(message("{value!r} is more than words", value=value), message("write words without markup"))
    return value.strip()


def _checked(word: str, value: object) -> object:
    """Give the value of a word, or what is wrong with the word: `_form` raises it at its own line."""
    try:
        _plain(word)
    except PydanticCustomError as error:
        return error
    return "" if value is None else value


class GlossaryFields(Settings, extra="allow"):
    """Words and what they become, and the names of topics whose words count too."""

    __pydantic_extra__: dict[
        str, Annotated[str | Forms, BeforeValidator(_form, json_schema_input_type=str | dict[str, str])]
    ]
    topics: Annotated[tuple[str, ...], one_or_more(str)] = ()

    @model_validator(mode="before")
    @classmethod
    def _whole(cls, values: object) -> object:
        """Let no line without a value go by unseen, nor a word that could not be found."""
        if not isinstance(values, dict):
            return values
        return {word: value if word == "topics" else _checked(word, value) for word, value in values.items()}

    def words(self, layer: Layer) -> Glossary:
        """The entries, as ones of this layer."""
        return tuple(_word(key, value, layer) for key, value in (self.model_extra or {}).items())


class SiteGlossaryFields(GlossaryFields):
    """The site's glossary: besides words for all articles, those of topics."""

    topics: dict[str, GlossaryFields] = Field(default_factory=dict)  # type: ignore[assignment]  # words here, names there


def read_glossary(site: Path) -> SiteGlossary:
    """Read the site's glossary, where it has one; raise every problem in it at once."""
    file = site / SHOWN
    if not file.exists():
        return SiteGlossary()
    fields = validate(SiteGlossaryFields, read_yaml(read_text(file, SHOWN), file=SHOWN))
    return SiteGlossary(
        words=fields.words(Layer.SITE),
        topics={term_key(name, Script.HANS): each.words(Layer.TOPIC) for name, each in fields.topics.items()},
    )


def glossary_of(fields: GlossaryFields, tags: Iterable[str], site: SiteGlossary, document: Document) -> Iterable[Word]:
    """Join an article's own words with those of its topics, taken by a tag or by name."""
    if not site.topics and not fields.topics:
        return [*fields.words(Layer.ARTICLE), *site.words]
    names = {term_key(name, Script.HANS): name for name in fields.topics}
    for key in names.keys() - site.topics.keys():
        known = (
            message("topics: {names}", names=tuple(site.topics))
            if site.topics
            else message("write its words into {file}", file=SHOWN)
        )
        place = document.place(("glossary", "topics"))
        raise FieldError(
            message("glossary.topics: there is no topic {name!r}", name=names[key]), place=place, hint=known
        )
    taken = [site.topics[key] for key in dict.fromkeys((*names, *tags)) if key in site.topics]
    return [*fields.words(Layer.ARTICLE), *(word for topic in taken for word in topic), *site.words]


def _word(written: str, value: str | Mapping[Script, str], layer: Layer) -> Word:
    forms: Any = value if isinstance(value, Mapping) else dict.fromkeys(_meant(written, value), value)
    return Word(written.strip(), tuple(forms.items()), layer)


def _meant(written: str, form: str) -> tuple[Script, ...]:
    """The pages that a form without a script is for: those of its own, or all where it shows none."""
    script = None if form == written else script_of(form)
    return (script,) if script else EVERYWHERE
