"""Two runs of the trial that graded coal companies, each grade beside itself."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, hidden, label
from explainer.charts.wording import exact, said, when
from explainer.evidence import dates

GRADES = ("excellent", "good", "medium", "poor")
COLOURS = ("@level-ministry", "@level-proposal")  # by run
TOP = 17_000


def runs(evidence: Any) -> dict[str, list[dict]]:
    """Date -> its rows, best grade first."""
    found: dict[str, list[dict]] = {}
    for row in sorted(evidence.rows("coal_grades"), key=lambda row: (row["date"], GRADES.index(grade(row)))):
        found.setdefault(row["date"], []).append(row)
    return found


def grade(row: dict) -> str:
    """The row's grade."""
    return row["id"].rsplit("-", 1)[1]


def month(row: dict) -> str:
    """`2018-12-11` as “Dec 2018”: at 340 pixels there is no room for more."""
    return f"{dates.MONTHS[int(row['date'][5:7])][:3]} {row['date'][:4]}"


def draw(evidence: Any):
    """Bars of companies: grades from above, in each the runs in their order."""
    traces, labels = [], []
    for place, (rows, colour) in enumerate(zip(runs(evidence).values(), COLOURS, strict=True)):
        heights = [-GRADES.index(grade(row)) * 2.9 - place for row in rows]
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": [row["value"] for row in rows],
                "y": heights,
                "width": 0.88,
                "marker": {"color": colour},
            }
        )
        labels += [
            label(f"{said(row)} ({month(row)})", row["value"], height, colour, xshift=5)
            for row, height in zip(rows, heights, strict=True)
        ]
    labels += [label(f"<b>{name}</b>", 0, -place * 2.9 + 0.5, yanchor="bottom") for place, name in enumerate(GRADES)]
    return figure(
        traces,
        x=axis("companies", range=[0, TOP], dtick=5_000, tickformat=",d", showgrid=True),
        y=hidden(range=[-len(GRADES) * 2.9 + 1.2, 1.7]),
        annotations=labels,
        barmode="overlay",
        margin={"l": 10, "r": 10, "t": 6, "b": 44},
    )


def rows(evidence: Any) -> list[list[str]]:
    """Run by run, best grade first."""
    return [[when(row), grade(row), exact(row), row["grade"]] for found in runs(evidence).values() for row in found]


def facts(evidence: Any) -> dict[str, str]:
    """The middle two and the ends of the last run."""
    first, last = list(runs(evidence).values())[0], list(runs(evidence).values())[-1]
    total = sum(row["value"] for row in last)
    best, good, medium, poor = (row["value"] for row in last)
    return {
        "best": f"{best:,}",
        "poor": f"{poor:,}",
        "total": f"{total:,}",
        "middle": f"{good + medium:,}",
        "end": when(last[0]),
        "start": when(first[0]),
    }


CHART = Chart(
    name="coal-grades",
    title="Of {total} coal companies graded in a trial ({end}), {best} were excellent and {poor} poor; the rest stood between",
    tables=("coal_grades",),
    figure=draw,
    columns=("Published", "Grade given", "Companies", "Grade of evidence"),
    rows=rows,
    counted="Companies of the coal trade by the grade of public credit that a trial of the planning commission gave them, in two runs.",
    limits="One trade, and two of at least three runs. The runs differ in how many companies they hold, so the change of a bar is not "
    "companies moving from grade to grade. These are companies; no person is graded here.",
    alt="Pairs of bars for four grades, published {start} and {end}: excellent is a sliver, good and medium are long, poor is short.",
    facts=facts,
    heights=(400, 400),
)
