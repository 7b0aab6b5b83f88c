"""Whether the pages of each script are there, and hold its characters alone."""

from collections.abc import Iterator

from sitegen.checker.findings import Finding, error, warning
from sitegen.checker.page import Element, Page
from sitegen.checker.site import Expected, Site
from sitegen.chinese import strays
from sitegen.chinese.html import DESCRIBED, WORDS
from sitegen.messages import message
from sitegen.model import Script

SHOWN = 6
"""Characters that one line of a report names."""


def right_script(page: Page, expected: Expected) -> Iterator[Finding]:
    """A page is in the script of its folder, save for what somebody wrote otherwise on purpose."""
    script = Script.named(expected.script_of(page.path))
    if script is None or page.path in expected.copies:
        return
    if page.lang != script:
        problem = (
            message("the page says that it is in {language}, not in {script}", language=page.lang, script=script)
            if page.lang
            else message("the page does not say that it is in {script}", script=script)
        )
        hint = message('let the template write `<html lang="{{ page.script }}">`')
        yield error("wrong-script", problem, page.place(1, 0), hint)
    if not strays("\n".join(_all_words(page)), script):
        return
    found = [each for words, line, column in _words(page) for each in _foreign(words, line, column, script, expected)]
    if found:
        characters = "".join(list(dict.fromkeys(character for character, _, _ in found))[:SHOWN])
        _, line, column = found[0]
        problem = message("{characters}: not a character of {script}", characters=characters, script=script)
        hint = message("see what wrote it: a glossary, a template with `lang` missing, or the conversion")
        yield warning("wrong-script", problem, page.place(line, column), hint)


def _all_words(page: Page) -> list[str]:
    """The same as `_words` without places, of every page; hardly any has a character that is asked for."""
    attributes = [element for element in page.elements if not element.is_alone]
    described = [words for each in attributes if each.tag == "meta" for words in _in_attributes(each)]
    others = [words for each in attributes for name, words in each.attributes.items() if name in WORDS]
    return [*(text.words for text in page.texts if not text.is_alone), *described, *others]


def _words(page: Page) -> Iterator[tuple[str, int, int]]:
    for text in page.texts:
        if not text.is_alone:
            yield text.words, text.line, text.column
    for element in page.elements:
        if not element.is_alone:
            yield from ((words, element.line, element.column) for words in _in_attributes(element))


def _in_attributes(element: Element) -> Iterator[str]:
    attributes = element.attributes
    yield from (value for name, value in attributes.items() if name in WORDS)
    if element.tag == "meta" and DESCRIBED.fullmatch(f'name="{attributes.get("name") or attributes.get("property")}"'):
        yield attributes.get("content", "")


def _foreign(words: str, line: int, column: int, script: Script, expected: Expected) -> Iterator[tuple[str, int, int]]:
    for at in strays(words, script):
        if expected.as_written.isdisjoint(contexts(words, at)):
            start = words.rfind("\n", 0, at)
            yield words[at], line + words.count("\n", 0, at), column + at if start < 0 else at - start - 1


def contexts(text: str, at: int) -> tuple[str, ...]:
    """A character with each of its neighbours, and alone where it has none."""
    pairs = tuple(
        pair for pair in (text[max(0, at - 1) : at + 1], text[at : at + 2]) if len(pair) > 1 and pair.isalnum()
    )
    return pairs or (text[at],)


def every_script_is_whole(site: Site) -> Iterator[Finding]:
    """Every page is there in every script; old addresses and what was copied stand once."""
    prefixes = [f"{prefix}/" if prefix else "" for prefix, _ in site.expected.scripts]
    for path, page in site.pages.items() if len(prefixes) > 1 else ():
        if page.is_redirect or path in site.expected.copies:
            continue
        own = next((prefix for prefix in prefixes[1:] if path.startswith(prefix)), "")
        for prefix, (_, tag) in zip(prefixes, site.expected.scripts, strict=True):
            if f"{prefix}{path.removeprefix(own)}" not in site.pages:
                problem = message("there is no such page in {script}", script=tag)
                yield error("missing-script", problem, site.place(path), message("build again"))
