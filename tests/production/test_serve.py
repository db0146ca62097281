"""What an edit asks for while the site is served, and what is said where it cannot be."""

from __future__ import annotations

import queue
import socket

import pytest

from explainer.paths import ROOT
from explainer.production import serve


@pytest.mark.parametrize(
    "path, wanted",
    [
        ("docs/system/lists.md", serve.PAGES),
        ("docs/assets/js/start.js", serve.PAGES),
        ("docs/assets/css/page.css", serve.PAGES),
        ("docs/assets/generated/explainer.js", None),
        ("docs/models/secret-weights.py", None),
        ("docs/evidence/lists.csv", None),
        ("evidence/lists.csv", serve.RESTART),
        ("evidence/sources.bib", serve.RESTART),
        ("explainer/models/network.py", serve.RESTART),
        ("explainer/models/__pycache__/network.cpython-311.pyc", None),
        ("explainer/models/.network.py.swp", None),
        ("evidence/lists.csv~", None),
        ("overrides/main.html", serve.RESTART),
        ("overrides/partials/.header.html.swp", None),
        ("mkdocs.yml", serve.RESTART),
        ("README.md", None),
    ],
)
def test_what_an_edit_asks_for(path, wanted):
    assert serve.kind(path) == wanted
    assert serve.kind(ROOT / path) == wanted


def test_edits_of_one_save_are_answered_once(monkeypatch):
    monkeypatch.setattr(serve, "SETTLE", 0.05)
    edits: queue.Queue = queue.Queue()
    for path in ("docs/index.md", "docs/.hidden", "evidence/a.csv", "docs/index.md"):
        edits.put(path)
    assert serve._settled(edits) == {serve.PAGES, serve.RESTART}
    assert edits.empty()


def test_a_broken_edit_leaves_the_server_alone(monkeypatch, capsys):
    monkeypatch.setattr(serve, "generate", lambda: False)
    serve._answer({serve.RESTART}, None, 8000)  # a server that is touched would fail
    assert "last good ones" in capsys.readouterr().out


def test_a_port_in_use_is_said():
    with socket.socket() as other:
        other.bind((serve.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        with pytest.raises(SystemExit, match=f"Port {port} on 127.0.0.1 is taken.*PORT={port + 1}"):
            serve.serve(port)
