"""Ten situations, four families of schemes: where each counts, since when, on what evidence, what the press said."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range
from explainer.models.which_family import ANSWERS, NO

FIRST, LAST = 2010, 2026

# id in the address -> (name in the table, label in the picture)
SITUATIONS: dict[str, tuple[str, str]] = {
    "judgment": ("an unpaid court judgment", "Court judgment"),
    "loan": ("a late loan instalment", "Late loan"),
    "jaywalking": ("jaywalking", "Jaywalking"),
    "pollution": ("a polluting factory", "Pollution"),
    "games": ("hours of video games", "Video games"),
    "post": ("a critical post", "Critical post"),
    "blood": ("a blood donation", "Giving blood"),
    "rubbish": ("rubbish in the wrong bin", "Wrong bin"),
    "customs": ("a customs error", "Customs error"),
    "wages": ("an unpaid wage bill", "Unpaid wages"),
}
# id -> (name in the table, heading, place across)
FAMILIES: dict[str, tuple[str, str, float]] = {
    "finance": ("financial credit reporting", "Financial<br>credit", 40),
    "lists": ("compliance lists and ratings", "Lists and<br>ratings", 58.3),
    "local": ("local citizen points", "Local<br>points", 76.6),
    "private": ("private scores", "Private<br>scores", 95),
}
COUNTS = {"yes": "yes", "in some places": "some", "disputed": "disputed", "no rule found": "none"}
# answer -> symbol, colour, colour of its edge: shape and word tell it, colour only helps
MARKS: dict[str, tuple[str, str, str]] = {
    "yes": ("square", "@calm", "@calm"),
    "some": ("diamond", "@warn", "@warn"),
    "disputed": ("triangle-up", "@myth", "@myth"),
    "none": ("circle", "@paper", "@muted-mark"),
    "later": ("line-ew-open", "@muted-mark", "@muted-mark"),
}
TOP = 13.1  # the height of the large marks, in rows of the grid
SHORT = {
    "yes": "<b>yes</b>",
    "some": "<b>in some</b><br><b>places</b>",
    "disputed": "<b>disputed</b>",
    "none": "no rule<br>found",
    "later": "not yet",
    "from_yes": "since<br>{year}",
    "from_some": "first in<br>{year}",
}

WORDS = {
    "sources_between": "; ",
    "groups_between": "; ",
    "stop": ".",
    "answer_yes": "yes",
    "answer_some": "in some places",
    "answer_disputed": "disputed",
    "answer_none": "no rule found",
    "answer_later": "not yet",
    "evidence": "{level}; grade {grade}; {sources}",
    "where_yes": "{where}; since {since}",
    "where_some": "{where}; first of these: {since}",
    "where_disputed": "{where}; dated {since}",
    "where_later": "Not yet in {year}; first rule or report: {since}",
    "no_press": "no press report among our texts",
    "say_head": "{situation}, {year}:",
    "families_between": ", ",
    "say_yes": "counts in {families}",
    "say_some": "in some places: {families}",
    "say_disputed": "disputed: {families}",
    "say_none": "no rule found: {families}",
    "say_later": "not yet by any rule or report that we read: {families}",
    "say_full": "{family}: {where}. Consequence: {consequence} ({evidence}).",
    "say_full_later": "{family}: {where} ({evidence}).",
    "say_press": "The press: {press}.",
    "say_no_press": "No press report that puts it in this family is among our texts.",
    "say_same": "Compared with itself, it cannot differ: choose another situation.",
    "say_alike": "Compared with {other}: the same answer in all four families.",
    "say_different_one": "Compared with {other}: another answer in one family: {families}.",
    "say_different_other": "Compared with {other}: other answers in {n} families: {families}.",
}


def table(evidence: Any) -> dict:
    """The table `situations`, with what the picture needs to place it."""
    situation_ids = {name: key for key, (name, _) in SITUATIONS.items()}
    family_ids = {name: key for key, (name, _, _) in FAMILIES.items()}
    return {
        "situations": [{"id": key, "name": name, "label": label} for key, (name, label) in SITUATIONS.items()],
        "families": [{"id": key, "name": name, "x": x} for key, (name, _, x) in FAMILIES.items()],
        "top": TOP,
        "short": SHORT,
        "cells": [
            {
                "situation": situation_ids[row["situation"]],
                "family": family_ids[row["family"]],
                "counts": COUNTS[row["counts"]],
                "where": row["where"],
                "year": dates.earliest(row["from"]).year if row["from"] else 0,
                "since": dates.worded(row["from"]) if row["from"] else "",
                "consequence": row["consequence"],
                "press": row["press"] or "",
                "level": row["level"],
                "grade": row["grade"],
                "sources": [evidence.sources[key].label for key in row["sources"]],
            }
            for row in evidence.rows("situations")
        ],
    }


def draw(params: dict, result: dict, data: dict):
    """Above, the chosen situation in four large marks with words; below, all ten, to compare the columns."""
    bottom = len(data["situations"]) - 1
    across = [family["x"] for family in data["families"]]
    headings = [heading for _, heading, _ in FAMILIES.values()]
    labels = [each["label"] for each in data["situations"]]
    traces = [
        *(_marks(result["small"][key], key, 11) for key in ANSWERS),
        *(_marks(result["big"][key], key, 22) for key in ANSWERS),
        words(across, [TOP - 0.75] * len(across), result["said"], position="bottom center", size=12),
        words([0.8], [TOP], result["title"], "@accent"),
        words(across, [TOP + 1.75] * len(across), headings, "@quiet", "middle center", 12),
        words([0.8] * len(labels), [bottom - i for i in range(len(labels))], labels),
        *_key(),
    ]
    return figure(
        traces,
        x=hidden(range=[0, 104]),
        y=hidden(range=[-2.6, TOP + 2.6]),
        margin={"l": 6, "r": 6, "t": 2, "b": 2},
        shapes=[
            _band(result["band"], "@panel", "@accent", "solid"),
            _band(result["other"], "rgba(0,0,0,0)", "@edge", "dot"),
        ],
    )


def _band(at: dict, fill: str, edge: str, dash: str) -> dict:
    return {
        "type": "rect",
        "layer": "below",
        "x0": 0,
        "x1": 104,
        "y0": at["low"],
        "y1": at["high"],
        "fillcolor": fill,
        "line": {"color": edge, "width": 1.5, "dash": dash},
    }


def _marks(at: dict, key: str, size: int) -> dict:
    symbol, colour, edge = MARKS[key]
    marker = {"symbol": symbol, "size": size, "color": colour, "opacity": 1, "line": {"color": edge, "width": 2}}
    return {"type": "scatter", "mode": "markers", "x": at["x"], "y": at["y"], "marker": marker, "cliponaxis": False}


def _key() -> list[dict]:
    """What each mark means, in two lines."""
    traces = []
    places = (("yes", 2, -1.3), ("some", 18, -1.3), ("disputed", 56, -1.3), ("none", 2, -2.1), ("later", 56, -2.1))
    for key, x, y in places:
        symbol, colour, edge = MARKS[key]
        traces.append(
            {
                **words([x], [y], ["  " + WORDS[f"answer_{key}"]]),
                "mode": "markers+text",
                "marker": {
                    "symbol": symbol,
                    "size": 11,
                    "color": colour,
                    "opacity": 1,
                    "line": {"color": edge, "width": 2},
                },
            }
        )
    return traces


EXPLORABLE = Explorable(
    name="which-family",
    title="“Does it count?” has four answers, one for each family",
    model="which_family",
    controls=(
        Choice("situation", "Situation", "judgment", {key: name for key, (name, _) in SITUATIONS.items()}),
        Choice(
            "family",
            "Read out",
            "lists",
            {key: name for key, (name, *_) in FAMILIES.items()},
            help="One family is read in full, with what the press said. The table has all four.",
        ),
        Choice("other", "Compare with", NO, {NO: "nothing", **{key: name for key, (name, _) in SITUATIONS.items()}}),
        Range("year", "By the end of", LAST, FIRST, LAST, 1, help="2026: on 22 November."),
    ),
    figure=draw,
    bindings=(
        *(
            Bind(f"data[{place}].{side}", f"{size}.{key}.{side}")
            for size, first in (("small", 0), ("big", len(ANSWERS)))
            for place, key in enumerate(ANSWERS, first)
            for side in "xy"
        ),
        Bind("data[10].text", "said"),
        Bind("data[11].text", "title"),
        Bind("layout.shapes[0].y0", "band.low"),
        Bind("layout.shapes[0].y1", "band.high"),
        Bind("layout.shapes[1].y0", "other.low"),
        Bind("layout.shapes[1].y1", "other.high"),
    ),
    columns=(
        "Situation",
        "Family",
        "Counts?",
        "Where and since when, or what was read",
        "Consequence",
        "What the press said",
        "Evidence",
    ),
    words=WORDS,
    assumptions=(
        "A rule is not practice. “Yes” says that a rule or a report has it, not that it reaches everyone.",
        "“No rule found” is how far we looked. The table names what was read; one document would overturn it.",
        "“In some places” is dated by the earliest place named. Few of these are known to run today, and ends are not "
        "drawn: for most none was read.",
        "The grade is that of the fact. What the press said stands beside it and is graded nowhere.",
        "What one family leads to in another is told under the first: a bank that refuses a loan because of a list is "
        "an effect of the list.",
        "Ten situations are our choice, made from questions that readers ask. Counting marks would measure our choice.",
    ),
    tries=(
        "Choose the video games. In which family is it even disputed, and who said so?",
        "Choose the court judgment and go back to 2012. Which answers are left?",
        "Find two situations with the same four answers. What else do they share?",
    ),
    discover="Only the unpaid judgment has a yes or an in-some-places in all four families. Video games have no yes in "
    "any. Companies' breaches count in lists and ratings alone.",
    alt="A grid of ten situations and four families, with a mark for yes, in some places, disputed, no rule found or "
    "not yet. Above it the chosen situation in large marks with words. The table has every answer with its evidence.",
    sources=("zhengxin2013", "spc2017defaulters", "cfgw2022", "lewisnesta", "antletter2017"),
    data=table,
    heights=(470, 470),
    caption="Large marks: the chosen situation (banded below). Dotted: the one it is compared with. One mark is one row "
    "of the table.",
)
