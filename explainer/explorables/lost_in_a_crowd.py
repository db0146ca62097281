"""Ordinary facts, told one after another: the crowd in which a person could hide melts to nobody."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden
from explainer.explorables.contract import Bind, Choice, Explorable, Guess, Range, Switch
from explainer.models.lost_in_a_crowd import ABOVE, LEAST

MANY, FEW = "@calm", "@accent"
STEPS = ("everyone else", "same sex", "same birth", "same home", "same work", "bought the same")

WORDS = {
    "fact_one": "fact",
    "fact_other": "facts",
    "under": "below {n}",
    "say_one": "A crowd of one hides nobody: without a single fact told, nobody else could be meant.",
    "say_nothing": "No fact is told, so all {others} others could be meant. Halve the crowd {bits} times, and one is left.",
    "say_left": "After {facts} {fact} the number of others expected to fit is {others}.",
    "say_alone": "In about {alone} of 100 such cases nobody else fits at all.",
    "say_sure": "It is all but certain that nobody else fits.",
    "say_more": "It is all but certain that somebody else fits too.",
    "say_bits": "Each halving of the crowd is one bit: {told} bits are told, and {bits} leave one person of {crowd}.",
    "say_needed": "By fact number {needed} fewer than one other person is left.",
    "say_hidden": "The crowd still hides that person.",
    "say_guess": "You guessed {n} others.",
    "row_all": "everyone else",
    "row_sex": "same sex",
    "row_birth": "same birth",
    "row_home": "same home",
    "row_work": "same work",
    "row_buy": "bought the same",
    "row_nothing": "all",
    "row_untold": "not told",
    "row_one_in": "1 in {n}",
}


def draw(params: dict, result: dict, data: dict):
    """A ladder: one row a fact, a bar as long as the crowd that still fits, on a scale of powers of ten."""
    traces = [
        _bars(result["many"], MANY),
        _bars(result["few"], FEW),
        {
            **_text([0] * len(STEPS), [ABOVE - i for i in range(len(STEPS))], "middle right"),
            "text": list(STEPS),
            "xaxis": "x2",
        },
        _numbers(result["seen"], "%{customdata:,.3~r}", result["seen"]["number"], "@ink"),
        _numbers(result["tiny"], f"under {LEAST}", [], "@ink"),
        _numbers(result["untold"], "not told", [], "@quiet"),
        {
            "type": "scatter",
            "mode": "lines",
            "x": result["guess"]["line"],
            "y": [y for i in range(len(STEPS)) for y in (0.2 - i, -0.24 - i, None)],
            "line": {"color": "@ink", "width": 2, "dash": "dot"},
        },
        {
            **_text(result["guess"]["x"], [-5.85], "middle right"),
            "texttemplate": "dotted: your guess, %{customdata:,}",
            "customdata": result["guess"]["number"],
            "xaxis": "x2",
        },
    ]
    one = {
        "type": "line",
        "x0": 1,
        "x1": 1,
        "line": {"color": "@edge", "width": 1},
        "layer": "below",
    }
    return figure(
        traces,
        x=axis(
            "others expected to fit (each tick: a thousand times more)",
            type="log",
            range=[-2, 9.3],
            tickvals=[1, 1000, 1000000, 1000000000],
            ticktext=["1", "thousand", "million", "billion"],
            showline=True,
            ticks="outside",
        ),
        y=hidden(range=[-6.1, 0.7]),
        xaxis2=hidden(range=[0, 1], overlaying="x"),
        shapes=[{**one, "y0": 0.2 - i, "y1": -0.24 - i} for i in range(len(STEPS))],
        barmode="overlay",
        margin={"l": 14, "r": 20, "t": 4, "b": 46},
    )


def _bars(at: dict, colour: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": at["x"],
        "y": at["y"],
        "width": 0.34,
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _text(x: list, y: list, position: str) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "textposition": position,
        "textfont": {"color": "@ink", "size": 13},
        "cliponaxis": False,
    }


def _numbers(at: dict, template: str, numbers: list, colour: str) -> dict:
    """The number of a row, at the right, above its bar."""
    return {
        **_text(at["x"], at["y"], "middle left"),
        "texttemplate": template,
        "customdata": numbers,
        "textfont": {"color": colour, "size": 13},
        "xaxis": "x2",
    }


EXPLORABLE = Explorable(
    name="lost-in-a-crowd",
    title="Four or five ordinary facts leave one person in 1.4 billion",
    model="lost_in_a_crowd",
    controls=(
        Guess(
            "guess",
            "How many others fit all the facts that are told below?",
            0,
            10000,
            100,
            why="No single fact is rare. What makes them rare together?",
        ),
        Choice(
            "crowd",
            "Crowd",
            "country",
            {
                "country": "a country of 1.4 billion",
                "county": "a county of 1 million",
                "village": "a village of 1,000",
                "one": "one person",
            },
        ),
        Switch("sex", "Sex is told", True),
        Choice(
            "birth",
            "Birth",
            "day",
            {"none": "not told", "year": "the year", "month": "year and month", "day": "the day"},
        ),
        Choice(
            "home",
            "Home",
            "county",
            {
                "none": "not told",
                "province": "the province (40 million)",
                "county": "the county (500,000)",
                "township": "the township (30,000)",
                "block": "the housing estate (2,000)",
            },
        ),
        Choice(
            "work",
            "Work",
            "trade",
            {
                "none": "not told",
                "branch": "the branch (1 in 10)",
                "trade": "the trade (1 in 100)",
                "post": "the post (1 in 1,000)",
            },
        ),
        Choice(
            "buy",
            "A purchase",
            "brand",
            {
                "none": "not told",
                "brand": "a phone’s brand (1 in 5)",
                "model": "its model (1 in 100)",
                "till": "one till, one hour (1 in 100,000)",
            },
        ),
        Range(
            "repeat",
            "How far each fact repeats the ones before",
            0,
            0,
            90,
            10,
            "%",
            help="0: each fact is quite new. 90: nine tenths of what it tells was known.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "many.x"),
        Bind("data[0].y", "many.y"),
        Bind("data[1].x", "few.x"),
        Bind("data[1].y", "few.y"),
        Bind("data[3].x", "seen.x"),
        Bind("data[3].y", "seen.y"),
        Bind("data[3].customdata", "seen.number"),
        Bind("data[4].x", "tiny.x"),
        Bind("data[4].y", "tiny.y"),
        Bind("data[5].x", "untold.x"),
        Bind("data[5].y", "untold.y"),
        Bind("data[6].x", "guess.line"),
        Bind("data[7].x", "guess.x"),
        Bind("data[7].customdata", "guess.number"),
    ),
    columns=("Fact told", "Share who fit it", "Others who fit all so far"),
    words=WORDS,
    assumptions=(
        "The shares are round and invented. Real birthdays, homes and trades are uneven: in a crowded place more people "
        "fit, in a thin one fewer.",
        "Shares are multiplied. Facts that go together, such as home and work, tell less than that. The last control "
        "takes off what a fact repeats, by one number for all.",
        "To be the only one who fits is not yet to be named. Somebody must hold a second list with a name on it.",
        "No system in China is modelled. The court’s list needs no such search: it prints the name.",
    ),
    tries=(
        "Blur everything by one step: the month, the province, the branch. How many are left?",
        "Say that each fact repeats half of the others. How fine must the facts be now?",
        "Choose the village. Which single fact is enough?",
    ),
    discover="Each fact fits millions, yet four or five together are expected to fit nobody else. Facts that "
    "repeat half of each other leave thousands, so finer facts are needed.",
    alt="Six bars, one below the other, each shorter than the one above by a large factor: from everyone else in the "
    "country down to fewer than one. The table gives the numbers.",
    sources=("sweeney2000", "demontjoye2013", "farzanehfar2021"),
    heights=(430, 430),
    caption="Invented shares. Each bar counts the others who still fit; red: fewer than one.",
)
