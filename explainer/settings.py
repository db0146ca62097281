"""mkdocs.yml, read for what concerns us: the site's name, author and address, and the Markdown extensions."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import yaml

from explainer.paths import ROOT


@lru_cache
def settings() -> dict[str, Any]:
    """mkdocs.yml as YAML gives it."""
    return yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
