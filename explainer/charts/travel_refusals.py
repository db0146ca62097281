"""Air and rail tickets refused to people under a court restriction: two cumulative series that end in July 2019."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.wording import MILLION, day, exact, in_order, said, stacked, when

SERIES = {
    "flights_refused": ("Flights", "@calm", "circle"),
    "rail_refused": ("Fast trains", "@level-list", "square"),
}
START, END = "2014-01-01", "2021-12-31"
TOP = 32


def series(evidence: Any, table: str) -> list[dict]:
    """The rows of one series, by date."""
    return in_order(evidence.rows(table))


def draw(evidence: Any):
    """Points where a figure was published, thin lines only to lead the eye, and the years without any, shaded."""
    traces, labels, last = [], [], START
    for table, (name, colour, symbol) in SERIES.items():
        rows = series(evidence, table)
        last = max(last, day(rows[-1]))
        traces.append(
            {
                "type": "scatter",
                "mode": "lines+markers",
                "x": [day(row) for row in rows],
                "y": [row["value"] / MILLION for row in rows],
                "line": {"color": colour, "width": 1, "dash": "dot"},
                "marker": {"color": colour, "size": 8, "symbol": symbol},
            }
        )
        text = f"<b>{name}</b><br>{stacked(rows[-1])}"
        labels.append(label(text, day(rows[-1]), rows[-1]["value"] / MILLION, colour, xshift=10))
    labels.append(
        label(
            "no such<br>figure since",
            END,
            TOP / 2,
            "@quiet",
            xanchor="right",
            xshift=-8,
            align="right",
            font={"size": 12, "color": "@quiet"},
        )
    )
    shade = {
        "type": "rect",
        "x0": last,
        "x1": END,
        "y0": 0,
        "y1": 1,
        "yref": "paper",
        "fillcolor": "@panel",
        "line": {"width": 0},
        "layer": "below",
    }
    return figure(
        traces,
        x=axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M24",
            tick0="2015-01-01",
            showline=True,
            ticks="outside",
        ),
        y=axis("million refusals since the measure began", range=[0, TOP], dtick=10, showgrid=True),
        shapes=[shade],
        annotations=labels,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Both series, by date."""
    return [
        [SERIES[table][0], when(row), exact(row), row["grade"]] for table in SERIES for row in series(evidence, table)
    ]


def facts(evidence: Any) -> dict[str, str]:
    """Last figures and their date."""
    air, rail = (series(evidence, table)[-1] for table in SERIES)
    first = min((series(evidence, table)[0] for table in SERIES), key=day)
    return {"air": said(air), "rail": said(rail), "end": when(air), "rail_end": when(rail), "start": when(first)}


CHART = Chart(
    name="travel-refusals",
    title="By {end} courts' lists had blocked air tickets {air} times; no comparable figure has been published since",
    tables=tuple(SERIES),
    figure=draw,
    columns=("Ticket", "As of", "Refused since the measure began (person-times)", "Grade"),
    rows=rows,
    counted="Refusals, not people: one person refused three times counts three times. Each point is a running total "
    "since the measure began, so a rise between two points is what was added in between.",
    limits="The series ends on {end}. The lines between points only lead the eye: nothing was published in between. "
    "The "
    "faster rise of refused flights towards the end may come from a change in what was counted; the sources do not "
    "say.",
    alt="Two rising rows of points from {start}: refused air tickets reach {air} by {end}, refused fast-train tickets "
    "{rail} by {rail_end}. The years after are shaded: no comparable figure has been published since.",
    facts=facts,
)
