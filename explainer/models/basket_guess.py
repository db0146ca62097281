"""A guess from harmless purchases: what a naive rule believes, and how many of those it marks fit the guess.

Equations
    The app multiplies (naive Bayes): belief = q*a**k / (q*a**k + (1 - q)*b**k).
    In the invented world purchases hang together: all k facts fit one person with probability
    fit(a) = c*a + (1 - c)*a**k, and fit(b) likewise (a mixture of all-or-nothing and independent purchases).
    Of n people n*q have the trait; right = has*fit(a), wrong = (n - has)*fit(b): expected numbers, in whole people.
Ranges
    q (`common`), a (`with_trait`), b (`without`), c (`together`): 0 to 1, set in per cent; k (`facts`): 0 to 5; n = 200.
Reference
    Gigerenzer and Hoffrage (1995) for telling Bayes's rule in countable people. That naive Bayes orders people well and
    is a poor judge of its own certainty when facts depend on each other is common knowledge in the field (Rish 2001).
Simplified
    Trait, purchases and all shares are invented. One share stands for every purchase, one number for their tie. Nothing
    here is a variable of Sesame Credit or of any state system.
"""

from explainer.models.arithmetic import nearest
from explainer.models.wording import fill, percent, plural, said_number, whole

PEOPLE = 200
ACROSS = 20


def power(x: float, k: int) -> float:
    """x to the k-th, by multiplication: the same to the last bit everywhere; 1 for k = 0."""
    product = 1.0
    for _ in range(k):
        product = product * x
    return product


def fit(x: float, k: int, together: float) -> float:
    """The share of people who show all of k purchases, each shown by a share x, `together` of them all-or-nothing."""
    if k == 0:
        return 1.0
    return together * x + (1 - together) * power(x, k)


def belief(common: float, a: float, b: float, k: int) -> float:
    """What the naive rule believes of someone who fits; -1 where it says that nobody can."""
    having = common * power(a, k)
    lacking = (1 - common) * power(b, k)
    if having + lacking == 0:
        return -1
    return having / (having + lacking)


def places(first: int, count: int) -> dict:
    """x and y of `count` people from place `first` of the block, row by row."""
    spots = [first + i for i in range(count)]
    return {"x": [i % ACROSS for i in spots], "y": [0 - i // ACROSS for i in spots]}


def run(params: dict, data: dict) -> dict:
    """Everyone in one of four groups: marked or not, with the trait or not; and what the rule believes."""
    common = params["common"] / 100
    a = params["with_trait"] / 100
    b = params["without"] / 100
    together = params["together"] / 100
    k = int(params["facts"])
    having = int(nearest(PEOPLE * common))
    lacking = PEOPLE - having
    right = int(nearest(having * fit(a, k, together)))
    wrong = int(nearest(lacking * fit(b, k, together)))
    missed = having - right
    marked = right + wrong
    sure = belief(common, a, b, k)
    guess = params["guess"]
    fact = 100 * right / marked if marked > 0 else 0
    return {
        "people": PEOPLE,
        "having": having,
        "right": right,
        "wrong": wrong,
        "missed": missed,
        "left_alone": lacking - wrong,
        "marked": marked,
        "belief": sure,
        "belief_percent": 100 * sure if sure >= 0 else 0,
        "right_percent": fact,
        "belief_bar": [100 * sure] if sure >= 0 else [],
        # rounded as the sentence rounds it
        "belief_label": [nearest(100 * sure + 0.000000001)] if sure >= 0 else [],
        "fact_bar": [fact] if marked > 0 else [],
        "fact_label": [nearest(fact + 0.000000001)] if marked > 0 else [],
        "belief_at": [100] if sure >= 0 else [],
        "fact_at": [100] if marked > 0 else [],
        "none_belief": [] if sure >= 0 else [1],
        "none_fact": [] if marked > 0 else [1],
        "right_spots": places(0, right),
        "wrong_spots": places(right, wrong),
        "missed_spots": places(marked, missed),
        "alone_spots": places(marked + missed, lacking - wrong),
        "key_counts": [right, wrong, missed, lacking - wrong],
        "guess_line": [guess, guess] if guess >= 0 else [],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [100] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How sure the app is, whom it marks, and how many of them really have the trait."""
    slots = {
        "people": whole(result["people"], words),
        "facts": said_number(params["facts"], words),
        "marked": said_number(result["marked"], words),
        "right": said_number(result["right"], words),
        "does": plural(result["right"], words, "does"),
        "wrong": said_number(result["wrong"], words),
        "others": plural(result["wrong"], words, "others"),
        "having": said_number(result["having"], words),
        "who": plural(result["having"], words, "who"),
        "missed": said_number(result["missed"], words),
        "is": plural(result["missed"], words, "is"),
        "belief": percent(max(0, result["belief"]), 0, words),
        "n": whole(max(0, params["guess"]), words),
    }
    parts = []
    if params["facts"] == 0:
        parts.append(fill(words["say_no_facts"], slots))
    elif result["belief"] < 0:
        parts.append(fill(plural(params["facts"], words, "say_cannot"), slots))
    else:
        parts.append(fill(plural(params["facts"], words, "say_belief"), slots))
    if result["marked"] == 0:
        parts.append(fill(words["say_nobody"], slots))
    else:
        kind = "say_all_right"
        if result["wrong"] > 0:
            kind = "say_mixed" if result["right"] > 0 else "say_all_wrong"
        parts.append(fill(plural(result["marked"], words, kind), slots))
    if result["having"] > 0:
        parts.append(fill(words["say_missed" if result["missed"] > 0 else "say_none_missed"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The four groups and the two sums."""
    return [
        [
            words["row_has"],
            whole(result["right"], words),
            whole(result["missed"], words),
            whole(result["having"], words),
        ],
        [
            words["row_lacks"],
            whole(result["wrong"], words),
            whole(result["left_alone"], words),
            whole(result["people"] - result["having"], words),
        ],
        [
            words["row_all"],
            whole(result["marked"], words),
            whole(result["people"] - result["marked"], words),
            whole(result["people"], words),
        ],
    ]
