"""Write a new site, ready for its first build."""

from pathlib import Path

from sitegen.errors import OutputError, Place

SETTINGS = """\
title: 我的乡村文汇
description: 一句话说明这里收些什么
base_url: https://example.org/        # 发布后的网址，可以带子目录
scripts: [zh-Hans, zh-Hant]           # 第一种在 /，其余在 /zh-hant/ 等
timezone: Asia/Shanghai
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


def new_site(folder: Path, *, today: str) -> tuple[Path, ...]:
    """Write a site into a folder that is not there yet or empty; return the files written."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise OutputError("there is something here already", place=Place(str(folder)), hint="name a new folder")
    files = {
        "site.yaml": SETTINGS,
        f"content/articles/{today[:4]}/{today}-first.md": FIRST_ARTICLE.format(today=today),
        "content/pages/about.md": ABOUT,
        ".gitignore": IGNORED,
    }
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, "utf-8", newline="\n")
    return tuple(folder / name for name in files)
