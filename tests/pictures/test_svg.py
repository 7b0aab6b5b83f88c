import xml.etree.ElementTree as ET
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.pictures import Unreadable
from sitegen.pictures.svg import clean

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'
ILLUSTRATOR = (
    '<!DOCTYPE svg [<!ENTITY ns_svg "http://www.w3.org/2000/svg">]><svg xmlns="&ns_svg;"><path d="M0 0h9"/></svg>'
)


def bytes_of(inside: str) -> bytes:
    return SVG.format(inside).encode()


def cleaned(inside: str) -> str:
    return clean(bytes_of(inside)).data.decode()


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
        "<style>@font-face { src: url(data:font/woff2;base64,AAAA) }</style>",
        "<style/>",
        "<!-- onload=x() <script> -->",
        '<switch><text xml:space="preserve">字</text></switch>',
    ],
)
def test_a_drawing_that_only_draws_stays_as_it_is_byte_for_byte(inside: str) -> None:
    drawing = clean(bytes_of(inside))

    assert (drawing.data, drawing.removed) == (bytes_of(inside), ())


@pytest.mark.parametrize("value", ["url('#a')", "url( #a )", "url( '#a' )", 'url("#a")'])
def test_a_reference_into_the_drawing_may_be_written_with_blanks_and_quotation_marks(value: str) -> None:
    quoted = value.replace('"', "&quot;")

    assert clean(bytes_of(f'<rect fill="{quoted}"/>')).removed == ()
    assert clean(bytes_of(f"<style>.a {{ fill: {value} }}</style>")).removed == ()


def test_what_a_program_notes_of_itself_and_its_user_goes_without_a_word() -> None:
    drawing = clean(
        bytes_of(
            '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">somebody</rdf:RDF></metadata>'
            '<x:namedview xmlns:x="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd" x:pageopacity="0"/>'
            '<path xmlns:i="http://www.inkscape.org/namespaces/inkscape" i:export-filename="/home/somebody/a.png" d="M0 0"/>'
        )
    )

    assert drawing.removed == ()
    assert b"somebody" not in drawing.data
    assert b'<path d="M0 0" />' in drawing.data


@pytest.mark.parametrize(
    ("inside", "removed"),
    [
        ("<script>x()</script>", "the element script"),
        ("<SCRIPT>x()</SCRIPT>", "the element SCRIPT"),
        ('<x:script xmlns:x="http://www.w3.org/1999/xhtml">x()</x:script>', "the element script"),
        ('<iframe xmlns="http://www.w3.org/1999/xhtml"/>', "the element iframe"),
        ("<foreignObject/>", "the element foreignObject"),
        ('<a href="javascript:x()"><path d="M0 0"/></a>', "a link"),
        ('<animate attributeName="href" to="javascript:x()"/>', "the element animate"),
        ('<set attributeName="onload" to="x()"/>', "the element set"),
        ('<g><rect onclick="x()"/></g>', "the attribute onclick"),
        ('<rect ONLOAD="x()"/>', "the attribute ONLOAD"),
        ('<image href="https://example.org/a.png"/>', "a reference to https://example.org/a.png"),
        ('<image xlink:href="//example.org/a.png"/>', "a reference to //example.org/a.png"),
        ('<use href="other.svg#a"/>', "a reference to other.svg#a"),
        ('<use href="data:image/svg+xml;base64,AAAA"/>', "a reference to data:image/svg+xml;base64,AAAA"),
        ('<use href="javascript:x()"/>', "a reference to javascript:x()"),
        ('<rect fill="url(https://example.org/a)"/>', "what calls elsewhere in the attribute fill"),
        ("<rect style=\"fill: URL( 'https://example.org/a' )\"/>", "what calls elsewhere in the attribute style"),
        ('<rect style="width: expression(x())"/>', "what calls elsewhere in the attribute style"),
        ("<style><![CDATA[.a { background: url(//example.org) }]]></style>", "a style that calls elsewhere"),
        ("<style>@IMPORT url(//example.org/a.css)</style>", "an @import"),
        ("<style>@import 'other.svg'</style>", "an @import"),
        ("<style>a{}<g/>@import 'a.css'</style>", "a style with elements in it"),
        (r"<style>@\69mport 'a.css'</style>", "a style that calls elsewhere"),
        (r"<style>.a { fill: u\72l(//example.org) }</style>", "a style that calls elsewhere"),
        (r'<rect style="fill: u\72l(//example.org)"/>', "what calls elsewhere in the attribute style"),
        ("<rect style=\"background: image-set('//example.org' 1x)\"/>", "what calls elsewhere in the attribute style"),
    ],
)
def test_what_could_act_or_call_elsewhere_is_taken_out_and_named(inside: str, removed: str) -> None:
    drawing = clean(bytes_of(inside + '<circle r="7"/>'))

    assert removed in map(str, drawing.removed)
    assert b'<circle r="7" />' in drawing.data
    assert not any(
        sign in drawing.data for sign in (b"script", b"example.org", b"x()", b"other.svg", b"\\", b"data:", b"mport")
    )
    assert clean(drawing.data) == (drawing.data, drawing.width, drawing.height, ())


def test_the_rest_of_a_style_stays() -> None:
    assert cleaned("<style>@import url('//example.org/f.css');.a{fill:red}</style>").endswith(
        "<style>.a{fill:red}</style></svg>"
    )
    assert 'style="stroke: red"' in cleaned('<rect style="fill: url(//example.org);stroke: red"/>')


def test_what_a_link_holds_is_still_drawn() -> None:
    assert "<g><path" in cleaned('<a href="https://example.org"><path d="M0 0"/></a>')
    assert "<tspan>县</tspan>城" in cleaned('<text><a href="https://example.org">县</a>城</text>')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_the_encoding_hides_nothing(encoding: str) -> None:
    assert list(map(str, clean('<svg onload="x()"/>'.encode(encoding)).removed)) == ["the attribute onload"]
    declared = '<!DOCTYPE svg [<!ATTLIST svg onload CDATA "x()">]><svg/>'
    assert b"onload" not in clean(declared.encode(encoding)).data
    assert b"xml-stylesheet" not in clean('<?xml-stylesheet href="//example.org/a.css"?><svg/>'.encode(encoding)).data


def test_without_its_namespace_a_drawing_gets_it() -> None:
    drawing = clean(b'<svg width="3" height="4"><path d="M0 0"/></svg>')

    assert drawing.data == b'<svg xmlns="http://www.w3.org/2000/svg" width="3" height="4"><path d="M0 0" /></svg>'


def test_the_short_names_of_old_drawings_are_written_out() -> None:
    drawing = clean(ILLUSTRATOR.encode())

    assert drawing.data == b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9" /></svg>'


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY a "b"><!ENTITY c "&a;&a;">',
        f'<!ENTITY a "{"b" * 1000}">',
        '<!ENTITY a SYSTEM "file:///etc/passwd">',
        '<!ENTITY % a "b">',
        '<!ENTITY a PUBLIC "x" "http://example.org/">',
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le"])
def test_entities_that_grow_or_are_elsewhere_are_refused(declared: str, encoding: str) -> None:
    with pytest.raises(Unreadable):
        clean(f"<!DOCTYPE svg [{declared}]><svg>&a;</svg>".encode(encoding))


@pytest.mark.parametrize(
    "data", [b"", b"\0", b"<svg>", b"<svg/><svg/>", b"\xff\xd8\xff", b"<?xml version='1.0' encoding='x'?><svg/>"]
)
def test_what_is_no_xml_is_no_drawing(data: bytes) -> None:
    with pytest.raises(Unreadable, match="it is not XML"):
        clean(data)


def test_another_document_is_no_drawing() -> None:
    with pytest.raises(Unreadable, match="it is no SVG: it begins with html"):
        clean(b"<html/>")


def test_deep_nesting_breaks_nothing() -> None:
    assert clean(bytes_of("<g>" * 100_000 + "</g>" * 100_000)).removed == ()
    with pytest.raises(Unreadable, match="nested too deeply"):
        clean(bytes_of("<script/>" + "<g>" * 100_000 + "</g>" * 100_000))


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="640" height="360"', (640, 360)),
        ('width="640px" height="360.4"', (640, 360)),
        ('width="10cm" height="5cm"', (378, 189)),
        ('width="1in" height="72pt"', (96, 96)),
        ('viewBox="0 0 960 540"', (960, 540)),
        ('viewBox="0,0,24,24"', (800, 800)),
        ('width="100%" height="100%" viewBox="0 0 1000 500"', (1000, 500)),
        ('width="300" viewBox="0 0 40 20"', (300, 150)),
        ('height="300" viewBox="0 0 40 20"', (600, 300)),
        ('viewBox="0 0 0 0"', (300, 150)),
        ('viewBox="0 0 nan inf"', (300, 150)),
        ('viewBox="a"', (300, 150)),
        ('width="-3" height="x"', (300, 150)),
        ('width="0.1" height="1e9"', (1, 150)),
        ("", (300, 150)),
    ],
)
def test_the_size_is_that_which_a_browser_would_find(attributes: str, size: tuple[int, int]) -> None:
    drawing = clean(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}/>'.encode())

    assert (drawing.width, drawing.height) == size


ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(st.binary() | ANY_TEXT.map(lambda text: f"<svg>{text}</svg>".encode()))
@settings(max_examples=100, deadline=None)
def test_any_bytes_are_a_drawing_or_named(data: bytes) -> None:
    with suppress(Unreadable):
        assert ET.fromstring(clean(data).data).tag == "{http://www.w3.org/2000/svg}svg"
