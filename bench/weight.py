"""What a page weighs, and what Lighthouse says of it on its slow phone: every page of ours, and one figure made in other ways.

Weight is the first view of a phone, nothing scrolled, and the whole with every figure live, gzipped as any host does. Lighthouse runs
once a page of ours, and three times (the middle result of each) for the pages set side by side and for one of ours that missed a bar.
"""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench import install
from bench.first_view import PHONE, listen, pages, rest, serving
from bench.paint import entries, tried
from bench.peers import framework, shared, stock
from explainer.paths import SITE
from explainer.production import node
from explainer.production.chromium import ARGS, browser, find

NAME = "weight"
SCORES = ("performance", "accessibility", "practices", "seo")
COLUMNS = ("what", "page", "first_kb", "first_requests", "live_kb", "live_requests", *SCORES, "lcp_ms", "tbt_ms", "cls", "failed")
HERE = Path(__file__).resolve().parent
BARS = {"performance": 99, "accessibility": 100, "practices": 100, "seo": 100}
MOST = {"lcp_ms": 1400, "tbt_ms": 50, "cls": 0.01}
LIMIT = 120  # seconds that Lighthouse may take for a page


class Lighthouse:
    """One Chromium and one Node that judge page after page; both begin again where a page takes too long."""

    def __init__(self) -> None:
        self.start()

    def start(self) -> None:
        flags = json.dumps([*ARGS, "--headless=new"])
        self.running = subprocess.Popen(
            [*node.command("node"), str(HERE / "lighthouse.mjs"), find(), flags],
            cwd=HERE,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def judge(self, address: str) -> dict:
        """The scores (0 to 100) and times of one run; `failed` alone where Lighthouse could not tell."""
        self.running.stdin.write(address + "\n")
        self.running.stdin.flush()
        bound = threading.Timer(LIMIT, self.running.terminate)  # Node ends its Chromium with itself
        bound.start()
        answer = self.running.stdout.readline()
        bound.cancel()
        if not answer:
            self.running.wait(timeout=30)
            self.start()
            return {"failed": f"no answer in {LIMIT} s"}
        found = json.loads(answer)
        if found.get("error"):
            return {"failed": found["error"][:80]}
        return {
            **{name: found[name] for name in SCORES},
            "lcp_ms": round(found["lcp"]),
            "tbt_ms": round(found["tbt"]),
            "cls": round(found["cls"], 3),
            "failed": " ".join(found["failed"]),
        }

    def judged(self, address: str, times: int) -> dict:
        """The middle of a few runs, entry by entry; a single one that missed a bar becomes three."""
        runs = tried(lambda: self.judge(address), met, times)
        found = [each for each in runs if "lcp_ms" in each] or [{}]
        middle = {name: statistics.median_low([each[name] for each in found]) for name in found[0] if name != "failed"}
        return {**middle, "failed": found[0].get("failed", "Lighthouse could not tell")}

    def close(self) -> None:
        self.running.stdin.close()
        self.running.wait(timeout=30)


@contextmanager
def lighthouse(there: bool) -> Iterator[Lighthouse | None]:
    """Lighthouse, or None where it is not wanted."""
    if not there:
        yield None
        return
    running = Lighthouse()
    try:
        yield running
    finally:
        running.close()


def traffic(chromium, address: str) -> dict:
    """Kilobytes and requests of the first view, and once every figure is live, from one visit."""
    page = chromium.new_page(viewport={"width": PHONE[0], "height": PHONE[1]})
    heard = listen(page)
    page.goto(address, wait_until="load")
    rest(page, heard)
    first = {"first_kb": round(heard.total / 1000, 1), "first_requests": heard.count}
    for figure in page.query_selector_all("figure.explorable, figure.chart"):
        figure.scroll_into_view_if_needed()
        page.wait_for_timeout(100)
    rest(page, heard)
    page.close()
    return {**first, "live_kb": round(heard.total / 1000, 1), "live_requests": heard.count}


def row(what: str, name: str, address: str, chromium, judge: Lighthouse | None, times: int = 1) -> dict:
    """What one page costs and how it is judged."""
    found = {
        "what": what,
        "page": name,
        **traffic(chromium, address),
        **(judge.judged(address, times) if judge else {}),
    }
    scores = " ".join(f"{found.get(name, '–'):>4}" for name in (*SCORES, "lcp_ms", "tbt_ms", "cls"))
    print(f"  {what:<10}{name:<42}{found['first_kb']:>8} KB {found['first_requests']:>3}{found['live_kb']:>9} KB {found['live_requests']:>3}  {scores}", flush=True)
    return found


def met(found: dict) -> bool:
    """Whether one run of Lighthouse found all bars reached."""
    return all(found.get(name, 0) >= bar for name, bar in BARS.items()) and all(found.get(name, math.inf) <= bar for name, bar in MOST.items())


def measure(quick: bool = False) -> list[dict]:
    """One row a page: first the figure's page in each way, then every page of ours. `quick` does without what is installed for this alone."""
    home = next(each["page"] for each in entries() if each["name"] == shared.FIGURE)
    rows = []
    with serving(SITE) as base, browser() as chromium, lighthouse(not quick) as judge:
        rows.append(row("ours, beside", home, base + home, chromium, judge, 3))
        embed = f"embed/{shared.FIGURE}.html"
        rows.append(row("ours, alone", embed, base + embed, chromium, judge, 3))
        with serving(stock.build()) as plain:
            rows.append(row("stock", "index.html", plain + "index.html", chromium, judge, 3))
        if not quick:
            with serving(framework.build(install.MODULES)) as observable:
                rows.append(row("framework", "index.html", observable + "index.html", chromium, judge, 3))
        for page in pages(SITE)[: 1 if quick else None]:
            rows.append(row("ours", page, base + page, chromium, judge))
    return rows


if __name__ == "__main__":
    measure("quick" in sys.argv)
