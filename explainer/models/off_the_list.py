"""When would this record come off? One record, five rulebooks, and what was done to put it right.

Rule
    Months are counted from the month of the record. A rulebook counts if it was in force in that month. Its `mode`:
    pay: no set term; off once it is put right.            fixed: off at the end of the term, whatever is done.
    alone: as fixed, by the rule itself and not for want of reading.
    discretion: off at the end; the court may end it from the repair on.
    request: off at the end; who applies, after `least` months and not before it is put right.
    wait: off at the end; who applies, `least` months after it was put right.
    tier: as request; if nothing is done, the sector's rule decides after the term.
    unseen: as a rule not shown, at most for the term.
    Nothing comes off later by an application than by its term.
Units and ranges
    Years 2013 to 2026, months 1 to 12, a repair −6 to 48 months after the record (below 0: counted as 0, and said).
    Places on the axis are years with decimals: 2026.0 is the start of January 2026. Terms are whole months.
Source
    The rows of `lists`, `laws`, `claims` and `figures` that the explorable names; each term is read out of its row.
Simplified
    Days are left out: three working days count as none. The rule in force in the month of the record is kept to the
    end; whether a later rule reaches back was not read. Publication is taken to be in the month of the record.
"""

from explainer.models.arithmetic import floor_div, mod
from explainer.models.wording import digits, fill, join, plural, said_number

OPEN = -1  # months: no end set
LEFT = 0.8  # years shown before the record, and after it
RIGHT = 6.6
ARROW = 6.2  # years after the record at which an open end is cut
BAR = 0.12  # how far below the middle of its row a bar lies


def counted(year: float, month: float) -> int:
    """Months since the year 0."""
    return int(year) * 12 + int(month) - 1


def place(months: int) -> float:
    """Months since the year 0 as years with decimals."""
    return months / 12


def worded(months: int, words: dict) -> str:
    """ "May 2026"."""
    return words["month_" + digits(mod(months, 12) + 1)] + " " + digits(floor_div(months, 12))


def ends(rule: dict, repair: str, after: int) -> dict:
    """Months from the record: `first` it could come off, `last` it can stay (OPEN: no end set), and why."""
    mode = rule["mode"]
    term = rule["term"]
    done = repair != "nothing"
    if mode == "pay":
        end = after if done else OPEN
        return {"first": end, "last": end, "why": "pay_done" if done else "pay_open"}
    if mode == "unseen":
        return {"first": 0, "last": term, "why": "unseen"}
    if mode == "fixed" or mode == "alone":
        return {"first": term, "last": term, "why": mode}
    if mode == "discretion":
        if done and after < term:
            return {"first": after, "last": term + rule["extra"], "why": "discretion"}
        return {"first": term, "last": term + rule["extra"], "why": "discretion_end"}
    first = term
    if repair == "applied":
        first = after + rule["least"] if mode == "wait" else max(rule["least"], after)
        if first < term:
            return {"first": first, "last": term, "why": mode}
        return {"first": term, "last": term, "why": "too_late"}
    if mode == "tier" and not done:
        return {"first": term, "last": OPEN, "why": "tier_nothing"}
    return {"first": term, "last": term, "why": "not_applied" if done else "end"}


def state(rule: dict, at: int) -> str:
    """none: no rule found; early: the record is older; over: the rule had ended; unread: no term read; rule."""
    if rule["mode"] == "none":
        return "none"
    if at < rule["from"]:
        return "early"
    if rule["to"] != OPEN and at > rule["to"]:
        return "over"
    if rule["mode"] == "unread":
        return "unread"
    return "rule"


def outcome(rule: dict, params: dict) -> dict:
    """What one rulebook does with the record."""
    at = counted(params["year"], params["month"])
    after = max(0, int(params["after"]))
    found = {"state": state(rule, at), "first": OPEN, "last": OPEN, "why": ""}
    if found["state"] == "rule":
        end = ends(rule, params["repair"], after)
        found["first"] = end["first"]
        found["last"] = end["last"]
        found["why"] = end["why"]
    return found


def heading(rule: dict, found: dict, at: int, words: dict) -> str:
    """The line above a bar: year, rulebook and the earliest day."""
    slots = {"year": digits(rule["year"]), "name": rule["short"], "first": "", "last": ""}
    if found["state"] != "rule":
        return fill(words["head"], slots)
    if found["first"] == OPEN:
        return fill(words["head_open"], slots)
    slots["first"] = worded(at + found["first"], words)
    if found["why"] == "unseen":
        return fill(words["head_unseen"], slots)
    return fill(words["head_date"], slots)


def note(rule: dict, found: dict, words: dict) -> str:
    """What stands in place of a bar; empty where there is a bar."""
    if found["state"] == "early":
        return fill(words["note_early"], {"when": worded(rule["from"], words)})
    if found["state"] == "over":
        return fill(words["note_over"], {"when": worded(rule["to"], words)})
    if found["state"] == "none":
        return words["note_" + rule["note"]]
    if found["state"] == "unread":
        return words["note_unread"]
    return ""


def run(params: dict, data: dict) -> dict:
    """Bars, arrows and lines of the chosen kind under its five rulebooks."""
    words = data["labels"]
    kind = data["kinds"][params["kind"]]
    at = counted(params["year"], params["month"])
    start = place(at)
    found = [outcome(rule, params) for rule in kind["rules"]]
    repaired = params["repair"] != "nothing"
    solid = []
    pale_base = []
    pale = []
    line_x = []
    line_y = []
    tip_x = []
    tip_y = []
    heads = []
    notes = []
    ruled_rows = []
    for i in range(len(found)):
        one = found[i]
        rule = kind["rules"][i]
        ruled = one["state"] == "rule"
        shown = 0
        if ruled and repaired:
            ruled_rows.append(i + BAR)
        if ruled and one["first"] == OPEN:
            shown = ARROW - 1
        elif ruled:
            shown = one["first"] / 12
        solid.append(shown)
        pale_base.append(start + shown)
        pale.append(one["last"] / 12 - shown if ruled and one["last"] != OPEN else 0)
        if ruled and one["last"] == OPEN:
            for x in [start + shown, start + ARROW, None]:
                line_x.append(x)
            for y in [i + BAR, i + BAR, None]:
                line_y.append(y)
            tip_x.append(start + ARROW)
            tip_y.append(i + BAR)
        heads.append(heading(rule, one, at, words))
        notes.append(note(rule, one, words))
    mended = start + params["after"] / 12
    top = fill(
        words["top_" + params["repair"]],
        {
            "record": worded(at, words),
            "repair": worded(at + int(params["after"]), words),
        },
    )
    return {
        "at": start,
        "found": found,
        "states": [one["state"] for one in found],
        "firsts": [one["first"] for one in found],
        "lasts": [one["last"] for one in found],
        "base": [start for _ in found],
        "solid": solid,
        "pale_base": pale_base,
        "pale": pale,
        "line": {"x": line_x, "y": line_y},
        "tip": {"x": tip_x, "y": tip_y},
        "heads": heads,
        "heads_at": [start - LEFT + 0.08 for _ in found],
        "notes": notes,
        "notes_at": [start + 0.06 for _ in found],
        "repair": {"x": [mended for _ in ruled_rows], "y": ruled_rows},
        "top": [top],
        "top_at": [start - LEFT + 0.08],
        "range": [start - LEFT, start + RIGHT],
        "before": repaired and params["after"] < 0,
    }


def source(rule: dict, words: dict) -> str:
    """Level, grade and sources of a rulebook."""
    return fill(
        words["source"],
        {
            "level": rule["level"],
            "grade": rule["grade"],
            "sources": words["sources_between"].join(rule["sources"]),
        },
    )


def brief(rule: dict, words: dict) -> str:
    """Level, grade and the first source; the table names all."""
    return fill(words["source"], {"level": rule["level"], "grade": rule["grade"], "sources": rule["sources"][0]})


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The record and its repair; each rule that counts, with its earliest day and why; what the others are."""
    kind = data["kinds"][params["kind"]]
    at = counted(params["year"], params["month"])
    parts = [
        fill(
            words["say_" + params["repair"]],
            {
                "kind": kind["name"],
                "record": worded(at, words),
                "repair": worded(at + int(params["after"]), words),
            },
        )
    ]
    if result["before"]:
        parts.append(fill(words["say_before"], {"n": months_said(0 - int(params["after"]), words)}))
    years = {"early": [], "over": [], "unread": [], "none": []}
    ruled = 0
    for i in range(len(kind["rules"])):
        one = result["found"][i]
        rule = kind["rules"][i]
        if one["state"] == "rule":
            ruled = ruled + 1
            parts.append(said_rule(rule, one, at, words))
        else:
            years[one["state"]].append(digits(rule["year"]))
    if ruled == 0:
        parts.append(words["say_no_rule"])
    for name in ["early", "over", "unread", "none"]:
        if len(years[name]) > 0:
            parts.append(fill(words["say_" + name], {"years": join(years[name], words)}))
    return " ".join(parts)


def months_said(n: int, words: dict) -> str:
    """ "one month", "six months"."""
    return fill(plural(n, words, "months"), {"n": said_number(n, words)})


def said_rule(rule: dict, one: dict, at: int, words: dict) -> str:
    """One rulebook's sentence."""
    slots = {
        "year": digits(rule["year"]),
        "name": rule["name"],
        "source": brief(rule, words),
        "first": worded(at + max(0, one["first"]), words),
        "term": worded(at + max(0, rule["term"]), words),
        "last": worded(at + max(0, one["last"]), words),
        "least": months_said(rule["least"], words),
    }
    return fill(words["rule"], slots) + " " + fill(words["why_" + one["why"]], slots)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """One row a rulebook, then the general right of the Civil Code: state, earliest and latest day, five rights."""
    kind = data["kinds"][params["kind"]]
    at = counted(params["year"], params["month"])
    table = []
    for i in range(len(kind["rules"])):
        table.append(line(kind["rules"][i], result["found"][i], at, words))
    table.append(line(data["code"], outcome(data["code"], params), at, words))
    return table


def line(rule: dict, one: dict, at: int, words: dict) -> list:
    """One row of the ladder of rights."""
    first = words["nothing"]
    last = words["nothing"]
    if one["state"] == "rule":
        first = words["open"] if one["first"] == OPEN else worded(at + one["first"], words)
        last = words["open"] if one["last"] == OPEN else worded(at + one["last"], words)
    if one["why"] == "unseen":
        first = words["unseen"]
    name = digits(rule["year"])
    if rule["mode"] != "none":
        name = fill(words["row"], {"year": digits(rule["year"]), "name": rule["name"], "source": source(rule, words)})
    now = words["note_" + rule["note"]] if one["state"] == "none" else words["state_" + one["state"]]
    cells = [name, now, first, last]
    for right in ["told", "see", "object", "repair", "sue"]:
        cells.append(words["nothing"] if rule["mode"] == "none" else words["right_" + rule["rights"][right]])
    return cells
