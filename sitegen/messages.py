"""A sentence for a person, and the values that stand in it, kept apart: whoever prints it says it in the reader's language.

See docs/decisions/0015-messages.md.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol


class Language(Protocol):
    """What knows a sentence in another language, as `gettext` does."""

    def gettext(self, message: str, /) -> str:
        """The sentence, or itself where it has no other form."""
        ...

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The sentence for a number."""
        ...


class English:
    """The language that the sentences are written in."""

    def gettext(self, message: str, /) -> str:
        """The sentence itself."""
        return message

    def ngettext(self, msgid1: str, msgid2: str, n: int, /) -> str:
        """The sentence for one, or for any other number."""
        return msgid1 if n == 1 else msgid2


ENGLISH = English()


@dataclass(frozen=True, slots=True)
class Message:
    """A sentence with places such as `{file}` or `{word!r}`, and what stands in them; a tuple is a list of things.

    `many` is the sentence for a `count` other than one. Its text is the English one.
    """

    sentence: str
    values: "tuple[tuple[str, str | int | float | Message | tuple[str | Message, ...]], ...]" = ()  # as JSON tells them
    many: str = ""

    def __str__(self) -> str:
        return self.said(ENGLISH)

    def said(self, language: Language) -> str:
        """The sentence in a language. Without values its braces are plain signs."""
        values = {name: _said(value, language) for name, value in self.values}
        sentence = _chosen(self, values, language)
        return sentence.format_map(values) if values else sentence


def message(sentence: str, /, **values: object) -> Message:
    """A sentence that can be said in every language of the program; a list or tuple among the values is a list of things.

    >>> str(message("{name!r} is no time zone", name="Asia/Lanzhou"))
    "'Asia/Lanzhou' is no time zone"
    """
    return Message(sentence, _plain(values))


def counted(one: str, many: str, /, *, count: int, **values: object) -> Message:
    """A sentence about a number of things, `{count}` in it.

    >>> str(counted("{count} file", "{count} files", count=2))
    '2 files'
    """
    return Message(one, _plain({"count": count, **values}), many)


def alternatives(names: tuple[str, ...]) -> Message | str:
    """One of several names.

    >>> str(alternatives(("a", "b", "c")))
    'a, b or c'
    """
    if len(names) == 1:
        return names[0]
    return message("{some} or {last}", some=names[:-1], last=names[-1])


def _plain(values: Mapping[str, object]) -> tuple[tuple[str, Any], ...]:
    """Values that can be sent to another process, and kept."""
    return tuple((name, _value(value)) for name, value in values.items())


def _value(value: object) -> object:
    if isinstance(value, list | tuple):
        return tuple(each if isinstance(each, Message) else str(each) for each in value)
    if isinstance(value, Message) or type(value) in {int, float}:
        return value
    return "" if value is None else str(value)


def _chosen(words: Message, values: dict[str, object], language: Language) -> str:
    count = values.get("count")
    if words.many and isinstance(count, int):
        return language.ngettext(words.sentence, words.many, count)
    return language.gettext(words.sentence)


def _said(value: object, language: Language) -> object:
    if isinstance(value, Message):
        return value.said(language)
    if isinstance(value, tuple):
        return language.gettext(", ").join(str(_said(each, language)) for each in value)
    return value
