"""The servers that docs/hosting.md and docs/old-links.md tell how to set up, set up so and asked: those that this machine has."""

import gzip
import http.client
import os
import re
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.sites import article_file, build_site, write_site

DOCS = Path(__file__).parent.parent / "docs"
HOSTING, OLD_LINKS = ((DOCS / name).read_text("utf-8") for name in ("hosting.md", "old-links.md"))
HOST = "news.example.org"
MODULES = ("mpm_event", "authz_core", "dir", "mime", "headers", "rewrite")
SETTINGS = {"beside": "[ris]", "compress": "[gz]", "manifest": "true", "old_links": "{maps: [nginx, apache, caddy]}"}
FOR_EVER = "public, max-age=31536000, immutable"


class Answer(NamedTuple):
    status: int
    headers: dict[str, str]
    body: bytes


Ask = Callable[..., Answer]


def shown(document: str, beginning: str) -> str:
    """The block of code that follows some words."""
    block = re.search(r"```\w*\n(.*?)```", document[document.index(beginning) :], re.DOTALL)
    assert block
    return block[1]


def nginx(folder: Path, public: Path, port: int) -> list[str]:
    sizes, old = re.split(r"(?=map \$uri)", shown(OLD_LINKS, "\nnginx ("), maxsplit=1)
    outside, inside = old.split("server {\n  root /srv/www;\n")
    server = shown(HOSTING, "## nginx").rstrip().removesuffix("}") + inside
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("listen [::]:80;", "")
    stores = " ".join(f"{kind}_temp_path {folder};" for kind in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
    head = "daemon off; master_process off; events {}\n" + f"pid {folder}/pid; error_log {folder}/log;\n"
    text = f"{head}http {{ access_log off; {stores}\n{sizes}{outside}{server}\n}}\n"
    (folder / "nginx.conf").write_text(placed(text, public), "utf-8")
    return ["nginx", "-c", str(folder / "nginx.conf"), "-e", str(folder / "log")]


def apache(folder: Path, public: Path, port: int) -> list[str]:
    host = shown(HOSTING, "## Apache").replace("</VirtualHost>", shown(OLD_LINKS, "\nApache (") + "</VirtualHost>")
    modules = "".join(f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n" for name in MODULES)
    text = (
        f"Listen 127.0.0.1:{port}\nPidFile {folder}/pid\nErrorLog {folder}/log\nDefaultRuntimeDir {folder}\n{modules}"
    )
    text += f"ServerName {HOST}\nTypesConfig /etc/mime.types\n" + host.replace("*:80", f"127.0.0.1:{port}")
    (folder / "apache.conf").write_text(placed(text, public), "utf-8")
    return ["apache2", "-D", "FOREGROUND", "-d", str(folder), "-f", str(folder / "apache.conf")]


def caddy(folder: Path, public: Path, port: int) -> list[str]:
    host = shown(HOSTING, "## Caddy").rstrip().removesuffix("}") + shown(OLD_LINKS, "\nCaddy:") + "}\n"
    text = "{\n\tadmin off\n\tdefault_bind 127.0.0.1\n}\n" + host.replace(f"{HOST} {{", f"http://{HOST}:{port} {{", 1)
    (folder / "Caddyfile").write_text(placed(text, public), "utf-8")
    return ["caddy", "run", "--config", str(folder / "Caddyfile")]


def placed(text: str, public: Path) -> str:
    """What is shown for a server elsewhere, for this folder."""
    return text.replace("/srv/news/public", str(public)).replace("/srv/www/news", str(public))


SERVERS = {"nginx": nginx, "apache2": apache, "caddy": caddy}


@pytest.fixture(scope="module")
def public() -> Iterator[Path]:
    """A site of which an article has gone and another has an old address, where a server that gives up its rights can read it."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    kept = article_file(date="2024-03-05", tags="麦", aliases="[/old/path.html, /旧/路.html]")
    gone = article_file("走了", date="2024-03-06")
    site = write_site(folder, {"content/articles/a.md": kept, "content/articles/gone.md": gone}, **SETTINGS)
    build_site(site, record=True)
    (site / "content/articles/gone.md").unlink()
    build_site(site, record=True)
    yield site / "public"
    shutil.rmtree(folder)


@pytest.fixture(scope="module", params=SERVERS)
def ask(request: pytest.FixtureRequest, public: Path) -> Iterator[Ask]:
    """Asks a server for an address."""
    path = f"{os.environ['PATH']}:/usr/sbin"
    if shutil.which(request.param, path=path) is None:
        pytest.skip(f"no {request.param} is here")
    folder, port = Path(tempfile.mkdtemp()), free_port()
    home = {"HOME": str(folder), "XDG_DATA_HOME": str(folder), "XDG_CONFIG_HOME": str(folder), "PATH": path}
    with (folder / "said").open("wb") as said:
        server = subprocess.Popen(SERVERS[request.param](folder, public, port), env=home, stdout=said, stderr=said)
    try:
        wait_for(port, server, folder / "said")
        yield lambda address, **headers: answer(port, address, headers)
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder)


def free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


def wait_for(port: int, server: "subprocess.Popen[bytes]", said: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, said.read_text("utf-8")
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail(said.read_text("utf-8"))


def answer(port: int, address: str, headers: dict[str, str]) -> Answer:
    sent = {"Host": HOST, **{key.replace("_", "-"): each for key, each in headers.items()}}
    with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=60)) as host:
        host.request("GET", address, headers=sent)
        given = host.getresponse()
        return Answer(given.status, {key.lower(): each for key, each in given.getheaders()}, given.read())


def test_a_page_has_its_type_the_policy_and_is_asked_for_again(ask: Ask, public: Path) -> None:
    page = ask("/articles/2024/03/a/")

    assert (page.status, page.headers["content-type"].lower()) == (200, "text/html; charset=utf-8")
    assert page.headers["cache-control"] == "no-cache"
    assert "frame-ancestors 'self'" in page.headers["content-security-policy"]
    assert page.headers["x-content-type-options"] == "nosniff"
    assert page.body == (public / "articles/2024/03/a/index.html").read_bytes()
    ris = ask("/articles/2024/03/a/citation.ris").headers["content-type"]
    assert ris.lower() == "application/x-research-info-systems; charset=utf-8"
    assert ask("/manifest.sha256").headers["content-type"].lower() == "text/plain; charset=utf-8"


def test_only_what_is_there_and_named_by_its_content_is_kept_for_ever(ask: Ask, public: Path) -> None:
    (style,) = (each.name for each in public.glob("style.*.css"))

    assert ask(f"/{style}").headers["cache-control"] == FOR_EVER
    assert ask("/style.css").headers["cache-control"] == "no-cache"
    for address in ("/media/nothing-0123456789-480.webp", "/style.0123456789.css", "/search/shard-nothing.bin"):
        missing = ask(address)
        assert missing.status == 404
        assert "immutable" not in missing.headers.get("cache-control", "")


def test_a_smaller_copy_is_handed_out_to_whom_it_helps(ask: Ask, public: Path) -> None:
    page = ask("/", Accept_Encoding="gzip")

    assert page.headers["content-encoding"] == "gzip"
    assert page.headers["content-type"].lower() == "text/html; charset=utf-8"
    assert "accept-encoding" in page.headers["vary"].lower()
    assert gzip.decompress(page.body) == (public / "index.html").read_bytes()


def test_what_is_nowhere_and_what_is_hidden_shows_the_page_for_that(ask: Ask, public: Path) -> None:
    missing = ask("/nothing/here")

    assert (missing.status, missing.body) == (404, (public / "404.html").read_bytes())
    assert "content-security-policy" in missing.headers
    assert ask("/.sitegen-files").status in {403, 404}


def test_old_addresses_lead_on_and_what_is_gone_says_so(ask: Ask) -> None:
    for address in ("/old/path.html", "/%E6%97%A7/%E8%B7%AF.html"):
        moved = ask(address)
        assert moved.status == 301
        assert moved.headers["location"].endswith("/articles/2024/03/a/")
    folder = ask("/tags")
    assert folder.status in {301, 308}
    assert folder.headers["location"].endswith("/tags/")

    gone = ask("/articles/2024/03/gone/")

    assert gone.status == 410
    assert "已不在本站" in gone.body.decode()
    assert gone.headers["content-type"].lower().startswith("text/html")
