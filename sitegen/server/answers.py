"""Turn bytes into an answer as a careful host gives it: type, validator, range."""

import mimetypes
import re
from hashlib import blake2b
from pathlib import Path, PurePosixPath

from starlette.requests import Request
from starlette.responses import Response

TYPES = {
    ".avif": "image/avif",
    ".css": "text/css; charset=utf-8",
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".m4a": "audio/mp4",
    ".mjs": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""Types that systems do not agree on."""

UNKNOWN = "application/octet-stream"
ALWAYS = {"Cache-Control": "no-cache", "X-Content-Type-Options": "nosniff"}
"""A browser may keep what it got, and asks every time whether it still holds."""

RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)


def type_of(path: str) -> str:
    """The content type of a file."""
    ending = PurePosixPath(path).suffix.lower()
    return TYPES.get(ending) or mimetypes.guess_type(f"file{ending}", strict=False)[0] or UNKNOWN


def file_at(inside: str) -> str:
    """The file that an address below the folder of the site stands for."""
    return f"{inside}index.html" if not inside or inside.endswith("/") else inside


def own_file(request: Request, name: str) -> Response:
    """Answer with a file of the preview itself."""
    return answer(request, name, Path(__file__).with_name(name).read_bytes())


def answer(request: Request, path: str, content: bytes, *, status: int = 200) -> Response:
    """Answer with the bytes of a file, with part of them, or that they are as the browser knows them."""
    tag = f'"{blake2b(content, digest_size=12).hexdigest()}"'
    headers = {**ALWAYS, "ETag": tag, "Accept-Ranges": "bytes"}
    if status != 200:  # noqa: PLR2004  # only what is there can be kept or parted
        return Response(content, status, dict(ALWAYS), type_of(path))
    if _knows(request.headers.get("if-none-match", ""), tag):
        return Response(status_code=304, headers=headers)
    wanted = request.headers.get("range", "")
    if wanted and request.headers.get("if-range", tag) == tag and (match := RANGE.fullmatch(wanted.strip())):
        return _part(content, match[1], match[2], headers, type_of(path))
    return Response(content, status, headers, type_of(path))


def _knows(told: str, tag: str) -> bool:
    return told.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in told.split(",")}


def _part(content: bytes, first: str, last: str, headers: dict[str, str], kind: str) -> Response:
    """A part, from the first to the last byte, or the last few of them; what lies behind the end is nowhere."""
    length = len(content)
    start, end = (int(first), int(last) if last else length - 1) if first else (length - int(last or 0), length - 1)
    start, end = max(start, 0), min(end, length - 1)
    if not (first or last) or (first and last and int(last) < int(first)):
        return Response(content, 200, headers, kind)
    if start > end:
        return Response(status_code=416, headers={**headers, "Content-Range": f"bytes */{length}"})
    part = content[start : end + 1]
    return Response(part, 206, {**headers, "Content-Range": f"bytes {start}-{end}/{length}"}, kind)
