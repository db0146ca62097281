"""The timeline: which events are shown, where their marks stand, and which one is read out.

Rule
    An event is shown if its kind and its level are the chosen ones (or all) and its year lies from the first year to
    the last, both included. Years in the wrong order are swapped. The events stand in the order of their dates; the
    chosen one is the `event`-th of those shown, or the last if there are fewer.
Units
    Time is in years with decimals: 2014.0 is the start of 1 January 2014. A date that names only a month or a year
    stands in its middle; `start` and `end` are the first and last moment that it can mean.
Simplified
    Height within a lane means nothing: marks that would touch are put in different rows of their lane.
"""

from explainer.models.wording import digits, fill, plural, whole

# kind of event and rows that its lane has, from the top
LANES = [["plan", 6], ["list", 5], ["pilot", 2], ["company", 3], ["private", 2], ["institution", 2], ["press", 3]]
NAME = 1.9  # rows that the name of a lane takes above its marks
ALL = "all"
WIDTH = 0.03  # a mark's width as a share of the years shown, on a phone
EDGE = 0.025  # of the years shown: room at both ends, so that no mark is cut
ABOVE = 0.8  # rows between the lanes and the label
LINE = 42  # characters in a line of the label: what fits a figure 340 pixels wide


def height() -> float:
    """Rows of all lanes together, with their names."""
    rows_all = 0
    for lane in LANES:
        rows_all = rows_all + lane[1] + NAME
    return rows_all


def tops() -> dict:
    """kind -> height at which its lane begins; lanes follow from the top down, to 0."""
    out = {}
    top = height()
    for lane in LANES:
        out[lane[0]] = top
        top = top - lane[1] - NAME
    return out


def shown(params: dict, data: dict) -> list:
    """The events of the chosen kind, level and years, in the order of their dates."""
    first = min(params["first"], params["last"])
    last = max(params["first"], params["last"])
    found = []
    for event in data["events"]:
        if event["year"] >= first and event["year"] <= last:
            if params["kind"] == ALL or event["kind"] == params["kind"]:
                if params["level"] == ALL or event["level"] == params["level"]:
                    found.append(event)
    return found


def placed(events: list, years: float) -> dict:
    """kind -> x and y of its marks. A mark takes the first row of its lane where it touches none, else the emptiest."""
    top = tops()
    lanes = {}
    for lane in LANES:
        xs = []
        ys = []
        ends = [-1000.0 for _ in range(lane[1])]
        for event in events:
            if event["kind"] == lane[0]:
                chosen = 0
                free = False
                for row in range(lane[1]):
                    if not free and event["at"] - ends[row] >= WIDTH * years:
                        chosen = row
                        free = True
                if not free:
                    for row in range(lane[1]):
                        if ends[row] < ends[chosen]:
                            chosen = row
                ends[chosen] = event["at"]
                xs.append(event["at"])
                ys.append(top[lane[0]] - NAME - chosen - 0.5)
        lanes[lane[0]] = {"x": xs, "y": ys}
    return lanes


def wrapped(text: str, width: int) -> list:
    """The text in lines of at most `width` characters, broken at spaces; a longer word has a line of its own."""
    lines = []
    line = ""
    for word in text.split(" "):
        if line == "":
            line = word
        elif len(line) + 1 + len(word) <= width:
            line = line + " " + word
        else:
            lines.append(line)
            line = word
    lines.append(line)
    return lines


def step(years: float) -> int:
    """Years between two ticks, so that their labels fit a phone."""
    if years <= 7:
        return 1
    if years <= 14:
        return 2
    return 5


def run(params: dict, data: dict) -> dict:
    """The marks of every lane, the chosen event with its label, and the axis of the years."""
    first = min(params["first"], params["last"])
    last = max(params["first"], params["last"])
    years = last + 1 - first
    events = shown(params, data)
    lanes = placed(events, years)
    left = first - EDGE * years
    right = last + 1 + EDGE * years
    result = {
        "first": first,
        "last": last,
        "swapped": params["first"] > params["last"],
        "clamped": params["event"] > len(events),
        "shown": len(events),
        "number": int(min(params["event"], len(events))),
        "lanes": lanes,
        "range": [left, right],
        "step": step(years),
        "mark": {"x": [], "y": []},
        "pointer": {"x": [], "y": []},
        "span": {"x": [], "y": []},
        "label": {"x": [], "text": [], "side": "top right"},
        "names": [left for _ in LANES],
        "none": {"x": [(left + right) / 2], "y": [height() - NAME - LANES[0][1] / 2]},
    }
    if len(events) == 0:
        return result
    event = events[result["number"] - 1]
    before = 0
    for other in events[: result["number"] - 1]:
        if other["kind"] == event["kind"]:
            before = before + 1
    x = event["at"]
    y = lanes[event["kind"]]["y"][before]
    # the label stands at the left, the middle or the right of the figure, wherever the pointer meets it
    share = (x - left) / (right - left)
    at = (left + right) / 2
    side = "top center"
    if share < 0.34:
        at = left
        side = "top right"
    elif share > 0.66:
        at = right
        side = "top left"
    text = "<b>" + event["date"] + "</b><br>" + "<br>".join(wrapped(event["event"], LINE))
    result["label"] = {"x": [at], "text": [text], "side": side}
    result["mark"] = {"x": [x], "y": [y]}
    result["pointer"] = {"x": [x, x], "y": [y, height() + ABOVE]}
    result["span"] = {"x": [event["start"], event["end"]], "y": [y, y]}
    result["none"] = {"x": [], "y": []}
    return result


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many events are shown, and the chosen one in full."""
    slots = {
        "shown": whole(result["shown"], words),
        "all": whole(len(data["events"]), words),
        "first": digits(result["first"]),
        "last": digits(result["last"]),
        "number": whole(result["number"], words),
    }
    parts = []
    if result["swapped"]:
        parts.append(fill(words["say_swapped"], slots))
    if result["shown"] == 0:
        parts.append(fill(words["say_none"], slots))
        return " ".join(parts)
    parts.append(fill(plural(result["shown"], words, "say_shown"), slots))
    event = shown(params, data)[result["number"] - 1]
    slots["date"] = event["date"]
    slots["event"] = event["event"]
    slots["level"] = words["level_" + event["level"]]
    slots["grade"] = event["grade"]
    slots["sources"] = words["sources_between"].join(event["sources"])
    if result["clamped"]:
        parts.append(words["say_clamped"])
    parts.append(fill(words["say_event"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The events shown; one row that says so where there are none."""
    table = []
    for event in shown(params, data):
        table.append(
            [
                event["date"],
                event["event"],
                words["level_" + event["level"]],
                event["grade"],
                words["sources_between"].join(event["sources"]),
            ]
        )
    if len(table) == 0:
        table.append([words["nothing"], words["no_event"], words["nothing"], words["nothing"], words["nothing"]])
    return table
