"""Records that the national platform says it holds: four figures, about itself."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import BILLION, dated, tag, told
from explainer.charts.wording import day, exact, in_order, when

COLOUR = "@level-law"
START, END = "2016-01-01", "2026-12-31"
TOP = 100


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("platform_records"))


def draw(evidence: Any):
    """Points with their numbers; an open one where no clean text was seen."""
    rows = series(evidence)
    points = dated(rows, COLOUR, BILLION)
    points["marker"]["symbol"] = ["circle-open" if row["basis"] == "not re-read" else "circle" for row in rows]
    points["cliponaxis"] = False
    points["marker"]["line"] = {"width": 2, "color": COLOUR}
    labels = []
    for place, row in enumerate(rows):
        last = place == len(rows) - 1
        labels.append(
            label(
                tag(row),
                day(row),
                row["value"] / BILLION,
                COLOUR,
                xanchor="right" if last else "left",
                align="right" if last else "left",
                xshift=-10 if last else -6,
                yshift=12 if last else 28,
            )
        )
    return figure(
        [points],
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M24",
            tick0="2016-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("billion records gathered (official)", range=[0, TOP], dtick=20, showgrid=True),
        annotations=labels,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each figure."""
    return [[when(row), exact(row), row["basis"], row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """First and last figure."""
    found = series(evidence)
    unread = [when(row) for row in found if row["basis"] == "not re-read"]
    return {
        "first": told(found[0]),
        "start": when(found[0]),
        "last": told(found[-1]),
        "end": when(found[-1]),
        "unread": ", ".join(unread) or "none",
    }


CHART = Chart(
    name="platform-records",
    title="The national platform says that it had gathered {last} records by {end}; what one record is, it does not say",
    tables=("platform_records",),
    figure=draw,
    columns=("As of", "Records gathered", "How far the source was read", "Grade"),
    rows=rows,
    counted="Records gathered by the National Credit Information Sharing Platform, in the words of the office that runs it. A record may "
    "be one licence or one registration.",
    limits="Four figures. An open circle stands for a figure not seen in a clean text ({unread}). The last one is about business "
    "entities. Records are not people, and more records are not more watching.",
    alt="Four points from {first} ({start}) to {last} ({end}).",
    facts=facts,
    heights=(380, 360),
)
