"""Fill a model with the values of a document, or name every problem with its file and line."""

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from typing import Annotated, Any, TypeVar, get_args

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, ValidationError, model_validator
from pydantic_core import ErrorDetails, PydanticCustomError

from sitegen.codes import CODES, nearest_code
from sitegen.documents import Document, Path
from sitegen.errors import FieldError, raise_all
from sitegen.messages import Message, alternatives, message

Model = TypeVar("Model", bound=BaseModel)

MESSAGES: dict[str, tuple[Message, Message | str]] = {
    "missing": (message("is missing"), message("add a line `{key}: …`")),
    "bool_parsing": (message("{value!r} is neither true nor false"), message("write true or false")),
    "bool_type": (message("must be true or false"), message("write true or false")),
    "int_parsing": (message("{value!r} is not a whole number"), message("write digits only")),
    "int_parsing_size": (message("{value:.20}… is too large"), message("write a smaller number")),
    "less_than_equal": (message("{value!r} is too large"), message("write {le} or less")),
    "string_too_short": (message("is empty"), message("write it out, or leave the line out")),
    "too_short": (message("is empty"), message("write it out, or leave the line out")),
    "int_type": (message("must be a whole number"), message("write digits only")),
    "greater_than_equal": (message("{value!r} is too small"), message("write {ge} or more")),
    "string_type": (message("must be text"), message("write one value on one line")),
    "tuple_type": (message("must be a list"), message("write [one, two]")),
    "dict_type": (message("must hold keys of its own"), message("write them below it, indented")),
    "model_type": (message("must hold keys of its own"), message("write them below it, indented")),
    "enum": (message("{value!r} is none of {expected}"), ""),
    "literal_error": (message("{value!r} is none of {expected}"), ""),
}


def wrong(problem: Message | str, hint: Message | str = "") -> PydanticCustomError:
    """Make the error that a validator raises: our words, and what to do."""
    return PydanticCustomError("sitegen", "{problem}", {"problem": problem, "hint": hint})


def one_or_more(kind: Any) -> BeforeValidator:
    """Let one value of a kind stand where a list of them is meant."""
    return BeforeValidator(_listed, json_schema_input_type=tuple[kind, ...] | kind)


def _listed(value: object) -> object:
    return value if isinstance(value, list) else [value]


def _words_in(value: object) -> object:
    return re.findall(r"[^\s,，、]+", value) if isinstance(value, str) else value


def _code(word: str) -> str:
    if word not in CODES:
        near = nearest_code(word)
        hint = message("did you mean {close!r}?", close=near)
        other = message("write one that a warning names in its [ ]")
        raise wrong(message("no warning has the code {word!r}", word=word), hint if near else other)
    return word


Codes = Annotated[
    tuple[Annotated[str, AfterValidator(_code)], ...],
    BeforeValidator(_words_in, json_schema_input_type=tuple[str, ...] | str),
]
"""Codes of warnings that somebody does not want to hear."""


def validate(model: type[Model], document: Document, **context: object) -> Model:
    """Fill a model with a document's values, or raise every problem at once."""
    try:
        return model.model_validate(document.values, context=context)
    except ValidationError as error:
        raise_all([_explain(each, document, model) for each in _distinct(error.errors())])
        raise


class Settings(BaseModel):
    """A mapping whose keys are all known; a key without a value is as good as none."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", arbitrary_types_allowed=True, str_strip_whitespace=True, defer_build=True
    )

    @model_validator(mode="before")
    @classmethod
    def _without_empty(cls, values: object) -> object:
        if not isinstance(values, dict):
            return values
        return {key: value for key, value in values.items() if value is not None}


def _explain(error: ErrorDetails, document: Document, model: type[BaseModel]) -> FieldError:
    path = error["loc"]
    place = document.place(path)
    shown = tuple(document.written.get(str(part), part) if at == 0 else part for at, part in enumerate(path))
    if error["type"] == "extra_forbidden":
        return FieldError(message("unknown key {key!r}", key=str(shown[-1])), place=place, hint=_guess(shown, model))
    problem, hint = _words(error)
    name = ".".join(str(part) for part in shown if isinstance(part, str))
    return FieldError(
        message("{name}: {problem}", name=name, problem=problem) if name else problem, place=place, hint=hint
    )


def _words(error: ErrorDetails) -> tuple[Message | str, Message | str]:
    details = error.get("ctx", {})
    if error["type"] == "sitegen":
        return details["problem"], details["hint"]
    if error["type"] not in MESSAGES:
        return error["msg"], ""
    problem, hint = MESSAGES[error["type"]]
    given = error["input"]
    details = {**details, "value": given if isinstance(given, str) else repr(given), "key": error["loc"][-1]}
    if "expected" in details:
        details["expected"] = alternatives(tuple(re.split(", | or ", details["expected"])))
    return message(problem.sentence, **details), message(hint.sentence, **details) if isinstance(hint, Message) else ""


def _guess(path: Path, model: type[BaseModel]) -> Message:
    known = sorted(_known_keys(path[:-1], model))
    for names in (known, sorted(getattr(model, "also_known", ()))):
        spelled = {each.lower(): each for each in names}
        if close := get_close_matches(str(path[-1]).lower(), spelled, n=1):
            return message("did you mean {close!r}?", close=spelled[close[0]])
    return message("known keys: {known}", known=known)


def _known_keys(path: Path, model: type[BaseModel]) -> set[str]:
    """Walk down the models to the keys that may stand below `path`."""
    for part in path:
        known = model.model_fields.get(str(part))
        model = next(_models_in(known.annotation), model) if known else model
    return set(model.model_fields)


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for inner in get_args(annotation):
        yield from _models_in(inner)


def _distinct(errors: Iterable[ErrorDetails]) -> Iterator[ErrorDetails]:
    """Keep the first problem of each place: a union reports one for each of its members."""
    seen: set[Path] = set()
    for error in errors:
        if error["loc"] not in seen:
            seen.add(error["loc"])
            yield error
