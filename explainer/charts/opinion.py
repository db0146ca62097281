"""Survey answers side by side: each with its people and its question, never averaged."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, hidden, label

CHINA, GERMANY = "@level-study", "@level-foreign"
# Answers in per cent of people asked; ids of the table. Means on a scale, counts of reports and parts of an answer stay in the table.
GROUPS = (
    (
        "In China",
        CHINA,
        (
            ("kostka-approve", "internet users, all systems together: approve"),
            ("rieger-policies-high", "students, best-liked of four policies"),
            ("rieger-policies-low", "students, least-liked of four policies"),
            ("rieger-before", "students, one overall score: before"),
            ("rieger-after", "the same, after reading pros and cons"),
        ),
    ),
    (
        "In Germany",
        GERMANY,
        (
            ("rieger-german", "students, best-liked of the four policies"),
            ("yougov-for", "adults, “as China plans”: in favour"),
            ("ergo-for", "adults, state collects such data: welcome"),
        ),
    ),
)


def draw(evidence: Any):
    """Bars to a hundred, each under who was asked and what."""
    filled, empty, labels, height = {"x": [], "y": [], "c": []}, [], [], 0.0
    for title, colour, answers in GROUPS:
        height -= 0.75
        labels.append(label(f"<b>{title}</b>", 0, height, colour, yanchor="bottom"))
        for key, words in answers:
            row = evidence.row("opinion", key)
            height -= 1
            filled["x"].append(row["value"])
            filled["y"].append(height)
            filled["c"].append(colour)
            empty.append(100)
            labels.append(label(f"{words}", 0, height + 0.2, yanchor="bottom", font={"size": 12, "color": "@ink"}))
            labels.append(label(f"<b>{row['value']:g}</b>", row["value"], height, colour, xshift=4))
        height -= 0.2
    shape = {"type": "bar", "orientation": "h", "y": filled["y"], "width": 0.34}
    return figure(
        [
            {**shape, "x": empty, "marker": {"color": "@panel", "line": {"color": "@rule", "width": 1}}},
            {**shape, "x": filled["x"], "marker": {"color": filled["c"]}},
        ],
        x=axis("per cent of those asked", range=[0, 101], dtick=25, showline=True, ticks="outside"),
        y=hidden(range=[height - 0.5, 0]),
        annotations=labels,
        barmode="overlay",
        margin={"l": 12, "r": 12, "t": 4, "b": 44},
    )


def rows(evidence: Any) -> list[list[str]]:
    """Every answer of the table, drawn or not."""
    return [
        [
            row["survey"],
            row["population"],
            f"{row['question']}: {row['answer']}",
            f"{row['value']:g} {row['unit']}",
            row["grade"],
        ]
        for row in evidence.rows("opinion")
    ]


def facts(evidence: Any) -> dict[str, str]:
    """Highest, and before and after."""
    keys = ("kostka-approve", "rieger-before", "rieger-after", "yougov-for")
    number = {key: f"{evidence.row('opinion', key)['value']:g}" for key in keys}
    return {
        "approve": number["kostka-approve"],
        "before": number["rieger-before"],
        "after": number["rieger-after"],
        "germany": number["yougov-for"],
    }


CHART = Chart(
    name="opinion",
    title="Approval depends on who is asked what: {approve} per cent of internet users in China, "
    "{after} of students who had read about one score",
    tables=("opinion",),
    figure=draw,
    columns=("Survey", "Who was asked", "Question and answer", "Found", "Grade"),
    rows=rows,
    counted="Shares of those asked, in surveys that differ in people, question and year. The pale bar is everyone asked.",
    limits="The bars cannot be averaged or ranked: internet users and students are not the population, and people may be careful in what "
    "they answer. One German question took a nationwide score for granted. "
    "Means on a scale, and parts of an answer, stand in the table only.",
    alt="Bars of per cent: high approval ({approve}) among internet users in China, {before} falling to {after} among students who read "
    "pros and cons of one score, and low support in Germany ({germany} and near it).",
    facts=facts,
    heights=(520, 520),
)
