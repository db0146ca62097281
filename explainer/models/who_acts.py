"""Who acts on a breach: which memoranda of joint punishment or reward stood in a year, and what carries it now.

Rule
    A memorandum stands in a year if it was signed in that year or before and no later edition of it had been signed.
    A list, statute or opinion stands if it took effect in that year or before. From the year after the guidance of
    December 2020 on, a memorandum of punishment is shown as signed, no longer as ground enough for a measure.
    Of several memoranda that stand, the bar shows the latest.
Units and ranges
    Years 2013 to 2026, each taken at its end (the last at the day on which the tables were checked); bodies are
    counted signatories, 0 to 51, None where no count was read.
Source
    The rows of `joint_punishment`, `lists`, `measures` and `laws`; which row belongs to which breach is our assignment.
Simplified
    Twenty-one of the memoranda are in the table. The day on which a memorandum lost its use is known of one only.
    Rules before the present rule of a list are not in the table, so a list may be older than its diamond.
"""

from explainer.models.wording import digits, fill, said_number, whole


def stands(row: dict, year: float) -> bool:
    """Signed or in force by the end of the year, and not replaced by then."""
    return row["year"] <= year and (row["until"] is None or row["until"] > year)


def latest(rows_of_breach: list, year: float) -> list:
    """The latest of the rows that stand in the year, as a list of one, or an empty list."""
    found = []
    for row in rows_of_breach:
        if stands(row, year):
            found = [row]
    return found


def standing(rows_of_breach: list, year: float) -> list:
    """Those that stand in the year."""
    return [row for row in rows_of_breach if stands(row, year)]


def phase(year: float, data: dict) -> str:
    """none: before the first memorandum; free; guidance: its own year; bound: later."""
    if year < data["first"]["year"]:
        return "none"
    if year < data["guidance"]["year"]:
        return "free"
    if year == data["guidance"]["year"]:
        return "guidance"
    return "bound"


def mark(breach: dict, year: float, words: dict) -> str:
    """What stands beside a bar: bodies and year, or why there is no bar."""
    found = latest(breach["memoranda"], year)
    if len(found) > 0:
        slots = {"year": digits(found[0]["year"]), "bodies": ""}
        if found[0]["bodies"] is None:
            return fill(words["mark_unread"], slots)
        slots["bodies"] = digits(found[0]["bodies"])
        return fill(words["mark_bodies"], slots)
    if len(breach["memoranda"]) > 0:
        return words["mark_not_yet"]
    lists = standing(breach["lists"], year)
    if len(lists) > 0:
        return fill(words["mark_joined" if lists[0]["doubt"] else "mark_list"], {"year": digits(lists[0]["year"])})
    return words["mark_not_yet"]


def run(params: dict, data: dict) -> dict:
    """Bars, marks and diamonds of every breach in the year; memoranda, lists and measure of the chosen one."""
    year = params["year"]
    words = data["labels"]
    bars = []
    reward_bars = []
    reward_places = []
    bodies = []
    marks = []
    labels = []
    diamonds = []
    places = []
    at = 0
    signed = 0
    agreements = 0
    for breach in data["breaches"]:
        found = latest(breach["memoranda"], year)
        size = 0
        if len(found) > 0 and found[0]["bodies"] is not None:
            size = found[0]["bodies"]
        for memorandum in breach["memoranda"]:
            agreements = agreements + 1
            if memorandum["year"] <= year:
                signed = signed + 1
        chosen = breach["id"] == params["breach"]
        if chosen:
            at = breach["place"]
            labels.append("<b>" + breach["short"] + "</b>")
        else:
            labels.append(breach["short"])
        bodies.append(size)
        bars.append(0 if chosen or breach["reward"] else size)
        if breach["reward"]:
            reward_bars.append(0 if chosen else size)
            reward_places.append(breach["place"])
        marks.append(mark(breach, year, words))
        places.append(breach["place"])
        if len(standing(breach["lists"], year)) > 0:
            diamonds.append(breach["place"])
    chosen_breach = by_id(data["breaches"], params["breach"])
    now = phase(year, data)
    own = latest(chosen_breach["memoranda"], year)
    slots = {"year": digits(year), "signed": digits(signed), "all": digits(agreements)}
    return {
        "phase": now,
        "bodies": bodies,
        "bars": bars,
        "reward_bars": reward_bars,
        "reward_places": reward_places,
        "own_bar": [bodies[i] for i in range(len(bodies)) if places[i] == at],
        "own_place": [at],
        "marks": marks,
        "marks_at": [size + 1 for size in bodies],
        "labels": labels,
        "diamonds": diamonds,
        "diamonds_at": [data["edge"] for _ in diamonds],
        "pattern": "/" if now == "bound" else "",
        "own_pattern": "/" if now == "bound" and not chosen_breach["reward"] else "",
        "heading": fill(words["heading"], slots) + "<br>" + words["heading_" + now],
        "signed": signed,
        "agreements": agreements,
        "own": [row["id"] for row in own],
        "own_bodies": own[0]["bodies"] if len(own) > 0 else None,
        "standing": [row["id"] for row in standing(chosen_breach["memoranda"], year)],
        "lists": [row["id"] for row in standing(chosen_breach["lists"], year)],
        "named": params["breach"] in by_id(data["kinds"], params["kind"])["breaches"],
    }


def by_id(rows_of_table: list, wanted: str) -> dict:
    """The row with this id; the last row where there is none."""
    found = rows_of_table[len(rows_of_table) - 1]
    for row in rows_of_table:
        if row["id"] == wanted:
            found = row
    return found


def source(row: dict, words: dict) -> str:
    """Level, grade and source of a row."""
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


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The memoranda on the breach that year; what a measure needed then; the list; the kind of measure asked about."""
    breach = by_id(data["breaches"], params["breach"])
    parts = [said_memoranda(params, result, breach, data, words)]
    if not breach["reward"] and (result["phase"] == "guidance" or result["phase"] == "bound"):
        guidance = data["guidance"]
        parts.append(
            fill(
                words["say_guidance"],
                {
                    "date": guidance["date"],
                    "document": guidance["document"],
                    "source": brief(guidance, words),
                },
            )
        )
    parts.append(said_list(params, breach, words))
    parts.append(said_kind(params, result, breach, data, words))
    return " ".join(parts)


def when(year: float, data: dict, words: dict) -> str:
    """ "by the end of 2018"; for the year that is not over, the day of the last check."""
    if year >= data["as_of"]["year"]:
        return fill(words["when_last"], {"date": data["as_of"]["date"]})
    return fill(words["when"], {"year": digits(year)})


def said_memoranda(params: dict, result: dict, breach: dict, data: dict, words: dict) -> str:
    """The sentence on memoranda, also where there is none."""
    first = data["first"]
    slots = {
        "breach": breach["name"],
        "when": when(params["year"], data, words),
        "name": "",
        "date": first["date"],
        "bodies": "",
        "target": first["target"],
        "source": brief(first, words),
        "count": "",
    }
    if len(breach["memoranda"]) == 0 and result["phase"] != "none":
        joined = len([row for row in breach["lists"] if row["doubt"]]) > 0
        return fill(words["say_joined" if joined else "say_no_memorandum"], slots)
    if result["phase"] == "none":
        slots["bodies"] = said_number(first["bodies"], words)
        return fill(words["say_before"], slots)
    found = latest(breach["memoranda"], params["year"])
    if len(found) == 0:
        row = breach["memoranda"][0]
        slots["date"] = row["date"]
        slots["source"] = brief(row, words)
        return fill(words["say_not_yet"], slots)
    row = found[0]
    slots["name"] = row["name"]
    slots["date"] = row["date"]
    slots["source"] = brief(row, words)
    text = ""
    if row["bodies"] is None:
        text = fill(words["say_unread"], slots)
    else:
        slots["bodies"] = whole(row["bodies"], words)
        text = fill(words["say_signed"], slots)
    earlier = [other for other in breach["memoranda"] if other["year"] < row["year"] and other["bodies"] is not None]
    if len(earlier) > 0:
        slots["date"] = earlier[0]["date"]
        slots["bodies"] = said_number(earlier[0]["bodies"], words)
        replaced = not stands(earlier[0], params["year"])
        text = text + " " + fill(words["say_replaced" if replaced else "say_earlier"], slots)
    return text


def said_list(params: dict, breach: dict, words: dict) -> str:
    """The sentence on the list that carries the breach, and whether it stood in the year."""
    if len(breach["lists"]) == 0:
        return words["say_no_list"]
    row = breach["lists"][0]
    for other in standing(breach["lists"], params["year"])[:1]:
        row = other
    slots = {
        "name": row["name"],
        "keeper": row["keeper"],
        "basis": row["document"],
        "date": row["date"],
        "source": brief(row, words),
        "year": digits(params["year"]),
    }
    text = fill(words["say_list"], slots)
    if not stands(row, params["year"]):
        text = text + " " + fill(words["say_list_not_yet"], slots)
    elif row["doubt"]:
        text = text + " " + words["say_list_doubt"]
    return text


def said_kind(params: dict, result: dict, breach: dict, data: dict, words: dict) -> str:
    """The sentence on the kind of measure in the national list."""
    kind = by_id(data["kinds"], params["kind"])
    slots = {
        "kind": kind["name"],
        "number": said_number(kind["number"], words),
        "all": whole(len(data["kinds"]), words),
        "who": kind["who"],
        "basis": kind["document"],
        "source": brief(kind, words),
        "date": data["catalogue"]["date"],
        "breach": breach["name"],
    }
    if breach["reward"]:
        return words["say_kind_reward"]
    if params["year"] < data["catalogue"]["year"]:
        return fill(words["say_kind_before"], slots)
    if result["named"]:
        return fill(words["say_kind_named"], slots)
    if kind["general"]:
        return fill(words["say_kind_general" if len(breach["lists"]) > 0 else "say_kind_no_list"], slots)
    return fill(words["say_kind_others"], slots)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Memoranda, opinions and statutes, lists, and the kinds of measure that the table names for the breach."""
    year = params["year"]
    breach = by_id(data["breaches"], params["breach"])
    table = []
    for row in breach["memoranda"]:
        table.append(line(row, memorandum_state(row, year, breach, result, words), words))
    for row in breach["measures"]:
        table.append(line(row, words["state_yes" if stands(row, year) else "state_not_yet"], words))
    for row in breach["lists"]:
        state = words["state_not_yet"]
        if stands(row, year):
            state = words["state_doubt" if row["doubt"] and result["phase"] == "bound" else "state_yes"]
        table.append(line(row, state, words))
    if not breach["reward"]:
        for kind in data["kinds"]:
            named = breach["id"] in kind["breaches"]
            if named or (kind["general"] and len(breach["lists"]) > 0):
                state = words["state_not_yet"]
                if year >= data["catalogue"]["year"]:
                    state = words["state_named" if named else "state_general"]
                table.append(line(kind, state, words))
    return table


def memorandum_state(row: dict, year: float, breach: dict, result: dict, words: dict) -> str:
    """How a memorandum stood in the year."""
    if row["year"] > year:
        return words["state_not_yet"]
    if not stands(row, year):
        return words["state_replaced"]
    return words["state_bound" if result["phase"] == "bound" and not breach["reward"] else "state_signed"]


def line(row: dict, state: str, words: dict) -> list:
    """One line of the table."""
    return [
        row["what"],
        row["document"] if row["document"] != "" else words["nothing"],
        row["date"],
        words["nothing"] if row["bodies"] is None else whole(row["bodies"], words),
        state,
        source(row, words),
    ]
