"""Makes this folder ready to run: `python3 explainer/production/setup.py serve|site|test`.

Runs with the system's Python and its standard library alone, before anything is installed; annotations are quoted, so
that even an old Python gets as far as saying that it is too old. What is done once is stamped with a hash of the lock
file it was done from, so that the second time costs nothing.

serve  Python packages of requirements.txt, the npm packages
site   the same, and a Chromium that draws the pictures
test   Python packages of requirements-test.txt, the npm packages, a Chromium
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import threading
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEAST = (3, 11)
NEEDS = {
    "serve": ("requirements.txt", False),
    "site": ("requirements.txt", True),
    "test": ("requirements-test.txt", True),
}
# a longer list holds all of the shorter one
COVERS = {"requirements-test.txt": ["requirements.txt"]}


class Missing(Exception):
    """Something that this machine lacks, and what to do about it."""


def digest(*paths: Path) -> str:
    """A hash of the content of files, in the order given."""
    total = hashlib.sha256()
    for path in paths:
        total.update(path.read_bytes())
    return total.hexdigest()


class Stamps:
    """What has been installed in a folder, from which lock file: a small JSON file inside that folder."""

    def __init__(self, path: Path):
        self.path = path

    def read(self) -> dict:
        try:
            return json.loads(self.path.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    def has(self, name: str, value: str) -> bool:
        return self.read().get(name) == value

    def set(self, name: str, value: str) -> None:
        stamps = {**self.read(), name: value}
        self.path.write_text(json.dumps(stamps, indent=1, sort_keys=True), encoding="utf-8")

    def forget(self, *names: str) -> None:
        """Before work begins: if it is broken off, the next run does it again."""
        stamps = {name: value for name, value in self.read().items() if name not in names}
        if self.path.exists():
            self.path.write_text(json.dumps(stamps, indent=1, sort_keys=True), encoding="utf-8")


def say(text: str) -> None:
    print(text, flush=True)


def work(what: str, command: "list[str]", log: Path, failed: str, environment: "dict | None" = None) -> None:
    """Runs `command`, says `what` and how long it has taken, keeps its output in `log`; raises Missing with its end."""
    say(f"{what} …")
    log.parent.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    ended = threading.Event()

    def tick() -> None:
        while not ended.wait(10):
            say(f"  … {time.monotonic() - began:.0f} s")

    ticker = threading.Thread(target=tick, daemon=True)
    ticker.start()
    try:
        with log.open("wb") as output:
            code = subprocess.call(
                command,
                cwd=ROOT,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                env={**os.environ, **(environment or {})},
            )
    except OSError as error:
        raise Missing(f"{failed}\n  {error}") from None
    finally:
        ended.set()
        ticker.join()
    if code:
        tail = log.read_text(encoding="utf-8", errors="replace").rstrip().splitlines()[-12:]
        raise Missing("\n".join([failed, f"The last lines of {log.relative_to(ROOT)}:", *("  " + t for t in tail)]))
    say(f"  done in {time.monotonic() - began:.0f} s")


def newer_python() -> "str | None":
    """Another Python on this machine that is new enough, where the one we run under is too old."""
    for minor in (14, 13, 12, 11):
        path = shutil.which(f"python3.{minor}")
        if path and subprocess.call([path, "-c", "import venv, ensurepip"], stderr=subprocess.DEVNULL) == 0:
            return path
    return None


def venv_python() -> Path:
    return ROOT / ".venv" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environment(version: tuple = sys.version_info) -> None:
    """A virtual environment in .venv, made anew if its Python has gone or is too old."""
    python = venv_python()
    test = "import sys, pip; sys.exit(sys.version_info < (3, 11))"
    if python.exists() and subprocess.call([str(python), "-c", test], stderr=subprocess.DEVNULL) == 0:
        return
    base = sys.executable
    if tuple(version[:2]) < LEAST:
        other = newer_python()
        if other is None:
            raise Missing(
                f"Python 3.11 or newer is needed; {base} is {version[0]}.{version[1]}.\n"
                "Install one (Debian, Ubuntu: sudo apt-get install python3.11 python3.11-venv; macOS: brew install\n"
                "python@3.13) and say which: make PYTHON=python3.13 test"
            )
        base = other
    elif subprocess.call([base, "-c", "import venv, ensurepip"], stderr=subprocess.DEVNULL) != 0:
        raise Missing(
            f"{base} cannot make a virtual environment: its modules venv and ensurepip are missing.\n"
            f"Debian, Ubuntu: sudo apt-get install python{version[0]}.{version[1]}-venv\n"
            "Elsewhere: install a whole Python and say which: make PYTHON=/path/to/python3 test"
        )
    work(
        "Making a virtual environment in .venv (about 5 s)",
        [base, "-m", "venv", "--clear", str(ROOT / ".venv")],
        ROOT / ".kept/setup/venv.log",
        "The virtual environment could not be made.",
    )


def python_packages(lock: str) -> None:
    """The packages of `lock`, each checked against its hash, into .venv."""
    stamps = Stamps(ROOT / ".venv" / "installed.json")
    wanted = digest(ROOT / lock)
    if stamps.has(lock, wanted):
        return
    covered = [lock, *COVERS.get(lock, [])]
    stamps.forget(*covered)
    pip = [str(venv_python()), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    work(
        "Installing Python packages into .venv (about 60 s the first time)",
        # Only ready-made packages: building one would fetch its tools without a hash.
        [*pip, "--progress-bar", "off", "--no-deps", "--require-hashes", "--only-binary", ":all:", "-r", lock],
        ROOT / ".kept/setup/pip.log",
        f"The Python packages of {lock} could not be installed.\n"
        "Is there a network? pip must reach the Python Package Index, or a copy of it that you name (PIP_INDEX_URL), if\n"
        'need be through a proxy (HTTPS_PROXY). If there is: "No matching distribution" means that a package has no\n'
        "build for this Python or machine. Try another Python from 3.11 on: make clean-all, make PYTHON=python3.13 …",
    )
    for name in covered:
        stamps.set(name, digest(ROOT / name))


def npm_packages() -> None:
    """The packages of package-lock.json into node_modules, with the Node of .venv."""
    stamps = Stamps(ROOT / "node_modules" / "installed.json")
    wanted = digest(ROOT / "package.json", ROOT / "package-lock.json")
    if stamps.has("package-lock.json", wanted):
        return
    work(
        "Installing npm packages into node_modules (about 5 s the first time)",
        [str(venv_python()), "-m", "explainer.production.node", "npm", "ci"],
        ROOT / ".kept/setup/npm.log",
        "The npm packages of package-lock.json could not be installed.\n"
        "Is there a network? npm must reach its registry, or a copy of it that you name (npm_config_registry), if need\n"
        "be through a proxy (HTTPS_PROXY).",
    )
    stamps.set("package-lock.json", wanted)


def chromium() -> None:
    """A Chromium that starts; its path is kept, since asking costs time."""
    stamps = Stamps(ROOT / ".venv" / "installed.json")
    known = stamps.read().get("chromium")
    if known and os.path.exists(known) and not os.environ.get("CHROMIUM"):
        return
    work(
        "Looking for Chromium (downloading one takes a minute or two)",
        [str(venv_python()), "-m", "explainer.production.chromium"],
        ROOT / ".kept/setup/chromium.log",
        "Chromium is needed for the pictures and the browser tests.",
    )
    stamps.set("chromium", (ROOT / ".kept/setup/chromium.log").read_text(encoding="utf-8").rstrip().splitlines()[-1])


def main(words: "list[str]") -> int:
    if len(words) != 1 or words[0] not in NEEDS:
        say(f"usage: python3 explainer/production/setup.py {'|'.join(NEEDS)}")
        return 2
    lock, browser = NEEDS[words[0]]
    try:
        environment()
        python_packages(lock)
        npm_packages()
        if browser:
            chromium()
    except Missing as missing:
        say(f"\nSet-up stopped. {missing}")
        return 1
    except KeyboardInterrupt:
        say("\nSet-up stopped; it goes on where it was the next time.")
        return 130
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
