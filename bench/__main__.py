"""`python -m bench`: everything, one measure after another, and the results into `bench/results/`; `python -m bench paint models` for some.

Each measure runs in a process of its own that is ended when it takes too long, so that the whole ends. What a measure that failed had
found before is kept.
"""

from __future__ import annotations

import datetime
import importlib
import json
import os
import platform
import signal
import subprocess
import sys
import time
from importlib.metadata import version
from pathlib import Path

from bench import install, results
from bench.paint import BARS
from explainer.paths import NODE_MODULES, ROOT, SITE
from explainer.production import node
from explainer.production.chromium import find

# measure -> seconds that it may take; on a quiet machine it takes less than half
MEASURES = {"paint": 1500, "weight": 1500, "build": 900, "edit": 300, "models": 300}


def machine() -> dict[str, str]:
    """Where, when, and with which versions."""
    info = Path("/proc/cpuinfo")
    names = [line.split(":")[1].strip() for line in info.read_text().splitlines() if line.startswith("model name")] if info.exists() else []
    said = subprocess.run([find(), "--version"], capture_output=True, text=True, check=True).stdout.split()
    packages = json.loads((install.HERE / "package.json").read_text(encoding="utf-8"))["dependencies"]
    ours = json.loads((NODE_MODULES / "plotly.js-basic-dist-min" / "package.json").read_text(encoding="utf-8"))
    dash = next(line for line in (install.HERE / "requirements.txt").read_text(encoding="utf-8").splitlines() if line.startswith("dash=="))
    commit = subprocess.run(["git", "rev-parse", "--short=12", "HEAD"], cwd=ROOT, capture_output=True, text=True).stdout.strip()
    return {
        "date": datetime.datetime.now(datetime.UTC).date().isoformat(),
        "commit": commit,
        "processor": (names or [platform.processor() or platform.machine()])[0],
        "cores": str(os.cpu_count()),
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "",
        "Chromium": next((word for word in said if word[0].isdigit()), ""),
        "Python": platform.python_version(),
        "Node": node.run("node", "--version", capture_output=True, text=True).stdout.strip().lstrip("v"),
        "plotly.js": ours["version"],
        "MkDocs": version("mkdocs"),
        "Material": version("mkdocs-material"),
        "ProperDocs": version("properdocs"),
        "Zensical": version("zensical"),
        "Lighthouse": packages["lighthouse"],
        "Observable Framework": packages["@observablehq/framework"],
        "Pyodide": packages["pyodide"],
        "Dash": dash.split("==")[1].split()[0],
        **{f"bar_{name}": str(value) for name, value in BARS.items()},
    }


def one(name: str) -> None:
    """Takes one measure and keeps it."""
    measure = importlib.import_module(f"bench.{name}")
    results.keep(name, measure.COLUMNS, measure.measure())


def bounded(name: str, limit: int) -> bool:
    """The same in a process of its own, ended with all that it started after `limit` seconds. Whether it came to its end."""
    print(f"{name} (at most {limit // 60} minutes)", flush=True)
    start = time.monotonic()
    running = subprocess.Popen([sys.executable, "-m", "bench", "--one", name], cwd=ROOT, start_new_session=True)
    try:
        code = running.wait(timeout=limit)
    except subprocess.TimeoutExpired:
        code = None
    finally:
        if running.poll() is None:
            os.killpg(running.pid, signal.SIGKILL)
            running.wait()
    end = "done" if code == 0 else "ended: it took too long" if code is None else f"failed ({code})"
    print(f"{name}: {end} in {time.monotonic() - start:.0f} s", flush=True)
    return code == 0


def main(words: list[str]) -> int:
    if words[:1] == ["--one"]:
        one(words[1])
        return 0
    unknown = [word for word in words if word not in MEASURES]
    if unknown:
        print(f"no measure is called {', '.join(unknown)}; there are {', '.join(MEASURES)}")
        return 2
    if not (SITE / "index.html").exists():
        print("there is no built site: make site")
        return 2
    install.install()
    where = machine()
    done = [bounded(name, MEASURES[name]) for name in words or MEASURES]
    # some measures taken again do not make the others of today
    if any(done) and (not words or not results.read("run")):
        results.keep("run", ("what", "value"), [{"what": key, "value": value} for key, value in where.items()])
    print("The page docs/learn/performance.md shows what was measured: make site")
    return 0 if all(done) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
