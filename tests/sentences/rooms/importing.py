"""What an import says of the files that it is given."""

import zipfile
from io import BytesIO
from pathlib import Path

from tests.sentences.desk import Desk, Files, Situation

SAMPLE = (Path(__file__).parents[2] / "samples" / "portal.txt").read_text("utf-8")
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


SITUATIONS: dict[str, Situation] = {
    "files that are no texts": _no_texts,
    "texts of a mirror": _texts,
    "the same again": _copies,
}
