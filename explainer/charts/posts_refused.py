"""Defaulters kept from posts in companies: a running total that ends in 2018."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import dated, quiet
from explainer.charts.wording import day, exact, in_order, said, when

COLOUR = "@level-list"
START, END = "2016-01-01", "2020-12-31"
THOUSAND = 1_000
TOP = 340


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("posts_refused"))


def draw(evidence: Any):
    """Points, each with its number; the time without one, shaded."""
    rows = series(evidence)
    last = rows[-1]
    labels = [
        label(
            f"<b>{said(row)}</b>" if row is last else said(row),
            day(row),
            row["value"] / THOUSAND,
            COLOUR,
            xanchor="center",
            align="center",
            yshift=17,
        )
        for row in rows
    ]
    labels.append(
        label(
            "no such<br>figure found",
            END,
            TOP / 3,
            "@quiet",
            xanchor="right",
            align="right",
            xshift=-8,
            font={"size": 12, "color": "@quiet"},
        )
    )
    return figure(
        [dated(rows, COLOUR, THOUSAND)],
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M12",
            tick0="2017-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("thousand since the measure began", range=[0, TOP], dtick=100, showgrid=True),
        shapes=[quiet(day(last), END)],
        annotations=labels,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each published total."""
    return [[when(row), exact(row), row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """First and last total."""
    found = series(evidence)
    return {"first": said(found[0]), "start": when(found[0]), "last": said(found[-1]), "end": when(found[-1])}


CHART = Chart(
    name="posts-refused",
    title="Company posts refused to listed debtors: {last} in all by {end}, not in one year",
    tables=("posts_refused",),
    figure=draw,
    columns=("As of", "Kept from company posts since the measure began", "Grade"),
    rows=rows,
    counted="Debtors kept from being legal representative, director or senior manager of a company, added up since the measure began. "
    "Two reports write people, a news agency writes times.",
    limits="No figure was found after {end}. That the last one is a total, and not a year's, is our reading: it continues the points "
    "before it.",
    alt="Four points rise from {first} ({start}) to {last} ({end}); the time after is shaded.",
    facts=facts,
    heights=(360, 340),
)
