"""Zhejiang's scores of 2018: a hundred adults, nearly all in one band."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import block, squares, tiles
from explainer.charts.wording import exact, said, when

ACROSS, WHOLE = 20, 100
BANDS = {
    "zhejiang-800-850": ("800 to 850 points", "@level-pilot"),
    "zhejiang-750-800": ("750 to 800 points", "@accent"),
}
REST = "zhejiang-rest"


def draw(evidence: Any):
    """A block of squares, one an adult in a hundred; the rest is too few for a square."""
    done, traces, labels = 0, [], []
    for key, (name, colour) in BANDS.items():
        count = round(evidence.row("zhejiang_scores", key)["value"])
        traces.append(squares(block(count, 0, ACROSS, done), colour))
        labels.append(label(f"<b>■ {count}</b> of {WHOLE}: {name}", 0, -0.5 - 1.3 * len(labels), colour, yanchor="top"))
        done += count
    labels.append(
        label(
            f"all other bands: {evidence.row('zhejiang_scores', REST)['value']} per cent, less than a square",
            0,
            -0.5 - 1.3 * len(labels),
            "@quiet",
            yanchor="top",
            font={"size": 12, "color": "@quiet"},
        )
    )
    x, y, layout = tiles((-0.1, ACROSS + 0.1), (-4.4, WHOLE / ACROSS + 0.2))
    return figure(traces, x=axis(**x), y=axis(**y), annotations=labels, **layout)


def rows(evidence: Any) -> list[list[str]]:
    """Each band."""
    return [
        [row["counted"].split("scored ")[-1], when(row), exact(row), row["grade"]]
        for row in evidence.rows("zhejiang_scores")
    ]


def facts(evidence: Any) -> dict[str, str]:
    """The common band, and how many were scored."""
    top, scored = evidence.row("zhejiang_scores", "zhejiang-800-850"), evidence.row("figures", "zhejiang-scored")
    low, high = top["id"].split("-")[1:]
    return {
        "share": f"{top['value']}",
        "scored": said(scored),
        "when": when(top),
        "low": low,
        "high": high,
        "whole": str(WHOLE),
    }


CHART = Chart(
    name="zhejiang-scores",
    title="By its own figures Zhejiang gave {share} per cent of {scored} adults between {low} and {high} points: nearly all alike",
    tables=("zhejiang_scores",),
    figure=draw,
    columns=("Band", "As of", "Registered adults (per cent)", "Grade"),
    rows=rows,
    counted="Registered adults of the province by the band of their public credit score, {when}; a square is one in {whole}, rounded.",
    limits="One notice of the province, once; later figures were not found. Its small bands do not add up and are shown as one. It says "
    "nothing of how the score was used, nor of how people differ within the band.",
    alt="{whole} squares of two colours: all but a couple stand for {low} to {high} points.",
    facts=facts,
    heights=(260, 190),
)
