"""Help among strangers who go by each other's record: helping holds out where records are known well enough.

Equations
    A donor pays c = 1 to give a recipient b. Three kinds of people, with shares x (help everyone), z (look first: refuse
    whoever is known to stand as bad) and y (never help); x + y + z = 1. A record is good or bad and shows the last deed.
    A donor knows the recipient's record with chance q; a deed is entered wrongly with chance e.
    With g the share of good records (gx, gy, gz within each kind), one who looks first helps with chance
    h = 1 − q(1 − g), and somebody whose record is good with chance gk is helped with chance x + z(1 − q(1 − gk)).
    Records follow deeds: gk = e + (1 − 2e)·dk, where dk is the chance of a good deed: 1 for x, h for z, 0 for y. Where
    reasons count, refusing someone who stands as bad is no bad deed: 1 for x and z, 1 − g for y.
    After every season people copy those who did better: x' = x + x(Px − P)/s, and so for y and z, with P the mean
    payoff and s = ROUNDS·(b + c), the widest possible difference.
    In the village of PEOPLE drawn by chance each person meets one other after a season and copies with chance
    (difference of payoffs)/s where it is positive, which gives the same equation on average.
Units and ranges
    payoffs in costs of one help; b 1 to 6; q 0 to 1; e 0 to 0.5; SEASONS seasons of ROUNDS requests to everyone.
Reference
    Nowak and Sigmund, "Evolution of indirect reciprocity by image scoring", Nature 393, 573–577 (1998): helping lasts
    only if q > c/b. That condition is derived for their analytic model of two scores, good and bad, with people who look
    first against people who never help; it is what `limit` gives and what the tests reproduce. With wrong entries the
    same argument gives q(1 − 2e) > c/b (our derivation; in the tests).
    Roberts, PLOS ONE 10 (2015), for the dilemma that refusing the bad costs one's own good name; the switch `reasons` is the
    simplest rule that mends it ("standing", after Sugden).
    Schlag, "Why imitate, and if so, how?", Journal of Economic Theory 78 (1998), for copying in proportion to the difference.
Simplified
    The paper's own simulation has scores from −5 to 5 and thirteen strategies, each "help whoever scores at least k"; two
    scores are used here because the condition is exact for them and a browser draws them in a frame. Everybody sees the
    same record. Nobody lies on purpose, tries something new, or chooses whom to meet.
"""

from explainer.models.arithmetic import floor_div, nearest
from explainer.models.chance import Chance
from explainer.models.wording import fill, percent, plural, whole

PEOPLE = 100
SEASONS = 80
ROUNDS = 2
STEP = 4  # per cent of records known, between two points of the curve
ALWAYS, LOOKS, NEVER = 0, 1, 2
COLUMNS = 20  # people in a row of the picture


def start_counts(never: float, trusting: float) -> list:
    """How many of PEOPLE help everyone, look first and never help, from the share that never help and, of the others, the
    share that help without looking (both per cent)."""
    cheats = nearest(PEOPLE * never / 100)
    always = nearest((PEOPLE - cheats) * trusting / 100)
    return [always, PEOPLE - cheats - always, cheats]


def expected(counts: list, known: float, wrong: float, benefit: float, reasons: bool) -> dict:
    """The village without chance: shares of the three kinds after SEASONS, and the share of requests met in the last round.

    `known` and `wrong` are shares. Everybody starts with a good record.
    """
    always = counts[0] / PEOPLE
    looks = counts[1] / PEOPLE
    never = counts[2] / PEOPLE
    good_always = 1.0
    good_looks = 1.0
    good_never = 1.0
    scale = ROUNDS * (benefit + 1)
    met = 0.0
    sure = 1 - 2 * wrong
    for _ in range(SEASONS):
        pay_always = 0.0
        pay_looks = 0.0
        pay_never = 0.0
        for _round in range(ROUNDS):
            bad = 1 - (always * good_always + looks * good_looks + never * good_never)
            helps = 1 - known * bad
            met = always + looks * helps
            pay_always = pay_always + benefit * (always + looks * (1 - known * (1 - good_always))) - 1
            pay_looks = pay_looks + benefit * (always + looks * (1 - known * (1 - good_looks))) - helps
            pay_never = pay_never + benefit * (always + looks * (1 - known * (1 - good_never)))
            good_always = 1 - wrong
            good_looks = wrong + sure * (1 if reasons else helps)
            good_never = wrong + sure * (bad if reasons else 0)
        mean = always * pay_always + looks * pay_looks + never * pay_never
        always = always + always * (pay_always - mean) / scale
        looks = looks + looks * (pay_looks - mean) / scale
        never = never + never * (pay_never - mean) / scale
    return {"always": always, "looks": looks, "never": never, "met": met}


def one_kind(kinds: list) -> bool:
    """Whether everybody is of the same kind, so that there is nothing left to copy."""
    return min(kinds) == max(kinds)


def village(counts: list, known: float, wrong: float, benefit: float, reasons: bool, seed: float) -> dict:
    """PEOPLE drawn by chance: everybody's kind and record after SEASONS, and the requests met in the last round."""
    chance = Chance(seed)
    kinds = []
    for kind in range(3):
        for _ in range(counts[kind]):
            kinds.append(kind)
    good = [True for _ in range(PEOPLE)]
    scale = ROUNDS * (benefit + 1)
    met = 0
    for _ in range(SEASONS):
        payoffs = [0.0 for _ in range(PEOPLE)]
        for _round in range(ROUNDS):
            # everybody asks one other person, and is asked by one
            shift = 1 + chance.below(PEOPLE - 1)
            entered = []
            met = 0
            for i in range(PEOPLE):
                asker = i + shift if i + shift < PEOPLE else i + shift - PEOPLE
                kind = kinds[i]
                helps = kind == ALWAYS
                if kind == LOOKS:
                    helps = good[asker] or chance.next() >= known
                if helps:
                    met = met + 1
                    payoffs[i] = payoffs[i] - 1
                    payoffs[asker] = payoffs[asker] + benefit
                fair = helps or (reasons and not good[asker])
                if wrong > 0 and chance.next() < wrong:
                    fair = not fair
                entered.append(fair)
            good = entered
        if one_kind(kinds):
            continue
        shift = 1 + chance.below(PEOPLE - 1)
        copied = []
        for i in range(PEOPLE):
            other = i + shift if i + shift < PEOPLE else i + shift - PEOPLE
            kind = kinds[i]
            more = payoffs[other] - payoffs[i]
            if more > 0 and kinds[other] != kind and chance.next() * scale < more:
                kind = kinds[other]
            copied.append(kind)
        kinds = copied
    return {"kinds": kinds, "good": good, "met": met}


def met_at(known: int, counts: list, wrong: float, benefit: float, reasons: bool) -> float:
    """Requests met of 100 in the village without chance, where `known` per cent of records are known.

    Quantised to a ten-thousandth: the last bit must not decide what counts as half.
    """
    return nearest(expected(counts, known / 100, wrong, benefit, reasons)["met"] * 1000000) / 10000


def spots(first: int, count: int) -> dict:
    """Where people number `first` and the `count` - 1 after stand, row by row from the top left."""
    x = []
    y = []
    for i in range(first, first + count):
        row = i // COLUMNS
        x.append(i - COLUMNS * row)
        y.append(-row)
    return {"x": x, "y": y}


def run(params: dict, data: dict) -> dict:
    """What becomes of helping at these settings, for every chance of being known and in one village drawn by chance."""
    benefit = params["benefit"]
    wrong = params["wrong"] / 100
    reasons = params["reasons"]
    counts = start_counts(params["never"], params["trusting"])

    curve_x = []
    curve_y = []
    needed = -1
    for i in range(100 // STEP + 1):
        met = met_at(i * STEP, counts, wrong, benefit, reasons)
        curve_x.append(i * STEP)
        curve_y.append(met)
        if needed < 0 and met >= 50:
            needed = i * STEP
    # between two points of the curve, to a whole per cent
    least = needed - STEP
    while needed > 0 and needed - least > 1:
        middle = floor_div(needed + least, 2)
        if met_at(middle, counts, wrong, benefit, reasons) >= 50:
            needed = middle
        else:
            least = middle

    drawn = village(counts, params["known"] / 100, wrong, benefit, reasons, params["seed"])
    tally = [0, 0, 0]
    fair = [0, 0, 0]
    for i in range(PEOPLE):
        kind = drawn["kinds"][i]
        tally[kind] = tally[kind] + 1
        if drawn["good"][i]:
            fair[kind] = fair[kind] + 1
    marked = tally[ALWAYS] - fair[ALWAYS] + tally[LOOKS] - fair[LOOKS]
    limit = 100 / benefit
    guess = params["guess"]
    looks_from = tally[ALWAYS]
    never_from = tally[ALWAYS] + tally[LOOKS]
    return {
        "people": PEOPLE,
        "start_always": counts[ALWAYS],
        "start_looks": counts[LOOKS],
        "start_never": counts[NEVER],
        "always": tally[ALWAYS],
        "looks": tally[LOOKS],
        "never": tally[NEVER],
        "decent": tally[ALWAYS] + tally[LOOKS],
        "marked": marked,
        "met": drawn["met"],
        "met_expected": met_at(params["known"], counts, wrong, benefit, reasons),
        "limit": limit,
        "needed": needed,
        "curve_x": curve_x,
        "curve_y": curve_y,
        "limit_line": [limit, limit],
        "limit_at": [limit],
        "limit_label": [nearest(limit)],
        "limit_side": "middle right" if limit < 50 else "middle left",
        "village_x": [params["known"]],
        "village_y": [drawn["met"]],
        "village_label": [drawn["met"]],
        "guess_at": [guess] if guess >= 0 else [],
        "guess_side": "middle right" if guess < 50 else "middle left",
        "always_good": spots(0, fair[ALWAYS]),
        "always_bad": spots(fair[ALWAYS], tally[ALWAYS] - fair[ALWAYS]),
        "looks_good": spots(looks_from, fair[LOOKS]),
        "looks_bad": spots(looks_from + fair[LOOKS], tally[LOOKS] - fair[LOOKS]),
        "never_spots": spots(never_from, tally[NEVER]),
        "looks_label": [[tally[LOOKS], counts[LOOKS]]],
        "always_label": [[tally[ALWAYS], counts[ALWAYS]]],
        "never_label": [[tally[NEVER], counts[NEVER]]],
        "marked_label": [marked],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many requests are met, who is left, how that compares with the published limit, and who is wrongly marked."""
    slots = {
        "met": whole(result["met"], words),
        "are": plural(result["met"], words, "are"),
        "never": whole(result["never"], words),
        "cheat": plural(result["never"], words, "cheat"),
        "known": percent(params["known"] / 100, 0, words),
        "limit": percent(result["limit"] / 100, 0, words),
        "needed": percent(result["needed"] / 100, 0, words),
        "marked": whole(result["marked"], words),
        "decent": whole(result["decent"], words),
        "stand": plural(result["marked"], words, "stand"),
    }
    first = "say_met"
    if result["marked"] > 0:
        first = "say_marked_all" if result["marked"] == result["decent"] else "say_marked"
    parts = [fill(words[first], slots)]
    if result["start_never"] == 0:
        parts.append(words["say_no_cheats"])
    elif result["needed"] < 0:
        parts.append(fill(words["say_never_enough"], slots))
    else:
        parts.append(fill(words["say_needed"], slots))
    if params["guess"] >= 0:
        slots["guess"] = percent(params["guess"] / 100, 0, words)
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The three kinds at the start and in the end, then requests met, wrong marks and the two limits."""
    table = []
    for kind in ["looks", "always", "never"]:
        start = whole(result["start_" + kind], words)
        table.append([words["row_" + kind], start, whole(result[kind], words)])
    none = words["none"]
    table.append([words["row_met"], none, whole(result["met"], words)])
    table.append([words["row_expected"], none, whole(result["met_expected"], words)])
    table.append([words["row_marked"], whole(0, words), whole(result["marked"], words)])
    table.append([words["row_limit"], percent(result["limit"] / 100, 0, words), none])
    needed = words["nothing_is_enough"]
    if result["needed"] >= 0:
        needed = percent(result["needed"] / 100, 0, words)
    table.append([words["row_needed"], none, needed])
    return table
