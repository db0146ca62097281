"""How many others still fit after each further fact: the anonymity set of ordinary facts, in people and in bits.

Equations
    others(k) = (N - 1) * p(k),  p(k) = product of s(i) ** (1 - r) over the facts told, the first with r = 0;
    nobody else fits with probability exp(-others), others being taken as Poisson; exactly 1 where N = 1;
    bits told = -log2 p, bits needed = log2 N: one bit halves the crowd.
Ranges
    N: 1, 1,000, 1 million or 1.4 billion people; s: the share of people who fit one fact, above 0, at most 1;
    a place of `size` people in a smaller crowd holds everyone: s = min(1, size / N).
    r (`repeat`): 0 to 90 per cent, the part of each further fact's bits that the facts before it have told already.
Reference
    Sweeney (2000) for counting how many share a few plain facts; de Montjoye and others (2013) measured the like on the
    traces of phones. Theirs are data; this is arithmetic.
Simplified
    The shares are round and invented, people are spread evenly over each fact, and one number stands for all overlap.
"""

import math

from explainer.models.arithmetic import nearest
from explainer.models.wording import decimal, fill, plural, said_number, whole

CROWDS = {"one": 1, "village": 1000, "county": 1000000, "country": 1400000000}
BIRTHS = {"none": 1, "year": 80, "month": 960, "day": 29200}  # one in so many; 80 years of birth, 365 days each
HOMES = {"none": 0, "province": 40000000, "county": 500000, "township": 30000, "block": 2000}  # people who live there
TRADES = {"none": 1, "branch": 10, "trade": 100, "post": 1000}  # one in so many
BUYS = {"none": 1, "brand": 5, "model": 100, "till": 100000}  # one in so many
LEAST = 0.01  # people: fewer than this is drawn and said as "under 0.01"
ROWS = 6  # everyone, and five facts
ABOVE = 0.36  # of a row: where its text stands over its bar


def shares(params: dict, crowd: int) -> list:
    """The share of people who fit each of the five facts; 1 where it is not told or tells nothing."""
    home = HOMES[params["home"]]
    return [
        0.5 if params["sex"] else 1.0,
        1 / BIRTHS[params["birth"]],
        min(1.0, home / crowd) if home > 0 else 1.0,
        1 / TRADES[params["work"]],
        1 / BUYS[params["buy"]],
    ]


def told(params: dict) -> list:
    """Which of the five facts are told."""
    return [params["sex"]] + [params[name] != "none" for name in ["birth", "home", "work", "buy"]]


def above(i: int) -> float:
    """The height of the text over the bar of row i."""
    return ABOVE - i


def across(x: float) -> list:
    """The same place beside each bar, with a gap (None) where the texts stand."""
    places = []
    for _ in range(ROWS):
        for place in [x, x, None]:
            places.append(place)
    return places


def run(params: dict, data: dict) -> dict:
    """Others who still fit, fact by fact; when they fall under one; and how likely nobody else is left."""
    crowd = CROWDS[params["crowd"]]
    share = shares(params, crowd)
    is_told = told(params)
    left = [crowd - 1]
    facts = 0
    needed = 0 if crowd == 1 else -1
    p = 1.0
    for i in range(len(share)):
        if is_told[i]:
            p = p * share[i] ** (1 - params["repeat"] / 100 if facts > 0 else 1)
            facts = facts + 1
        left.append((crowd - 1) * p)
        # quantised: the last bit of a power must not decide
        if needed < 0 and nearest((crowd - 1) * p * 1000000) < 1000000:
            needed = facts
    others = left[ROWS - 1]
    told_rows = [0] + [i + 1 for i in range(len(share)) if is_told[i]]
    many = [i for i in told_rows if nearest(left[i] * 1000000) >= 1000000]
    few = [i for i in told_rows if nearest(left[i] * 1000000) < 1000000]
    tiny = [i for i in few if left[i] > 0 and left[i] < LEAST]
    seen = [i for i in told_rows if left[i] == 0 or left[i] >= LEAST]
    untold = [i for i in range(1, ROWS) if not is_told[i - 1]]
    guess = params["guess"]
    return {
        "crowd": crowd,
        "left": left,
        "others": others,
        "facts": facts,
        "needed": needed,
        "alone_percent": 100 * math.exp(0 - others),
        "bits_needed": math.log2(crowd),
        "bits_told": abs(math.log2(p)),
        "many": {"x": [left[i] for i in many], "y": [0 - i for i in many]},
        "few": {"x": [max(LEAST, left[i]) for i in few], "y": [0 - i for i in few]},
        "seen": {"number": [left[i] for i in seen], "x": [1 for _ in seen], "y": [above(i) for i in seen]},
        "tiny": {"x": [1 for _ in tiny], "y": [above(i) for i in tiny]},
        "untold": {"x": [1 for _ in untold], "y": [above(i) for i in untold]},
        "guess": {
            "line": across(max(LEAST, guess)) if guess >= 0 else [],
            "x": [0] if guess >= 0 else [],
            "number": [guess] if guess >= 0 else [],
        },
    }


def people(x: float, words: dict) -> str:
    """A number of people that is only expected: three significant digits, and "under 0.01" below that."""
    if x == 0:
        return whole(0, words)
    if x < LEAST:
        return fill(words["under"], {"n": decimal(LEAST, 2, words)})
    if x < 10:
        return decimal(x, 2, words)
    step = 1
    while x >= 1000 * step:
        step = step * 10
    return whole(nearest(x / step + 0.000000001) * step, words)


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many others are left, how likely nobody is, and which fact did it."""
    slots = {
        "facts": said_number(result["facts"], words),
        "fact": plural(result["facts"], words, "fact"),
        "others": people(result["others"], words),
        "alone": whole(result["alone_percent"], words),
        "needed": said_number(max(0, result["needed"]), words),
        "told": decimal(result["bits_told"], 1, words),
        "bits": decimal(result["bits_needed"], 1, words),
        "crowd": whole(result["crowd"], words),
    }
    parts = []
    if result["crowd"] == 1:
        parts.append(words["say_one"])
    elif result["facts"] == 0:
        parts.append(fill(words["say_nothing"], slots))
    else:
        parts.append(fill(words["say_left"], slots))
        alone = nearest(result["alone_percent"] + 0.000000001)
        kind = "say_alone" if alone < 100 else "say_sure"
        parts.append(fill(words[kind if alone > 0 else "say_more"], slots))
        parts.append(fill(words["say_bits"], slots))
        parts.append(fill(words["say_needed" if result["needed"] > 0 else "say_hidden"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], {"n": whole(params["guess"], words)}))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """One row a step: the fact, the share of people who fit it, the others who fit all so far."""
    share = shares(params, result["crowd"])
    is_told = told(params)
    names = ["sex", "birth", "home", "work", "buy"]
    table = [[words["row_all"], words["row_nothing"], people(result["left"][0], words)]]
    for i in range(len(names)):
        fits = words["row_untold"]
        if is_told[i]:
            one = 1 / share[i]
            is_round = one >= 10 or one == nearest(one)
            fits = fill(words["row_one_in"], {"n": whole(one, words) if is_round else decimal(one, 1, words)})
        table.append([words["row_" + names[i]], fits, people(result["left"][i + 1], words)])
    return table
