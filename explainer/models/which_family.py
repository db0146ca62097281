"""Which family: does a thing that somebody did count, and in which of the four families of schemes?

Rule
    A cell of the table belongs to one situation and one family. Its answer is the table's: "yes", "some" (in some
    places), "none" (no rule found) or "disputed". If the answer rests on a rule or report dated after the chosen
    year, the answer is "later" (not yet). Nothing is weighed or added up; an answer is looked up.
Units
    `year` is a calendar year, 2010 to 2026, taken at its end (2026: on 22 November). A cell's `year` is the year of its
    first rule or report, 0 where no rule was found. Places in the picture are in rows and columns of its grid.
Source
    evidence/situations.csv, one row a cell.
Simplified
    One date a cell, that of the earliest place named. An end is not modelled, since for most local rules none was read.
    A rule is not practice, and "no rule found" is how far we looked.
"""

from explainer.models.wording import capitals, digits, fill, plural, said_number

ANSWERS = ["yes", "some", "disputed", "none", "later"]
NO = "no"
HIDDEN = -40  # a height outside the picture


def answer(cell: dict, year: int) -> str:
    """The answer of a cell in a year: its own, or "later" if what it rests on came after."""
    if cell["year"] > year:
        return "later"
    return cell["counts"]


def cells_of(data: dict, situation: str) -> list:
    """The cells of a situation, in the order of the families."""
    found = []
    for family in data["families"]:
        for cell in data["cells"]:
            if cell["situation"] == situation and cell["family"] == family["id"]:
                found.append(cell)
    return found


def place(data: dict, situation: str) -> int:
    """The row of a situation, 0 at the top."""
    for i in range(len(data["situations"])):
        if data["situations"][i]["id"] == situation:
            return i
    return 0


def name_of(data: dict, kind: str, key: str) -> str:
    """The name of a situation or a family."""
    for entry in data[kind]:
        if entry["id"] == key:
            return entry["name"]
    return ""


def differing(data: dict, one: str, other: str, year: int) -> list:
    """The families in which two situations get different answers."""
    these = cells_of(data, one)
    those = cells_of(data, other)
    found = []
    for i in range(len(these)):
        if answer(these[i], year) != answer(those[i], year):
            found.append(these[i]["family"])
    return found


def run(params: dict, data: dict) -> dict:
    """The four answers for the chosen situation, every mark of the grid, and how often each answer stands in it."""
    year = params["year"]
    chosen = cells_of(data, params["situation"])
    bottom = len(data["situations"]) - 1
    small = {}
    big = {}
    counts = {}
    for key in ANSWERS:
        small[key] = {"x": [], "y": []}
        big[key] = {"x": [], "y": []}
        counts[key] = 0
    total = {}
    for key in ANSWERS:
        total[key] = 0
    columns = len(data["families"])
    for i in range(len(data["situations"])):
        cells = cells_of(data, data["situations"][i]["id"])
        for j in range(columns):
            key = answer(cells[j], year)
            small[key]["x"].append(data["families"][j]["x"])
            small[key]["y"].append(bottom - i)
            total[key] = total[key] + 1
    found = []
    said = []
    for j in range(columns):
        key = answer(chosen[j], year)
        big[key]["x"].append(data["families"][j]["x"])
        big[key]["y"].append(data["top"])
        counts[key] = counts[key] + 1
        found.append({"family": chosen[j]["family"], "answer": key})
        text = data["short"][key]
        if (key == "yes" or key == "some") and chosen[j]["year"] > 0:
            text = text + "<br>" + fill(data["short"]["from_" + key], {"year": digits(chosen[j]["year"])})
        said.append(text)
    band = bottom - place(data, params["situation"])
    other = HIDDEN
    different = []
    if params["other"] != NO and params["other"] != params["situation"]:
        other = bottom - place(data, params["other"])
        different = differing(data, params["situation"], params["other"], year)
    return {
        "answers": found,
        "counts": counts,
        "total": total,
        "small": small,
        "big": big,
        "said": said,
        "title": ["<b>" + data["situations"][place(data, params["situation"])]["label"] + "</b>"],
        "band": {"low": band - 0.5, "high": band + 0.5},
        "other": {"low": other - 0.5, "high": other + 0.5},
        "different": different,
    }


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    if text == "":
        return text
    return capitals(text[0]) + text[1:]


def evidence_said(cell: dict, words: dict) -> str:
    """Level, grade and sources of a cell."""
    return fill(
        words["evidence"],
        {
            "level": cell["level"],
            "grade": cell["grade"],
            "sources": words["sources_between"].join(cell["sources"]),
        },
    )


def where_said(cell: dict, key: str, year: int, words: dict) -> str:
    """Where a cell counts and since when; what was read, if no rule was found; that it came later."""
    slots = {"where": cell["where"], "since": cell["since"], "year": digits(year)}
    if key == "none":
        return cell["where"]
    if key == "later":
        return fill(words["where_later"], slots)
    return fill(words["where_" + key], slots)


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Which families count the situation; then one family's evidence in full."""
    year = params["year"]
    cells = cells_of(data, params["situation"])
    parts = [
        fill(
            words["say_head"],
            {
                "situation": sentence(name_of(data, "situations", params["situation"])),
                "year": digits(year),
            },
        )
    ]
    groups = []
    for key in ANSWERS:
        names = [name_of(data, "families", found["family"]) for found in result["answers"] if found["answer"] == key]
        if len(names) > 0:
            groups.append(fill(words["say_" + key], {"families": words["families_between"].join(names)}))
    parts.append(sentence(words["groups_between"].join(groups)) + words["stop"])
    for i in range(len(cells)):
        key = result["answers"][i]["answer"]
        slots = {
            "family": sentence(name_of(data, "families", cells[i]["family"])),
            "where": where_said(cells[i], key, year, words),
            "consequence": cells[i]["consequence"],
            "evidence": evidence_said(cells[i], words),
            "press": cells[i]["press"],
        }
        if params["family"] == cells[i]["family"]:
            parts.append(fill(words["say_full" if key != "later" else "say_full_later"], slots))
            parts.append(fill(words["say_press" if cells[i]["press"] != "" else "say_no_press"], slots))
    if params["other"] == params["situation"]:
        parts.append(words["say_same"])
    elif params["other"] != NO:
        slots = {
            "other": name_of(data, "situations", params["other"]),
            "n": said_number(len(result["different"]), words),
            "families": words["families_between"].join(
                [name_of(data, "families", family) for family in result["different"]]
            ),
        }
        if len(result["different"]) == 0:
            parts.append(fill(words["say_alike"], slots))
        else:
            parts.append(fill(plural(len(result["different"]), words, "say_different"), slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Four rows for the chosen situation, and four more for the one it is compared with."""
    table = []
    chosen = [params["situation"]]
    if params["other"] != NO and params["other"] != params["situation"]:
        chosen.append(params["other"])
    for situation in chosen:
        for cell in cells_of(data, situation):
            key = answer(cell, params["year"])
            table.append(
                [
                    sentence(name_of(data, "situations", situation)),
                    sentence(name_of(data, "families", cell["family"])),
                    words["answer_" + key],
                    where_said(cell, key, params["year"], words),
                    cell["consequence"],
                    cell["press"] if cell["press"] != "" else words["no_press"],
                    evidence_said(cell, words),
                ]
            )
    return table
