"""Who acts on a breach, year by year: agreements between agencies, then lists that need a basis in law."""

from __future__ import annotations

import datetime
from typing import Any

from explainer.charts.figure import axis, figure, label, marks, words
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Range

FIRST, LAST = 2013, 2026
EDGE, RIGHT = 81, 84  # where the diamonds stand and the axis ends, in bodies
BESIDE = -1.5  # where the names of the breaches end and the axis begins
OTHER, CHOSEN, LIST = "@muted-mark", "@accent", "@level-list"

# breach -> (as the reader picks it, beside its bar, rows of `joint_punishment` that are agreements, other rows of it,
# rows of `lists`). Which row belongs to which breach is our reading of the rows' targets.
BREACHES: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "judgment": (
        "Not performing a court judgment",
        "Court judgment",
        ("memo-defaulters-2014", "memo-defaulters-2016"),
        (
            "opinions-2016",
            "opinions-2016-social-found",
            "opinions-2016-social-head",
            "opinions-2016-travel",
            "opinions-2016-hotels",
            "opinions-2016-tours",
            "opinions-2016-schools",
            "opinions-2016-insurance",
            "opinions-2016-building",
            "opinions-2016-police",
            "statute-company",
        ),
        ("judgment-defaulters", "spending-restriction"),
    ),
    "tax": ("A major tax case", "Major tax case", ("memo-tax-2014", "memo-tax-2016"), (), ("major-tax",)),
    "register": (
        "A firm on the business register's lists",
        "Business register",
        ("memo-register-2015",),
        (),
        ("market-violators", "abnormal-operations"),
    ),
    "listed": ("A breach by a listed company", "Listed company", ("memo-listed-2015",), (), ("securities-files",)),
    "safety": ("A breach of work safety", "Work safety", ("memo-safety-2016",), (), ("work-safety",)),
    "environment": ("Pollution", "Pollution", ("memo-environment-2016",), (), ()),
    "food": ("Unsafe food or drugs", "Food and drugs", ("memo-food-2016",), (), ("market-violators",)),
    "reviews": ("Fake reviews in online trade", "Fake reviews", ("memo-brushing-2016",), (), ()),
    "customs": ("A customs breach", "Customs", ("memo-customs-2017",), (), ("customs-serious",)),
    "finance": ("A serious breach in finance", "Finance", ("memo-finance-2017",), (), ("finance",)),
    "logistics": (
        "A breach in transport and logistics",
        "Logistics",
        ("memo-logistics-2017",),
        (
            "logistics-parcels",
            "logistics-passes",
            "logistics-procurement",
            "logistics-tenders",
            "logistics-land",
            "logistics-subsidies",
            "logistics-certification",
            "logistics-tax",
            "logistics-customs",
            "logistics-checks",
            "logistics-quarantine",
            "logistics-lending",
            "logistics-bonds",
            "logistics-shares",
            "logistics-takeovers",
            "logistics-equity",
            "logistics-securities",
        ),
        (),
    ),
    "wages": (
        "Unpaid wages of migrant workers",
        "Unpaid wages",
        ("memo-wages-2017",),
        ("statute-wages",),
        ("unpaid-wages",),
    ),
    "tourism": ("A breach in tourism", "Tourism", ("memo-tourism-2018",), (), ("culture-tourism",)),
    "insurance": ("A breach in social insurance", "Social insurance", ("memo-social-2018",), (), ("social-insurance",)),
    "research": ("Misconduct in research", "Research", ("memo-research-2018",), (), ()),
    "patents": ("Abuse of patents", "Patents", ("memo-patents-2018",), (), ("intellectual-property",)),
    "travel": ("Misconduct on planes and trains", "Planes, trains", (), (), ("air-passengers", "rail-passengers")),
    "hospital": ("Violence or touting in hospitals", "Hospitals", (), (), ("medical-order",)),
    "marriage": ("Deceit when registering a marriage", "Marriage deceit", (), (), ("marriage-registration",)),
    "service": ("Refusing military call-up", "Military call-up", (), (), ("national-defence",)),
}
REWARDS: dict[str, tuple[str, str, tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "taxpayer": ("Reward: a class A taxpayer", "A taxpayers", ("memo-taxpayers-2016",), (), ("class-a-taxpayers",)),
    "certified": (
        "Reward: a certified trader",
        "Certified traders",
        ("memo-customs-2016",),
        (),
        ("customs-certified",),
    ),
    "volunteer": ("Reward: an excellent young volunteer", "Volunteers", ("memo-volunteers-2016",), (), ()),
}
ANY_LISTED = ("statute-civil-servants", "opinions-2025")  # rows of `joint_punishment` about whoever is listed
REPLACED = {"memo-tax-2014": "memo-tax-2016"}  # as the note of the earlier row says
JOINED = "joint-punishment list"  # a list made by a memorandum: whether it is still used was not found

# kind of measure -> breaches that the row's `applies_to` names; the rest of the kinds in GENERAL name whoever is listed
NAMED: dict[str, tuple[str, ...]] = {
    "market-entry": ("wages",),
    "occupational-ban": ("food",),
    "posts": ("judgment",),
    "spending": ("judgment",),
    "exit": ("judgment", "wages"),
    "school": ("service",),
    "fiscal-projects": ("wages",),
    "awards": ("wages",),
    "supervision": ("food",),
}
GENERAL = (
    "posts",
    "fiscal-projects",
    "awards",
    "preferences",
    "serious-list",
    "publication",
    "credit-reports",
    "lending",
)

LABELS = {
    "mark_bodies": "{bodies} · {year}",
    "mark_unread": "{year} · count not read",
    "mark_not_yet": "not yet",
    "mark_list": "no row · list {year}",
    "mark_joined": "{year} · see the table",
    "heading": "<b>{year}</b>: {signed} of {all} agreements in our table signed",
    "heading_none": "no agreement existed yet",
    "heading_free": "solid bars: agreements between agencies",
    "heading_guidance": "since 7 December: a basis in law is needed",
    "heading_bound": "hatched: signed, but a legal basis is needed",
}
WORDS = {
    "sources_between": "; ",
    "nothing": "–",
    "source": "{level}; grade {grade}; {sources}",
    "when": "by the end of {year}",
    "when_last": "by {date}",
    "say_before": "{breach}, {when}: no agency had joined in any national memorandum. The first in our table is of "
    "{date}, by {bodies} bodies, on {target} ({source}).",
    "say_no_memorandum": "{breach}, {when}: our table of memoranda has none on it.",
    "say_joined": "{breach}, {when}: our table of memoranda has no row for it; a memorandum made the list below.",
    "say_not_yet": "{breach}, {when}: no memorandum yet. The first in our table is of {date} ({source}).",
    "say_signed": "{breach}, {when}: {bodies} bodies had signed “{name}”, {date} ({source}).",
    "say_unread": "{breach}, {when}: a memorandum had been signed, “{name}”, {date}; how many bodies was not read "
    "({source}).",
    "say_earlier": "An earlier one, of {date}, had {bodies}.",
    "say_replaced": "It replaced one of {date}, which had {bodies}.",
    "say_guidance": "Since {date} the agreement alone is not enough: a measure needs a basis in law or central policy "
    "({document}; {source}).",
    "say_list": "List: {name}; keeper: {keeper}; basis: {basis}; from {date} ({source}).",
    "say_list_not_yet": "That rule was not yet in force in {year}.",
    "say_list_doubt": "Whether it is still used was not found.",
    "say_no_list": "We found no national list for it.",
    "say_kind_reward": "The national list of measures is about punishment and has no line for rewards.",
    "say_kind_before": "“{kind}”: no national list of measures existed before {date}.",
    "say_kind_named": "“{kind}” is number {number} of {all} in the national list; it meets this breach. Who: {who}. "
    "Law: {basis} ({source}).",
    "say_kind_general": "“{kind}” is number {number} of {all} in the national list; it is not tied to this breach. "
    "Who: {who}. Basis: {basis} ({source}).",
    "say_kind_no_list": "“{kind}” is number {number} of {all} in the national list. Who: {who}; with no list found "
    "for this breach we cannot say that it applies ({source}).",
    "say_kind_others": "“{kind}” is number {number} of {all} in the national list; our row names others: {who} "
    "({source}).",
    "state_signed": "signed",
    "state_bound": "signed; a measure needs a basis in law or central policy",
    "state_replaced": "replaced",
    "state_yes": "in force",
    "state_doubt": "whether it is still used was not found",
    "state_not_yet": "not yet",
    "state_named": "named for this breach",
    "state_general": "for whoever is listed",
}


def tables(evidence: Any) -> dict:
    """Breaches with their memoranda, other rows and lists; kinds of measure; guidance, catalogue, first memorandum."""
    agreed = {row["id"]: row for row in evidence.rows("joint_punishment")}
    lists = {row["id"]: row for row in evidence.rows("lists")}
    laws = {row["id"]: row for row in evidence.rows("laws")}
    catalogue = _plain(evidence, laws["catalogue-2021"], laws["catalogue-2021"]["from"])

    def memorandum(key: str) -> dict:
        row = agreed[key]
        later = REPLACED.get(key)
        return {
            **_plain(evidence, row, row["date"]),
            "bodies": row["bodies"],
            "target": row["target"],
            "until": _year(agreed[later]["date"]) if later else None,
        }

    def listed(key: str) -> dict:
        row = lists[key]
        return {
            **_plain(evidence, row, row["from"], "legal_basis"),
            "keeper": row["keeper"],
            "doubt": row["kind"] == JOINED,
            "what": f"List: {row['name']} ({row['kind']}; {row['keeper']}). {row['consequences'] or ''}".strip(),
        }

    def breach(name: str, place: int, reward: bool) -> dict:
        shown, short, memoranda, measures, kept = (REWARDS if reward else BREACHES)[name]
        general = () if reward or not kept else ANY_LISTED
        return {
            "id": name,
            "name": shown,
            "short": short,
            "place": place,
            "reward": reward,
            "memoranda": [memorandum(key) for key in memoranda],
            "measures": [memorandum(key) for key in (*measures, *general)],
            "lists": [listed(key) for key in kept],
        }

    breaches = [breach(name, place, False) for place, name in enumerate(BREACHES)]
    breaches += [breach(name, place, True) for place, name in enumerate(REWARDS, len(BREACHES) + 1)]
    memoranda = [each for found in breaches for each in found["memoranda"]]
    checked = max(dates.latest(str(row["checked"])) for row in agreed.values())
    return {
        "breaches": breaches,
        "kinds": [
            {
                **_plain(evidence, row, laws["catalogue-2021"]["from"], "basis_in_law"),
                "number": row["number"],
                "what": f"Measure {row['number']}: {row['name']} ({row['category']})",
                "who": row["applies_to"],
                "general": row["id"] in GENERAL,
                "breaches": list(NAMED.get(row["id"], ())),
            }
            for row in evidence.rows("measures")
        ],
        "guidance": _plain(evidence, laws["document-49"], laws["document-49"]["from"]),
        "catalogue": catalogue,
        "first": min(memoranda, key=lambda each: each["begin"]),
        "as_of": {"year": checked.year, "date": dates.worded(checked.isoformat())},
        "edge": EDGE,
        "labels": LABELS,
    }


def _plain(evidence: Any, row: dict, date: str, document: str = "document") -> dict:
    """What the model needs of a row of any table."""
    return {
        "id": row["id"],
        "name": row["name"],
        "what": row["name"],
        "document": row[document] or "",
        "date": dates.worded(date),
        "year": _year(date),
        "begin": dates.earliest(date).isoformat(),
        "until": None,
        "bodies": None,
        "level": row["level"],
        "grade": row["grade"],
        "sources": [evidence.sources[key].label for key in row["sources"]],
    }


def _year(date: str) -> int:
    start: datetime.date = dates.earliest(date)
    return start.year


def draw(params: dict, result: dict, data: dict):
    """A bar a breach: bodies that had signed. A diamond at the edge: a rule of a list stands."""
    places = [breach["place"] for breach in data["breaches"]]
    end = max(places)
    hatch = {"fillmode": "replace", "size": 6, "solidity": 0.45}
    traces = [
        {
            "type": "bar",
            "orientation": "h",
            "x": result["bars"],
            "y": places,
            "width": 0.72,
            "marker": {
                "color": OTHER,
                "pattern": {"shape": result["pattern"], **hatch},
                "line": {"color": OTHER, "width": 1},
            },
        },
        {
            "type": "bar",
            "orientation": "h",
            "x": result["own_bar"],
            "y": result["own_place"],
            "width": 0.86,
            "marker": {
                "color": CHOSEN,
                "pattern": {"shape": result["own_pattern"], **hatch},
                "line": {"color": CHOSEN, "width": 1},
            },
        },
        {
            "type": "bar",
            "orientation": "h",
            "x": result["reward_bars"],
            "y": result["reward_places"],
            "width": 0.72,
            "marker": {"color": "@good"},
        },
        words(result["marks_at"], places, result["marks"], size=12),
        marks(
            {"x": result["diamonds_at"], "y": result["diamonds"]},
            {"symbol": "diamond", "size": 9, "color": LIST},
        ),
        # what stands beside the bars is a trace, not the axis: drawn faster
        words([BESIDE] * len(places), places, result["labels"], position="middle left", size=12),
    ]
    return figure(
        traces,
        x=axis(
            "bodies that signed · year",
            range=[BESIDE, RIGHT],
            tickvals=[0, 20, 40],
            showgrid=True,
        ),
        y=axis(
            range=[end + 0.6, -0.7],
            tickvals=places,
            showticklabels=False,
            ticks="",
        ),
        margin={"l": 112, "r": 6, "t": 44, "b": 46},
        barmode="overlay",
        annotations=[
            label(result["heading"], 0, 1, xref="paper", yref="paper", yanchor="bottom", xshift=-106, yshift=4),
            label(
                "list ◆",
                1,
                1,
                LIST,
                xref="paper",
                yref="paper",
                xanchor="right",
                yanchor="bottom",
                yshift=2,
                font={"size": 12, "color": LIST},
            ),
            label(
                "rewards", BESIDE, len(BREACHES), "@quiet", xanchor="right", font={"size": 12, "color": "@quiet"}
            ),
        ],
    )


KINDS = {
    "market-entry": "1 Market entry",
    "occupational-ban": "2 Working in a trade",
    "posts": "3 Holding posts",
    "spending": "4 Spending",
    "exit": "5 Leaving the country",
    "school": "6 Entering school",
    "fiscal-projects": "7 Public funds",
    "awards": "8 Awards",
    "preferences": "9 Preferences",
    "supervision": "10 Closer inspection",
    "serious-list": "11 Entry in a list",
    "publication": "12 Publication",
    "credit-reports": "13 Credit reports",
    "lending": "14 Stricter lending",
}

EXPLORABLE = Explorable(
    name="who-acts",
    title="Agreements between agencies came in a rush; since the end of 2020 a measure needs a legal basis",
    model="who_acts",
    controls=(
        Choice("breach", "Breach or merit", "wages", {name: row[0] for name, row in {**BREACHES, **REWARDS}.items()}),
        Range("year", "Year (at its end)", 2018, FIRST, LAST, 1),
        Choice("kind", "Kind of measure", "market-entry", KINDS, help="The kinds of the national list of measures."),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "bars"),
        Bind("data[0].marker.pattern.shape", "pattern"),
        Bind("data[1].x", "own_bar"),
        Bind("data[1].y", "own_place"),
        Bind("data[1].marker.pattern.shape", "own_pattern"),
        Bind("data[2].x", "reward_bars"),
        Bind("data[3].x", "marks_at"),
        Bind("data[3].text", "marks"),
        Bind("data[4].x", "diamonds_at"),
        Bind("data[4].y", "diamonds"),
        Bind("data[5].text", "labels"),
        Bind("layout.annotations[0].text", "heading"),
    ),
    columns=("What", "Document or basis", "Since", "Bodies", "In that year", "Level, grade, source"),
    words=WORDS,
    assumptions=(
        "Our table has only some of the national memoranda, mostly those whose text, or a report on it, we could read. "
        "A breach without a bar may have had one. Some counts of bodies have grade C; the table of numbers says which.",
        "Which memorandum, list and measure belongs to which breach is our reading of what each row says about its "
        "targets.",
        "A list's rule stands from the date of the present rule. Older rules are mostly not in the table, so a list "
        "can be older than its diamond.",
        "Most of the fourteen kinds of measure have grade C, two have D and one has B: the laws behind them were "
        "read, the annex that names the kinds was not. We apply them to every later year, though the list had new "
        "editions.",
        "After 2020 a hatched bar says that the paper was signed. Whether anyone still acts on it was not found.",
    ),
    tries=(
        "Find the year in which most bars appear, and the year in which all turn hatched.",
        "Set the year to 2013. One breach had its list already. Which?",
        "Compare unpaid wages with pollution in 2026. Which has a list now, and on what legal basis?",
    ),
    discover="No agreement stood in 2013; most date from 2016 to 2018. From 2021 on none is added in our table, a "
    "measure needs a legal basis, and for some breaches a list with such a basis carries on while for others none "
    "was found.",
    alt="One row for each of twenty breaches and three merits, with a bar for the bodies that had signed a "
    "memorandum by the chosen "
    "year, its number and year beside it, and a diamond at the right edge where the rule of a list stands. Numbers "
    "are in the table.",
    sources=("wuliu2020", "guobanfa49", "ndrclist2021"),
    data=tables,
    heights=(520, 520),
    caption="Bars: signatories of the latest memorandum in our table. Diamonds: a rule of a national list stands. "
    "No bar does not mean that nobody acted.",
)
