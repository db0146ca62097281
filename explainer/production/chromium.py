"""A Chromium, from wherever this machine has one: draws the pictures and runs the browser tests.

Only `browser` needs a package (Playwright); the rest is the standard library, since the set-up runs it first.
"""

from __future__ import annotations

import contextlib
import functools
import glob
import os
import shutil
import subprocess
import sys
import threading
from typing import Iterator

ARGS = [
    # nothing is asked of the network on its own account: what a test sees on the wire is what the page did
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    # the same letter shapes on every screen
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
]
if hasattr(os, "geteuid") and os.geteuid() == 0:
    ARGS.append("--no-sandbox")  # Chromium refuses to start as root with its sandbox

NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "microsoft-edge"]

HELP = """No Chromium was found on this machine, and none could be installed by itself.
  Debian, Ubuntu  sudo apt-get install chromium fonts-noto-cjk
  Fedora          sudo dnf install chromium google-noto-sans-cjk-fonts
  macOS           brew install --cask chromium      (or Google Chrome, from its own site)
  Windows         winget install Google.Chrome
  any             .venv/bin/python -m playwright install chromium
If it is somewhere unusual, say where: CHROMIUM=/path/to/chromium make test"""


class NoChromium(Exception):
    """Says what to install."""

    def __init__(self, why: str = HELP):
        super().__init__(why)


def candidates() -> Iterator[str]:
    """Where a Chromium may be, best first: $CHROMIUM, the system's, those that Playwright has downloaded."""
    for name in NAMES:
        path = shutil.which(name)
        if path:
            yield path
    yield from filter(
        os.path.exists,
        [
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            os.path.expandvars(r"%ProgramFiles%\Google\Chrome\Application\chrome.exe"),
            os.path.expandvars(r"%ProgramFiles(x86)%\Microsoft\Edge\Application\msedge.exe"),
        ],
    )
    homes = [
        os.environ.get("PLAYWRIGHT_BROWSERS_PATH", ""),
        os.path.expanduser("~/.cache/ms-playwright"),
        os.path.expanduser("~/Library/Caches/ms-playwright"),
        os.path.expandvars(r"%LOCALAPPDATA%\ms-playwright"),
    ]
    patterns = ["chrome-linux*/chrome", "chrome-mac*/*.app/Contents/MacOS/*", "chrome-win*/chrome.exe"]
    for home in filter(None, homes):
        for pattern in patterns:
            yield from sorted(glob.glob(os.path.join(home, "chromium-*", pattern)), reverse=True)


@functools.lru_cache(maxsize=None)
def starts(path: str) -> bool:
    """Whether `path` is a Chromium that runs: some systems ship a stand-in that only says what to install."""
    if os.name == "nt":
        return os.path.exists(path)  # there, asking for the version opens a window
    try:
        said = subprocess.run([path, "--version"], capture_output=True, text=True, timeout=60)
    except (OSError, subprocess.TimeoutExpired):
        return False
    return said.returncode == 0 and said.stdout.strip() != ""


def find() -> str | None:
    """The path of a Chromium that starts, or None. $CHROMIUM is believed alone: a wrong path raises NoChromium."""
    named = os.environ.get("CHROMIUM")
    if named:
        path = shutil.which(named)
        if path and starts(path):
            return path
        raise NoChromium(f"CHROMIUM={named} is not a Chromium that starts. Mend the path, or unset CHROMIUM.\n{HELP}")
    return next((path for path in candidates() if starts(path)), None)


def ensure(run=subprocess.call) -> str:
    """The path of a Chromium; where there is none, it is installed if that can be done without a question.

    `run` runs a command and returns its exit code (a test gives its own). Raises NoChromium, which says what to do.
    """
    found = find()
    if found:
        return found
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    if root and shutil.which("apt-get"):
        steps = [["apt-get", "update"], ["apt-get", "install", "-y", "chromium", "fonts-noto-cjk"]]
    else:
        steps = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    for step in steps:
        if run(step) != 0:
            break
    starts.cache_clear()
    found = find()
    if not found:
        raise NoChromium()
    return found


_driver = threading.local()


@contextlib.contextmanager
def _playwright() -> Iterator:
    """The Playwright of this thread: it allows one only, so one opened inside another shares it."""
    from playwright.sync_api import sync_playwright

    if getattr(_driver, "running", None):
        yield _driver.running
        return
    with sync_playwright() as playwright:
        _driver.running = playwright
        try:
            yield playwright
        finally:
            _driver.running = None


@contextlib.contextmanager
def browser(**options) -> Iterator:
    """A Playwright browser on this machine's Chromium, closed at the end. `options` are those of `launch`."""
    path = find()
    if not path:
        raise NoChromium()
    with _playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=[*ARGS, *options.pop("args", [])], **options)
        try:
            yield running
        finally:
            running.close()


if __name__ == "__main__":
    try:
        print(ensure())
    except NoChromium as missing:
        sys.exit(str(missing))
