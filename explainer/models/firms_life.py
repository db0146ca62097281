"""An invented firm's life: where each scheme of grades would put it, as far as the rows of evidence say.

Rule
    Each lane is one scheme with its grades, best first. What happened to the firm leaves in each lane some grades
    possible. One grade left: "stated". Several left: "open". Criteria not published, not seen or not read: "hidden",
    and no grade is claimed. Before a scheme: "not-yet"; after it: "ended"; where only the rule is missing: "unread".
    A record put right opens its lane from the grade it had up to those of a firm with nothing recorded, unless a row
    says which grade follows.
Units and ranges
    Years 2014 to 2026, each taken at its end (the last at the day on which the tables were checked). Places are counted
    from the left, one unit wide; lanes from the top, one unit high.
Source
    The rows of `ratings` and `lists`; which event meets which grade is our reading of the columns `meaning` and
    `grounds`, given to the model as data.
Simplified
    One year at a time: nothing is carried from the year before. Points below the grades are not computed, since the
    points that an act costs are not in the tables.
"""

from explainer.models.wording import digits, fill, join, said_number

TOP = 0.34  # of a lane's height: the title stands above, the grades below
BOTTOM = 0.9
GAP = 0.04  # between two grades, in places
EVENTS = ["tax", "customs", "pollution", "judgment"]


def stands(row: dict, year: float) -> bool:
    """In force at the end of the year."""
    return row["from"] <= year and (row["to"] is None or row["to"] > year)


def happened(params: dict, event: str) -> str:
    """What was chosen for an event, as a word; "none" where nothing happened."""
    if event == "judgment":
        return "unpaid" if params["judgment"] else "none"
    return params[event]


def recorded(params: dict) -> list:
    """The events that happened."""
    return [event for event in EVENTS if happened(params, event) != "none"]


def edition(lane: dict, year: float) -> dict:
    """The edition of a lane's scheme to be shown in a year: the one in force, or else the first."""
    for each in lane["editions"]:
        if stands(each, year):
            return each
    return lane["editions"][0]


def widened(places: list, clean: list) -> list:
    """Every place from the best of both lists to the worst of both."""
    low = min(min(places), min(clean))
    high = max(max(places), max(clean))
    return [i for i in range(low, high + 1)]


def settled(lane: dict, shown: dict, params: dict, year: float) -> dict:
    """Status and possible places of the firm in one lane, and whether a repair opened it."""
    nothing = {"status": "hidden", "places": [], "repaired": False, "reason": shown["hidden"]}
    if not stands(shown, year):
        if shown["from"] > year:
            nothing["status"] = "unread" if lane["older"] else "not-yet"
        else:
            nothing["status"] = "ended"
        return nothing
    if shown["hidden"] != "":
        if params["repaired"] and len(recorded(params)) > 0:
            nothing["repaired"] = True
        return nothing
    did = happened(params, lane["event"])
    places = shown["effects"][did]
    reason = did
    mended = False
    if params["repaired"] and did != "none":
        mended = True
        if did in shown["after"]:
            places = shown["after"][did]
            reason = "stated-repair"
        else:
            clean = shown["effects"]["none"]
            places = widened(places, clean)
            reason = "repair"
    kept = []
    for i in places:
        if i not in shown["apart"] and bool(stands(shown["grades"][i], year)):
            kept.append(i)
    return {"status": "stated" if len(kept) == 1 else "open", "places": kept, "repaired": mended, "reason": reason}


def boxes(chosen: list) -> dict:
    """Outlines of boxes, each [lane, place], as x and y of one line with a gap (None) after each."""
    xs = []
    ys = []
    for box in chosen:
        left = box[1] + GAP
        right = box[1] + 1 - GAP
        top = box[0] + TOP
        bottom = box[0] + BOTTOM
        for x in [left, right, right, left, left, None]:
            xs.append(x)
        for y in [top, top, bottom, bottom, top, None]:
            ys.append(y)
    return {"x": xs, "y": ys}


def names(chosen: list, texts: list) -> dict:
    """The names in the boxes: x, y and text."""
    return {
        "x": [box[1] + 0.5 for box in chosen],
        "y": [box[0] + (TOP + BOTTOM) / 2 for box in chosen],
        "text": texts,
    }


def run(params: dict, data: dict) -> dict:
    """The lanes in the year: status, possible grades, and where everything is drawn."""
    year = params["year"]
    labels = data["labels"]
    lanes = []
    plain = []
    plain_names = []
    sure = []
    sure_names = []
    maybe = []
    maybe_names = []
    marks = []
    queries = []
    counts = {"stated": 0, "open": 0, "hidden": 0, "not-yet": 0, "ended": 0, "unread": 0}
    for i in range(len(data["lanes"])):
        lane = data["lanes"][i]
        shown = edition(lane, year)
        found = settled(lane, shown, params, year)
        status = found["status"]
        counts[status] = counts[status] + 1
        if status == "stated" or status == "open" or status == "hidden":
            for place in range(len(shown["grades"])):
                grade = shown["grades"][place]
                if stands(grade, year):
                    if place in found["places"] and status == "stated":
                        sure.append([i, place])
                        sure_names.append("<b>" + grade["short"] + "</b>")
                    elif place in found["places"]:
                        maybe.append([i, place])
                        maybe_names.append(grade["short"])
                    else:
                        plain.append([i, place])
                        plain_names.append(grade["short"])
        slots = {"n": digits(len(found["places"])), "year": digits(shown["from"])}
        key = "mark_" + status
        if status == "hidden":
            key = "mark_" + shown["hidden"]
            queries.append([i, len(shown["grades"])])
        marks.append(fill(labels[key], slots))
        lanes.append(
            {
                "id": lane["id"],
                "status": status,
                "places": found["places"],
                "repaired": found["repaired"],
                "reason": found["reason"],
                "grades": [shown["grades"][place]["label"] for place in found["places"]],
            }
        )
    titles = [lane["title"] for lane in data["lanes"]]
    return {
        "lanes": lanes,
        "counts": counts,
        "stated": counts["stated"],
        "hidden": counts["hidden"],
        "in_force": counts["stated"] + counts["open"] + counts["hidden"],
        "events": recorded(params),
        "plain_boxes": boxes(plain),
        "maybe_boxes": boxes(maybe),
        "sure_boxes": boxes(sure),
        "plain_names": names(plain, plain_names),
        "maybe_names": names(maybe, maybe_names),
        "sure_names": names(sure, sure_names),
        "queries": names(queries, ["<b>?</b>" for _ in queries]),
        "titles": ["<b>" + title + "</b>" for title in titles],
        "marks": marks,
    }


def source(row: dict, words: dict) -> str:
    """Level, grade and sources of a row."""
    return fill(
        words["source"],
        {
            "level": row["level"],
            "grade": row["grade"],
            "sources": words["sources_between"].join(row["sources"]),
        },
    )


def brief(row: dict, words: dict) -> str:
    """Level, grade and the first source of a row; the table names all."""
    return fill(words["source"], {"level": row["level"], "grade": row["grade"], "sources": row["sources"][0]})


def either(items: list, words: dict) -> str:
    """ "A", "A or B", "A, B or C"; "" of an empty list."""
    if len(items) < 2:
        return "".join(items)
    return words["list_comma"].join(items[:-1]) + words["or"] + items[-1]


def when(year: float, data: dict, words: dict) -> str:
    """ "At the end of 2018"; for the year that is not over, the day of the last check."""
    if year >= data["as_of"]["year"]:
        return fill(words["when_last"], {"date": data["as_of"]["date"]})
    return fill(words["when"], {"year": digits(year)})


def placed(params: dict, result: dict, data: dict, words: dict, status: str) -> list:
    """ "Customs: Untrustworthy (…)" of every lane of this status."""
    found = []
    for i in range(len(data["lanes"])):
        lane = data["lanes"][i]
        if result["lanes"][i]["status"] == status:
            shown = edition(lane, params["year"])
            slots = {
                "title": lane["title"],
                "source": brief(shown, words),
                "date": shown["date"],
                "grades": either(result["lanes"][i]["grades"], words),
                "hidden": "",
            }
            if status == "hidden":
                slots["hidden"] = words["hidden_" + shown["hidden"]]
            found.append(fill(words["placed_" + status], slots))
    return found


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many lanes the rows settle, which grades those are, what stays open or hidden, and what a repair changed."""
    slots = {
        "when": when(params["year"], data, words),
        "stated": some(result["counts"]["stated"], words),
        "open": some(result["counts"]["open"], words),
        "all": said_number(result["in_force"], words),
    }
    parts = []
    if len(result["events"]) == 0:
        parts.append(words["say_nothing"])
    parts.append(fill(words["say_counts"], slots))
    stated = placed(params, result, data, words, "stated")
    if len(stated) > 0:
        parts.append(fill(words["say_stated"], {"list": words["between"].join(stated)}))
    opened = placed(params, result, data, words, "open")
    if len(opened) > 0:
        parts.append(fill(words["say_open"], {"list": words["between"].join(opened)}))
    hidden = placed(params, result, data, words, "hidden")
    if len(hidden) > 0:
        parts.append(fill(words["say_hidden"], {"list": words["between"].join(hidden)}))
    later = placed(params, result, data, words, "not-yet")
    if len(later) > 0:
        parts.append(fill(words["say_not_yet"], {"list": join(later, words), "year": digits(params["year"])}))
    unread = placed(params, result, data, words, "unread")
    if len(unread) > 0:
        parts.append(fill(words["say_unread"], {"list": words["between"].join(unread)}))
    if params["repaired"]:
        parts.append(said_repair(params, result, data, words))
    return " ".join(parts)


def some(n: float, words: dict) -> str:
    """ "none", "one", "two"."""
    return words["none"] if n == 0 else said_number(n, words)


def said_repair(params: dict, result: dict, data: dict, words: dict) -> str:
    """What a record put right changes; also where there is no record, or no general rule yet."""
    if len(result["events"]) == 0:
        return words["say_repair_nothing"]
    text = ""
    if params["judgment"]:
        text = words["say_repair_judgment"] + " "
    for rule in data["repairs"]:
        if stands(rule, params["year"]):
            return text + fill(
                words["say_repair"],
                {
                    "rule": rule["document"],
                    "date": rule["date"],
                    "what": rule["what"],
                    "source": brief(rule, words),
                },
            )
    first = data["repairs"][0]
    return text + fill(words["say_repair_early"], {"rule": first["document"], "date": first["date"]})


def why(lane: dict, shown: dict, found: dict, words: dict) -> str:
    """Why the firm stands there: the words of the rows, and what they leave out."""
    status = found["status"]
    if status == "not-yet" or status == "unread" or status == "ended":
        return fill(words["why_" + status], {"date": shown["date"], "basis": shown["basis"], "end": shown["end"]})
    if status == "hidden":
        return shown["note"] + (" " + shown["mended"] if found["repaired"] else "")
    told = []
    for place in found["places"]:
        grade = shown["grades"][place]
        told.append(fill(words["grade"], {"label": grade["label"], "meaning": grade["meaning"]}))
    if lane["id"] == "court":
        told = [shown["note"]]
    key = "why_" + lane["id"] + "_" + found["reason"]
    extra = ""
    if found["reason"] == "repair" and lane["id"] != "court":
        extra = words["why_repair"]
    elif key in words:
        extra = words[key]
    return " ".join([words["between"].join(told) + ".", extra]).strip()


def brings(shown: dict, found: dict, words: dict) -> str:
    """Rewards and sanctions of the possible grades; of all grades that state any where the grade is hidden."""
    places = found["places"]
    if found["status"] == "hidden":
        places = [i for i in range(len(shown["grades"])) if shown["grades"][i]["consequences"] != ""]
    told = []
    for place in places:
        grade = shown["grades"][place]
        what = grade["consequences"] if grade["consequences"] != "" else words["not_stated"]
        told.append(grade["label"] + ": " + what)
    if len(told) == 0:
        return words["not_stated"] if found["status"] == "hidden" else words["nothing"]
    return words["between"].join(told)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """One line a scheme: the firm's place, why, what the place brings, and the source."""
    table = []
    for i in range(len(data["lanes"])):
        lane = data["lanes"][i]
        shown = edition(lane, params["year"])
        found = result["lanes"][i]
        place = either(found["grades"], words)
        if found["status"] == "hidden":
            place = words["place_hidden"]
        elif place == "":
            place = words["nothing"]
        table.append(
            [
                lane["title"],
                place,
                why(lane, shown, found, words),
                brings(shown, found, words),
                source(shown, words),
            ]
        )
    return table
