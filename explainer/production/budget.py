"""What a first view of each page costs, counted on the files of the finished site: a page that is over stops the build.

The count is what a browser fetches by itself before anything is scrolled: the page, its styles and scripts, the pictures
that are not marked lazy, and of the first figure its script and its heavier picture, since it may stand near the top.
With its figures live a page has every figure's script and picture, and plotly.js. `bench/first_view.py` measures the
same on the wire; a test holds the two together.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import unquote, urlsplit

from explainer.errors import Problem
from explainer.production import hashed
from explainer.production.built import Page

FIRST_BYTES, FIRST_REQUESTS, LIVE_BYTES = 150_000, 15, 620_000
"""the bars: bytes are gzipped, headers included"""
HEADERS = 300
"""bytes of headers to one answer, about"""
NAMED = 4
"""how many of the heaviest are named"""


@dataclass
class Cost:
    """path of a file -> bytes with which it crosses the wire."""

    first: dict[str, int] = field(default_factory=dict)
    live: dict[str, int] = field(default_factory=dict)


def check(site: Path, pages: Iterable[Page], base: str = "/") -> list[Problem]:
    """Pages over a bar, each with what is heaviest and what to do. To be called when files have been compressed.

    `base` is the path of the address that the site is published at: absolute links begin with it.
    """
    names, problems = hashed.names(site), []
    sizes: dict[str, int] = {}
    for page in pages:
        if page.path.startswith("assets/"):
            continue
        cost = _cost(site, page, names, sizes, base)
        first, live = sum(cost.first.values()), sum(cost.live.values())

        def over(what: str, fault: str, mend: str, path: str = page.path) -> None:
            problems.append(Problem(f"{site.name}/{path}", 0, what, fault, mend))

        # an embed is its figure, and live at once
        if first > FIRST_BYTES and not page.path.startswith("embed/"):
            over("first view", f"{_kb(first)} gzipped where {_kb(FIRST_BYTES)} are allowed: {_heaviest(cost.first)}", _advice(cost.first, page))
        if len(cost.first) > FIRST_REQUESTS:
            kinds = ", ".join(sorted(posixpath.basename(path) for path in cost.first))
            over("first view", f"{len(cost.first)} requests where {FIRST_REQUESTS} are allowed: {kinds}", "Join files in generate.py, or give pictures loading=lazy")
        if live > LIVE_BYTES:
            over("figures live", f"{_kb(live)} gzipped where {_kb(LIVE_BYTES)} are allowed: {_heaviest(cost.live)}", "Move a figure to a page of its own, or give it fewer rows of data")
    return problems


def cost(site: Path, page: Page, base: str = "/") -> Cost:
    """What one page costs."""
    return _cost(site, page, hashed.names(site), {}, base)


def _cost(site: Path, page: Page, names: dict[str, str], sizes: dict[str, int], base: str) -> Cost:
    def size(path: str) -> int:
        if path not in sizes:
            sizes[path] = _size(site / path)
        return sizes[path]

    first = {page.path: size(page.path)}
    pictures: dict[str, list[str]] = {}
    for link in page.links:
        if link.tag not in {"link", "script", "img", "source"} or not link.fetched or urlsplit(link.address).scheme:
            continue
        path = _path(page.path, link.address, base)
        if link.lazy:
            pictures.setdefault(link.figure, []).append(path)
        else:
            first[path] = size(path)
    live = dict(first)
    for number, name in enumerate(page.figures):
        script = names.get(f"figures/{name}.js")
        # of the four pictures a browser fetches the one that it shows
        parts = ([f"{hashed.FOLDER}/{script}"] if script else []) + sorted(pictures.get(name, []), key=size)[-1:]
        live |= {part: size(part) for part in parts}
        if number == 0:
            first |= {part: size(part) for part in parts}
    if page.figures and "lib/plotly.js" in names:
        library = f"{hashed.FOLDER}/{names['lib/plotly.js']}"
        live[library] = size(library)
    return Cost(*({path: bytes_ for path, bytes_ in files.items() if bytes_} for files in (first, live)))


def _path(page: str, address: str, base: str) -> str:
    path = unquote(urlsplit(address).path)
    if path.startswith("/"):
        return path.removeprefix(base).lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), path))


def _size(file: Path) -> int:
    """Bytes on the wire, 0 where there is no such file (the check of links tells of it)."""
    if not file.is_file():
        return 0
    packed = file.with_name(file.name + ".gz")
    return HEADERS + (packed if packed.exists() else file).stat().st_size


def _kb(count: int) -> str:
    return f"{count / 1000:.0f} KB"


def _heaviest(files: dict[str, int]) -> str:
    most = sorted(files.items(), key=lambda item: (-item[1], item[0]))[:NAMED]
    return ", ".join(f"{path} {_kb(size)}" for path, size in most)


def _advice(files: dict[str, int], page: Page) -> str:
    worst = max(files, key=lambda path: (files[path], path))
    if worst == page.path:
        return "Split the page, or move its longest table, list or model to another page"
    if worst.endswith((".png", ".jpg", ".svg", ".webp")):
        return "Make the picture smaller, or give it loading=lazy"
    return "Leave out of the first view what is needed later: see `explainer.script` in docs/assets/js/drawing.js"
