"""A ban that lowers income: the same households with it and without it, and how much of the listing it made itself."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden, label, lettering
from explainer.explorables.contract import Bind, Draw, Explorable, Guess, Range
from explainer.models.earning_ban import HARSHEST, HOUSEHOLDS, MONTHS, STEP

# What becomes of a household: its mark, and its words in the key.
KINDS = (
    ({"symbol": "circle", "size": 5, "color": "@muted-mark"}, "never listed"),
    ({"symbol": "circle-open", "size": 9, "color": "@calm", "line": {"width": 2}}, "climbed out"),
    ({"symbol": "star-open", "size": 10, "color": "@quiet", "line": {"width": 1.5}}, "let off, owes still"),
    ({"symbol": "diamond", "size": 9, "color": "@ink"}, "listed either way"),
    ({"symbol": "square", "size": 9, "color": "@accent"}, "listed by the ban"),
    ({"symbol": "triangle-up", "size": 9, "color": "@good"}, "refused, pay now"),
    ({"symbol": "x", "size": 8, "color": "@warn"}, "refuse still"),
)

WORDS = {
    "month_one": "{n} month",
    "month_other": "{n} months",
    "household_one": "{n} household that cannot pay is listed",
    "household_other": "{n} households that cannot pay are listed",
    "say_none": "No household falls behind for longer than the grace allows, so there is nothing for the ban to make "
    "worse.",
    "say_no_ban": "Nothing is taken from the listed: {months} on the list, none of them made by a ban.",
    "say_made": "Of {months} that households spend on the list because they cannot pay, the ban itself made {made} "
    "({share}).",
    "say_made_none": "Of {months} that households spend on the list because they cannot pay, the ban made none.",
    "say_fewer": "Households that cannot pay spend {months} on the list with the ban and {months_without} without it: "
    "where stays are long, the term ends them.",
    "say_climbed": "{ever}; free of the debt and of the list after three years: {climbed}, against "
    "{climbed_without} without the ban.",
    "say_let_off_one": "The term let {let_off} off the list that still owes.",
    "say_let_off_other": "The term let {let_off} off the list that still owe.",
    "say_climbed_now": "{ever}; free of the debt and of the list after three years: {climbed}.",
    "say_refuse": "Of {refuse} that could pay and will not, the ban moves {paying}.",
    "say_unpaid": "Unpaid at the end, in months of income: {unpaid}, against {unpaid_without} without the ban.",
    "say_unpaid_now": "Unpaid at the end, in months of income: {unpaid}.",
    "say_guess": "You guessed {guess}.",
    "row_months": "Months on the list, all who cannot pay",
    "row_end": "On the list at the end, who cannot pay",
    "row_climbed": "Listed once, off it at the end",
    "row_let_off": "Let off by the term, still owing",
    "row_paying": "Could pay, would not, and pay now",
    "row_unpaid": "Unpaid at the end (months’ incomes)",
    "row_curve": "Months on the list if a listing took {ban} of income",
    "nothing": "–",
}


def draw(params: dict, result: dict, data: dict):
    """Above, what became of 100 households; below, the share of listing that the ban made, against its size."""
    lower = {"xaxis": "x2", "yaxis": "y2"}
    icons = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": result["marks"][i]["x"],
            "y": result["marks"][i]["y"],
            "marker": {"opacity": 1, **mark},
        }
        for i, (mark, _) in enumerate(KINDS)
    ]
    key = [
        _key(-0.2 + 12.8 * (i % 2), -4.6 - 1.15 * (i // 2), mark, name, result["counts"][i])
        for i, (mark, name) in enumerate(KINDS)
    ]
    curve = [
        {
            "type": "scatter",
            "mode": "lines",
            **lower,
            "x": [STEP * i for i in range(HARSHEST // STEP + 1)],
            "y": result["curve"],
            "line": {"color": "@accent", "width": 2.5},
        },
        {
            "type": "scatter",
            "mode": "lines",
            **lower,
            "x": result["left_bar"],
            "y": [114, 114],
            "line": {"color": "@calm", "width": 6},
        },
        {
            "type": "scatter",
            "mode": "lines",
            **lower,
            "x": result["guess_span"],
            "y": result["guess_line"],
            "line": {"color": "@ink", "width": 1.5, "dash": "dot"},
        },
        {
            "type": "scatter",
            "mode": "markers",
            **lower,
            "x": result["now_x"],
            "y": result["now_y"],
            "marker": {"symbol": "square", "size": 11, "color": "@accent", "opacity": 1},
        },
        {
            **lettering(result["label_x"], result["label_y"], " <b>%{customdata}%</b> ", "@accent", result["label_side"]),
            **lower,
            "customdata": result["now_label"],
        },
        {
            "type": "scatter",
            "mode": "markers",
            **lower,
            "x": result["best_x"],
            "y": [-13],
            "marker": {"symbol": "triangle-up", "size": 11, "color": "@good", "opacity": 1},
            "cliponaxis": False,
        },
        {
            **lettering(result["guess_at"], [-62], "dotted: your guess, %{customdata}%", "@ink", "middle right"),
            **lower,
            "customdata": result["guess_label"],
        },
    ]
    return figure(
        [*icons, *key, *curve],
        x=hidden(range=[-0.9, 24.9], domain=[0, 1]),
        y=hidden(range=[-8.75, 0.8], domain=[0.54, 1]),
        xaxis2=axis(
            "income that a listing takes away (%)",
            range=[-1.5, HARSHEST + 1.5],
            tickvals=[0, 10, 20, 30, 40, 50, 60],
            anchor="y2",
            domain=[0.1, 1],
        ),
        yaxis2=axis(
            range=[-72, 172],
            tickvals=[0, 50, 100],
            ticktext=["0", "50", "100%"],
            domain=[0, 0.5],
            anchor="x2",
            showgrid=True,
        ),
        annotations=[
            _note("<b>■ share of listed months that the ban made</b>", 160, "@accent"),
            _note("▬ what the households have left each month", 136, "@calm"),
            _note("▲ with a ban of this size, least stays unpaid", -38, "@good"),
        ],
        margin={"l": 8, "r": 8, "t": 4, "b": 44},
    )


def _note(text: str, y: float, colour: str) -> dict:
    return label(text, 0.1, y, colour, xref="paper", yref="y2", font={"size": 12.5, "color": colour})


def _key(x: float, y: float, marker: dict, name: str, number: list) -> dict:
    return {
        **lettering([x], [y], f" {name}: %{{customdata}}", "@ink", "middle right"),
        "mode": "markers+text",
        "customdata": number,
        "marker": {"opacity": 1, **marker},
    }


EXPLORABLE = Explorable(
    name="earning-ban",
    title="A ban that lowers earnings itself causes much of the time that people spend on the list",
    model="earning_ban",
    controls=(
        Guess(
            "guess",
            "A listing takes away 20% of income. Of the months that people who cannot pay spend on the list, what "
            "share did "
            "that ban itself make?",
            0,
            100,
            1,
            "%",
            why="The first arrears came from bad luck. Where do the others come from?",
        ),
        Range("cut", "Income that a listing takes away", 20, 0, HARSHEST, STEP, "%"),
        Range(
            "margin", "Income left each month, on average", 25, 5, 40, 5, "%", help="After living and the payment due."
        ),
        Range("risk", "Chance of a bad month", 3, 0, 10, 1, "%"),
        Range("shock", "What a bad month costs", 2, 0, 6, 0.5, " months’ income"),
        Range("grace", "Months of grace before a listing", 1, 0, 6, 1),
        Range(
            "term",
            "A listing ends after",
            24,
            6,
            MONTHS,
            6,
            " months",
            help="For those who cannot pay. 36: no end within the three years looked at.",
        ),
        Range("refuse", "Households that could pay and will not", 20, 0, HOUSEHOLDS // 2, 5),
        Draw("seed", "Draw", 2013),
    ),
    figure=draw,
    bindings=(
        *(Bind(f"data[{i}].{c}", f"marks[{i}].{c}") for i in range(len(KINDS)) for c in ("x", "y")),
        *(Bind(f"data[{len(KINDS) + i}].customdata", f"counts[{i}]") for i in range(len(KINDS))),
        Bind("data[14].y", "curve"),
        Bind("data[15].x", "left_bar"),
        Bind("data[16].x", "guess_span"),
        Bind("data[16].y", "guess_line"),
        Bind("data[17].x", "now_x"),
        Bind("data[17].y", "now_y"),
        Bind("data[18].x", "label_x"),
        Bind("data[18].y", "label_y"),
        Bind("data[18].textposition", "label_side"),
        Bind("data[18].customdata", "now_label"),
        Bind("data[19].x", "best_x"),
        Bind("data[20].x", "guess_at"),
        Bind("data[20].customdata", "guess_label"),
    ),
    columns=("What", "With the ban", "Without it"),
    words=WORDS,
    assumptions=(
        "Everything is invented. No study was found that measures what a listing takes from earnings; the slider "
        "asks what "
        "would follow if it took so much.",
        "The same households meet the same bad months twice, with the ban and without it. So the difference is the "
        "ban’s own "
        "work, to the month.",
        "Whoever is behind for longer than the grace is listed. The real rule asks for a judgment and one of six grounds, "
        "and courts are told not to list those who cannot pay. The model shows what happens where that is not kept.",
        "A household is off the list once it owes nothing, or once the term is over; then it still owes, and is not "
        "listed again for that debt. The opening term of two years is the shortest of five of the court's six grounds. "
        "Searches that find nothing may end a listing sooner, and a bankruptcy the debt; neither is in the model.",
        "Those who will not pay give in when the loss is large enough, each at a point of their own up to 50%. If "
        "they gave in "
        "sooner, the ban would do better.",
        "Nobody works harder from fear, and no relative helps.",
    ),
    tries=(
        "At the start the green triangle stands under the square: of all bans this one leaves least unpaid. Who pays for "
        "that?",
        "Let a listing end after six months, then after three years. What does the term mend, and what not?",
        "Nobody refuses: is there any ban that helps the lender?",
    ),
    discover="At the first settings about half or more of the months on the list are made by the ban. Once it takes more "
    "than a household has left each month, hardly anyone climbs out before the term. A mild ban brings in money from those "
    "who refuse; a harsh one loses it again.",
    alt="A hundred marks for households: never listed, climbed out, let off by the term, listed either way, listed by "
    "the ban, and two kinds of refusers. Below, a curve of the share of months on the list that the ban made, rising "
    "with the ban. The numbers "
    "stand below.",
    sources=("liudelayed2018", "oneil2016"),
    heights=(560, 560),
    caption="One hundred invented households over three years. The ban stands for all that a listing does to earnings.",
)
