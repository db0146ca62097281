"""A unified social credit code, typed by the reader, taken apart and checked."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import axis, figure, hidden, label
from explainer.explorables.contract import Bind, Explorable, Text
from explainer.models.code_check import LENGTH, PARTS

# An invented organisation: 990000 is no place of GB/T 2260, so the code can belong to nobody.
INVENTED = "91990000PAPER0012A"

SHORT = {
    "authority": "authority",
    "category": "category",
    "place": "place",
    "organisation": "organisation code",
    "check": "check",
}
COLOURS = {
    "authority": "@level-law",
    "category": "@level-ministry",
    "place": "@level-local",
    "organisation": "@level-court",
    "check": "@ink",
}

WORDS = {
    "say_empty": "Type a code of 18 characters, or take one of the examples.",
    "say_fits": "{code} is well formed: both check characters fit. That says nothing about whether such an "
    "organisation exists, and the "
    "code is a name tag, not a score.",
    "say_other": "Not a code: at {others} stands something that is neither a letter nor a digit.",
    "say_forbidden": "Not a code: {letters} at {forbidden}. The letters I, O, S, V and Z are never used, because "
    "they are "
    "mistaken for others.",
    "say_length": "Not a code: it has {count} {characters}, and a code has exactly 18.",
    "say_short": "It is {missing} short.",
    "say_long": "It is {missing} too long.",
    "say_place": "Not a code: a letter at {place}, where the place of registration stands, which has digits only.",
    "say_check": "Not a code: the last character is {given}, but the first 17 call for {expected}.",
    "say_inner": "The last character fits, but the organisation code inside does not: position 17 is {inner_given} "
    "and should be {inner}.",
    "say_inner_too": "The organisation code inside does not fit either: position 17 is {inner_given} and should be "
    "{inner}.",
    "say_reading": "Read as {reading} it would fit.",
    "say_slip": "It would fit with {slips}.",
    "say_slips": "Every single slip that would explain it is in the table.",
    "say_tidied": "Tidied first: {tidied}.",
    "slip_swap": "positions {position} and {next} swapped ({right})",
    "slip_wrong": "{right} at position {position}",
    "or": ", or ",
    "tidied_lower": "small letters made capital",
    "tidied_wide": "full-width characters made narrow",
    "tidied_removed": "spaces and hyphens left out",
    "position_one": "position {n}",
    "position_other": "positions {n}",
    "character_one": "character",
    "character_other": "characters",
    "part_authority": "Registering authority",
    "part_category": "Category",
    "part_place": "Place of registration",
    "part_organisation": "Organisation code",
    "part_check": "Check character",
    "meaning_place": "six digits for a province, prefecture and county; not looked up here",
    "meaning_organisation": "eight characters for the organisation, then a check character of their own",
    "meaning_check": "worked out from the 17 before it",
    "say_unknown": "But its first two characters name no registering authority and category in the table that we hold: "
    "as far as we know, it cannot be the code of an organisation.",
    "unknown": "unknown: not in the table that we hold",
    "at": "{first}–{last}",
    "nothing": "–",
    "must_be": "must be {expected}",
    "row_inner": "Check of the organisation code",
    "row_outer": "Check of the whole code",
    "row_sum": "Sum of the bars",
    "remainder": "remainder {rest} when divided by 31",
    "row_slip": "A slip that would explain it",
}


def data(evidence: Any) -> dict:
    """Names of the registering authorities and of their categories, by character."""
    return {
        "authorities": [
            {"authority": row["character"], "category": "", "name": row["name"]}
            for row in evidence.rows("code_authorities")
        ],
        "categories": [
            {"authority": row["authority"], "category": row["character"], "name": row["name"]}
            for row in evidence.rows("code_categories")
        ],
    }


def draw(params: dict, result: dict, data: dict):
    """18 boxes with the characters; below, what each of the first 17 adds to the sum."""
    boxes, names, part_of = [], [], {}
    for name, first, last in PARTS:
        for i in range(first, last + 1):
            part_of[i] = name
            boxes.append(
                {
                    "type": "rect",
                    "x0": i - 0.46,
                    "x1": i + 0.46,
                    "y0": -0.5,
                    "y1": 0.5,
                    "line": {"color": COLOURS[name], "width": 1.5},
                }
            )
    # Names of the narrow parts stand above and below in turn, so that they never touch at 340 pixels.
    for name, at, height, anchor in (
        ("authority", 0.54, 1.55, "left"),
        ("category", 1.54, 0.95, "left"),
        ("place", 8.46, 0.95, "right"),
        ("organisation", 13, 0.95, "center"),
        ("check", 18.46, 1.55, "right"),
    ):
        names.append(
            label(SHORT[name], at, height, COLOURS[name], xanchor=anchor, font={"size": 12, "color": COLOURS[name]})
        )
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": result["fault_boxes"],
            "y": result["fault_heights"],
            "cliponaxis": False,
            "marker": {"symbol": "triangle-up", "size": 12, "opacity": 1, "color": "@accent"},
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": list(range(1, LENGTH + 1)),
            "y": [0] * LENGTH,
            "text": result["boxes"],
            "textfont": {"size": 15, "color": "@ink"},
            "cliponaxis": False,
        },
        {
            "type": "bar",
            "x": list(range(1, LENGTH)),
            "y": result["terms"],
            "xaxis": "x2",
            "yaxis": "y2",
            "marker": {"color": [COLOURS[part_of[i]] for i in range(1, LENGTH)]},
        },
        {
            "type": "scatter",
            "mode": "text",
            "x": result["sum_at"],
            "y": [37],
            "xaxis": "x2",
            "yaxis": "y2",
            "customdata": result["sum_label"],
            "texttemplate": "bars add up to <b>%{customdata[0]}</b> = %{customdata[1]} × 31 + %{customdata[2]}<br>"
            "31 − %{customdata[2]} → value %{customdata[3]}, written <b>%{customdata[4]}</b>",
            "textfont": {"size": 13, "color": "@ink"},
            "cliponaxis": False,
        },
    ]
    return figure(
        traces,
        x=hidden(range=[0.4, 18.6]),
        y=hidden(range=[-1, 1.9], domain=[0.68, 1]),
        xaxis2=axis(
            "position in the code",
            range=[0.4, 18.6],
            tickvals=[1, 3, 5, 7, 9, 11, 13, 15, 17],
            anchor="y2",
            showline=True,
        ),
        yaxis2=axis(
            "value × weight mod 31",
            range=[0, 42],
            tickvals=[0, 10, 20, 30],
            domain=[0, 0.66],
            anchor="x2",
            showgrid=True,
        ),
        shapes=boxes,
        annotations=names,
        margin={"l": 40, "r": 8, "t": 4, "b": 42},
    )


EXPLORABLE = Explorable(
    name="code-check",
    title="The “social credit code” is an identifier with a check character, not a score",
    model="code_check",
    controls=(
        Text(
            "code",
            "A unified social credit code (18 characters)",
            INVENTED,
            60,
            help="It stays in this page. The examples are of invented organisations.",
            examples={
                INVENTED: "fits",
                "91990000PAPER0012B": "wrong check character",
                "91990000PAPER0021A": "two swapped",
                "91990000PAPER0012a": "small letter",
                "9199OOOOPAPER0012A": "letter O for 0",
                "９１９９００００ＰＡＰＥＲ００１２Ａ": "full-width",
                "91 990000 PAPER001-2 A": "with gaps",
            },
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "fault_boxes"),
        Bind("data[0].y", "fault_heights"),
        Bind("data[1].text", "boxes"),
        Bind("data[2].y", "terms"),
        Bind("data[3].x", "sum_at"),
        Bind("data[3].customdata", "sum_label"),
    ),
    columns=("Part", "Position", "Character", "Meaning"),
    words=WORDS,
    assumptions=(
        "A code that fits is only well formed. Whether an organisation has it stands in the public registers, which "
        "this page does "
        "not ask.",
        "Companies and other organisations have such codes; a person has an identity number. A code carries no rating.",
        "Names of authorities and categories come from our table of evidence; a character that is not in it is "
        "called unknown, "
        "not wrong.",
        "The invented code names a place, 990000, that does not exist.",
    ),
    tries=(
        "Change any one character. Can you find a change that goes unnoticed?",
        "Swap two neighbours: is it noticed, and does the page find out which two?",
        "Repair the example with the wrong check character by changing another character instead.",
    ),
    discover="Any single wrong character and any swap of neighbours is noticed: the code checks typing, and knows "
    "nothing of "
    "trustworthiness.",
    alt="Eighteen boxes with the characters of the code in five parts. Below, seventeen bars show what each "
    "character adds to a sum "
    "from which the last character follows.",
    sources=("gb32100", "stdnum", "usccrule"),
    data=data,
    heights=(380, 360),
    caption="What is checked is the spelling of an identifier. The organisation is invented.",
)
