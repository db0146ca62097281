"""One week of behaviour, scored under the published rulebooks of nine Chinese places.

Rule (each line of each rulebook is a row of `evidence/rules.csv`)
    points of a line = units · points of the line, where
        units = whole times that `per` goes into the part of the count from `first` to `last` (hours), or the count
    itself.
        A line that has a threshold (`least`) counts only from there on. Lines of a rulebook add up; gains and losses
    are kept apart.
Units and ranges
    Points, each on its own city's scale: points of two cities cannot be compared. Hours 0 to 40; red lights 0 to 5.
What a line can be
        points (a value, or a range of values) · open (one end was not read) · unread (counts, value not read) ·
    weights (counts, weights
    not published) · record, card, title (counts, but not in points) · repair (mends a record, if there is one).
Years
        A rulebook applies in a year from its start, or its oldest line read, until its end or the last year in which
    it was found.
    A line of a later edition is not applied to an earlier year.
Simplified
        The week is the first of a count that starts at 0 (hours, red lights). What an office would do in practice is
    not known.
"""

import math

from explainer.models.wording import fill, join, plural, said_number, whole

HOURS_MOST = 40
LIGHTS_MOST = 5


def acts_of(params: dict) -> list:
    """What happens in the week: the act's name and how often, only what happens at all."""
    acts = []
    if params["hours"] > 0:
        acts.append({"act": "hours", "count": params["hours"]})
    if params["blood"]:
        acts.append({"act": "blood", "count": 1})
    if params["lights"] > 0:
        acts.append({"act": "foot" if params["way"] == "foot" else "wheel", "count": params["lights"]})
    if params["extra"] != "nothing":
        acts.append({"act": params["extra"], "count": 1})
    return acts


def units(rule: dict, count: float) -> int:
    """How many times a line counts: whole multiples of `per` between `first` and `last`."""
    if count < rule["first"]:
        return 0
    return math.floor((min(count, rule["last"]) - rule["first"] + 1) / rule["per"])


def standing(lane: dict, year: int) -> str:
    """Whether a rulebook applies in a year (0: whatever the year): "open", "before", "ended" or "unseen"."""
    if year == 0:
        return "open"
    if year < lane["start"]:
        return "before"
    if lane["end"] > 0 and year > lane["end"]:
        return "ended"
    if year > lane["seen"]:
        return "unseen"
    return "open"


def found(data: dict, lane: dict, act: dict, year: int) -> list:
    """The lines of a rulebook that speak of an act, each with what it comes to."""
    lines = []
    for rule in data["rules"]:
        if rule["lane"] == lane["id"] and rule["act"] == act["act"]:
            n = units(rule, act["count"])
            kind = rule["kind"]
            low = 0
            high = 0
            if year > 0 and rule["edition"] > year:
                kind = "later"
            elif act["count"] < rule["least"]:
                kind = "below"
            elif n > 0 and kind == "points":
                low = rule["low"] * n
                high = rule["high"] * n
            elif n > 0 and kind == "worse":
                high = rule["high"] * n
                low = high
            elif n > 0 and kind == "upto":
                low = rule["low"] * n
            if n > 0:
                lines.append({"rule": rule, "act": act["act"], "kind": kind, "low": low, "high": high})
    return lines


def scored(data: dict, lane: dict, acts: list, year: int) -> dict:
    """What one rulebook makes of the week."""
    lines = []
    missing = []
    status = standing(lane, year)
    if status == "open":
        for act in acts:
            those = found(data, lane, act, year)
            if len(those) == 0:
                missing.append(act["act"])
            for line in those:
                lines.append(line)
    recorded = False
    for line in lines:
        if line["kind"] == "record":
            recorded = True
    gain = 0
    sure = 0
    worst = 0
    worse = False
    numbers = 0
    kinds = {}
    for kind in ["record", "repair", "idle", "card", "weights", "unread", "title", "below", "later"]:
        kinds[kind] = 0
    for line in lines:
        if line["kind"] == "repair" and not recorded:
            line["kind"] = "idle"
        if line["kind"] in kinds:
            kinds[line["kind"]] = kinds[line["kind"]] + 1
        else:
            numbers = numbers + 1
            if line["high"] > 0:
                gain = gain + line["high"]
            else:
                sure = sure + line["high"]
                worst = worst + line["low"]
            if line["kind"] == "worse":
                worse = True
    if status == "open":
        if len(acts) == 0:
            status = "empty"
        elif numbers > 0:
            status = "points"
        else:
            status = "none"
            for kind in ["record", "card", "weights", "unread", "title", "below", "idle", "later"]:
                if status == "none" and kinds[kind] > 0:
                    status = kind
    return {
        "id": lane["id"],
        "status": status,
        "gain": gain,
        "sure": sure,
        "worst": worst,
        "worse": worse,
        "numbers": numbers,
        "silent": kinds["unread"] + kinds["weights"],
        "repair": kinds["repair"],
        "idle": kinds["idle"],
        "lines": lines,
        "missing": missing,
    }


def bar_at(i: int) -> float:
    """The height at which lane i, from 0, has its bar; its name stands above."""
    return -i - 0.2


def run(params: dict, data: dict) -> dict:
    """The week under every rulebook: gains, losses, what counts without a number, what meets no rule."""
    acts = acts_of(params)
    year = data["years"][params["year"]]
    lanes = [scored(data, lane, acts, year) for lane in data["lanes"]]
    counted = {"points": 0, "other": 0, "none": 0, "empty": 0, "out": 0}
    lowest = 0
    highest = 0
    marks = []
    at = []
    ranges = []
    for i in range(len(lanes)):
        status = lanes[i]["status"]
        at.append(lanes[i]["gain"] + 9)
        if lanes[i]["worst"] < lanes[i]["sure"]:
            ranges.append(i)
        if status == "points":
            counted["points"] = counted["points"] + 1
        elif status == "empty":
            counted["empty"] = counted["empty"] + 1
        elif status in ["none", "below", "idle", "later"]:
            counted["none"] = counted["none"] + 1
        elif status in ["before", "ended", "unseen"]:
            counted["out"] = counted["out"] + 1
        else:
            counted["other"] = counted["other"] + 1
            marks.append(i)
            at[i] = 20
        if lanes[i]["worst"] < lanes[lowest]["worst"]:
            lowest = i
        if lanes[i]["gain"] > lanes[highest]["gain"]:
            highest = i
    return {
        "year": year,
        "acts": acts,
        "lanes": lanes,
        "counted": counted,
        "losing": [lane["id"] for lane in lanes if lane["worst"] < 0],
        "gaining": [lane["id"] for lane in lanes if lane["gain"] > 0],
        "lowest": lowest,
        "highest": highest,
        "gain": [lane["gain"] for lane in lanes],
        "sure": [lane["sure"] for lane in lanes],
        "taken": [0 - lane["sure"] for lane in lanes],
        "taken_most": [0 - lane["worst"] for lane in lanes],
        "further": [lanes[i]["worst"] - lanes[i]["sure"] for i in ranges],
        "further_from": [lanes[i]["sure"] for i in ranges],
        "further_y": [bar_at(i) for i in ranges],
        "marks_x": [0 for _ in marks],
        "marks_y": [bar_at(i) for i in marks],
        "text": [lane_text(lane, year, data["labels"]) for lane in lanes],
        "text_x": at,
    }


def loss_text(sure: float, worst: float, worse: bool, labels: dict) -> str:
    """ "−20", "−10 to −50", "up to −150", "−20 or worse"."""
    slots = {"sure": whole(sure, labels), "worst": whole(worst, labels)}
    if worse:
        return fill(labels["or_worse"], slots)
    if sure == worst:
        return slots["sure"]
    if sure == 0:
        return fill(labels["up_to"], slots)
    return fill(labels["range"], slots)


def points_text(gain: float, sure: float, worst: float, worse: bool, labels: dict) -> str:
    """Gains and losses beside each other, never netted: a range on one side would hide the other."""
    parts = []
    if gain > 0:
        parts.append(labels["plus"] + whole(gain, labels))
    if worst < 0:
        parts.append(loss_text(sure, worst, worse, labels))
    return ", ".join(parts)


def lane_text(lane: dict, year: int, labels: dict) -> str:
    """What stands beside a rulebook's bar; short enough for a phone."""
    if lane["status"] == "points":
        text = points_text(lane["gain"], lane["sure"], lane["worst"], lane["worse"], labels)
        if lane["silent"] > 0:
            text = text + fill(labels["silent"], {"n": whole(lane["silent"], labels)})
        return text
    if lane["status"] == "record" and lane["repair"] > 0:
        return labels["lane_repair"]
    return fill(labels["lane_" + lane["status"]], {"year": plain_year(year)})


def plain_year(year: int) -> str:
    """2018, without a separator; "" for no year."""
    digits = "0123456789"
    text = ""
    rest = year
    while rest > 0:
        text = digits[rest % 10] + text
        rest = rest // 10
    return text


def act_words(act: dict, words: dict) -> str:
    """An act with its count, in words."""
    return fill(plural(act["count"], words, "act_" + act["act"]), {"n": said_number(act["count"], words)})


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The week, who gives and takes most, and how many rulebooks have nothing to say."""
    year = plain_year(result["year"])
    counted = result["counted"]
    total = len(result["lanes"])
    slots = {
        "year": year,
        "total": said_number(total, words),
        "in_force": said_number(total - counted["out"], words),
        "points": said_number(counted["points"], words),
        "other": said_number(counted["other"], words),
        "none": said_number(counted["none"], words),
        "week": join([act_words(act, words) for act in result["acts"]], words),
    }
    parts = []
    if len(result["acts"]) == 0:
        parts.append(words["say_empty"])
        if result["year"] > 0:
            parts.append(fill(words["say_empty_year"], slots))
        return " ".join(parts)
    if counted["out"] == total:
        return fill(words["say_nothing_yet" if result["year"] < data["oldest"] else "say_nothing_left"], slots)
    parts.append(fill(words["say_week" if result["year"] == 0 else "say_week_year"], slots))
    low = result["lanes"][result["lowest"]]
    high = result["lanes"][result["highest"]]
    if low["worst"] < 0:
        lane = data["lanes"][result["lowest"]]
        rule = leading(low, True)
        parts.append(
            fill(
                words["say_low"],
                {
                    "lane": lane["long"],
                    "edition": plain_year(rule["edition"]),
                    "level": lane["level"],
                    "scale": lane["scale"],
                    "source": rule["source"],
                    "points": loss_text(low["sure"], low["worst"], low["worse"], data["labels"]),
                },
            )
        )
    if high["gain"] > 0:
        lane = data["lanes"][result["highest"]]
        rule = leading(high, False)
        parts.append(
            fill(
                words["say_high"],
                {
                    "lane": lane["long"],
                    "edition": plain_year(rule["edition"]),
                    "level": lane["level"],
                    "source": rule["source"],
                    "points": data["labels"]["plus"] + whole(high["gain"], words),
                },
            )
        )
    if counted["points"] == 0:
        parts.append(words["say_no_number"])
    parts.append(fill(words["say_counts"], slots))
    for lane in result["lanes"]:
        if lane["repair"] > 0:
            parts.append(words["say_repair"])
        elif lane["idle"] > 0 and (params["way"] == "foot" or params["lights"] == 0):
            parts.append(words["say_idle"])
    most = params["hours"] == HOURS_MOST and params["lights"] == LIGHTS_MOST
    if most and params["blood"] and params["extra"] != "nothing":
        parts.append(words["say_everything"])
    if counted["points"] > 1:
        parts.append(words["say_scales"])
    return " ".join(parts)


def leading(lane: dict, losing: bool) -> dict:
    """The line of a rulebook that takes, or gives, most."""
    best = lane["lines"][0]
    for line in lane["lines"]:
        if (line["low"] < best["low"]) if losing else (line["high"] > best["high"]):
            best = line
    return best["rule"]


def line_points(line: dict, words: dict, labels: dict) -> str:
    """What one line comes to."""
    if line["kind"] == "points" or line["kind"] == "worse" or line["kind"] == "upto":
        if line["high"] > 0:
            return points_text(line["high"], 0, 0, False, labels)
        return loss_text(line["high"], line["low"], line["kind"] == "worse", labels)
    return words["line_" + line["kind"]]


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """A row for each line that speaks of an act, one for acts without a rule, and what became of the scheme."""
    table = []
    for i in range(len(data["lanes"])):
        lane = data["lanes"][i]
        one = result["lanes"][i]
        for line in one["lines"]:
            rule = line["rule"]
            table.append(
                [
                    lane["long"],
                    words["name_" + line["act"]],
                    fill(
                        words["row_rule" if rule["condition"] != "" else "row_rule_bare"],
                        {
                            "behaviour": rule["behaviour"],
                            "condition": rule["condition"],
                        },
                    ),
                    plain_year(rule["edition"]),
                    rule["grade"],
                    line_points(line, words, data["labels"]),
                ]
            )
        if len(one["missing"]) > 0:
            missed = join([words["name_" + act] for act in one["missing"]], words)
            table.append([lane["long"], missed, words["row_none"], lane["edition"], "", words["none"]])
        if one["status"] in ["before", "ended", "unseen", "empty"]:
            said = fill(words["row_" + one["status"]], {"year": plain_year(result["year"])})
            table.append([lane["long"], words["week"], said, lane["edition"], "", words["none"]])
        table.append([lane["long"], words["afterwards"], lane["outcome"], "", lane["grade"], ""])
    return table
