"""The preview follows the time as well as the edits: an article comes when it falls due, and goes when it expires."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event, Thread

import pytest

from sitegen.builder import Options, build
from sitegen.builder.desk import Desk
from sitegen.server.events import Events
from sitegen.server.preview import Ears, follow
from sitegen.server.watch import Changes
from tests.sites import NOW, article_file, files_in, write_site

TRIES = 200
BEFORE = NOW - timedelta(milliseconds=20)
PAGE = "articles/2024/07/spring/index.html"


@contextmanager
def followed(site: Path, hand: list[datetime]) -> Iterator[tuple[Desk, Events]]:
    """A site on a desk whose clock shows what the hand says, once it stands."""
    desk = Desk(site, Options(in_place=True), clock=lambda: hand[0])
    stands, events, changes = Event(), Events(), Changes(site)
    ears = Ears(
        ready=lambda _base_path: stands.set(),
        edited=lambda *told: pytest.fail(f"nobody edited anything: {told}"),
        mended=lambda: pytest.fail("nothing was wrong"),
        wrong=lambda problems: pytest.fail(f"{problems}"),
        warned=lambda _warnings: None,
    )
    follower = Thread(target=follow, args=(desk, changes, events, ears), daemon=True)
    follower.start()
    assert stands.wait(timeout=30)
    yield desk, events
    changes.close()
    follower.join(timeout=30)
    desk.close()
    assert not follower.is_alive()


def shows(desk: Desk, built: Path, moment: datetime) -> bool:
    """Whether the article has a page; that, and the front page, are as a build makes them then."""
    build(desk.site, built, Options(clock=moment))
    files = files_in(built)
    front, page = desk.stand.ask("index.html"), desk.stand.ask(PAGE)

    assert front is not None
    assert front.content == files["index.html"]
    assert (page and page.content) == files.get(PAGE)
    assert (page is not None) == ("春耕" in front.content.decode())
    return page is not None


@pytest.mark.parametrize(
    ("fields", "before", "after"),
    [
        ({"date": f"{NOW:%Y-%m-%dT%H:%M}"}, False, True),
        ({"date": "2024-07-01", "expires": f"{NOW:%Y-%m-%dT%H:%M}"}, True, False),
    ],
    ids=["falls due", "expires"],
)
def test_an_article_comes_and_goes_when_its_time_has_come(
    fields: dict[str, str], tmp_path: Path, *, before: bool, after: bool
) -> None:
    files: dict[str, str | bytes] = {
        "content/articles/spring.md": article_file(**fields),
        "content/articles/stays.md": article_file("夏收", date="2024-03-04"),
    }
    hand = [BEFORE]
    with followed(write_site(tmp_path / "site", files), hand) as (desk, events):
        stood = events.edition
        assert shows(desk, tmp_path / "before", BEFORE) is before

        hand[0] = NOW
        for _ in range(TRIES):
            if events.edition != stood:
                break
            time.sleep(0.05)

        assert events.edition != stood
        assert shows(desk, tmp_path / "after", NOW) is after
        assert desk.patience is None
