"""How long after a page is saved, while `make serve` runs, the changed page is served: one page edited again and again.

It happens in a copy of the repository, so that nobody's page is touched. Each edit waits until what followed from the last is over.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from urllib.request import urlopen

from bench.build import copied
from bench.serving import free_port
from explainer.production.serve import HOST

NAME = "edit"
COLUMNS = ("edits", "median_s", "longest_s")
PAGE = "system/lists"
EDITS = 7
OVER = 6  # seconds: checking and generating go on after the page is served
LIMIT = 120  # seconds that the server may take to start, or a page to follow


def seconds_until(address: str, words: str) -> float:
    """Wall seconds until the page at the address holds the words. Raises TimeoutError."""
    start = time.perf_counter()
    while (now := time.perf_counter() - start) < LIMIT:
        try:
            with urlopen(address, timeout=LIMIT) as answer:
                if words in answer.read().decode():
                    return now
        except OSError:
            pass  # not up yet, or about to begin anew
        time.sleep(0.01)
    raise TimeoutError(f"{address} did not hold “{words}” within {LIMIT} s")


def measure(quick: bool = False) -> list[dict]:
    """One row."""
    with copied() as folder:
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
