"""Memoranda of joint punishment and reward: a count that stopped growing."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import dated, quiet
from explainer.charts.wording import day, exact, in_order, said, when

COLOUR = "@level-law"
START, END = "2018-01-01", "2022-12-31"
TOP = 65
OPINIONS = "2020-12-07"  # 国办发〔2020〕49号: since then a measure needs a basis in law or central policy


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("memoranda"))


def draw(evidence: Any):
    """Points with their numbers; after the opinions of 2020, shaded."""
    rows = series(evidence)
    return figure(
        [dated(rows, COLOUR)],
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M12",
            tick0="2018-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("memoranda signed so far", range=[0, TOP], dtick=20, showgrid=True),
        shapes=[quiet(OPINIONS, END)],
        annotations=[
            *(
                label(f"<b>{said(row)}</b>", day(row), row["value"], COLOUR, xanchor="center", yshift=16)
                for row in rows
            ),
            label(
                "since the opinions<br>of December 2020<br>a measure needs<br>a basis in law or<br>central policy",
                END,
                TOP / 3.2,
                "@quiet",
                xanchor="right",
                align="right",
                xshift=-6,
                font={"size": 12, "color": "@quiet"},
            ),
        ],
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each count."""
    return [[when(row), exact(row), row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """First and last count, and since when the last stands."""
    found = series(evidence)
    reached = next(row for row in found if row["value"] == found[-1]["value"])
    return {
        "first": said(found[0]),
        "start": when(found[0]),
        "last": said(found[-1]),
        "end": when(found[-1]),
        "reached": when(reached),
    }


CHART = Chart(
    name="memoranda",
    title="Central bodies had signed {last} memoranda by {reached}, and as many in {end}: agreements, not rules in force",
    tables=("memoranda",),
    figure=draw,
    columns=("As of", "Memoranda signed so far", "Grade"),
    rows=rows,
    counted="Agreements between central bodies to punish or to reward together, as a running total. Most punish; a few reward, or do "
    "both.",
    limits="Other sources count otherwise: only those that punish, or only those of one agency. No count was found after {end}; how "
    "many have an effect today is not known.",
    alt="A point at {first} ({start}), then a level row of points at {last} from {reached} to {end}. The time after the opinions of "
    "December is shaded.",
    facts=facts,
    heights=(340, 330),
)
