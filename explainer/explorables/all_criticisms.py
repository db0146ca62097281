"""All criticisms at once: by strength of the evidence, by who is harmed, by what would ease them."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, label, marks, words
from explainer.explorables.contract import Bind, Choice, Explorable
from explainer.models.all_criticisms import ANY, STRENGTHS

CASE = "case-for"  # the page that makes the case for the system: no criticism
# id in the address -> (name in the table, label over its column)
GROUPS: dict[str, tuple[str, str]] = {
    "listed": ("listed people", "listed<br>people"),
    "families": ("families and friends", "family,<br>friends"),
    "cities": ("people in scoring cities", "scored<br>citizens"),
    "users": ("app users", "app<br>users"),
    "firms": ("firms", "firms"),
    "critics": ("critics and petitioners", "critics"),
    "public": ("the public", "public"),
}
MENDS: dict[str, str] = {
    "law": "a basis in law",
    "rules": "published rules",
    "notice": "notice",
    "appeal": "objection and appeal",
    "expiry": "expiry",
    "fit": "penalties that fit",
    "less-collected": "less collected",
    "less-published": "less published",
    "alone": "each judged alone",
    "tests": "independent tests",
}
LEFT = -0.8  # columns: where the names end
ONE_LINE = 22  # characters
LANES = {"strong": "strong evidence", "mixed": "mixed evidence", "thin": "thin evidence"}

WORDS = {
    "names_between": "; ",
    "by": "would be eased by {remedy}",
    "harm_one": "harms {group}",
    "harm_other": "harm {group}",
    "rest_strong_one": "rests on strong evidence",
    "rest_strong_other": "rest on strong evidence",
    "rest_mixed_one": "rests on mixed evidence",
    "rest_mixed_other": "rest on mixed evidence",
    "rest_thin_one": "rests on thin evidence",
    "rest_thin_other": "rest on thin evidence",
    "say_none": "None of the {total} criticisms {what}.",
    "say_picked": "{n} of the {total} criticisms {what}: {names}.",
    "say_all": "There are {total} criticisms here.",
    "say_strength": "The evidence is {strengths}.",
    "strong_for_strong": "strong for {n}",
    "strong_for_mixed": "mixed for {n}",
    "strong_for_thin": "thin for {n}",
    "say_remedy_only": "What would ease it: {remedies}.",
    "say_remedy_one": "What would ease most of them: {remedies} ({n}).",
    "say_remedy_other": "What would ease most of them: {remedies} ({n} each).",
    "strength_strong": "strong",
    "strength_mixed": "mixed",
    "strength_thin": "thin",
    "row_none": "None fits",
}


def wrapped(name: str) -> str:
    """A long name on two lines of nearly equal length, so that it fits beside the grid on a phone."""
    if len(name) <= ONE_LINE:
        return name
    middle = min((i for i, sign in enumerate(name) if sign == " "), key=lambda i: abs(i - len(name) / 2))
    return f"{name[:middle]}<br>{name[middle + 1 :]}"


def table(evidence: Any) -> dict:
    """The table `criticisms` in the order of strength, each with its row of the picture."""
    groups = {name: key for key, (name, _) in GROUPS.items()}
    mends = {name: key for key, name in MENDS.items()}
    rows = [row for row in evidence.rows("criticisms") if row["id"] != CASE]
    rows.sort(key=lambda row: (STRENGTHS.index(row["strength"]), row["name"]))
    lanes = [row["strength"] for row in rows]
    height = len(rows) + len(set(lanes))  # a line for each criticism and one for each lane's heading
    return {
        "left": LEFT,
        "groups": [{"id": key, "name": name} for key, (name, _) in GROUPS.items()],
        "mends": [{"id": key, "name": name} for key, name in MENDS.items()],
        "criticisms": [
            {
                "id": row["id"],
                "name": row["name"],
                "label": wrapped(row["name"]),
                "charge": row["charge"],
                "strength": row["strength"],
                "harmed": [groups[name] for name in row["harmed"].split(";")],
                "mend": [mends[name] for name in row["mend"].split(";")],
                "y": height - 1 - i - len(set(lanes[: i + 1])),
            }
            for i, row in enumerate(rows)
        ],
    }


def draw(params: dict, result: dict, data: dict):
    """A grid: a row a criticism, in three lanes of evidence; a column a group; the picked rows stand out."""
    top = max(each["y"] for each in data["criticisms"]) + 1
    lanes = {key: max((each["y"] for each in data["criticisms"] if each["strength"] == key), default=None) for key in LANES}
    return figure(
        [
            marks(result["off"], {"symbol": "square-open", "size": 10, "color": "@muted-mark"}),
            marks(result["on"], {"symbol": "square", "size": 14, "color": "@accent"}),
            words(**result["names_off"], colour="@quiet", position="middle left", size=12),
            words(**result["names_on"], position="middle left", size=12),
            {
                "type": "scatter",
                "mode": "text",
                "x": list(range(len(GROUPS))),
                "y": [-1] * len(GROUPS),
                "text": result["totals"],
                "textfont": {"size": 14, "color": "@accent"},
            },
        ],
        x=hidden(range=[-6.4, len(GROUPS) - 0.1]),
        y=hidden(range=[-1.6, top + 3.6]),
        margin={"l": 6, "r": 6, "t": 4, "b": 4},
        shapes=[
            *(_rule(y0=-0.5, y1=top + _tier(i) - 0.6, x0=i, x1=i, colour="@grid") for i in range(len(GROUPS))),
            *(_across(lanes[key] + 1.42) for key in LANES if lanes[key] is not None),
            _across(-0.5),
        ],
        annotations=[
            *(
                label(LANES[key], -6.35, lanes[key] + 1, "@practice", font={"size": 12, "color": "@practice"})
                for key in LANES
                if lanes[key] is not None
            ),
            *(
                label(heading, i, top + _tier(i), "@quiet", xanchor="center", align="center", font={"size": 12, "color": "@quiet"})
                for i, (_, heading) in enumerate(GROUPS.values())
            ),
            label("picked, by who is harmed", LEFT, -1, "@quiet", xanchor="right", font={"size": 12, "color": "@quiet"}),
        ],
    )


def _tier(column: int) -> float:
    """Rows above the grid: headings stand on two levels, since on a phone they would run into each other on one."""
    return 1.3 + 1.5 * (column % 2)


def _across(y: float) -> dict:
    return _rule(x0=-6.35, x1=len(GROUPS) - 0.2, y0=y, y1=y, colour="@rule")


def _rule(x0: float, x1: float, y0: float, y1: float, colour: str) -> dict:
    ends = {"x0": x0, "x1": x1, "y0": y0, "y1": y1}
    return {"type": "line", "layer": "below", **ends, "line": {"color": colour, "width": 1}}


EXPLORABLE = Explorable(
    name="all-criticisms",
    title="Eleven criticisms, unequally proved, and a few remedies that would ease most of them",
    model="all_criticisms",
    controls=(
        Choice("mend", "What would ease it?", ANY, {ANY: "any remedy", **MENDS}),
        Choice("harmed", "Who is harmed?", ANY, {ANY: "anyone", **{key: name for key, (name, _) in GROUPS.items()}}),
        Choice(
            "strength",
            "How strong is the evidence?",
            ANY,
            {ANY: "any", "strong": "strong", "mixed": "mixed", "thin": "thin"},
            help="Strong: documents, court figures or studies of different kinds agree. Mixed: they point both ways, or "
            "hold for a part. Thin: single reports, or a model only.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "off.x"),
        Bind("data[0].y", "off.y"),
        Bind("data[1].x", "on.x"),
        Bind("data[1].y", "on.y"),
        Bind("data[2].x", "names_off.x"),
        Bind("data[2].y", "names_off.y"),
        Bind("data[2].text", "names_off.text"),
        Bind("data[3].x", "names_on.x"),
        Bind("data[3].y", "names_on.y"),
        Bind("data[3].text", "names_on.text"),
        Bind("data[4].text", "totals"),
    ),
    columns=("Criticism", "What is maintained", "Evidence", "Who is harmed", "What would ease it"),
    words=WORDS,
    assumptions=(
        "Strength, harm and remedy are our reading of each page's evidence. Read the page and disagree.",
        "A criticism on thin evidence may be the gravest one, if it is true. Strength is not weight.",
        "That a remedy is named does not mean that it is known to work; each page argues why it might.",
    ),
    tries=(
        "Choose “notice”, then “objection and appeal”. Which criticisms would neither of them ease?",
        "Choose the evidence you would accept in court. What is left?",
        "Pick a group that you belong to. Who speaks for it, and on what evidence?",
    ),
    discover="Two or three ordinary safeguards are named for most of the criticisms.",
    alt="A grid of criticisms in three lanes, from strong to thin evidence; squares show which groups each harms.",
    data=table,
    heights=(540, 540),
    caption="The case for the system has a page of its own and is left out here.",
)
