"""One record sent through the agencies, step by step: who receives it, who does not, and whether anyone can look it up.

Rule
    A route is a list of steps, each resting on a row of the evidence table `flows`. A step delivers when its row
    began in the chosen year or before, covers the chosen kind of subject, and its sender has the record. Then its
    receiver has it too.
Outcomes of a step
    sent · later (the row begins after the year) · other (the row covers others) · cut (the sender does not have it) ·
    open (a row exists, but does not say that this record goes along) · gap (no flow found).
    A row on organisations may carry `people_until`: up to that year people were shown as well, on no row that was read.
Units and ranges
    `year` 2012 to 2026, meaning its end (2026: 22 November); `step` 0 to 14, cut to the length of the route.
    Places in the picture: 0 to 100 across, one row of middle boxes a unit down.
    `guess` 0 to 14 boxes, or -1 for none; it changes nothing.
Sources
    Tables `agencies` and `flows`, each row with its own sources. The model adds no flow.
Simplified
    A row's beginning is read as a year. No row has an end. How often and how well a duty is carried out is
    not modelled.
"""

from explainer.models.wording import digits, fill, join, plural, said_number

TURN_LEFT = 23  # where lines from sources turn, across
TURN_RIGHT = 59  # where lines of the first middle box turn; the next ones a little further
TURN_STEP = 1.7
ASIDE = 6  # how far a line between two middle boxes that are not neighbours bends out
LANE = 0  # height of the way past the middle
GUESS_X = 100  # where the reader's guess stands
GUESS_Y = -0.75


def node_of(data: dict, name: str) -> dict:
    """The box with that name."""
    for node in data["nodes"]:
        if node["id"] == name:
            return node
    return data["nodes"][0]


def outcome(step: dict, who: str, year: int, held: list) -> str:
    """What becomes of one step: see the module's text."""
    if step["row"] == "":
        return "gap"
    if step["year"] > year:
        return "later"
    if who == "person" and not step["people"]:
        return "open" if year <= step["people_until"] else "other"
    if who == "company" and not step["companies"]:
        return "other"
    if step["doubt"] != "":
        return "open"
    if step["from"] not in held:
        return "cut"
    return "sent"


def path(data: dict, step: dict) -> list:
    """The corners of a step's line: [x, y] each."""
    start = node_of(data, step["from"])
    end = node_of(data, step["to"])
    if start["column"] == "hub" and end["column"] == "hub":
        if abs(start["y"] - end["y"]) <= 1:
            return [[start["x"], start["y"]], [end["x"], end["y"]]]
        aside = start["x"] - ASIDE
        return [[start["x"], start["y"]], [aside, start["y"]], [aside, end["y"]], [end["x"], end["y"]]]
    corners = [[start["x"], start["y"]]]
    if start["column"] == "source":
        corners.append([TURN_LEFT, start["y"]])
        if end["column"] == "hub":
            corners.append([TURN_LEFT, end["y"]])
        else:
            corners.append([TURN_LEFT, LANE])
            corners.append([TURN_RIGHT + TURN_STEP * 6, LANE])
            corners.append([TURN_RIGHT + TURN_STEP * 6, end["y"]])
    else:
        turn = TURN_RIGHT + TURN_STEP * (6 - start["y"])
        corners.append([turn, start["y"]])
        corners.append([turn, end["y"]])
    corners.append([end["x"], end["y"]])
    return corners


def lines(paths: list) -> dict:
    """x and y of several lines, with a gap (None) after each."""
    xs = []
    ys = []
    for corners in paths:
        for corner in corners:
            xs.append(corner[0])
            ys.append(corner[1])
        xs.append(None)
        ys.append(None)
    return {"x": xs, "y": ys}


def marks(data: dict, names: list, numbers: list) -> dict:
    """x, y and number of the boxes named."""
    return {
        "x": [node_of(data, name)["x"] for name in names],
        "y": [node_of(data, name)["y"] for name in names],
        "number": [digits(number) for number in numbers],
    }


def run(params: dict, data: dict) -> dict:
    """Every step up to the chosen one with its outcome, who has the record by then, and the picture."""
    route = data["routes"][params["record"]]
    who = params["about"]
    mended = who == "company" and route["only_people"]
    if mended:
        who = "person"
    steps = route["steps"]
    count = int(min(params["step"], len(steps)))
    held = [route["source"]]
    firsts = [0]
    missed = []
    missed_at = []
    outcomes = []
    public_at = 0
    solid = []  # corners of each line, by how it is drawn
    dash = []
    dot = []
    now = {"x": [], "y": [], "dash": "solid"}
    for i in range(count):
        step = steps[i]
        became = outcome(step, who, params["year"], held)
        outcomes.append(became)
        line = path(data, step)
        if became == "sent":
            solid.append(line)
            if step["to"] not in held:
                held.append(step["to"])
                firsts.append(i + 1)
            if node_of(data, step["to"])["shows"] == 1 and step["published"] == "yes" and "public" not in held:
                held.append("public")
                firsts.append(i + 1)
                solid.append(path(data, {"from": step["to"], "to": "public"}))
            if step["published"] == "yes" and public_at == 0:
                public_at = i + 1
        else:
            if became == "open":
                dash.append(line)
            else:
                dot.append(line)
            if step["to"] not in missed:
                missed.append(step["to"])
                missed_at.append(i + 1)
        if i == count - 1:
            at = lines([line])
            now = {"x": at["x"], "y": at["y"], "dash": "solid" if became == "sent" else "dot"}
    hollow = []
    hollow_at = []
    for i in range(len(missed)):
        if missed[i] not in held:
            hollow.append(missed[i])
            hollow_at.append(missed_at[i])
    idle = []
    never = []
    for node in data["nodes"]:
        if node["id"] not in held:
            if node["column"] != "source":
                never.append(node["id"])
            if node["id"] not in hollow:
                idle.append(node["id"])
    return {
        "who": who,
        "mended": mended,
        "steps": len(steps),
        "count": count,
        "past": params["step"] > len(steps),
        "outcomes": outcomes,
        "reached": held[1:],
        "never": never,
        "boxes": len(held) - 1,
        "guess": {
            "x": [GUESS_X] if params["guess"] >= 0 else [],
            "y": [GUESS_Y] if params["guess"] >= 0 else [],
            "number": [params["guess"]] if params["guess"] >= 0 else [],
        },
        "public_at": public_at,
        "solid": lines(solid),
        "dash": lines(dash),
        "dot": lines(dot),
        "now": now,
        "start": marks(data, [route["source"]], [0]),
        "got": marks(data, held[1:], firsts[1:]),
        "hollow": marks(data, hollow, hollow_at),
        "idle": marks(data, idle, [0 for _ in idle]),
    }


def names(data: dict, chosen: list) -> list:
    """The names of the boxes as a sentence says them."""
    return [node_of(data, name)["said"] for name in chosen]


def step_slots(step: dict, params: dict, data: dict, words: dict) -> dict:
    """What the sentences about one step are filled with."""
    reason = ""
    if step["doubt"] != "":
        reason = words[step["doubt"]]
    elif step["people_until"] > 0:
        reason = words["doubt_people"]
    return {
        "from": step["sender"],
        "to": step["receiver"],
        "what": step["what"],
        "whom": step["whom"],
        "level": step["level"],
        "since": step["since"],
        "grade": step["grade"],
        "published": step["published"],
        "sources": words["sources_between"].join(step["sources"]),
        "year": digits(params["year"]),
        "reason": reason,
        "aside": words["aside_people"] if step["people_until"] > 0 else "",
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Who has the record by this step, whether anyone can look it up, and what the step itself is."""
    route = data["routes"][params["record"]]
    slots = {
        "record": words["record_" + params["record"]],
        "about": words["about_" + result["who"]],
        "year": digits(params["year"]),
        "source": node_of(data, route["source"])["said"],
        "step": digits(result["count"]),
        "steps": digits(result["steps"]),
        "n": said_number(len(result["reached"]), words),
        "reached": join(names(data, result["reached"]), words),
        "never": join(names(data, result["never"]), words),
    }
    parts = []
    if result["mended"]:
        parts.append(words["say_mended"])
    if result["count"] == 0:
        parts.append(fill(words["say_start"], slots))
        return " ".join(parts)
    if len(result["reached"]) == 0:
        parts.append(fill(words["say_nobody"], slots))
    else:
        parts.append(fill(plural(len(result["reached"]), words, "say_reached"), slots))
        parts.append(words["say_public" if result["public_at"] > 0 else "say_not_public"])
        if len(result["never"]) > 0:
            parts.append(fill(words["say_never"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], {"guess": said_number(params["guess"], words)}))
    step = route["steps"][result["count"] - 1]
    about = step_slots(step, params, data, words)
    about["step"] = slots["step"]
    about["steps"] = slots["steps"]
    parts.append(fill(words["say_step"], about) + fill(words["say_" + result["outcomes"][result["count"] - 1]], about))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """A row for each step up to the chosen one, then who has not received the record."""
    steps = data["routes"][params["record"]]["steps"]
    table = []
    for i in range(result["count"]):
        step = steps[i]
        about = step_slots(step, params, data, words)
        found = step["row"] != ""
        table.append(
            [
                digits(i + 1),
                fill(words["row_way"], about),
                step["what"] if found else words["nothing"],
                fill(words["row_" + result["outcomes"][i]], about),
                step["published"] if found else words["nothing"],
                fill(words["row_rule"], about) if found else fill(words["row_no_rule"], about),
            ]
        )
    if result["count"] == 0:
        nothing = words["nothing"]
        table.append([digits(0), words["row_unsent"], nothing, nothing, nothing, nothing])
    table.append(
        [
            words["nothing"],
            words["row_never"],
            join(names(data, result["never"]), words),
            words["nothing"],
            words["nothing"],
            words["nothing"],
        ]
    )
    return table
