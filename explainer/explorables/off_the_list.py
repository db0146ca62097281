"""When would this record come off? Five rulebooks, one record, and what was done to put it right."""

from __future__ import annotations

import re
from typing import Any

from explainer.charts.figure import axis, figure, hidden, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range
from explainer.models.off_the_list import BAR, OPEN

FIRST, LAST = 2013, 2026
NUMBERS = {"one": 1, "two": 2, "three": 3, "five": 5, "six": 6, "twelve": 12}
UNITS = {"month": 1, "year": 12}
RIGHTS = ("told", "see", "object", "repair", "sue")

# A rulebook: year, mode, short name (a line of the figure), full name, row that says since when and on what level,
# terms as (name, table, row, column, phrase that must stand there), rights as {right: (wording, table, row)}.
Term = tuple[str, str, str, str, str]
Rule = tuple[int, str, str, str, tuple[str, str], tuple[Term, ...], dict[str, tuple[str, str, str]]]

COURT_2013: Rule = (
    2013,
    "unread",
    "court rules of 2013",
    "the courts’ first rules",
    ("laws", "court-list-2013"),
    (),
    {
        "told": ("warned", "claims", "right-court-2013"),
        "see": ("public", "laws", "court-list-2013"),
        "object": ("correct", "claims", "right-court-2013"),
    },
)
COURT_RIGHTS = {
    "told": ("warning", "claims", "lists-warning"),
    "see": ("published", "claims", "lists-published"),
    "object": ("courts", "claims", "lists-objection"),
}
COURT_1: Rule = (
    2017,
    "pay",
    "court rules, ground 1",
    "the courts’ rules as amended",
    ("laws", "court-list-2017"),
    (),
    {**COURT_RIGHTS, "repair": ("delete", "claims", "lists-exit-open")},
)
COURT_2: Rule = (
    2017,
    "discretion",
    "court rules, grounds 2–6",
    "the courts’ rules as amended",
    ("laws", "court-list-2017"),
    (
        ("term", "lists", "judgment-defaulters", "duration", "two years"),
        ("extra", "lists", "judgment-defaulters", "duration", "three more"),
    ),
    {**COURT_RIGHTS, "repair": ("may", "claims", "lists-exit-term")},
)
ORDER_58: Rule = (
    2023,
    "unread",
    "Order 58 (trial)",
    "the planning commission’s Order 58, on trial",
    ("laws", "repair-rules-2023"),
    (),
    {"repair": ("stated", "claims", "right-repair")},
)
REPAIR_36 = {"repair": ("pledge", "claims", "repair-conditions")}
ORDER_36: Rule = (
    2026,
    "unread",
    "Order 36",
    "the planning commission’s Order 36",
    ("laws", "repair-order-2026"),
    (),
    REPAIR_36,
)
SHANGHAI: Rule = (
    2017,
    "fixed",
    "Shanghai only",
    "Shanghai’s regulations, for that city alone",
    ("laws", "shanghai"),
    (("term", "figures", "shanghai-record-years", "value", "years"),),
    {
        "see": ("reports", "laws", "shanghai"),
        "object": ("days", "claims", "right-shanghai-objection"),
        "repair": ("named", "laws", "shanghai"),
    },
)


def _none(year: int, note: str = "none") -> Rule:
    return (year, "none", "", note, ("", ""), (), {})


def _list(year: int, mode: str, short: str, name: str, row: str, terms: tuple, rights: dict) -> Rule:
    """A rulebook whose dates and terms stand in the row of its list."""
    found = tuple((term, "lists", row, column, phrase) for term, column, phrase in terms)
    return (year, mode, short, name, ("lists", row), found, {"repair": ("ask", "lists", row), **rights})


def _register(year: int, mode: str, phrase: str, least: str = "") -> Rule:
    """The company register under the rules of 2021 or of 2025; `least` is the phrase for those who apply."""
    row, early, name = {
        2021: ("machinery-penalty-terms", "register-early-2021", "rules of 2021"),
        2025: ("register-terms-2025", "register-terms-2025", "Order 107"),
    }[year]
    terms: tuple[Term, ...] = (("term", "claims", row, "statement", phrase),)
    if least:
        terms += (("least", "claims", early, "statement", least),)
    return (
        year,
        mode,
        "company register",
        f"the market regulator’s {name} for the company register",
        ("claims", row),
        terms,
        {"repair": ("ask", "claims", early)} if least else {},
    )


def _tier(mode: str, name: str) -> Rule:
    longest = f"repair-{name}-months" if name == "minor" else f"repair-{name}-most"
    terms: tuple[Term, ...] = (("term", "figures", longest, "value", "months"),)
    if mode == "tier":
        terms += (("least", "figures", f"repair-{name}-least", "value", "months"),)
    return (
        2026,
        mode,
        f"Order 36, {name}",
        f"the planning commission’s Order 36, {name} record",
        ("laws", "repair-order-2026"),
        terms,
        REPAIR_36,
    )


# kind -> name in sentences, label of the option, five rulebooks: of 2013, 2017, 2021, 2023 and 2026 for a list,
# of 2017, 2021, 2023, 2025 and 2026 for a penalty
KINDS: dict[str, tuple[str, str, tuple[Rule, ...]]] = {
    "court-first": (
        "An entry on the court’s list, ground 1 (able to pay but refuses)",
        "court list: able to pay but refuses",
        (COURT_2013, COURT_1, _none(2021, "newer"), _none(2023, "newer"), _none(2026, "newer")),
    ),
    "court-other": (
        "An entry on the court’s list, grounds 2–6",
        "court list: the other five grounds",
        (COURT_2013, COURT_2, _none(2021, "newer"), _none(2023, "newer"), _none(2026, "newer")),
    ),
    "market": (
        "An entry on the market regulator’s serious list",
        "market regulator’s list",
        (
            _none(2013),
            _none(2017),
            _list(
                2021,
                "request",
                "market list",
                "the market regulator’s list",
                "market-violators",
                (("term", "duration", "Three years"), ("least", "way_off", "one year")),
                {"told": ("hearing", "laws", "samr-serious-list")},
            ),
            ORDER_58,
            ORDER_36,
        ),
    ),
    "tax": (
        "An entry among the major tax violators",
        "major tax violators",
        (
            _none(2013),
            _none(2017),
            _list(
                2021,
                "request",
                "tax list",
                "the tax administration’s list",
                "major-tax",
                (("term", "duration", "Three years"), ("least", "way_off", "six months")),
                {
                    "told": ("notice", "laws", "tax-major-violators"),
                    "object": ("objection", "laws", "tax-major-violators"),
                },
            ),
            ORDER_58,
            ORDER_36,
        ),
    ),
    "wages": (
        "An entry on the list for unpaid wages",
        "unpaid wages of migrant workers",
        (
            _none(2013),
            _none(2017),
            _list(
                2021,
                "wait",
                "wages list",
                "the list for unpaid wages",
                "unpaid-wages",
                (("term", "duration", "Three years"), ("least", "way_off", "six months")),
                {},
            ),
            ORDER_58,
            ORDER_36,
        ),
    ),
    "customs": (
        "An entry on customs’ serious list",
        "customs, serious",
        (
            _none(2013),
            _none(2017),
            _none(2021),
            ORDER_58,
            _list(
                2026,
                "request",
                "customs list",
                "customs’ Order 282",
                "customs-serious",
                (("term", "duration", "three years"), ("least", "way_off", "one year")),
                {},
            ),
        ),
    ),
    "minor": (
        "A minor penalty",
        "administrative penalty: minor",
        (
            SHANGHAI,
            _register(2021, "alone", "three months"),
            ORDER_58,
            _register(2025, "alone", "three months"),
            _tier("unseen", "minor"),
        ),
    ),
    "general": (
        "A general penalty",
        "administrative penalty: general",
        (
            SHANGHAI,
            _register(2021, "request", "three years", "six months"),
            ORDER_58,
            _register(2025, "request", "one year", "three months"),
            _tier("tier", "general"),
        ),
    ),
    "serious": (
        "A serious penalty",
        "administrative penalty: serious",
        (
            SHANGHAI,
            _register(2021, "fixed", "three years"),
            ORDER_58,
            _register(2025, "request", "three years", "one year"),
            _tier("tier", "serious"),
        ),
    ),
}
CODE: Rule = (
    2021,
    "unread",
    "",
    "Civil Code, article 1029, every kind of record",
    ("laws", "civil-code-1029"),
    (),
    {"see": ("look", "claims", "right-code"), "object": ("ask_code", "claims", "right-code")},
)

MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
LABELS = {
    **{f"month_{number}": name for number, name in enumerate(MONTHS, 1)},
    "head": "<b>{year}</b> {name}",
    "head_date": "<b>{year}</b> {name}: <b>{first}</b>",
    "head_open": "<b>{year}</b> {name}: <b>no end set</b>",
    "head_unseen": "<b>{year}</b> {name}: <b>as a rule not shown</b>",
    "note_early": "not yet in force: began {when}",
    "note_over": "no longer in force: ended {when}",
    "note_none": "no rule for this kind of record found",
    "note_newer": "no newer rule for this list found",
    "note_unread": "in force; no term read for this kind",
    "top_nothing": "record of {record}; nothing is done",
    "top_paid": "record of {record}; put right {repair} ◆",
    "top_applied": "record of {record}; put right {repair} ◆",
}
NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WORDS = {
    **LABELS,
    **{f"month_{number}": name for number, name in enumerate(NAMES, 1)},
    "nothing": "–",
    "open": "no end set",
    "unseen": "as a rule not shown",
    "sources_between": "; ",
    "source": "{level}; grade {grade}; {sources}",
    "row": "{year}: {name} ({source})",
    "rule": "{year}, {name} ({source}):",
    "say_nothing": "{kind}, recorded in {record}; nothing is done.",
    "say_paid": "{kind}, recorded in {record}, paid or corrected in {repair}; nobody applies.",
    "say_applied": "{kind}, recorded in {record}, paid or corrected in {repair}, with removal applied for.",
    "say_before": "The repair lies {n} before the record. There was nothing to record, then: object to the record as "
    "wrong, "
    "rather than ask for repair. The dates here count the repair from the month of the record.",
    "say_no_rule": "No rule with a term that we read was in force then, so no day can be given.",
    "say_early": "Not yet in force then: {years}.",
    "say_over": "No longer in force: {years}.",
    "say_unread": "In force, but no term for this kind was read: {years}.",
    "say_none": "No rule of its own, or no newer one, found for {years}.",
    "months_one": "{n} month",
    "months_other": "{n} months",
    "why_pay_done": "the court must delete it within three working days of payment, so in {first}.",
    "why_pay_open": "no end is set; it ends when the debt is paid, when the creditor asks and the court agrees, or "
    "when repeated "
    "searches find nothing.",
    "why_discretion": "the court may end it from {first}, but need not; the term ends in {term}, or up to {last} for "
    "serious violence or "
    "several breaches.",
    "why_discretion_end": "the term ends in {first}, or up to {last} for serious violence or several breaches.",
    "why_request": "it could come off in {first}: at least {least} on show, and once it is put right. By its term "
    "alone: {term}.",
    "why_wait": "it could come off in {first}, {least} after payment, with a promise. By its term alone: {term}.",
    "why_tier": "it could come off in {first}: at least {least} on show, put right, with a public pledge. Otherwise "
    "in {term}.",
    "why_tier_nothing": "the longest term ends in {first}, but since nothing was put right the sector’s own rule "
    "decides then.",
    "why_too_late": "the application comes too late to shorten anything; the term ends in {first}.",
    "why_not_applied": "putting it right is not enough without applying; the term ends in {first}.",
    "why_end": "the term ends in {first}.",
    "why_fixed": "the term ends in {first}; how much sooner repair could end it was not read.",
    "why_alone": "it goes by itself in {first}; a mere warning is not shown at all.",
    "why_unseen": "as a rule it is not shown at all, and at most until {last}.",
    "state_rule": "in force",
    "state_early": "not yet in force",
    "state_over": "no longer in force",
    "state_unread": "in force; no term for this kind",
    "right_unread": "not read",
    "right_warned": "warning; decision served",
    "right_public": "public list",
    "right_correct": "correction on request",
    "right_warning": "warning in the enforcement notice",
    "right_published": "published with the conduct",
    "right_courts": "to the court, then the higher court",
    "right_delete": "must be deleted on payment",
    "right_may": "court may delete early",
    "right_stated": "called a right",
    "right_pledge": "a right; pledge needed",
    "right_reports": "free reports each year",
    "right_days": "answered within days",
    "right_named": "provided for",
    "right_ask": "see terms; on request",
    "right_hearing": "hearing",
    "right_notice": "notice",
    "right_objection": "objection",
    "right_look": "look up one’s evaluation",
    "right_ask_code": "ask for correction or deletion",
}


def tables(evidence: Any) -> dict:
    """The rulebooks of each kind, with terms in months read out of their rows, and the Civil Code's right."""
    rows = {table: {row["id"]: row for row in evidence.rows(table)} for table in ("lists", "laws", "claims", "figures")}
    return {
        "kinds": {
            kind: {"name": name, "rules": [_plain(rule, rows, evidence) for rule in rules]}
            for kind, (name, _, rules) in KINDS.items()
        },
        "code": _plain(CODE, rows, evidence),
        "labels": LABELS,
    }


def _plain(rule: Rule, rows: dict, evidence: Any) -> dict:
    """A rulebook as the model needs it. Raises KeyError or ValueError where a row or its phrase is gone."""
    year, mode, short, name, (table, key), terms, rights = rule
    for _, of, row in rights.values():
        rows[of][row]  # each right rests on a row that exists
    said = {right: rights[right][0] if right in rights else "unread" for right in RIGHTS}
    months = {term: _months(rows[of][row], column, phrase) for term, of, row, column, phrase in terms}
    plain = {
        "year": year,
        "mode": mode,
        "short": short,
        "name": name,
        "note": name if mode == "none" else "",
        "rights": said,
        "term": OPEN,
        "least": 0,
        "extra": 0,
        **months,
        "from": OPEN,
        "to": OPEN,
        "level": "",
        "grade": "",
        "sources": [],
    }
    if mode != "none":
        row = rows[table][key]
        start = dates.earliest(row["from"])
        end = dates.latest(row["to"]) if row["to"] else None
        plain |= {
            "from": start.year * 12 + start.month - 1,
            "to": end.year * 12 + end.month - 1 if end else OPEN,
            "level": row["level"],
            "grade": row["grade"],
            "sources": [evidence.sources[source].label for source in row["sources"]],
        }
    return plain


def _months(row: dict, column: str, phrase: str) -> int:
    """The months that a phrase of a row says ("three years"); of a single number, those of its unit."""
    if column == "value":
        if row["unit"] != phrase:
            raise ValueError(f"{row['id']}: counted in {row['unit']}, not in {phrase}")
        return int(row["value"]) * UNITS[phrase.removesuffix("s")]
    if phrase.lower() not in row[column].lower():
        raise ValueError(f"{row['id']}.{column} no longer says “{phrase}”: {row[column]}")
    # "one to three more" goes on from the "two years" before it: years
    number, unit = re.fullmatch(r"(\w+) (year|month|more)s?", phrase.lower()).groups()
    return NUMBERS[number] * UNITS["year" if unit == "more" else unit]


def draw(params: dict, result: dict, data: dict):
    """A row a rulebook: its name and earliest day, below them the bar from the record on."""
    rows = len(result["heads"])
    middles = [number + BAR for number in range(rows)]
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "y": middles,
            "x": result["solid"],
            "base": result["base"],
            "width": 0.3,
            "marker": {"color": "@calm"},
        },
        {
            "type": "bar",
            "orientation": "h",
            "y": middles,
            "x": result["pale"],
            "base": result["pale_base"],
            "width": 0.3,
            "marker": {"color": "@calm", "pattern": {"shape": "/", "fillmode": "replace", "size": 6, "solidity": 0.3}},
        },
        {"type": "scatter", "mode": "lines", **result["line"], "line": {"color": "@calm", "width": 2, "dash": "dot"}},
        {
            "type": "scatter",
            "mode": "markers",
            **result["tip"],
            "marker": {"symbol": "triangle-right", "size": 12, "color": "@calm", "opacity": 1},
        },
        {
            "type": "scatter",
            "mode": "markers",
            **result["repair"],
            "marker": {
                "symbol": "diamond",
                "size": 10,
                "color": "@good",
                "opacity": 1,
                "line": {"color": "@paper", "width": 1.5},
            },
        },
        words(result["heads_at"], [number - 0.27 for number in range(rows)], result["heads"]),
        words(result["notes_at"], middles, result["notes"], "@quiet", size=12),
        words(result["top_at"], [-0.85], result["top"]),
    ]
    return figure(
        traces,
        x=axis(
            "year (each label stands at 1 January)",
            range=result["range"],
            dtick=1,
            tick0=2013,
            tickformat="d",
            showgrid=True,
            ticks="outside",
        ),
        y=hidden(range=[rows - 0.4, -1.15]),
        margin={"l": 8, "r": 8, "t": 4, "b": 46},
        barmode="overlay",
    )


EXPLORABLE = Explorable(
    name="off-the-list",
    title="In 2026 a general penalty put right can go after three months; Shanghai’s records keep it five years",
    model="off_the_list",
    controls=(
        Choice("kind", "Kind of record", "general", {name: shown for name, (_, shown, _) in KINDS.items()}),
        Range("year", "Year of the record", 2026, FIRST, LAST, 1),
        Range("month", "Month of the record", 5, 1, 12, 1),
        Choice(
            "repair",
            "What was done",
            "applied",
            {
                "nothing": "nothing",
                "paid": "paid or corrected",
                "applied": "corrected, and applied for removal",
            },
        ),
        Range(
            "after",
            "Put right after",
            2,
            -6,
            48,
            1,
            " months",
            help="Below 0: before the record was made. Not used where nothing was done.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "solid"),
        Bind("data[0].base", "base"),
        Bind("data[1].x", "pale"),
        Bind("data[1].base", "pale_base"),
        Bind("data[2].x", "line.x"),
        Bind("data[2].y", "line.y"),
        Bind("data[3].x", "tip.x"),
        Bind("data[3].y", "tip.y"),
        Bind("data[4].x", "repair.x"),
        Bind("data[4].y", "repair.y"),
        Bind("data[5].x", "heads_at"),
        Bind("data[5].text", "heads"),
        Bind("data[6].x", "notes_at"),
        Bind("data[6].text", "notes"),
        Bind("data[7].x", "top_at"),
        Bind("data[7].text", "top"),
        Bind("layout.xaxis.range", "range"),
    ),
    columns=("Rulebook", "On that date", "Earliest off", "Latest", "Told", "See", "Object", "Repair", "Sue"),
    words=WORDS,
    assumptions=(
        "The rule in force in the month of the record is followed to the end. Whether a later rule also reaches "
        "older records was not "
        "read; if it does, some bars end sooner.",
        "Months only, so 29 February cannot arise. The courts’ three working days count as none. A record counts as "
        "published in its "
        "own month.",
        "“Earliest” is what the rule allows. The office may take longer, or refuse. For tax we read the six months "
        "as counted from "
        "publication, as the term is.",
        "Under the register’s rules of 2021 we matched small fines to “minor”, penalties that restrict business or "
        "work to “serious” and the others to “general”. Where food, drugs or special equipment were concerned, its "
        "six months were twelve. In December 2025 both rules of the register are drawn: they changed on the 25th.",
        "The register and Shanghai’s records are not Credit China: each has its own display.",
        "“No term read” and “not read” speak of our reading, not of the rule. Of the order of 2023 only the opening "
        "articles were read, and what the order of 2026 does to sector lists was not found.",
    ),
    tries=(
        "Leave the general penalty and choose “paid or corrected”. What does not applying cost?",
        "Choose the court’s first ground and do nothing. Then pay after four years.",
        "Put the repair before the record. What should the person ask for instead?",
    ),
    discover="Under Order 36, and on the company register since December 2025, a general penalty, put right and "
    "applied for at once, can go after three months, against five years in Shanghai’s records; "
    "for the court’s first ground nothing but payment or another exit ends it.",
    alt="Five rows, for the rules of five years: 2017, 2021, 2023, 2025 and 2026 for a penalty, 2013 instead of 2025 "
    "for a list. Each has a bar from the record to the earliest day it could come off, hatched while it can stay "
    "longer, or a note: no rule found, no term read, not yet or no longer in force. At the start: five years in "
    "Shanghai; the register’s rules of 2021 and the order of 2023 ended; three months, hatched to a year, on the "
    "register and under the order of 2026.",
    sources=("ndrc36", "order58", "spc2017defaulters", "samr45penalty", "samrrepair2025", "shanghai2017"),
    data=tables,
    heights=(440, 440),
    caption="Solid: until the earliest day it could come off. Hatched: how long it can stay otherwise. "
    "Dotted arrow: no end set. Diamond: put right.",
)
