"""Guilt by association: a score that is partly the mean of one's friends' scores, and one person who falls.

Equations (Friedkin and Johnsen 1990, with every person equally open to friends)
    sᵢ(t+1) = (1 − a)·ownᵢ + a·mean of sⱼ(t) over the friends j of i;   s of a person without friends = own.
    The fall lowers `own` of one person; everybody's loss is s before minus s after, both settled.
    For a < 1 the step is a contraction, so it settles at one point wherever it starts.
Ranges
    own and s: 0 to 100 points; a (`weight`): 0 to 0.9, no unit; `fall`: 5 to 60 points, never below own 0.
Network
    A ring of 60 people, each tied to `friends` nearest, then each tie moved with probability `far` to someone drawn
    from all (Watts and Strogatz 1998). Invented people, drawn from the seed.
Simplified
    No government system in China is known to score people by their friends. This is a teaching toy for a charge that
    was made against the idea; in Sesame Credit "interpersonal relationships" was one of five named dimensions, and
    how it entered the score was not published. Friends count equally, ties are mutual, nobody makes new friends.
"""

import math

from explainer.models.chance import Chance
from explainer.models.wording import decimal, fill, plural, said_number, whole

PEOPLE = 60
STILL = 0.01  # points: a round that moves nobody by more than this is the last one counted
SETTLED = 0.0001  # points: a round that moves nobody by more than this ends the computation
ROUNDS = 400
TURN = 6.283185307179586  # a full turn, 2π
BEND = 0.44  # of the sum of two places: 0.5 would be a straight tie, which on a ring cannot be told from its neighbours


def ring(people: int, friends: int, far: float, chance) -> list:
    """Each person's friends: a ring lattice of even degree `friends` whose ties are moved with probability `far`."""
    tied = [[] for _ in range(people)]
    for step in range(1, friends // 2 + 1):
        for i in range(people):
            j = (i + step) % people
            tied[i].append(j)
            tied[j].append(i)
    for step in range(1, friends // 2 + 1):
        for i in range(people):
            j = (i + step) % people
            moved = chance.next() < far
            k = chance.below(people)
            if moved and k != i and k not in tied[i]:
                cut(tied, i, j)
                tied[i].append(k)
                tied[k].append(i)
    return tied


def cut(tied: list, i: int, j: int) -> None:
    """End the friendship of i and j, on both sides."""
    tied[i] = [k for k in tied[i] if k != j]
    tied[j] = [k for k in tied[j] if k != i]


def copied(tied: list) -> list:
    """The same friendships in new lists."""
    return [[k for k in friends] for friends in tied]


def settle(own: list, tied: list, weight: float, start: list) -> dict:
    """Scores once nobody moves any more, and how many rounds it took until nobody moved by more than STILL."""
    scores = start
    rounds = 0
    for _ in range(ROUNDS):
        after = []
        largest = 0.0
        for i in range(len(own)):
            friends = tied[i]
            score = own[i]
            if len(friends) > 0:
                total = 0.0
                for j in friends:
                    total = total + scores[j]
                score = (1 - weight) * own[i] + weight * total / len(friends)
            largest = max(largest, abs(score - scores[i]))
            after.append(score)
        scores = after
        if largest > STILL:
            rounds = rounds + 1
        if largest <= SETTLED:
            break
    return {"scores": scores, "rounds": rounds}


def hundredths(x: float) -> float:
    """Points to two places: what is counted, drawn and said is the same number."""
    return math.floor(x * 100 + 0.5) / 100


def spot(i: int, people: int) -> list:
    """Where person i stands on the ring, x and y from -1 to 1; the first at the top, clockwise.

    To a millionth: sums of sines that all but cancel would differ between runtimes in more than their last bit.
    """
    turn = TURN * i / people
    return [math.floor(math.sin(turn) * 1000000 + 0.5) / 1000000, math.floor(math.cos(turn) * 1000000 + 0.5) / 1000000]


def lines(pairs: list, people: int) -> dict:
    """x and y of a line for each pair of people, bent towards the middle, with a gap (None) between pairs."""
    xs = []
    ys = []
    for pair in pairs:
        one = spot(pair[0], people)
        other = spot(pair[1], people)
        for x in [one[0], (one[0] + other[0]) * BEND, other[0], None]:
            xs.append(x)
        for y in [one[1], (one[1] + other[1]) * BEND, other[1], None]:
            ys.append(y)
    return {"x": xs, "y": ys}


def spots(chosen: list, people: int) -> dict:
    """x and y of the chosen people."""
    return {"x": [spot(i, people)[0] for i in chosen], "y": [spot(i, people)[1] for i in chosen]}


def run(params: dict, data: dict) -> dict:
    """One person falls: who else loses how much, and what it would buy a friend to drop the one who fell."""
    chance = Chance(params["seed"])
    own = [45 + chance.below(41) for _ in range(PEOPLE)]
    tied = ring(PEOPLE, int(params["friends"]), params["far"] / 100, chance)
    fallen = int(params["who"]) - 1
    weight = params["weight"]
    least = params["least"]
    friends = tied[fallen]

    before = settle(own, tied, weight, own)["scores"]
    lowered = [x for x in own]
    lowered[fallen] = max(0, own[fallen] - params["fall"])
    kept = settle(lowered, tied, weight, before)

    # What one friend gains who alone drops the fallen: each tried in turn, the others staying.
    gains = []
    gainers = 0
    for friend in friends:
        fewer = copied(tied)
        cut(fewer, friend, fallen)
        without = settle(lowered, fewer, weight, kept["scores"])["scores"]
        gain = hundredths(without[friend] - kept["scores"][friend])
        gains.append(gain)
        if gain > 0:
            gainers = gainers + 1

    # What happens when all drop at once.
    alone = copied(tied)
    for friend in friends:
        cut(alone, friend, fallen)
    dropped = settle(lowered, alone, weight, kept["scores"])

    after = dropped if params["drop"] else kept
    losses = [hundredths(before[i] - after["scores"][i]) for i in range(PEOPLE)]
    untouched = []
    marked = []
    shared = 0.0
    worst = 0.0
    for i in range(PEOPLE):
        if i != fallen:
            shared = shared + losses[i]
            worst = max(worst, losses[i])
            if losses[i] >= least:
                marked.append(i)
            else:
                untouched.append(i)

    ties = []
    own_ties = []
    for i in range(PEOPLE):
        for j in tied[i]:
            if i < j:
                if i == fallen or j == fallen:
                    own_ties.append([i, j])
                else:
                    ties.append([i, j])
    guess = params["guess"]
    friend_loss = 0.0
    friend_back = 0.0
    for friend in friends:
        friend_loss = friend_loss + before[friend] - kept["scores"][friend]
        friend_back = friend_back + dropped["scores"][friend] - kept["scores"][friend]
    among = max(1, len(friends))
    gained = 0.0
    for gain in gains:
        gained = gained + gain
    return {
        "own": own,
        "before": before,
        "after": after["scores"],
        "losses": losses,
        "fallen": fallen + 1,
        "friends": [i + 1 for i in friends],
        "marked": [i + 1 for i in marked],
        "others": len(marked),
        "rounds": after["rounds"],
        "fell_own": own[fallen] - lowered[fallen],
        "fell": losses[fallen],
        "fell_kept": hundredths(before[fallen] - kept["scores"][fallen]),
        "fell_dropped": hundredths(before[fallen] - dropped["scores"][fallen]),
        "shared": hundredths(shared),
        "worst": worst,
        "friend_loss": hundredths(friend_loss / among),
        "friend_gain": hundredths(gained / among),
        "friend_back": hundredths(friend_back / among),
        "gains": gains,
        "gainers": gainers,
        "tie_lines": lines(ties, PEOPLE),
        "kept_lines": lines([] if params["drop"] else own_ties, PEOPLE),
        "cut_lines": lines(own_ties if params["drop"] else [], PEOPLE),
        "untouched_spots": spots(untouched, PEOPLE),
        "marked_spots": spots(marked, PEOPLE),
        "fallen_spots": spots([fallen], PEOPLE),
        "marked_label": [len(marked)],
        "untouched_label": [len(untouched)],
        # rounded here as the sentence rounds it: the drawing library rounds halves another way
        "fallen_label": [math.floor(losses[fallen] * 10 + 0.5) / 10],
        "least_label": [least],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [1] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Who fell, how many others lost at least the limit, and what dropping the fallen bought or would buy."""
    slots = {
        "who": whole(result["fallen"], words),
        "own": whole(result["fell_own"], words),
        "fell": decimal(result["fell"], 1, words),
        "kept": decimal(result["fell_kept"], 1, words),
        "others": whole(result["others"], words),
        "people": plural(result["others"], words, "other"),
        "least": points_said(params["least"], words),
        "worst": decimal(result["worst"], 1, words),
        "gain": decimal(abs(result["friend_gain"]), 1, words),
        "back": decimal(abs(result["friend_back"]), 1, words),
        "gainers": said_number(result["gainers"], words),
        "among": said_number(len(result["friends"]), words),
    }
    parts = []
    if params["drop"]:
        parts.append(fill(words["say_dropped"], slots))
        parts.append(fill(words["say_others" if result["others"] > 0 else "say_nobody"], slots))
        parts.append(fill(words["say_back" if result["friend_back"] >= 0 else "say_back_lost"], slots))
    else:
        parts.append(fill(words["say_fell"], slots))
        parts.append(fill(words["say_others" if result["others"] > 0 else "say_nobody"], slots))
        if len(result["friends"]) == 0:
            parts.append(words["say_no_friends"])
        elif params["weight"] == 0:
            parts.append(words["say_no_weight"])
        else:
            parts.append(fill(words["say_gain" if result["friend_gain"] >= 0 else "say_gain_lost"], slots))
    if params["guess"] >= 0:
        slots["guess"] = said_number(params["guess"], words)
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def points_said(points: float, words: dict) -> str:
    """ "1 point", "2.5 points"."""
    number = whole(points, words) if points == math.floor(points) else decimal(points, 1, words)
    return fill(plural(points, words, "point"), {"n": number})


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """The fallen, the friends, and everyone else who lost at least the limit: before, after, lost."""
    table = []
    table.append(row(result, result["fallen"], words["row_fallen"], words))
    for i in result["friends"]:
        table.append(row(result, i, words["row_friend"], words))
    for i in result["marked"]:
        if i not in result["friends"]:
            table.append(row(result, i, words["row_other"], words))
    return table


def row(result: dict, number: int, role: str, words: dict) -> list:
    """One person's line of the table; people are numbered from 1."""
    i = number - 1
    return [
        whole(number, words),
        role,
        decimal(result["before"][i], 1, words),
        decimal(result["after"][i], 1, words),
        decimal(result["losses"][i], 1, words),
    ]
