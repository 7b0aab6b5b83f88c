"""Refuse a document whose entities could grow beyond all measure, or are elsewhere; the short names of old drawings pass."""

from xml.parsers.expat import ExpatError, ParserCreate

LONGEST = 200
"""Characters of an entity: the names of namespaces that Illustrator declares are shorter."""

LARGEST = 1_000_000
"""Bytes of a document with entities: it cannot become more than fifty times as much."""


def refuse_dangerous_entities(data: bytes) -> None:
    """Raise a ValueError for such a document."""
    if b"ENTITY" not in data.replace(b"\0", b""):
        return
    if len(data) > LARGEST:
        raise ValueError("it is large and declares entities")
    parser = ParserCreate()
    parser.EntityDeclHandler = _refuse
    try:
        parser.Parse(data, True)  # noqa: FBT003  # the whole of it
    except ExpatError as error:
        raise ValueError(str(error)) from error


def _refuse(name: str, is_parameter: int, value: str | None, *_elsewhere: str | None) -> None:
    if is_parameter or value is None or "&" in value or len(value) > LONGEST:
        raise ValueError(f"it declares the entity {name}")
