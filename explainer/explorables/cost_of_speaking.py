"""A cost on speaking: most fall silent, and stay so when the cost is gone."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden, lettering, marks
from explainer.explorables.contract import Bind, Choice, Draw, Explorable, Guess, Range
from explainer.models.cost_of_speaking import BLOCK, KEY, LARGEST_COST, PEOPLE

SPEAKS, HIDES, CONTENT = "@calm", "@accent", "@muted-mark"
RISING, FALLING = "@accent", "@calm"

WORDS = {
    "object_zero": "nobody privately objects",
    "object_one": "{n} privately objects",
    "object_other": "{n} privately object",
    "speak_zero": "nobody speaks",
    "speak_one": "{n} speaks",
    "speak_other": "{n} speak",
    "still_zero": "nobody speaks",
    "still_one": "{n} still speaks",
    "still_other": "{n} still speak",
    "spark_zero": "nobody speaks out",
    "spark_one": "{n} of the silent speaks out",
    "spark_other": "{n} of the silent speak out",
    "say_none": "Nobody privately objects, so nobody speaks, with or without a sanction.",
    "say_quiet": "Of 100 people {objecting}, yet nobody speaks, even without a sanction: each waits for others.",
    "say_free": "Of 100 people {objecting}, and {before}. No sanction has been added yet.",
    "say_sanction": "Of 100 people {objecting}. Before the sanction {before}; with a sanction of {cost} {under}.",
    "say_lifted": "Once it is lifted {after}.",
    "say_spark": "Then, without a sanction, {spark} at one moment, and in the end {after}.",
    "say_guess": "You guessed {guess} in the end.",
    "row_object": "Privately object",
    "row_before": "Speak before the sanction",
    "row_under": "Speak under a sanction of {cost}",
    "row_lifted": "Speak once it is lifted",
    "row_after": "Speak after {spark} spoke out at one moment",
    "row_needed": "Must speak out at one moment for all earlier voices to return",
    "row_cliff": "Largest fall as the sanction grows by one: to {cost}",
    "row_cliff_fall": "from {from} to {to}",
}


def draw(params: dict, result: dict, data: dict):
    """Above, a hundred people three times; below, the number of voices as the sanction rises and is lifted."""
    lower = {"xaxis": "x2", "yaxis": "y2"}
    line = {"type": "scatter", "mode": "lines"}
    traces = [
        marks(result["speaking_spots"], {"symbol": "square", "size": 6, "color": SPEAKS}),
        marks(
            result["hiding_spots"],
            {"symbol": "diamond-open", "size": 6, "color": HIDES, "line": {"color": HIDES, "width": 1.5}},
        ),
        marks(result["content_spots"], {"symbol": "circle", "size": 4, "color": CONTENT}),
        {
            **lettering(
                [4.5, BLOCK + 4.5, 2 * BLOCK + 4.5],
                [11, 11, 11],
                "%{text}: <b>%{customdata}</b>",
                "@ink",
                "middle center",
            ),
            "text": ["before", "sanction", "after"],
            "customdata": result["block_label"],
        },
        _key(0, -1.8, {"symbol": "square", "size": 6, "color": SPEAKS}, "speaks"),
        _key(
            8,
            -1.8,
            {"symbol": "diamond-open", "size": 8, "color": HIDES, "line": {"color": HIDES, "width": 1.5}},
            "objects, silent",
        ),
        _key(20.6, -1.8, {"symbol": "circle", "size": 5, "color": CONTENT}, "does not object"),
        {
            **lettering(result["guess_at"], [12.7], "your guess for the end: %{customdata}", "@ink", "middle center"),
            "customdata": result["guess_label"],
        },
        {
            **line,
            **lower,
            "x": [0, LARGEST_COST],
            "y": result["private_line"],
            "line": {"color": "@quiet", "width": 1.5, "dash": "dot"},
        },
        {
            **line,
            **lower,
            "x": result["rising_x"],
            "y": result["rising_y"],
            "line": {"color": RISING, "width": 2.5},
        },
        {
            **line,
            **lower,
            "x": result["falling_x"],
            "y": result["falling_y"],
            "line": {"color": FALLING, "width": 2.5, "dash": "dash"},
        },
        _here(result["here_x"], result["here_y"], {"symbol": "circle", "size": 10, "color": RISING}),
        _here(result["end_x"], result["end_y"], {"symbol": "triangle-left", "size": 12, "color": FALLING}),
        {
            **lettering([5, 25], [KEY, KEY], "%{text}", "@ink", "middle right"),
            **lower,
            "text": ["sanction grows", "is lifted"],
        },
        {**lettering([LARGEST_COST], result["private_at"], "privately object", "@quiet", "top left"), **lower},
    ]
    return figure(
        traces,
        x=hidden(range=[-0.8, 2 * BLOCK + 9.8]),
        y=hidden(range=[-2.6, 13.4], domain=[0.5, 1]),
        xaxis2=axis(
            "sanction: how many more must speak first",
            range=[0, LARGEST_COST],
            dtick=10,
            anchor="y2",
            showline=True,
            ticks="outside",
        ),
        yaxis2=axis(
            "people speaking",
            range=[-4, 130],
            tickvals=[0, 25, 50, 75, 100],
            domain=[0, 0.46],
            anchor="x2",
            showgrid=True,
        ),
        margin={"l": 50, "r": 14, "t": 4, "b": 44},
    )


def _here(x: list, y: list, marker: dict) -> dict:
    return {**marks({"x": x, "y": y}, marker), "xaxis": "x2", "yaxis": "y2", "cliponaxis": False}


def _key(x: float, y: float, marker: dict, text: str) -> dict:
    return {
        **lettering([x], [y], " " + text, "@ink", "middle right"),
        "mode": "markers+text",
        "marker": {"opacity": 1, **marker},
    }


EXPLORABLE = Explorable(
    name="cost-of-speaking",
    title="A cost just past a tipping point silences almost everyone, and lifting it does not bring the voices back",
    model="cost_of_speaking",
    controls=(
        Guess(
            "guess",
            "A cost is put on speaking, then taken away again. How many of the 100 speak in the end?",
            0,
            PEOPLE,
            1,
            "",
            why="The cost is gone and nobody has changed their mind. Why are so many still silent?",
        ),
        Range(
            "cost",
            "The sanction: how many more must speak before you dare",
            15,
            0,
            LARGEST_COST,
            1,
            help="Added to everyone's threshold. 0: no sanction.",
        ),
        Choice(
            "crowd",
            "Which crowd?",
            "drawn",
            {
                "drawn": "an ordinary crowd, drawn by chance",
                "chain": "each waits for one more than the last",
                "broken": "the same, but one person waits a little longer",
            },
            help="The second and third crowd are those of Mark Granovetter's paper of 1978.",
        ),
        Range("objecting", "How many of 100 privately object", 80, 0, PEOPLE, 5),
        Range(
            "middle",
            "Ordinary crowd: how many others an average person waits for",
            40,
            0,
            100,
            5,
            help="Only for the ordinary crowd.",
        ),
        Range(
            "spread",
            "Ordinary crowd: how much people differ in that",
            20,
            0,
            40,
            5,
            help="Standard deviation, in people. 0: all alike.",
        ),
        Range(
            "spark",
            "After it is lifted: how many speak out at one moment",
            0,
            0,
            PEOPLE,
            5,
            help="A surge, whatever sets it off.",
        ),
        Draw("seed", "Draw", 2014),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "speaking_spots.x"),
        Bind("data[0].y", "speaking_spots.y"),
        Bind("data[1].x", "hiding_spots.x"),
        Bind("data[1].y", "hiding_spots.y"),
        Bind("data[2].x", "content_spots.x"),
        Bind("data[2].y", "content_spots.y"),
        Bind("data[3].customdata", "block_label"),
        Bind("data[7].x", "guess_at"),
        Bind("data[7].customdata", "guess_label"),
        Bind("data[8].y", "private_line"),
        Bind("data[9].y", "rising_y"),
        Bind("data[10].x", "falling_x"),
        Bind("data[10].y", "falling_y"),
        Bind("data[11].x", "here_x"),
        Bind("data[11].y", "here_y"),
        Bind("data[12].y", "end_y"),
        Bind("data[14].y", "private_at"),
    ),
    columns=("Stage", "People of 100"),
    words=WORDS,
    assumptions=(
        "The people are invented. No study has measured how many voices in China a credit list has silenced.",
        "Everyone sees everyone and counts rightly. Where people see only some others, the fall may be slower or stop.",
        "A sanction is one number, the same for all. A real one falls on some and frightens the others.",
        "Private opinion stays as it is. If shame persuades people that they were wrong, fewer object, and that is "
        "another thing than silence.",
        "The model does not say whether what is silenced is a protest or a lie.",
    ),
    tries=(
        "Find the last sanction that almost everyone bears, and the next one.",
        "Lift it. How many must speak out at one moment before the rest come back?",
        "Take the crowd in which each waits for one more than the last, with a sanction of 1. Then let one person wait "
        "a little longer.",
    ),
    discover="A sanction a little above a tipping point silences nearly all who object, and when it is lifted the "
    "voices stay away until many speak out at one moment.",
    alt="Three blocks of a hundred people: before the sanction most are squares, which means that they speak; under "
    "it and after it is lifted nearly all who object are open diamonds, silent. Below, the number of voices falls off "
    "a cliff as the sanction rises and stays low as it is lifted.",
    sources=("granovetter1978", "kuran1989"),
    heights=(500, 500),
    caption="Invented people. A model of speech under a cost, not a measurement of China.",
)
