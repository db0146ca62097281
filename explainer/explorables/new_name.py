"""A new name: what a mark costs one who may start again, and one who may not."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden, lettering, marks
from explainer.explorables.contract import Bind, Choice, Explorable, Guess, Range
from explainer.models.new_name import LONGEST

PERSON, FIRM, CLEAN = "@accent", "@calm", "@muted-mark"

WORDS = {
    "year_one": "{n} year",
    "year_other": "{n} years",
    "say_no_mark": "This mark costs nothing, so nobody needs a new name.",
    "say_person": "The mark lasts {years} and costs the person {person} thousand yuan.",
    "say_keep": "It costs the firm just as much: the cheapest way to a new name would cost {other}, so the firm keeps "
    "its name.",
    "say_new": "The firm founds itself anew. That costs {firm} thousand, and the firm never loses more, however long "
    "the mark lasts.",
    "say_hired": "The firm founds itself anew under a hired head. That costs {firm} thousand, however long the mark "
    "lasts, and the one it hired wears it.",
    "say_hired_seen": "The firm founds itself anew under a hired head. With a chance of {seen} in 100 of being seen "
    "through, that costs {firm} thousand on average.",
    "say_dues": "Every honest newcomer loses {dues} thousand to mistrust.",
    "say_guess": "You guessed {guess}.",
    "row_person": "The person loses",
    "row_firm": "The firm loses, by its cheapest way",
    "row_keep": "Way: keep the name and wait",
    "row_new": "Way: a new name, the same head",
    "row_hired": "Way: a new name under a hired head",
    "row_dues": "Every newcomer loses to mistrust",
    "row_needed": "… and would have to lose at least this before a new name stops paying",
}


def draw(params: dict, result: dict, data: dict):
    """Above, who wears the mark in which year; below, what it costs for every term."""
    lower = {"xaxis": "x2", "yaxis": "y2"}
    line = {"type": "scatter", "mode": "lines"}
    traces = [
        marks(result["marked_spots"], {"symbol": "square", "size": 12, "color": PERSON}),
        marks(
            result["clean_spots"],
            {"symbol": "circle-open", "size": 9, "color": CLEAN, "line": {"color": CLEAN, "width": 1.5}},
        ),
        marks({"x": result["star_at"], "y": [2]}, {"symbol": "star", "size": 15, "color": FIRM}),
        lettering([0.5], [3.44], "<b>the person</b>", "@ink", "middle right"),
        lettering(result["kept_at"], [2.44], "<b>the firm</b> keeps its name", "@ink", "middle right"),
        lettering(result["fresh_at"], [2.44], "<b>the firm</b> under a new name", "@ink", "middle right"),
        lettering(result["hired_at"], [1.44], "<b>the head</b> whom it hired", "@ink", "middle right"),
        lettering(result["nobody_at"], [1.44], "nobody was hired", "@quiet", "middle right"),
        _key(0.62, 0.24, {"symbol": "square", "size": 12, "color": PERSON}, "year under the mark"),
        _key(
            6.6,
            0.24,
            {"symbol": "circle-open", "size": 9, "color": CLEAN, "line": {"color": CLEAN, "width": 1.5}},
            "clean year",
        ),
        {
            **line,
            **lower,
            "x": result["guess_x"],
            "y": result["guess_line"],
            "line": {"color": "@quiet", "width": 1.5, "dash": "dot"},
        },
        {
            **line,
            **lower,
            "x": result["terms"],
            "y": result["person_line"],
            "line": {"color": PERSON, "width": 2.5},
        },
        {
            **line,
            **lower,
            "x": result["terms"],
            "y": result["firm_line"],
            "line": {"color": FIRM, "width": 3, "dash": "dash"},
        },
        {
            **marks(
                {"x": result["now_x"], "y": result["person_y"]}, {"symbol": "circle", "size": 12, "color": PERSON}
            ),
            **lower,
            "cliponaxis": False,
        },
        {
            **marks({"x": result["now_x"], "y": result["firm_y"]}, {"symbol": "star", "size": 15, "color": FIRM}),
            **lower,
            "cliponaxis": False,
        },
        {
            **_key(0.25, 965, {"symbol": "circle", "size": 12, "color": PERSON}, "person loses %{customdata:.0f}"),
            **lower,
            "customdata": result["person_label"],
        },
        {
            **_key(5.4, 965, {"symbol": "star", "size": 15, "color": FIRM}, "firm loses %{customdata:.0f}"),
            **lower,
            "customdata": result["firm_label"],
        },
        {
            **lettering(result["guess_at"], [870], "┄ your guess: %{customdata:.0f}", "@ink", "middle right"),
            **lower,
            "customdata": result["guess_label"],
        },
    ]
    return figure(
        traces,
        x=hidden(range=[-0.4, LONGEST + 0.6]),
        y=hidden(range=[0, 3.75], domain=[0.5, 1]),
        xaxis2=axis(
            "years that the mark lasts",
            range=[0, LONGEST],
            dtick=2,
            anchor="y2",
            showline=True,
            ticks="outside",
        ),
        yaxis2=axis(
            "loss (thousand yuan)",
            range=[0, 1020],
            tickvals=[0, 200, 400, 600, 800],
            domain=[0, 0.47],
            anchor="x2",
            showgrid=True,
        ),
        margin={"l": 52, "r": 16, "t": 4, "b": 44},
    )


def _key(x: float, y: float, marker: dict, text: str) -> dict:
    return {**lettering([x], [y], " " + text, "@ink", "middle right"), "mode": "markers+text", "marker": {"opacity": 1, **marker}}


EXPLORABLE = Explorable(
    name="new-name",
    title="A firm's loss stops at the price of a new name; a person's stops when the mark ends",
    model="new_name",
    controls=(
        Guess(
            "guess",
            "The same mark falls on a person and on a firm. How much does the firm lose?",
            0,
            400,
            10,
            " thousand yuan",
            why="The same rule, the same breach. What can the firm do that the person cannot?",
        ),
        Range("years", "How long the mark lasts", 3, 0, LONGEST, 1, " years"),
        Range(
            "bite",
            "What the mark takes of a yearly income of 100",
            50,
            0,
            80,
            10,
            " thousand yuan",
        ),
        Range("price", "Price of founding a new firm", 40, 0, 400, 10, " thousand yuan"),
        Range(
            "dues",
            "What every newcomer loses to mistrust",
            30,
            0,
            400,
            10,
            " thousand yuan",
            help="Banks and buyers put less trust in a firm without a past. The honest newcomer bears this loss too.",
        ),
        Choice(
            "follows",
            "The mark follows",
            "firm",
            {
                "firm": "the firm's name alone",
                "head": "its registered head too",
                "control": "whoever controls the firm",
            },
            help="The registered head is the legal representative.",
        ),
        Range("fee", "Fee for a head in name", 60, 0, 400, 10, " thousand yuan"),
        Range(
            "seen",
            "Chance that the office sees through the hired head",
            30,
            0,
            100,
            10,
            "%",
            help="Counts only if the mark follows whoever controls the firm.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "marked_spots.x"),
        Bind("data[0].y", "marked_spots.y"),
        Bind("data[1].x", "clean_spots.x"),
        Bind("data[1].y", "clean_spots.y"),
        Bind("data[2].x", "star_at"),
        Bind("data[4].x", "kept_at"),
        Bind("data[5].x", "fresh_at"),
        Bind("data[6].x", "hired_at"),
        Bind("data[7].x", "nobody_at"),
        Bind("data[10].x", "guess_x"),
        Bind("data[10].y", "guess_line"),
        Bind("data[11].y", "person_line"),
        Bind("data[12].y", "firm_line"),
        Bind("data[13].x", "now_x"),
        Bind("data[13].y", "person_y"),
        Bind("data[14].x", "now_x"),
        Bind("data[14].y", "firm_y"),
        Bind("data[15].customdata", "person_label"),
        Bind("data[16].customdata", "firm_label"),
        Bind("data[17].x", "guess_at"),
        Bind("data[17].customdata", "guess_label"),
    ),
    columns=("What", "Thousand yuan"),
    words=WORDS,
    assumptions=(
        "All sums are invented. They are not the fees or fines of any Chinese rule. Three years are the longest that the "
        "order of 2026 lets a serious record be shown; other marks last longer or shorter.",
        "The firm calculates and has no conscience. It can leave its debts and its name behind; a study of listed "
        "Chinese firms reports that they find it hard to leave the market. A higher price stands for that.",
        "A person cannot take a new name. Only the end of the mark helps, or repair, which is a shorter mark.",
        "The hired head is a person, marked for as long as the firm would have been. Where the office may see through "
        "the hiring, the upper picture shows the case in which it does not.",
        "A mark that follows a person may hit one who has left the firm or never ran it. The model does not count it.",
    ),
    tries=(
        "Make the mark last ten years. Whose loss grows?",
        "Let the mark follow the registered head. Who wears it now?",
        "Let newcomers lose so much that a new name stops paying. What does that cost the honest?",
    ),
    discover="The firm's loss is capped by the price of a new name, the person's only by the end of the mark. A mark "
    "that follows the registered head raises the price by the fee of a hired one and moves the mark to that person.",
    alt="Above, rows of ten years: the person's first three are squares, under the mark; the firm starts again under a "
    "new name and all its years are clean circles. Below, the person's loss rises with every year of the mark and the "
    "firm's stays flat.",
    sources=("friedman2001", "huangxinzhuo"),
    heights=(460, 460),
    caption="Invented sums. A model of a rule with a gap, not of any firm.",
)
