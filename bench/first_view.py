"""What a first view of each page of `site/` costs a reader: requests, and bytes as they cross the wire with gzip.

`python -m bench.first_view [site] [page …]` prints a table: the first view on a phone and on a desktop (nothing
scrolled), and the whole once every figure has come near and is live.
"""

from __future__ import annotations

import contextlib
import functools
import gzip
import http.server
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from explainer.paths import SITE
from explainer.production.budget import FIRST_BYTES, FIRST_REQUESTS, LIVE_BYTES
from explainer.production.chromium import browser

PHONE, DESKTOP = (360, 740), (1440, 900)
BUDGET_BYTES, BUDGET_REQUESTS, BUDGET_LIVE = FIRST_BYTES, FIRST_REQUESTS, LIVE_BYTES
QUIET = 600  # milliseconds without a request: the page has come to rest
PACKED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".txt"}


@functools.lru_cache(maxsize=512)
def _packed(path: str, changed: float) -> bytes:
    return gzip.compress(Path(path).read_bytes(), 6, mtime=0)


class _Handler(http.server.SimpleHTTPRequestHandler):
    """Files of one folder, compressed as any host compresses them."""

    def log_message(self, *words: object) -> None:
        pass

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.is_dir():
            path = path / "index.html"
        status = 200
        if not path.exists() and Path(self.directory, "404.html").exists():
            path, status = Path(self.directory, "404.html"), 404  # as hosts do, whatever was asked for
        if path.suffix not in PACKED or not path.is_file():
            super().do_GET()
            return
        body = _packed(str(path), path.stat().st_mtime)
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        with contextlib.suppress(ConnectionError):  # a browser may turn away
            self.wfile.write(body)


@contextlib.contextmanager
def serving(site: Path = SITE, port: int = 0) -> Iterator[str]:
    """Serves the folder on this machine, gzipped; gives the address with its last slash. Port 0: any free one."""
    handler = functools.partial(_Handler, directory=str(site))
    server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


@dataclass
class Traffic:
    """What crossed the wire: one entry a request, address and bytes with headers."""

    requests: dict[str, str] = field(default_factory=dict)
    bytes: dict[str, int] = field(default_factory=dict)

    @property
    def count(self) -> int:
        return len(self.requests)

    @property
    def total(self) -> int:
        return sum(self.bytes.values())

    def addresses(self) -> list[str]:
        return list(self.requests.values())

    @property
    def drawn(self) -> bool:
        """Whether a figure stood near enough to be drawn."""
        return any("/lib/plotly." in address for address in self.addresses())

    @property
    def limit(self) -> int:
        """Bytes that are allowed: where a figure stands in the first view, as for a page with its figures live."""
        return BUDGET_LIVE if self.drawn else BUDGET_BYTES

    def heaviest(self, count: int = 5) -> list[tuple[int, str]]:
        """The largest answers first, as (bytes, address)."""
        sizes = sorted(((size, self.requests.get(each, "?")) for each, size in self.bytes.items()), reverse=True)
        return sizes[:count]


def listen(page) -> Traffic:
    """Begins to count what `page` (of Playwright) asks for; nothing comes out of a cache."""
    traffic = Traffic()
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.setCacheDisabled", {"cacheDisabled": True})

    def sent(event: dict) -> None:
        if not event["request"]["url"].startswith(("data:", "blob:")):
            traffic.requests[event["requestId"]] = event["request"]["url"]

    def finished(event: dict) -> None:
        if event["requestId"] in traffic.requests:
            traffic.bytes[event["requestId"]] = int(event["encodedDataLength"])

    session.on("Network.requestWillBeSent", sent)
    session.on("Network.loadingFinished", finished)
    return traffic


def rest(page, traffic: Traffic) -> None:
    """Waits until nothing has been asked for in a while."""
    before = -1
    while before != (traffic.count, traffic.total):
        before = (traffic.count, traffic.total)
        page.wait_for_timeout(QUIET)


def first_view(chromium, address: str, size: tuple[int, int]) -> Traffic:
    """A page opened by a new reader who does not scroll."""
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    traffic = listen(page)
    page.goto(address, wait_until="load")
    rest(page, traffic)
    page.close()
    return traffic


def live(chromium, address: str, size: tuple[int, int] = PHONE) -> Traffic:
    """The same, scrolled to each figure in turn."""
    page = chromium.new_page(viewport={"width": size[0], "height": size[1]})
    traffic = listen(page)
    page.goto(address, wait_until="load")
    for figure in page.query_selector_all("figure.explorable, figure.chart"):
        figure.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    rest(page, traffic)
    page.close()
    return traffic


def pages(site: Path) -> list[str]:
    """The pages that readers come to: not the embeds, not the page for what is not there."""
    found = sorted(file.relative_to(site).as_posix() for file in site.rglob("*.html"))
    return [page for page in found if not page.startswith(("embed/", "assets/")) and page != "404.html"]


def main(words: list[str]) -> int:
    site = Path(words[0]) if words else SITE
    if not (site / "index.html").exists():
        print(f"{site} holds no built site: make site")
        return 2
    over = 0
    print(f"{'page':<32}{'phone':>16}{'desktop':>16}{'figures live':>16}")
    with serving(site) as base, browser() as chromium:
        for name in words[1:] or pages(site):
            phone, desktop = (first_view(chromium, base + name, size) for size in (PHONE, DESKTOP))
            whole = live(chromium, base + name)
            cells = [f"{each.total / 1000:.1f} KB {each.count:>3}" for each in (phone, desktop, whole)]
            firsts = (phone, desktop)
            fault = whole.total > BUDGET_LIVE or any(each.total > each.limit or each.count > BUDGET_REQUESTS for each in firsts)
            over += fault
            print(f"{name:<32}" + "".join(f"{cell:>16}" for cell in cells) + ("  over" if fault else ""))
    limits = f"{BUDGET_BYTES // 1000} KB and {BUDGET_REQUESTS} requests at first view, {BUDGET_LIVE // 1000} KB live"
    print(f"{over} over the budget ({limits})")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
