"""What an import says of the files that it is given."""

import zipfile
from io import BytesIO
from pathlib import Path

from tests.sentences.desk import Desk, Files, Situation

SAMPLE = (Path(__file__).parents[2] / "samples" / "portal.txt").read_text("utf-8")
PAGE = (
    "<!doctype html><html><head><title>麦子黄了的时候</title></head><body><article><h1>麦子黄了的时候</h1>"
    + "<p>今年的麦子黄得早，一亩地能收八百斤，社员都下了地，忙到天黑才回家吃饭。</p>" * 4
    + "<figure><img src='a.jpg'><figcaption>麦田</figcaption></figure></article></body></html>"
)
SMALL = {"scripts": "[zh-Hans]", "search": "false"}
LOST = "【實干興村】\n示例農(nóng)業(yè)日?qǐng)?bào)記者 張三\n今年的雨水好,農(nóng)業(yè)合作社的社員干勁足,發(fā)了三回通知。"
NEWS = "春耕开始了\n今年的雨水好，农业合作社的社员干劲足，发了三回通知，一回比一回急，地里忙开了。\n第二段说的是秋后的打算。"


def _zipped(size: int) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"0" * size)
    return file.getvalue()


NO_TEXTS: Files = {
    "in/a.txt": " ",
    "in/b.doc": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    "in/c.txt": b"\x89PNG\r\n",
    "in/d.docx": b"PK\x03\x04",
    "in/e.docx": _zipped(50_000_001),
    "in/f.docx": _zipped(1),
    "in/h.md": "---\ntitle: 春\n---\n春天来了。\n",
    "in/g.html": "<!doctype html><html><body></body></html>",
}


def _no_texts(desk: Desk) -> None:
    desk.write(NO_TEXTS)
    desk.run("import", "in", "in/b.doc")


def _texts(desk: Desk) -> None:
    desk.write(
        {
            "in/a.txt": SAMPLE,
            "in/c.txt": LOST,
            "in/b.txt": "麦子黄了\n今年的麦子,黄得早。\n一九五八年也是这样的,老人们说。",
        }
    )
    desk.run("import", "in/a.txt", "--date", "2024-03-05", "--dry-run", "--leave", "readings")
    desk.run("import", "in/b.txt")
    desk.run("import", "in/a.txt", "in/c.txt")
    desk.run("import", "in/a.txt")


def _copies(desk: Desk) -> None:
    desk.write({"in/a.txt": NEWS, "in/b.txt": f"{NEWS}\n", "in/c.txt": NEWS.replace("打算", "事情")})
    desk.run("import", "in", "--date", "2024-03-05", "--skip-duplicates")


def _notes(desk: Desk) -> None:
    """What an editor is to look at, as `check` tells it afterwards."""
    desk.write(
        {
            "in/2024-03-05.txt": "“三夏”到了，“三夏”忙，“三夏”过了是“伏天”。",
            "in/a.txt": "麦子黄了\n新华社兰州6月12日电（记者 张三）" + "今年的麦子黄得早，一亩地能收八百斤。" * 3,
            "in/b.txt": "麦子黄了\n".encode() + "今年的麦子黄得早。\n".encode() * 20 + b"\xff\xff\n",
            "in/c.txt": "麦子黄了\n".encode() + "今年的麦子黄得也很早。\n".encode() * 20 + b"\xff\n",
            "in/d.html": PAGE,
            "in/e.txt": "鄉村裡的事\n鄉親們說實干，裡面的麥子黃了。",
            "in/f.txt": "農(nóng)業(yè)發(fā)展\n抓好整改?，F(xiàn)將情況公布",
            "in/g.txt": "農(nóng)業(yè)發(fā)展\n日?qǐng)?bào)記者?jì)",
        },
        **SMALL,
    )
    desk.quietly("import", "in")
    desk.quietly("build")
    desk.run_for("check", shown=_notes_in)


def _notes_in(output: str) -> str:
    return "".join(line for line in output.splitlines(keepends=True) if "[review]" in line)


SITUATIONS: dict[str, Situation] = {
    "files that are no texts": _no_texts,
    "texts of a mirror": _texts,
    "the same again": _copies,
    "what an editor is to look at": _notes,
}
