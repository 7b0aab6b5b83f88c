"""The folder of a site → the text of its settings, or why it cannot be read."""

from pathlib import Path

from sitegen.errors import FieldError, Place
from sitegen.foreign import foreign
from sitegen.messages import Message, message

NAME = "site.yaml"


def text_of(site: Path) -> str:
    """Read the file in the folder of a site, with or without a byte order mark."""
    try:
        return (site / NAME).read_text("utf-8-sig")
    except FileNotFoundError as error:
        hint = message("make a site with `sitegen init DIR`, or name its folder with --site")
        raise _unread(message("there is no such file"), hint) from error
    except OSError as error:
        raise _unread(message("cannot be read: {reason}", reason=foreign(error.strerror))) from error
    except UnicodeDecodeError as error:
        raise _unread(message("this is not UTF-8"), message("save it as UTF-8")) from error


def _unread(problem: Message, hint: Message | str = "") -> FieldError:
    return FieldError(problem, place=Place(NAME), hint=hint)
