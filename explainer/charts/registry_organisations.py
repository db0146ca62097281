"""Organisations on file at the central bank: two scopes, two panels."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import dated
from explainer.charts.wording import MILLION, day, exact, in_order, said, when

NARROW, WIDE = "registry_organisations", "registry_businesses"
NAMES = {NARROW: "Narrower scope", WIDE: "Wider scope"}
COLOURS = {NARROW: "@level-institution", WIDE: "@calm"}
TOP = 170


def series(evidence: Any, table: str) -> list[dict]:
    """The rows of one scope, by date."""
    return in_order(evidence.rows(table))


def draw(evidence: Any):
    """Side by side on one scale, with a wall between them."""
    narrow, wide = series(evidence, NARROW), series(evidence, WIDE)
    labels = [
        label(
            "<b>Before 2020</b><br>firms and other<br>organisations",
            0.02,
            1,
            COLOURS[NARROW],
            xref="paper",
            yref="paper",
            yanchor="top",
        ),
        label(
            "<b>Since 2020</b><br>sole traders too", 0.57, 1, COLOURS[WIDE], xref="paper", yref="paper", yanchor="top"
        ),
    ]
    for rows, across, table in ((narrow, "x", NARROW), (wide, "x2", WIDE)):
        for row in (rows[0], rows[-1]):
            labels.append(
                label(
                    f"{row['value'] / MILLION:.0f}",
                    day(row),
                    row["value"] / MILLION,
                    COLOURS[table],
                    xref=across,
                    xanchor="center",
                    yshift=-15 if table == WIDE else 15,
                )
            )
    common = {"type": "date", "tickformat": "%Y", "showline": True, "ticks": "outside"}
    return figure(
        [dated(narrow, COLOURS[NARROW], MILLION), dated(wide, COLOURS[WIDE], MILLION, symbol="square", xaxis="x2")],
        x=axis(range=["2007-06-01", "2020-06-30"], domain=[0, 0.47], dtick="M48", tick0="2008-01-01", **common),
        y=axis("million organisations on file", range=[0, TOP], dtick=50, showgrid=True),
        xaxis2=axis(range=["2020-01-01", "2026-06-30"], domain=[0.55, 1], dtick="M24", tick0="2021-01-01", **common),
        annotations=labels,
        shapes=[
            {
                "type": "line",
                "x0": 0.51,
                "x1": 0.51,
                "xref": "paper",
                "y0": 0,
                "y1": 1,
                "yref": "paper",
                "line": {"color": "@edge", "width": 2},
            }
        ],
    )


def rows(evidence: Any) -> list[list[str]]:
    """The narrower scope, then the wider."""
    return [[NAMES[table], when(row), exact(row), row["grade"]] for table in NAMES for row in series(evidence, table)]


def facts(evidence: Any) -> dict[str, str]:
    """The two counts on either side of the wall, and the last."""
    narrow, wide = series(evidence, NARROW), series(evidence, WIDE)
    return {
        "before": said(narrow[-1]),
        "before_day": when(narrow[-1]),
        "after": said(wide[0]),
        "after_day": when(wide[0]),
        "last": said(wide[-1]),
        "end": when(wide[-1]),
    }


CHART = Chart(
    name="registry-organisations",
    title="The bank's register of organisations did not double in a year: from {before} to {after}, its scope changed",
    tables=(NARROW, WIDE),
    figure=draw,
    columns=("Scope", "As of", "Organisations on file", "Grade"),
    rows=rows,
    counted="Organisations on file in the central bank's credit register on a day. To the right of the wall, small firms and sole traders "
    "are in it in numbers; to the left they are not.",
    limits="How many of {after} ({after_day}) would have counted under the scope of {before_day} is not known, so nothing joins the two "
    "panels. The last count is {last} ({end}).",
    alt="Two panels with a wall between. Left, a slow rise to {before} ({before_day}). Right, from {after} ({after_day}) to {last} "
    "({end}).",
    facts=facts,
    heights=(380, 370),
)
