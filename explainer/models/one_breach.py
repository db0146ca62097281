"""One breach, one hundred people: what a fine takes from each, and what a list with joint measures takes.

Equations
    fine, the same for everybody = 1,000 yuan · g, with g the gravity of the breach;
    list, for person i = years on the list · Σⱼ eᵢⱼ over the measures j that act;
    eᵢⱼ = 0 where the measure touches nothing that i does, else mⱼ · wᵢ · exp(s · vⱼ · zᵢⱼ)   (yuan a year);
    wᵢ = exp(s · 0.5 · zᵢ), income against the middle person's; a day's income = 200 yuan · wᵢ;
    years = 2 for every breach, or 2 · g / 10 where the term follows the gravity.
    z are draws from nearly the standard normal, so w and e are lognormal. The same people are drawn whatever acts.
    "The 10th" and "the 90th" are people number 10 and 90 of 100, from the least cost to the greatest.
Ranges
    g: 1 to 10, no unit; s (`spread`): 0 to 1.5, no unit; measures acting: 0 to 6, in the order of FIELDS.
Reference
    Stigler (1970) for penalties that must grow with the offence. The names and numbers of the measures are those of the
    national list of 2021; everything else is invented.
Simplified
    No survey of what a listing costs was found. How many people a measure touches, what it costs them and how unequal
    that is are chosen for the argument: some fields touch everyone a little, others a few people hard. Costs add up; in
    life one closed door may open or close another. Shame, and what a fine does to trust, are left out.
"""

import math

from explainer.models.arithmetic import nearest, total
from explainer.models.chance import Chance
from explainer.models.wording import decimal, fill, percent, plural, said_number, whole

PEOPLE = 100
LOW = 10  # the 10th person and the 90th, counted from the least cost
HIGH = 90
DEGREE = 1000  # yuan of fine for each degree of gravity
GRAVEST = 10
YEARS = 2  # on the list
DAY = 200  # yuan, a day's income of the middle person
INCOME_SPREAD = 0.5
# Measure (row of `measures`), how many of 100 it touches, yuan a year for the middle one whom it touches, spread.
FIELDS = [
    ["spending", 100, 800, 0.9],
    ["lending", 50, 2500, 0.9],
    ["supervision", 20, 1500, 0.8],
    ["posts", 15, 20000, 0.8],
    ["fiscal-projects", 10, 20000, 1.1],
    ["market-entry", 6, 40000, 0.9],
]
COLUMN = 8  # columns of marks for a tenfold step of cost
TALL = 18  # marks on top of each other before they move closer
NOTHING = -0.9  # where the marks of those who pay nothing stand
FLOOR = {"yuan": 1, "days": -1}  # log10 of the left end of the axis
DECADES = 5  # tenfold steps on the axis; what lies beyond is drawn at its end


def tidy(x: float) -> float:
    """Rounded to a millionth: the last bit of a power must not decide a yuan."""
    return nearest(x * 1000000) / 1000000


def drawn(spread: float, seed: float) -> dict:
    """Each person's day's income (yuan) and exposure to each field (yuan a year), drawn in the same order always."""
    chance = Chance(seed)
    incomes = []
    exposures = []
    for _ in range(PEOPLE):
        wealth = math.exp(spread * INCOME_SPREAD * chance.normal())
        incomes.append(max(1, nearest(tidy(DAY * wealth))))
        own = []
        for field in FIELDS:
            touched = chance.below(100) < field[1]
            cost = tidy(field[2] * wealth * math.exp(spread * field[3] * chance.normal()))
            own.append(cost if touched else 0)
        exposures.append(own)
    return {"incomes": incomes, "exposures": exposures}


def counted(yuan: float, income: float, unit: str) -> float:
    """A cost in whole yuan, or in tenths of a day of one's own income."""
    if unit == "days":
        return nearest(tidy(10 * yuan / income)) / 10
    return nearest(tidy(yuan))


def at(costs: list, number: int) -> float:
    """What person `number` pays, counted from the least cost."""
    return sorted(costs, key=lambda cost: cost)[number - 1]


def times(low: float, high: float) -> float:
    """How many times `low` goes into `high`, in tenths; 0 where `low` is nothing."""
    if low <= 0:
        return 0
    return nearest(tidy(10 * high / low)) / 10


def place(cost: float, unit: str) -> float:
    """Where a cost is drawn: columns on a tenfold scale, and one column for nothing."""
    floor = FLOOR[unit]
    if cost <= 0:
        return NOTHING
    steps = nearest(tidy((math.log10(cost) - floor) * COLUMN))
    return max(0, min(DECADES * COLUMN, steps)) / COLUMN


def stacked(costs: list, unit: str) -> dict:
    """A mark for each person, those of one column on top of each other, the whole at most 1 high."""
    columns = {}
    heights = []
    places = [place(cost, unit) for cost in costs]
    for x in places:
        key = "c" + whole(COLUMN * (x + 1), {"thousands": "", "minus": ""})
        columns[key] = (columns[key] if key in columns else 0) + 1
        heights.append(columns[key])
    step = 1 / max(TALL, max(heights))
    return {"x": places, "y": [height * step for height in heights]}


def run(params: dict, data: dict) -> dict:
    """What the fine and the list cost each of 100 people, and how far apart they are."""
    unit = params["counted_in"]
    people = drawn(params["spread"], params["seed"])
    acting = int(params["measures"])
    gravity = params["gravity"]
    years = YEARS * gravity / GRAVEST if params["term"] == "graded" else YEARS
    fine = DEGREE * gravity

    fines = []
    lists = []
    alone = [[] for _ in range(acting)]
    for i in range(PEOPLE):
        income = people["incomes"][i]
        own = people["exposures"][i][:acting]
        fines.append(counted(fine, income, unit))
        lists.append(counted(years * total(own), income, unit))
        for j in range(acting):
            alone[j].append(counted(years * own[j], income, unit))

    order = sorted(lists, key=lambda cost: cost)
    whole_cost = total(lists)
    top = total(order[PEOPLE - 10 :])
    mean = whole_cost / PEOPLE
    parts = []
    for j in range(acting):
        parts.append(
            {
                "id": FIELDS[j][0],
                "touched": len([cost for cost in alone[j] if cost > 0]),
                "low": at(alone[j], LOW),
                "middle": at(alone[j], 50),
                "high": at(alone[j], HIGH),
            }
        )
    low = at(lists, LOW)
    high = at(lists, HIGH)
    ratio = times(low, high)
    guess = params["guess"]
    in_yuan = unit == "yuan"
    low_fine = at(fines, LOW)
    high_fine = at(fines, HIGH)
    return {
        "people": PEOPLE,
        "rank_low": LOW,
        "rank_high": HIGH,
        "fine": fine,
        "years": years,
        "acting": acting,
        "fines": fines,
        "lists": lists,
        "parts": parts,
        "low": low,
        "middle": at(lists, 50),
        "high": high,
        "highest": order[PEOPLE - 1],
        "ratio": ratio,
        "fine_low": low_fine,
        "fine_middle": at(fines, 50),
        "fine_high": high_fine,
        "fine_ratio": times(low_fine, high_fine),
        "nothing": len([cost for cost in lists if cost <= 0]),
        "under_mean": len([cost for cost in lists if cost < mean]),
        "over_fine": len([i for i in range(PEOPLE) if lists[i] > fines[i]]),
        "top_percent": 100 * top / whole_cost if whole_cost > 0 else 0,
        "fine_marks": stacked(fines, unit),
        "list_marks": stacked(lists, unit),
        "low_line": [place(low, unit), place(low, unit)],
        "high_line": [place(high, unit), place(high, unit)],
        "low_at": [place(low, unit)],
        "high_at": [place(high, unit)],
        "yuan_ticks": [NOTHING, 0, 2, 4] if in_yuan else [],
        "day_ticks": [] if in_yuan else [NOTHING, 1, 3, 5],
        "yuan_at": [NOTHING - 0.25] if in_yuan else [],
        "days_at": [] if in_yuan else [NOTHING - 0.25],
        "fine_label": [[low_fine, high_fine]],
        "list_label": [[low, high]],
        "ratio_label": [nearest(ratio)] if ratio > 0 else [],
        "ratio_at": [NOTHING - 0.25] if ratio > 0 else [],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [DECADES] if guess >= 0 else [],
    }


def amount(cost: float, unit: str, words: dict) -> str:
    """ "3,100 yuan", "1.5 days' income"."""
    if unit == "days":
        return fill(plural(cost, words, "day"), {"n": decimal(cost, 1, words)})
    return fill(words["yuan"], {"n": whole(cost, words)})


def multiple(ratio: float, words: dict) -> str:
    """A ratio as it is said: "1.5", "76"."""
    if ratio < 10 and ratio != math.floor(ratio):
        return decimal(ratio, 1, words)
    return whole(ratio, words)


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """What the fine takes, what the list takes from the 10th and the 90th, and what gravity changes."""
    unit = params["counted_in"]
    slots = {
        "fine": amount(result["fine_low"], unit, words),
        "fine_high": amount(result["fine_high"], unit, words),
        "low": amount(result["low"], unit, words),
        "high": amount(result["high"], unit, words),
        "highest": amount(result["highest"], unit, words),
        "ratio": multiple(result["ratio"], words),
        "top": percent(result["top_percent"] / 100, 0, words),
        "nothing": whole(result["nothing"], words),
        "measures": fill(plural(result["acting"], words, "measure"), {"n": said_number(result["acting"], words)}),
    }
    parts = []
    if result["fine_low"] == result["fine_high"]:
        parts.append(fill(words["say_fine"], slots))
    else:
        parts.append(fill(words["say_fine_days"], slots))
    if result["acting"] == 0:
        parts.append(words["say_no_list"])
    elif result["low"] <= 0:
        parts.append(fill(words["say_nothing" if result["high"] <= 0 else "say_from_nothing"], slots))
    elif result["low"] == result["high"]:
        parts.append(fill(words["say_equal"], slots))
    else:
        parts.append(fill(words["say_list"], slots))
    if result["acting"] > 0:
        parts.append(words["say_" + params["term"]])
    if params["guess"] >= 0:
        guessed = fill(plural(params["guess"], words, "times"), {"n": whole(params["guess"], words)})
        parts.append(fill(words["say_guess"], {"guess": guessed}))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The fine, each acting measure alone, and all of them together: whom it touches, and what three people pay."""
    unit = params["counted_in"]
    table = [
        [
            words["row_fine"],
            whole(PEOPLE, words),
            amount(result["fine_low"], unit, words),
            amount(result["fine_middle"], unit, words),
            amount(result["fine_high"], unit, words),
        ]
    ]
    for part in result["parts"]:
        table.append(
            [
                fill(words["row_alone"], {"name": data["names"][part["id"]]}),
                whole(part["touched"], words),
                amount(part["low"], unit, words),
                amount(part["middle"], unit, words),
                amount(part["high"], unit, words),
            ]
        )
    table.append(
        [
            words["row_list"],
            whole(PEOPLE - result["nothing"], words),
            amount(result["low"], unit, words),
            amount(result["middle"], unit, words),
            amount(result["high"], unit, words),
        ]
    )
    return table
