"""Make valid values with one call, naming only what a test is about."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sitegen.model import (
    Article,
    Assignment,
    Body,
    Markup,
    Precision,
    RoughDate,
    Script,
    SiteFacts,
    Taxonomy,
    Term,
    Text,
    Visibility,
)

ZONE = ZoneInfo("Asia/Shanghai")
NOW = datetime(2024, 7, 1, 12, tzinfo=ZONE)
HANS, HANT = Script.HANS, Script.HANT


def words(value: str, script: Script = HANS) -> Text:
    return Text(value, script)


def a_date(year: int, month: int | None = None, day: int | None = None) -> RoughDate:
    known = sum(part is not None for part in (year, month, day))
    return RoughDate(datetime(year, month or 1, day or 1, tzinfo=ZONE), Precision(known))


def a_body(file: str = "content/articles/spring.md") -> Body:
    return Body(file=file, path=file.encode(), digest="0" * 32, first_line=4, markup=Markup.MARKDOWN)


def a_term(name: str, slug: str | None = None, *, key: str | None = None, script: Script = HANS) -> Term:
    return Term(key=key or name, name=words(name, script), slug=slug or f"slug-{ord(name[0]):x}")


def assigned(*path: Term, role: str | None = None, part: int | None = None) -> Assignment:
    return Assignment(path=path, role=words(role) if role else None, part=part)


def an_article(  # a builder names whatever a test may be about
    name: str = "spring",
    *,
    title: str = "春",
    date: RoughDate | None = None,
    undated: bool = False,
    terms: dict[str, tuple[Assignment, ...]] | None = None,
    **fields: object,
) -> Article:
    file = f"content/articles/{name}.md"
    values: dict[str, object] = {
        "file": file,
        "slug": name.rpartition("/")[2],
        "script": HANS,
        "title": words(title),
        "subtitle": words(""),
        "summary": words("一句话。"),
        "date": None if undated else date or a_date(2024, 3, 5),
        "terms": tuple((terms or {}).items()),
        "body": a_body(file),
        **fields,
    }
    return Article(**values)  # type: ignore[arg-type]  # the fields are the caller's


def a_taxonomy(
    key: str = "tags",
    *,
    name: str = "标签",
    paginate: int = 50,
    oldest_first: bool = False,
    hierarchical: bool = False,
    feeds: bool = False,
) -> Taxonomy:
    return Taxonomy(
        key=key,
        name=words(name),
        paginate=paginate,
        oldest_first=oldest_first,
        hierarchical=hierarchical,
        has_feeds=feeds,
    )


TAXONOMIES = (
    a_taxonomy("tags", name="标签"),
    a_taxonomy("series", name="专题", oldest_first=True),
    a_taxonomy("places", name="地区", hierarchical=True),
)


def facts(
    *taxonomies: Taxonomy,
    scripts: tuple[Script, ...] = (HANS, HANT),
    base_path: str = "",
    origin: str = "https://example.org",
) -> SiteFacts:
    return SiteFacts(
        title=words("示例"),
        description=words(""),
        language=HANS,
        origin=origin,
        base_path=base_path,
        scripts=scripts,
        article_url="/articles/{year}/{month}/{slug}/",
        taxonomies=taxonomies or TAXONOMIES,
        navigation=(),
    )


def visible(*, drafts: bool = False, future: bool = False, expired: bool = False) -> Visibility:
    return Visibility(now=NOW, drafts=drafts, future=future, expired=expired)
