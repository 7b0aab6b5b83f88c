"""A small site with everything that an article may have and the example has not."""

from pathlib import Path

from tests.sites import article_file, write_site

EVERYTHING = """\
---
title: 黄土塬上的苹果树为什么要在三月里剪第二遍枝条
subtitle: 老把式和农技员算的一笔细账
date: 2023-06-12 08:00
updated: 2023-06-20
series: {name: 党组织书记谈落实, part: 3}
tags: [苹果, 果园, 修剪]
places: [甘肃省/兰州市/红古区]
authors: [{name: 张三, role: 记者}, {name: 李四, role: 通讯员}]
sources: [甘肃日报, 新示例]
rights: 转载请注明出处。
edition: {issue: 第1234期, page: 3}
origin: {address: 'https://news.example.cn/2023/06/12/content_1234567.htm'}
corrections: [{date: 2023-07-01, text: 第二段亩数应为三百二十亩。}]
---

日□报记者在*红古区*见到老杨时，他正蹲在树下数花。增产3,000斤，用 `pruning --second` 剪法。

这是<ruby>塬<rt>yuán</rt></ruby>，不是<span lang="en">an <em>English</em> word</span>。**加粗**，[链接](https://example.org)，脚注[^1]。

## 第一遍

> 春分前后剪一遍，谷雨之前再剪一遍。

- 剪密
- 剪弱
    1. 先上
    2. 后下

名词
:   解释一行。

### 小标题

| 品种 | 面积（亩） | 亩产（公斤） | 单价（元） | 收入（元） | 备注 | 再来一列 | 又一列 |
|:--|--:|--:|--:|--:|:--|:--|:--|
| 花牛 | 320 | 2,150 | 4.20 | 9,030 | 果径75毫米以上 | 甲 | 乙 |

```
a line that is very long and goes on and on and on and on and on and on and on and on and on
```

---

末段。

[^1]: 脚注的话。
"""

UNDATED = "/articles/undated/undated/"
WHOLE = "/articles/2023/06/everything/"
WITHDRAWN = "/articles/2023/05/gone/"


def write_oddities(site: Path) -> Path:
    """Write it below `site`."""
    series = {"series": "党组织书记谈落实"}
    files: dict[str, str | bytes] = {
        "content/articles/everything.md": EVERYTHING,
        "content/articles/first.md": article_file("第一篇", date="2023-05-01", **series),
        "content/articles/second.md": article_file("第二篇", date="2023-05-02", **series),
        "content/articles/fourth.md": article_file("第四篇", date="2023-07-02", **series),
        "content/articles/undated.md": article_file("無日期的舊稿", "後院的乾草，瞭望臺後頭。這裏沒有日期。"),
        "content/articles/gone.md": article_file(date="2023-05-03", withdrawn="{date: 2024-01-01, reason: 失实}"),
        "content/series/党组织书记谈落实.md": "---\nsummary: 一位支书一席话。\n---\n说的是纸上的字怎样走到田里去。\n",
    }
    return write_site(site, files, description="县里的事，村里的人")
