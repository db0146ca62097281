"""Debtors said to have performed under the list's pressure: an official claim, with seven years between two groups of points."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import dated, quiet, tag
from explainer.charts.wording import MILLION, day, exact, in_order, said, when

COLOUR = "@level-court"
START, END = "2015-06-01", "2027-06-30"
TOP = 22


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("performed"))


def silence(rows: list[dict]) -> tuple[dict, dict]:
    """The two neighbours that lie furthest apart in time."""
    return max(zip(rows, rows[1:], strict=False), key=lambda pair: int(day(pair[1])[:4]) - int(day(pair[0])[:4]))


def draw(evidence: Any):
    """Points where a claim was published; the long silence, shaded."""
    rows = series(evidence)
    before, after = silence(rows)
    last = rows[-1]
    return figure(
        [dated(rows, COLOUR, MILLION)],
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M24",
            tick0="2016-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("million debtors since the list began (claimed)", range=[0, TOP], dtick=5, showgrid=True),
        shapes=[quiet(day(before), day(after))],
        annotations=[
            label(
                tag(last),
                day(last),
                last["value"] / MILLION,
                COLOUR,
                xanchor="right",
                align="right",
                xshift=-8,
                yshift=14,
            ),
            label(tag(before), day(before), before["value"] / MILLION, COLOUR, xanchor="left", xshift=6, yshift=28),
            label(
                "no figure found",
                "2022-06-30",
                TOP * 0.42,
                "@quiet",
                xanchor="center",
                font={"size": 12, "color": "@quiet"},
            ),
        ],
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each published claim."""
    return [[when(row), exact(row), row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """First, last, and the ends of the silence."""
    found = series(evidence)
    before, after = silence(found)
    return {
        "first": said(found[0]),
        "start": when(found[0]),
        "last": said(found[-1]),
        "end": when(found[-1]),
        "before": when(before),
        "after": when(after),
    }


CHART = Chart(
    name="performed",
    title="By {end}, the top court says, {last} debtors had performed under the list's pressure: a claim without a comparison group",
    tables=("performed",),
    figure=draw,
    columns=("As of", "Debtors said to have performed since the list began", "Grade"),
    rows=rows,
    counted="Debtors whom the court or the planning commission credits to the pressure of credit punishment, added up since the list "
    "began. It is the offices' own account of their success.",
    limits="Nobody counts those who would have paid without a list. No figure was found between {before} and {after}. The steep rise "
    "before that gap suggests that more was counted than before; the sources do not say.",
    alt="A first group of points rises from {first} ({start}); after a shaded gap from {before} to {after} two points stand far higher, "
    "the last at {last} ({end}).",
    facts=facts,
)
