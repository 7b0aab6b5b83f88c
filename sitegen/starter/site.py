"""Write a new site, ready for its first build."""

import json
from pathlib import Path

from sitegen.errors import OutputError, Place
from sitegen.messages import message
from sitegen.model.address import RECORD
from sitegen.starter.schema import article_schema, as_json, site_schema

SETTINGS = """\
# yaml-language-server: $schema=.vscode/site.schema.json
title: 我的乡村文汇
description: 一句话说明这里收些什么
base_url: https://example.org/        # 发布后的网址，可以带子目录
scripts: [zh-Hans, zh-Hant]           # 第一种在 /，其余在 /zh-hant/ 等
timezone: Asia/Shanghai
beside: [ris, csl, text]              # 每篇文章旁边的引文和纯文本
data: true                            # 全部文章作为数据发布在 /data/
manifest: true                        # 全部文件的校验清单
"""

FIRST_ARTICLE = """\
---
title: 第一篇文章
date: {today}
tags: [示例]
summary: 这是一篇示例，可以改写，也可以删去。
---

文章写在两条横线下面。空一行，就是新的一段。

## 小标题

- 列表的一项
- 列表的另一项

把照片放在文章旁边，用 `![照片的文字说明](照片.jpg "图注｜摄影者")` 插入。

链接写到站内的文件或网址，例如[关于本站](/about/)。
"""

ABOUT = """\
---
title: 关于本站
---

写几句本站的来历、编者和联系办法。
"""

IGNORED = "public\npublic.releases/\n.sitegen/\n"

MERGED = f"{RECORD} merge=union\n"
"""Both sides of a merge may have published something: every line is kept."""


EDITOR = {
    "yaml.schemas": {
        "./.vscode/site.schema.json": "site.yaml",
        "./.vscode/articles.schema.json": ["content/articles/**/*.md", "content/articles/**/*.txt"],
    },
    "files.encoding": "utf8",
    "files.eol": "\n",
}
"""Settings of VS Code and its kin: which schema belongs to which file, and how files are saved."""


def new_site(folder: Path, *, today: str) -> tuple[Path, ...]:
    """Write a site into a folder that is not there yet or empty; return the files written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError(
            message("there is something here already"), place=Place(str(folder)), hint=message("name a new folder")
        )
    files = {
        "site.yaml": SETTINGS,
        f"content/articles/{today[:4]}/{today}-first.md": FIRST_ARTICLE.format(today=today),
        "content/pages/about.md": ABOUT,
        ".gitignore": IGNORED,
        ".gitattributes": MERGED,
        ".vscode/settings.json": json.dumps(EDITOR, indent=2) + "\n",
        ".vscode/site.schema.json": as_json(site_schema()) + "\n",
        ".vscode/articles.schema.json": as_json(article_schema()) + "\n",
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    return tuple(folder / name for name in files)
