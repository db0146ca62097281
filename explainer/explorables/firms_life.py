"""An invented firm's life in seven lanes: what each scheme of grades would do, as far as its rows say."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range, Switch

FIRST, LAST = 2014, 2026
SURE, MAYBE = "@calm", "@calm"

# A lane: title, the event that meets it, whether an older rule existed that our table lacks, and its editions.
# An edition: rows of `ratings` with the name in the box; why the place is hidden, if it is; places (from 0)
# that the rows leave possible after each kind of event; places after repair where a row states them.
# Our reading of `meaning`.
LANES: tuple[tuple[str, str, str, bool, tuple[dict, ...]], ...] = (
    # M, the third, is for new firms and firms without income: the invented firm is neither.
    (
        "tax",
        "Tax",
        "tax",
        False,
        (
            {
                "rows": {"tax-a": "A", "tax-b": "B", "tax-m": "M", "tax-c": "C", "tax-d": "D"},
                "effects": {"none": [0, 1], "late": [0, 1, 3, 4], "evasion": [4]},
                "apart": [2],
            },
        ),
    ),
    (
        "customs",
        "Customs",
        "customs",
        True,
        (
            {
                "rows": {
                    "customs-old-advanced": "advanced<br>certified",
                    "customs-old-other": "other",
                    "customs-old-dishonest": "breach<br>of trust",
                },
                "hidden": "criteria",
            },
            {
                "rows": {
                    "customs-advanced": "advanced<br>certified",
                    "customs-certified": "certified",
                    "customs-regular": "regular",
                    "customs-dishonest": "breach<br>of trust",
                    "customs-seriously-dishonest": "serious<br>breach",
                },
                "effects": {"none": [2], "error": [2, 3], "listed": [3], "grave": [4]},
                "after": {"grave": [3, 4]},
            },
        ),
    ),
    (
        "environment",
        "Environment (national)",
        "pollution",
        False,
        (
            {
                "rows": {
                    "environment-green": "green",
                    "environment-blue": "blue",
                    "environment-yellow": "yellow",
                    "environment-red": "red",
                },
                "effects": {"none": [0, 1], "light": [2, 3], "serious": [2, 3], "grave": [2, 3]},
            },
        ),
    ),
    (
        "jiangsu",
        "Environment (Jiangsu)",
        "pollution",
        False,
        (
            {
                "rows": {
                    "jiangsu-green": "green",
                    "jiangsu-blue": "blue",
                    "jiangsu-yellow": "yellow",
                    "jiangsu-red": "red",
                    "jiangsu-black": "black",
                },
                "effects": {"none": [0, 1], "light": [0, 1, 2], "serious": [3], "grave": [4]},
            },
            # By points: a warning costs one of nine to twelve, a crime all twelve, other acts something between.
            {
                "rows": {
                    "jiangsu-2019-green": "green",
                    "jiangsu-2019-blue": "blue",
                    "jiangsu-2019-yellow": "yellow",
                    "jiangsu-2019-red": "red",
                    "jiangsu-2019-black": "black",
                },
                "effects": {"none": [0, 1], "light": [0, 1], "serious": [1, 2, 3], "grave": [4]},
            },
        ),
    ),
    (
        "appraisal",
        "Evaluation of 2019",
        "",
        False,
        (
            {
                "rows": {
                    "evaluation-2019-excellent": "excellent",
                    "evaluation-2019-good": "good",
                    "evaluation-2019-medium": "medium",
                    "evaluation-2019-poor": "poor",
                },
                "hidden": "weights",
            },
        ),
    ),
    (
        "unified",
        "A–D grades of 2026",
        "",
        False,
        (
            {
                "rows": {
                    "evaluation-2026-a": "A",
                    "evaluation-2026-b": "B",
                    "evaluation-2026-c": "C",
                    "evaluation-2026-d": "D",
                },
                "hidden": "definition",
            },
        ),
    ),
)
INPUTS = "companies-33m-inputs"  # claim: what was reported to go into the evaluation of 2019
RENEWED = "companies-2026-rights"  # claim: what the plan of 2026 asks for after a repair
REPAIRS = ("repair-rules-2023", "repair-order-2026")  # rows of `laws`

LABELS = {
    "mark_stated": "stated",
    "mark_open": "open: one of {n}",
    "mark_criteria": "criteria not read",
    "mark_weights": "criteria not published",
    "mark_definition": "definition not seen",
    "mark_not-yet": "not yet in force (from {year})",
    "mark_ended": "replaced",
    "mark_unread": "rule before {year} not read",
}
WORDS = {
    "sources_between": "; ",
    "between": "; ",
    "or": " or ",
    "nothing": "–",
    "source": "{level}; grade {grade}; {sources}",
    "when": "At the end of {year}",
    "when_last": "On {date}",
    "placed_stated": "{title}: {grades} (since {date}; {source})",
    "placed_open": "{title}: {grades}",
    "placed_hidden": "{title} ({hidden})",
    "hidden_criteria": "we have not read its criteria",
    "hidden_weights": "criteria not published at the time",
    "hidden_definition": "definition of the grades not seen",
    "grade": "{label} ({meaning})",
    "none": "none",
    "placed_not-yet": "{title}",
    "say_nothing": "Nothing has happened to the firm.",
    "say_counts": "{when} {all} lanes are in force. The rows settle {stated} and leave {open} open.",
    "say_stated": "Settled: {list}.",
    "say_open": "Open: {list}.",
    "say_hidden": "Marked “?”: {list}.",
    "say_not_yet": "Not yet in force in {year}: {list}.",
    "placed_unread": "{title} (before {date})",
    "say_unread": "Rule not read: {list}.",
    "say_repair": "Put right under {rule}, in force since {date} ({source}): {what}. What "
    "the grade is afterwards, most rows do not say.",
    "say_repair_early": "Put right: our table holds no general rule on repair before {date} ({rule}), "
    "so the lanes stay open.",
    "say_repair_nothing": "There is nothing to put right: no record was made, so the repair changes no lane.",
    "say_repair_judgment": "An unpaid judgment that is put right is a paid one.",
    "why_not-yet": "Not yet in force; from {date} ({basis}).",
    "why_unread": "A rule before {date} existed or may have; it is not in our table.",
    "why_ended": "Ended {end}.",
    "why_repair": "After repair: which of these, the rows do not say.",
    "why_tax_none": "Points start at 90 or more; some firms are kept from an A all the same.",
    "why_tax_late": "The points that a late payment costs are not in our table, so the index may end anywhere.",
    "why_customs_error": "Untrustworthy only if the error is one of the listed breaches, which our row does not "
    "spell out.",
    "why_customs_stated-repair": "The row on the serious list: on request after one year, to the next grade.",
    "why_environment_none": "Assumed: with nothing recorded, not below good.",
    "why_environment_light": "The rows name the colours, not the acts behind each; provinces grade.",
    "why_environment_serious": "The rows name the colours, not the acts behind each; provinces grade.",
    "why_environment_grave": "The rows name the colours, not the acts behind each; provinces grade.",
    "why_jiangsu_none": "Assumed: with nothing recorded, not below second. Since 2019 a firm starts with nine points, "
    "which is blue; green needs points added.",
    "why_jiangsu_light": "Red is for serious breaches, so above red. By the points of 2019 a warning costs one.",
    "why_jiangsu_serious": "By the points of 2019 an act costs one to twelve; we read the cost of few. Too much into "
    "the air cost three in one example, which leaves a firm blue.",
    "why_jiangsu_grave": "By the points of 2019 a crime costs all twelve.",
    "why_court_none": "No unperformed judgment, so no listing.",
    "why_court_unpaid": "An unpaid judgment alone lists nobody: one of the six grounds must come with it.",
    "why_court_repair": "Once paid, the entry ends within three working days on the first ground, later on the others.",
    "not_stated": "not stated in our rows",
    "place_hidden": "?",
}


def tables(evidence: Any) -> dict:
    """The lanes with their editions and grades; the rules on repair; the day of the last check."""
    ratings = {row["id"]: row for row in evidence.rows("ratings")}
    laws = {row["id"]: row for row in evidence.rows("laws")}
    claims = {row["id"]: row["statement"] for row in evidence.rows("claims") if row["id"] in (INPUTS, RENEWED)}
    lanes = []
    for name, title, event, older, editions in LANES:
        lanes.append(
            {
                "id": name,
                "title": title,
                "event": event,
                "older": older,
                "editions": [
                    _edition(evidence, [ratings[key] for key in each["rows"]], each, claims) for each in editions
                ],
            }
        )
    lanes.append(_court(evidence))
    checked = max(dates.latest(str(row["checked"])) for row in ratings.values())
    return {
        "lanes": lanes,
        "repairs": [
            {
                **_plain(evidence, laws[key]),
                "document": laws[key]["document"],
                "what": laws[key]["what"][:1].lower() + laws[key]["what"][1:],
            }
            for key in REPAIRS
        ],
        "as_of": {"year": checked.year, "date": dates.worded(checked.isoformat())},
        "labels": LABELS,
    }


def _edition(evidence: Any, rows: list[dict], plan: dict, claims: dict[str, str]) -> dict:
    """One edition of a scheme from its rows; the first row speaks for all."""
    first = rows[0]
    note = first["meaning"] or ""
    if plan.get("hidden") == "weights":
        note = f"{note}. {claims[INPUTS]}"
    elif plan.get("hidden") == "definition":
        note = f"{first['note']}."
    elif plan.get("hidden") == "criteria":
        note = "The rows name the grades of this rule and not what leads to each."
    return {
        **_plain(evidence, first),
        "basis": first["legal_basis"],
        "hidden": plan.get("hidden", ""),
        "note": note,
        "end": f"{dates.worded(first['to'])}. {first['note']}" if first["to"] else "",
        "effects": plan.get("effects", {}),
        "after": plan.get("after", {}),
        "apart": plan.get("apart", []),
        "mended": claims[RENEWED] if plan.get("hidden") == "definition" else "",
        "grades": [
            {
                "label": row["label"],
                "short": plan["rows"][row["id"]],
                "meaning": row["meaning"] or "",
                "consequences": row["consequences"] or "",
                "from": _year(row["from"]),
                "to": _year(row["to"]),
            }
            for row in rows
        ],
    }


def _court(evidence: Any) -> dict:
    """The courts' list as a lane of its own: on it or off it."""
    row = next(each for each in evidence.rows("lists") if each["id"] == "judgment-defaulters")
    grade = {"meaning": "", "from": _year(row["from"]), "to": None}
    return {
        "id": "court",
        "title": "Court list (no grade)",
        "event": "judgment",
        "older": False,
        "editions": [
            {
                **_plain(evidence, row),
                "basis": row["legal_basis"],
                "hidden": "",
                "note": row["grounds"],
                "end": "",
                "effects": {"none": [0], "unpaid": [0, 1]},
                "after": {},
                "apart": [],
                "mended": "",
                "grades": [
                    {**grade, "label": "off", "short": "off", "consequences": "nothing follows from this list"},
                    {**grade, "label": "on", "short": "on", "consequences": row["consequences"]},
                ],
            }
        ],
    }


def _plain(evidence: Any, row: dict) -> dict:
    """Dates, level, grade and sources of a row of any table."""
    return {
        "from": _year(row["from"]),
        "to": _year(row["to"]),
        "date": dates.worded(row["from"]),
        "level": row["level"],
        "grade": row["grade"],
        "sources": [evidence.sources[key].label for key in row["sources"]],
    }


def _year(date: str | None) -> int | None:
    return dates.earliest(date).year if date else None


def draw(params: dict, result: dict, data: dict):
    """A lane a scheme, its grades as boxes, best on the left: solid where settled, thick-edged where open."""
    lanes = len(result["titles"])
    tops = [i + 0.16 for i in range(lanes)]
    return figure(
        [
            _boxes(result["plain_boxes"], "@rule", 1),
            _boxes(result["maybe_boxes"], MAYBE, 2.5),
            {**_boxes(result["sure_boxes"], SURE, 2.5), "fill": "toself", "fillcolor": SURE},
            words(**result["plain_names"], colour="@quiet", position="middle center", size=12),
            words(**result["maybe_names"], position="middle center", size=12),
            words(**result["sure_names"], colour="@paper", position="middle center", size=12),
            words([0.03] * lanes, tops, result["titles"], size=12),
            words([4.97] * lanes, tops, result["marks"], "@quiet", "middle left", 12),
            words(**result["queries"], colour="@accent", position="middle center", size=22),
        ],
        x=hidden(range=[0, 5]),
        y=hidden(range=[lanes, 0]),
        margin={"l": 4, "r": 4, "t": 4, "b": 2},
    )


def _boxes(at: dict, colour: str, width: float) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": at["x"],
        "y": at["y"],
        "line": {"color": colour, "width": width},
        "cliponaxis": False,
    }


EXPLORABLE = Explorable(
    name="firms-life",
    title="Each event moves the grade of its own scheme only; the national grades cannot be worked out from outside",
    model="firms_life",
    controls=(
        Range("year", "Year", LAST, FIRST, LAST, 1, help="Taken at its end; the last at the day of the last check."),
        Choice("tax", "Tax", "late", {"none": "nothing", "late": "paid late", "evasion": "evaded"}),
        Choice(
            "customs",
            "Customs",
            "error",
            {
                "none": "nothing",
                "error": "an error in a declaration",
                "listed": "a breach that the rule lists",
                "grave": "a listed breach, and grave",
            },
        ),
        Choice(
            "pollution",
            "Pollution",
            "grave",
            {"none": "none", "light": "a light breach", "serious": "a serious breach", "grave": "a grave breach"},
        ),
        Switch("judgment", "A court judgment is not paid", True),
        Switch("repaired", "All of it is put right, and repair asked for", False),
    ),
    figure=draw,
    bindings=(
        *(
            Bind(f"data[{i}].{axis}", f"{name}_boxes.{axis}")
            for i, name in enumerate(("plain", "maybe", "sure"))
            for axis in "xy"
        ),
        *(
            Bind(f"data[{i}].{place}", f"{name}_names.{place}")
            for i, name in enumerate(("plain", "maybe", "sure"), 3)
            for place in ("x", "y", "text")
        ),
        Bind("data[7].text", "marks"),
        *(Bind(f"data[8].{place}", f"queries.{place}") for place in ("x", "y", "text")),
    ),
    columns=("Scheme", "Place by the rows", "Why", "What the place brings", "Source"),
    words=WORDS,
    assumptions=(
        "The firm is invented: not new, with income, in Jiangsu, trading abroad, and it "
        "never asked customs to certify it.",
        "With nothing recorded we put it in the upper part of a scheme (A or B; green or blue). "
        "For tax, and for Jiangsu since 2019, the points at the start bear this out; for the national "
        "colours no row does.",
        "Which event meets which grade is our reading of the rows. A row that leaves several grades open is drawn "
        "so; with the full text of each rule and its points some lanes could be settled.",
        "Each year stands alone, under the grades in our table; changes of a rule between two "
        "dates in the table are not shown.",
        "Six schemes and one list out of many: labour, food, medicine, risk classes and other provinces are left out.",
    ),
    tries=(
        "Make everything as bad as it can be in 2026. Which lane still shows no place?",
        "Change only tax. Does any other lane move?",
        "Take every event away and put it right all the same.",
    ),
    discover="Each event moves only the lanes of its own scheme. However bad or good the firm, its place in the "
    "national grades of 2019 and 2026 stays a question mark.",
    alt="Seven lanes, one a scheme, each with its grades as boxes from best to worst. Filled boxes are settled by the "
    "rows, thick edges are possible, and the two national grades are marked with a question mark.",
    sources=(
        "taxcredit2025",
        "gacc282",
        "jiangsu2017colours",
        "jiangsu2019power",
        "xinhua2019jiangsu",
        "zhuhai2018env",
        "ndrc885",
        "guobanfa2026no8",
        "spc2017defaulters",
        "ndrc36",
    ),
    data=tables,
    heights=(500, 500),
    caption="Best grade on the left. Filled: the rows settle it. Thick edge: possible. “?”: no place can be worked "
    "out. The firm is invented.",
)
