"""The words of a claim: its level, dates, grade and sources, as a mark beside the sentence and as a row at the page's end."""

from __future__ import annotations

from typing import Any

from explainer.charts.palette import GRADES, LEVELS
from explainer.evidence import dates
from explainer.labels import PAGE
from explainer.syntax.markup import mark_hanzi, tag, text


def when(row: dict) -> str:
    """The dates between which a row held, in words."""
    start, end, checked = row.get("from"), row.get("to"), dates.worded(row["checked"])
    if start and end:
        same = (
            dates.worded(start)
            if start == end
            else PAGE["from_to"].format(start=dates.worded(start), end=dates.worded(end))
        )
        return same
    if start:
        return PAGE["since"].format(start=dates.worded(start), checked=checked)
    if end:
        return PAGE["until"].format(end=dates.worded(end))
    return PAGE["as_checked"].format(checked=checked)


def source_links(keys: list[str], evidence: Any) -> str:
    """Short names of the sources, linked to the page's list."""
    return "; ".join(
        tag("a", mark_hanzi(evidence.sources[key].label), href=f"#source-{key}", class_="cite") for key in keys
    )


def chip(level: str, grade: str | None = None, href: str | None = None) -> str:
    """The level's colour and word, with the grade."""
    token, mark = LEVELS[level]
    label = PAGE["claim_mark"].format(mark=mark, grade=grade) if grade else mark
    title = PAGE["claim_title"].format(level=level, grade=f"{grade} ({GRADES[grade]})") if grade else level
    name = "a" if href else "span"
    return tag(name, text(label), class_=f"claim-mark {token}", href=href, title=title)


def facts(row: dict, evidence: Any) -> str:
    """Level, dates, grade and sources of a row, as running text."""
    parts = [
        tag("b", text(row["level"])),
        text(when(row)),
        text(PAGE["grade"].format(grade=row["grade"])),
        source_links(row["sources"], evidence),
    ]
    if row.get("dispute"):
        parts.append(text(PAGE["disputed"].format(dispute=row["dispute"])))
    return " · ".join(parts)


def listed(ids: list[str], evidence: Any) -> str:
    """The page's claims as an ordered list."""
    items = ""
    for key in ids:
        row = evidence.row("claims", key)
        items += tag(
            "li",
            tag("p", mark_hanzi(row["statement"]))
            + tag(
                "p",
                f"{chip(row['level'], row['grade'])} {facts(row, evidence)} · {text(PAGE['read'][row['basis']])}",
                class_="claim-facts",
            ),
            id=f"claims-{key}",
        )
    return tag("ol", items, class_="claims")
