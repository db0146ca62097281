"""What pages need and git ignores: scripts, styles, figures' definitions, pictures, downloads, the search index.

Runs before every build, reads `docs/` and `evidence/` itself, and stops at the first fault of any kind, with file and line.
"""

from __future__ import annotations

import csv
import io
import json
import shutil
from pathlib import Path
from typing import Any

from rjsmin import jsmin

from explainer import licences, translate
from explainer.charts import palette
from explainer.evidence import load
from explainer.evidence.tables import plain
from explainer.explorables import state
from explainer.explorables.check import figure_json, opening
from explainer.explorables.contract import Control, Explorable
from explainer.explorables.registry import charts, explorables
from explainer.labels import LIVE
from explainer.paths import CACHE, DOCS, GENERATED, NODE_MODULES
from explainer.production import cards, hashed, pictures, sections, takeaway
from explainer.production.embed import embed
from explainer.production.render import article
from explainer.settings import parts, settings
from explainer.syntax import check, reference, scan
from explainer.syntax.figures import singular
from explainer.typography import curled

SCRIPTS = (
    "state.js",
    "address.js",
    "moving.js",
    "drawing.js",
    "explorable.js",
    "downloads.js",
    "questions.js",
    "search.js",
    "filters.js",
    "scheme.js",
    "start.js",
)
STYLES = ("base.css", "page.css", "claims.css", "figures.css", "questions.css", "tables.css", "search.css", "print.css")
# what is installed by npm and bundled here -> where it lies in node_modules
LIBRARIES = {
    "lib/plotly.js": "plotly.js-basic-dist-min/plotly-basic.min.js",
    "lib/minisearch.js": "minisearch/dist/umd/index.js",
}
# folders and files at the site's top that others may rely on
PUBLIC = ("page-source", "embed", "models", "notebooks", "evidence", "explorables.json", "claims.json")


class _Output:
    """Writes only what has changed, and removes what is no longer written."""

    def __init__(self) -> None:
        self.written: set[Path] = set()

    def text(self, path: Path, content: str) -> None:
        self.bytes(path, content.encode())

    def bytes(self, path: Path, content: bytes) -> None:
        self.written.add(path)
        if not path.exists() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)

    def json(self, path: Path, content: Any) -> None:
        self.text(path, json.dumps(content, ensure_ascii=False, indent=1, sort_keys=False) + "\n")

    def sweep(self) -> None:
        for top in (GENERATED, *(DOCS / name for name in PUBLIC)):
            for file in [top] if top.is_file() else sorted(top.rglob("*")):
                if file.is_file() and file not in self.written:
                    file.unlink()


def generate(draw: bool = False) -> None:
    """Checks everything and writes what pages need. `draw`: for a site that will be finished, so missing pictures are made
    and search is left to `finish`, which has every page as HTML; else only cached pictures are used.

    Raises `Problems` naming every fault.
    """
    evidence = load()
    check.all_or_stop(evidence)
    out = _Output()
    _browser(out)
    drawn = {}
    for declared in explorables().values():
        drawn[declared.name] = (opening(declared, evidence), declared.heights)
        _explorable(out, declared, evidence)
    for declared in charts().values():
        drawn[declared.name] = (figure_json(declared.figure(evidence)), declared.heights)
        _chart(out, declared, evidence, drawn[declared.name][0])
    # before any HTML is made: a figure names the pictures that stand
    _pictures(out, drawn, draw)
    _evidence(out, evidence)
    pages = [scan.read(path) for path in scan.pages()]
    _listings(out, pages, evidence, _cards(out, pages, draw))
    for page in pages:
        out.text(DOCS / "page-source" / f"{page.path}.txt", page.text)
    for declared in [*explorables().values(), *charts().values()]:
        out.text(DOCS / "embed" / f"{declared.name}.html", embed(declared, evidence))
    if not draw:
        articles = ((f"{page.path}.html", str(page.page.options["title"]), f"<article>{article(page.path)}</article>") for page in pages)
        out.text(GENERATED / "search.js", sections.script(articles))
    out.sweep()


def _browser(out: _Output) -> None:
    scripts = "".join((DOCS / "assets" / "js" / name).read_text(encoding="utf-8") for name in SCRIPTS)
    words = f"explainer.words = {json.dumps(LIVE, ensure_ascii=False)};\n"
    # comments are for who reads the sources: they are a quarter of this script, compressed, and every first view fetches it
    out.text(GENERATED / hashed.RUNTIME, f"{jsmin(translate.prelude())}\n{hashed.UNNAMED}{words}{jsmin(scripts)}\n")
    styles = [(DOCS / "assets" / "css" / name) for name in STYLES]
    out.text(
        GENERATED / "explainer.css",
        palette.css() + "".join(file.read_text(encoding="utf-8") for file in styles if file.exists()),
    )
    for name, path in LIBRARIES.items():
        out.bytes(GENERATED / name, (NODE_MODULES / path).read_bytes())
    out.text(GENERATED / "licences.txt", licences.texts())


def control_json(control: Control) -> dict:
    """A control as others may read it: type, name, label, default and bounds."""
    kind = type(control).__name__.lower()
    plain_control = {
        "type": kind,
        **{name: value for name, value in vars(control).items() if value != "" and value != {}},
    }
    if kind in ("range", "draw", "guess"):
        plain_control["low"], plain_control["high"] = state.bounds(control)
    if getattr(control, "unit", "") and singular(control.unit) != control.unit:
        plain_control["one"] = singular(control.unit)
    if kind == "guess":
        plain_control["default"] = -1
    if kind == "choice":
        plain_control["options"] = dict(control.options)
    if kind == "text":
        plain_control["examples"] = dict(control.examples)
    return plain_control


def _explorable(out: _Output, declared: Explorable, evidence: Any) -> None:
    outcome = state.start(declared, evidence)
    definition = {
        "name": declared.name,
        "model": declared.model,
        "controls": curled([control_json(control) for control in declared.controls]),
        "bindings": [[bind.target, bind.source] for bind in declared.bindings],
        "figure": opening(declared, evidence),
        "heights": list(declared.heights),
        "data": outcome.data,
        "words": state.words(declared),
        "columns": curled(list(declared.columns)),
    }
    models = "\n".join(translate.javascript(module) for module in translate.dependencies(declared.model))
    define = f"explainer.define({json.dumps(definition, ensure_ascii=False)});\n"
    out.text(GENERATED / "figures" / f"{declared.name}.js", f"{models}\n{define}")
    out.text(GENERATED / "numbers" / f"{declared.name}.csv", _csv(declared.columns, outcome.rows))
    out.text(DOCS / "models" / f"{declared.name}.py", takeaway.python(declared, evidence))
    out.text(DOCS / "notebooks" / f"{declared.name}.ipynb", takeaway.notebook(declared, evidence))


def _chart(out: _Output, declared: Any, evidence: Any, figure: dict) -> None:
    definition = {"name": declared.name, "figure": figure, "heights": list(declared.heights)}
    out.text(
        GENERATED / "figures" / f"{declared.name}.js",
        f"explainer.define({json.dumps(definition, ensure_ascii=False)});\n",
    )
    out.text(GENERATED / "numbers" / f"{declared.name}.csv", _csv(declared.columns, declared.rows(evidence)))


def _csv(columns: Any, rows: list[list[str]]) -> str:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows([list(columns), *rows])
    return text.getvalue()


def _pictures(out: _Output, drawn: dict, draw: bool) -> None:
    wanted = [(name, figure, heights) for name, (figure, heights) in drawn.items()]
    made = pictures.draw(wanted, CACHE / "pictures") if draw else pictures.cached(wanted, CACHE / "pictures")
    for name, variants in made.items():
        for variant, svg in variants.items():
            out.text(GENERATED / "pictures" / f"{name}-{variant}.svg", svg)


def _cards(out: _Output, pages: list[scan.Source], draw: bool) -> dict[str, str]:
    """path of a page -> alternative text of its card, of the cards that there are."""
    wanted = {}
    for page in pages:
        options = {name: str(page.page.options[name]) for name in ("title", "short", "reviewed")}
        part = parts().get(page.path, ("", ""))[0]
        wanted[page.path] = cards.Card(path=page.path, part=part, site=settings()["site_name"], **options)
    made = (cards.draw if draw else cards.cached)(wanted.values(), CACHE / "cards")
    for path, png in made.items():
        out.bytes(GENERATED / "cards" / f"{path}.png", png)
    return {path: wanted[path].alt for path in made}


def _evidence(out: _Output, evidence: Any) -> None:
    folder = DOCS / "evidence"
    for table in evidence.tables.values():
        out.bytes(folder / table.file.name, table.file.read_bytes())
    out.bytes(folder / "sources.bib", (evidence.folder / "sources.bib").read_bytes())
    out.json(folder / "datapackage.json", {name: value for name, value in evidence.package.items() if name != "fields"})


def _listings(out: _Output, pages: list[scan.Source], evidence: Any, drawn: dict[str, str]) -> None:
    where = {
        block.argument: page.path for page in pages for block in page.blocks if block.kind in ("explorable", "chart")
    }
    out.json(
        DOCS / "explorables.json",
        [
            {
                "name": declared.name,
                "page": where.get(declared.name, "") and f"{where[declared.name]}.html",
                "title": declared.title,
                "model": f"models/{declared.name}.py",
                "controls": [control_json(control) for control in declared.controls],
            }
            for declared in explorables().values()
        ],
    )
    out.json(DOCS / "claims.json", [plain(row) for row in evidence.rows("claims")])
    out.json(
        GENERATED / "pages.json",
        [
            {
                "path": page.path,
                "url": f"{page.path}.html",
                "words": len(page.text.split()),
                "sources": [reference.place(evidence.sources[key]) for key in reference.cited(page, evidence)],
                "part": list(parts().get(page.path, ())),
                "card": f"{hashed.PLAIN}/cards/{page.path}.png" if page.path in drawn else "",
                "card_alt": drawn.get(page.path, ""),
                **_things(page, evidence),
                **{name: str(page.page.options[name]) for name in ("title", "able", "short", "reviewed")},
            }
            for page in pages
        ],
    )


def _things(page: scan.Source, evidence: Any) -> dict:
    """What a page drawn from the tables holds that search engines list by itself: data sets, terms."""
    drawn = {block.argument for block in page.blocks if block.kind == "reference"}
    things: dict = {}
    if "data" in drawn:
        things["datasets"] = [
            {
                "id": f"table-{table.id.replace('_', '-')}",
                "title": table.title,
                "about": " ".join(f"{table.descriptor['description']} {table.descriptor['limits']}".split()),
                "file": f"evidence/{table.file.name}",
            }
            for table in evidence.tables.values()
        ]
    if "glossary" in drawn:
        things["terms"] = [
            {"id": f"term-{row['id']}", "term": row["term"], "hanzi": row["hanzi"] or ""}
            for row in evidence.rows("terms")
        ]
    return things


def clean() -> None:
    """Removes everything that `generate` writes."""
    for top in (GENERATED, *(DOCS / name for name in PUBLIC)):
        shutil.rmtree(top) if top.is_dir() else top.unlink(missing_ok=True)
