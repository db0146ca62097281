"""All criticisms at once: which of them harm a group, would be eased by a remedy, and rest on how strong evidence.

Rule
    A criticism is picked if it names the chosen group among those harmed, the chosen remedy among what would ease it, and
    rests on evidence of the chosen strength; "any" asks for nothing. Nothing is weighed: the table's words are counted.
Units
    Counts of criticisms. Places in the picture are rows (0 at the bottom) and columns of its grid.
Source
    evidence/criticisms.csv, one row a criticism; strength, harm and remedies are readings that each page argues.
Simplified
    A remedy either eases a criticism or does not; how much it would ease is not known and not said.
"""

from explainer.models.wording import capitals, digits, fill, join, plural, said_number

ANY = "any"
STRENGTHS = ["strong", "mixed", "thin"]


def picked(params: dict, criticism: dict) -> bool:
    """Whether a criticism fits all three choices."""
    if params["mend"] != ANY and params["mend"] not in criticism["mend"]:
        return False
    if params["harmed"] != ANY and params["harmed"] not in criticism["harmed"]:
        return False
    return params["strength"] == ANY or params["strength"] == criticism["strength"]


def counted(criticisms: list, field: str, keys: list) -> list:
    """How many of the criticisms name each key in a field that is a list."""
    return [len([each for each in criticisms if key in each[field]]) for key in keys]


def most_named(numbers: list, keys: list) -> list:
    """The keys with the largest number, in their order; none where all are 0."""
    largest = 0
    for number in numbers:
        largest = max(largest, number)
    return [keys[i] for i in range(len(keys)) if largest > 0 and numbers[i] == largest]


def run(params: dict, data: dict) -> dict:
    """The picked criticisms, every mark of the grid, and how often each group and remedy is named among the picked."""
    criticisms = data["criticisms"]
    groups = [group["id"] for group in data["groups"]]
    remedies = [remedy["id"] for remedy in data["mends"]]
    chosen = [each for each in criticisms if picked(params, each)]
    on = {"x": [], "y": []}
    off = {"x": [], "y": []}
    names_on = {"x": [], "y": [], "text": []}
    names_off = {"x": [], "y": [], "text": []}
    for i in range(len(criticisms)):
        each = criticisms[i]
        fits = picked(params, each)
        names = names_on if fits else names_off
        names["x"].append(data["left"])
        names["y"].append(each["y"])
        names["text"].append("<b>" + each["label"] + "</b>" if fits else each["label"])
        for j in range(len(groups)):
            if groups[j] in each["harmed"]:
                marks = on if fits else off
                marks["x"].append(j)
                marks["y"].append(each["y"])
    harmed = counted(chosen, "harmed", groups)
    eased = counted(chosen, "mend", remedies)
    return {
        "picked": [each["id"] for each in chosen],
        "n": len(chosen),
        "strength": [len([each for each in chosen if each["strength"] == key]) for key in STRENGTHS],
        "harmed": harmed,
        "eased": eased,
        "remedies": most_named(eased, remedies),
        "most_eased": max([0] + eased),
        "groups": most_named(harmed, groups),
        "most_harmed": max([0] + harmed),
        "on": on,
        "off": off,
        "names_on": names_on,
        "names_off": names_off,
        "totals": [digits(number) for number in harmed],
    }


def name_of(entries: list, key: str) -> str:
    """The name of a group or a remedy."""
    for entry in entries:
        if entry["id"] == key:
            return entry["name"]
    return ""


def conditions(params: dict, data: dict, words: dict, n: int) -> str:
    """What was asked for, as the rest of a sentence about `n` criticisms; "" where nothing was."""
    parts = []
    if params["mend"] != ANY:
        parts.append(fill(words["by"], {"remedy": name_of(data["mends"], params["mend"])}))
    if params["harmed"] != ANY:
        parts.append(fill(plural(n, words, "harm"), {"group": name_of(data["groups"], params["harmed"])}))
    if params["strength"] != ANY:
        parts.append(plural(n, words, "rest_" + params["strength"]))
    return join(parts, words)


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many fit and which; how strong the evidence is; the remedy named most often for them."""
    slots = {
        "n": capital(said_number(result["n"], words)),
        "total": said_number(len(data["criticisms"]), words),
        "what": conditions(params, data, words, max(1, result["n"])),
        "names": words["names_between"].join(
            [each["name"] for each in data["criticisms"] if each["id"] in result["picked"]]
        ),
    }
    if result["n"] == 0:
        return fill(words["say_none"], slots)
    parts = []
    if slots["what"] == "":
        parts.append(fill(words["say_all"], slots))
    else:
        parts.append(fill(words["say_picked"], slots))
    if params["strength"] == ANY:
        found = [i for i in range(len(STRENGTHS)) if result["strength"][i] > 0]
        numbers = [
            fill(words["strong_for_" + STRENGTHS[i]], {"n": said_number(result["strength"][i], words)}) for i in found
        ]
        parts.append(fill(words["say_strength"], {"strengths": join(numbers, words)}))
    if params["mend"] == ANY:
        remedies = {
            "remedies": join([name_of(data["mends"], key) for key in result["remedies"]], words),
            "n": said_number(result["most_eased"], words),
        }
        if result["n"] == 1:
            parts.append(fill(words["say_remedy_only"], remedies))
        else:
            parts.append(fill(plural(len(result["remedies"]), words, "say_remedy"), remedies))
    return " ".join(parts)


def capital(text: str) -> str:
    """The text with a capital first letter."""
    return capitals(text[:1]) + text[1:]


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The picked criticisms, one a row; a row that says so where there is none."""
    table = [
        [
            each["name"],
            each["charge"],
            words["strength_" + each["strength"]],
            join([name_of(data["groups"], key) for key in each["harmed"]], words),
            join([name_of(data["mends"], key) for key in each["mend"]], words),
        ]
        for each in data["criticisms"]
        if each["id"] in result["picked"]
    ]
    if len(table) == 0:
        table.append([words["row_none"], "", "", "", ""])
    return table
