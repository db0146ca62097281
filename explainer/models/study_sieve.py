"""What is brought forward for and against an effect, and what is left of it as the reader demands more of a study.

Rule
    Each entry is a row of the table. It stands if it meets every demand that is switched on: conduct was measured (not
    words or opinions), there was a comparison, people were counted apart from firms, a state scheme was in force, it was
    peer-reviewed, and more than its abstract was read for this site. Nothing is averaged or weighed.
Units
    All results are counts of entries. Heights are rows, 0 at the foot; each entry keeps its row.
Source
    evidence/effect_evidence.csv, one row an entry.
Simplified
    A demand is met or not. "Compared" takes places that were chosen as well as groups drawn by lot; the table tells them
    apart. What was not established from the text read counts as not met.
"""

from explainer.models.wording import capitals, digits, fill, plural, said_number, whole

DEMANDS = ["conduct", "compared", "people", "state", "reviewed", "closely"]
DIRECTIONS = ["intended", "reverse", "mixed", "none", "opinion"]
GROUPS = ["people", "firms", "courts", "opinions"]
HEAD = 1.35  # rows that the name of a group takes
STROKE = 0.1  # rows from the top to the stroke under the name of a column that is demanded
WAY = 6.15  # the column that tells which way
CORE = ["conduct", "compared", "people", "state"]  # the demands of the guess


def height(data: dict) -> float:
    """Rows of all groups together, with their names."""
    return len(data["entries"]) + HEAD * len(GROUPS)


def group(entry: dict) -> str:
    """The group that an entry is listed in: people and firms counted together stand with the firms."""
    if entry["about"] == "both":
        return "firms"
    return entry["about"]


def places(data: dict) -> dict:
    """The height of each group's name and of each entry: {"heads": [...], "rows": [...], "order": [...]}."""
    heads = []
    order = []
    rows_at = [0.0 for _ in data["entries"]]
    top = height(data)
    for name in GROUPS:
        heads.append(top - HEAD / 2)
        top = top - HEAD
        for i in range(len(data["entries"])):
            if group(data["entries"][i]) == name:
                rows_at[i] = top - 0.5
                order.append(i)
                top = top - 1
    return {"heads": heads, "rows": rows_at, "order": order}


def meets(entry: dict, demand: str) -> bool:
    """Whether an entry meets one demand."""
    if demand == "conduct":
        return entry["measured"] == "conduct"
    if demand == "compared":
        return entry["compared"] != "none"
    if demand == "people":
        return entry["about"] == "people" or entry["about"] == "opinions"
    return entry[demand]


def met(entry: dict, demands: list) -> bool:
    """Whether an entry meets every demand of a list; an empty list is met by all."""
    for demand in demands:
        if not meets(entry, demand):
            return False
    return True


def asked(params: dict) -> list:
    """The demands that are switched on."""
    return [demand for demand in DEMANDS if params[demand]]


def run(params: dict, data: dict) -> dict:
    """The squares and dots of what stands, the labels, the counts, and the entry that is read out."""
    entries = data["entries"]
    at = places(data)
    demands = asked(params)
    left = [i for i in at["order"] if met(entries[i], demands)]
    number = int(min(params["entry"], len(left)))
    chosen = left[number - 1] if number > 0 else -1
    full = {"x": [], "y": []}
    empty = {"x": [], "y": []}
    kept = {"y": [], "text": [], "x": []}
    gone = {"y": [], "text": [], "x": []}
    ways = {}
    by_way = {}
    for way in DIRECTIONS:
        ways[way] = {"x": [], "y": []}
        by_way[way] = 0
    in_group = [0 for _ in GROUPS]
    of_group = [0 for _ in GROUPS]
    lots = 0
    core = 0
    together = 0
    for i in at["order"]:
        entry = entries[i]
        y = at["rows"][i]
        place = GROUPS.index(group(entry))
        of_group[place] = of_group[place] + 1
        if met(entry, CORE):
            core = core + 1
        if i not in left:
            gone["x"].append(data["label_at"])
            gone["y"].append(y)
            gone["text"].append(entry["label"])
            continue
        in_group[place] = in_group[place] + 1
        by_way[entry["direction"]] = by_way[entry["direction"]] + 1
        if entry["about"] == "both":
            together = together + 1
        if entry["compared"] == "lot":
            lots = lots + 1
        text = entry["label"]
        if i == chosen:
            text = "<b>" + text + "</b>"
        kept["x"].append(data["label_at"])
        kept["y"].append(y)
        kept["text"].append(text)
        ways[entry["direction"]]["x"].append(WAY)
        ways[entry["direction"]]["y"].append(y)
        for column in range(len(DEMANDS)):
            side = full if meets(entry, DEMANDS[column]) else empty
            side["x"].append(column)
            side["y"].append(y)
    heads = []
    for place in range(len(GROUPS)):
        slots = {"n": digits(in_group[place]), "all": digits(of_group[place])}
        heads.append(fill(data["heads"][GROUPS[place]], slots))
    underlined = [DEMANDS.index(demand) for demand in demands]
    guess = params["guess"]
    return {
        "all": len(entries),
        "left": len(left),
        "demands": len(demands),
        "by_group": in_group,
        "people": in_group[0],
        "firms": in_group[1],
        "firms_alone": in_group[1] - together,
        "together": together,
        "by_way": by_way,
        "intended": by_way["intended"],
        "reverse": by_way["reverse"],
        "lots": lots,
        "core": core,
        "clamped": params["entry"] > len(left),
        "number": number,
        "chosen": chosen,
        "full": full,
        "empty": empty,
        "kept": kept,
        "gone": gone,
        "ways": ways,
        "heads": heads,
        "underlined": {"x": underlined, "y": [height(data) - STROKE for _ in underlined]},
        "guess": {
            "x": [data["right"]] if guess >= 0 else [],
            "y": [at["heads"][0]] if guess >= 0 else [],
            "text": [fill(data["guessed"], {"n": digits(guess), "core": digits(core)})] if guess >= 0 else [],
        },
    }


def tally(result: dict, words: dict) -> str:
    """How the entries that are left point, those kinds alone that there are."""
    parts = []
    for way in DIRECTIONS:
        if result["by_way"][way] > 0:
            parts.append(fill(words["way_" + way], {"n": said_number(result["by_way"][way], words)}))
    text = words["list_comma"].join(parts)
    return capitals(text[0]) + text[1:] + words["stop"]


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """What is left of all entries and how it points, and the chosen one in full."""
    slots = {
        "left": said_number(result["left"], words),
        "all": whole(result["all"], words),
        "demands": said_number(result["demands"], words),
        "lots": said_number(result["lots"], words),
        "core": said_number(result["core"], words),
        "number": whole(result["number"], words),
    }
    parts = []
    if params["guess"] >= 0:
        slots["guess"] = said_number(params["guess"], words)
        parts.append(fill(words["say_guess"], slots))
    if result["left"] == 0:
        parts.append(fill(plural(result["demands"], words, "say_none"), slots))
        return " ".join(parts)
    if result["demands"] == 0:
        parts.append(fill(words["say_open"], slots))
    else:
        text = fill(plural(result["left"], words, "say_left"), slots)
        parts.append(capitals(text[0]) + text[1:])
    parts.append(tally(result, words))
    parts.append(fill(words["say_lots" if result["lots"] > 0 else "say_no_lots"], slots))
    if result["clamped"]:
        parts.append(words["say_clamped"])
    entry = data["entries"][result["chosen"]]
    slots["label"] = entry["label"]
    slots["year"] = entry["year"]
    slots["outcome"] = entry["outcome"]
    slots["finding"] = entry["finding"]
    slots["size"] = "" if entry["size"] == "" else fill(words["size"], {"size": entry["size"]})
    slots["grade"] = entry["grade"]
    slots["sources"] = words["sources_between"].join(entry["sources"])
    parts.append(fill(words["say_entry"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The entries that are left, group by group; one row that says so where there are none."""
    table = []
    demands = asked(params)
    for i in places(data)["order"]:
        entry = data["entries"][i]
        if met(entry, demands):
            count = 0
            for demand in DEMANDS:
                if meets(entry, demand):
                    count = count + 1
            table.append(
                [
                    entry["label"],
                    entry["year"],
                    words["about_" + entry["about"]],
                    entry["outcome"],
                    words["compared_" + entry["compared"]],
                    words["cell_" + entry["direction"]],
                    entry["size"] if entry["size"] != "" else words["no_size"],
                    entry["finding"],
                    digits(count),
                    entry["grade"],
                    words["sources_between"].join(entry["sources"]),
                ]
            )
    if len(table) == 0:
        table.append([words["nothing"] for _ in range(11)])
        table[0][0] = words["none_left"]
    return table
