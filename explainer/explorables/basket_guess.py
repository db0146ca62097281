"""A guess from harmless purchases: how sure the rule is, and how many of those it marks it gets right."""

from __future__ import annotations

from explainer.charts.figure import figure, hidden, words
from explainer.explorables.contract import Bind, Explorable, Guess, Range
from explainer.models.basket_guess import ACROSS, PEOPLE

RIGHT, WRONG, QUIET = "@calm", "@accent", "@muted-mark"
LAST = 0 - (PEOPLE // ACROSS - 1)  # the lowest row of people

WORDS = {
    "does_one": "really falls behind",
    "does_other": "really fall behind",
    "others_one": "other does not",
    "others_other": "others do not",
    "who_one": "who falls behind",
    "who_other": "who fall behind",
    "is_one": "is",
    "is_other": "are",
    "say_no_facts": "With no purchase to go by, the rule knows only how common it is: {belief}.",
    "say_belief_one": "Of whoever shows that one purchase the rule is {belief} sure.",
    "say_belief_other": "Of whoever shows all {facts} purchases the rule is {belief} sure.",
    "say_cannot_one": "By the rule nobody can show that purchase.",
    "say_cannot_other": "By the rule nobody can show all {facts} purchases.",
    "say_mixed_one": "It marks one person of {people}.",
    "say_mixed_other": "It marks {marked} people of {people}: {right} {does}, {wrong} {others}.",
    "say_all_right_one": "It marks one person of {people} and is right.",
    "say_all_right_other": "It marks {marked} people of {people} and is right each time.",
    "say_all_wrong_one": "It marks one person of {people} and is wrong.",
    "say_all_wrong_other": "It marks {marked} people of {people} and is wrong each time.",
    "say_none_missed": "Nobody who falls behind is missed.",
    "say_nobody": "It marks nobody of {people}.",
    "say_missed": "Of the {having} {who}, {missed} {is} not marked.",
    "say_guess": "You guessed {n} of 100.",
    "row_has": "falls behind with payments",
    "row_lacks": "does not",
    "row_all": "all",
}


def draw(params: dict, result: dict, data: dict):
    """Two bars, belief above fact; below, two hundred people in four kinds of mark."""
    traces = [
        _bar(result["belief_bar"], 0, "@ink"),
        _bar(result["fact_bar"], -1, RIGHT),
        words([0, 0], [0.42, -0.58], ["How sure the rule is", "How many of 100 it marks it gets right"]),
        _number(result["belief_at"], result["belief_label"], [0.42]),
        _number(result["fact_at"], result["fact_label"], [-0.58]),
        words(result["none_belief"], [0], ["by the rule, nobody can fit"]),
        words(result["none_fact"], [-1], ["nobody is marked"]),
        {
            "type": "scatter",
            "mode": "lines",
            "x": result["guess_line"],
            "y": [-0.8, -1.2],
            "line": {"color": "@ink", "width": 3, "dash": "dot"},
        },
        {
            **words(result["guess_at"], [-1.44], [], position="middle left"),
            "texttemplate": "dotted: your guess, %{customdata}",
            "customdata": result["guess_label"],
        },
        _people(result["alone_spots"], {"symbol": "circle", "size": 5, "color": QUIET}),
        _people(
            result["missed_spots"],
            {"symbol": "square-open", "size": 10, "color": RIGHT, "line": {"color": RIGHT, "width": 2}},
        ),
        _people(result["wrong_spots"], {"symbol": "x", "size": 10, "color": WRONG}),
        _people(result["right_spots"], {"symbol": "square", "size": 11, "color": RIGHT}),
        _key(
            ["square", "x", "square-open", "circle"],
            [RIGHT, WRONG, RIGHT, QUIET],
            ["marked, falls behind", "marked, does not", "not marked, falls behind", "not marked, does not"],
        ),
        {
            **words([19.6] * 4, [LAST - 1.25 - i * 0.95 for i in range(4)], [], position="middle left"),
            "texttemplate": "%{customdata}",
            "customdata": result["key_counts"],
            "xaxis": "x2",
            "yaxis": "y2",
        },
    ]
    return figure(
        traces,
        x=hidden(range=[-0.4, 100.4]),
        y=hidden(range=[-1.7, 0.75], domain=[0.73, 1], anchor="x"),
        xaxis2=hidden(range=[-0.6, ACROSS - 0.4], anchor="y2"),
        yaxis2=hidden(range=[LAST - 4.7, 0.7], domain=[0, 0.71], anchor="x2"),
        barmode="overlay",
        margin={"l": 12, "r": 12, "t": 4, "b": 4},
    )


def _bar(value: list, y: float, colour: str) -> dict:
    return {
        "type": "bar",
        "orientation": "h",
        "x": value,
        "y": [y],
        "width": 0.34,
        "marker": {"color": colour, "line": {"width": 0}},
    }


def _number(x: list, value: list, y: list) -> dict:
    return {**words(x, y, [], position="middle left"), "texttemplate": "<b>%{customdata}</b> of 100", "customdata": value}


def _people(at: dict, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": at["x"],
        "y": at["y"],
        "marker": {"opacity": 1, **marker},
        "xaxis": "x2",
        "yaxis": "y2",
        "cliponaxis": False,
    }


def _key(symbols: list, colours: list, text: list) -> dict:
    """The kinds of mark, named, below the people."""
    return {
        **words([0] * 4, [LAST - 1.25 - i * 0.95 for i in range(4)], ["  " + each for each in text]),
        "mode": "markers+text",
        "marker": {"symbol": symbols, "color": colours, "size": [11, 10, 10, 6], "opacity": 1, "line": {"width": [0, 0, 2, 0], "color": colours}},
        "xaxis": "x2",
        "yaxis": "y2",
    }


EXPLORABLE = Explorable(
    name="basket-guess",
    title="A rule can be four fifths sure and wrong about most of those it marks",
    model="basket_guess",
    controls=(
        Guess(
            "guess",
            "Of 100 people whom the rule marks, how many really fall behind?",
            0,
            100,
            5,
            why="It was so sure. Where did it count the same thing twice?",
        ),
        Range("common", "How many fall behind with payments", 5, 0, 100, 1, "%"),
        Range(
            "facts",
            "Purchases that must all fit",
            4,
            0,
            5,
            1,
            help="In this order: bought games, ordered food after midnight, paid in instalments, topped up a phone by small "
            "sums, bought no nappies.",
        ),
        Range("with_trait", "Each purchase is shown by this share of those who fall behind", 60, 0, 100, 5, "%"),
        Range("without", "…and by this share of everyone else", 20, 0, 100, 5, "%"),
        Range(
            "together",
            "How far purchases hang together",
            50,
            0,
            100,
            10,
            "%",
            help="0: each purchase is a separate clue. 100: whoever makes one makes all, so the others tell nothing new.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "belief_bar"),
        Bind("data[1].x", "fact_bar"),
        Bind("data[3].x", "belief_at"),
        Bind("data[3].customdata", "belief_label"),
        Bind("data[4].x", "fact_at"),
        Bind("data[4].customdata", "fact_label"),
        Bind("data[5].x", "none_belief"),
        Bind("data[6].x", "none_fact"),
        Bind("data[7].x", "guess_line"),
        Bind("data[8].x", "guess_at"),
        Bind("data[8].customdata", "guess_label"),
        Bind("data[9].x", "alone_spots.x"),
        Bind("data[9].y", "alone_spots.y"),
        Bind("data[10].x", "missed_spots.x"),
        Bind("data[10].y", "missed_spots.y"),
        Bind("data[11].x", "wrong_spots.x"),
        Bind("data[11].y", "wrong_spots.y"),
        Bind("data[12].x", "right_spots.x"),
        Bind("data[12].y", "right_spots.y"),
        Bind("data[14].customdata", "key_counts"),
    ),
    columns=("People", "Marked", "Not marked", "All"),
    words=WORDS,
    assumptions=(
        "Trait, purchases and shares are invented. No document shows that Sesame Credit or a state system uses them.",
        "The rule multiplies its clues as if each were new (naive Bayes). A careful modeller would test this and mend it.",
        "In the model world a part of all shopping is all-or-nothing. That is the simplest way to let clues repeat each "
        "other.",
        "Expected numbers, in whole people: chance would scatter a real two hundred around them.",
        "The key figure is who is wrong among the marked. Whether it matters depends on what being marked costs.",
    ),
    tries=(
        "Set “hang together” to 0. The rule’s belief is honest now. How many does it still find?",
        "Ask for one purchase more. What happens to the belief, and what to the marked?",
        "Make it common: half of all fall behind. Is the rule better, or only the crowd different?",
    ),
    discover="When clues repeat each other the naive rule counts one habit several times and grows surer than it is "
    "right; then most of those it marks do not have the trait. Where clues are separate, its belief is honest.",
    alt="Two bars: how sure the rule is, long, and how many of those it marks it gets right, short. Below, two hundred "
    "people; of those marked, crosses for wrong far outnumber squares for right.",
    sources=("gigerenzer1995", "rish2001", "caixinscores2015"),
    heights=(520, 500),
    caption="Two hundred invented people and a rule that nobody is known to use.",
)
