"""The same model in Python in the page: Pyodide (CPython as WebAssembly), the whole of plotly.js, one slider."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.peers.shared import BIND, HOME, json_text, peer, python, write

FOLDER = HOME / "pyodide"
FILES = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm", "python_stdlib.zip", "pyodide-lock.json")
PAGE = """<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Pyodide</title>
<h1>{title}</h1>
<label>{label} <input id="slider" type="range" min="{low}" max="{high}" step="{step}" value="{default}" disabled></label>
<div id="picture"></div>
<script src="plotly.min.js"></script>
<script type="module">
import {{ loadPyodide }} from "./pyodide.mjs";
{bind}
const peer = {peer};
const code = {code};
const python = await loadPyodide();
python.runPython(code);
const call = python.runPython(`
def call(text):
    return json.dumps(run(json.loads(text), data))
call`);
const slider = document.querySelector("#slider");
const update = () => {{
  bind(peer.figure, peer.bindings, JSON.parse(call(JSON.stringify({{...peer.params, {name}: Number(slider.value)}}))));
  Plotly.react("picture", peer.figure.data, peer.figure.layout, {{displayModeBar: false}});
}};
let waiting = 0;
slider.addEventListener("input", () => {{ waiting = waiting || requestAnimationFrame(() => {{ waiting = 0; update(); }}); }});
update();
slider.disabled = false;
</script>
"""


def build(modules: Path) -> Path:
    """The page's folder; `modules` is the node_modules that holds Pyodide."""
    page = PAGE.format(bind=BIND, peer=json_text(peer()), code=json_text(python()), title=peer()["title"], **peer()["slider"])
    write(FOLDER / "index.html", page)
    for name in FILES:
        shutil.copy(modules / "pyodide" / name, FOLDER / name)
    shutil.copy(modules / "plotly.js-dist-min" / "plotly.min.js", FOLDER / "plotly.min.js")
    return FOLDER
