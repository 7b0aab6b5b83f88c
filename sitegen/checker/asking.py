"""Ask other hosts whether an address leads somewhere. The only module that knows urllib3."""

import ipaddress
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import urllib3

from sitegen import __version__
from sitegen.messages import Message, message

AT_ONCE = 16
"""Addresses that are asked for at one time."""

PER_HOST = 2
"""Of these, how many at one host."""

AGENT = (
    f"sitegen-check/{__version__} (looks whether links still lead somewhere; asks for each address once a week at most)"
)
GONE = frozenset((404, 410))
BUSY = (429, 500, 502, 503, 504)
MOVED_FOR_GOOD = frozenset((301, 308))
HEAD_REFUSED = frozenset((400, 403, 404, 405, 406, 410, 501))
"""Answers to HEAD that some hosts give though they would answer GET."""

STEPS = 6
"""Redirects that are followed."""


class Outcome(StrEnum):
    """What a host says of an address; UNSURE is neither yes nor no: busy, for members only, no robots."""

    FINE = "fine"
    MOVED = "moved"
    GONE = "gone"
    UNSURE = "unsure"


class Answer(NamedTuple):
    """What a host said of an address, in words where it is worth telling; `url` is where it has moved to."""

    outcome: Outcome
    words: Message | str = ""
    url: str = ""


class Asker:
    """Asks with HEAD, then with GET; waits longer before each of `tries` more where a host is busy, and no longer than `seconds`."""

    def __init__(self, *, tries: int = 2, seconds: float = 15, pause: float = 1) -> None:
        retries = urllib3.Retry(
            total=tries,
            redirect=False,
            backoff_factor=pause,
            backoff_max=seconds,
            status_forcelist=BUSY,
            raise_on_status=False,
            retry_after_max=int(seconds),
        )
        self._pool = urllib3.PoolManager(
            num_pools=AT_ONCE * 4,
            maxsize=PER_HOST,
            block=True,
            retries=retries,
            timeout=urllib3.Timeout(connect=seconds, read=seconds),
            headers={"User-Agent": AGENT, "Accept": "*/*"},
        )

    def answers(self, urls: Iterable[str]) -> Iterator[tuple[str, Answer]]:
        """Ask for many addresses at once; the answers come in the order of the addresses."""
        asked = list(urls)
        with ThreadPoolExecutor(AT_ONCE) as threads:
            yield from zip(asked, threads.map(self.answer, asked), strict=True)

    def answer(self, url: str) -> Answer:
        """Ask for one address."""
        try:
            return self._followed(url)
        except urllib3.exceptions.MaxRetryError as error:
            return failure(error.reason or error)
        except (urllib3.exceptions.HTTPError, ValueError) as error:
            return failure(error)

    def _followed(self, url: str) -> Answer:
        at, for_good = url, True
        for _ in range(STEPS):
            status, location = self._asked(at)
            if not location:
                moved = at if at != url and for_good and status < min(GONE) else ""
                return _said(status, moved)
            for_good = for_good and status in MOVED_FOR_GOOD
            at = urljoin(at, location)
            if not is_public(at) and is_public(url):
                return Answer(Outcome.UNSURE)
        return Answer(Outcome.GONE, message("is redirected more than {times} times", times=STEPS))

    def _asked(self, url: str) -> tuple[int, str]:
        """The status of an address, and where it leads on."""
        status, location = self._request("HEAD", url)
        return self._request("GET", url) if status in HEAD_REFUSED else (status, location)

    def _request(self, method: str, url: str) -> tuple[int, str]:
        response = self._pool.request(method, url, preload_content=False, redirect=False)
        try:
            return response.status, response.get_redirect_location() or ""
        finally:
            response.close()
            response.release_conn()


def is_public(url: str) -> bool:
    """Whether an address is of the web: not of this machine, nor of a network of its own."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return True  # it is no address at all, which asking will say
    try:
        return ipaddress.ip_address(host).is_global
    except ValueError:
        return "." in host and not host.endswith((".local", ".localhost", ".internal", ".invalid"))


def _said(status: int, moved: str) -> Answer:
    if status in GONE:
        return Answer(Outcome.GONE, message("is not there any more ({status})", status=status))
    if status >= min(HEAD_REFUSED):
        return Answer(Outcome.UNSURE)
    return Answer(Outcome.MOVED, message("has moved for good"), moved) if moved else Answer(Outcome.FINE)


def failure(error: Exception) -> Answer:
    """What it means that an address could not be asked for."""
    if isinstance(error, urllib3.exceptions.NameResolutionError):
        return Answer(Outcome.GONE, message("is of a host that nobody knows"))
    if isinstance(error, urllib3.exceptions.NewConnectionError):
        return Answer(Outcome.GONE, message("cannot be reached"))
    if isinstance(error, urllib3.exceptions.SSLError):
        return Answer(Outcome.GONE, message("has a certificate that is not valid"))
    if isinstance(error, urllib3.exceptions.TimeoutError):
        return Answer(Outcome.UNSURE)
    if isinstance(error, (urllib3.exceptions.LocationParseError, urllib3.exceptions.LocationValueError, ValueError)):
        return Answer(Outcome.GONE, message("is no address"))
    return Answer(Outcome.GONE, message("cannot be reached"))
