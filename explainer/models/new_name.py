"""A mark on a name: what it costs one who may take a new name, and one who may not.

Equations (after Friedman and Resnick 2001, Journal of Economics & Management Strategy 10:173-199)
    A clean name earns 100 a year, a marked one 100 - bite. The mark ends by itself after `years`.
    keep = bite * years                                       keep the name and wait
    new  = price + dues              if the register follows the firm's name alone
           price + dues + keep       if it follows the registered head too, who is marked again
           price + dues + keep       if it follows whoever controls the firm
    head = price + dues + fee                  with a head in name, if the register follows the registered head
           price + dues + fee + seen * keep    if it follows control and sees through the head with chance `seen`
    The firm takes the cheapest; of equals the first. The person has one name: keep.
    `dues` are what every newcomer loses to mistrust, the honest one too. A new name stops paying once the dues reach
    keep - price,  keep - price - fee,  or keep * (1 - seen) - price - fee, whichever belongs to the register.
Units and ranges
    Money in thousand yuan, invented; bite 0 to 80 a year; years 0 to 10; price, dues and fee 0 to 400; seen 0 to 1.
Simplified
    Nobody discounts the future; the firm knows everything beforehand and obeys no conscience. The full paper has
    repeated games among many players and proves that newcomers must pay such dues; here they are a control. What the
    breach itself cost others is left out: it is the same for both. A hired head loses as the person does.
"""

from explainer.models.arithmetic import nearest
from explainer.models.wording import fill, plural, said_number, whole

INCOME = 100  # thousand yuan a year
LONGEST = 10  # years


def ways(params: dict, years: float) -> list:
    """The firm's ways out of a mark of `years`, each with what it loses in thousand yuan; keeping the name first."""
    keep = params["bite"] * years
    fresh = params["price"] + params["dues"]
    hired = fresh + params["fee"]
    seen = params["seen"] / 100
    out = [["keep", keep]]
    if params["follows"] == "firm":
        out.append(["new", fresh])
    elif params["follows"] == "head":
        out.append(["new", fresh + keep])
        out.append(["hired", hired])
    else:
        out.append(["new", fresh + keep])
        out.append(["hired", hired + seen * keep])
    return out


def cheapest(out: list) -> list:
    """The way with the least loss; of equals the first."""
    best = out[0]
    for way in out:
        # to a thousandth: the last bit must not choose a way
        if nearest(way[1] * 1000) < nearest(best[1] * 1000):
            best = way
    return best


def escape(out: list) -> list:
    """The cheapest way other than keeping the name."""
    return cheapest(out[1:])


def dues_needed(params: dict) -> float:
    """The dues from which on a new name no longer pays; 0 where it never does."""
    keep = params["bite"] * params["years"]
    if params["follows"] == "firm":
        return max(0, keep - params["price"])
    if params["follows"] == "head":
        return max(0, keep - params["price"] - params["fee"])
    return max(0, keep * (1 - params["seen"] / 100) - params["price"] - params["fee"])


def row_of(first: int, last: int, height: float) -> dict:
    """x and y of the years from `first` to `last`, none if last < first."""
    years = [i for i in range(first, last + 1)]
    return {"x": years, "y": [height for _ in years]}


def both(one: dict, other: dict) -> dict:
    """Two rows of places as one."""
    return {"x": one["x"] + other["x"], "y": one["y"] + other["y"]}


def run(params: dict, data: dict) -> dict:
    """What person and firm lose, which way the firm takes, who wears the mark, and the same for every term."""
    years = int(params["years"])
    person = params["bite"] * years
    out = ways(params, years)
    best = cheapest(out)
    other = escape(out)
    way = best[0]
    firm = best[1]

    person_line = []
    firm_line = []
    turn = -1
    for y in range(LONGEST + 1):
        choice = cheapest(ways(params, y))
        person_line.append(params["bite"] * y)
        firm_line.append(choice[1])
        if turn < 0 and choice[0] != "keep":
            turn = y

    marked_years = years if person > 0 else 0
    firm_marked = marked_years if way == "keep" else 0
    hired_marked = marked_years if way == "hired" else 0
    marked = both(row_of(1, marked_years, 3), row_of(1, firm_marked, 2))
    clean = both(row_of(marked_years + 1, LONGEST, 3), row_of(firm_marked + 1, LONGEST, 2))
    if way == "hired":
        marked = both(marked, row_of(1, hired_marked, 1))
        clean = both(clean, row_of(hired_marked + 1, LONGEST, 1))
    guess = params["guess"]
    return {
        "person": person,
        "firm": firm,
        "way": way,
        "gap": person - firm,
        "other_way": other[0],
        "other_loss": other[1],
        "entry": params["price"] + params["dues"],
        "needed": dues_needed(params),
        "turn": turn,
        "person_marked": marked_years,
        "firm_marked": firm_marked,
        "hired_marked": hired_marked,
        "terms": [y for y in range(LONGEST + 1)],
        "person_line": person_line,
        "firm_line": firm_line,
        "marked_spots": marked,
        "clean_spots": clean,
        "kept_at": [0.5] if way == "keep" else [],
        "fresh_at": [] if way == "keep" else [0.5],
        "hired_at": [0.5] if way == "hired" else [],
        "nobody_at": [] if way == "hired" else [0.5],
        "star_at": [] if way == "keep" else [0],
        "now_x": [years],
        "person_y": [person],
        "firm_y": [firm],
        "person_label": [person],
        "firm_label": [nearest(firm)],
        "guess_line": [guess, guess] if guess >= 0 else [],
        "guess_x": [0, LONGEST] if guess >= 0 else [],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [0.2] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """What the mark costs the person, what it costs the firm and by which way, and what newcomers pay for it."""
    slots = {
        "years": fill(plural(params["years"], words, "year"), {"n": said_number(params["years"], words)}),
        "person": whole(result["person"], words),
        "firm": whole(result["firm"], words),
        "entry": whole(result["entry"], words),
        "other": whole(result["other_loss"], words),
        "fee": whole(params["fee"], words),
        "seen": whole(params["seen"], words),
        "dues": whole(params["dues"], words),
    }
    parts = []
    if result["person"] == 0:
        parts.append(words["say_no_mark"])
    else:
        parts.append(fill(words["say_person"], slots))
        if result["way"] == "keep":
            parts.append(fill(words["say_keep"], slots))
        elif result["way"] == "new":
            parts.append(fill(words["say_new"], slots))
        elif params["follows"] == "head" or params["seen"] == 0:
            parts.append(fill(words["say_hired"], slots))
        else:
            parts.append(fill(words["say_hired_seen"], slots))
    if params["dues"] > 0:
        parts.append(fill(words["say_dues"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], {"guess": whole(params["guess"], words)}))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The losses, each way the firm has, and the dues from which on a new name would not pay."""
    table = [[words["row_person"], whole(result["person"], words)]]
    table.append([words["row_firm"], whole(result["firm"], words)])
    for way in ways(params, params["years"]):
        table.append([words["row_" + way[0]], whole(way[1], words)])
    table.append([words["row_dues"], whole(params["dues"], words)])
    table.append([words["row_needed"], whole(result["needed"], words)])
    return table
