"""What the parsers say of a page or a feed is told in both languages; what they say besides stays as it is."""

from pathlib import Path

import pytest

from sitegen.checker.built import read_page
from sitegen.checker.faults import KNOWN, OF_A_NAME, fault
from sitegen.checker.feeds import programs_can_read
from sitegen.checker.findings import Finding
from sitegen.checker.site import Expected, Site
from sitegen.translation import catalogue

START = '<!doctype html><html lang="zh-Hans"><head><title>春</title></head><body>'
NO_TITLE = '<!doctype html><html lang="zh-Hans"><head><title></title></head><body></body></html>'
PAGES = [
    ("<!-->", "abrupt closing of empty comment", "空注释结束得不对"),
    ("<p>&#x110000;", "character reference outside unicode range", "字符引用超出了 Unicode 的范围"),
    ("<p>\x01", "control character in input stream", "有控制字符"),
    ("<p>&#1;", "control character reference", "字符引用指向控制字符"),
    ("<p a a>", "duplicate attribute", "同一个属性写了两次"),
    ("<p></p a>", "end tag with attributes", "结束标签里有属性"),
    ("<p></p/>", "end tag with trailing solidus", "结束标签末尾多了斜线"),
    ("<", "eof before tag name", "标签还没写名称，文件就结束了"),
    ("<!-- ", "eof in comment", "注释还没写完，文件就结束了"),
    ("<p a", "eof in tag", "标签还没写完，文件就结束了"),
    ("<img src=a>", "img element has no alt attribute", "图片没有 alt（说明文字）"),
    ("<area href=a>", "area element with href has no alt attribute", "area 有 href，但没有 alt"),
    (
        "<input type=image>",
        "input element of type image has no alt attribute",
        "图片按钮没有 alt（说明文字）",
    ),
    ("<!--x--!>", "incorrectly closed comment", "注释的结尾写错了"),
    ("<!x>", "incorrectly opened comment", "注释的开头写错了"),
    ("<3", "invalid first character of tag name", "标签名的第一个字符不对"),
    ("<p a=>", "missing attribute value", "属性没有值"),
    ("</>", "missing end tag name", "结束标签没有写名称"),
    ("<p>&amp", "missing semicolon after character reference", "字符引用后面缺分号"),
    ('<p a="b"c="d">', "missing whitespace between attributes", "属性之间缺空格"),
    ("<!-- <!-- -->", "nested comment", "注释里又有注释"),
    (
        "<p/>",
        "non void html element start tag with trailing solidus",
        "不能自己结束的元素，标签末尾多了斜线",
    ),
    ("<p role=x>", "role value is not a defined ARIA role", "role 的值不是 ARIA 规定的"),
    ("<p <b>", "unexpected character in attribute name", "属性名里有不能用的字符"),
    ("<p a=b'c>", "unexpected character in unquoted attribute value", "没有加引号的值里有不能用的字符"),
    ("<!doctype html>", "unexpected doctype", "doctype 的位置不对"),
    ("<p =a>", "unexpected equals sign before attribute name", "属性名前面多了等号"),
    ("<p>\0", "unexpected null character", "有空字符"),
    ("<p / a>", "unexpected solidus in tag", "标签里多了斜线"),
    ("<p>&foo;", "unknown named character reference", "不认识的字符引用"),
    ("<center>一</center>", "the center element is obsolete", "元素 center 已经废除"),
    ("<p align=left>", "the align attribute is obsolete", "属性 align 已经废除"),
    ("<p id=a></p><p id=a>", "id a is used more than once", "id a 用了不止一次"),
    ("<div>", "<div> is never closed", "<div> 一直没有结束"),
]
NO_XML = [
    ("<a/>x", "content outside root", "最外层的元素外面还有内容"),
    ("<a>\x01</a>", "invalid char", "有不能用的字符"),
    ("<a>&#1;</a>", "invalid char ref", "字符引用指向不能用的字符"),
    ("<!-- -- --><a/>", "double hyphen in comment", "注释里有 --"),
    ("<a b/>", "expected equals", "属性后面缺等号"),
    ('<a b="<"/>', "lt in attribute", "属性的值里有 <"),
    ("<a></b>", "mismatched tag", "开始标签和结束标签对不上"),
    ("<a/><b/>", "multiple roots", "最外层不止一个元素"),
    ("", "no root element", "没有最外层的元素"),
    ("<a>", "premature eof", "还没写完，文件就结束了"),
    ("<a", "unclosed start tag", "开始标签没有结束"),
    ("<x:a/>", "undeclared namespace", "命名空间没有声明"),
    ("<a>&b;</a>", "undefined entity", "不认识的实体"),
    ("</a>", "unexpected end tag", "多了一个结束标签"),
    ("<a b=c/>", "unquoted attribute", "属性的值没有加引号"),
    ('<a b="c', "unterminated attribute", "属性的值没有结束"),
    ("<a><!-- ", "unterminated comment", "注释没有结束"),
    ("<a></a", "unterminated end tag", "结束标签没有写完"),
    ("<a>&b</a>", "unterminated reference", "实体没有写完，或 & 没有写成 &amp;"),
]
NO_JSON = [
    ('{"a" 1}', "Expecting ':' delimiter", "缺少冒号"),
    ('{"a": 1 "b"', "Expecting ',' delimiter", "缺少逗号"),
    ("{a: 1}", "Expecting property name enclosed in double quotes", "缺少带双引号的键名"),
    ('{"a": }', "Expecting value", "缺少值"),
    ("{} x", "Extra data", "后面还有多余的内容"),
    ('"\x01"', "Invalid control character at", "字符串里有控制字符"),
    ('"a', "Unterminated string starting at", "字符串没有结束"),
]


def both(finding: Finding) -> tuple[str, str]:
    """The first line in each language, without its place."""
    english, chinese = str(finding), finding.said(catalogue("zh"))
    return tuple(each.partition("]: ")[2].partition("\n")[0] for each in (english, chinese))  # type: ignore[return-value]  # two of them


@pytest.mark.parametrize(
    ("html", "english", "chinese"),
    [
        *((START + body, *told) for body, *told in PAGES),
        (NO_TITLE, "document has no non-empty title element", "页面没有 title，或 title 是空的"),
    ],
)
def test_what_is_not_valid_in_a_page_is_told(html: str, english: str, chinese: str) -> None:
    told = [both(each) for each in read_page("a.html", html, "public", Expected()).findings]

    assert (english, chinese) in told


@pytest.mark.parametrize(
    ("name", "text", "english", "chinese"),
    [
        *(("feed.xml", text, f"this is no XML: {a}", f"不是 XML：{b}") for text, a, b in NO_XML),
        *(("feed.json", text, f"this is no JSON: {a}", f"不是 JSON：{b}") for text, a, b in NO_JSON),
    ],
)
def test_what_is_no_feed_at_all_is_told(name: str, text: str, english: str, chinese: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    site = Site(tmp_path, "public", frozenset([name]), {}, Expected())

    assert [both(each) for each in programs_can_read(site)] == [(english, chinese)]


def test_every_fault_that_is_translated_is_one_that_parsers_find() -> None:
    found = {words for _, words, _ in (*PAGES, *NO_XML, *NO_JSON)} | {"document has no non-empty title element"}
    of_a_name = {
        each.sentence
        for each in OF_A_NAME
        if any(words == each.sentence.replace("{name}", name) for words in found for name in ("a", "align", "center"))
    }

    assert set(KNOWN) <= found
    assert of_a_name == {each.sentence for each in OF_A_NAME}


def test_a_fault_that_nobody_has_translated_is_told_as_it_is() -> None:
    assert fault("something new is wrong") == "something new is wrong"
