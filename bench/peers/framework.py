"""A page of Observable Framework with the same figure, model and slider; everything that it loads comes from npm packages on this
machine (bare imports), since its own `npm:` imports and its default font are fetched from other hosts."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from bench.peers.shared import BIND, HOME, javascript, json_text, peer, write
from explainer.production import node

FOLDER = HOME / "framework"
PAGE = """# {title}

```js
import Plotly from "plotly.js-dist-min";
import {{peer, run, bind}} from "./peer.js";
```

```js
const slider = Object.assign(document.createElement("input"), {{type: "range", id: "slider", min: {low}, max: {high}, step: {step}, value: {default}}});
slider.setAttribute("aria-label", "{label}");
const value = view(slider);
```

```js
const box = display(Object.assign(document.createElement("div"), {{id: "picture"}}));
```

```js
bind(peer.figure, peer.bindings, run({{...peer.params, {name}: Number(value)}}, peer.data));
Plotly.react(box, peer.figure.data, peer.figure.layout, {{displayModeBar: false}});
```
"""


def build(modules: Path) -> Path:
    """The built site's folder; `modules` is the node_modules that holds Framework."""
    if not FOLDER.exists():
        FOLDER.mkdir(parents=True)
    link = FOLDER / "node_modules"
    if not link.is_symlink():
        link.symlink_to(modules.resolve())
    shutil.copy(modules.parent / "package.json", FOLDER / "package.json")
    model = javascript().replace("window.explainer", "globalThis.explainer")
    export = f'{model}\n{BIND}\nexport const peer = {json_text(peer())};\nexport const run = globalThis.explainer.modules["friends_score"].run;\nexport {{bind}};\n'
    write(FOLDER / "src" / "peer.js", export)
    write(FOLDER / "src" / "index.md", PAGE.format(title=peer()["title"], **peer()["slider"]))
    write(
        FOLDER / "observablehq.config.js",
        'export default { root: "src", title: "Observable Framework", sidebar: false, pager: false, footer: "", search: false, globalStylesheets: [] };\n',
    )
    done = node.run(
        "node",
        str(modules / "@observablehq" / "framework" / "dist" / "bin" / "observable.js"),
        "build",
        cwd=FOLDER,
        env={**os.environ, "OBSERVABLE_TELEMETRY_DISABLE": "true"},
        capture_output=True,
        text=True,
        timeout=180,
    )
    if done.returncode:
        raise RuntimeError(f"Observable Framework did not build:\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}")
    return FOLDER / "dist"
