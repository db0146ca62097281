"""One who does two kinds of good, of which one is counted: what a reward for the count does to both.

Equations
    Effort t1 on what is counted and t2 on what is not costs
        C = ½(t1² + t2²) + r·t1·t2 − m·(t1 + t2),
    with m = 1 the goodwill for either kind (what makes people work without any reward) and r how far the two compete for the same
    time: 0 not at all, 1 perfect substitutes. A point brings s for each unit counted; where the other kind is counted as well, to
    the extent v, it brings v·s. Who maximises s·(t1 + v·t2) − C sets
        t1 = (1 + s − r(1 + v·s)) / (1 − r²),   t2 = (1 + v·s − r(1 + s)) / (1 − r²),
    and where that makes t2 negative, t2 = 0 and t1 = 1 + s. For r = 1 the two are exchanged one for one: all effort goes to the
    better paid, and is split evenly where both are paid alike.
    Made-up entries: f = a·s, the ease of faking a times the reward (their cost is f²/(2a)).
    Score: t1 + f + v·t2. Worth, what the points were to stand for: t1^(1 − w) · t2^w, with w the weight of what is not counted.
    Both are shown as an index, 100 without reward (t1 = t2 = 1/(1 + r), f = 0).
Units and ranges
    The reader sets points for a counted hour, 0 to 10; an hour's goodwill is put at 10 points, so s = points / 10, 0 to 1;
    r, a and v 0 to 1; w 0.1 to 0.9. The week is not fixed: more effort is taken from time that is her own.
Reference
    Holmström and Milgrom, "Multitask Principal–Agent Analyses", Journal of Law, Economics, & Organization 7 (1991), 24–52: where two
    tasks are perfect substitutes in the agent's effort, one cannot be measured, and the work is worth nothing without it, the best
    incentive for the measured one is zero. Here that is r = 1, v = 0; the tests reproduce it. For r < 1 the best reward is
    (1 − r)(1 − w − w·r)/r, or none where that is negative (our derivation for this cost and worth; in the tests).
Simplified
    Their agent also bears risk, and the worth is any function; here there is no risk and the worth is one simple function. Goodwill
    stays as it is whatever is paid: a reward that kills goodwill would do worse, one that wakes it better.
"""

from explainer.models.arithmetic import nearest
from explainer.models.wording import decimal, fill, plural, whole

STEPS = 40  # points of the two curves
HOURS = 5  # of either kind in a week without reward
GOODWILL = 10  # points: what her own wish to help is worth to her, an hour
TINY = 0.000000001


def efforts(reward: float, rival: float, also: float) -> list:
    """Effort on what is counted and on what is not, for a reward `reward`, both never negative."""
    paid = 1 + reward
    other = 1 + also * reward
    if rival >= 1:
        if paid - other < TINY:
            return [paid / 2, paid / 2]
        return [paid, 0.0]
    left = (other - rival * paid) / (1 - rival * rival)
    # quantised: what is nothing but for the last bit is nothing
    if left < TINY:
        return [paid, 0.0]
    return [(paid - rival * other) / (1 - rival * rival), left]


def worth(effort: list, weight: float, rival: float) -> float:
    """What the efforts are worth, as an index: 100 without reward."""
    return 100 * (1 + rival) * effort[0] ** (1 - weight) * effort[1] ** weight


def score(effort: list, reward: float, rival: float, faking: float, also: float) -> float:
    """What is counted, made-up entries included, as an index: 100 without reward."""
    return 100 * (1 + rival) * (effort[0] + faking * reward + also * effort[1]) / (1 + also)


def hours(effort: float, rival: float) -> int:
    """An effort in whole hours a week, HOURS without reward."""
    return nearest(HOURS * (1 + rival) * effort)


def row(count: int, height: int) -> dict:
    """The places of `count` marks in a row."""
    return {"x": [i for i in range(count)], "y": [height for _ in range(count)]}


def run(params: dict, data: dict) -> dict:
    """Score and worth at these settings and at every other reward, and the best reward."""
    rival = params["rival"] / 100
    weight = params["weight"] / 100
    faking = params["faking"] / 100
    also = params["also"] / 100
    reward = params["reward"] / GOODWILL

    curve_x = []
    scores = []
    worths = []
    best = 0
    for i in range(STEPS + 1):
        paid = i / STEPS
        effort = efforts(paid, rival, also)
        curve_x.append(GOODWILL * paid)
        scores.append(score(effort, paid, rival, faking, also))
        # quantised, so that the last bit of a power decides nothing
        worths.append(nearest(worth(effort, weight, rival) * 1000000) / 1000000)
        if worths[i] > worths[best] + 0.00001:
            best = i

    effort = efforts(reward, rival, also)
    reached = score(effort, reward, rival, faking, also)
    stood = nearest(worth(effort, weight, rival) * 1000000) / 1000000
    counted = hours(effort[0], rival)
    other = hours(effort[1], rival)
    faked = hours(faking * reward, rival)
    guess = params["guess"]
    return {
        "score": reached,
        "worth": stood,
        "best_reward": curve_x[best],
        "best_worth": worths[best],
        "hours_before": HOURS,
        "goodwill": GOODWILL,
        "reward_points": params["reward"],
        "hours_counted": counted,
        "hours_other": other,
        "hours_faked": faked,
        "curve_x": curve_x,
        "scores": scores,
        "worths": worths,
        "at": [params["reward"]],
        "score_at": [reached],
        "worth_at": [stood],
        "score_label": [nearest(reached)],
        "worth_label": [[nearest(stood), nearest(worths[best])]],
        "best_line": [curve_x[best], curve_x[best]],
        "guess_x": [params["reward"]] if guess >= 0 else [],
        "guess_y": [guess] if guess >= 0 else [],
        "guess_side": "middle left" if params["reward"] > GOODWILL / 2 else "middle right",
        "counted_marks": row(counted, -1),
        "faked_marks": row(faked, -2),
        "other_marks": row(other, 0),
        "counted_label": [counted],
        "faked_label": [faked],
        "other_label": [other],
    }


def amount(n: float, words: dict) -> str:
    """Points as a number: "8", "7.5" """
    if nearest(n * 2) % 2 == 0:
        return whole(n, words)
    return decimal(n, 1, words)


def points(n: float, words: dict) -> str:
    """Points with their word: "1 point", "7.5 points"."""
    return fill(plural(n, words, "points"), {"n": amount(n, words)})


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Where score and worth stand, and whether a weaker or stronger reward would do more good."""
    slots = {
        "reward": points(params["reward"], words),
        "goodwill": whole(GOODWILL, words),
        "score": whole(result["score"], words),
        "worth": whole(result["worth"], words),
        "best": points(result["best_reward"], words),
        "best_worth": whole(result["best_worth"], words),
    }
    parts = [fill(words["say_none" if params["reward"] == 0 else "say_stand"], slots)]
    if result["best_reward"] == 0:
        parts.append(words["say_best_none"])
    elif result["best_reward"] == GOODWILL:
        parts.append(fill(words["say_best_full"], slots))
    else:
        parts.append(fill(words["say_best"], slots))
    if params["guess"] >= 0:
        slots["guess"] = whole(params["guess"], words)
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Without reward, at this reward and at the best one: score, worth and hours."""
    base = whole(100, words)
    before = whole(result["hours_before"], words)
    none = words["none"]
    return [
        [words["row_reward"], whole(0, words), amount(params["reward"], words)],
        [words["row_score"], base, whole(result["score"], words)],
        [words["row_worth"], base, whole(result["worth"], words)],
        [words["row_counted"], before, whole(result["hours_counted"], words)],
        [words["row_faked"], whole(0, words), whole(result["hours_faked"], words)],
        [words["row_other"], before, whole(result["hours_other"], words)],
        [words["row_best"], none, amount(result["best_reward"], words)],
        [words["row_best_worth"], none, whole(result["best_worth"], words)],
    ]
