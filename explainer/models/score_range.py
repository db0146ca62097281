"""One invented person's score when the weights are secret: what two rumours say, and what remains if less is known.

Equations
    score = lowest + (highest − lowest) · Σ wᵢ·xᵢ / 100, with xᵢ the five dimensions and weights w ≥ 0, Σ w = 1.
    Reported versions: w is given, once as version A and once as version B.
    Only the order of the weights is known: w₁ ≥ w₂ ≥ … ≥ w₅. The score is linear in w, so its least and greatest
    values lie at corners of that set; the corners are w = (1/k, …, 1/k, 0, …) for k = 1 … 5, and the score there is
    that of the mean of the first k dimensions. A has one order and B another: both are allowed, the range is the union.
    Nothing is known: the corners are the single dimensions, so the range runs from the smallest to the largest.
Ranges
    x: 0 to 100 points; scores in whole points within the announced scale; `year`: calendar year of the offers shown.
Method
    A linear programme over the ordered weights, solved by trying its five corners: exact, with nothing drawn by chance.
Simplified
    The company's formula is not known and may be no weighted sum. A score that reaches an offer's number counts as
    enough, though some reports say "above". The person is invented.
"""

from explainer.models.arithmetic import nearest, total
from explainer.models.wording import digits, fill, join, percent, whole

DIMENSIONS = ["history", "payment", "behaviour", "identity", "relations"]
# Heights of the figure's rows, from the top.
AT_VERSIONS = [8.6, 7.9]
AT_ORDER = 6.0
AT_NOTHING = 4.0
AT_OFFERS = [1.5, 0.6]
REACH = 0.4  # half the height of an offer's tick across a row
EDGE = 280  # points of the scale that an offer's label needs at its right, on a phone


def scaled(points: float, out_of: float, data: dict) -> int:
    """The whole-number score of a mean dimension of `points` / `out_of` (0 to 100); halves go up."""
    return int(nearest(data["lowest"] + (data["highest"] - data["lowest"]) * points / (100 * out_of)))


def weighted(weights: list, person: list, data: dict) -> int:
    """The score under given weights, whatever they add up to."""
    return scaled(total([weights[i] * person[i] for i in range(len(person))]), total(weights), data)


def order_of(weights: list) -> list:
    """Places of the dimensions, the heaviest first."""
    return sorted(range(len(weights)), key=lambda i: -weights[i])


def corners(order: list, person: list) -> list:
    """The sets of dimensions that share all weight equally at a corner: the first k of the order, k = 1 to all."""
    return [order[:k] for k in range(1, len(order) + 1)]


def span(sets: list, person: list, data: dict) -> dict:
    """The least and greatest score over sets of equally weighted dimensions, and the sets that give them."""
    low = sets[0]
    high = sets[0]
    for places in sets:
        if mean(places, person) < mean(low, person):
            low = places
        if mean(places, person) > mean(high, person):
            high = places
    return {
        "low": scaled(total([person[i] for i in low]), len(low), data),
        "high": scaled(total([person[i] for i in high]), len(high), data),
        "low_of": low,
        "high_of": high,
    }


def mean(places: list, person: list) -> float:
    """The mean of the dimensions at some places."""
    return total([person[i] for i in places]) / len(places)


def verdict(points: int, order: dict, nothing: dict) -> str:
    """Whether an offer is reached: whatever the weights of that order, only if the order is wrong, never, or open."""
    if order["low"] >= points:
        return "sure"
    if nothing["high"] < points:
        return "never"
    if order["high"] < points:
        return "beyond"
    return "open"


def ticks(offers: list) -> dict:
    """x and y of short upright lines, one for each offer across each row, with gaps (None) between."""
    xs = []
    ys = []
    for offer in offers:
        for y in [AT_VERSIONS[0], AT_VERSIONS[1], AT_ORDER, AT_NOTHING]:
            for x in [offer["points"], offer["points"], None]:
                xs.append(x)
            ys.append(y - REACH)
            ys.append(y + REACH)
            ys.append(None)
    return {"x": xs, "y": ys}


def ends(found: dict) -> str:
    """A range as its two ends, "560–710", or one score if they are the same."""
    if found["low"] == found["high"]:
        return digits(found["low"])
    return digits(found["low"]) + "–" + digits(found["high"])


def side(score: float, data: dict) -> str:
    """On which side of its mark a label stands: to the right where there is room."""
    return "middle right" if score <= data["highest"] - EDGE else "middle left"


def run(params: dict, data: dict) -> dict:
    """The score at both versions, its range by order and by nothing, and which offers of the year it reaches."""
    person = [params[name] for name in DIMENSIONS]
    scores = [weighted(version["weights"], person, data) for version in data["versions"]]
    orders = []
    union = []
    for version in data["versions"]:
        sets = corners(order_of(version["weights"]), person)
        orders.append(span(sets, person, data))
        union = union + sets
    order = span(union, person, data)
    nothing = span([[i] for i in range(len(person))], person, data)

    year = int(params["year"])
    offers = []
    for offer in data["offers"]:
        if offer["year"] == year:
            offers.append(
                {
                    "label": offer["label"],
                    "points": offer["points"],
                    "by_version": [score >= offer["points"] for score in scores],
                    "verdict": verdict(offer["points"], order, nothing),
                    "date": offer["date"],
                    "sources": offer["sources"],
                    "grade": offer["grade"],
                }
            )
    begun = year >= data["opened"]
    left = data["lowest"]
    return {
        "scale": [data["lowest"], data["highest"]],
        "person": person,
        "scores": scores,
        "between": abs(scores[0] - scores[1]),
        "orders": orders,
        "order": order,
        "nothing": nothing,
        "order_spread": order["high"] - order["low"],
        "nothing_spread": nothing["high"] - nothing["low"],
        "year": year,
        "begun": begun,
        "offers": offers,
        # what the figure draws
        "mark_a": [scores[0]],
        "mark_b": [scores[1]],
        "order_bar": [order["low"], order["high"]],
        "nothing_bar": [nothing["low"], nothing["high"]],
        "order_label": [ends(order)],
        "nothing_label": [ends(nothing)],
        "ticks": ticks(offers),
        "offer_at": {"x": [offer["points"] for offer in offers], "y": [AT_OFFERS[i] for i in range(len(offers))]},
        "offer_text": [[offer["points"], offer["label"]] for offer in offers],
        "offer_side": [side(offer["points"], data) for offer in offers],
        "year_label": [year],
        "none_at": [left] if begun and len(offers) == 0 else [],
        "early_at": [left] if not begun else [],
    }


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """Both versions, both ranges, and what each offer of the year would have been for this person."""
    slots = {
        "a": whole(result["scores"][0], words),
        "b": whole(result["scores"][1], words),
        "order_low": whole(result["order"]["low"], words),
        "order_high": whole(result["order"]["high"], words),
        "low": whole(result["nothing"]["low"], words),
        "high": whole(result["nothing"]["high"], words),
        "year": digits(result["year"]),
        "opened": data["opened_on"],
    }
    parts = []
    if not result["begun"]:
        parts.append(fill(words["say_early"], slots))
    if result["nothing_spread"] == 0:
        parts.append(fill(words["say_even"], slots))
    else:
        parts.append(fill(words["say_same" if result["between"] == 0 else "say_versions"], slots))
        parts.append(fill(words["say_order" if result["order_spread"] > 0 else "say_order_one"], slots))
    if result["begun"] and len(result["offers"]) == 0:
        parts.append(fill(words["say_no_offer"], slots))
    for offer in result["offers"]:
        parts.append(offer_said(offer, words))
    parts.append(words["say_level"])
    return " ".join(parts)


def offer_said(offer: dict, words: dict) -> str:
    """One offer with its number, date and source, and whether this person reaches it."""
    slots = {
        "label": offer["label"],
        "points": whole(offer["points"], words),
        "date": offer["date"],
        "sources": words["sources_between"].join(offer["sources"]),
        "grade": offer["grade"],
    }
    key = "open_" + versions_key(offer) if offer["verdict"] == "open" else "verdict_" + offer["verdict"]
    return fill(words["say_offer"], slots) + " " + words[key]


def versions_key(offer: dict) -> str:
    """Which of the two versions reach an offer: both, a, b or neither."""
    if offer["by_version"][0]:
        return "both" if offer["by_version"][1] else "a"
    return "b" if offer["by_version"][1] else "neither"


def named(places: list, data: dict, words: dict) -> str:
    """What gives an end of a range: one dimension alone, or several with equal weight."""
    if len(places) == len(data["names"]):
        return words["all"]
    listed = join([data["names"][i] for i in places], words)
    return fill(words["alone" if len(places) == 1 else "equally"], {"names": listed})


def range_row(name: str, found: dict, data: dict, words: dict) -> list:
    """A row of the table: what is known, the ends, and what gives them."""
    slots = {"low": named(found["low_of"], data, words), "high": named(found["high_of"], data, words)}
    return [name, whole(found["low"], words), whole(found["high"], words), fill(words["row_ends"], slots)]


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Both versions, the ranges with what gives their ends, and the offers of the year."""
    table = []
    for i in range(len(data["versions"])):
        version = data["versions"][i]
        score = whole(result["scores"][i], words)
        shares = join([percent(weight / 100, 0, words) for weight in version["weights"]], words)
        table.append([fill(words["row_version"], {"name": version["name"]}), score, score, shares])
    for i in range(len(data["versions"])):
        name = fill(words["row_order_of"], {"name": data["versions"][i]["name"]})
        table.append(range_row(name, result["orders"][i], data, words))
    table.append(range_row(words["row_order"], result["order"], data, words))
    table.append(range_row(words["row_nothing"], result["nothing"], data, words))
    for offer in result["offers"]:
        slots = {"label": offer["label"], "date": offer["date"]}
        points = whole(offer["points"], words)
        table.append(
            [
                fill(words["row_offer"], slots),
                points,
                whole(data["highest"], words),
                words["short_" + offer["verdict"]] + words["row_" + versions_key(offer)],
            ]
        )
    return table
