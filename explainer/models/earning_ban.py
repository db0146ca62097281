"""Households in arrears, and a ban that lowers what the listed earn: the same three years with it and without it.

Equations, in units of a household's own monthly income, month t, household i
    bᵢ(t) = min(B, bᵢ(t−1) + mᵢ − S·[shock] − c·[listed at t−1])
    b is savings above zero and arrears below; B = 1 month; mᵢ = M·(0.5 + uᵢ) is what is left each month after living
    and the payment due, with uᵢ uniform and M the mean margin; a shock comes with probability p a month and costs S months;
    c is the share of income that a listing takes away.
    Listed: as soon as b has been below zero for more than G months on end, until nothing is owed (b ≥ 0) or until the
    listing has lasted T months, whichever comes first. Who is let off by time is not listed again for the same debt:
    only after b ≥ 0 can a new listing come.
    Every household meets the same shocks with the ban (c) and without it (c = 0). What differs is the ban's own work:
    months on the list that the ban made = months with it − months without it.
    A household that could pay and will not is listed until it pays; it pays when c reaches its own point, uniform
    between 0 and 50 per cent, and until then owes its payment of a fifth of income each month.
Ranges
    c: 0 to 60 per cent; M: 5 to 40 per cent of income; p: 0 to 10 per cent a month; S: 0 to 6 months' income;
    G: 0 to 6 months; T: 6 to 36 months, where 36 is no term within the time looked at; of 100 households 0 to 50 will
    not pay, and no term lets these off; 36 months.
What holds by construction
    Without a term (T = 36), for those who cannot pay, b falls and "listed" grows with c in every month of every
    household, so a harsher ban never makes fewer months on the list. With a term it may, now and then: one long stay
    ends by time, where a milder ban leaves room for two stays. The share that the ban made is then put at 0.
Reference
    Liu, Dean, Rolf, Simchowitz and Hardt (2018) for judging a rule by what it does to those it is applied to; O'Neil
    (2016) for the loop. The equations are ours. Using the same shocks twice ("common random numbers") is a standard way
    to compare two rules by simulation.
Simplified
    Everything is invented; no study measures what a listing takes from earnings. No interest, no help from relatives,
    no bankruptcy, no search that finds nothing and ends a listing; nobody earns more from fear; the ban takes the same
    share from all.
"""

from explainer.models.arithmetic import nearest, total
from explainer.models.chance import Chance
from explainer.models.wording import decimal, fill, percent, plural, whole

HOUSEHOLDS = 100
MONTHS = 36
SAVED = 1  # months' income that a household keeps at most, and starts with
DUE = 0.2  # of a month's income
STUBBORN = 0.5  # the income loss at which the last of those who will not pay gives in
STEP = 5  # per cent: the bans that the curve compares
HARSHEST = 60
ACROSS = 25  # marks in a row
TABLED = [10, 20, 30, 40]  # per cent: the bans in the table of numbers


def drawn(risk: float, seed: float) -> list:
    """Each household's two own numbers and the months in which a shock comes, drawn in the same order always."""
    chance = Chance(seed)
    households = []
    for _ in range(HOUSEHOLDS):
        own = chance.next()
        point = chance.next()
        shocks = []
        for month in range(MONTHS):
            if chance.next() < risk:
                shocks.append(month)
        households.append({"own": own, "point": point, "shocks": shocks})
    return households


def hit(household: dict, shock: float) -> list:
    """What each month takes away beside the ordinary."""
    months = [0 for _ in range(MONTHS)]
    for month in household["shocks"]:
        months[month] = shock
    return months


def live(margin: float, losses: list, grace: int, cut: float, term: int) -> dict:
    """Three years of one household: months on the list, whether it is on it at the end or was let off by time while
    it still owes, and what it owes then."""
    balance = SAVED
    below = 0
    stay = 0
    months = 0
    listed = False
    for loss in losses:
        balance = balance + margin - loss
        if listed:
            balance = balance - cut
        if balance < 0:
            below = below + 1
        else:
            below = 0
            stay = 0
            if balance > SAVED:
                balance = SAVED
        listed = below > grace and stay < term
        if listed:
            stay = stay + 1
            months = months + 1
    return {
        "months": months,
        "listed": listed,
        "let_off": below > grace and not listed,
        "owed": max(0, 0 - balance),
    }


def hundredths(x: float) -> float:
    """Rounded to a hundredth."""
    return nearest(x * 100) / 100


def share(part: float, all_of_it: float) -> float:
    """Per cent; 0 of nothing."""
    if all_of_it <= 0:
        return 0
    return 100 * part / all_of_it


def spots(first: int, count: int) -> dict:
    """Places of `count` marks from number `first` on, row by row from the top."""
    chosen = list(range(first, first + count))
    return {"x": [i % ACROSS for i in chosen], "y": [0 - i // ACROSS for i in chosen]}


def run(params: dict, data: dict) -> dict:
    """The same households with the ban and without it, and with every other ban in steps of five per cent."""
    households = drawn(params["risk"] / 100, params["seed"])
    refusing = int(params["refuse"])
    grace = int(params["grace"])
    term = int(params["term"])
    cut = params["cut"] / 100
    bans = [STEP * i / 100 for i in range(HARSHEST // STEP + 1)]

    without = []
    met = []
    margins = []
    for household in households[: HOUSEHOLDS - refusing]:
        margin = params["margin"] / 100 * (0.5 + household["own"])
        losses = hit(household, params["shock"])
        margins.append(margin)
        met.append(losses)
        without.append(live(margin, losses, grace, 0, term))
    base = 0
    ever = []
    for i in range(len(without)):
        base = base + without[i]["months"]
        if without[i]["months"] > 0:
            ever.append(i)

    # A household that is never listed without the ban never meets it: its three years are the same under every ban.
    same = [without[i] for i in ever]
    chosen = [live(margins[i], met[i], grace, cut, term) for i in ever] if cut > 0 else same
    curve = []
    on_list = []
    arrears = []
    for ban in bans:
        if ban == 0:
            lives = same
        elif ban == cut:
            lives = chosen
        else:
            lives = [live(margins[i], met[i], grace, ban, term) for i in ever]
        months_then = total([one["months"] for one in lives])
        curve.append(share(max(0, months_then - base), months_then))
        on_list.append(months_then)
        arrears.append(total([one["owed"] for one in lives]))

    stuck = 0
    made = 0
    let_off = 0
    climbed = 0
    for i in range(len(ever)):
        if chosen[i]["let_off"]:
            let_off = let_off + 1
        elif not chosen[i]["listed"]:
            climbed = climbed + 1
        elif same[i]["listed"]:
            stuck = stuck + 1
        else:
            made = made + 1
    months = total([one["months"] for one in chosen])
    owed_without = total([one["owed"] for one in without])
    owed = owed_without + total([chosen[i]["owed"] - same[i]["owed"] for i in range(len(ever))])
    unable = len(without)
    never = unable - len(ever)

    # Those who could pay and will not: without the ban none of them pays.
    points = [STUBBORN * household["point"] for household in households[unable:]]
    paying = givers(points, cut)
    refused = refusing - paying
    years = DUE * MONTHS
    unpaid = hundredths(owed + refused * years)
    unpaid_without = hundredths(owed_without + refusing * years)
    spared = owed_without - arrears[0]  # what those owe who are never listed
    unpaid_by = []
    for i in range(len(bans)):
        unpaid_by.append(hundredths(spared + arrears[i] + (refusing - givers(points, bans[i])) * years))
    best = unpaid_by.index(min(unpaid_by)) * STEP

    kinds = [never, climbed, let_off, stuck, made, paying, refused]
    marks = []
    first = 0
    for count in kinds:
        marks.append(spots(first, count))
        first = first + count
    caused = share(max(0, months - base), months)
    guess = params["guess"]
    beside = label_place(curve, nearest(params["cut"] / STEP))
    return {
        "households": HOUSEHOLDS,
        "unable": unable,
        "ever": len(ever),
        "months": months,
        "months_without": base,
        "months_made": months - base,
        "caused_percent": caused,
        "never": never,
        "climbed": climbed,
        "climbed_without": len([one for one in same if not one["listed"] and not one["let_off"]]),
        "listed_without": len([one for one in same if one["listed"]]),
        "let_off": let_off,
        "let_off_without": len([one for one in same if one["let_off"]]),
        "stuck": stuck,
        "made": made,
        "paying": paying,
        "refused": refused,
        "unpaid": unpaid,
        "unpaid_without": unpaid_without,
        "sinking": len([margin for margin in margins if margin < cut]),
        "bans": [STEP * i for i in range(len(bans))],
        "curve": curve,
        "on_list": on_list,
        "unpaid_by": unpaid_by,
        "best": best,
        "best_unpaid": min(unpaid_by),
        "marks": marks,
        "counts": [[count] for count in kinds],
        "now_x": [params["cut"]],
        "now_y": [caused],
        "now_label": [nearest(caused)] if cut > 0 else [],
        "label_x": [params["cut"]] if cut > 0 else [],
        "label_y": [beside["y"]],
        "label_side": beside["side"],
        "left_bar": [params["margin"] / 2, min(HARSHEST, params["margin"] * 1.5)],
        "best_x": [best],
        "guess_line": [guess, guess] if guess >= 0 else [],
        "guess_span": [0, HARSHEST] if guess >= 0 else [],
        "guess_label": [guess] if guess >= 0 else [],
        "guess_at": [0] if guess >= 0 else [],
    }


def label_place(curve: list, here: int) -> dict:
    """Where the number of point `here` is written so that the curve, which hardly ever falls, does not run through it."""
    if here >= 2:
        return {"y": max(curve[here - 2], curve[here - 1], curve[here]) + 9, "side": "middle left"}
    if curve[here + 1] - curve[here] < 10:
        return {"y": curve[here] + 14, "side": "middle center"}
    return {"y": max(curve[here] - 14, 3), "side": "middle right"}


def givers(points: list, cut: float) -> int:
    """How many of those who will not pay give in to a loss of `cut`."""
    return len([point for point in points if cut > 0 and cut >= point])


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """How many months on the list the ban made, who climbs out, and what it brings in."""
    slots = {
        "months": fill(plural(result["months"], words, "month"), {"n": whole(result["months"], words)}),
        "months_without": whole(result["months_without"], words),
        "let_off": whole(result["let_off"], words),
        "made": whole(result["months_made"], words),
        "share": percent(result["caused_percent"] / 100, 0, words),
        "ever": fill(plural(result["ever"], words, "household"), {"n": whole(result["ever"], words)}),
        "climbed": whole(result["climbed"], words),
        "climbed_without": whole(result["climbed_without"], words),
        "refuse": whole(params["refuse"], words),
        "paying": whole(result["paying"], words),
        "unpaid": decimal(result["unpaid"], 0, words),
        "unpaid_without": decimal(result["unpaid_without"], 0, words),
    }
    parts = []
    if result["months"] == 0:
        parts.append(words["say_none"])
    else:
        if params["cut"] == 0:
            parts.append(fill(words["say_no_ban"], slots))
        elif result["months_made"] < 0:
            parts.append(fill(words["say_fewer"], slots))
        elif result["months_made"] == 0:
            parts.append(fill(words["say_made_none"], slots))
        else:
            parts.append(fill(words["say_made"], slots))
        parts.append(fill(words["say_climbed" if params["cut"] > 0 else "say_climbed_now"], slots))
        if result["let_off"] > 0:
            parts.append(fill(plural(result["let_off"], words, "say_let_off"), slots))
    if params["refuse"] > 0:
        parts.append(fill(words["say_refuse"], slots))
    parts.append(fill(words["say_unpaid" if params["cut"] > 0 else "say_unpaid_now"], slots))
    if params["guess"] >= 0:
        parts.append(fill(words["say_guess"], {"guess": percent(params["guess"] / 100, 0, words)}))
    return " ".join(parts)


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Months, people and arrears, with the ban and without it; then the months on the list under four sizes of ban."""
    table = [
        [words["row_months"], whole(result["months"], words), whole(result["months_without"], words)],
        [
            words["row_end"],
            whole(result["stuck"] + result["made"], words),
            whole(result["listed_without"], words),
        ],
        [words["row_climbed"], whole(result["climbed"], words), whole(result["climbed_without"], words)],
        [words["row_let_off"], whole(result["let_off"], words), whole(result["let_off_without"], words)],
        [words["row_paying"], whole(result["paying"], words), whole(0, words)],
        [words["row_unpaid"], decimal(result["unpaid"], 1, words), decimal(result["unpaid_without"], 1, words)],
    ]
    for ban in TABLED:
        slots = {"ban": percent(ban / 100, 0, words)}
        months = result["on_list"][result["bans"].index(ban)]
        table.append([fill(words["row_curve"], slots), whole(months, words), words["nothing"]])
    return table
