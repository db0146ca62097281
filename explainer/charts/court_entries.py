"""Entries ever published on the court's list of judgment defaulters: a cumulative count that ends in July 2019."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.wording import MILLION, day, exact, in_order, said, when

COLOUR = "@level-court"
START, END = "2013-06-01", "2021-12-31"
TOP = 17


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("court_entries"))


def draw(evidence: Any):
    """Points where a count was published; after the last one the count changed its kind."""
    rows = series(evidence)
    first, last = rows[0], rows[-1]
    points = {
        "type": "scatter",
        "mode": "markers",
        "x": [day(row) for row in rows],
        "y": [row["value"] / MILLION for row in rows],
        "marker": {"color": COLOUR, "size": 8},
    }
    shade = {
        "type": "rect",
        "x0": day(last),
        "x1": END,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": "@panel",
        "line": {"width": 0},
        "layer": "below",
    }
    return figure(
        [points],
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M24",
            tick0="2013-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("million entries ever published", range=[0, TOP], dtick=5, showgrid=True),
        shapes=[shade],
        annotations=[
            label(
                f"<b>{said(last)}</b><br>{when(last)}",
                day(last),
                last["value"] / MILLION,
                COLOUR,
                xanchor="right",
                align="right",
                xshift=-10,
                yshift=8,
            ),
            label(
                f"{said(first)}<br>{when(first)}", day(first), first["value"] / MILLION, COLOUR, xshift=-4, yshift=28
            ),
            label(
                "counted<br>otherwise<br>since",
                END,
                TOP / 3,
                "@quiet",
                xanchor="right",
                align="right",
                xshift=-8,
                font={"size": 12, "color": "@quiet"},
            ),
        ],
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each published count."""
    return [[when(row), exact(row), row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """First and last count."""
    found = series(evidence)
    return {"first": said(found[0]), "start": when(found[0]), "last": said(found[-1]), "end": when(found[-1])}


CHART = Chart(
    name="court-entries",
    title="The court's list had taken {last} entries by {end}: entries ever made, not people on it",
    tables=("court_entries",),
    figure=draw,
    columns=("As of", "Entries ever published", "Grade"),
    rows=rows,
    counted="Entries ever published since the list began, those since removed included. People and organisations count "
    "alike, and one of them can have several entries.",
    limits="The last such count is of {end}. Later official figures count something else (those on display on a day, "
    "or "
    "new listings in a year), so they are not joined to this one. No line is drawn between points, since nothing is "
    "known of the path.",
    alt="Points rising ever since the list began: {first} entries ({start}), {last} ({end}). The years after are "
    "shaded: later figures count something else.",
    facts=facts,
)
