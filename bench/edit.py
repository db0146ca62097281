"""How long after a page is saved, while `make serve` runs, the changed page is served: one page edited again and again.

It happens in a copy of the repository, so that nobody's page is touched. Each edit waits until what followed from the last is over.
"""

from __future__ import annotations

import socket
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from bench.build import grown
from explainer.paths import CACHE
from explainer.production.serve import HOST

NAME = "edit"
COLUMNS = ("edits", "median_s", "longest_s")
PAGE = "system/lists"
EDITS = 7
OVER = 6  # seconds: checking and generating go on after the page is served
LIMIT = 120  # seconds that the server may take to start, or a page to follow


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return probe.getsockname()[1]


def seconds_until(address: str, words: str) -> float:
    """Wall seconds until the page at the address holds the words. Raises TimeoutError."""
    start = time.perf_counter()
    while (now := time.perf_counter() - start) < LIMIT:
        try:
            with urlopen(address, timeout=LIMIT) as answer:
                if words in answer.read().decode():
                    return now
        except URLError:
            pass  # not up yet
        time.sleep(0.01)
    raise TimeoutError(f"{address} did not hold “{words}” within {LIMIT} s")


def measure(quick: bool = False) -> list[dict]:
    """One row."""
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=CACHE) as room:
        folder = Path(room) / "copy"
        grown(0, folder)
        file = folder / "docs" / f"{PAGE}.md"
        before = file.read_text(encoding="utf-8")
        port = free_port()
        address = f"http://{HOST}:{port}/{PAGE}.html"
        command = [sys.executable, "-m", "explainer", "serve", "--port", str(port)]
        server = subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            seconds_until(address, "</html>")
            times = []
            for number in range(1 if quick else EDITS):
                time.sleep(OVER)
                words = f"Edited for the measure: {number}."
                file.write_text(f"{before}\n\n{words}\n", encoding="utf-8")
                times.append(seconds_until(address, words))
        finally:
            server.terminate()
            server.wait(timeout=30)
    row = {"edits": len(times), "median_s": round(statistics.median(times), 2), "longest_s": round(max(times), 2)}
    print("  " + "  ".join(f"{key} {value}" for key, value in row.items()), flush=True)
    return [row]


if __name__ == "__main__":
    measure("quick" in sys.argv)
