"""What all tests share: options, sites in temporary folders, and a word about what was not tested."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from coverage import Coverage

from tests.sites import write_site

if TYPE_CHECKING:  # few tests need one
    from playwright.sync_api import Browser, Page

SiteMaker = Callable[..., Path]


LONGEST = ("test_incremental", "test_browser", "test_safety", "test_around", "test_reproducible", "test_little_to_do")
"""The files that take longest, in that order: begun first, they leave no core waiting for the last of them."""

REPEATING = (*LONGEST, "test_desk", "test_old_links", "test_resuming")
"""The files whose tests go the same ways again and again, with other values each time."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="accept the golden sites as they are built now")


def pytest_configure() -> None:
    """Let programs that a test starts speak English, whatever the machine does."""
    os.environ["LANGUAGE"] = "en"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: LONGEST.index(item.path.stem) if item.path.stem in LONGEST else len(LONGEST))
    if not os.environ.get("SITEGEN_LONG"):
        for item in items:
            if item.get_closest_marker("long"):
                item.add_marker(pytest.mark.skip(reason="long run: `make long`"))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say in plain sight what a run did not test."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if "long run" not in str(report.longrepr)]
    if skipped:
        terminalreporter.section("NOT TESTED", red=True)
        for report in skipped:
            reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else str(report.longrepr)
            terminalreporter.line(f"{report.nodeid}: {reason}")


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Where everything must be tested (SITEGEN_NO_SKIPS), a skipped test fails the run."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    skipped = reporter.stats.get("skipped", []) if reporter else []
    if os.environ.get("SITEGEN_NO_SKIPS") and exitstatus == 0:
        session.exitstatus = 1 if [r for r in skipped if "long run" not in str(r.longrepr)] else 0


@pytest.fixture(autouse=True)
def _traced(request: pytest.FixtureRequest) -> Iterator[None]:
    """Leave what repeats itself out of the figures of coverage: being traced takes three times as long, and finds nothing new."""
    tracer = Coverage.current() if request.path.stem in REPEATING and _is_again(request.node) else None
    if tracer is None:
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("COVERAGE_PROCESS_CONFIG", raising=False)
        tracer.stop()
        yield
        tracer.start()


def _is_again(test: pytest.Item) -> bool:
    """Whether a test has run before, with the first of its values."""
    return isinstance(test, pytest.Function) and hasattr(test, "callspec") and any(test.callspec.indices.values())


@pytest.fixture
def make_site(tmp_path: Path) -> SiteMaker:
    """Write a site from its files: make_site({"content/articles/a.md": "…"}, scripts="[zh-Hans]")."""

    def make(files: dict[str, str | bytes] | None = None, **settings: str) -> Path:
        return write_site(tmp_path / "site", files or {}, **settings)

    return make


@pytest.fixture(scope="module")
def browser() -> Iterator["Browser"]:
    """A real Chromium, for the tests of one file."""
    from tests.browser import chromium

    with chromium() as started:
        yield started


@pytest.fixture
def page(browser: "Browser") -> Iterator["Page"]:
    """An empty page on a wide screen."""
    opened = browser.new_page(viewport={"width": 1440, "height": 900})
    yield opened
    opened.context.close()
