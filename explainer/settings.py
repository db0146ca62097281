"""mkdocs.yml, read for what concerns us: the site's name, author and address, and the Markdown extensions."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from explainer import yaml
from explainer.paths import ROOT


@lru_cache
def settings() -> dict[str, Any]:
    """mkdocs.yml as YAML gives it."""
    return yaml.read((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))


@lru_cache
def parts() -> dict[str, tuple[str, str]]:
    """page -> (the part of the site that it stands in, the first page of that part), as the navigation has it.

    Pages are named without a suffix; one that stands in no part (the front page) is left out.
    """
    found: dict[str, tuple[str, str]] = {}
    for entry in settings().get("nav") or []:
        for title, below in entry.items() if isinstance(entry, dict) else ():
            if isinstance(below, list):
                pages = [path.removesuffix(".md") for path in _pages(below)]
                found |= {page: (title, pages[0]) for page in pages}
    return found


def _pages(entries: Any) -> list[str]:
    """All pages under an entry of the navigation, in order."""
    if isinstance(entries, str):
        return [entries]
    below = entries.values() if isinstance(entries, dict) else entries
    return [page for entry in below for page in _pages(entry)]
