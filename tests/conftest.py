"""What the tests share: the evidence, the site built as readers get it, a server on this machine, a browser.

The site is built once a run, for the address at which it is served.
"""

from __future__ import annotations

import contextlib
import functools
import http.server
import os
import re
import shutil
import subprocess
import sys
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from explainer.evidence import load
from explainer.paths import CACHE, DOCS, NODE_MODULES, ROOT
from explainer.production.chromium import browser as chromium
from explainer.production.finish import finish
from explainer.production.generate import generate
from explainer.syntax import scan


@dataclass(frozen=True)
class Site:
    """A built site: its folder, the address at which it is served, and its pages (`system/lists.html`)."""

    folder: Path
    url: str
    pages: tuple[str, ...]


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_arguments) -> None:
        pass


class _Server(http.server.ThreadingHTTPServer):
    def handle_error(self, _request, _address) -> None:
        """A browser that leaves a page leaves its requests: nothing to report."""


def build(folder: Path, url: str, generator: str = "mkdocs", extra: str = "") -> subprocess.CompletedProcess:
    """Builds docs/ into `folder` for `url` with a generator, from the repository's own mkdocs.yml. `extra` is YAML laid over it."""
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    config = re.sub(r"(?m)^site_url: .*$", f"site_url: {url}", config)
    config = re.sub(r"(?m)^site_dir: .*$", f"site_dir: {folder}", config)
    # beside the original: paths in it are relative to where it lies
    file = ROOT / f".mkdocs-test-{folder.name}.yml"
    file.write_text(config + extra, encoding="utf-8")
    commands = {
        "mkdocs": ["build", "-q", "-f", file],
        "properdocs": ["build", "-q", "-f", file],
        "zensical": ["build", "--clean", "-f", file],
    }
    try:
        return subprocess.run(
            [sys.executable, "-m", generator, *map(str, commands[generator])],
            cwd=ROOT,
            capture_output=True,
            text=True,
            check=False,
        )
    finally:
        file.unlink()


@pytest.fixture(scope="session")
def evidence():
    """The repository's evidence, checked."""
    return load()


@contextlib.contextmanager
def _alone(name: str):
    """Only one test process at a time does what stands within."""
    import fcntl

    CACHE.mkdir(exist_ok=True)
    with open(CACHE / f"{name}.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def workroom(name: str) -> Path:
    """An empty folder of this test process, within the repository: Zensical builds nowhere else."""
    folder = CACHE / "test" / f"{os.environ.get('PYTEST_XDIST_WORKER', 'main')}-{name}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return folder


def serve(folder: Path) -> tuple[_Server, str]:
    """(server, address) for a folder that may yet be empty, on a free port of this machine."""
    server = _Server(("127.0.0.1", 0), functools.partial(_Quiet, directory=folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    return server, f"http://127.0.0.1:{server.server_address[1]}/"


@pytest.fixture(scope="session")
def generated():
    """What pages need has been written, pictures too."""
    with _alone("generate"):
        generate(draw=True)


@pytest.fixture(scope="session")
def site(generated) -> Site:
    """The site under MkDocs, finished, and served on 127.0.0.1."""
    folder = workroom("mkdocs")
    server, url = serve(folder)
    done = build(folder, url)
    assert done.returncode == 0, done.stderr
    found = finish(folder, url)
    assert not found, "\n".join(map(str, found))
    yield Site(folder, url, tuple(f"{path}.html" for path in scan.pages(DOCS)))
    server.shutdown()


class Copy:
    """A copy of the repository to change and break: `.write`, `.run("generate")`."""

    def __init__(self, folder: Path):
        self.folder = folder

    def write(self, path: str, text: str) -> None:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def read(self, path: str) -> str:
        return (self.folder / path).read_text(encoding="utf-8")

    def run(self, *command: str) -> subprocess.CompletedProcess:
        """`python -m …` in the copy."""
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        environment.pop("PYTHONPATH", None)
        return subprocess.run(
            [sys.executable, "-m", *command],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )


@pytest.fixture
def copy(generated, tmp_path) -> Copy:
    """A copy of the repository, with what is installed and cached shared."""
    folder = tmp_path / "copy"
    shutil.copytree(
        ROOT,
        folder,
        ignore=lambda at, names: [
            name
            for name in names
            if name
            in (
                ".git",
                ".venv",
                ".cache",
                ".kept",
                "node_modules",
                "site",
                "__pycache__",
                ".pytest_cache",
                ".hypothesis",
            )
            or name.startswith(".mkdocs-test")
        ],
    )
    (folder / "node_modules").symlink_to(NODE_MODULES.resolve())
    (folder / ".kept").symlink_to(CACHE)
    return Copy(folder)


@pytest.fixture(scope="session")
def browser():
    """One Chromium for all tests."""
    with chromium() as running:
        yield running


class Watched:
    """A page that keeps what it logged and asked for: `.complaints` (errors, and warnings, which plotly.js gives as traces), `.foreign` (requests to another host)."""

    def __init__(self, page, home: str):
        self.page, self.complaints, self.foreign, self.requests = page, [], [], []
        page.on(
            "console",
            lambda message: self.complaints.append(message.text) if message.type in ("error", "warning", "trace") else None,
        )
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self._asked(request.url, home))

    def _asked(self, url: str, home: str) -> None:
        self.requests.append(url)
        if not url.startswith((home, "file:", "data:", "blob:", "about:")):
            self.foreign.append(url)


@pytest.fixture
def visit(site, browser):
    """visit("system/lists.html?…", width=…, …) -> Watched page, loaded. Each in a fresh context."""
    contexts = []

    def go(path: str, width: int = 1280, height: int = 900, base: str | None = None, **options) -> Watched:
        context = browser.new_context(viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        watched = Watched(context.new_page(), site.url)
        watched.page.goto((site.url if base is None else base) + path)
        return watched

    yield go
    for context in contexts:
        context.close()
