"""What the system, libyaml and Python say → a message, where the sentence is one that editors meet; else as it is."""

from sitegen.messages import Message, message

SENTENCES = (
    message("No such file or directory"),
    message("Permission denied"),
    message("Is a directory"),
    message("Not a directory"),
    message("File exists"),
    message("No space left on device"),
    message("Read-only file system"),
    message("File name too long"),
    message("Too many open files"),
    message("Input/output error"),
    message("Directory not empty"),
    message("Disk quota exceeded"),
    message("Operation not permitted"),
    message("Address already in use"),
    message("Cannot assign requested address"),
    message("Name or service not known"),
    message("mapping values are not allowed in this context"),
    message("found character that cannot start any token"),
    message("found a tab character that violates indentation"),
    message("did not find expected ',' or ']'"),
    message("did not find expected ',' or '}'"),
    message("did not find expected key"),
    message("did not find expected '-' indicator"),
    message("did not find expected node content"),
    message("did not find expected alphabetic or numeric character"),
    message("did not find expected <document start>"),
    message("could not find expected ':'"),
    message("found unexpected end of stream"),
    message("found unknown escape character"),
    message("control characters are not allowed"),
    message("day is out of range for month"),
    message("month must be in 1..12"),
    message("hour must be in 0..23"),
    message("minute must be in 0..59"),
    message("second must be in 0..59"),
    message("a zone lies within a day"),
)
KNOWN = {each.sentence: each for each in SENTENCES}


def foreign(sentence: object) -> Message | str:
    """A sentence of another program, in the reader's language where we know it."""
    said = str(sentence or "")
    return KNOWN.get(said, said)
