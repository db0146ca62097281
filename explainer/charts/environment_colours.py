"""Environmental colours of companies, by place and year: each whole is a bar of the same length."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, hidden, label
from explainer.charts.wording import exact

COLOURS = {"green": "@good", "blue": "@calm", "yellow": "@warn", "red": "@accent", "black": "@quiet"}
LEAST = 4.5  # per cent: below it no number fits into its part of the bar
STEP = 1.0


def groups(evidence: Any) -> dict[tuple[str, str], dict[str, dict]]:
    """(place, year) -> colour -> row."""
    found: dict[tuple[str, str], dict[str, dict]] = {}
    for row in evidence.rows("environment_colours"):
        place, year, colour = row["id"].split("-")
        found.setdefault((place.capitalize(), year), {})[colour] = row
    return found


def draw(evidence: Any):
    """A bar a place and year; the parts in the order of the scale, with the number of companies in each that has room."""
    found = groups(evidence)
    labels, traces = [], []
    done = dict.fromkeys(found, 0.0)
    heights = {key: -place * STEP for place, key in enumerate(found)}
    for colour, token in COLOURS.items():
        keys = [key for key in found if colour in found[key]]
        shares = []
        for key in keys:
            share = found[key][colour]["value"] / sum(row["value"] for row in found[key].values()) * 100
            shares.append(share)
            if share >= LEAST:
                labels.append(
                    label(
                        f"{found[key][colour]['value']}",
                        done[key] + share / 2,
                        heights[key],
                        "@paper",
                        xanchor="center",
                    )
                )
        traces.append(
            {
                "type": "bar",
                "orientation": "h",
                "x": shares,
                "y": [heights[key] for key in keys],
                "base": [done[key] for key in keys],
                "width": 0.46,
                "marker": {"color": token, "line": {"color": "@paper", "width": 1}},
            }
        )
        for key, share in zip(keys, shares, strict=True):
            done[key] += share
    for key, parts in found.items():
        labels.append(
            label(
                f"<b>{key[0]} {key[1]}</b>: {sum(row['value'] for row in parts.values()):,} companies",
                0,
                heights[key] + 0.25,
                yanchor="bottom",
            )
        )
    for place, (colour, token) in enumerate(COLOURS.items()):
        labels.append(label(f"■ {colour}", place * 20.5, 0.78, token, yanchor="bottom"))
    return figure(
        traces,
        x=axis("per cent of the graded companies", range=[0, 102], dtick=25, showline=True, ticks="outside"),
        y=hidden(range=[0.6 - len(found) * STEP, 1.15]),
        annotations=labels,
        barmode="overlay",
        margin={"l": 10, "r": 10, "t": 4, "b": 44},
    )


def rows(evidence: Any) -> list[list[str]]:
    """Place by place, best colour first."""
    return [
        [*key, colour, exact(parts[colour]), parts[colour]["grade"]]
        for key, parts in groups(evidence).items()
        for colour in COLOURS
        if colour in parts
    ]


def facts(evidence: Any) -> dict[str, str]:
    """The first place's last year, and how many places and years there are."""
    found = groups(evidence)
    top = list(found)[0][0]
    year = max(year for place, year in found if place == top)
    parts = found[top, year]
    low = sum(parts[colour]["value"] for colour in ("red", "black") if colour in parts)
    return {
        "place": top,
        "year": year,
        "low": f"{low:,}",
        "total": f"{sum(row['value'] for row in parts.values()):,}",
        "blue": f"{parts['blue']['value']:,}",
        "others": ", ".join(sorted({place for place, _ in found} - {top})),
    }


CHART = Chart(
    name="environment-colours",
    title="Blue, the second-best colour, is the common one: in {place} {blue} of {total} companies graded for {year}; red {low}",
    tables=("environment_colours",),
    figure=draw,
    columns=("Place", "Year", "Colour", "Companies", "Grade of evidence"),
    rows=rows,
    counted="Companies by the colour that the environmental authority gave them for the year. Each bar is all that were graded; the "
    "numbers in it are companies.",
    limits="Only {place} and {others}, for single years. Whether they graded the same kinds of company is not known, so the bars do "
    "not rank them. Black is used in some places only.",
    alt="Bars of equal length split by colour: blue is the largest part in each, green and yellow follow, red and black are slivers.",
    facts=facts,
    heights=(400, 400),
)
