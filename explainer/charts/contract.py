"""What a chart from evidence declares: a table (or several) made into one plotly figure and one table of numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Chart:
    """One chart: see each field."""

    name: str
    """kebab-case; the module is the same in snake_case"""
    title: str
    """states the finding"""
    tables: Sequence[str]
    """ids of the evidence tables that it draws"""
    figure: Callable[[Any], Any]
    """evidence -> plotly Figure, colours as tokens (``@ink``)"""
    columns: Sequence[str]
    """headings of the table of numbers"""
    rows: Callable[[Any], list[list[str]]]
    """evidence -> the table of numbers, worded"""
    counted: str
    """what is counted, in a sentence"""
    limits: str
    """where the series ends, what it cannot show"""
    alt: str
    """the picture in a sentence or two, for who cannot see it; no numbers typed by hand: use {slots} filled by `facts`"""
    facts: Callable[[Any], dict[str, str]] = lambda evidence: {}
    """slots of `title`, `counted`, `limits` and `alt`, drawn from the evidence and worded"""
    heights: tuple[int, int] = (420, 400)
    """of the figure in CSS pixels: wide, phone"""
