"""What happened when: every dated event of the evidence, by kind, level and year."""

from __future__ import annotations

import calendar
import datetime
from functools import lru_cache
from typing import Any

from explainer.charts.figure import axis, figure, marks, words
from explainer.charts.palette import LEVELS
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range
from explainer.models.timeline import ABOVE, ALL, height, tops

FIRST, LAST = 1999, 2026
EVENTS = 134  # rows of the table; a test keeps it so, since a control is declared before any evidence is read
OUTLINE = 23  # the place of the plan of 2014 among all events

# kind as the model and the address name it -> as the table names it, as readers see it, symbol, colour. The lane and
# the symbol tell the kind; the colour only says the register: plan, practice, private, talk.
KINDS: dict[str, tuple[str, str, str, str]] = {
    "plan": ("plan and law", "Plans and laws", "square", "@plan"),
    "list": ("list and sanction", "Lists and sanctions", "diamond", "@practice"),
    "pilot": ("pilot", "Local pilots", "triangle-up", "@practice"),
    "company": ("company", "Companies: codes and grades", "triangle-down", "@practice"),
    "private": ("private score", "Private scores and bureaus", "circle", "@calm"),
    "institution": ("institution", "Institutions", "hexagon", "@practice"),
    "press": ("press and debate", "Press and debate", "x", "@quiet"),
}
SIZES = {"triangle-up": 11, "triangle-down": 11, "hexagon": 10}  # what looks smaller than it is; others: 9
RING = {"symbol": "circle-open", "size": 18, "color": "@ink", "line": {"color": "@ink", "width": 2.5}}
KIND_NAMES = {ours: name for name, (ours, *_) in KINDS.items()}
LEVEL_NAMES = {level: token.removeprefix("level-") for level, (token, _) in LEVELS.items()}
ABSENT = ("foreign",)  # levels that no event has

WORDS = {
    **{f"level_{name}": level for level, name in LEVEL_NAMES.items() if name not in ABSENT},
    "sources_between": "; ",
    "nothing": "–",
    "no_event": "No event fits these choices.",
    "say_swapped": "The first year came after the last, so the two were swapped.",
    "say_none": "No event from {first} to {last} is of this kind and level: choose “all” or more years.",
    "say_shown_one": "One event of {all}, from {first} to {last}.",
    "say_shown_other": "{shown} events of {all}, from {first} to {last}.",
    "say_clamped": "Fewer are shown than the number asked for, so the last one is read.",
    "say_event": "Number {number}: {date}: {event} ({level}; grade {grade}; {sources}).",
}


def events(evidence: Any) -> dict:
    """Every row of the table `timeline`, in the order of its dates."""
    found = []
    for row in _ordered(evidence):
        start, end = _span(row)
        found.append(
            {
                "date": dates.worded(row["date"]),
                "year": dates.earliest(row["date"]).year,
                "at": _middle(row),
                "start": start,
                "end": end,
                "kind": KIND_NAMES[row["kind"]],
                "level": LEVEL_NAMES[row["level"]],
                "grade": row["grade"],
                "event": row["event"],
                "sources": [evidence.sources[key].label for key in row["sources"]],
            }
        )
    return {"events": found}


def number(key: str, evidence: Any) -> int:
    """The value of the control `event` that reads this row of the table out, all kinds, levels and years being shown."""
    return [row["id"] for row in _ordered(evidence)].index(key) + 1


@lru_cache(maxsize=2)
def _ordered(evidence: Any) -> list[dict]:
    return sorted(evidence.rows("timeline"), key=_middle)


def _middle(row: dict) -> float:
    start, end = _span(row)
    return round((start + end) / 2, 4)


def _span(row: dict) -> tuple[float, float]:
    """The first and the last moment that the row's date can mean."""
    return _years(dates.earliest(row["date"])), _years(dates.latest(row["date"]) + datetime.timedelta(days=1))


def _years(day: datetime.date) -> float:
    """A day's beginning as a year with decimals, to a ten-thousandth (an hour)."""
    return round(day.year + (day.timetuple().tm_yday - 1) / (366 if calendar.isleap(day.year) else 365), 4)


def draw(params: dict, result: dict, data: dict):
    """Lanes by kind, a mark an event, and the chosen one with a pointer to its words above."""
    said = result["label"]
    traces = [
        {"type": "scatter", "mode": "lines", **result["pointer"], "line": {"color": "@ink", "width": 1, "dash": "dot"}},
        *(_marks(result["lanes"][name], symbol, colour) for name, (_, _, symbol, colour) in KINDS.items()),
        {"type": "scatter", "mode": "lines", **result["span"], "line": {"color": "@ink", "width": 2}},
        marks(result["mark"], RING),
        {
            "type": "scatter",
            "mode": "text",
            **result["none"],
            "texttemplate": WORDS["no_event"],
            "textfont": {"color": "@ink", "size": 15},
        },
        words(result["names"], [tops()[name] - 0.9 for name in KINDS], [shown for _, shown, _, _ in KINDS.values()]),
        words(said["x"], [height() + ABOVE], said["text"], position=said["side"]),
    ]
    return figure(
        traces,
        x=axis(
            "Year (each label stands at 1 January)",
            range=result["range"],
            dtick=result["step"],
            tick0=2000,
            tickformat="d",
            showgrid=True,
            ticks="outside",
        ),
        # the lines between lanes are a grid, and their names a trace: drawn faster than seven lines and seven labels
        y=axis(
            range=[-0.4, height() + ABOVE],
            tickvals=[tops()[name] for name in KINDS][1:],
            showticklabels=False,
            ticks="",
            showgrid=True,
            gridcolor="@rule",
        ),
        margin={"l": 8, "r": 8, "t": 96, "b": 46},
    )


def _marks(at: dict, symbol: str, colour: str) -> dict:
    return marks(at, {"symbol": symbol, "size": SIZES.get(symbol, 9), "color": colour})


EXPLORABLE = Explorable(
    name="timeline",
    title="First plans, then lists and pilots, then limits and repair",
    model="timeline",
    controls=(
        Choice("kind", "Kind", ALL, {ALL: "all kinds", **{name: ours for name, (ours, *_) in KINDS.items()}}),
        Choice(
            "level",
            "Level",
            ALL,
            {
                ALL: "all levels",
                **{name: level for level, name in LEVEL_NAMES.items() if name not in ABSENT},
            },
        ),
        Range("first", "From the year", FIRST, FIRST, LAST, 1),
        Range("last", "To the year", LAST, FIRST, LAST, 1),
        Range(
            "event",
            "Event read out",
            OUTLINE,
            1,
            EVENTS,
            1,
            help="Steps through the events shown, by date: focus it and press the arrow keys.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "pointer.x"),
        Bind("data[0].y", "pointer.y"),
        *(
            Bind(f"data[{place}].{side}", f"lanes.{name}.{side}")
            for place, name in enumerate(KINDS, 1)
            for side in "xy"
        ),
        Bind("data[8].x", "span.x"),
        Bind("data[8].y", "span.y"),
        Bind("data[9].x", "mark.x"),
        Bind("data[9].y", "mark.y"),
        Bind("data[10].x", "none.x"),
        Bind("data[10].y", "none.y"),
        Bind("data[11].x", "names"),
        Bind("layout.xaxis.range", "range"),
        Bind("layout.xaxis.dtick", "step"),
        Bind("data[12].x", "label.x"),
        Bind("data[12].text", "label.text"),
        Bind("data[12].textposition", "label.side"),
    ),
    columns=("Date", "Event", "Level", "Grade", "Sources"),
    words=WORDS,
    assumptions=(
        "These are the events for which a text that we read gives a date. They are not all that happened: national rules and the "
        "press in English are better covered than counties and courts.",
        "A year with many marks is a year with many events in our table. It shows what was found and chosen, not how "
        "much the system did.",
        "The kind is our sorting. “Media myth” as a level marks what a report says about a single score, also where "
        "it denies one.",
        "A date that names only a month or a year stands in its middle. A bar through the chosen mark shows the days "
        "that its date can mean.",
        "Height within a lane means nothing: it keeps marks from covering each other.",
    ),
    tries=(
        "Choose the kind “pilot”. How many years lie between the first and the second?",
        "Choose “press and debate” and step through it. Who says “score” first, and who denies it?",
        "Choose the level “proposal”. Which law has been in the making since before the plan of 2014 ended?",
    ),
    discover="Plans come first, by more than a decade; lists and memoranda crowd the years from 2013 to 2018; from "
    "2019 on, limits, statutes and repair take over. The draft law stays a draft.",
    alt="Seven lanes of marks along the years 1999 to 2026: plans and laws, lists and sanctions, local pilots, "
    "companies, private scores, institutions, press. Marks are few before 2013 and dense from 2014 on. The table "
    "lists every event.",
    sources=("outline2014", "guobanfa49", "opinions2025"),
    data=events,
    heights=(548, 548),
    caption="Each mark is one dated event. Symbol and lane: kind. Ringed: the event that is read out.",
)
