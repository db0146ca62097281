"""Static pictures of every figure: what stands on the page before plotly.js, without JavaScript, and on paper.

One Chromium page draws them all with the plotly.js that readers get, at two widths and in two themes. Whatever plotly
draws by chance (ids, classes) is renumbered or dropped, so that the same figure gives the same bytes; each picture is
cached under a hash of everything it depends on. Only the fonts and the Chromium of the machine are not in that hash.
"""

from __future__ import annotations

import functools
import hashlib
import json
import posixpath
import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

from explainer import kept
from explainer.charts.palette import TOKENS
from explainer.errors import Problem
from explainer.production.built import Page
from explainer.production.chromium import browser

ROOT = Path(__file__).resolve().parents[2]
BUNDLE = ROOT / "node_modules" / "plotly.js-basic-dist-min"
CACHE = ROOT / ".kept" / "pictures"

# name -> width in CSS pixels; the heights come with the figure, in this order
WIDTHS = {"wide": 720, "phone": 340}
THEMES = {"light": 0, "dark": 1}
VARIANTS = [f"{width}-{theme}" for width in WIDTHS for theme in THEMES]

# (name, figure as plotly JSON: text or dict with `data` and `layout`, (height wide, height phone) in CSS pixels)
Figure = tuple[str, Any, Sequence[int]]

# `@ink`, and `var(--ink)`, which is the one form of a token that plotly.py's own validation lets pass; longest name
# first, so that `@level-law` is never read as another token and a rest
_NAMES = "|".join(sorted(TOKENS, key=len, reverse=True))
_TOKEN = re.compile(rf"@({_NAMES})(?![\w-])|var\(--({_NAMES})\)")
_UNKNOWN = re.compile(r"^(@[a-z][a-z0-9-]*|var\(--.*\))$")


class PictureError(Exception):
    """A figure that cannot be drawn: its name and why."""


def coloured(value: Any, theme: str) -> Any:
    """`value` with every colour token in its strings replaced by the colour of `theme`. An unknown one is refused."""
    if isinstance(value, str):
        found = _TOKEN.sub(lambda match: TOKENS[match[1] or match[2]][THEMES[theme]], value)
        if _UNKNOWN.match(found):
            raise PictureError(f"no colour is called {found}; those that are: {', '.join(sorted(TOKENS))}")
        return found
    if isinstance(value, dict):
        return {key: coloured(each, theme) for key, each in value.items()}
    if isinstance(value, list):
        return [coloured(each, theme) for each in value]
    return value


@functools.cache
def _versions() -> str:
    """What every picture depends on beside its figure: plotly.js and this file."""
    plotly = json.loads((BUNDLE / "package.json").read_text(encoding="utf-8"))["version"]
    return plotly + hashlib.sha256(Path(__file__).read_bytes()).hexdigest()


def _orders(figure: Figure) -> dict[str, dict]:
    """variant -> what Chromium is asked to draw, of one figure."""
    name, spec, heights = figure
    spec = json.loads(spec) if isinstance(spec, (str, bytes)) else spec
    orders = {}
    for (width, pixels), height in zip(WIDTHS.items(), heights, strict=True):
        for theme in THEMES:
            try:
                drawn = coloured({"data": spec["data"], "layout": spec.get("layout", {})}, theme)
            except PictureError as error:
                raise PictureError(f"{name}: {error}") from None
            orders[f"{width}-{theme}"] = {**drawn, "width": pixels, "height": int(height)}
    return orders


def _key(order: dict) -> str:
    text = json.dumps(order, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + _versions()
    return hashlib.sha256(text.encode()).hexdigest()[:32]


def _file(cache: Path, order: dict) -> Path:
    return cache / f"{_key(order)}.svg"


def cached(figures: Iterable[Figure], cache: Path = CACHE) -> dict[str, dict[str, str]]:
    """name -> variant -> SVG text, of the figures of which all pictures are in the cache; draws nothing."""
    found = {}
    for figure in figures:
        files = {variant: _file(cache, order) for variant, order in _orders(figure).items()}
        if all(file.exists() for file in files.values()):
            found[figure[0]] = {variant: file.read_text(encoding="utf-8") for variant, file in files.items()}
    return found


def missing(figures: Iterable[Figure], cache: Path = CACHE) -> list[str]:
    """The names of the figures of which a picture is not in the cache."""
    figures = list(figures)
    there = cached(figures, cache)
    return [name for name, *_ in figures if name not in there]


def draw(figures: Iterable[Figure], cache: Path = CACHE) -> dict[str, dict[str, str]]:
    """name -> variant -> SVG text, of every figure; what is not in the cache is drawn and kept there.

    Raises PictureError for a figure that plotly.js refuses, and NoChromium where there is none and one is needed.
    """
    figures = list(figures)
    orders = {_file(cache, order): (figure[0], order) for figure in figures for order in _orders(figure).values()}
    todo = [(file, name, order) for file, (name, order) in orders.items() if not file.exists()]
    if todo:
        with browser() as chromium:
            page = chromium.new_page(viewport={"width": 1200, "height": 900})
            page.route("**/*", lambda route: route.abort())  # a picture is made of what it was given, and nothing else
            page.set_content('<!doctype html><html lang="en"><meta charset="utf-8"><body></body></html>')
            page.add_script_tag(content=(BUNDLE / "plotly-basic.min.js").read_text(encoding="utf-8"))
            for file, name, order in todo:
                svg = page.evaluate(_DRAW, order)
                if not svg.startswith("<svg"):
                    raise PictureError(f"{name}: plotly.js cannot draw it: {svg}")
                kept.put(file, tidy(svg).encode())
    return cached(figures, cache)


def faults(site: Path, page: Page) -> list[Problem]:
    """Figures of a built page of which a picture is missing or is none; called when the site is finished."""
    problems = []
    for name in page.figures:
        stills = [link for link in page.links if link.figure == name and link.tag == "img"]
        if len(stills) != len(VARIANTS):
            why = f"the figure has {len(stills)} pictures of {len(VARIANTS)}"
            mend = "Draw what is missing: python -m explainer generate --pictures, then build again"
            problems.append(Problem(f"{site.name}/{page.path}", 0, name, why, mend))
        for link in stills:
            file = site / posixpath.normpath(posixpath.join(posixpath.dirname(page.path), link.address))
            if file.suffix == ".svg" and file.exists() and not _is_picture(file):
                mend = f"Remove {CACHE.relative_to(ROOT)}, draw again, and look at the figure"
                problems.append(Problem(f"{site.name}/{page.path}", link.line, name, f"{file.name} is no picture", mend))
    return problems


def _is_picture(file: Path) -> bool:
    try:
        root = ElementTree.fromstring(file.read_bytes())
    except ElementTree.ParseError:
        return False
    return root.tag == "{http://www.w3.org/2000/svg}svg" and len(root) > 0


_DRAW = """async ({data, layout, width, height}) => {
  try {
    const still = {...layout, width, height, autosize: false};
    const svg = await Plotly.toImage({data, layout: still}, {format: "svg", width, height, imageDataOnly: true});
    return svg;
  } catch (error) { return String(error && error.message || error); }
}"""


def tidy(svg: str) -> str:
    """plotly's SVG without what differs at each run (ids, random names) and what only its own code reads."""
    # an empty style: of one picture in fifty the browser writes it at another place
    svg = re.sub(r'\s(?:(?:class|data-[\w-]+)="[^"]*"|style="")', "", svg)
    names: dict[str, str] = {}
    for name in re.findall(r'\sid="([^"]+)"', svg):
        names.setdefault(name, f"p{len(names)}")
    svg = re.sub(r'(\sid=")([^"]+)(")', lambda match: match[1] + names[match[2]] + match[3], svg)
    svg = re.sub(r"""url\((&quot;|'|")?#([^)'"&]+)(?:&quot;|'|")?\)""", lambda m: f"url(#{names.get(m[2], m[2])})", svg)
    svg = re.sub(r'(href="#)([^"]+)(")', lambda match: match[1] + names.get(match[2], match[2]) + match[3], svg)
    # a hundredth of a pixel is enough, and free of a float's last digits
    svg = re.sub(
        r'(?<=\s)(?:d|transform|x|y|x1|y1|x2|y2|width|height)="[^"]*"',
        lambda match: re.sub(r"\d+\.\d{3,}", lambda number: f"{float(number[0]):.2f}", match[0]),
        svg,
    )
    before = ""
    while before != svg:  # groups and paths that plotly keeps for later and a still never fills
        before = svg
        svg = re.sub(r"<(?:g|path)(?: transform=\"[^\"]*\")?/>|<g></g>", "", svg)
    return svg
