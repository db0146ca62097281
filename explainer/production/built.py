"""One reading of a built HTML page: its ids, its links, its inline scripts. Only what the finish needs."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path

# attributes that name another resource
ADDRESSES = {"href", "src", "poster", "action", "formaction", "data", "xlink:href", "srcset"}
# types of <script> that a browser runs; every other is a block of data, which a policy does not concern
EXECUTABLE = {"", "text/javascript", "application/javascript", "module", "importmap"}


@dataclass(frozen=True)
class Link:
    """One address in a page: where it stands, and what for."""

    line: int
    tag: str
    attribute: str
    address: str
    rel: str = ""
    lazy: bool = False
    figure: str = ""
    """the explorable or chart that it stands in"""

    @property
    def fetched(self) -> bool:
        """Whether the browser fetches it by itself (unlike a link that a reader follows)."""
        if self.tag in {"a", "area", "form", "button", "base"}:
            return False
        followed = {"canonical", "prev", "next", "alternate", "license", "author", "help", "edit", "search"}
        return not (self.tag == "link" and (self.rel in followed or self.rel.lower().startswith("schema.")))


@dataclass
class Page(HTMLParser):
    """A page of the built site; `path` is relative to the site's folder, with forward slashes."""

    path: str
    text: str
    ids: set[str] = field(default_factory=set)
    links: list[Link] = field(default_factory=list)
    scripts: list[str] = field(default_factory=list)
    handlers: list[tuple[int, str]] = field(default_factory=list)
    figures: list[str] = field(default_factory=list)
    language: str = ""
    _figure: str = ""
    _script: list[str] | None = None

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.feed(self.text)
        self.close()

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        line = self.getpos()[0]
        values = {name: value or "" for name, value in attributes}
        if tag == "html":
            self.language = values.get("lang", "")
        if tag == "figure" and ("data-explorable" in values or "data-chart" in values):
            self._figure = values.get("id", "")
            self.figures.append(self._figure)
        for name, value in values.items():
            if name == "id" or (name == "name" and tag == "a"):
                self.ids.add(value)
            elif name in ADDRESSES and not (name == "data" and tag != "object"):
                for address in _addresses(name, value):
                    lazy = values.get("loading") == "lazy"
                    self.links.append(Link(line, tag, name, address, values.get("rel", ""), lazy, self._figure))
            elif name.startswith("on"):
                self.handlers.append((line, name))
        if tag == "script" and "src" not in values and values.get("type", "").lower() in EXECUTABLE:
            self._script = []

    def handle_data(self, data: str) -> None:
        if self._script is not None:
            self._script.append(data)

    def handle_endtag(self, tag: str) -> None:
        if tag == "figure":
            self._figure = ""
        if tag == "script" and self._script is not None:
            self.scripts.append("".join(self._script))
            self._script = None


def _addresses(name: str, value: str) -> list[str]:
    if name != "srcset":
        return [value.strip()]
    return [part.split()[0] for part in value.split(",") if part.strip()]


def without(text: str, pattern: str) -> str:
    """A page without all that matches, and without the gaps before it.

    A gap is looked at from its first sign alone: from each, long gaps, of which pages are full, take as long as their square.
    """
    return re.sub(rf"(?<!\s)\s*(?:{pattern})", "", text)


def read(site: Path) -> list[Page]:
    """Every HTML page under `site`, in the order of its path."""
    files = sorted(site.rglob("*.html"), key=lambda file: file.relative_to(site).as_posix())
    # newline="": a carriage return would change the hash of a script, and the site has none
    return [Page(file.relative_to(site).as_posix(), file.read_text(encoding="utf-8")) for file in files]
