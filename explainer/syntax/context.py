"""What the processors of one page share: the evidence, the page's path, and what the page has used so far."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any


@dataclass
class Context:
    """State of one rendering of one page."""

    evidence: Any
    path: str = ""
    cited: list[str] = field(default_factory=list)
    claimed: list[str] = field(default_factory=list)
    terms: dict[int, tuple[str, str]] = field(default_factory=dict)
    """place in the store of raw HTML -> the term there, and its HTML for a later use; see `inline.gloss_first`"""

    @property
    def root(self) -> str:
        """From the page to the site's top: "" or "../" as often as needed."""
        return "../" * self.path.count("/")

    def cite(self, key: str) -> None:
        """Adds a source to the page's list, once."""
        if key not in self.cited:
            self.cited.append(key)

    def claim(self, key: str) -> None:
        """Adds a claim and its sources to the page's lists, once."""
        if key not in self.claimed:
            self.claimed.append(key)
        for source in self.evidence.row("claims", key)["sources"]:
            self.cite(source)
