"""Subjects that came onto national blacklists and left them, in the months whose report was found."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.wording import day, exact, in_order, said, when
from explainer.evidence import dates

TABLES = {"blacklist_new_monthly": ("Newly listed", "@level-list"), "blacklist_left_monthly": ("Left a list", "@good")}
THOUSAND = 1_000
TOP = 700


def series(evidence: Any, table: str) -> list[dict]:
    """The rows of one table, by date."""
    return in_order(evidence.rows(table))


def month(date: str) -> str:
    """`2018-05` as “May” above “2018”."""
    return "<br>".join([dates.MONTHS[int(date[5:7])][:3], date[:4]])


def draw(evidence: Any):
    """Bars side by side; months lie apart in time, so the axis is of names and not of dates."""
    order = [month(date) for date in sorted({row["date"] for table in TABLES for row in evidence.rows(table)})]
    bars, labels = [], []
    for place, (table, (name, colour)) in enumerate(TABLES.items()):
        found = series(evidence, table)
        bars.append(
            {
                "type": "bar",
                "x": [month(row["date"]) for row in found],
                "y": [row["value"] / THOUSAND for row in found],
                "text": [f"{row['value'] / THOUSAND:.0f}" for row in found],
                "textposition": "outside",
                "textangle": 0,
                "constraintext": "none",
                "cliponaxis": False,
                "textfont": {"size": 12, "color": colour},
                "marker": {"color": colour},
            }
        )
        labels.append(
            label(f"<b>■ {name}</b>", 0.02, 1 - place * 0.075, colour, xref="paper", yref="paper", yanchor="top")
        )
        missing = [name for name in order if name not in bars[-1]["x"]]
        labels += [label("?", each, 0, colour, xanchor="center", xshift=14, yshift=10) for each in missing]
    return figure(
        bars,
        x=axis(type="category", categoryorder="array", categoryarray=order, showline=True),
        y=axis("thousand people and organisations in the month", range=[0, TOP], dtick=200, showgrid=True),
        annotations=labels,
        bargap=0.12,
        bargroupgap=0.02,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Arrivals, then departures."""
    return [
        [TABLES[table][0], when(row), exact(row), row["grade"]] for table in TABLES for row in series(evidence, table)
    ]


def facts(evidence: Any) -> dict[str, str]:
    """The month with the most arrivals, and the one in which nearly as many left."""
    new, left = (series(evidence, table) for table in TABLES)
    most = max(new, key=lambda row: row["value"])
    arrived = {row["date"]: row for row in new}
    near = max(
        (row for row in left if row["date"] in arrived), key=lambda row: row["value"] / arrived[row["date"]]["value"]
    )
    return {
        "most": said(most),
        "peak": when(most),
        "near": when(near),
        "left": said(near),
        "new": said(arrived[near["date"]]),
        "months": str(len(new)),
        "first": when(new[0]),
        "last": when(max(new, key=day)),
    }


CHART = Chart(
    name="blacklist-monthly",
    title="National blacklists take on and let go: in {near}, {new} came and {left} left; only some months were reported",
    tables=tuple(TABLES),
    figure=draw,
    columns=("What", "Month", "People and organisations", "Grade"),
    rows=rows,
    counted="People and organisations that came onto any national blacklist in the month, or left one, as the national platform counts "
    "them.",
    limits="The months are those whose report was found, from {first} to {last}; they are not neighbours, and a question mark stands "
    "where departures were not found. The peak of {peak} ({most}) may be a batch; one report says individuals where the series counts "
    "subjects. Records are a third unit.",
    alt="Pairs of bars for single months. Most have more arrivals than departures; in {near} the two are close. {peak} stands out with "
    "{most} arrivals.",
    facts=facts,
    heights=(380, 360),
)
