"""What a preview showed last is shown again at once: byte for byte, and only while nothing has changed."""

import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from starlette.responses import PlainTextResponse

from sitegen.builder import Options
from sitegen.builder.desk import Desk
from sitegen.server.app import App
from sitegen.server.entrance import Entrance
from sitegen.server.events import Events
from sitegen.server.kept import Kept, keep, kept_of, recall
from tests.server.asking import Got, ask
from tests.sites import NOW, article_file, write_site

ARTICLE = "content/articles/2024-03-05-spring.md"
ADDRESS = "/news/articles/2024/03/spring/"
EDITION = re.compile(r'data-edition="[^"]*"')
LATER = NOW + timedelta(hours=1)
OPTIONS = Options(clock=NOW, in_place=True)


@pytest.fixture(autouse=True)
def sure_of_every_stamp(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no file be too young to be trusted."""
    monkeypatch.setattr("sitegen.builder.inputs.SETTLED", -(10**12))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that was left after an article had been looked at."""
    files: dict[str, str | bytes] = {
        ARTICLE: article_file(),
        "content/articles/later.md": article_file("以后", date=f"{LATER:%Y-%m-%dT%H:%M%z}"),
        "static/paper.css": ":root { --own: 1px }",
        "templates/day.html": "{{ page.title }}",
    }
    made = Desk(write_site(tmp_path / "site", files, base_url="https://example.org/news/"), OPTIONS)
    made.begin()
    made.renew()
    made.stand.ask("articles/2024/03/spring/index.html")
    assert made.leave()
    yield made
    made.close()


def kept_by(desk: Desk) -> Kept:
    kept = kept_of(desk)
    assert kept is not None
    keep(desk.site, kept, everything=False)
    return kept


def recalled(desk: Desk, after: timedelta = timedelta()) -> Kept | None:
    return recall(desk.site, (NOW + after).timestamp(), everything=False)


def without_edition(got: Got) -> tuple[int, str, str]:
    return got.status, got.headers["content-type"], EDITION.sub("", got.text)


def test_what_was_shown_last_is_answered_as_the_desk_answers(desk: Desk) -> None:
    kept_by(desk)
    early = Entrance(Events(), recalled(desk))
    app = App(desk, Events(), lambda: pytest.fail("nobody asked why"), lambda _problems: None).starlette()
    sheet = next(path for path in (recalled(desk) or kept_by(desk)).files if path.endswith(".css"))

    for address in ("/news/", ADDRESS, f"/news/{sheet}", "/~sitegen/live.js"):
        assert without_edition(ask(early, address)) == without_edition(ask(app, address)), address
    assert early.was_asked.is_set()
    assert ask(early, ADDRESS, if_none_match=ask(early, ADDRESS).headers["etag"]).status == 304


def edits(file: str, content: str) -> Callable[[Path], None]:
    def edit(site: Path) -> None:
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(content, "utf-8")

    return edit


@pytest.mark.parametrize(
    "change",
    [
        edits(ARTICLE, article_file("别的")),
        edits("content/articles/new.md", article_file("新的")),
        lambda site: (site / ARTICLE).unlink(),
        edits("content/glossary.yaml", "正文: {zh-Hant: 內文}\n"),
        edits("site.yaml", "title: 别的\nbase_url: https://example.org/news/\n"),
        edits("static/paper.css", ":root { --own: 2px }"),
        edits("templates/day.html", "{{ page.title }}!"),
        lambda site: (site / ".sitegen/preview-published.kept").unlink(),
        lambda site: (site / ".sitegen/preview-published.kept").write_bytes(b""),
    ],
    ids=["edited", "new", "gone", "glossary", "settings", "style sheet", "template", "lost", "empty"],
)
def test_nothing_is_recalled_once_something_has_changed(desk: Desk, change: Callable[[Path], None]) -> None:
    kept = kept_by(desk)
    assert recalled(desk) == kept

    change(desk.site)

    assert recalled(desk) is None


def test_nothing_is_recalled_once_an_article_has_fallen_due_nor_before_it_was_kept(desk: Desk) -> None:
    kept_by(desk)

    assert recalled(desk, timedelta(minutes=59))
    assert recalled(desk, timedelta(hours=1)) is None
    assert recalled(desk, -timedelta(minutes=1)) is None


def test_nothing_is_recalled_of_another_program_nor_of_drafts(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    kept_by(desk)

    assert recall(desk.site, NOW.timestamp(), everything=True) is None
    monkeypatch.setattr("sitegen.server.kept.program", lambda: "another")
    assert recalled(desk) is None


def test_a_damaged_file_is_as_good_as_none(desk: Desk) -> None:
    kept_by(desk)
    file = desk.site / ".sitegen/preview-published.kept"
    data = file.read_bytes()

    for at in range(0, len(data), 997):
        file.write_bytes(data[:at] + bytes([data[at] ^ 1]) + data[at + 1 :])
        assert recalled(desk) is None, at


def test_a_site_that_changed_unseen_or_is_wrong_is_not_kept(desk: Desk) -> None:
    (desk.site / ARTICLE).write_text(article_file("别的"), "utf-8")
    assert not desk.leave()

    desk.renew()
    assert kept_of(desk) is None
    (desk.site / "site.yaml").write_text("title: [", "utf-8")
    desk.renew()
    assert desk.leave()
    assert kept_of(desk) is None


def test_who_asks_for_what_was_not_kept_waits_for_the_desk(desk: Desk) -> None:
    kept_by(desk)
    early, got = Entrance(Events(), recalled(desk)), list[Got]()
    asks = [Thread(target=lambda path=path: got.append(ask(early, path))) for path in ("/news/tags/", "/~sitegen/why")]
    for each in asks:
        each.start()
    assert early.was_asked.wait(timeout=10)
    early.let_in(PlainTextResponse("the desk"))
    for each in asks:
        each.join(timeout=10)

    assert [each.text for each in got] == ["the desk", "the desk"]
    assert ask(early, "/news/").text == "the desk"


def test_who_waits_is_let_go_when_the_preview_ends() -> None:
    early = Entrance(Events(), None)
    early.close()

    assert ask(early, "/").status == 503
