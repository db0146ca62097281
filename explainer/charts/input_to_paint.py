"""How long a reader waits for the picture after moving a slider: here, and where the same figure is made in another way."""

from __future__ import annotations

from typing import Any

from explainer import measured
from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, hidden, label
from explainer.labels import MEASURED as WORDS

GAP = 1.3  # rows between two ways


def ways() -> list[dict[str, str]]:
    """Each way with its median wait, the shortest first."""
    return sorted(measured.peers(), key=lambda row: float(row["median"]))


def draw(_evidence: Any):
    """A bar a way, as long as the median; its name above, its number past its end, and a mark across it for one frame of a screen."""
    found = ways()
    longest = max((float(row["median"]) for row in found), default=0)
    frame = float(measured.run().get("bar_median", 0))
    places = [-GAP * place for place in range(len(found))]
    bars = [
        {
            "type": "bar",
            "orientation": "h",
            "x": [float(row["median"])],
            "y": [place],
            "width": 0.5,
            "marker": {"color": "@accent" if row["what"] == "ours" else "@calm"},
        }
        for row, place in zip(found, places, strict=True)
    ]
    # across the bars alone: the names stand between them
    marks = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [frame, frame],
            "y": [place - 0.36, place + 0.36],
            "line": {"color": "@ink", "width": 2, "dash": "dot"},
        }
        for place in places
    ]
    names = [
        label(WORDS["peers"][row["what"]], 0, place + 0.3, yanchor="bottom", font={"size": 13, "color": "@ink"})
        for row, place in zip(found, places, strict=True)
    ]
    numbers = [
        label(said(row), max(float(row["median"]), frame), place, "@quiet", xshift=5)
        for row, place in zip(found, places, strict=True)
    ]
    return figure(
        [*bars, *marks],
        x=axis("milliseconds (median)", range=[0, max(longest * 1.35, frame * 1.2)], showgrid=True),
        y=hidden(range=[min(-GAP * len(found) + 0.6, 0), 1.1]),
        annotations=[*names, *numbers],
        barmode="overlay",
        margin={"l": 10, "r": 10, "t": 6, "b": 44},
    )


def said(row: dict[str, str]) -> str:
    """A way's median, with its unit."""
    return measured.said("ms", row["median"])


def _ours() -> dict[str, str]:
    return next((row for row in ways() if row["what"] == "ours"), {"median": ""})


def facts(_evidence: Any) -> dict[str, str]:
    """Ours, the slowest, and one frame."""
    found = ways()
    last = found[-1] if found else {"what": "ours", "median": ""}
    return {
        "ours": said(_ours()),
        "slowest": said(last),
        "name": WORDS["peers"][last["what"]],
        "frame": measured.said("ms", measured.run().get("bar_median", "")),
    }


def rows(_evidence: Any) -> list[list[str]]:
    """A row a way: its wait, how many times ours that is, the wait with a slower processor, and how long the page's thread works."""
    ours = _ours()["median"]
    return [
        [
            WORDS["peers"][row["what"]],
            said(row),
            measured.said("ms", row["p95"]),
            measured.said("times", f"{float(row['median']) / float(ours):.1f}" if ours and row["what"] != "ours" else ""),
            measured.said("ms", row["slow_median"]),
            measured.said("ms", row["thread"]),
        ]
        for row in ways()
    ]


CHART = Chart(
    name="input-to-paint",
    title="From slider to new picture: {ours} here; the slowest way measured takes {slowest}",
    tables=(),
    figure=draw,
    columns=("The same figure and slider", "Median", "95th percentile", "Against ours", "Processor four times slower: median", "Thread busy for"),
    rows=rows,
    counted="Milliseconds from the event that moves the slider until the browser’s page thread has painted the changed picture.",
    limits="One figure, one slider, one machine, one browser. The dotted mark is one frame of a common screen, {frame}. "
    "What the screen itself adds is left out, the same for all.",
    alt="Bars, one for each way of making the same figure. The shorter the bar, the sooner the picture follows. This site takes {ours}; "
    "the longest bar, {name}, {slowest}. A dotted mark stands at one frame, {frame}.",
    facts=facts,
    heights=(360, 360),
)
