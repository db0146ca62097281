"""A nearly perfect list over a large population: who is on it by mistake, and for how long.

Equations
    The table: belongs = N*p; missed = belongs*(1 - q); listed by mistake F = (N - belongs)*(1 - q); the rest is right.
    The stock: F/24 mistakes are made a month and each lasts 24 months unless it is corrected. Of those listed a months
    ago a share S(a) still is: S(a) = 1 - A * K(a - T), K(y) = 1 - (1 - n) * (1 - d)**y for y >= 0, else 0.
    Wrongly on the list after m months: F/24 * sum of S(a) for a = 0 .. min(m, 24) - 1.
Ranges
    N: 1, 1,000, 1 million or 1.4 billion people; p (`belongs`): 0 to 1, set per 1,000; q (`right`): 0 to 1, set in per
    cent, for those who belong on the list and for those who do not alike; n (`notice`): share told at once; d
    (`chance`): share of the others who find out in a month; A (`appeal`): share of those who know whose complaint is
    upheld; all 0 to 1, set in per cent. T (`wait`): months from knowing to being taken off, 0 to 24, whole.
Reference
    The table is the base-rate problem; Gigerenzer and Hoffrage (1995) for telling it in countable people. 24 months
    is the two years of the court's rule of 2017 for listings that have a term.
Simplified
    No error rate of any Chinese list is published: q is the reader's. Each person is judged once in 24 months. People
    who are rightly listed stay. An appeal is never upheld for someone who belongs on the list.
"""

from explainer.models.arithmetic import nearest
from explainer.models.wording import fill, percent, plural, said_number, whole

CROWDS = {"one": 1, "village": 1000, "county": 1000000, "country": 1400000000}
TERM = 24  # months that a listing lasts
MONTHS = [1, 6, 12, 18, 24, 36]  # rows of the table
ICONS = 100
ACROSS = 20


def stays(notice: float, chance: float, appeal: float, wait: int) -> list:
    """For each month of a listing that is a mistake, the share that still stands at its start."""
    still = []
    unaware = 1 - notice
    for month in range(TERM):
        if month < wait:
            still.append(1.0)
        else:
            still.append(1 - appeal * (1 - unaware))
            unaware = unaware * (1 - chance)
    return still


def stock(mistakes: int, still: list, month: int) -> int:
    """People wrongly on the list after so many months, in whole people."""
    standing = 0.0
    for age in range(min(month, TERM)):
        standing = standing + still[age]
    return int(nearest(mistakes * standing / TERM))


def months(still: list) -> float:
    """The average time that a mistake stands, in months."""
    standing = 0.0
    for share in still:
        standing = standing + share
    return standing


def places(first: int, count: int) -> dict:
    """x and y of `count` icons from place `first` of the block, row by row."""
    spots = [first + i for i in range(count)]
    return {"x": [i % ACROSS for i in spots], "y": [0 - i // ACROSS for i in spots]}


def run(params: dict, data: dict) -> dict:
    """Everyone is right or wrong, listed or not; then the mistakes that still stand after two years."""
    crowd = CROWDS[params["crowd"]]
    wrong = (100 - params["right"]) / 100
    notice = params["notice"] / 100
    chance = params["chance"] / 100
    appeal = params["appeal"] / 100
    wait = int(params["wait"])
    belongs = int(nearest(crowd * params["belongs"] / 1000))
    missed = int(nearest(belongs * wrong))
    mistakes = int(nearest((crowd - belongs) * wrong))
    listed = belongs - missed + mistakes

    both = stays(notice, chance, appeal, wait)
    alone = stays(0, chance, appeal, wait)
    left = stock(mistakes, both, TERM)
    left_alone = stock(mistakes, alone, TERM)
    of_100 = int(nearest(ICONS * mistakes / listed)) if listed > 0 else 0
    standing = int(nearest(of_100 * left / mistakes)) if mistakes > 0 else 0
    # a mistake that still stands is never drawn as none while there is room to draw it
    if left > 0 and of_100 > 0:
        standing = max(1, standing)
    icons = ICONS if listed > 0 else 0
    guess = params["guess"]
    bars = [mistakes, mistakes, left_alone, left]
    return {
        "crowd": crowd,
        "wrong_per_1000": nearest(1000000 * wrong) / 1000,
        "belongs": belongs,
        "missed": missed,
        "mistakes": mistakes,
        "rightly_listed": belongs - missed,
        "rightly_free": crowd - belongs - mistakes,
        "listed": listed,
        "of_100": of_100,
        "mistaken_percent": 100 * mistakes / listed if listed > 0 else 0,
        "left": left,
        "left_appeal_only": left_alone,
        "left_notice_only": mistakes,
        "left_percent": 100 * left / mistakes if mistakes > 0 else 0,
        "left_appeal_only_percent": 100 * left_alone / mistakes if mistakes > 0 else 0,
        "months": months(both),
        "stock": [stock(mistakes, both, month) for month in MONTHS],
        "stock_unmended": [stock(mistakes, [1.0 for _ in range(TERM)], month) for month in MONTHS],
        "bars": [100 * bar / mistakes if mistakes > 0 else 0 for bar in bars],
        "numbers": bars,
        "standing_spots": places(0, standing),
        "mended_spots": places(standing, of_100 - standing),
        "right_spots": places(of_100, icons - of_100),
        "key_counts": [standing, of_100 - standing, icons - of_100],
        "empty": [] if listed > 0 else [9.5],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [19.6] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many are listed by mistake, how many of every 100 listed that is, and what is left after two years."""
    slots = {
        "crowd": whole(result["crowd"], words),
        "person": plural(result["crowd"], words, "person"),
        "right": percent(params["right"] / 100, 1, words),
        "mistakes": said_number(result["mistakes"], words),
        "of_100": said_number(result["of_100"], words),
        "listed": said_number(result["listed"], words),
        "left": said_number(result["left"], words) if result["left"] > 0 else words["none"],
        "stands": plural(result["left"], words, "stands"),
        "alone": said_number(result["left_appeal_only"], words) if result["left_appeal_only"] > 0 else words["none"],
        "stand": plural(result["listed"], words, "stand"),
        "n": whole(max(0, params["guess"]), words),
    }
    parts = []
    if result["listed"] == 0:
        parts.append(fill(words["say_empty"], slots))
    elif result["mistakes"] == 0:
        parts.append(fill(words["say_none"], slots))
    else:
        parts.append(fill(words["say_mistakes"], slots))
        if result["of_100"] > 0:
            parts.append(fill(words["say_of_100"], slots))
        parts.append(fill(words["say_left"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The four groups of people, then the mistakes that stand, month by month."""
    table = [
        [words["row_rightly_listed"], whole(result["rightly_listed"], words), ""],
        [words["row_mistakes"], whole(result["mistakes"], words), ""],
        [words["row_missed"], whole(result["missed"], words), ""],
        [words["row_free"], whole(result["rightly_free"], words), ""],
    ]
    for i in range(len(MONTHS)):
        name = fill(plural(MONTHS[i], words, "row_month"), {"n": whole(MONTHS[i], words)})
        table.append([name, whole(result["stock_unmended"][i], words), whole(result["stock"][i], words)])
    return table
