"""How the time of a build grows with the number of pages: this site, and the same with its full-length pages once and three times more.

Each is built by MkDocs, ProperDocs and Zensical from the one `mkdocs.yml`, after `explainer generate`; pictures, citations and what
was compressed are cached, as they are after a first build. A build that is linear in pages costs as much for each added page at
four times the size as at two.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from explainer.paths import CACHE, NODE_MODULES, ROOT
from explainer.syntax import scan

NAME = "build"
COLUMNS = ("generator", "pages", "generate_s", "build_s", "finish_s", "whole_s", "added_ms")
FULL = "docs/system/lists.md"
LEFT_OUT = {".git", ".venv", ".cache", ".kept", "node_modules", "site", "__pycache__", ".pytest_cache", ".hypothesis"}
GENERATORS = {
    "mkdocs": ("mkdocs", "build", "-q", "--clean"),
    "properdocs": ("properdocs", "build", "-q", "--clean", "-f", "mkdocs.yml"),
    "zensical": ("zensical", "build", "--clean"),
}
RUNS = 3


def grown(copies: int, folder: Path) -> None:
    """The repository in `folder`, with so many copies of a full-length page added."""
    shutil.copytree(ROOT, folder, ignore=lambda at, names: [name for name in names if name in LEFT_OUT])
    (folder / "node_modules").symlink_to(NODE_MODULES.resolve())
    (folder / ".kept").symlink_to(CACHE)
    page = (folder / FULL).read_text(encoding="utf-8")
    nav = ""
    for number in range(copies):
        path = f"system/full-{number}"
        (folder / f"docs/{path}.md").write_text(
            page.replace("/// page | system/lists", f"/// page | {path}"), encoding="utf-8"
        )
        nav += f"  - Full page {number}: {path}.md\n"
    with (folder / "mkdocs.yml").open("a", encoding="utf-8") as config:
        config.write(nav)


@contextlib.contextmanager
def copied(copies: int = 0) -> Iterator[Path]:
    """Such a folder, which goes again."""
    # within the repository, since Zensical builds nowhere else, and not where it would be copied itself
    CACHE.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="build-", dir=CACHE) as room:
        folder = Path(room) / "copy"
        grown(copies, folder)
        yield folder


def seconds(folder: Path, *command: str) -> float:
    """Wall seconds of `python -m …` in the folder. Raises CalledProcessError when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, check=True, capture_output=True, timeout=600)
    return time.perf_counter() - start


def middle(runs: int, folder: Path, *commands: tuple[str, ...]) -> list[float]:
    """The middle of a few such times of each command, run one after another each time: a site is finished once only."""
    times = [[seconds(folder, *command) for command in commands] for _ in range(runs)]
    return [statistics.median(each) for each in zip(*times, strict=True)]


def measure(quick: bool = False) -> list[dict]:
    """One row a generator and size; ProperDocs and Zensical only where they are installed (`make test` does)."""
    there = len(list(scan.pages()))
    rows: list[dict] = []
    first: dict[str, float] = {}
    for times in (1,) if quick else (1, 2, 4):
        copies = (times - 1) * there
        runs = RUNS if times == 1 and not quick else 1  # the larger ones take long enough to be measured once
        with copied(copies) as folder:
            seconds(folder, "explainer", "generate", "--pictures")  # fills the caches: not counted
            (generate,) = middle(runs, folder, ("explainer", "generate", "--pictures"))
            for name, command in GENERATORS.items():
                if quick and name != "mkdocs":
                    continue
                if copies:  # fills the caches: not counted; of several runs the first does not decide
                    middle(1, folder, command, ("explainer", "finish"))
                build, finish = middle(runs, folder, command, ("explainer", "finish"))
                whole = generate + build + finish
                first.setdefault(name, whole)
                row = {
                    "generator": name,
                    "pages": there + copies,
                    "generate_s": round(generate, 2),
                    "build_s": round(build, 2),
                    "finish_s": round(finish, 2),
                    "whole_s": round(whole, 2),
                    "added_ms": round(1000 * (whole - first[name]) / copies) if copies else "",
                }
                rows.append(row)
                print("  " + "  ".join(f"{key} {value}" for key, value in row.items()), flush=True)
    return rows


if __name__ == "__main__":
    measure("quick" in sys.argv)
