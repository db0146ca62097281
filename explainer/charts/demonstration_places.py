"""Demonstration places, batch by batch: a square a place."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import block, squares, tiles
from explainer.charts.wording import exact, in_order, said, when

COLOUR = "@level-institution"
ACROSS, GAP = 17, 1.9


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("demonstration_places"))


def batches(rows: list[dict]) -> list[int]:
    """Places that each total adds to the one before."""
    totals = [0, *(row["value"] for row in rows)]
    return [after - before for before, after in zip(totals, totals[1:], strict=False)]


def draw(evidence: Any):
    """From above, a block a batch, under its year and numbers."""
    found = series(evidence)
    cells, labels = [], []
    depth = whole = sum(GAP - (-new // ACROSS) for new in batches(found))
    for row, new in zip(found, batches(found), strict=True):
        tall = -(-new // ACROSS)
        depth -= GAP
        words = (
            f"<b>{row['date'][:4]}: {new} new</b>, {said(row)} in all"
            if new != row["value"]
            else f"<b>{row['date'][:4]}: {new}</b>"
        )
        labels.append(label(words, 0, depth + 0.15, COLOUR, yanchor="bottom"))
        cells += [(column, depth - 1 - up) for column, up in block(new, 0, ACROSS)]
        depth -= tall
    x, y, layout = tiles((-0.2, ACROSS + 0.2), (-0.3, whole - 0.6))
    return figure([squares(cells, COLOUR)], x=axis(**x), y=axis(**y), annotations=labels, **layout)


def rows(evidence: Any) -> list[list[str]]:
    """Each total, with what it adds."""
    found = series(evidence)
    return [[when(row), str(new), exact(row), row["grade"]] for row, new in zip(found, batches(found), strict=True)]


def facts(evidence: Any) -> dict[str, str]:
    """First and last total."""
    found = series(evidence)
    return {"first": said(found[0]), "start": when(found[0]), "last": said(found[-1]), "end": when(found[-1])}


CHART = Chart(
    name="demonstration-places",
    title="By {end} {last} places had been named demonstration areas: an award for administration, not a count of cities that score",
    tables=("demonstration_places",),
    figure=draw,
    columns=("As of", "New in the batch", "Designated so far", "Grade"),
    rows=rows,
    counted="Cities, districts and counties designated as demonstration areas of social credit; a square is one place.",
    limits="Totals add up batches and assume that no place lost the title. A batch published later was seen in an index only and is not "
    "drawn. Some reports take a running total for a batch, and count too many.",
    alt="Blocks of squares, one a batch, from {first} places ({start}) to {last} in all ({end}); each block is larger than the one before.",
    facts=facts,
    heights=(380, 325),
)
