"""Parts that several charts share: points of a dated series, a quiet stretch, squares that can be counted."""

from __future__ import annotations

from typing import Any

from explainer.charts.wording import day, said, when
from explainer.labels import PAGE

BILLION = 1_000_000_000
SIDE = 0.84  # of a square, in units of its cell


def dated(
    rows: list[dict], colour: str, scale: float = 1, symbol: str = "circle", size: int = 9, **options: Any
) -> dict:
    """A trace of points, one a row, in units of `scale`; no line, since nothing is known of the path between them."""
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [day(row) for row in rows],
        "y": [row["value"] / scale for row in rows],
        "marker": {"color": colour, "size": size, "symbol": symbol},
        **options,
    }


def quiet(start: str, end: str) -> dict:
    """A shaded stretch of the dates from `start` to `end`: no figure, or one of another kind."""
    return {
        "type": "rect",
        "x0": start,
        "x1": end,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": "@panel",
        "line": {"width": 0},
        "layer": "below",
    }


def told(row: dict) -> str:
    """A row's number as a reader says it, billions too: "more than 80.7 billion"."""
    if row["value"] < BILLION:
        return said(row)
    number = PAGE["billion"].format(n=f"{row['value'] / BILLION:.2f}".rstrip("0").rstrip("."))
    return PAGE["precision"][row["precision"]].format(n=number)


def tag(row: dict, number: str = "") -> str:
    """The number in bold above its date."""
    return f"<b>{number or told(row)}</b><br>{when(row)}"


def squares(cells: list[tuple[int, int]], colour: str) -> dict:
    """A trace of squares at (column, row), each filling most of its cell; bars, so that they grow with the figure."""
    return {
        "type": "bar",
        "x": [column + 0.5 for column, _ in cells],
        "y": [SIDE] * len(cells),
        "base": [row + (1 - SIDE) / 2 for _, row in cells],
        "width": SIDE,
        "marker": {"color": colour, "line": {"width": 0}},
    }


def block(count: int, left: int, across: int, start: int = 0) -> list[tuple[int, int]]:
    """`count` cells from the `start`-th on, of a block `across` cells wide: filled from below, row by row."""
    return [(left + place % across, place // across) for place in range(start, start + count)]


def tiles(columns: tuple[float, float], rows: tuple[float, float]) -> tuple[dict, dict, dict]:
    """Options of both axes and of the layout under which a cell stays square at every width."""
    x = {"range": list(columns), "visible": False, "constrain": "domain"}
    y = {
        "range": list(rows),
        "visible": False,
        "constrain": "domain",
        "constraintoward": "top",
        "scaleanchor": "x",
        "scaleratio": 1,
    }
    return x, y, {"barmode": "overlay", "margin": {"l": 6, "r": 6, "t": 6, "b": 6}}
