"""How the time of a build grows with the number of pages: the site as it stands, and with copies of one full-length page.

`python -m bench.build [copies …]` (default 0 35 70 140) prints, for each number of added pages, the seconds of `generate` and of
`mkdocs build` (pictures and citations cached) and the milliseconds an added page costs. A build that is linear in pages keeps the
last column level.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from explainer.paths import CACHE, NODE_MODULES, ROOT

FULL = "docs/system/lists.md"
LEFT_OUT = {".git", ".venv", ".cache", ".kept", "node_modules", "site", "__pycache__", ".pytest_cache", ".hypothesis"}


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


def seconds(folder: Path, *command: str) -> float:
    """Wall seconds of `python -m …` in the folder. Raises CalledProcessError when it fails."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", *command], cwd=folder, env=environment, check=True, capture_output=True)
    return time.perf_counter() - start


def main(words: list[str]) -> int:
    counts = [int(word) for word in words] or [0, 35, 70, 140]
    print(f"{'added pages':>12}{'generate':>12}{'mkdocs':>12}{'all':>12}{'ms a page':>12}")
    first = None
    for count in counts:
        with tempfile.TemporaryDirectory() as room:
            folder = Path(room) / "copy"
            grown(count, folder)
            seconds(folder, "explainer", "generate", "--pictures")  # warms the caches: not counted
            generate, build = (
                seconds(folder, "explainer", "generate", "--pictures"),
                seconds(folder, "mkdocs", "build", "-q"),
            )
        whole = generate + build
        first = whole if first is None else first
        each = f"{1000 * (whole - first) / (count - counts[0]):.0f}" if count > counts[0] else "–"
        print(f"{count:>12}{generate:>11.1f}s{build:>11.1f}s{whole:>11.1f}s{each:>12}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
