"""Where things are, relative to the repository's root; nothing else in the package spells a folder."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
EVIDENCE = ROOT / "evidence"
OVERRIDES = ROOT / "overrides"
MODELS = ROOT / "explainer" / "models"
EXPLORABLES = ROOT / "explainer" / "explorables"
CHARTS = ROOT / "explainer" / "charts"
# not .cache: that folder is Zensical's, and its `--clean` empties it
CACHE = ROOT / ".kept"
NODE_MODULES = ROOT / "node_modules"
SITE = ROOT / "site"
# what `make bench` measured
MEASURED = ROOT / "bench" / "results"
# what `generate` writes under docs/ and git ignores
GENERATED = DOCS / "assets" / "generated"


def shown(path: Path) -> str:
    """The path as a contributor reads it: relative to the repository where it lies inside."""
    try:
        return path.resolve().relative_to(ROOT).as_posix()
    except ValueError:
        return str(path)
