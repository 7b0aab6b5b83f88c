"""Types, validators and ranges."""

import pytest
from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from sitegen.server.answers import answer, type_of
from tests.server.asking import Got, ask

CONTENT = bytes(range(100))


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    await answer(Request(scope), "a.bin", CONTENT)(scope, receive, send)


def get(**headers: str) -> Got:
    return ask(app, "/a.bin", **headers)


@pytest.mark.parametrize(
    ("path", "kind"),
    [("index.html", "text/html; charset=utf-8"), ("a.CSS", "text/css; charset=utf-8"), ("feed.xml", "application/xml"),
     ("a.js", "text/javascript; charset=utf-8"), ("a.webp", "image/webp"), ("a.avif", "image/avif"), ("a.svg", "image/svg+xml"),
     ("a.jpg", "image/jpeg"), ("a.mp4", "video/mp4"), ("_redirects", "application/octet-stream"), ("a.pdf", "application/pdf")],
)  # fmt: skip
def test_a_file_has_the_type_of_its_ending(path: str, kind: str) -> None:
    assert type_of(path) == kind


def test_what_a_browser_knows_already_is_not_sent_again() -> None:
    tag = get().headers["etag"]

    for known in (tag, f"W/{tag}", f'"other", {tag}', "*"):
        got = get(if_none_match=known)
        assert (got.status, got.body, got.headers["etag"]) == (304, b"", tag)
    assert get(if_none_match='"other"').status == 200


@pytest.mark.parametrize(
    ("wanted", "first", "last"), [("bytes=0-9", 0, 9), ("bytes=90-", 90, 99), ("bytes=-5", 95, 99), ("bytes=95-200", 95, 99), ("bytes=-500", 0, 99)]
)  # fmt: skip
def test_a_part_is_sent_where_one_is_asked_for(wanted: str, first: int, last: int) -> None:
    got = get(range=wanted)

    assert (got.status, got.headers["content-range"]) == (206, f"bytes {first}-{last}/100")
    assert got.body == CONTENT[first : last + 1]


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=-0", "bytes=200-300"])
def test_a_part_behind_the_end_is_nowhere(wanted: str) -> None:
    got = get(range=wanted)

    assert (got.status, got.headers["content-range"], got.body) == (416, "bytes */100", b"")


@pytest.mark.parametrize("wanted", ["bytes=5-2", "bytes=-", "bytes=a-b", "lines=1-2", "bytes=0-1,3-4"])
def test_what_is_no_part_is_answered_with_the_whole(wanted: str) -> None:
    assert (get(range=wanted).status, get(range=wanted).body) == (200, CONTENT)


def test_a_part_of_another_version_is_not_sent() -> None:
    assert get(range="bytes=0-9", if_range=get().headers["etag"]).status == 206
    assert get(range="bytes=0-9", if_range='"other"').status == 200
