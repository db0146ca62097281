"""How many are on the court's list, and how many come and go: a stock and two flows, side by side and never joined."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.wording import MILLION, day, exact, in_order, said, stacked, when

STOCK_COLOUR, NEW_COLOUR, REPAIRED_COLOUR = "@level-court", "@level-list", "@good"
DIRECTIONS = {"new": "New listings", "repaired": "Credit repairs"}


def stock(evidence: Any) -> list[dict]:
    """Those on display on a day, by date."""
    return in_order(evidence.rows("court_stock"))


def flow(evidence: Any, direction: str) -> list[dict]:
    """Those who came (`new`) or went (`repaired`), by year."""
    return in_order([row for row in evidence.rows("court_flows") if row["direction"] == direction])


def whole_years(rows: list[dict]) -> list[dict]:
    """Only full years are drawn beside each other; a part of a year stays in the table."""
    return [row for row in rows if len(row["date"]) == 4]


def draw(evidence: Any):
    """Above, the stock: a point a day that was counted. Below, the flows: two bars a year."""
    counted = stock(evidence)
    top = {
        "type": "scatter",
        "mode": "markers",
        "x": [day(row) for row in counted],
        "y": [row["value"] / MILLION for row in counted],
        "marker": {"color": STOCK_COLOUR, "size": 11, "symbol": "diamond"},
    }
    labels = [
        label(
            "<b>On the list on a day</b> (million defaulters)",
            0,
            1.0,
            STOCK_COLOUR,
            xref="paper",
            yref="paper",
            yanchor="bottom",
            yshift=4,
        ),
        label(
            "<b>In a year</b> (million person-times)",
            0,
            0.47,
            "@ink",
            xref="paper",
            yref="paper",
            yanchor="bottom",
            yshift=4,
        ),
    ]
    for place, row in enumerate(counted):
        last, above = place == len(counted) - 1, place % 2 == 1
        labels.append(
            label(
                f"<b>{stacked(row)}</b><br>{when(row)}",
                day(row),
                row["value"] / MILLION,
                STOCK_COLOUR,
                align="center",
                xanchor="right" if last else "center",
                xshift=44 if last else 0,
                yshift=26 if above else -32,
            )
        )
    for x, direction, colour in ((0, "new", NEW_COLOUR), (0.42, "repaired", REPAIRED_COLOUR)):
        labels.append(
            label(f"■ {DIRECTIONS[direction]}", x, 0.43, colour, xref="paper", yref="paper", yanchor="bottom")
        )
    bars = []
    for direction, colour in (("new", NEW_COLOUR), ("repaired", REPAIRED_COLOUR)):
        found = whole_years(flow(evidence, direction))
        bars.append(
            {
                "type": "bar",
                "xaxis": "x2",
                "yaxis": "y2",
                "x": [row["date"] for row in found],
                "y": [row["value"] / MILLION for row in found],
                "text": [f"{row['value'] / MILLION:.2f}" for row in found],
                "textposition": "inside",
                "insidetextanchor": "end",
                "textangle": 0,
                "constraintext": "none",
                "insidetextfont": {"color": "@paper", "size": 12},
                "marker": {"color": colour},
            }
        )
    return figure(
        [top, *bars],
        x=axis(
            range=["2019-01-01", "2024-12-31"],
            type="date",
            tickformat="%Y",
            dtick="M12",
            tick0="2020-01-01",
            anchor="y",
            showline=True,
            ticks="outside",
        ),
        y=axis(range=[0, 12], domain=[0.62, 1], dtick=5, showgrid=True),
        xaxis2=axis(anchor="y2", type="category", showline=True),
        yaxis2=axis(range=[0, 3.9], domain=[0, 0.42], dtick=1, showgrid=True, anchor="x2"),
        annotations=labels,
        margin={"l": 30, "r": 12, "t": 30, "b": 28},
        bargap=0.25,
        bargroupgap=0.06,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Stock, then flows."""
    table = [["On display", when(row), exact(row), row["grade"]] for row in stock(evidence)]
    for direction, name in DIRECTIONS.items():
        table += [[name, when(row), exact(row), row["grade"]] for row in flow(evidence, direction)]
    return table


def facts(evidence: Any) -> dict[str, str]:
    """Last stock, last year's flows."""
    last = stock(evidence)[-1]
    new, repaired = (whole_years(flow(evidence, direction))[-1] for direction in DIRECTIONS)
    derived = sorted({when(row) for row in evidence.rows("court_flows") if row["precision"] == "derived"})
    return {
        "stock": said(last),
        "stock_day": when(last),
        "new": said(new),
        "repaired": said(repaired),
        "year": when(new),
        "derived": ", ".join(derived),
    }


CHART = Chart(
    name="court-stock-and-flows",
    title="In {year} the court reported more credit repairs ({repaired}) than new listings ({new})",
    tables=("court_stock", "court_flows"),
    figure=draw,
    columns=("What", "As of or in", "Number", "Grade"),
    rows=rows,
    counted="Above: defaulters on display on the court's site on a day (a stock). Below: listings made and "
    "listings repaired within a calendar year (flows, in person-times).",
    limits="No stock has been found after {stock_day}. The flows must not be added to it: listings also run out, "
    "which neither flow "
    "counts. Neither panel continues the count of entries ever made. The flows of {derived} are worked out from a "
    "published change, and all flows are the court's own account.",
    alt="Two panels. Above, the counts of defaulters on display, the last {stock} ({stock_day}). Below, pairs of "
    "bars a year: by {year} credit repairs ({repaired}) stand above new listings ({new}).",
    facts=facts,
    heights=(480, 460),
)
