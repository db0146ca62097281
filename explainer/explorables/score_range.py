"""The private score: what two rumours about its weights say of one person, and how little is known without them."""

from __future__ import annotations

import re
from typing import Any

from explainer.charts.figure import axis, figure, hidden, label
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Explorable, Range
from explainer.models.score_range import AT_NOTHING, AT_OFFERS, AT_ORDER, AT_VERSIONS

FIRST, LAST = 2014, 2026
LOWEST, HIGHEST = 350, 950  # of the axis; the model's scale is read from the evidence, and a test holds them equal
A, B, ORDER, NOTHING, OFFER = "@accent", "@myth", "@calm", "@muted-mark", "@warn"
KEY, HEADING = 9.45, 2.45

# table and row of an offer -> which of the scores that the row names, label, year if the row itself has no date
OFFERS = (
    ("claims", "sesame-visa-2015", 0, "Singapore visa papers", ""),
    ("claims", "sesame-visa-2015", 1, "Luxembourg visa papers", ""),
    ("claims", "sesame-deposit-650", 0, "no bicycle deposit", ""),
    ("text_claims", "text-2-075", 0, "partners’ advantages", "2018"),  # the year of the source that the row rests on
    ("claims", "sesame-visa-canada", 0, "Canadian visa papers", ""),
)
_SCORE = re.compile(r"(?<![\d,])[3-9]\d0(?!\d|,\d)")

WORDS = {
    "sources_between": "; ",
    "say_versions": "Version A of the weights gives this person {a} points, version B {b}.",
    "say_same": "Both versions of the weights give this person {a} points.",
    "say_order": "If only the order of the weights holds, any score from {order_low} to {order_high} is possible; "
    "if no weight is known, from {low} to {high}.",
    "say_order_one": "If only the order of the weights holds, it is still {order_low}; if no weight is known, anything "
    "from {low} to {high}.",
    "say_even": "All five dimensions are the same, so the weights cannot matter: {low} points, whatever they are.",
    "say_early": "In {year} there was no Sesame score to have: its test opened on {opened}. "
    "This is what it would have said.",
    "say_no_offer": "For {year} we found no offer with a number of points.",
    "say_offer": "Offered from {points}: {label} ({date}; {sources}; grade {grade}).",
    "verdict_sure": "This person has it under every weighting with that order.",
    "verdict_never": "No weighting at all takes this person there.",
    "verdict_beyond": "This person gets there only if even the reported order is wrong.",
    "open_both": "Both versions say yes, but the order alone leaves it open.",
    "open_neither": "Both versions say no, but the order alone leaves it open.",
    "open_a": "Version A says yes, version B no.",
    "open_b": "Version B says yes, version A no.",
    "say_level": "A private product; the weights come from web pages without a source (grade D).",
    "alone": "{names} alone",
    "equally": "{names}, equally",
    "all": "all five, equally",
    "row_ends": "lowest: {low}; highest: {high}",
    "row_version": "Version {name} of the weights",
    "row_order_of": "Only the order of version {name}",
    "row_order": "Only the order, either version",
    "row_nothing": "No weight known",
    "row_offer": "Offer: {label} ({date})",
    "short_sure": "reached under every weighting of that order",
    "short_never": "out of reach under every weighting",
    "short_beyond": "out of reach unless the order is wrong",
    "short_open": "left open by the order",
    "row_both": "; versions A and B: yes",
    "row_neither": "; versions A and B: no",
    "row_a": "; version A: yes, B: no",
    "row_b": "; version A: no, B: yes",
}


def data(evidence: Any) -> dict:
    """Scale, names, both reported versions and the offers, each number read from its row."""
    rows = evidence.rows("sesame_weights")
    versions = [
        {"name": name, "weights": [row["weight"] for row in rows if row["version"] == name]} for name in ("A", "B")
    ]
    lowest, highest = scores(evidence.row("claims", "sesame-range")["statement"])
    offers = [_offer(evidence, *each) for each in OFFERS]
    opened = evidence.row("claims", "sesame-launch-test")["from"]
    return {
        "lowest": lowest,
        "highest": highest,
        "opened": dates.earliest(opened).year,
        "opened_on": dates.worded(opened),
        "names": [row["dimension"].lower() for row in rows if row["version"] == "A"],
        "versions": versions,
        "offers": sorted(offers, key=lambda offer: (offer["year"], offer["points"])),
    }


def scores(statement: str) -> list[int]:
    """The scores that a statement names: numbers of three digits that end in 0."""
    return [int(found) for found in _SCORE.findall(statement)]


def _offer(evidence: Any, table: str, key: str, place: int, name: str, year: str) -> dict:
    row = evidence.row(table, key)
    date = year or row["from"]
    return {
        "label": name,
        "points": scores(row["statement" if table == "claims" else "claim"])[place],
        "year": dates.earliest(date).year,
        "date": dates.worded(date),
        "grade": row["grade"],
        "sources": [evidence.sources[source].label for source in row["sources"]],
    }


def draw(params: dict, result: dict, data: dict):
    """Two marks for the versions, two bars for the ranges, and the offers of the year as ticks across them all."""
    traces = [
        _bar(result["nothing_bar"], AT_NOTHING, NOTHING),
        _bar(result["order_bar"], AT_ORDER, ORDER),
        {
            "type": "scatter",
            "mode": "lines",
            "x": result["ticks"]["x"],
            "y": result["ticks"]["y"],
            "line": {"color": OFFER, "width": 2, "dash": "solid"},
        },
        _mark(result["mark_a"], AT_VERSIONS[0], "diamond", A),
        _mark(result["mark_b"], AT_VERSIONS[1], "square", B),
        _words([LOWEST], AT_ORDER + 0.8, "<b>only the order known:</b> %{customdata}", ORDER, result["order_label"]),
        _words([LOWEST], AT_NOTHING + 0.8, "<b>no weight known:</b> %{customdata}", "@ink", result["nothing_label"]),
        _words([LOWEST], KEY, "◆ <b>version A:</b> %{customdata}", A, result["mark_a"]),
        _words([LOWEST + 300], KEY, "■ <b>version B:</b> %{customdata}", B, result["mark_b"]),
        _words([LOWEST], HEADING, "<b>offers reported for %{customdata}</b>", OFFER, result["year_label"]),
        {
            "type": "scatter",
            "mode": "markers+text",
            **result["offer_at"],
            "texttemplate": " %{customdata[0]}: %{customdata[1]} ",
            "customdata": result["offer_text"],
            "textposition": result["offer_side"],
            "textfont": {"color": "@ink", "size": 13},
            "marker": {"symbol": "triangle-up", "size": 11, "color": OFFER, "opacity": 1},
            "cliponaxis": False,
        },
        _words(result["none_at"], AT_OFFERS[0], "none with a number of points found", "@quiet", []),
        _words(result["early_at"], AT_OFFERS[0], "there was no Sesame score yet", "@quiet", []),
    ]
    rows = [*AT_VERSIONS, AT_ORDER, AT_NOTHING]
    return figure(
        traces,
        x=axis("score (points)", range=[LOWEST, HIGHEST], tick0=LOWEST, dtick=100, showline=True, ticks="outside"),
        y=hidden(range=[0, 10.8]),
        margin={"l": 20, "r": 20, "t": 6, "b": 44},
        annotations=[label("<b>two rumoured sets of weights</b>", LOWEST, 10.3, "@ink")],
        shapes=[
            {
                "type": "line",
                "x0": LOWEST,
                "x1": HIGHEST,
                "y0": y,
                "y1": y,
                "layer": "below",
                "line": {"color": "@rule", "width": 1},
            }
            for y in rows
        ],
    )


def _bar(ends: list, y: float, colour: str) -> dict:
    """A range as a thick line with a cap at each end, so that a range of one point is still seen."""
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "x": ends,
        "y": [y, y],
        "line": {"color": colour, "width": 10},
        "marker": {
            "symbol": "line-ns",
            "size": 20,
            "opacity": 1,
            "color": colour,
            "line": {"color": colour, "width": 3},
        },
        "cliponaxis": False,
    }


def _mark(x: list, y: float, symbol: str, colour: str) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": x,
        "y": [y],
        "cliponaxis": False,
        "marker": {"symbol": symbol, "size": 13, "color": colour, "opacity": 1},
    }


def _words(x: list, y: float, template: str, colour: str, numbers: list) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": [y],
        "texttemplate": template,
        "customdata": numbers,
        "textposition": "middle right",
        "textfont": {"color": colour, "size": 13},
        "cliponaxis": False,
    }


EXPLORABLE = Explorable(
    name="score-range",
    title="Two rumours give two exact scores; without their weights the same person can stand anywhere in a wide range",
    model="score_range",
    controls=(
        Range(
            "history",
            "Bo, invented: credit history",
            40,
            0,
            100,
            5,
            help="Points out of 100 in each of the five dimensions.",
        ),
        Range("payment", "Bo: fulfilment capacity", 30, 0, 100, 5),
        Range("behaviour", "Bo: behaviour and preferences", 80, 0, 100, 5),
        Range("identity", "Bo: personal characteristics", 50, 0, 100, 5),
        Range("relations", "Bo: interpersonal relationships", 60, 0, 100, 5),
        Range("year", "Offers reported for the year", 2017, FIRST, LAST, 1),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "nothing_bar"),
        Bind("data[1].x", "order_bar"),
        Bind("data[2].x", "ticks.x"),
        Bind("data[2].y", "ticks.y"),
        Bind("data[3].x", "mark_a"),
        Bind("data[4].x", "mark_b"),
        Bind("data[5].customdata", "order_label"),
        Bind("data[6].customdata", "nothing_label"),
        Bind("data[7].customdata", "mark_a"),
        Bind("data[8].customdata", "mark_b"),
        Bind("data[9].customdata", "year_label"),
        Bind("data[10].x", "offer_at.x"),
        Bind("data[10].y", "offer_at.y"),
        Bind("data[10].customdata", "offer_text"),
        Bind("data[10].textposition", "offer_side"),
        Bind("data[11].x", "none_at"),
        Bind("data[12].x", "early_at"),
    ),
    columns=("What is known, or was offered", "Score from", "to", "Weights, or what sets the ends"),
    words=WORDS,
    assumptions=(
        "Bo is invented, and so are Bo’s points in the five dimensions. The company shows users no such points in any "
        "text that we read.",
        "A weighted sum is assumed. The real formula is not published and may be of another kind; then even these "
        "ranges need not hold.",
        "Versions A and B stand on web pages that name no document of the company. They agree on the order except for "
        "fulfilment capacity and behaviour; “only the order known” allows both orders.",
        "A score that reaches the number counts as enough, though some reports say “above”. Partners set the numbers "
        "and could change them.",
        "Only offers whose number stands in our evidence are shown. A year without one is a gap in what we read, not "
        "proof that nothing was offered.",
    ),
    tries=(
        "Find a Bo whom both versions put above the bicycle’s number while the order alone leaves it open.",
        "Make the widest bar that you can while both versions give the same score.",
        "Give Bo the same points in all five. Why does all doubt vanish?",
    ),
    discover="The two rumours never differ by more than a few points, which looks exact. With only their order known "
    "the same person's range is many times wider, and an offer can hang on it.",
    alt="A scale from 350 to 950. Two marks for the two rumoured versions lie close together; below them a bar for "
    "what the order of the weights allows, and a longer bar for no weight known. Ticks mark the score that an offer "
    "asked for.",
    sources=(
        "huiyuan",
        "metaverse2018",
        "caixinscores2015",
        "chinadaily2017sharing",
        "jingdaily2015",
        "technode2018canada",
        "koetse2018uses",
    ),
    data=data,
    heights=(420, 420),
    caption="Bo is invented. Sesame Credit is a private product; no government score of persons is shown here.",
)
