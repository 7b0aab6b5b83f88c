"""What a setting gives as an address → the same, or why it is none: of the site, of a hub, of every article."""

import re
from typing import Annotated
from urllib.parse import unquote, urlsplit

from pydantic import AfterValidator, Field

from sitegen.fields import wrong
from sitegen.messages import message

URL_FIELDS = {"{year}", "{month}", "{day}", "{slug}"}


def _site(value: str) -> str:
    if not _is_address(value):
        raise wrong(
            message("{value!r} is not the address of a site", value=value), message("write https://example.org/news/")
        )
    if re.search(r"""[\s"'<>]""", value):
        raise wrong(message("there is a blank or quotation mark in it"), message("write https://example.org/news/"))
    return value.rstrip("/") + "/"


def _hub(value: str) -> str:
    if value and not _is_address(value):
        raise wrong(
            message("{value!r} is not the address of a hub", value=value), message("write https://hub.example.org/")
        )
    return value


def _is_address(value: str) -> bool:
    """Whether a value has a scheme, a host and at most a path."""
    try:
        parts = urlsplit(value)
        port = parts.port
    except ValueError:
        return False
    inside = not {".", ".."} & set(unquote(parts.path).split("/")) and "//" not in parts.path.rstrip("/")
    is_host = bool(parts.hostname) and parts.username is None and (port is None or port > 0)
    return parts.scheme in {"http", "https"} and is_host and inside and not re.search(r"[?#\\\x00-\x20]", value)


def _pattern(value: str) -> str:
    if not _is_pattern(value):
        raise wrong(
            message("{value!r} is no pattern of an address", value=value),
            message("write /articles/{year}/{month}/{slug}/"),
        )
    if "{slug}" not in value:
        raise wrong(message("there is no {slug} in it"), message("write /articles/{year}/{month}/{slug}/"))
    return value


def _is_pattern(value: str) -> bool:
    """Whether a value is a path of the site with no fields but those of an article."""
    is_path = value.startswith("/") and value.endswith("/") and "//" not in value
    leaves = any(segment.startswith(".") for segment in value.split("/"))
    unknown = set(re.findall(r"{[^}]*}", value)) - URL_FIELDS
    rest = re.sub(r"{(year|month|day|slug)}", "", value)
    return is_path and not leaves and not unknown and bool(re.fullmatch(r"[\w./-]*", rest, re.ASCII))


SiteAddress = Annotated[str, AfterValidator(_site), Field(json_schema_extra={"pattern": "^https?://[^\\s?#]+$"})]
"""Where the site is; a sub-folder is fine. It ends in one slash."""

Hub = Annotated[str, AfterValidator(_hub)]
"""Who tells readers of feeds that there is something new; nobody where it is empty."""

ArticlePattern = Annotated[str, AfterValidator(_pattern), Field(json_schema_extra={"pattern": "^/(.*/)?$"})]
"""The address of every article, with fields in it."""
