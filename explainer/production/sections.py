"""What search knows of a page: its sections, each with heading, anchor and text. Tables, code and source lists stay out."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable

from lxml import html

_OUT = {"table", "pre", "script", "style", "svg", "form", "nav"}
_OUT_CLASSES = {
    "claims",
    "source-list",
    "sidenote",
    "downloads",
    "headerlink",
    "eyebrow",
    "list-head",
    "claim-mark",
    "cites",
    "model",
    "numbers-box",
    "sources",
    "reviewed",
    "head-label",
    "page-end",
}
_HEADS = {"h1", "h2", "h3", "h4", "dt", "figure"}


def script(pages: Iterable[tuple[str, str, str]]) -> str:
    """`search.js` of these pages, each an (address, title, HTML with an <article>).

    A script and not JSON: a page opened from a folder may load the one and not the other.
    """
    documents: list[dict] = []
    for url, title, text in pages:
        for section in sections(text, title):
            address = url + (f"#{section['anchor']}" if section["anchor"] else "")
            documents.append({"id": len(documents), "url": address, "page": title, "heading": section["heading"], "text": section["text"]})
    return f"explainer.documents = {json.dumps(documents, ensure_ascii=False)};\n"


def sections(text: str, title: str) -> list[dict]:
    """[{anchor, heading, text}] of the <article> in the order of reading; the first is its beginning, with an empty anchor.

    A heading or a term begins a section, a figure begins one of its own.
    """
    root = html.document_fromstring(text).find(".//article")
    found: list[dict] = [{"anchor": "", "heading": title, "text": []}]

    def walk(element) -> None:
        if not isinstance(element.tag, str):
            return
        classes = set((element.get("class") or "").split())
        if element.tag in _OUT or classes & _OUT_CLASSES:
            return
        if element.tag in _HEADS and element.get("id") and element.tag != "h1":
            name = element if element.tag != "figure" else element.find("figcaption")
            found.append(
                {"anchor": element.get("id"), "heading": _heading(name) if name is not None else title, "text": []}
            )
        if element.text:
            found[-1]["text"].append(element.text)
        for child in element:
            walk(child)
            if child.tail:
                found[-1]["text"].append(child.tail)

    walk(root)
    for section in found:
        section["text"] = re.sub(r"\s+", " ", " ".join(section["text"])).strip().replace(" .", ".").replace(" ,", ",")
    return [section for section in found if section["text"] or section["heading"]]


def _heading(element) -> str:
    parts = [element.text or ""]
    for child in element:
        if "headerlink" not in (child.get("class") or ""):
            parts.append(child.text_content())
        parts.append(child.tail or "")
    return re.sub(r"\s+", " ", "".join(parts)).strip()
