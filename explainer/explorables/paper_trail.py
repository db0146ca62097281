"""Claims of political use by the paper behind each: which have a document, and which are social credit at all?"""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import axis, figure, hidden
from explainer.evidence import dates
from explainer.explorables.contract import Bind, Choice, Explorable, Guess, Range
from explainer.models.paper_trail import ALL, HEAD, PAPERS, PARTS, places

CLAIMS = 23  # rows of the table; a test keeps it so, since a control is declared before any evidence is read
LIANYUNGANG = 11  # the place of the one published rule on petitioners, by date
FIRST, LAST = 2010, 2026
EDGES = (2009.2, 2027.2)
ROWS = CLAIMS + HEAD * len(PAPERS)

WHOM = {
    "petitioners": "petitioners and protesters",
    "critics": "critics and journalists",
    "believers": "believers and minorities",
    "firms": "firms",
    "everyone": "everyone",
}
HEADS = {
    "document": "<b>A published document: {n} of {all}</b>",
    "data": "<b>A study or several reports: {n} of {all}</b>",
    "report": "<b>One report, or one person’s word: {n} of {all}</b>",
    "none": "<b>Nothing found: {n} of {all}</b>",
}
# part of the system -> symbol, size, colour, words of the key
LOOKS = {
    "yes": ("circle", 11, "@accent", "social credit"),
    "partly": ("diamond", 11, "@warn", "partly"),
    "no": ("circle-open", 10, "@calm", "not social credit"),
}

WORDS = {
    **{f"whom_{key}": name for key, name in WHOM.items()},
    "paper_document": "a published document",
    "paper_data": "a study or several reports",
    "paper_report": "one report or one person’s word",
    "paper_none": "nothing found",
    "part_yes": "social credit",
    "part_partly": "partly social credit",
    "part_no": "not social credit",
    "sources_between": "; ",
    "nothing": "–",
    "say_guess": "You guessed {guess}; it is {all_both} of {all}.",
    "say_swapped": "The first year came after the last, so the two were swapped.",
    "say_none": "No claim fits these choices.",
    "say_shown_one": "One claim of {all} is left.",
    "say_shown_other": "{shown} claims of {all} are shown.",
    "say_no_document": "None rests on a published document.",
    "say_documents_one": "One rests on a published document; social credit and documented: {both}.",
    "say_documents_other": "Of these, {documents} rest on a published document; social credit and documented: {both}.",
    "say_clamped": "Fewer are shown than the number asked for, so the last one is read.",
    "say_claim": "Number {number}, {place}, {date}: {claim} Behind it: {paper}. Kind: {part}. {status}. "
    "(Grade {grade}; {sources}.)",
}


def claims(evidence: Any) -> dict:
    """Every row of the table `political_claims`, by date, with what the picture needs."""
    keys = {name: key for key, name in WHOM.items()}
    found = []
    for row in evidence.rows("political_claims"):
        start, end = dates.earliest(row["from"]), dates.latest(row["from"])
        middle = (start.toordinal() + end.toordinal()) / 2
        year = start.year
        found.append(
            {
                "label": row["label"],
                "claim": row["claim"],
                "place": row["place"],
                "date": dates.worded(row["from"]),
                "year": year,
                "at": round(year + (middle - start.replace(month=1, day=1).toordinal()) / 365.25, 2),
                "whom": keys[row["whom"]],
                "paper": row["paper"],
                "part": row["part_of_scs"],
                "status": row["status"],
                "grade": row["grade"],
                "sources": [evidence.sources[key].label for key in row["sources"]],
            }
        )
    return {
        "claims": sorted(found, key=lambda claim: claim["at"]),
        "heads": HEADS,
        "right": EDGES[1],
        "guessed": "you guessed {n}, it is {both}",
    }


def draw(params: dict, result: dict, data: dict):
    """Four bands by the paper behind a claim; along the years; the symbol tells whether it is social credit."""
    plain = {"type": "scatter", "mode": "text", "cliponaxis": False, "textfont": {"size": 12, "color": "@ink"}}
    bold = {**plain, "textfont": {"size": 13, "color": "@ink"}}
    # unseen marks keep each label clear of the mark and ring that it names
    side = {**plain, "mode": "markers+text", "marker": {"size": 18, "opacity": 0, "color": "@ink"}}
    heads = places(data)["heads"]
    faint = {"symbol": "x-thin", "size": 6, "opacity": 1, "line": {"color": "@muted-mark", "width": 1}}
    ring = {"symbol": "circle-open", "size": 19, "color": "@ink", "opacity": 1, "line": {"color": "@ink", "width": 2}}
    traces = [
        {"type": "scatter", "mode": "markers", **result["rest"], "marker": faint},
        *(_marks(result["marks"][part], part) for part in PARTS),
        {**side, **result["right"], "textposition": "middle right"},
        {**side, **result["left"], "textposition": "middle left"},
        {**bold, "x": [EDGES[0]] * len(heads), "y": heads, "text": result["heads"], "textposition": "middle right"},
        {"type": "scatter", "mode": "markers", **result["ring"], "marker": ring},
        {**bold, **result["guess"], "textposition": "middle left"},
        *(_key(part, x) for part, x in zip(PARTS, (0.02, 0.37, 0.58), strict=True)),
    ]
    lines = [
        {
            "type": "line",
            "x0": 0,
            "x1": 1,
            "xref": "paper",
            "y0": y + HEAD / 2,
            "y1": y + HEAD / 2,
            "line": {"color": "@rule", "width": 1},
        }
        for y in heads[1:]
    ]
    return figure(
        traces,
        x=axis(
            "year of the rule, the finding or the report",
            range=list(EDGES),
            tickvals=[2010, 2014, 2018, 2022, 2026],
            showgrid=True,
            ticks="outside",
        ),
        y=hidden(range=[-1.6, ROWS]),
        shapes=lines,
        margin={"l": 6, "r": 6, "t": 4, "b": 44},
    )


def _marks(at: dict, part: str) -> dict:
    symbol, size, colour, _ = LOOKS[part]
    marker = {"symbol": symbol, "size": size, "color": colour, "opacity": 1, "line": {"color": colour, "width": 2}}
    return {"type": "scatter", "mode": "markers", **at, "marker": marker}


def _key(part: str, share: float) -> dict:
    """One entry of the key, in the lowest row; never moves."""
    x = EDGES[0] + share * (EDGES[1] - EDGES[0])
    return {
        **_marks({"x": [x], "y": [-0.9]}, part),
        "mode": "markers+text",
        "text": [" " + LOOKS[part][3]],
        "textposition": "middle right",
        "textfont": {"size": 12, "color": "@ink"},
        "cliponaxis": False,
    }


EXPLORABLE = Explorable(
    name="paper-trail",
    title="Few claims of political use are social credit and rest on a document as well",
    model="paper_trail",
    controls=(
        Guess(
            "guess",
            f"Here are {CLAIMS} claims of political use. How many are social credit and rest on a published document?",
            0,
            CLAIMS,
            1,
            "",
            why="Which claim did you expect to see at the top?",
        ),
        Choice(
            "paper",
            "Demand at least",
            "none",
            {
                "none": "nothing: show all claims",
                "report": "one report",
                "data": "a study or several reports",
                "document": "a published document",
            },
        ),
        Choice(
            "part",
            "Is it social credit?",
            ALL,
            {ALL: "all claims", "yes": "yes", "partly": "partly", "no": "no: another system, or none"},
        ),
        Choice("whom", "Whom it would hit", ALL, {ALL: "anyone", **WHOM}),
        Range("first", "From the year", FIRST, FIRST, LAST, 1),
        Range("last", "To the year", LAST, FIRST, LAST, 1),
        Range(
            "claim",
            "Claim read out",
            LIANYUNGANG,
            1,
            CLAIMS,
            1,
            help="Steps through the claims shown, by date: focus it and press the arrow keys.",
        ),
    ),
    figure=draw,
    bindings=(
        *(Bind(f"data[0].{side}", f"rest.{side}") for side in "xy"),
        *(
            Bind(f"data[{place}].{side}", f"marks.{part}.{side}")
            for place, part in enumerate(PARTS, 1)
            for side in "xy"
        ),
        *(Bind(f"data[4].{name}", f"right.{name}") for name in ("x", "y", "text")),
        *(Bind(f"data[5].{name}", f"left.{name}") for name in ("x", "y", "text")),
        Bind("data[6].text", "heads"),
        *(Bind(f"data[7].{side}", f"ring.{side}") for side in "xy"),
        *(Bind(f"data[8].{name}", f"guess.{name}") for name in ("x", "y", "text")),
    ),
    columns=("Claim", "Date", "Behind it", "Kind", "What became of it", "Grade", "Sources"),
    words=WORDS,
    assumptions=(
        "The claims are those that recur in what we read. They are not a sample, so shares of them mean nothing beyond "
        "this table.",
        "A document shows what a rule says. It does not show how often the rule was used, or against whom.",
        "No document found is not proof that nothing happened. Papers on petitioning are often not public.",
        "“Not social credit” holds two kinds: other systems that are real, and claims with nothing behind them.",
        "The sorting is our reading. The table gives the sources, so that you can sort again.",
    ),
    tries=(
        "Demand a published document. Which claim left is a rule about petitioners, and which are plans and drafts?",
        "Choose “no” at “Is it social credit?”. Which other systems are better documented?",
        "Look for critics and journalists alone. Where do the two entries of the same man stand?",
    ),
    discover="Of all claims, only four are social credit and documented, and three of these are plans or a draft. "
    "The clearest official finding of political misuse concerns the health code.",
    alt="Marks along the years 2010 to 2026 in four bands: claims of political use with a published document, with a "
    "study or several reports, with one report, and with nothing found. The symbol tells whether a claim is social "
    "credit. The table lists every claim.",
    sources=("lianyungang2018", "hk01red2022", "outline2014"),
    data=claims,
    heights=(640, 640),
    caption="Each mark is one claim. Filled: social credit. Open: another system, or nothing that exists. A small "
    "cross: not among the claims chosen. Ringed: the claim read out.",
)
