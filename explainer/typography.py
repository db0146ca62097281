"""Quotation marks and apostrophes as books print them, whoever typed them how.

Writers type ' and ". Readers get ’ and “ ”: in the pages when the site is finished, and in the words and data that a figure's model makes
sentences of, so that Python, browser and page agree. Code, scripts and addresses stay as they are.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

HANZI = "\u3400-\u9fff"  # the range of Chinese characters, for a class of a regular expression
OPENING = "([{\u2013\u2014/\u2018\u201c\u00a0"
VERBATIM = {"script", "style", "pre", "code", "kbd", "samp", "textarea", "svg"}
INLINE = {"a", "abbr", "b", "bdi", "cite", "data", "em", "i", "mark", "q", "small", "span", "strong", "sub", "sup", "time", "wbr"}
READ_ALOUD = re.compile(r'(\s(?:alt|aria-label|placeholder|title)=")([^"]*)')  # attributes that are text for a reader


def curly(text: str, before: str = "") -> str:
    """`text` with curly marks; `before` is the character that stands in front of it, empty at the start of a line."""

    def turned(match: re.Match[str]) -> str:
        start = match.start()
        ahead = text[start - 1] if start else before
        after = text[start + 1 : start + 2]
        opens = not ahead or ahead.isspace() or ahead in OPENING
        if match[0] == "'":
            return "\u2018" if opens and after.isalpha() else "\u2019"
        # between two words only where an element begins: there it opens what stands in the element
        return "\u201c" if opens or (not start and after.isalnum()) else "\u201d"

    # one after another: the mark before decides the next
    for mark in ('"', "'"):
        text = re.sub(mark, turned, text)
    return text


def curled(value: Any) -> Any:
    """Lists and dicts of texts, numbers and the like, every text in them with curly marks; keys stay."""
    if isinstance(value, str):
        return curly(value)
    if isinstance(value, dict):
        return {key: curled(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(curled(each) for each in value)
    return value


def page(text: str) -> str:
    """An HTML page with curly marks in what is read, and in nothing else. Done twice, it changes nothing more."""
    before, verbatim, parts = "", "", []
    for part in re.split(r"(<!--.*?-->|<[^>]*>)", text, flags=re.S):
        name = re.match(r"</?([\w-]+)", part)
        if name and verbatim:
            if part.startswith(f"</{verbatim}"):
                verbatim, before = "", "x"
        elif name:
            if name[1] in VERBATIM and not part.startswith("</"):
                verbatim = name[1]
            elif name[1] not in INLINE:
                before = ""
            part = _attributes(part)
        elif part and not verbatim and not part.startswith("<"):
            part = curly(part.replace("&quot;", '"').replace("&#39;", "'"), before)
            before = part[-1]
        parts.append(part)
    return "".join(parts)


def _attributes(tag: str) -> str:
    return READ_ALOUD.sub(lambda match: match[1] + escape(curly(unescape(match[2]))), tag)
