"""Counted hours: a volunteer's week, of which one half earns points."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden, lettering
from explainer.explorables.contract import Bind, Explorable, Guess, Range
from explainer.models.counted_hours import GOODWILL, HOURS, row

COUNT, GOOD, FAKE = "@calm", "@good", "@accent"
MIDDLE = {"xaxis": "x2", "yaxis": "y2"}
LOWER = {"xaxis": "x3", "yaxis": "y3"}

WORDS = {
    "points_one": "{n} point",
    "points_other": "{n} points",
    "say_stand": "At {reward} for a counted hour, beside goodwill worth {goodwill}, the score stands at {score} and what it "
    "was to stand for at {worth}; without points both stand at 100.",
    "say_none": "Without a reward the score and what it was to stand for are both at 100.",
    "say_best_none": "No reward does as much good as none at all.",
    "say_best_full": "The strongest reward on the slider does the most good: {best_worth}.",
    "say_best": "The most good is done at {best} an hour: {best_worth}.",
    "say_guess": "You guessed {guess}.",
    "row_reward": "Points for a counted hour",
    "row_score": "Score (index)",
    "row_worth": "What it was to stand for (index)",
    "row_counted": "Hours that are counted, a week",
    "row_faked": "Hours made up, a week",
    "row_other": "Hours that nobody counts, a week",
    "row_best": "Points that do the most good",
    "row_best_worth": "What it stands for there (index)",
    "none": "–",
}


def draw(params: dict, result: dict, data: dict):
    """Above, the score against the reward; in the middle, what it stood for; below, a week in hours."""
    traces = [
        _line(result["curve_x"], result["scores"], COUNT),
        _dot(result["at"], result["score_at"], COUNT, "circle"),
        {
            **lettering([0], [585], "<b>Score: %{customdata}</b>", COUNT, "middle right"),
            "customdata": result["score_label"],
        },
        {**_line(result["curve_x"], result["worths"], GOOD), **MIDDLE},
        {**_dot(result["at"], result["worth_at"], GOOD, "diamond"), **MIDDLE},
        {
            **lettering(
                [0],
                [244],
                "<b>What it stood for: %{customdata[0]}</b>, at best %{customdata[1]}",
                GOOD,
                "middle right",
            ),
            **MIDDLE,
            "customdata": result["worth_label"],
        },
        {
            **_line(result["best_line"], [0, 215], "@quiet"),
            **MIDDLE,
            "line": {"color": "@quiet", "width": 1.5, "dash": "dot"},
        },
        {
            **lettering(result["guess_x"], result["guess_y"], " your guess: %{y} ", "@ink", result["guess_side"]),
            **MIDDLE,
            "mode": "markers+text",
            "marker": {"symbol": "circle-open", "size": 12, "color": "@ink", "opacity": 1, "line": {"width": 2}},
        },
        _marks(row(HOURS, 0), "circle-open", GOOD),
        _marks(result["other_marks"], "circle", GOOD),
        _marks(result["counted_marks"], "square", COUNT),
        _marks(result["faked_marks"], "x", FAKE),
        _label(0, "sitting with an old neighbour, not counted: %{customdata}", result["other_label"]),
        _label(-1, "events with a sign-in sheet, counted: %{customdata}", result["counted_label"]),
        _label(-2, "entries made up: %{customdata}", result["faked_label"]),
    ]
    ticks = {"dtick": 2, "tick0": 0, "showline": True, "ticks": "outside", "range": [-0.3, 10.3]}
    return figure(
        traces,
        x=axis(**{**ticks, "showticklabels": False, "anchor": "y"}),
        y=axis("index", range=[0, 650], tickvals=[100, 300, 500], showgrid=True, domain=[0.735, 1]),
        xaxis2=axis("points for a counted hour (goodwill: 10)", **ticks, anchor="y2"),
        yaxis2=axis("index", range=[-12, 268], tickvals=[0, 100, 200], showgrid=True, domain=[0.42, 0.7], anchor="x2"),
        xaxis3=hidden(range=[-0.6, 20.4], anchor="y3"),
        yaxis3=hidden(range=[-2.3, 0.85], domain=[0, 0.305], anchor="x3"),
        margin={"l": 46, "r": 12, "t": 4, "b": 4},
    )


def _line(x: list, y: list, colour: str) -> dict:
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": colour, "width": 2}}


def _dot(x: list, y: list, colour: str, symbol: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": y,
        "marker": {"symbol": symbol, "size": 13, "color": colour, "opacity": 1, "line": {"color": "@paper", "width": 2}},
        "cliponaxis": False,
    }


def _marks(at: dict, symbol: str, colour: str) -> dict:
    return {
        **LOWER,
        "type": "scatter",
        "mode": "markers",
        "x": at["x"],
        "y": at["y"],
        "marker": {"symbol": symbol, "size": 9, "color": colour, "opacity": 1, "line": {"width": 1.5}}
        if symbol.endswith("open")
        else {"symbol": symbol, "size": 11, "color": colour, "opacity": 1},
        "cliponaxis": False,
    }


def _label(height: float, template: str, number: list) -> dict:
    return {**lettering([-0.5], [height + 0.45], template, "@ink", "middle right"), **LOWER, "customdata": number}


EXPLORABLE = Explorable(
    name="counted-hours",
    title="Past a point a stronger reward lifts the score and sinks what it stood for",
    model="counted_hours",
    controls=(
        Guess(
            "guess",
            "Without points, the score and the good it stands for are both at 100. At the settings below, where is the good?",
            0,
            220,
            5,
            "",
            why="Nobody became worse. What did the points change?",
        ),
        Range(
            "reward",
            "Points for an hour at the events",
            8,
            0,
            GOODWILL,
            0.5,
            " points",
            help="For comparison: her own wish to help moves her as much as ten points an hour would.",
        ),
        Range(
            "rival",
            "How far the two compete for the same time",
            50,
            0,
            100,
            10,
            "%",
            help="0: each has its own time. 100: an hour for one is an hour less for the other.",
        ),
        Range("weight", "How much of the good lies in what is not counted", 40, 10, 90, 10, "%"),
        Range("faking", "How easy it is to make an entry up", 20, 0, 100, 10, "%"),
        Range("also", "How far the uncounted half is counted as well", 0, 0, 100, 10, "%"),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].y", "scores"),
        Bind("data[1].x", "at"),
        Bind("data[1].y", "score_at"),
        Bind("data[2].customdata", "score_label"),
        Bind("data[3].y", "worths"),
        Bind("data[4].x", "at"),
        Bind("data[4].y", "worth_at"),
        Bind("data[5].customdata", "worth_label"),
        Bind("data[6].x", "best_line"),
        Bind("data[7].x", "guess_x"),
        Bind("data[7].y", "guess_y"),
        Bind("data[7].textposition", "guess_side"),
        Bind("data[9].x", "other_marks.x"),
        Bind("data[9].y", "other_marks.y"),
        Bind("data[10].x", "counted_marks.x"),
        Bind("data[10].y", "counted_marks.y"),
        Bind("data[11].x", "faked_marks.x"),
        Bind("data[11].y", "faked_marks.y"),
        Bind("data[12].customdata", "other_label"),
        Bind("data[13].customdata", "counted_label"),
        Bind("data[14].customdata", "faked_label"),
    ),
    columns=("What", "Without points", "At this reward"),
    words=WORDS,
    assumptions=(
        "A published model of work with two tasks. The volunteer and the points are invented; no city's rule is modelled.",
        "She likes to help and does so without any reward. Points change her hours, not her character. If "
        "points kill goodwill, the result is worse; if they wake it, better.",
        "Her week is not fixed. Hours that are added come from time of her own.",
        "What the points were to stand for needs both kinds of help: it is nothing where either is nothing.",
        "Made-up entries cost her effort but no time, and nobody is caught.",
    ),
    tries=(
        "Find the reward that does the most good. Then let the two compete fully. What is the best reward now?",
        "Let almost all of the good lie in what is counted. What happens to the criticism?",
        "Count the other half as well. How well must it be counted before the reward does no harm?",
    ),
    discover="A weak reward can do good. Past a point a stronger one raises the score and lowers what it stood for. Where "
    "the two kinds of help are perfect rivals the best reward is none.",
    alt="Above, the score rises with the reward. In the middle, what the score stood for rises a little and then falls. "
    "Below, a week in marks: fewer hours with a neighbour, more on sign-in sheets. The numbers stand below.",
    sources=("holmstrom1991", "strathern1997"),
    heights=(520, 520),
    caption="An invented volunteer's week. Hollow circles: the uncounted hours she gave before there were points.",
)
