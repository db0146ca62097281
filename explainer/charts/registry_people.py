"""People on file at the central bank, and those of them who had borrowed: two panels on one scale, never joined."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import dated, told
from explainer.charts.wording import MILLION, day, exact, in_order, when

PANELS = {
    "registry_people": ("On file", "On file at all (million people)", "@level-institution", [0.56, 0.93], ("x", "y")),
    "registry_borrowers": (
        "With a loan record",
        "Of them with a loan record (million people)",
        "@calm",
        [0, 0.37],
        ("x2", "y2"),
    ),
}
START, END = "2007-06-01", "2026-06-30"
TOP = 1650


def series(evidence: Any, table: str) -> list[dict]:
    """The rows of one panel, by date."""
    return in_order(evidence.rows(table))


def draw(evidence: Any):
    """Above, who is on file; below, who had borrowed: the same scale in both."""
    traces, labels, axes = [], [], {}
    for table, (_, title, colour, domain, (across, up)) in PANELS.items():
        rows = series(evidence, table)
        traces.append(dated(rows, colour, MILLION, xaxis=across, yaxis=up))
        labels.append(
            label(f"<b>{title}</b>", 0, domain[1], colour, xref="paper", yref="paper", yanchor="bottom", yshift=4)
        )
        last, side = rows[-1], "right" if table == "registry_people" else "left"
        labels.append(
            label(
                f"<b>{told(last)}</b><br>{last['date'][:4]}",
                day(last),
                last["value"] / MILLION,
                colour,
                xref=across,
                yref=up,
                xanchor=side,
                align=side,
                xshift=6 if side == "right" else 9,
                yshift=24 if side == "right" else 0,
            )
        )
        axes[up] = axis(range=[0, TOP], domain=domain, dtick=500, showgrid=True, anchor=across)
        axes[across] = axis(
            range=[START, END],
            type="date",
            tickformat="%Y",
            dtick="M48",
            tick0="2008-01-01",
            anchor=up,
            showline=True,
            ticks="outside",
        )
    return figure(
        traces,
        x=axes["x"],
        y=axes["y"],
        xaxis2=axes["x2"],
        yaxis2=axes["y2"],
        annotations=labels,
        margin={"l": 40, "r": 12, "t": 8, "b": 28},
    )


def rows(evidence: Any) -> list[list[str]]:
    """On file, then with a loan record."""
    return [
        [PANELS[table][0], when(row), exact(row), row["grade"]] for table in PANELS for row in series(evidence, table)
    ]


def facts(evidence: Any) -> dict[str, str]:
    """Last of each, and those on file on the day of the last borrowers."""
    people, borrowers = (series(evidence, table) for table in PANELS)
    same = next(row for row in people if row["date"] == borrowers[-1]["date"])
    return {
        "people": told(people[-1]),
        "end": when(people[-1]),
        "borrowers": told(borrowers[-1]),
        "then": when(borrowers[-1]),
        "on_file": told(same),
        "start": when(people[0]),
    }


CHART = Chart(
    name="registry-people",
    title="The central bank had {people} people on file at {end}: financial credit reporting, not the social credit system",
    tables=tuple(PANELS),
    figure=draw,
    columns=("What", "As of", "People", "Grade"),
    rows=rows,
    counted="Above: people with any information in the central bank's credit register on a day. Below: those of them with a loan record. "
    "Both panels have one scale and are two counts.",
    limits="Of {on_file} on file at {then}, {borrowers} had a loan record; no such split was found after. The lower panel ends there and "
    "must not be carried on by the upper one. Headlines have called this register the social credit system; it is financial credit "
    "reporting.",
    alt="Two panels. Above, points rise from {start} and level off at {people} ({end}). Below, a few points far lower, the last "
    "{borrowers} ({then}).",
    facts=facts,
    heights=(440, 430),
)
