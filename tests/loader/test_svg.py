import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.loader.svg import why_active

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
OUTSIDE = "it refers to something outside"
STYLED = "its style refers to something outside"


def why(inside: str) -> str | None:
    return why_active(SVG.format(inside).encode())


@pytest.mark.parametrize(
    "inside",
    [
        "",
        "<title>春耕</title><desc>图</desc>",
        '<path d="M0 0h9v9z" fill="#c00" style="stroke: url(#a)"/>',
        '<linearGradient id="a"><stop offset="0"/></linearGradient><rect fill="url(#a)"/>',
        '<use xlink:href="#a"/><use href=" #a "/>',
        '<image href="data:image/png;base64,AAAA"/>',
        '<image xlink:href="data:image/jpeg;base64,AAAA"/>',
        "<style>.a { fill: url(#a) }</style>",
        "<style/>",
        "<!-- onload=x() <script> -->",
        '<x:namedview xmlns:x="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" x:pageopacity="0"/>',
    ],
)
def test_a_drawing_is_only_a_drawing(inside: str) -> None:
    assert why(inside) is None


@pytest.mark.parametrize("value", ["url('#a')", "url( #a )", "url( '#a' )", 'url("#a")'])
def test_a_reference_into_the_drawing_may_be_written_with_blanks_and_quotation_marks(value: str) -> None:
    quoted = value.replace('"', "&quot;")

    assert why(f'<rect fill="{quoted}"/>') is None
    assert why(f"<style>.a {{ fill: {value} }}</style>") is None


def test_a_drawing_with_the_description_that_inkscape_writes_is_safe() -> None:
    description = (
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">'
        '<cc:Work rdf:about=""><dc:format xmlns:dc="http://purl.org/dc/elements/1.1/">image/svg+xml</dc:format>'
        "</cc:Work></rdf:RDF></metadata>"
    )

    assert why(description) is None


@pytest.mark.parametrize(
    ("inside", "reason"),
    [
        ("<script>x()</script>", "it has the element script"),
        ("<SCRIPT>x()</SCRIPT>", "it has the element SCRIPT"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">x()</x:script>', "it has the element script"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "it has the element iframe"),
        ("<foreignObject/>", "it has the element foreignObject"),
        ('<a href="#a"/>', "it has the element a"),
        ('<animate attributeName="href" to="javascript:x()"/>', "it has the element animate"),
        ('<set attributeName="onload" to="x()"/>', "it has the element set"),
        ('<g><rect onclick="x()"/></g>', "it has the attribute onclick"),
        ('<rect ONLOAD="x()"/>', "it has the attribute ONLOAD"),
        ('<image href="https://example.org/a.png"/>', "it refers to https://example.org/a.png"),
        ('<image xlink:href="//example.org/a.png"/>', "it refers to //example.org/a.png"),
        ('<use href="other.svg#a"/>', "it refers to other.svg#a"),
        ('<use href="data:image/svg+xml;base64,AAAA"/>', "it refers to data:image/svg+xml;base64,AAAA"),
        ('<use href="javascript:x()"/>', "it refers to javascript:x()"),
        ('<rect fill="url(https://example.org/a)"/>', OUTSIDE),
        ("<rect style=\"fill: URL( 'https://example.org/a' )\"/>", OUTSIDE),
        ('<rect style="width: expression(x())"/>', OUTSIDE),
        ("<style>@import 'a.css'</style>", STYLED),
        ("<style>@IMPORT url(a.css)</style>", STYLED),
        ("<style><![CDATA[.a { background: url(//example.org) }]]></style>", STYLED),
        ("<style>a{}<g/>@import 'a.css'</style>", STYLED),
        (r"<style>@\69mport 'a.css'</style>", STYLED),
        (r"<style>.a { fill: u\72l(//example.org) }</style>", STYLED),
        (r'<rect style="fill: u\72l(//example.org)"/>', OUTSIDE),
        ("<rect style=\"background: image-set('//example.org' 1x)\"/>", OUTSIDE),
    ],
)
def test_what_could_act_or_call_elsewhere_is_named(inside: str, reason: str) -> None:
    assert why(inside) == reason


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ('<svg onload="x()"/>', "it has the attribute onload"),
        ("<html/>", "it has the element html"),
        ('<!DOCTYPE svg [<!ENTITY a "b">]><svg>&a;</svg>', "it declares entities"),
        ('<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg/>', "it has the attribute onload"),
        ('<?xml-stylesheet href="//example.org/a.css"?><svg/>', "it names a style sheet"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_encoding_hides_nothing(text: str, reason: str, encoding: str) -> None:
    assert why_active(text.encode(encoding)) == reason


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"<svg>", b"<svg/><svg/>", b"\xff\xd8\xff", b"<?xml version='1.0' encoding='x'?><svg/>"]
)
def test_what_is_no_xml_is_no_drawing(data: bytes) -> None:
    assert str(why_active(data)).startswith("it is not XML (")


def test_deep_nesting_breaks_nothing() -> None:
    assert why("<g>" * 100_000 + "</g>" * 100_000) is None


@given(st.binary() | st.text(st.characters(exclude_categories=["Cs"])).map(lambda text: f"<svg>{text}</svg>".encode()))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_drawing_or_named(data: bytes) -> None:
    reason = why_active(data)

    assert reason is None or reason.startswith(("it ", "its "))
