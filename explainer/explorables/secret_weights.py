"""Secret weights: the same two people under many weightings that are all equally plausible."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import axis, figure, hidden, label, lettering
from explainer.explorables.contract import Bind, Choice, Draw, Explorable, Guess, Range
from explainer.models.secret_weights import GAP_BIN, GAP_BINS, LOWEST, SCORE_BIN, SPAN

A, B = "Lin", "Mei"
A_COLOUR, B_COLOUR = "@calm", "@accent"
EDGES = list(range(LOWEST, LOWEST + SPAN + 1, SCORE_BIN))
GAPS = [GAP_BIN * i for i in range(GAP_BINS + 1)]
REACH = GAPS[-1]
SCALE = f"the scale runs from {LOWEST} to {LOWEST + SPAN}"

WORDS = {
    "a": A,
    "b": B,
    "say_a": f"At the reported weights {{a}} leads, {{score_a}} to {{score_b}} points ({SCALE}). "
    "In {flips} of {draws} equally plausible "
    "weightings "
    "({share}) {b} is ahead instead.",
    "say_b": f"At the reported weights {{b}} leads, {{score_b}} to {{score_a}} points ({SCALE}). "
    "In {flips} of {draws} equally plausible "
    "weightings "
    "({share}) {a} is ahead instead.",
    "say_none": f"At the reported weights both have {{score_a}} points ({SCALE}). "
    "Of {draws} equally plausible weightings {share_a} put "
    "{a} ahead "
    "and {share_b} put {b} ahead.",
    "say_range": "Nothing about {b} changes, yet nine weightings in ten give {b} anything from {low_b} to {high_b} "
    "points.",
    "say_still": "{b} has the same points in all five dimensions, so no weighting can move {b}.",
    "say_guess": "You guessed {guess}.",
    "row_dimension": "{name} (reported weight {weight})",
    "row_score": "Score at the reported weights",
    "row_spread": "Score in the middle nine tenths of weightings",
    "row_ahead": "Ahead in this share of weightings",
    "row_tie": "Equal in this share of weightings",
    "from_to": "{low} to {high}",
}

PROFILES = {
    "saver": "pays on time for years, buys little",
    "shopper": "buys a lot, some debts",
    "owner": "owns a flat, is rarely online",
    "newcomer": "new to credit, knows many",
    "even": "the same in all five",
}


def data(evidence: Any) -> dict:
    """Names and reported weights (version A, per cent) of the five dimensions."""
    rows = [row for row in evidence.rows("sesame_weights") if row["version"] == "A"]
    return {"names": [row["dimension"] for row in rows], "weights": [row["weight"] for row in rows]}


def draw(params: dict, result: dict, data: dict):
    """Above, where each person's score falls; below, who is ahead by how much in each weighting."""
    step = {"type": "scatter", "mode": "lines"}
    lower = {"xaxis": "x2", "yaxis": "y2"}
    solid = {"fill": "tozeroy", "fillcolor": A_COLOUR}
    traces = [
        {**step, **solid, "x": EDGES, "y": result["outline_a"], "line": {"shape": "hv", "color": A_COLOUR, "width": 1}},
        {**step, "x": EDGES, "y": result["outline_b"], "line": {"shape": "hv", "color": B_COLOUR, "width": 2}},
        {**step, "x": result["mark_a"], "y": [0, 1.2], "line": {"color": A_COLOUR, "width": 2}},
        {**step, "x": result["mark_b"], "y": [0, 1.44], "line": {"color": B_COLOUR, "width": 2}},
        {
            **lettering(result["label_a"], [1.14], f" {A} %{{customdata}} ", A_COLOUR, result["side_a"]),
            "customdata": result["label_a"],
        },
        {
            **lettering(result["label_b"], [1.38], f" {B} %{{customdata}} ", B_COLOUR, result["side_b"]),
            "customdata": result["label_b"],
        },
        {
            **step,
            **lower,
            **solid,
            "x": [-gap for gap in GAPS],
            "y": result["gap_a"],
            "line": {"shape": "hv", "color": A_COLOUR, "width": 1},
        },
        {**step, **lower, "x": GAPS, "y": result["gap_b"], "line": {"shape": "hv", "color": B_COLOUR, "width": 2}},
        {
            **lettering([-REACH], [1.16], f"<b>{A} ahead</b> in %{{customdata:.0f}}%", A_COLOUR, "middle right"),
            **lower,
            "customdata": result["ahead_a_label"],
        },
        {
            **lettering([REACH], [1.16], f"<b>{B} ahead</b> in %{{customdata:.0f}}%", B_COLOUR, "middle left"),
            **lower,
            "customdata": result["ahead_b_label"],
        },
        {
            **lettering(result["guess_at"], [1.42], "your guess of flips: %{customdata:.0f}%", "@ink"),
            **lower,
            "customdata": result["guess_label"],
        },
    ]
    quiet = {"size": 12, "color": "@quiet"}
    zero = {
        "type": "line",
        "x0": 0,
        "x1": 0,
        "y0": 0,
        "y1": 1.05,
        "xref": "x2",
        "yref": "y2",
        "line": {"color": "@ink", "width": 1, "dash": "dot"},
    }
    return figure(
        traces,
        x=axis(
            "score (points); the line marks the reported weights",
            range=[LOWEST, LOWEST + SPAN],
            dtick=100,
            tick0=LOWEST,
            showline=True,
            ticks="outside",
        ),
        y=hidden(range=[0, 1.56], domain=[0.57, 1]),
        xaxis2=axis(
            "ahead by (points), in each weighting",
            range=[-REACH, REACH],
            tickvals=[-200, -100, 0, 100, 200],
            ticktext=["200+", "100", "0", "100", "200+"],
            anchor="y2",
            showline=True,
            ticks="outside",
        ),
        yaxis2=hidden(range=[0, 1.56], domain=[0, 0.4], anchor="x2"),
        shapes=[zero],
        annotations=[
            label("taller = more<br>weightings", 0, 0.99, xref="paper", yref="paper", yanchor="top", font=quiet)
        ],
        margin={"l": 20, "r": 20, "t": 8, "b": 44},
    )


EXPLORABLE = Explorable(
    name="secret-weights",
    title="Keep the weights secret, and of two people who differ and come out close nobody can say who scores higher",
    model="secret_weights",
    controls=(
        Guess(
            "guess",
            "In what share of equally plausible weightings does the order of the two flip?",
            0,
            100,
            5,
            "%",
            why="Neither of them changed. What did?",
        ),
        Choice("profile", f"{A}, invented: who is {A}?", "saver", PROFILES),
        Range(
            "history",
            f"{B}, invented: credit history",
            30,
            0,
            100,
            5,
            help="Points out of 100 in each of the five dimensions.",
        ),
        Range("payment", f"{B}: fulfilment capacity", 40, 0, 100, 5),
        Range("behaviour", f"{B}: behaviour and preferences", 65, 0, 100, 5),
        Range("identity", f"{B}: personal characteristics", 45, 0, 100, 5),
        Range("relations", f"{B}: interpersonal relationships", 60, 0, 100, 5),
        Range(
            "sureness",
            "How sure are we of the weights?",
            20,
            20,
            100,
            20,
            help="20: the reported weights are little more than a rumour. 100: they are nearly right.",
        ),
        Range("draws", "Weightings drawn", 1000, 100, 2000, 100),
        Draw("seed", "Draw", 2014),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].y", "outline_a"),
        Bind("data[1].y", "outline_b"),
        Bind("data[2].x", "mark_a"),
        Bind("data[3].x", "mark_b"),
        *(Bind(f"data[{place}].{entry}", f"label_{side}") for place, side in ((4, "a"), (5, "b")) for entry in ("x", "customdata")),
        Bind("data[4].textposition", "side_a"),
        Bind("data[5].textposition", "side_b"),
        Bind("data[6].y", "gap_a"),
        Bind("data[7].y", "gap_b"),
        Bind("data[8].customdata", "ahead_a_label"),
        Bind("data[9].customdata", "ahead_b_label"),
        Bind("data[10].x", "guess_at"),
        Bind("data[10].customdata", "guess_label"),
    ),
    columns=("What", A, B),
    words=WORDS,
    assumptions=(
        "The weights 35, 25, 20, 15 and 5 per cent stand on anonymous web pages. The company published the names of "
        "the five "
        "dimensions; no text of its own that we read gives a weight.",
        "“Equally plausible” means: drawn from a Dirichlet distribution around those reported weights. Another "
        "starting point "
        "moves the bars; how much the order depends on the weights stays.",
        "A weighted sum is assumed. The real formula is not known and need not be one.",
        f"{A} and {B} are invented, and so are their points. Two people who differ in one direction only never swap: "
        f"try it.",
        f"{A} and {B} were chosen so that the reported weights put them a few points apart. The wider apart two people "
        f"are, the fewer flips: choose “{PROFILES['newcomer']}” for {A}.",
        "Each hill is scaled to its own tallest bar, so heights compare weightings of one person, not the two people.",
    ),
    tries=(
        f"Make {B} better than {A} in all five dimensions. How often does the order flip now?",
        f"Give {B} 45 in everything: why does {B}’s hill shrink to a single bar?",
        "Turn the sureness up to 100. Does the doubt about who leads go away?",
    ),
    discover="Two people who are good at different things and come out close swap rank in a large share of equally "
    "plausible weightings, even when the weights are nearly known. People far apart hardly ever do.",
    alt=f"Two hills of scores from 350 to 950, one for {A} and one for {B}, overlap widely. Below, how far the one "
    f"or the other "
    "is ahead: the weightings fall on both sides of zero.",
    sources=("antlaunch2015", "antletter2017", "huiyuan", "saisana2005"),
    data=data,
    heights=(440, 440),
    caption=f"{A} and {B} are invented. Sesame Credit is a private product of 2015 and not a government score.",
)
