"""A list that is almost always right, over a very large population: who is on it by mistake, and who stays."""

from __future__ import annotations

from explainer.charts.figure import figure, hidden, words
from explainer.explorables.contract import Bind, Choice, Explorable, Guess, Range
from explainer.models.wrong_list import ACROSS

STANDS, MENDED, RIGHT = "@accent", "@warn", "@muted-mark"
BARS = ("neither notice nor appeal", "notice alone", "appeal alone", "both, as set")
KEY = ("by mistake, and still there", "by mistake, taken off in time", "rightly listed")

WORDS = {
    "person_one": "person",
    "person_other": "people",
    "none": "none",
    "stand_one": "stands",
    "stand_other": "stand",
    "stands_one": "still stands",
    "stands_other": "still stand",
    "say_empty": "Nobody is on the list: in whole people, none is expected there.",
    "say_none": "Nobody is on the list by mistake; {listed} {stand} on it rightly.",
    "say_mistakes": "A list that is right about {right} of {crowd} {person} still holds {mistakes} by mistake.",
    "say_of_100": "That is {of_100} of every 100 listed.",
    "say_left": "With notice and appeal as set, {left} {stands} after two years; with appeal alone {alone}; with notice "
    "alone {mistakes}.",
    "say_guess": "You guessed {n} of 100.",
    "row_rightly_listed": "rightly on the list",
    "row_mistakes": "on it by mistake",
    "row_missed": "missed: belongs on it",
    "row_free": "rightly not on it",
    "row_month_one": "by mistake, after {n} month",
    "row_month_other": "by mistake, after {n} months",
}


def draw(params: dict, result: dict, data: dict):
    """Above, a hundred of those listed; below, the mistakes that stand after two years, four ways."""
    traces = [
        _people(result["right_spots"], {"symbol": "circle", "size": 7, "color": RIGHT}),
        _people(
            result["mended_spots"],
            {"symbol": "diamond-open", "size": 10, "color": MENDED, "line": {"color": MENDED, "width": 2}},
        ),
        _people(result["standing_spots"], {"symbol": "diamond", "size": 11, "color": STANDS}),
        {
            **words([0] * 3, [-5.1, -6.1, -7.1], ["  " + each for each in KEY]),
            "mode": "markers+text",
            "marker": {
                "symbol": ["diamond", "diamond-open", "circle"],
                "color": [STANDS, MENDED, RIGHT],
                "size": [11, 10, 7],
                "line": {"width": [0, 2, 0], "color": [STANDS, MENDED, RIGHT]},
                "opacity": 1,
            },
        },
        {
            **words([19.6] * 3, [-5.1, -6.1, -7.1], [], position="middle left"),
            "texttemplate": "%{customdata}",
            "customdata": result["key_counts"],
        },
        words(result["empty"], [-2], ["nobody is on the list"], position="middle center"),
        {
            **words(result["guess_at"], [-8.1], [], position="middle left"),
            "texttemplate": "your guess of mistakes: %{customdata}",
            "customdata": result["guess_label"],
        },
        {
            "type": "bar",
            "orientation": "h",
            "x": result["bars"],
            "y": [0, -1, -2, -3],
            "width": 0.34,
            "marker": {"color": STANDS, "line": {"width": 0}},
            "xaxis": "x2",
            "yaxis": "y2",
        },
        {**words([0] * 4, [0.42, -0.58, -1.58, -2.58], list(BARS)), "xaxis": "x2", "yaxis": "y2"},
        {
            **words([100] * 4, [0.42, -0.58, -1.58, -2.58], [], position="middle left"),
            "texttemplate": "%{customdata:,}",
            "customdata": result["numbers"],
            "xaxis": "x2",
            "yaxis": "y2",
        },
        {
            **words([0], [1.12], ["<b>By mistake on the list after two years</b>"]),
            "xaxis": "x2",
            "yaxis": "y2",
        },
        words([-0.6], [0.95], ["<b>Of 100 people put on the list</b>"]),
    ]
    return figure(
        traces,
        x=hidden(range=[-0.6, ACROSS - 0.4]),
        y=hidden(range=[-8.6, 1.5], domain=[0.45, 1], anchor="x"),
        xaxis2=hidden(range=[0, 100], anchor="y2"),
        yaxis2=hidden(range=[-3.3, 1.5], domain=[0, 0.43], anchor="x2"),
        margin={"l": 12, "r": 12, "t": 4, "b": 4},
    )


def _people(at: dict, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": at["x"],
        "y": at["y"],
        "marker": {"opacity": 1, **marker},
        "cliponaxis": False,
    }


EXPLORABLE = Explorable(
    name="wrong-list",
    title="Judge everyone in a country, and a list that is 99.9% right holds over a million by mistake",
    model="wrong_list",
    controls=(
        Guess(
            "guess",
            "Of 100 people put on the list, how many are there by mistake?",
            0,
            100,
            1,
            why="The list errs once in a thousand. Why so many of those listed?",
        ),
        Choice(
            "crowd",
            "People judged",
            "country",
            {
                "country": "a country of 1.4 billion",
                "county": "a county of 1 million",
                "village": "a village of 1,000",
                "one": "one person",
            },
        ),
        Range("right", "How often the list is right", 99.9, 90, 100, 0.1, "%"),
        Range("belongs", "People in 1,000 who belong on it", 6, 0, 100, 1),
        Range("notice", "Notice: told when they are listed", 80, 0, 100, 10, "%"),
        Range(
            "chance",
            "Of the rest, how many find out in a month",
            2,
            0,
            100,
            1,
            "%",
            help="By a ticket that is refused, or a loan.",
        ),
        Range(
            "appeal",
            "Appeal: complaints of the wrongly listed that are upheld",
            80,
            0,
            100,
            10,
            "%",
        ),
        Range("wait", "Months from knowing to being taken off", 1, 0, 24, 1),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "right_spots.x"),
        Bind("data[0].y", "right_spots.y"),
        Bind("data[1].x", "mended_spots.x"),
        Bind("data[1].y", "mended_spots.y"),
        Bind("data[2].x", "standing_spots.x"),
        Bind("data[2].y", "standing_spots.y"),
        Bind("data[4].customdata", "key_counts"),
        Bind("data[5].x", "empty"),
        Bind("data[6].x", "guess_at"),
        Bind("data[6].customdata", "guess_label"),
        Bind("data[7].x", "bars"),
        Bind("data[9].customdata", "numbers"),
    ),
    columns=("People", "If nothing is mended", "As set"),
    words=WORDS,
    assumptions=(
        "No error rate of any Chinese list is published. The 99.9% is a figure to think with, not an estimate.",
        "Everyone is judged once in two years, and judged alike. In truth a court looks only at people with an unpaid "
        "judgment, so far fewer can be hit by mistake: choose a smaller crowd.",
        "A listing made by mistake lasts two years unless it is mended; who is rightly listed stays throughout.",
        "Nobody who belongs on the list gets off by appealing. More appeals would also cost time, which is left out.",
        "The four bars use the same settings; “alone” sets the other to nothing.",
        "That 2 in 100 find out in a month is invented. At 20, appeal alone takes off most.",
    ),
    tries=(
        "Raise “People in 1,000 who belong on it”. How many must belong there before fewer than five of 100 listed are "
        "there by mistake?",
        "Give everyone notice and nobody an appeal. Then the other way round.",
        "Keep notice and appeal, and let each case take a year. What is a right worth that comes late?",
    ),
    discover="A list that errs once in a thousand holds over a million of 1.4 billion by mistake. Notice without appeal "
    "takes nobody off, appeal without notice few, as long as few find out by themselves; together they take off most.",
    alt="A hundred marks, some of them diamonds for people listed by mistake. Below, four bars: neither notice nor appeal "
    "and notice alone are equally long, appeal alone a little shorter, both together short.",
    sources=("gigerenzer1995", "spc2017defaulters"),
    heights=(520, 520),
    caption="This list judges everyone. A court looks only at people with an unpaid judgment, so it can wrong far fewer. "
    "Arithmetic, not a finding: nobody has published how often a Chinese list errs.",
)
