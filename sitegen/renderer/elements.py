"""Give the elements of a body the form that the pages show: figures, tables, headings."""

from xml.etree.ElementTree import Element, SubElement

from markdown.treeprocessors import Treeprocessor

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
CREDIT = "｜"


class ChineseElements(Treeprocessor):
    """Walks the tree once: pictures alone in a paragraph, tables, the level of headings."""

    def run(self, root: Element) -> None:
        """Change the tree in place."""
        _demote_headings(root)
        for parent in list(root.iter()):
            for index, child in enumerate(list(parent)):
                if child.tag == "table":
                    parent[index] = _scrolling(child)
                elif _is_picture_alone(child):
                    parent[index] = _figure(child)
        for cell in root.iter():
            if align := cell.attrib.pop("align", ""):
                cell.set("class", align)


def _demote_headings(root: Element) -> None:
    """Let the highest heading be an h2: the h1 is the article's title."""
    found = [element for element in root.iter() if element.tag in HEADINGS]
    highest = min((HEADINGS.index(element.tag) for element in found), default=1)
    for element in found:
        level = HEADINGS.index(element.tag) - highest + 1
        element.tag = HEADINGS[min(level, len(HEADINGS) - 1)]


def _scrolling(table: Element) -> Element:
    """Put a table into a box of its own, in which a wide one scrolls, by keyboard too."""
    box = Element("div", {"class": "table", "tabindex": "0", "role": "group", "aria-label": "表格"})
    box.append(table)
    box.tail, table.tail = table.tail, None
    return box


def _is_picture_alone(element: Element) -> bool:
    if element.tag != "p" or len(element) != 1 or (element.text or "").strip():
        return False
    return element[0].tag == "img" and not (element[0].tail or "").strip()


def _figure(paragraph: Element) -> Element:
    """A picture's title is its caption; what stands behind the last ｜ is its credit."""
    figure = Element("figure")
    figure.tail = paragraph.tail
    picture = paragraph[0]
    picture.tail = None
    figure.append(picture)
    caption, _, credit = _parted(picture.attrib.pop("title", ""))
    if caption or credit:
        words = SubElement(figure, "figcaption")
        words.text = caption
        if credit:
            SubElement(words, "span", {"class": "credit"}).text = credit
    return figure


def _parted(title: str) -> tuple[str, str, str]:
    before, mark, after = title.rpartition(CREDIT)
    return (before.strip(), mark, after.strip()) if mark else (title.strip(), "", "")
