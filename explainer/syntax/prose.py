"""What the prose itself must not hold: typed numbers, Chinese that is not marked as such, malformed links.

Any figure but a year, a date, a page or section number, an identifier or a small count comes from the evidence or from a model.
"""

from __future__ import annotations

import re

from explainer.errors import Problem
from explainer.syntax import scan
from explainer.typography import HANZI

SMALL = 12
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_ALLOWED = [
    rf"\b\d{{1,2}}(?: ?[–-] ?\d{{1,2}})? {_MONTH}(?: \d{{4}})?\b",
    rf"\b{_MONTH} \d{{1,2}}(?:, \d{{4}})?\b",
    r"\b(?:1[89]|20)\d\d(?:s\b|[–-](?:(?:1[89]|20)\d\d|\d\d)\b|\b)",
    r"\b(?:Articles?|Arts?\.|Sections?|Chapters?|Decrees?|Orders?|Nos?\.|p\.|pp\.|Parts?|Grades?|Version|Rule|Level|Table|Figure|WCAG|CC BY|UTC|Python) ?\d+(?:\.\d+)*(?: ?[–-] ?\d+)?(?:(?:,| and| to) \d+)*",
]
_WORDS = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|\w+teen|\w+ty(?:-\w+)?|half a|a) (?:hundred|thousand|million|billion)\b",
    re.I,
)
_TEENS = re.compile(
    r"\b(?:thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty(?:-\w+)?)\b",
    re.I,
)
_NUMBER = re.compile(r"(?<![\w.,/#-])\d[\d,]*(?:\.\d+)?(?:\s?%)?")


_HAN = re.compile(f"[{HANZI}]+")
_LINK = re.compile(r"\]\(([^)\s]*)\)")


def problems(source: scan.Source) -> list[Problem]:
    """Every number typed into the page's prose, Chinese text that is not marked as such, and malformed links."""
    found = _hanzi(source) + _links(source)
    text = _bare(source.text)
    for number, line in enumerate(text.split("\n"), 1):
        for match in [*_NUMBER.finditer(line), *_WORDS.finditer(line), *_TEENS.finditer(line)]:
            typed = match[0].strip()
            if typed.isdigit() and int(typed) <= SMALL:
                continue
            found.append(
                Problem(
                    source.file,
                    number,
                    "number",
                    f"“{typed}” is typed into the prose",
                    "Draw it from the evidence with {value=table.row.column}, or from a model with {result=NAME.place}.",
                )
            )
    return found


def _blank(found: re.Match) -> str:
    return re.sub(r"[^\n]", " ", found[0])


def _hanzi(source: scan.Source) -> list[Problem]:
    """Chinese outside a term, an identifier or an element with its language would be read out as English."""
    text = scan.without_code(source.text)
    for pattern in (r"\{[^{}]*\}", r'<(\w+)[^>]*\blang="zh[^"]*"[^>]*>.*?</\1>', r"\]\([^)]*\)"):
        text = re.sub(pattern, _blank, text, flags=re.DOTALL)
    return [
        Problem(
            source.file,
            number,
            "hanzi",
            f"“{match[0]}” is not marked as Chinese",
            'Use {term=ID} or {id=…}, or <span lang="zh-Hans">…</span>.',
        )
        for number, line in enumerate(text.split("\n"), 1)
        for match in _HAN.finditer(line)
    ]


def _links(source: scan.Source) -> list[Problem]:
    found = []
    for number, line in enumerate(scan.without_code(source.text).split("\n"), 1):
        for match in _LINK.finditer(line):
            address = match[1]
            if not address or (
                ":" in address.split("/")[0] and not re.match(r"https?://[\w-]+(\.[\w-]+)+|mailto:", address)
            ):
                found.append(
                    Problem(
                        source.file,
                        number,
                        "link",
                        f"“{address}” is not an address",
                        "Write a path to a page, or a whole https address.",
                    )
                )
    return found


def _bare(text: str) -> str:
    """The prose alone: code, constructs, addresses, list numbers and allowed figures blanked out in place."""

    text = scan.without_code(text)
    for pattern in (
        r"(?m)^/{3,}.*$",
        r"\{[^{}]*\}",
        r"\[@[^\]]*\]",
        r"\]\([^)]*\)",
        r"<[^>]+>",
        r"https?://\S+",
        r"(?m)^\s*\d+\.\s",
        r"(?m)^    (?:reviewed|answer|moments): .*$",
        *_ALLOWED,
    ):
        text = re.sub(pattern, _blank, text)
    return text
