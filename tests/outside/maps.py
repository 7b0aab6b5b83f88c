"""Have the protocol's XML schema read every sitemap."""

from collections.abc import Iterator
from pathlib import Path

from lxml import etree

from tests.npm import MODULES, fetched
from tests.outside.reading import NotThereError, Reading

VERSION = "9.0.1"
PROTOCOL = MODULES / "sitemap" / "schema" / "sitemap.xsd"
OWN = Path(__file__).parent / "schemas"
SITEMAPS = "http://www.sitemaps.org/schemas/sitemap/0.9"
NEWS = "http://www.google.com/schemas/sitemap-news/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
MOST_ADDRESSES = 50_000
MOST_BYTES = 50 * 1024 * 1024
MOST_NEWS = 1_000


def read_maps(folder: Path) -> Reading:
    """Hold all sitemaps below a folder against the schema, and the limits of the protocol that no schema tells."""
    if not fetched(f"sitemap@{VERSION}"):
        raise NotThereError("the schema of sitemaps, in npm's sitemap")
    files = sorted([*folder.rglob("sitemap*.xml"), *folder.rglob("sitemap/*.xml")])
    schemas = {"urlset": _schema(PROTOCOL), "sitemapindex": _schema(OWN / "index.xsd")}
    faults = [f"{file.relative_to(folder)}:{each}" for file in files for each in _faults(file, schemas)]
    return Reading(
        reader=f"sitemap.xsd of sitemap {VERSION} by lxml {etree.__version__}",
        what="sitemaps",
        count=len(files),
        faults=tuple(faults),
    )


def _schema(file: Path) -> etree.XMLSchema:
    """A schema, with those of what may stand in it."""
    spaces = ((SITEMAPS, file), (NEWS, OWN / "news.xsd"), (XHTML, OWN / "link.xsd"))
    imports = "".join(f'<xs:import namespace="{space}" schemaLocation="{each.as_uri()}"/>' for space, each in spaces)
    return etree.XMLSchema(
        etree.fromstring(f'<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">{imports}</xs:schema>')
    )


def _faults(file: Path, schemas: dict[str, etree.XMLSchema]) -> Iterator[str]:
    tree = etree.parse(file)
    name = etree.QName(tree.getroot()).localname
    if name not in schemas:
        yield f"1: {name} is neither a sitemap nor an index"
        return
    schemas[name].validate(tree)
    yield from (f"{each.line}: {each.message}" for each in schemas[name].error_log)
    if len(tree.getroot()) > MOST_ADDRESSES or file.stat().st_size > MOST_BYTES:
        yield "1: it is too large"
    if len(tree.findall(f".//{{{NEWS}}}news")) > MOST_NEWS:
        yield "1: there is too much news"
