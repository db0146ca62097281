"""A page's Markdown made into HTML outside any generator, with the extensions that mkdocs.yml names."""

from __future__ import annotations

from functools import lru_cache

from markdown import Markdown

from explainer.paths import DOCS
from explainer.settings import settings


@lru_cache
def _markdown() -> Markdown:
    names, options = [], {}
    for entry in settings()["markdown_extensions"]:
        name, config = (entry, {}) if isinstance(entry, str) else next(iter(entry.items()))
        names.append(name)
        options[name] = config or {}
    return Markdown(extensions=names, extension_configs=options)


def article(path: str) -> str:
    """The HTML of the page at docs/PATH.md."""
    return _markdown().reset().convert((DOCS / f"{path}.md").read_text(encoding="utf-8"))
