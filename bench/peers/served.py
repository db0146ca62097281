"""Starts the Dash app in its own interpreter and ends it."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.peers.shared import HOME, peer, python, write

FOLDER = HOME / "dash"


@contextlib.contextmanager
def dash(interpreter: Path) -> Iterator[str]:
    """The address of the running app."""
    write(FOLDER / "peer.json", json.dumps(peer()))
    write(FOLDER / "model.py", python())
    app = Path(__file__).with_name("dash_app.py")
    running = subprocess.Popen(
        [str(interpreter), str(app), str(FOLDER)], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    try:
        port = running.stdout.readline().strip()
        if not port:
            raise RuntimeError("the Dash app did not start")
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait(timeout=20)
