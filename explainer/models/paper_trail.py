"""Claims of political use of social credit, sorted by the paper that stands behind each, and filtered by the reader.

Rule
    A claim is shown if it has at least the paper asked for (none < report < data < document), belongs to the Social
    Credit System as asked, would hit the people asked for, and dates from the first year to the last, both included.
    Years in the wrong order are swapped. Nothing is weighed or estimated: every answer is a count of rows.
Units
    Place along the years is a year with decimals. Heights are rows, 0 at the foot; each claim has a row of its own in
    the band of its paper, the latest lowest, and keeps it whatever is shown.
Source
    evidence/political_claims.csv, one row a claim.
Simplified
    One paper a claim: the strongest that was found. The sorting is the authors' reading.
"""

from explainer.models.wording import digits, fill, plural, said_number, whole

ALL = "all"
PAPERS = ["document", "data", "report", "none"]  # the strongest first: the order of the bands
PARTS = ["yes", "partly", "no"]
HEAD = 1.5  # rows that the name of a band takes above its marks
TURN = 2017.0  # marks up to here have their label on the right, later ones on the left


def strength(paper: str) -> int:
    """0 for nothing found, to 3 for a document."""
    return len(PAPERS) - 1 - PAPERS.index(paper)


def height(data: dict) -> float:
    """Rows of all bands together, with their names."""
    return len(data["claims"]) + HEAD * len(PAPERS)


def places(data: dict) -> dict:
    """The height of each band's name and of each claim: {"heads": [...], "rows": [...]}, rows in the table's order."""
    heads = []
    rows_at = [0.0 for _ in data["claims"]]
    top = height(data)
    for paper in PAPERS:
        heads.append(top - HEAD / 2)
        top = top - HEAD
        for i in range(len(data["claims"])):
            if data["claims"][i]["paper"] == paper:
                rows_at[i] = top - 0.5
                top = top - 1
    return {"heads": heads, "rows": rows_at}


def wanted(claim: dict, params: dict) -> bool:
    """Whether a claim is shown at these settings."""
    first = min(params["first"], params["last"])
    last = max(params["first"], params["last"])
    if strength(claim["paper"]) < strength(params["paper"]):
        return False
    if params["part"] != ALL and claim["part"] != params["part"]:
        return False
    if params["whom"] != ALL and claim["whom"] != params["whom"]:
        return False
    return claim["year"] >= first and claim["year"] <= last


def run(params: dict, data: dict) -> dict:
    """The marks by system, the labels by side, the counts of every band, and the claim that is read out."""
    claims = data["claims"]
    at = places(data)
    shown = [i for i in range(len(claims)) if wanted(claims[i], params)]
    marks = {}
    for part in PARTS:
        marks[part] = {"x": [], "y": []}
    rest = {"x": [], "y": []}
    right = {"x": [], "y": [], "text": []}
    left = {"x": [], "y": [], "text": []}
    number = int(min(params["claim"], len(shown)))
    chosen = shown[number - 1] if number > 0 else -1
    in_band = [0 for _ in PAPERS]
    of_band = [0 for _ in PAPERS]
    by_part = [0 for _ in PARTS]
    both = 0
    both_shown = 0
    for i in range(len(claims)):
        claim = claims[i]
        band = PAPERS.index(claim["paper"])
        of_band[band] = of_band[band] + 1
        hit = claim["paper"] == "document" and claim["part"] == "yes"
        if hit:
            both = both + 1
        if i in shown:
            in_band[band] = in_band[band] + 1
            place = PARTS.index(claim["part"])
            by_part[place] = by_part[place] + 1
            if hit:
                both_shown = both_shown + 1
            marks[claim["part"]]["x"].append(claim["at"])
            marks[claim["part"]]["y"].append(at["rows"][i])
            text = claim["label"]
            if i == chosen:
                text = "<b>" + text + "</b>"
            side = right if claim["at"] <= TURN else left
            side["x"].append(claim["at"])
            side["y"].append(at["rows"][i])
            side["text"].append(text)
        else:
            rest["x"].append(claim["at"])
            rest["y"].append(at["rows"][i])
    heads = []
    for place in range(len(PAPERS)):
        slots = {"n": digits(in_band[place]), "all": digits(of_band[place])}
        heads.append(fill(data["heads"][PAPERS[place]], slots))
    guess = params["guess"]
    return {
        "all": len(claims),
        "shown": len(shown),
        "documents": in_band[0],
        "scs": by_part[0],
        "by_paper": in_band,
        "by_part": by_part,
        "both": both,
        "both_shown": both_shown,
        "swapped": params["first"] > params["last"],
        "clamped": params["claim"] > len(shown),
        "number": number,
        "chosen": chosen,
        "marks": marks,
        "rest": rest,
        "right": right,
        "left": left,
        "heads": heads,
        "ring": {
            "x": [claims[chosen]["at"]] if chosen >= 0 else [],
            "y": [at["rows"][chosen]] if chosen >= 0 else [],
        },
        "guess": {
            "x": [data["right"]] if guess >= 0 else [],
            "y": [at["heads"][0]] if guess >= 0 else [],
            "text": [fill(data["guessed"], {"n": digits(guess), "both": digits(both)})] if guess >= 0 else [],
        },
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many claims are shown, how many rest on a document and are social credit, and the chosen one in full."""
    slots = {
        "shown": whole(result["shown"], words),
        "all": whole(result["all"], words),
        "documents": said_number(result["documents"], words),
        "both": said_number(result["both_shown"], words),
        "all_both": said_number(result["both"], words),
        "number": whole(result["number"], words),
    }
    parts = []
    if params["guess"] >= 0:
        slots["guess"] = said_number(params["guess"], words)
        parts.append(fill(words["say_guess"], slots))
    if result["swapped"]:
        parts.append(words["say_swapped"])
    if result["shown"] == 0:
        parts.append(words["say_none"])
        return " ".join(parts)
    parts.append(fill(plural(result["shown"], words, "say_shown"), slots))
    if result["documents"] == 0:
        parts.append(words["say_no_document"])
    elif result["shown"] > 1:
        parts.append(fill(plural(result["documents"], words, "say_documents"), slots))
    if result["clamped"]:
        parts.append(words["say_clamped"])
    claim = data["claims"][result["chosen"]]
    slots["claim"] = claim["claim"]
    slots["place"] = claim["place"]
    slots["date"] = claim["date"]
    slots["paper"] = words["paper_" + claim["paper"]]
    slots["part"] = words["part_" + claim["part"]]
    slots["status"] = claim["status"]
    slots["grade"] = claim["grade"]
    slots["sources"] = words["sources_between"].join(claim["sources"])
    parts.append(fill(words["say_claim"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The claims shown, the best documented first; one row that says so where there are none."""
    table = []
    for paper in PAPERS:
        for claim in data["claims"]:
            if claim["paper"] == paper and wanted(claim, params):
                table.append(
                    [
                        claim["label"],
                        claim["date"],
                        words["paper_" + claim["paper"]],
                        words["part_" + claim["part"]],
                        claim["status"],
                        claim["grade"],
                        words["sources_between"].join(claim["sources"]),
                    ]
                )
    if len(table) == 0:
        table.append([words["nothing"] for _ in range(7)])
        table[0][0] = words["say_none"]
    return table
