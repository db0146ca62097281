"""What a small cost does to speech: a crowd of thresholds, before a sanction, under it and after it is lifted.

Equations (Granovetter 1978, American Journal of Sociology 83:1420-1443; Kuran 1989, Public Choice 61:41-74)
    Each person who privately objects has a threshold t and speaks if at least t + cost others speak.
    Speakers fall silent while one of them sees too few others; the silent join while one of them sees enough.
    Both moves end: at a number n of speakers from which nobody moves. There may be several such n.
    before: all who object begin by speaking, cost 0.   under: from `before`, with the cost.
    lifted: from `under`, cost 0 again.   after: from `lifted` and `spark` more who speak out at one moment.
Order
    Whoever has the lower threshold speaks whenever one with a higher threshold does. So the speakers are always the
    first n of the people sorted by threshold, and n says everything.
Units and ranges
    People, thresholds and the cost are counted in people: 100 people, thresholds from 0, cost 0 to 40.
Crowds
    "chain": thresholds 0, 1, 2, ... 99, Granovetter's example. "broken": the same, the person with 1 having 2.
    "drawn": rounded draws around `middle` with standard deviation `spread` (of a nearly normal draw), none below 0.
Simplified
    Everybody sees everybody and counts rightly. A sanction adds the same to every threshold. Private opinion does not
    change. Kuran's second cost, that of hiding what one thinks, is taken to be part of the threshold. Invented people.
"""

import math

from explainer.models.arithmetic import nearest
from explainer.models.chance import Chance
from explainer.models.wording import fill, plural, said_number, whole

PEOPLE = 100
LARGEST_COST = 40  # people
ROW = 10  # people in a row of a block
BLOCK = 11  # places from one block of people to the next
KEY = 123  # height at which the key to the lines stands, in people
CLIFF = 10  # voices: a fall by this many from one step of the cost to the next is worth a sentence


def crowd(kind: str, objecting: int, middle: float, spread: float, chance) -> list:
    """The thresholds of those who object, lowest first."""
    thresholds = []
    for i in range(objecting):
        if kind == "drawn":
            thresholds.append(max(0, nearest(middle + spread * chance.normal())))
        elif kind == "broken" and i == 1:
            thresholds.append(2)
        else:
            thresholds.append(i)
    return sorted(thresholds, key=lambda t: t)


def settle(thresholds: list, speaking: int, cost: float) -> int:
    """How many speak in the end, when the first `speaking` of them speak now."""
    n = speaking
    while n > 0 and thresholds[n - 1] + cost > n - 1:
        n = n - 1
    while n < len(thresholds) and thresholds[n] + cost <= n:
        n = n + 1
    return n


def spark_needed(thresholds: list, lifted: int, before: int) -> int:
    """The fewest more who must speak out at one moment for all the earlier voices to come back."""
    for more in range(before - lifted + 1):
        if settle(thresholds, lifted + more, 0) >= before:
            return more
    return before - lifted


def spots(block: int, first: int, last: int) -> dict:
    """x and y of the people numbered from `first` to before `last` in a block of ten rows, filled from the top."""
    xs = []
    ys = []
    for i in range(first, last):
        xs.append(BLOCK * block + i % ROW)
        ys.append(9 - i // ROW)
    return {"x": xs, "y": ys}


def joined(blocks: list) -> dict:
    """The spots of several blocks as one."""
    xs = []
    ys = []
    for each in blocks:
        xs = xs + each["x"]
        ys = ys + each["y"]
    return {"x": xs, "y": ys}


def run(params: dict, data: dict) -> dict:
    """How many speak before, under and after a sanction, and along every cost on the way there and back."""
    chance = Chance(params["seed"])
    objecting = int(params["objecting"])
    cost = int(params["cost"])
    thresholds = crowd(params["crowd"], objecting, params["middle"], params["spread"], chance)
    before = settle(thresholds, objecting, 0)

    # on the way up, each cost starts from where the one below it ended
    rising = []
    speaking = before
    cliff = 0
    cliff_fall = 0
    for c in range(LARGEST_COST + 1):
        fewer = settle(thresholds, speaking, c)
        if speaking - fewer > cliff_fall:
            cliff = c
            cliff_fall = speaking - fewer
        speaking = fewer
        rising.append(speaking)
    under = rising[cost]

    # and on the way back from the cost that was chosen
    falling = [under]
    back = [cost]
    speaking = under
    for step in range(1, cost + 1):
        speaking = settle(thresholds, speaking, cost - step)
        falling.append(speaking)
        back.append(cost - step)
    lifted = speaking
    spark = min(int(params["spark"]), objecting - lifted)
    after = settle(thresholds, lifted + spark, 0)

    guess = params["guess"]
    speakers = [before, under, after]
    return {
        "thresholds": thresholds,
        "objecting": objecting,
        "from_silence": settle(thresholds, 0, 0),
        "before": before,
        "under": under,
        "lifted": lifted,
        "after": after,
        "spark": spark,
        "spark_needed": spark_needed(thresholds, lifted, before),
        "silenced": before - under,
        "lost": before - after,
        "cliff": cliff,
        "cliff_fall": cliff_fall,
        "cliff_below": rising[cliff - 1] if cliff > 0 else before,
        "cliff_above": rising[cliff],
        "rising": rising,
        "back": back,
        "falling": falling,
        "speaking_spots": joined([spots(b, 0, speakers[b]) for b in range(3)]),
        "hiding_spots": joined([spots(b, speakers[b], objecting) for b in range(3)]),
        "content_spots": joined([spots(b, objecting, PEOPLE) for b in range(3)]),
        "block_label": speakers,
        # each line and its mark once more, short, as the key to it
        "rising_x": [c for c in range(LARGEST_COST + 1)] + [None, 0.5, 4.5],
        "rising_y": rising + [None, KEY, KEY],
        "falling_x": back + [None, 20.5, 24.5],
        "falling_y": falling + [None, KEY, KEY],
        "here_x": [cost, 2.5],
        "here_y": [under, KEY],
        "end_x": [0, 22.5],
        "end_y": [after, KEY],
        "private_line": [objecting, objecting],
        "private_at": [objecting],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [15.5] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many object, speak, fall silent and come back; where the cliff lies."""
    slots = {
        "objecting": voices("object", result["objecting"], words),
        "before": voices("speak", result["before"], words),
        "under": voices("still", result["under"], words),
        "after": voices("speak", result["after"], words),
        "cost": said_number(params["cost"], words),
        "spark": voices("spark", result["spark"], words),
    }
    parts = []
    if result["objecting"] == 0:
        parts.append(words["say_none"])
    elif result["before"] == 0:
        parts.append(fill(words["say_quiet"], slots))
    elif params["cost"] == 0:
        parts.append(fill(words["say_free"], slots))
    else:
        parts.append(fill(words["say_sanction"], slots))
    if result["objecting"] > 0 and result["spark"] > 0:
        parts.append(fill(words["say_spark"], slots))
    elif result["before"] > 0 and params["cost"] > 0:
        parts.append(fill(words["say_lifted"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], {"guess": said_number(params["guess"], words)}))
    return " ".join(parts)


def voices(key: str, n: int, words: dict) -> str:
    """ "nobody speaks", "one speaks", "78 speak"."""
    if n == 0:
        return words[key + "_zero"]
    return fill(plural(n, words, key), {"n": said_number(n, words)})


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Each stage and how many speak; then the cliff and the spark."""
    table = [
        [words["row_object"], whole(result["objecting"], words)],
        [words["row_before"], whole(result["before"], words)],
        [fill(words["row_under"], {"cost": whole(params["cost"], words)}), whole(result["under"], words)],
        [words["row_lifted"], whole(result["lifted"], words)],
    ]
    if result["spark"] > 0:
        spoken = {"spark": whole(result["spark"], words)}
        table.append([fill(words["row_after"], spoken), whole(result["after"], words)])
    if result["lifted"] < result["before"]:
        table.append([words["row_needed"], whole(result["spark_needed"], words)])
    if result["cliff"] > 0 and result["cliff_fall"] >= CLIFF:
        slots = {
            "cost": whole(result["cliff"], words),
            "from": whole(result["cliff_below"], words),
            "to": whole(result["cliff_above"], words),
        }
        table.append([fill(words["row_cliff"], slots), fill(words["row_cliff_fall"], slots)])
    return table
