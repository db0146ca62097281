"""The four areas of the plan of 2014 and their headings: what each asked for, and what was found of it since."""

from __future__ import annotations

import textwrap
from typing import Any

from explainer.charts.figure import SMALL, axis, figure, hidden, label
from explainer.explorables.contract import Bind, Choice, Explorable
from explainer.models.outline import ALL, AREAS, FIRST, GRADE, LANE, LATER, foot

LINE = 44  # characters in a line of the label: what fits a figure 340 pixels wide
NOTHING_FOUND = "No "  # a finding that opens so says that something was looked for and not found
ROWS = ((GRADE, "grade"), (FIRST, "by 2020"), (LATER, "2020–26"))
KEY = "■ something found  □ nothing in the texts read<br>✕ looked for, not found  · left out by your choice"
AREA_NAMES = {"government": "Government", "commerce": "Commerce", "society": "Society", "justice": "Justice"}

# id of the row -> its name in the list of choices; a test holds them to the table
HEADINGS = {
    "law-based-administration": "Government 1: administration according to law",
    "government-model": "Government 2: government as a model of integrity",
    "government-promises": "Government 3: keeping government promises",
    "officials": "Government 4: integrity of civil servants",
    "production": "Commerce 1: production",
    "circulation": "Commerce 2: trade and circulation",
    "finance": "Commerce 3: finance",
    "tax": "Commerce 4: tax",
    "pricing": "Commerce 5: pricing",
    "construction": "Commerce 6: construction",
    "procurement": "Commerce 7: government procurement",
    "tendering": "Commerce 8: bidding and tendering",
    "transport": "Commerce 9: transport",
    "e-commerce": "Commerce 10: e-commerce",
    "statistics": "Commerce 11: statistics",
    "intermediaries": "Commerce 12: intermediary services",
    "exhibitions-advertising": "Commerce 13: exhibitions and advertising",
    "company-systems": "Commerce 14: companies' own integrity management",
    "medicine": "Society 1: medicine, health and family planning",
    "social-security": "Society 2: social security",
    "labour": "Society 3: labour",
    "education-research": "Society 4: education and research",
    "culture-sport-tourism": "Society 5: culture, sport and tourism",
    "intellectual-property": "Society 6: intellectual property",
    "environment": "Society 7: environment and energy saving",
    "social-organisations": "Society 8: social organisations",
    "natural-persons": "Society 9: natural persons",
    "internet": "Society 10: internet applications and services",
    "courts": "Justice 1: courts",
    "procuratorates": "Justice 2: procuratorates",
    "public-security": "Justice 3: public safety",
    "justice-administration": "Justice 4: judicial administration",
    "legal-professionals": "Justice 5: law enforcement and legal professionals",
    "foundations": "Justice 6: foundations of judicial credibility",
}

WORDS = {
    **{f"area_{area}": name for area, name in AREA_NAMES.items()},
    "sources_between": "; ",
    "nothing": "–",
    "silent": "nothing in the texts read",
    "basis_read": "at least part of the passage was read, or a report of it",
    "basis_memory": "the passage itself was not re-read",
    "say_asked": "{area}, heading {place} of {of}, {sector}. Asked for in June 2014 ({level}): {asked}.",
    "say_found": "By 2020: {first}. From then to 2026: {later}.",
    "say_grade": "Grade {grade}: {basis}. {note}. Sources: {sources}.",
    "say_shown_one": "Your choices leave one heading of {all}.",
    "say_shown_other": "Your choices leave {shown} headings of {all}.",
    "say_hidden": "The one read out is not among them.",
    "say_none": "No heading fits all these choices.",
}


def headings(evidence: Any) -> dict:
    """Every row of the table `outline`, in the plan's order, with its place in its area and its label in lines."""
    rows = evidence.rows("outline")
    found = []
    for area in AREAS:
        here = [row for row in rows if row["area"] == area]
        for place, row in enumerate(here, 1):
            found.append(
                {
                    "id": row["id"],
                    "area": area,
                    "place": place,
                    "of": len(here),
                    "sector": row["sector"],
                    "hanzi": row["hanzi"],
                    "asked": row["asked"],
                    "first": row["by_2020"] or "",
                    "later": row["by_2026"] or "",
                    "first_state": _state(row["by_2020"]),
                    "later_state": _state(row["by_2026"]),
                    "level": row["level"],
                    "grade": row["grade"],
                    "note": (row["note"] or "").rstrip("."),
                    "sources": [evidence.sources[key].label for key in row["sources"]],
                    "label": _label(row),
                }
            )
    areas = {area: next(row["area_hanzi"] for row in rows if row["area"] == area) for area in AREAS}
    return {"headings": found, "areas": areas}


def _state(finding: str | None) -> str:
    if not finding:
        return "silent"
    return "sought" if finding.startswith(NOTHING_FOUND) else "found"


def _label(row: dict) -> str:
    """The label over the picture: the heading, its grade and both findings, in lines of at most LINE characters."""
    lines = [f"<b>{each}</b>" for each in textwrap.wrap(row["sector"].capitalize() + f" (grade {row['grade']})", LINE)]
    for when, finding in (("By 2020", row["by_2020"]), ("2020–26", row["by_2026"])):
        lines += textwrap.wrap(f"{when}: {finding or WORDS['silent']}", LINE)
    return "<br>".join(lines)


def draw(params: dict, result: dict, data: dict):
    """Four lanes, a column a heading: its grade, and a mark for each of the two findings; the chosen one is framed."""
    traces = [
        _marks(result["silent"], "square-open", "@edge", 11, {"color": "@edge", "width": 1.5}),
        _marks(result["found"], "square", "@practice", 13),
        _marks(result["sought"], "x", "@warn", 11),
        _letters(result["grade_a"], "<b>A</b>", "@ink"),
        _letters(result["grade_b"], "<b>B</b>", "@ink"),
        _letters(result["grade_c"], "C", "@quiet"),
        _marks(result["faded"], "circle", "@muted-mark", 3),
        {"type": "scatter", "mode": "lines", **result["frame"], "line": {"color": "@accent", "width": 2.5}},
    ]
    ticks = [(foot(area) + row, said) for area in AREAS for row, said in ROWS]
    return figure(
        traces,
        x=hidden(range=[0.3, 14.7]),
        y=axis(
            range=[0.3, len(AREAS) * LANE],
            tickvals=[at for at, _ in ticks],
            ticktext=[said for _, said in ticks],
            ticks="",
        ),
        margin={"l": 58, "r": 6, "t": 134, "b": 42},
        annotations=[
            label(result["label"], 0, 1, xref="paper", yref="paper", yanchor="bottom", xshift=-52, yshift=4),
            *(label(_named(area, data), 0, foot(area) + 4.05, xref="paper", yref="y", xshift=-52) for area in AREAS),
            label(
                KEY,
                0,
                0,
                xref="paper",
                yref="paper",
                yanchor="top",
                xshift=-52,
                yshift=-2,
                font={"size": SMALL, "color": "@quiet"},
            ),
        ],
    )


def _named(area: str, data: dict) -> str:
    count = len([heading for heading in data["headings"] if heading["area"] == area])
    return f"<b>{AREA_NAMES[area]}</b> {data['areas'][area]}: {count} headings"


def _marks(at: dict, symbol: str, colour: str, size: int, line: dict | None = None) -> dict:
    marker = {"symbol": symbol, "size": size, "color": colour, "opacity": 1}
    return {"type": "scatter", "mode": "markers", **at, "marker": {**marker, "line": line} if line else marker}


def _letters(at: dict, letter: str, colour: str) -> dict:
    return {"type": "scatter", "mode": "text", **at, "texttemplate": letter, "textfont": {"color": colour, "size": 13}}


EXPLORABLE = Explorable(
    name="outline",
    title="Under most of the plan's headings something related was found by 2026, and a national score under none",
    model="outline",
    controls=(
        Choice(
            "heading",
            "Heading read out",
            "natural-persons",
            HEADINGS,
            help="Focus it and press the arrow keys to walk through the plan.",
        ),
        Choice("area", "Area", ALL, {ALL: "all four", **AREA_NAMES}),
        Choice(
            "came",
            "Which headings to show",
            ALL,
            {
                ALL: "all of them",
                "both": "found by 2020 and after it",
                "first": "found by 2020 only",
                "later": "found after 2020 only",
                "neither": "found at neither time",
            },
        ),
        Choice(
            "rows",
            "Let in what is from memory",
            ALL,
            {
                ALL: "yes: every row, with its grade",
                "read": "no: only rows of grade A or B",
            },
            help="Grade C: the heading is known from provincial copies or memory, what was asked from memory.",
        ),
    ),
    figure=draw,
    bindings=(
        *(
            Bind(f"data[{place}].{side}", f"{name}.{side}")
            for place, name in enumerate(
                ("silent", "found", "sought", "grade_a", "grade_b", "grade_c", "faded", "frame")
            )
            for side in "xy"
        ),
        Bind("layout.annotations[0].text", "label"),
    ),
    columns=("Area", "Heading", "Asked for in 2014", "Found by 2020", "Found from then to 2026", "Grade", "Sources"),
    words=WORDS,
    assumptions=(
        "“Found” means that a text which was read names something that fits the heading, sometimes only a draft. It does not say how much of "
        "what was asked it fulfils, nor that the Outline caused it.",
        "An open square is a gap in what was read, not proof that nothing happened.",
        "What most rows say was asked is in our words and from memory of the text: grade C. The order of headings "
        "follows provincial and city plans that repeat it; the last heading under justice is from memory alone.",
        "December 2020 counts as “2020–26”, since what came then was a reply to the years before.",
    ),
    tries=(
        "Leave out what is from memory. How much of the plan is left?",
        "Show the headings where nothing was found at either time. Which area has most of them?",
        "Walk through commerce with the arrow keys. How often is the thing asked for about a person's private life?",
    ),
    discover="Something was found for most headings, mostly by 2020; for a few, more than half of them under justice, "
    "nothing. Only eight rows rest on a passage that was read or retold in a newspaper. One heading names natural persons, and what was found of "
    "it is records, not a national score.",
    alt="Four lanes of columns: government, commerce, society, justice. Each column is a heading, with a letter for "
    "its grade, mostly C, and two squares: filled where something was found by 2020, and from then to 2026. Most upper "
    "squares are filled, and more than half of the lower ones. The table lists them all.",
    sources=("outline2014", "shandongplan2015", "dezhouplan2017"),
    data=headings,
    heights=(540, 540),
    caption="Each column is one heading of the plan, in its order. Framed: the heading that is read out. Letter: how "
    "well its row is evidenced.",
)
