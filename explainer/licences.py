"""What of others is sent to a reader's browser, and under which licence: from the installed packages' own metadata.

Three packages are bundled: plotly.js, MiniSearch and the theme. The theme's script holds packages of its own, which are
not installed here; its source map names them, and one that the table below does not know stops the build.
"""

from __future__ import annotations

import functools
import json
import re
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from explainer.labels import PAGE
from explainer.paths import NODE_MODULES

NPM = ("plotly.js-basic-dist-min", "minisearch")
THEME = "mkdocs-material"
W3C = Path(__file__).with_name("licence_w3c.txt")

# what the theme's script may hold -> (licence, its holders' notice)
INSIDE = {
    "clipboard": ("MIT", "Copyright Zeno Rocha"),
    "escape-html": ("MIT", 'Copyright 2012-2013 TJ Holowaychuk, 2015 Andreas Lubbe, 2015 Tiancheng "Timothy" Gu'),
    "focus-visible": ("W3C-20150513", "Copyright WICG"),
    "rxjs": ("Apache-2.0", "Copyright 2015-2018 Google, Inc., Netflix, Inc., Microsoft Corp. and contributors"),
    "tslib": ("0BSD", "Copyright Microsoft Corporation"),
}


class Unknown(Exception):
    """A package is bundled whose licence nobody has looked up."""


@dataclass(frozen=True)
class Bundled:
    """One package: `use` is a key of PAGE["bundled_for"], `inside` the package that brings it, `text` its licence."""

    name: str
    version: str
    licence: str
    use: str
    text: str
    inside: str = ""


@functools.cache
def bundled() -> tuple[Bundled, ...]:
    """Every package that readers' browsers are sent, in the order of their weight. Raises Unknown."""
    found = [_npm(name) for name in NPM]
    theme = metadata.distribution(THEME)
    text = _licence_file(THEME)
    found.append(Bundled(THEME, theme.version, theme.metadata["License-Expression"], THEME, text))
    for name in _inside_theme():
        if name not in INSIDE:
            raise Unknown(f"the theme's script holds {name}: look up its licence and add it to INSIDE in licences.py")
        licence, notice = INSIDE[name]
        found.append(Bundled(name, "", licence, "inside", f"{notice}\n\n{_standard(licence)}", inside=THEME))
    return tuple(found)


def texts() -> str:
    """The whole file of licences that the site carries."""
    parts = [PAGE["licences_head"]]
    for each in bundled():
        head = f"{each.name} {each.version}".strip() + (f" (in {each.inside})" if each.inside else "")
        parts.append(f"{'=' * 80}\n{head}\n{each.licence}\n\n{each.text.strip()}\n")
    return "\n".join(parts)


def _npm(name: str) -> Bundled:
    folder = NODE_MODULES / name
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    (file,) = sorted(folder.glob("LICENSE*"))
    return Bundled(name, package["version"], package["license"], name, file.read_text(encoding="utf-8"))


@functools.cache
def _files(package: str) -> list[metadata.PackagePath]:
    """What a package has installed: the theme alone, ten thousand files."""
    return metadata.distribution(package).files or []


def _licence_file(package: str, name: str = "LICENSE") -> str:
    (file,) = [each for each in _files(package) if each.name == name and ".dist-info" in each.parts[0]]
    return file.read_text(encoding="utf-8")


def _inside_theme() -> list[str]:
    """The names of the packages in the theme's script, by its source map."""
    maps = [file for file in _files(THEME) if re.search(r"assets/javascripts/bundle\.\w+\.min\.js\.map$", file.as_posix())]
    sources = [source for file in maps for source in json.loads(file.read_text(encoding="utf-8"))["sources"]]
    found = {match[1] for source in sources if (match := re.search(r"node_modules/((?:@[^/]+/)?[^/]+)", source))}
    return sorted(found)


def _standard(licence: str) -> str:
    """The text of a licence that has one for all."""
    if licence == "Apache-2.0":
        return _licence_file("packaging", "LICENSE.APACHE")
    if licence == "W3C-20150513":
        return W3C.read_text(encoding="utf-8")
    if licence == "0BSD":
        return _ZERO
    # the theme's own text without its holder's line
    return re.sub(r"(?m)^Copyright .*\n\n?", "", _licence_file(THEME))


_ZERO = """Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL IMPLIED
WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT, INDIRECT, OR
CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN ACTION OF CONTRACT,
NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF THIS SOFTWARE.
"""
