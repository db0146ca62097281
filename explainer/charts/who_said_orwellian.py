"""Who called the system Orwellian, who called that misleading, who stood between, and who did not speak of it."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, hidden, label
from explainer.evidence import dates

# stance -> heading, symbol, colour; the strongest wording first
BANDS = {
    "calls it Orwellian": ("Call it Orwellian", "square", "@myth"),
    "between": ("Stand between: some of it fits, or it may come", "diamond", "@warn"),
    "calls that misleading": ("Call that misleading", "circle", "@practice"),
    "not addressed": ("Speak of social credit, not of Orwell", "circle-open", "@quiet"),
}
SILENT = "not addressed"
# stance -> its word in the table of numbers
CELLS = {
    "calls it Orwellian": "yes",
    "between": "in part",
    "calls that misleading": "no",
    SILENT: "–",
}
# ids of rows whose names are too long for the picture
SHORT = {
    "chorzempa": "Chorzempa and others",
    "chen-lin-liu": "Chen, Lin and Liu",
    "cheung-chen": "Cheung and Chen",
    "lin-milhaupt": "Lin and Milhaupt",
    "xu-xu": "Xu, Kostka and Cao",
    "devereaux": "Devereaux and Peng",
    "liang": "Liang and others",
}
EDGES = (2016.4, 2026.0)
TURN = 2020.3  # marks up to here have their label on the right, later ones on the left
HEAD = 1.3  # rows that a band's name takes
ACROSS = 0.27  # years between two marks of the band without names


def groups(evidence: Any) -> dict[str, list[dict]]:
    """stance -> rows by date."""
    return {
        stance: sorted(
            (row for row in evidence.rows("perspectives") if row["stance"] == stance), key=lambda row: row["date"]
        )
        for stance in BANDS
    }


def _place(row: dict) -> float:
    start, end = dates.earliest(row["date"]), dates.latest(row["date"])
    return round(start.year + ((start.timetuple().tm_yday + end.timetuple().tm_yday) / 2 - 1) / 365.25, 2)


def draw(evidence: Any):
    """Bands by stance along the years, a row a voice; those who do not speak of it are marks to be counted."""
    traces, labels, top = [], [], 0.0
    found = groups(evidence)
    for stance, (heading, symbol, colour) in BANDS.items():
        rows = found[stance]
        labels.append(
            label(
                f"<b>{heading}: {len(rows)}</b>",
                0,
                top - HEAD / 2,
                colour,
                xref="paper",
                font={"size": 13, "color": colour},
            )
        )
        top -= HEAD
        marks = {"x": [], "y": []}
        for place, row in enumerate(rows):
            if stance == SILENT:
                marks["x"].append(EDGES[0] + 0.3 + place % 16 * 2 * ACROSS)
                marks["y"].append(top - 0.5 - place // 16)
                continue
            at = _place(row)
            marks["x"].append(at)
            marks["y"].append(top - 0.5)
            left = at > TURN
            labels.append(
                label(
                    SHORT.get(row["id"], row["person"]),
                    at,
                    top - 0.5,
                    xanchor="right" if left else "left",
                    xshift=-9 if left else 9,
                    font={"size": 12, "color": "@ink"},
                )
            )
            top -= 1
        if stance == SILENT:
            top -= (len(rows) + 15) // 16
        line = {"color": colour, "width": 2}
        marker = {"symbol": symbol, "size": 10, "color": colour, "opacity": 1, "line": line}
        traces.append({"type": "scatter", "mode": "markers", **marks, "marker": marker})
        top -= 0.2
    return figure(
        traces,
        x=axis(
            "year in which they said so (lowest band: no order)",
            range=list(EDGES),
            tickvals=[2017, 2019, 2021, 2023, 2025],
            showgrid=True,
            ticks="outside",
        ),
        y=hidden(range=[top - 0.3, 0]),
        annotations=labels,
        margin={"l": 6, "r": 6, "t": 4, "b": 44},
    )


def rows(evidence: Any) -> list[list[str]]:
    """Every voice, band by band."""
    return [
        [f"{SHORT.get(row['id'], row['person'])}, {row['date'][:4]}", CELLS[stance], row["position"]]
        for stance, found in groups(evidence).items()
        for row in found
    ]


def facts(evidence: Any) -> dict[str, str]:
    """How many stand where."""
    found = groups(evidence)
    return {
        "all": str(sum(len(each) for each in found.values())),
        "orwellian": str(len(found["calls it Orwellian"])),
        "misleading": str(len(found["calls that misleading"])),
        "between": str(len(found["between"])),
        "silent": str(len(found[SILENT])),
        "first": min(row["date"] for each in found for row in found[each] if each != SILENT)[:4],
        "last": max(row["date"] for each in found for row in found[each] if each != SILENT)[:4],
    }


CHART = Chart(
    name="who-said-orwellian",
    title="Of {all} voices {orwellian} accept the word Orwellian, {misleading} call it misleading, {between} stand "
    "between, and {silent} argue without it",
    tables=("perspectives",),
    figure=draw,
    columns=("Who, when", "“Orwellian”?", "What they say"),
    rows=rows,
    counted="Voices in our table: scholars, officials, lawyers, listed people, journalists and research institutes. One "
    "row for each person and text.",
    limits="A selection of texts that we could read, mostly by specialists, not a poll. Newspapers that used the word "
    "in headlines are not in it. The stance is our reading of the text at its date. “–” in the table: the text does "
    "not use the word. Roles and grades stand in the table of data.",
    alt="Bands of marks along the years {first} to {last}: {orwellian} voices that call the system Orwellian, {between} in "
    "between, {misleading} that call the word misleading, and a block of {silent} that do not use it.",
    facts=facts,
    heights=(680, 680),
)
