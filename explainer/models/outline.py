"""The plan of 2014, heading by heading: what it asked for, what was found of it by 2020 and from then to 2026.

Rule
    Every heading has two findings, one by 2020 and one from then to November 2026. A finding is "found" (a text that
    was read names something that came of it), "sought" (it was looked for; the row says that nothing was found) or
    "silent" (the texts read say nothing). What was found under a heading came "both" times, "first" (by 2020 only),
    "later" (after it only) or "neither". A heading is shown if its area, the time of what was found and its grade are
    those chosen; "all" leaves each open, "read" asks for grade A or B. The chosen heading is read out, shown or not.
Units
    Counts are of headings. x is the place of a heading in its area, from 1; y is a row of the picture.
Source
    The table `outline`: the data of this model. Nothing about a heading is written in this file.
Simplified
    "Found" says that something exists, not how much of what was asked it fulfils, nor that the plan caused it.
"""

from explainer.models.wording import fill, plural, said_number, whole

AREAS = ["government", "commerce", "society", "justice"]
LANE = 4.6  # rows of the picture that an area takes: its name, three rows of marks, a gap
GRADE = 3.0  # of a lane, from its foot: the row of the grades
FIRST = 2.0
LATER = 1.0
COLUMN = 0.46  # half the width of the frame around a heading, in columns
ALL = "all"


def foot(area: str) -> float:
    """y of the foot of an area's lane; the areas follow from the top down, to 0."""
    for i in range(len(AREAS)):
        if AREAS[i] == area:
            return (len(AREAS) - 1 - i) * LANE
    return 0.0


def came(heading: dict) -> str:
    """When something was found: "both", "first", "later" or "neither"."""
    first = heading["first_state"] == "found"
    later = heading["later_state"] == "found"
    if first and later:
        return "both"
    if first:
        return "first"
    if later:
        return "later"
    return "neither"


def read(heading: dict) -> bool:
    """Whether the row rests on a text that was read, and not on memory: grade A or B."""
    return heading["grade"] == "A" or heading["grade"] == "B"


def fits(heading: dict, params: dict) -> bool:
    """Whether a heading is shown."""
    if params["rows"] == "read" and not read(heading):
        return False
    if params["area"] != ALL and params["area"] != heading["area"]:
        return False
    return params["came"] == ALL or params["came"] == came(heading)


def spot(heading: dict, row: float) -> list:
    """x and y of a mark."""
    return [heading["place"], foot(heading["area"]) + row]


def marks(spots: list) -> dict:
    """Spots as the x and y of a trace."""
    return {"x": [at[0] for at in spots], "y": [at[1] for at in spots]}


def run(params: dict, data: dict) -> dict:
    """The marks of every heading, the chosen one with its label, and how many headings there are of each kind."""
    states = {"found": [], "sought": [], "silent": []}
    letters = {"A": [], "B": [], "C": [], "D": []}
    faded = []
    counts = {"both": 0, "first": 0, "later": 0, "neither": 0}
    reads = 0
    shown = 0
    chosen = data["headings"][0]
    for heading in data["headings"]:
        counts[came(heading)] = counts[came(heading)] + 1
        if read(heading):
            reads = reads + 1
        if heading["id"] == params["heading"]:
            chosen = heading
        if fits(heading, params):
            shown = shown + 1
            letters[heading["grade"]].append(spot(heading, GRADE))
            states[heading["first_state"]].append(spot(heading, FIRST))
            states[heading["later_state"]].append(spot(heading, LATER))
        else:
            faded.append(spot(heading, FIRST))
    left = chosen["place"] - COLUMN
    right = chosen["place"] + COLUMN
    low = foot(chosen["area"]) + LATER - 0.5
    high = foot(chosen["area"]) + GRADE + 0.45
    return {
        "headings": len(data["headings"]),
        "both": counts["both"],
        "first": counts["first"],
        "later": counts["later"],
        "neither": counts["neither"],
        "by_2020": counts["both"] + counts["first"],
        "since": counts["both"] + counts["later"],
        "something": len(data["headings"]) - counts["neither"],
        "read": reads,
        "remembered": len(data["headings"]) - reads,
        "shown": shown,
        "chosen_shown": fits(chosen, params),
        "found": marks(states["found"]),
        "sought": marks(states["sought"]),
        "silent": marks(states["silent"]),
        "grade_a": marks(letters["A"]),
        "grade_b": marks(letters["B"]),
        "grade_c": marks(letters["C"] + letters["D"]),
        "faded": marks(faded),
        "frame": {"x": [left, right, right, left, left], "y": [low, low, high, high, low]},
        "label": chosen["label"],
    }


def finding(heading: dict, which: str, words: dict) -> str:
    """One finding as the table has it, or that the texts read are silent."""
    if heading[which + "_state"] == "silent":
        return words["silent"]
    return heading[which]


def find(params: dict, data: dict) -> dict:
    """The chosen heading."""
    for heading in data["headings"]:
        if heading["id"] == params["heading"]:
            return heading
    return data["headings"][0]


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The chosen heading in full, with its grade and why; then how many headings the choices leave."""
    heading = find(params, data)
    slots = {
        "area": words["area_" + heading["area"]],
        "place": whole(heading["place"], words),
        "of": whole(heading["of"], words),
        "sector": heading["sector"],
        "asked": heading["asked"],
        "first": finding(heading, "first", words),
        "later": finding(heading, "later", words),
        "level": heading["level"],
        "grade": heading["grade"],
        "basis": words["basis_read"] if read(heading) else words["basis_memory"],
        "note": heading["note"],
        "sources": words["sources_between"].join(heading["sources"]),
        "shown": said_number(result["shown"], words),
        "all": whole(result["headings"], words),
    }
    parts = [fill(words["say_asked"], slots), fill(words["say_found"], slots), fill(words["say_grade"], slots)]
    if result["shown"] < result["headings"]:
        if result["shown"] == 0:
            parts.append(words["say_none"])
        else:
            parts.append(fill(plural(result["shown"], words, "say_shown"), slots))
        if result["shown"] > 0 and not result["chosen_shown"]:
            parts.append(words["say_hidden"])
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The headings shown, in the plan's order; one row that says so where there are none."""
    table = []
    for heading in data["headings"]:
        if fits(heading, params):
            table.append(
                [
                    words["area_" + heading["area"]],
                    heading["sector"] + " " + heading["hanzi"],
                    heading["asked"],
                    finding(heading, "first", words),
                    finding(heading, "later", words),
                    heading["grade"],
                    words["sources_between"].join(heading["sources"]),
                ]
            )
    if len(table) == 0:
        nothing = words["nothing"]
        table.append([nothing, words["say_none"], nothing, nothing, nothing, nothing, nothing])
    return table
