"""Residents who had activated their city's score, in three cities: squares of two hundred, so that half per cents can be counted."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import block, squares, tiles
from explainer.charts.wording import when
from explainer.labels import PAGE

YES, NO = "@level-pilot", "@rule"
ACROSS, STEP, WHOLE = 10, 12, 200
UP = WHOLE // ACROSS


def series(evidence: Any) -> list[dict]:
    """Cities, fewest first."""
    return sorted(evidence.rows("score_activation_share"), key=lambda row: row["value"])


def city(row: dict) -> str:
    """The city's name."""
    return row["id"].removeprefix("activation-").capitalize()


def count(row: dict) -> int:
    """Squares of the whole."""
    return round(row["value"] / 100 * WHOLE)


def draw(evidence: Any):
    """A block a city."""
    found = series(evidence)
    active, passive, labels = [], [], []
    for place, row in enumerate(found):
        left = place * STEP
        active += block(count(row), left, ACROSS)
        passive += block(WHOLE - count(row), left, ACROSS, count(row))
        labels.append(label(f"<b>{city(row)}</b><br>{count(row)} in {WHOLE}", left, UP + 0.3, YES, yanchor="bottom"))
    x, y, layout = tiles((-0.2, STEP * len(found) - 1), (-0.2, UP + 4.2))
    return figure([squares(active, YES), squares(passive, NO)], x=axis(**x), y=axis(**y), annotations=labels, **layout)


def rows(evidence: Any) -> list[list[str]]:
    """Each city."""
    shares = [PAGE["precision"][row["precision"]].format(n=f"{row['value']:g}") for row in series(evidence)]
    return [[city(row), when(row), share, row["grade"]] for row, share in zip(series(evidence), shares, strict=True)]


def facts(evidence: Any) -> dict[str, str]:
    """Fewest, most, date."""
    found = series(evidence)
    return {
        "fewest": f"{count(found[0])}",
        "most": f"{count(found[-1])}",
        "low": city(found[0]),
        "high": city(found[-1]),
        "whole": str(WHOLE),
        "when": when(found[-1]),
    }


CHART = Chart(
    name="score-activation",
    title="Few had activated their city's score in {when}: {fewest} residents in {whole} in {low}, {most} in {high}",
    tables=("score_activation_share",),
    figure=draw,
    columns=("City", "As of", "Residents who had activated the score (per cent)", "Grade"),
    rows=rows,
    counted="Residents who had activated an account for their city's personal score, as a research institute reported; a square is one "
    "in {whole}.",
    limits="Relayed by another site, rounded, three cities and one month. An account opened is not a score used: fewer used it "
    "regularly.",
    alt="A block of {whole} squares a city; coloured are {fewest} in {low} and {most} in {high}.",
    facts=facts,
    heights=(400, 255),
)
