"""Choose a list: what one national list says for itself, beside a second one, and whether it was in force in a year.

Rule
    Every answer is a cell of the table; nothing is weighed or added up. A rule is "before" its first year, "ended" from
    the year of its end on, and else in force. An empty cell is told as what it is: the text read does not say.
Units
    `year` is a calendar year, 2010 to 2026, taken at its end (2026: on 22 November). `start` and `end` are years with a
    fraction (2013.75 is 1 October 2013); `to_year` is 0 where no end was read. Lanes are rows, 0 at the bottom.
Source
    evidence/lists.csv, one row a list.
Simplified
    A list is dated by the rule named, as the table dates it. An earlier rule may have kept a list of the same kind, and
    amendments in between are not drawn. No end read is not proof that the list still runs.
"""

from explainer.models.wording import capitals, digits, fill, said_number

NO = "no"
PLAN = "national law or plan"
HIDDEN = -40  # a height outside the picture


def standing(entry: dict, year: int) -> str:
    """Whether a list's rule was in force at the end of a year: "before", "force" or "ended"."""
    if entry["year"] > year:
        return "before"
    if entry["to_year"] > 0 and entry["to_year"] <= year:
        return "ended"
    return "force"


def place(data: dict, key: str) -> int:
    """The place of a list in the table, 0 being the first."""
    for i in range(len(data["lists"])):
        if data["lists"][i]["id"] == key:
            return i
    return 0


def compared(params: dict) -> bool:
    """Whether there is a second list to compare with."""
    return params["other"] != NO and params["other"] != params["list"]


def bar(data: dict, key: str, shown: bool) -> dict:
    """The thick bar of a chosen list, outside the picture when none is."""
    i = place(data, key)
    entry = data["lists"][i]
    y = len(data["lists"]) - 1 - i if shown else HIDDEN
    return {"x": [entry["start"], entry["end"]], "y": [y, y]}


def run(params: dict, data: dict) -> dict:
    """The chosen bars, the labels of all lanes, the line at the year, and how many rules were in force then."""
    year = params["year"]
    both = compared(params)
    labels = []
    counts = {"before": 0, "force": 0, "ended": 0}
    for entry in data["lists"]:
        key = standing(entry, year)
        counts[key] = counts[key] + 1
        text = entry["label"]
        if entry["id"] == params["list"]:
            text = "<b>1 " + text + "</b>"
        elif both and entry["id"] == params["other"]:
            text = "<b>2 " + text + "</b>"
        labels.append(text)
    moment = min(year + 1, data["today"])
    top = len(data["lists"])
    return {
        "standing": standing(data["lists"][place(data, params["list"])], year),
        "counts": counts,
        "labels": labels,
        "first": bar(data, params["list"], True),
        "second": bar(data, params["other"], both),
        "line": {"x": [moment, moment], "y": [-0.7, top - 0.3]},
        "mark": {"x": [moment], "y": [top + 0.2], "text": [fill(data["mark"], {"year": digits(year)})]},
    }


def sentence(text: str) -> str:
    """The text with a capital first letter."""
    if text == "":
        return text
    return capitals(text[0]) + text[1:]


def cell(entry: dict, column: str, words: dict) -> str:
    """A cell of the table, or that the text read does not say."""
    if entry[column] == "":
        return words["silent"]
    return entry[column]


def standing_said(entry: dict, year: int, words: dict) -> str:
    """Whether the rule was in force at the end of a year, as a sentence without its stop."""
    return fill(
        words["standing_" + standing(entry, year)],
        {"year": digits(year), "since": entry["since"], "until": entry["until"]},
    )


def told(entry: dict, year: int, template: str, words: dict) -> str:
    """One list in sentences."""
    return fill(
        template,
        {
            "name": entry["name"],
            "level": entry["level"],
            "keeper": entry["keeper"],
            "law": entry["legal_basis"],
            "since": entry["since"],
            "standing": standing_said(entry, year, words),
            "duration": cell(entry, "duration", words),
            "off": cell(entry, "way_off", words),
            "grade": entry["grade"],
            "sources": words["sources_between"].join(entry["sources"]),
        },
    )


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The first list in full, the second in short, and how many of the rules were in force."""
    year = params["year"]
    parts = [told(data["lists"][place(data, params["list"])], year, words["say_first"], words)]
    if compared(params):
        parts.append(told(data["lists"][place(data, params["other"])], year, words["say_second"], words))
    elif params["other"] != NO:
        parts.append(words["say_same"])
    parts.append(
        fill(
            words["say_count"],
            {
                "n": said_number(result["counts"]["force"], words),
                "all": said_number(len(data["lists"]), words),
                "year": digits(year),
            },
        )
    )
    return " ".join(parts)


def answers(entry: dict, year: int, words: dict) -> list:
    """What the table says of one list, question by question."""
    return [
        entry["name"],
        sentence(entry["level"]),
        entry["keeper"],
        entry["legal_basis"],
        sentence(entry["who"]),
        sentence(cell(entry, "grounds", words)),
        sentence(cell(entry, "duration", words)),
        sentence(cell(entry, "consequences", words)),
        sentence(cell(entry, "way_off", words)),
        sentence(standing_said(entry, year, words)),
        entry["grade"],
        words["sources_between"].join(entry["sources"]),
        entry["note"] if entry["note"] != "" else words["no_note"],
    ]


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """One row a question; the second list's cell is a dash when nothing is compared."""
    questions = [
        words["q_name"],
        words["q_level"],
        words["q_keeper"],
        words["q_law"],
        words["q_who"],
        words["q_on"],
        words["q_duration"],
        words["q_consequences"],
        words["q_off"],
        fill(words["q_standing"], {"year": digits(params["year"])}),
        words["q_grade"],
        words["q_sources"],
        words["q_note"],
    ]
    first = answers(data["lists"][place(data, params["list"])], params["year"], words)
    second = [words["nothing"] for question in questions]
    if compared(params):
        second = answers(data["lists"][place(data, params["other"])], params["year"], words)
    return [[questions[i], first[i], second[i]] for i in range(len(questions))]
