"""What is told of each article, term and word: the names, types and meaning of fields, as Table Schema of Frictionless Data has them."""

from collections.abc import Sequence
from typing import NamedTuple

Described = dict[str, object]

DATE = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d:\d\d[+-]\d\d:\d\d)?)?)?"
"""A date as exact as it is known."""


REQUIRED = (("required", True),)
DATED = (("pattern", DATE),)


class Field(NamedTuple):
    """A field: its name, its type in JSON, what it says; in a table, where one cell is text, several values are parted by `; `."""

    name: str
    type: str
    about: str
    constraints: tuple[tuple[str, object], ...] = ()

    def described(self, *, flat: bool) -> Described:
        """The field as a schema tells of it."""
        is_list = self.type == "array"
        told = {
            "name": self.name,
            "type": "string" if flat and is_list else self.type,
            "description": f"{self.about}；多项以“; ”分开" if flat and is_list else self.about,
        }
        return told | ({"constraints": dict(self.constraints)} if self.constraints else {})


FIRST = (
    Field("id", "string", "永久标识（RFC 4151），网站换了域名也不变", (*REQUIRED, ("unique", True))),
    Field("url", "string", "文章的网址", REQUIRED),
    Field("title", "string", "标题，原文字形", REQUIRED),
    Field("subtitle", "string", "副题"),
    Field("date", "string", "日期，知道多少写多少：年、年月、年月日或到分", DATED),
    Field("updated", "string", "最后修改的日期", DATED),
    Field("script", "string", "原文字形：zh-Hans 简体，zh-Hant 繁体", REQUIRED),
)
LAST = (
    Field("summary", "string", "摘要；作者没有写的取正文开头"),
    Field("characters", "integer", "正文字数"),
    Field("issue", "string", "原载期号"),
    Field("page", "string", "原载版面"),
    Field("rights", "string", "版权或许可"),
    Field("origin", "string", "转载的原址"),
    Field("corrections", "array", "更正：日期与文字"),
    Field("text", "string", "正文，不带标记，一段一行"),
)
MARKDOWN = Field("markdown", "string", "正文的 Markdown 原稿；纯文本的文章没有")

TERM = (
    Field("taxonomy", "string", "分类法的键", REQUIRED),
    Field("key", "string", "词的标识：简体、小写，层级以“/”相连", REQUIRED),
    Field("name", "string", "本站的写法，原文字形", REQUIRED),
    Field("broader", "string", "上一级词的标识"),
    Field("articles", "integer", "文章篇数，含下级"),
    Field("url", "string", "词的网址"),
)
WORD = (
    Field("written", "string", "文章里的写法", REQUIRED),
    Field("script", "string", "字形", REQUIRED),
    Field("form", "string", "该字形的页面上的写法", REQUIRED),
)


def taxonomy_field(key: str, name: str) -> Field:
    """What says under which terms of a taxonomy an article stands; a taxonomy may be called like a field of ours."""
    taken = {each.name for each in (*FIRST, *LAST, MARKDOWN)}
    about = f"{name}；JSON 中每项有 key（与 terms.csv 相同）和 name（本篇写法）"
    return Field(f"{key}_terms" if key in taken else key, "array", about)


def schema(fields: Sequence[Field], *, key: str | list[str], flat: bool) -> Described:
    """A table schema."""
    return {"fields": [each.described(flat=flat) for each in fields], "primaryKey": key, "missingValues": [""]}
