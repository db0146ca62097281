"""Two invented people under many equally plausible weightings of one secret formula.

Equations
    score = 350 + 600 · Σ wᵢ·xᵢ / 100, with xᵢ the five dimensions (0 to 100 points each) and Σ wᵢ = 1;
    w ~ Dirichlet(c·r₁, …, c·r₅), with r the reported weights (as shares) and c the sureness (`sureness`, no unit);
    a Dirichlet draw is five gamma draws divided by their sum; a gamma of whole shape k is −log(u₁·…·uₖ).
Ranges
    sureness 20 to 100 in steps of 20, so that every shape c·rᵢ is whole for weights in multiples of 5 per cent;
    draws 100 to 2,000; a score lies between 350 and 950 points, the range that Sesame Credit announced.
Reference
    Saisana, Saltelli and Tarantola (2005) for asking what a ranking owes to its weights.
Simplified
    The company's formula is not known: it may be no weighted sum at all. Weights are drawn around figures that were
    reported and never confirmed. The two people and their points are invented.
"""

import math

from explainer.models.chance import Chance
from explainer.models.wording import fill, percent, whole

LOWEST = 350
SPAN = 600
SCORE_BIN = 10  # points a bar of the distribution
GAP_BIN = 10  # points a bar of the difference
GAP_BINS = 20  # bars on either side of "equal"; the last holds everything beyond

# Invented people: credit history, fulfilment capacity, behaviour, personal characteristics, relationships.
PROFILES = {
    "saver": [60, 45, 15, 40, 20],
    "shopper": [35, 40, 75, 30, 45],
    "owner": [40, 65, 30, 70, 25],
    "newcomer": [10, 30, 45, 55, 65],
    "even": [45, 45, 45, 45, 45],
}


def shapes(weights: list, sureness: float) -> list:
    """The gamma shapes, whole and at least 1, of reported `weights` (per cent) held with a given `sureness`."""
    return [max(1, int(math.floor(sureness * weight / 100 + 0.5))) for weight in weights]


def gamma(chance, shape: int) -> float:
    """A gamma draw of whole `shape`: one logarithm of a product, not a sum of logarithms, which is ten times faster."""
    product = 1.0
    for _ in range(shape):
        product = product * chance.next()
    return -math.log(product)


def points(weights: list, total: float, person: list) -> int:
    """The whole-number score of a person under `weights` that add up to `total`.

    Rounded to a millionth before it is rounded to a point: the last bit of a logarithm must not decide a point.
    """
    gained = 0.0
    for i in range(len(weights)):
        gained = gained + weights[i] * person[i]
    exact = LOWEST + SPAN * gained / (total * 100)
    return int(math.floor(math.floor(exact * 1000000 + 0.5) / 1000000 + 0.5))


def at_share(counts: list, draws: int, share: float) -> int:
    """The score below or at which a `share` of the draws lies; `counts[i]` is how many draws gave LOWEST + i."""
    wanted = share * draws
    seen = 0
    for i in range(len(counts)):
        seen = seen + counts[i]
        if seen >= wanted:
            return LOWEST + i
    return LOWEST + SPAN


def outline(counts: list, size: int) -> list:
    """Heights of bars of `size` points, the tallest 1, and a closing 0, from counts by single points."""
    bars = [0 for _ in range(SPAN // size)]
    for i in range(len(counts)):
        bar = min(i // size, len(bars) - 1)
        bars[bar] = bars[bar] + counts[i]
    return heights(bars, max(bars))


def heights(bars: list, tallest: int) -> list:
    """Bars as shares of the tallest, and a closing 0 so that a step line comes back to the axis."""
    scaled = [bar / max(1, tallest) for bar in bars]
    scaled.append(0)
    return scaled


def gap_bar(gap: int) -> int:
    """The bar of a lead of `gap` points, 1 or more: 1 to 10 is the first, and the last takes whatever is beyond."""
    return min(int(math.floor((gap - 1) / GAP_BIN)), GAP_BINS - 1)


def side(own: int, other: int) -> str:
    """On which side of its mark a score is written: away from the other's mark, but never over the edge."""
    if own < LOWEST + 90 or (own >= other and own <= LOWEST + SPAN - 90):
        return "middle right"
    return "middle left"


def run(params: dict, data: dict) -> dict:
    """Scores of both people at the reported weights and under `draws` drawn ones, and how often their order flips."""
    a = PROFILES[params["profile"]]
    b = [params["history"], params["payment"], params["behaviour"], params["identity"], params["relations"]]
    reported = data["weights"]
    total = 0
    for weight in reported:
        total = total + weight
    score_a = points(reported, total, a)
    score_b = points(reported, total, b)

    shape = shapes(reported, params["sureness"])
    chance = Chance(params["seed"])
    draws = int(params["draws"])
    counts_a = [0 for _ in range(SPAN + 1)]
    counts_b = [0 for _ in range(SPAN + 1)]
    a_bars = [0 for _ in range(GAP_BINS)]
    b_bars = [0 for _ in range(GAP_BINS)]
    ahead_a = 0
    ahead_b = 0
    weights = [0.0 for _ in shape]
    for _ in range(draws):
        total = 0.0
        for i in range(len(shape)):
            weights[i] = gamma(chance, shape[i])
            total = total + weights[i]
        drawn_a = points(weights, total, a)
        drawn_b = points(weights, total, b)
        counts_a[drawn_a - LOWEST] = counts_a[drawn_a - LOWEST] + 1
        counts_b[drawn_b - LOWEST] = counts_b[drawn_b - LOWEST] + 1
        if drawn_a > drawn_b:
            ahead_a = ahead_a + 1
            bar = gap_bar(drawn_a - drawn_b)
            a_bars[bar] = a_bars[bar] + 1
        elif drawn_b > drawn_a:
            ahead_b = ahead_b + 1
            bar = gap_bar(drawn_b - drawn_a)
            b_bars[bar] = b_bars[bar] + 1

    leader = "none"
    flips = min(ahead_a, ahead_b)
    if score_a > score_b:
        leader = "a"
        flips = ahead_b
    elif score_b > score_a:
        leader = "b"
        flips = ahead_a
    tallest = max(max(a_bars), max(b_bars))
    guess = params["guess"]
    return {
        "a": a,
        "b": b,
        "score_a": score_a,
        "score_b": score_b,
        "leader": leader,
        "draws": draws,
        "flips": flips,
        "swap_percent": 100 * flips / draws,
        "ahead_a": ahead_a,
        "ahead_b": ahead_b,
        "ties": draws - ahead_a - ahead_b,
        "a_percent": 100 * ahead_a / draws,
        "b_percent": 100 * ahead_b / draws,
        "low_a": at_share(counts_a, draws, 0.05),
        "high_a": at_share(counts_a, draws, 0.95),
        "low_b": at_share(counts_b, draws, 0.05),
        "high_b": at_share(counts_b, draws, 0.95),
        "outline_a": outline(counts_a, SCORE_BIN),
        "outline_b": outline(counts_b, SCORE_BIN),
        "gap_a": heights(a_bars, tallest),
        "gap_b": heights(b_bars, tallest),
        "mark_a": [score_a, score_a],
        "mark_b": [score_b, score_b],
        "label_a": [score_a],
        "label_b": [score_b],
        "side_a": side(score_a, score_b),
        "side_b": side(score_b, score_a),
        "ahead_a_label": [100 * ahead_a / draws],
        "ahead_b_label": [100 * ahead_b / draws],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [0] if guess >= 0 else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Who leads at the reported weights, in how many weightings the other does, and how the guess compares."""
    slots = {
        "a": words["a"],
        "b": words["b"],
        "score_a": whole(result["score_a"], words),
        "score_b": whole(result["score_b"], words),
        "draws": whole(result["draws"], words),
        "flips": whole(result["flips"], words),
        "share": percent(result["flips"] / result["draws"], 0, words),
        "share_a": percent(result["ahead_a"] / result["draws"], 0, words),
        "share_b": percent(result["ahead_b"] / result["draws"], 0, words),
        "low_b": whole(result["low_b"], words),
        "high_b": whole(result["high_b"], words),
    }
    first = fill(words["say_" + result["leader"]], slots)
    spread = "say_still" if result["low_b"] == result["high_b"] else "say_range"
    parts = [first, fill(words[spread], slots)]
    if params["guess"] >= 0:
        slots["guess"] = percent(params["guess"] / 100, 0, words)
        parts.append(fill(words["say_guess"], slots))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Each dimension with its reported weight, then the scores, their spread, and who is ahead how often."""
    table = []
    for i in range(len(data["names"])):
        slots = {"name": data["names"][i], "weight": percent(data["weights"][i] / 100, 0, words)}
        table.append([fill(words["row_dimension"], slots), whole(result["a"][i], words), whole(result["b"][i], words)])
    table.append([words["row_score"], whole(result["score_a"], words), whole(result["score_b"], words)])
    spread_a = {"low": whole(result["low_a"], words), "high": whole(result["high_a"], words)}
    spread_b = {"low": whole(result["low_b"], words), "high": whole(result["high_b"], words)}
    table.append([words["row_spread"], fill(words["from_to"], spread_a), fill(words["from_to"], spread_b)])
    draws = result["draws"]
    share_a = percent(result["ahead_a"] / draws, 1, words)
    share_b = percent(result["ahead_b"] / draws, 1, words)
    table.append([words["row_ahead"], share_a, share_b])
    tie = percent(result["ties"] / draws, 1, words)
    table.append([words["row_tie"], tie, tie])
    return table
