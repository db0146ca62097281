"""Whom the national blacklists took on in 2018, by list, on one scale."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import figure, hidden, label
from explainer.charts.wording import MILLION, exact, said, when

TABLE = "blacklist_types_2018"
NAMES = {
    "judgment-defaulters": ("Judgment defaulters", "@level-court"),
    "licences-revoked": ("Companies with a revoked licence", "@level-ministry"),
    "tax": ("Major tax cases", "@level-list"),
    "trains-planes": ("Misconduct on trains and planes", "@accent"),
    "finance": ("Finance", "@level-list"),
    "blacklist-new-2018": ("All newly listed", "@quiet"),
}
WHOLE = "blacklist-new-2018"  # of the table of single figures: all newly listed in the year
TOP = 3.75


def name(row: dict) -> str:
    """A list's name; a new row is shown by its id until it has one."""
    return NAMES.get(row["id"], (row["id"], "@quiet"))[0]


def ranked(evidence: Any) -> list[dict]:
    """The rows, largest first."""
    return sorted(evidence.rows(TABLE), key=lambda row: -row["value"])


def draw(evidence: Any):
    """Bars on one linear scale, each under its name and number: the small ones are meant to be hard to see."""
    whole, found = evidence.row("figures", WHOLE), ranked(evidence)
    found = [whole, *found]
    places = [-place for place in range(len(found))]
    colours = [NAMES.get(row["id"], ("", "@quiet"))[1] for row in found]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [row["value"] / MILLION for row in found],
        "y": places,
        "width": 0.4,
        "marker": {"color": colours},
    }
    labels = [
        label(f"{name(row)}: <b>{said(row)}</b>", 0, place + 0.24, colour, yanchor="bottom")
        for row, place, colour in zip(found, places, colours, strict=True)
    ]
    return figure(
        [bars],
        x=hidden(range=[0, TOP]),
        y=hidden(range=[0.3 - len(found), 0.8]),
        annotations=labels,
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each list."""
    return [[name(row), when(row), exact(row), row["grade"]] for row in ranked(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """The largest, and the one that the press wrote most about."""
    found = {row["id"]: row for row in evidence.rows(TABLE)}
    court, trains = found["judgment-defaulters"], found["trains-planes"]
    return {"court": said(court), "trains": said(trains), "year": when(court)}


CHART = Chart(
    name="blacklist-types",
    title="Whom blacklists took on in {year}: {court} judgment defaulters, and {trains} people for conduct on trains and planes",
    tables=(TABLE,),
    figure=draw,
    columns=("List", "Year", "Newly listed (people and organisations)", "Grade"),
    rows=rows,
    counted="People and organisations newly put on a national blacklist within the year, as the national platform counts them. All bars "
    "share one scale.",
    limits="The top bar is the report's total. The others are lists whose number the report names; it does not say whether those "
    "listed for conduct on trains and planes are within its total. The court's own counters use other units, so these bars are not to be "
    "set beside them.",
    alt="Horizontal bars for {year}: all newly listed; then judgment defaulters far ahead ({court}), then companies with a "
    "revoked licence; tax, finance and misconduct on trains and planes ({trains}) are slivers.",
    facts=facts,
    heights=(370, 370),
)
