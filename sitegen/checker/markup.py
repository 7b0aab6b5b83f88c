"""Whether the HTML of a page is valid."""

from collections.abc import Iterator

from turbohtml import conformance

from sitegen.checker.faults import coded, fault
from sitegen.checker.findings import Finding, error
from sitegen.checker.page import Page
from sitegen.checker.site import Expected
from sitegen.messages import message

MOST = 5
"""Faults of one page that are told: most come from one."""

IDS = "duplicate-id"


def valid_html(page: Page, _expected: Expected) -> Iterator[Finding]:
    """The parser had nothing to mend, no rule for authors is broken, and every element stands where it may."""
    told = [(each.line, each.col, coded(each.code)) for each in page.document.errors]
    told += [(each.line, each.column, each.problem) for each in page.faults]
    told += [(each.line, each.column, fault(each.message)) for each in _broken_rules(page) if each.code != IDS]
    for line, column, problem in sorted(told, key=lambda each: (*each[:2], str(each[2])))[:MOST]:
        hint = message("mend the template, or the HTML in the article")
        yield error("invalid-html", problem, page.place(line, column), hint)


def unique_ids(page: Page, _expected: Expected) -> Iterator[Finding]:
    """No two elements have one id: links and labels would lead to the first."""
    for each in _broken_rules(page):
        if each.code == IDS:
            place = page.place(each.line, each.column)
            yield error(IDS, fault(each.message), place, message("give one of them another id"))


def _broken_rules(page: Page) -> Iterator[conformance.ConformanceMessage]:
    return (each for each in page.report.messages if each.severity == "error")
