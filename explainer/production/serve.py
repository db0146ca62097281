"""`make serve`: the site on this machine, rebuilt as you edit.

MkDocs watches `docs/`, builds the page that was edited and reloads the browser; what a page gathers from others (which pages
cite a source) it shows as of the start. We watch what MkDocs cannot know: an edit of a page or of the evidence regenerates what
pages need, and an edit of Python, of the evidence or of a template starts MkDocs anew, for it keeps them in memory. A mistake
is printed and the server goes on with what it had.
"""

from __future__ import annotations

import os
import queue
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

from explainer.paths import DOCS, EVIDENCE, GENERATED, OVERRIDES, ROOT

HOST = "127.0.0.1"
SETTLE = 0.3
"""seconds: an editor that saves several files is answered once"""

PAGES, RESTART = "pages", "restart"


def kind(path: str | Path) -> str | None:
    """What an edit of `path` asks for: PAGES (generate), RESTART (generate, then MkDocs anew), or None."""
    path = Path(path)
    if not path.is_absolute():
        path = ROOT / path
    if path.is_relative_to(GENERATED) or "__pycache__" in path.parts or path.name.startswith("."):
        return None
    if path.name.endswith(("~", ".swp", ".tmp", ".part")):
        return None
    if path.is_relative_to(DOCS):
        # scripts and styles are bundled by `generate`; whatever else lies under docs/ it has written itself
        bundled = any(path.is_relative_to(DOCS / "assets" / folder) for folder in ("js", "css"))
        return PAGES if path.suffix == ".md" or bundled else None
    if path.is_relative_to(EVIDENCE) or path.is_relative_to(OVERRIDES) or path.suffix == ".py" or path.name == "mkdocs.yml":
        return RESTART
    return None


def free(port: int) -> bool:
    """Whether nobody listens on `port`."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def generate() -> bool:
    """Runs `python -m explainer generate`, which prints its own problems. Whether it went well."""
    # in a session of its own, so that Ctrl-C reaches us alone: the call then ends it
    return subprocess.call([sys.executable, "-m", "explainer", "generate"], cwd=ROOT, start_new_session=True) == 0


class Server:
    """MkDocs as a child of its own: Ctrl-C reaches us alone, and we end it."""

    def __init__(self, port: int):
        # --livereload is said aloud: with a newer click MkDocs takes its default for "off". --dirty: the edited page alone
        address = f"{HOST}:{port}"
        self.command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", address, "--livereload", "--quiet", "--dirty"]
        self.child: subprocess.Popen | None = None

    def start(self) -> None:
        environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
        self.child = subprocess.Popen(self.command, cwd=ROOT, env=environment, start_new_session=True)

    def stop(self) -> None:
        if self.child and self.child.poll() is None:
            self.child.terminate()
            try:
                self.child.wait(5)
            except subprocess.TimeoutExpired:
                self.child.kill()
                self.child.wait()

    def ended(self) -> bool:
        return self.child is None or self.child.poll() is not None

    def answers(self, port: int, seconds: float = 60) -> bool:
        """Waits until the port is open; False where MkDocs ended first."""
        until = time.monotonic() + seconds
        while time.monotonic() < until and not self.ended():
            with socket.socket() as probe:
                probe.settimeout(1)
                if probe.connect_ex((HOST, port)) == 0:
                    return True
            time.sleep(0.1)
        return False


def _watch(edits: queue.Queue):
    """Begins to put each edited path into `edits`; returns the observer, to be stopped."""
    from watchdog.events import FileSystemEventHandler
    from watchdog.observers import Observer

    class Handler(FileSystemEventHandler):
        def on_any_event(self, event) -> None:
            if event.is_directory or event.event_type not in {"modified", "created", "moved", "deleted"}:
                return
            edits.put(event.src_path)
            if event.event_type == "moved":
                edits.put(event.dest_path)

    observer = Observer()
    for folder in (DOCS, EVIDENCE, OVERRIDES, ROOT / "explainer"):
        observer.schedule(Handler(), str(folder), recursive=True)
    observer.schedule(Handler(), str(ROOT), recursive=False)  # mkdocs.yml
    observer.start()
    return observer


def serve(port: int = 8000) -> int:
    """Serves until Ctrl-C; returns the exit code. Raises SystemExit, with a message, where the port is taken."""
    if not free(port):
        raise SystemExit(
            f"Port {port} on {HOST} is taken: is another `make serve` running? End it, or: make serve PORT={port + 1}"
        )

    def stop(*_) -> None:
        raise KeyboardInterrupt

    for name in (signal.SIGINT, signal.SIGTERM):  # a shell's background job begins with SIGINT ignored
        signal.signal(name, stop)
    server, observer = Server(port), None
    try:
        if not generate():
            print("The problems above are to be mended first. Waiting for an edit …", flush=True)
        else:
            _begin(server, port)
        edits: queue.Queue = queue.Queue()
        observer = _watch(edits)
        while True:
            _answer(_settled(edits), server, port)
    except KeyboardInterrupt:
        print("\nThe server has ended.", flush=True)
        return 0
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not break the tidying up
        if observer:
            observer.stop()
        server.stop()


def _begin(server: Server, port: int) -> None:
    server.start()
    if server.answers(port):
        print(f"The site is on http://{HOST}:{port}/ (Ctrl-C ends it)", flush=True)
    else:
        print("MkDocs did not start: what it says is above. Waiting for an edit …", flush=True)


def _settled(edits: queue.Queue) -> set[str]:
    """What the edits of one save ask for, once no more arrive."""
    wants: set[str] = set()
    while True:
        try:
            wants.add(kind(edits.get(timeout=SETTLE if wants - {None} else 1)))
        except queue.Empty:
            if wants - {None}:
                return wants - {None}


def _answer(wants: set[str], server: Server, port: int) -> None:
    if not generate():
        print("Not rebuilt: mend the problems above. The pages shown are the last good ones.", flush=True)
    elif RESTART in wants or server.ended():
        server.stop()
        _begin(server, port)
