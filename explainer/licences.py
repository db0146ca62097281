"""What of others is sent to a reader's browser, and under which licence: from the installed packages' own metadata.

Three packages have a part in it: plotly.js, MiniSearch and the theme, whose page ours extends.
"""

from __future__ import annotations

import functools
import json
from dataclasses import dataclass
from importlib import metadata

from explainer.labels import PAGE
from explainer.paths import NODE_MODULES

NPM = ("plotly.js-basic-dist-min", "minisearch")
THEME = "mkdocs-material"


@dataclass(frozen=True)
class Bundled:
    """One package: its name is a key of PAGE["bundled_for"], `text` its licence."""

    name: str
    version: str
    licence: str
    text: str


@functools.cache
def bundled() -> tuple[Bundled, ...]:
    """Every package that readers' browsers are sent, in the order of their weight."""
    return (*(_npm(name) for name in NPM), _theme())


def texts() -> str:
    """The whole file of licences that the site carries."""
    parts = [PAGE["licences_head"]]
    for each in bundled():
        parts.append(f"{'=' * 80}\n{each.name} {each.version}\n{each.licence}\n\n{each.text.strip()}\n")
    return "\n".join(parts)


def _npm(name: str) -> Bundled:
    folder = NODE_MODULES / name
    package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    (file,) = sorted(folder.glob("LICENSE*"))
    return Bundled(name, package["version"], package["license"], file.read_text(encoding="utf-8"))


def _theme() -> Bundled:
    theme = metadata.distribution(THEME)
    (file,) = [each for each in theme.files or [] if each.name == "LICENSE" and ".dist-info" in each.parts[0]]
    return Bundled(THEME, theme.version, theme.metadata["License-Expression"], file.read_text(encoding="utf-8"))
