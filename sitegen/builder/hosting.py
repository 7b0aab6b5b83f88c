"""What a host is to say with each file, for those that read it from a list among the files (Netlify, Cloudflare Pages)."""

from collections.abc import Iterable, Iterator

from sitegen.builder.assets import Asset
from sitegen.builder.stale import Stale, Work
from sitegen.cache import digest_of
from sitegen.model import OutputFile, Plan
from sitegen.planner.urls import media_path
from sitegen.writer import Stage, Staged

HEADERS = "_headers"
POLICY = "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'self'; object-src 'none'"
"""All that the pages of a site need: nothing inline, nothing of other hosts."""

WITH_EVERYTHING = (
    ("Content-Security-Policy", POLICY),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
)
FOR_GOOD = (("Cache-Control", "public, max-age=31536000, immutable"),)
"""What is named by its content never changes. Of the rest such hosts ask again each time, by themselves."""


def headers_staged(plan: Plan, assets: Iterable[Asset], stale: Stale, work: Work, stage: Stage) -> Iterator[Staged]:
    """Write the list where it is another; one in static/ stands in its place."""
    if HEADERS not in {each.path for each in plan.copies}:
        content = headers_of(plan.facts.base_path, [each.path for each in assets])
        if stale.is_due(HEADERS, digest_of(content), work):
            yield stage.put(OutputFile(path=HEADERS, content=content))


def headers_of(base_path: str, assets: Iterable[str]) -> bytes:
    """The bytes of that list.

    >>> headers_of("/news", ["style.0123456789.css"]).decode().splitlines()[5]
    '/news/style.0123456789.css'
    """
    named = [*sorted(assets), media_path("*")]
    every = [("/*", WITH_EVERYTHING), *((f"/{path}", FOR_GOOD) for path in named)]
    return "\n".join(_rule(base_path + path, said) for path, said in every).encode()


def _rule(path: str, said: Iterable[tuple[str, str]]) -> str:
    return f"{path}\n" + "".join(f"  {name}: {value}\n" for name, value in said)
