"""The obvious way: stock MkDocs with the stock Material theme, the figure by plotly's `to_html` with the whole of plotly.js,
and plotly's own slider, its steps worked out beforehand."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import plotly.graph_objects as go
import plotly.io

from bench.peers.shared import HOME, at, peer, steps, write

FOLDER = HOME / "stock"
CONFIG = """site_name: The obvious way
site_url: https://plan-practice-myth.example/
theme: {name: material, font: false}
"""


def figure() -> go.Figure:
    """The figure with a slider of plotly's own."""
    drawn = go.Figure(peer()["figure"])
    moves = []
    for value in steps():
        changes: dict[str, list] = {}
        bound = at(value)
        for target, entry in bound.items():
            index, place = target.removeprefix("data[").split("].", 1)
            changes.setdefault(place, [None] * len(drawn.data))[int(index)] = entry
        for place, entries in changes.items():  # a trace that the result does not touch keeps what it has
            for index, entry in enumerate(entries):
                if entry is None:
                    old = drawn.data[index][place]
                    entries[index] = list(old) if isinstance(old, tuple) else old
        moves.append({"method": "restyle", "label": f"{value:g}", "args": [changes]})
    start = steps().index(peer()["slider"]["default"])
    drawn.update_layout(sliders=[{"active": start, "steps": moves, "pad": {"t": 8}, "transition": {"duration": 0}}], height=drawn.layout.height + 90)
    drawn.layout.margin.b = 90
    return drawn


def build() -> Path:
    """The built site's folder."""
    html = plotly.io.to_html(figure(), include_plotlyjs=True, full_html=False)
    write(FOLDER / "docs" / "index.md", f"# {peer()['title']}\n\n{html}\n")
    write(FOLDER / "mkdocs.yml", CONFIG)
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q", "--clean"], cwd=FOLDER, check=True, capture_output=True)
    return FOLDER / "site"
