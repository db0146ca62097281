"""The national lists, one beside another: keeper, legal basis, term, way off, evidence, and since when."""

from __future__ import annotations

import datetime
from typing import Any

from explainer.charts.figure import axis, figure, hidden, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range
from explainer.models.choose_a_list import NO, PLAN

FIRST, LAST = 2010, 2026
TODAY = datetime.date(2026, 11, 22)

# row of the table `lists` -> label in the picture and in the menus, at most 22 characters
LISTS: dict[str, str] = {
    "judgment-defaulters": "Judgment defaulters",
    "spending-restriction": "Spending orders",
    "market-violators": "Market violators",
    "abnormal-operations": "Abnormal operations",
    "major-tax": "Major tax violators",
    "unpaid-wages": "Unpaid wages",
    "work-safety": "Work safety",
    "culture-tourism": "Culture and tourism",
    "government-procurement": "Government procurement",
    "customs-serious": "Customs, serious",
    "statistics": "Statistics",
    "national-defence": "National defence",
    "air-passengers": "Air passengers",
    "rail-passengers": "Rail passengers",
    "social-insurance": "Social insurance",
    "social-organisations": "Social organisations",
    "telecom": "Telecom licences",
    "customs-certified": "Customs, certified",
    "construction-market": "Construction market",
    "medical-order": "Hospital disorder",
    "marriage-registration": "Marriage papers",
    "geological-survey": "Geological surveys",
    "securities-files": "Securities files",
    "finance": "Finance offenders",
    "intellectual-property": "Intellectual property",
    "medical-prices": "Medical prices",
    "class-a-taxpayers": "Class-A taxpayers",
}

WORDS = {
    "sources_between": "; ",
    "silent": "the text read does not say",
    "no_note": "no note",
    "nothing": "–",
    "standing_force": "In force at the end of {year}: the rule named dates from {since}, and no end by then was read",
    "standing_before": "Not yet in force at the end of {year}: the rule named dates from {since}; "
    "an earlier rule may have kept such a list",
    "standing_ended": "No longer in force at the end of {year}: it ran from {since} to {until}",
    "say_first": "{name} ({level}). Keeper: {keeper}. Legal basis: {law}. {standing}. "
    "How long: {duration}. Way off: {off}. Evidence: grade {grade}; {sources}.",
    "say_second": "Compared with {name} ({level}). Keeper: {keeper}. {standing}. How long: {duration}. Way off: {off}. "
    "Evidence: grade {grade}; {sources}.",
    "say_same": "Compared with itself, a list cannot differ: choose another.",
    "say_count": "Rules in the picture that had begun and not ended by the end of {year}: {n} of {all}.",
    "q_name": "Which list?",
    "q_level": "What level?",
    "q_keeper": "Who keeps it?",
    "q_law": "On what legal basis?",
    "q_who": "Who can be on it?",
    "q_on": "What is the way on?",
    "q_duration": "For how long?",
    "q_consequences": "With what consequences?",
    "q_off": "What is the way off?",
    "q_standing": "In force at the end of {year}?",
    "q_grade": "Grade of the evidence",
    "q_sources": "Sources",
    "q_note": "Note on what was read",
}


def table(evidence: Any) -> dict:
    """The table `lists`, earliest rule first, with what the picture needs to place it."""
    found = sorted(evidence.rows("lists"), key=lambda row: (dates.earliest(row["from"]), list(LISTS).index(row["id"])))
    return {
        "today": _place(TODAY),
        "mark": "end of {year}",
        "lists": [
            {
                "id": row["id"],
                "label": LISTS[row["id"]],
                "start": _place(dates.earliest(row["from"])),
                "end": _place(dates.earliest(row["to"]) if row["to"] else TODAY),
                "year": dates.earliest(row["from"]).year,
                "since": dates.worded(row["from"]),
                "to_year": dates.earliest(row["to"]).year if row["to"] else 0,
                "until": dates.worded(row["to"]) if row["to"] else "",
                "sources": [evidence.sources[key].label for key in row["sources"]],
                **{
                    column: row[column] or ""
                    for column in (
                        "name",
                        "level",
                        "keeper",
                        "legal_basis",
                        "who",
                        "grounds",
                        "duration",
                        "way_off",
                        "consequences",
                        "grade",
                        "note",
                    )
                },
            }
            for row in found
        ],
    }


def _place(day: datetime.date) -> float:
    """A day as a year with a fraction."""
    return round(day.year + (day.timetuple().tm_yday - 1) / 365.25, 2)


def draw(params: dict, result: dict, data: dict):
    """One lane a list, from its rule's first day to today; the two chosen ones thick, numbered and in bold."""
    lanes = list(enumerate(reversed(data["lists"])))
    rules = [(y, entry) for y, entry in lanes if entry["level"] != PLAN]
    plans = [(y, entry) for y, entry in lanes if entry["level"] == PLAN]
    top = len(lanes)
    traces = [
        {**_chosen(result["line"], "@muted-mark", 1.5), "line": {"color": "@quiet", "width": 1.5, "dash": "dash"}},
        _lanes(rules, "solid"),
        _lanes(plans, "dot"),
        _chosen(result["first"], "@accent", 8, "circle"),
        _chosen(result["second"], "@warn", 4, "diamond"),
        words([FIRST] * top, list(reversed(range(top))), result["labels"], position="middle left", size=12),
        words(**result["mark"], colour="@quiet", position="middle left", size=12),
    ]
    return figure(
        traces,
        x=axis(range=[FIRST, LAST + 1.2], tickvals=[2010, 2014, 2018, 2022, 2026], showgrid=True),
        y=hidden(range=[-0.8, top + 0.8]),
        margin={"l": 158, "r": 8, "t": 2, "b": 26},
    )


def _lanes(lanes: list, dash: str) -> dict:
    """Thin bars, a gap after each."""
    x: list = []
    y: list = []
    for lane, entry in lanes:
        x += [entry["start"], entry["end"], None]
        y += [lane, lane, None]
    return {"type": "scatter", "mode": "lines", "x": x, "y": y, "line": {"color": "@quiet", "width": 2, "dash": dash}}


def _chosen(at: dict, colour: str, width: float, symbol: str = "") -> dict:
    marker = {"symbol": symbol, "size": 11, "color": colour, "opacity": 1} if symbol else {}
    return {
        "type": "scatter",
        "mode": "lines+markers" if symbol else "lines",
        "x": at["x"],
        "y": at["y"],
        "line": {"color": colour, "width": width},
        **({"marker": marker} if symbol else {}),
    }


EXPLORABLE = Explorable(
    name="choose-a-list",
    title="Each list has its own keeper, its own rule and its own way off",
    model="choose_a_list",
    controls=(
        Choice("list", "List", "judgment-defaulters", LISTS),
        Choice("other", "Compare with", "major-tax", {NO: "nothing", **LISTS}),
        Range("year", "At the end of", LAST, FIRST, LAST, 1, help="2026: on 22 November."),
    ),
    figure=draw,
    bindings=(
        *(
            Bind(f"data[{place}].{side}", f"{name}.{side}")
            for place, name in ((0, "line"), (3, "first"), (4, "second"))
            for side in "xy"
        ),
        Bind("data[5].text", "labels"),
        Bind("data[6].x", "mark.x"),
        Bind("data[6].text", "mark.text"),
    ),
    columns=("Question", "First list", "Second list"),
    words=WORDS,
    assumptions=(
        "A list is dated by the rule named. An earlier rule may have kept a list of the same kind, so a bar does "
        "not prove that nothing stood there before.",
        "A bar reaches today where no end was read. For some it was not found whether the list is still kept; the note "
        "in the table says so.",
        "Where only a year or a month was read, the bar begins with it.",
        "An empty cell is told as “the text read does not say”. Another text may say it.",
        "A rule says what may happen to who is listed, not how often it does.",
    ),
    tries=(
        "Compare the court's list with the tax list. On which of them can paying alone end it within days?",
        "Go back to 2013. Whose rules are left?",
        "Find a list for which the text read names neither a term nor a way off.",
    ),
    discover="At the end of 2013, two of these rules were in force, both the courts'. Three years is a common term; "
    "yet for several lists the text read gives neither a term nor a way off.",
    alt="A lane for each of the national lists, from the first day of its rule to today, the two chosen ones thick and "
    "numbered, and a dashed line at the chosen year. The table compares the two, question by question.",
    sources=("spc2017defaulters", "sta54", "samr44", "guobanfa49"),
    data=table,
    heights=(560, 560),
    caption="Thick: the chosen list (1, round ends) and the second (2, diamonds). Dotted: lists of the "
    "level “national law or plan”, each from a memorandum. Dashed line: the end of the chosen year.",
)
