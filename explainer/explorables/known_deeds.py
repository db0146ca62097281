"""Known deeds: when a record of who helped keeps a village helping, and when it does not."""

from __future__ import annotations

from explainer.charts.figure import axis, figure, hidden, lettering
from explainer.explorables.contract import Bind, Draw, Explorable, Guess, Range, Switch
from explainer.models.known_deeds import COLUMNS, PEOPLE, SEASONS

LOOKS, ALWAYS, NEVER = "@calm", "@good", "@accent"
LOWER = {"xaxis": "x2", "yaxis": "y2"}

WORDS = {
    "are_one": "is",
    "are_other": "are",
    "stand_one": "stands",
    "stand_other": "stand",
    "cheat_one": "never helps",
    "cheat_other": "never help",
    "say_met": "In the end {met} of 100 requests for help {are} met, and {never} of 100 people {cheat}.",
    "say_marked": "In the end {met} of 100 requests for help {are} met, and {never} of 100 people {cheat}; of the {decent} "
    "who are ready to help, {marked} {stand} in the record as bad.",
    "say_marked_all": "In the end {met} of 100 requests for help {are} met, and {never} of 100 people {cheat}; everyone who "
    "is ready to help ({marked}) stands in the record as bad.",
    "say_no_cheats": "Nobody began as a cheat, so there was no cheat to copy.",
    "say_needed": "Records are known {known} of the time; the published limit is {limit}, and with this start and these "
    "records the model needs {needed}.",
    "say_never_enough": "Records are known {known} of the time; the published limit is {limit}, but with this start and "
    "these records no share would do.",
    "say_guess": "You guessed {guess}.",
    "row_looks": "Look first, then help",
    "row_always": "Help everyone",
    "row_never": "Never help",
    "row_met": "Requests met, of 100, in this village",
    "row_expected": "Requests met, of 100, in the model without chance",
    "row_marked": "Ready to help, but standing as bad",
    "row_limit": "Published limit: cost divided by benefit",
    "row_needed": "Records known, needed with this start",
    "none": "–",
    "nothing_is_enough": "no share is enough",
}


def draw(params: dict, result: dict, data: dict):
    """Above, requests met against how often records are known; below, the village's hundred people in the end."""
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": result["curve_x"],
            "y": result["curve_y"],
            "line": {"color": "@ink", "width": 2},
        },
        {
            "type": "scatter",
            "mode": "lines",
            "x": result["limit_line"],
            "y": [0, 110],
            "line": {"color": "@warn", "width": 2, "dash": "dash"},
        },
        {
            **lettering(result["limit_at"], [119], " published limit: %{customdata}% ", "@warn", result["limit_side"]),
            "customdata": result["limit_label"],
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": result["village_x"],
            "y": result["village_y"],
            "marker": {"symbol": "diamond", "size": 14, "color": LOOKS, "opacity": 1, "line": {"color": "@paper", "width": 2}},
            "cliponaxis": False,
        },
        {
            **_key(0, 138, "diamond", LOOKS, 12, "this village: %{customdata} of 100 requests met", result["village_label"]),
            "cliponaxis": False,
        },
        {
            **lettering(result["guess_at"], [-16], " your guess: %{x}% ", "@ink", result["guess_side"]),
            "mode": "markers+text",
            "marker": {"symbol": "triangle-up", "size": 11, "color": "@ink", "opacity": 1},
        },
        _people(result["looks_good"], "square", LOOKS),
        _people(result["looks_bad"], "square-open", LOOKS),
        _people(result["always_good"], "circle", ALWAYS),
        _people(result["always_bad"], "circle-open", ALWAYS),
        _people(result["never_spots"], "x", NEVER),
        _row(0, "square", LOOKS, "look first: %{customdata[0]} (at the start %{customdata[1]})", result["looks_label"]),
        _row(1, "circle", ALWAYS, "help everyone: %{customdata[0]} (%{customdata[1]})", result["always_label"]),
        _row(2, "x", NEVER, "never help: %{customdata[0]} (%{customdata[1]})", result["never_label"]),
        _row(3, "square-open", "@ink", "hollow: ready to help, stand as bad: %{customdata}", result["marked_label"]),
    ]
    return figure(
        traces,
        x=axis(
            "how often a record is known (per cent)",
            range=[-5, 103],
            dtick=20,
            tick0=0,
            showline=True,
            ticks="outside",
            anchor="y",
        ),
        y=axis("requests met, of 100", range=[-26, 150], tickvals=[0, 50, 100], showgrid=True, domain=[0.5, 1]),
        xaxis2=hidden(range=[-0.7, COLUMNS - 0.3], anchor="y2"),
        yaxis2=hidden(range=[-PEOPLE // COLUMNS - 4.4, 0.6], domain=[0, 0.375], anchor="x2"),
        margin={"l": 46, "r": 12, "t": 4, "b": 4},
    )


def _key(x: float, y: float, symbol: str, colour: str, size: int, template: str, number: list) -> dict:
    return {
        **lettering([x], [y], "  " + template, "@ink", "middle right"),
        "mode": "markers+text",
        "customdata": number,
        "marker": {"symbol": symbol, "color": colour, "size": size, "opacity": 1},
    }


def _row(line: int, symbol: str, colour: str, template: str, number: list) -> dict:
    return {**_key(0, -PEOPLE // COLUMNS - 0.4 - 1.1 * line, symbol, colour, 10, template, number), **LOWER}


def _people(at: dict, symbol: str, colour: str) -> dict:
    return {
        **LOWER,
        "type": "scatter",
        "mode": "markers",
        "x": at["x"],
        "y": at["y"],
        "marker": {"symbol": symbol, "color": colour, "size": 10, "opacity": 1, "line": {"width": 2}}
        if symbol.endswith("open")
        else {"symbol": symbol, "color": colour, "size": 10, "opacity": 1},
        "cliponaxis": False,
    }


EXPLORABLE = Explorable(
    name="known-deeds",
    title="Help among strangers lasts where deeds are known well enough, until the record goes wrong",
    model="known_deeds",
    controls=(
        Guess(
            "guess",
            "At the settings below: how often must records be known for help to last?",
            0,
            100,
            1,
            "%",
            why="Below that point, who does better: those who look first or those who never help?",
        ),
        Range("known", "How often a record is known", 60, 0, 100, 5, "%"),
        Range("benefit", "What help is worth, if it costs the helper 1", 3, 1, 6, 0.5),
        Range("wrong", "Deeds entered wrongly", 2, 0, 50, 1, "%", help="At 50% the record is a coin toss."),
        Range("never", "Cheats at the start: never help", 10, 0, 90, 10, "%"),
        Range(
            "trusting",
            "Of the others: help everyone, without looking",
            0,
            0,
            100,
            10,
            "%",
        ),
        Switch("reasons", "Reasons count: it is no bad deed to refuse somebody who stands as bad", False),
        Draw("seed", "Draw", 1998),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].y", "curve_y"),
        Bind("data[1].x", "limit_line"),
        Bind("data[2].x", "limit_at"),
        Bind("data[2].customdata", "limit_label"),
        Bind("data[2].textposition", "limit_side"),
        Bind("data[3].x", "village_x"),
        Bind("data[3].y", "village_y"),
        Bind("data[4].customdata", "village_label"),
        Bind("data[5].x", "guess_at"),
        Bind("data[5].textposition", "guess_side"),
        Bind("data[6].x", "looks_good.x"),
        Bind("data[6].y", "looks_good.y"),
        Bind("data[7].x", "looks_bad.x"),
        Bind("data[7].y", "looks_bad.y"),
        Bind("data[8].x", "always_good.x"),
        Bind("data[8].y", "always_good.y"),
        Bind("data[9].x", "always_bad.x"),
        Bind("data[9].y", "always_bad.y"),
        Bind("data[10].x", "never_spots.x"),
        Bind("data[10].y", "never_spots.y"),
        Bind("data[11].customdata", "looks_label"),
        Bind("data[12].customdata", "always_label"),
        Bind("data[13].customdata", "never_label"),
        Bind("data[14].customdata", "marked_label"),
    ),
    columns=("What", "At the start", "In the end"),
    words=WORDS,
    assumptions=(
        f"A published model of cooperation, with two scores instead of eleven; {SEASONS} seasons of copying whoever did "
        "better. It is not a model of any Chinese scheme.",
        "One record, seen alike by all, of one kind of deed: helping a stranger. Real lists record unpaid judgments or "
        "breaches of rules, and an office decides what counts.",
        "Wrong entries come by chance. Nobody is marked on purpose, nobody objects, and a record is replaced by the next "
        "deed.",
        "People are invented. They copy success and nothing else moves them; nobody has a conscience.",
    ),
    tries=(
        "Find the share of known records at which the village tips. Then make help worth 6, and then 1.5.",
        "Make 5% of the entries wrong and let everything be known. Why is that worse than knowing half? Then let reasons "
        "count.",
        "Let half of the others help everyone. Who lives off them?",
    ),
    discover="Help holds out against cheats once records are known more often than cost divided by benefit. Wrong entries "
    "push that point up, and where everything is known a wrong mark spreads, unless reasons count or some help without looking.",
    alt="Above, a curve: almost no requests are met until records are known often enough, then nearly all. Below, one "
    "hundred people by what they do. The numbers stand below.",
    sources=("nowak1998", "leimar2001", "roberts2015"),
    heights=(500, 500),
    caption="Invented people. The curve is the model without chance; the diamond and the hundred people are one village "
    "drawn by chance.",
)
