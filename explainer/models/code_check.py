"""A unified social credit code taken apart, and its two check characters verified.

Equations (GB 32100-2015, and GB 11714-1997 for the organisation code inside)
    Alphabet of 31: 0–9 and A–Z without I, O, S, V, Z; the value of a character is its place, from 0.
    C₁₈ = (31 − Σ Cᵢ·3^(i−1) mod 31) mod 31, i = 1…17.
    Inside, characters 9–16 (A = 10 … Z = 35) with the weights 3, 7, 9, 10, 5, 8, 4, 2:
    C₉ = 11 − Σ Cᵢ·Wᵢ mod 11, where 10 is written X and 11 is written 0; it stands at position 17.
Structure
    1 registering authority · 2 category · 3–8 place of registration (six digits) · 9–17 organisation code · 18 check.
Errors found
    Every single wrong character and every swap of two different neighbours: the weights differ and 31 is prime.
Simplified
    Nothing is looked up: a code that fits need not belong to any organisation. Places are not named (no table held).
"""

from explainer.models.wording import capitals, fill, join, narrow, plural, said_number, whole

LENGTH = 18
ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
LETTERS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
DIGITS = "0123456789"
GAPS = " \u00a0\t-\u2010\u2011\u2012\u2013\u2014\u2212"  # spaces and dashes that people paste along, once made narrow
WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]  # 3^(i-1) mod 31
INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
INNER_CHECKS = "0123456789X"
LOOKALIKES = {"I": "1", "O": "0", "S": "5", "V": "U", "Z": "2"}
# name of the part, first position, last position
PARTS = [["authority", 1, 1], ["category", 2, 2], ["place", 3, 8], ["organisation", 9, 17], ["check", 18, 18]]


def read(text: str) -> dict:
    """The characters of a typed code, made narrow and capital, gaps taken out; "?" for neither letter nor digit."""
    kept = []
    lower = 0
    wide = 0
    removed = 0
    for typed in list(text):
        plain = narrow(typed)
        capital = capitals(plain)
        if GAPS.find(plain) >= 0:
            removed = removed + 1
        elif LETTERS.find(capital) >= 0:
            kept.append(capital)
            if plain != typed:
                wide = wide + 1
            if capital != plain:
                lower = lower + 1
        else:
            kept.append("?")
    return {"characters": kept, "lower": lower, "wide": wide, "removed": removed}


def terms(characters: list) -> list:
    """Value × weight mod 31 of each of the first 17 characters that belongs to the alphabet; 0 for others."""
    out = []
    for i in range(min(len(WEIGHTS), len(characters))):
        value = ALPHABET.find(characters[i])
        out.append(value * WEIGHTS[i] % 31 if value >= 0 else 0)
    return out


def added(numbers: list) -> int:
    """The sum of a list."""
    total = 0
    for number in numbers:
        total = total + number
    return total


def check_character(characters: list) -> str:
    """What the 18th character must be, given 17 of the alphabet."""
    return ALPHABET[(31 - added(terms(characters)) % 31) % 31]


def inner_check(characters: list) -> str:
    """What the 17th character must be by the organisation code's own rule, given characters 9 to 16."""
    total = 0
    for i in range(len(INNER_WEIGHTS)):
        total = total + LETTERS.find(characters[8 + i]) * INNER_WEIGHTS[i]
    return INNER_CHECKS[(11 - total % 11) % 11]


def fits(characters: list) -> bool:
    """Whether 18 characters of the alphabet have digits for the place and both check characters right."""
    for i in range(2, 8):
        if DIGITS.find(characters[i]) < 0:
            return False
    return characters[16] == inner_check(characters) and characters[17] == check_character(characters)


def slips(characters: list) -> list:
    """Every single slip that would explain 18 characters that do not fit: a swap of neighbours, or one wrong character.

    Each is {"kind": "swap" | "wrong", "position": from 1, "right": the character(s) that should stand there}.
    """
    found = []
    for i in range(LENGTH - 1):
        if characters[i] != characters[i + 1]:
            tried = [c for c in characters]
            tried[i] = characters[i + 1]
            tried[i + 1] = characters[i]
            if fits(tried):
                found.append({"kind": "swap", "position": i + 1, "right": tried[i] + tried[i + 1]})
    for i in range(LENGTH):
        tried = [c for c in characters]
        for right in ALPHABET:
            if right != characters[i]:
                tried[i] = right
                if fits(tried):
                    found.append({"kind": "wrong", "position": i + 1, "right": right})
    return found


def named(table: list, authority: str, category: str) -> str:
    """The name in a table of evidence, or "" if the table has none; `category` "" asks for an authority."""
    for entry in table:
        if entry["authority"] == authority and entry["category"] == category:
            return entry["name"]
    return ""


def run(params: dict, data: dict) -> dict:
    """The code in its parts, every fault with its position, and the verdict."""
    typed = read(params["code"])
    characters = typed["characters"]
    count = len(characters)
    others = []
    forbidden = []
    letters_in_place = []
    for i in range(count):
        if characters[i] == "?":
            others.append(i + 1)
        elif ALPHABET.find(characters[i]) < 0:
            forbidden.append(i + 1)
        elif 2 <= i and i < 8 and DIGITS.find(characters[i]) < 0:
            letters_in_place.append(i + 1)

    readable = len(others) == 0 and len(forbidden) == 0 and count == LENGTH
    expected = ""
    inner_expected = ""
    explained = []
    reading = ""
    verdict = "fits"
    if count == 0:
        verdict = "empty"
    elif len(others) > 0:
        verdict = "other"
    elif len(forbidden) > 0:
        verdict = "forbidden"
        if count == LENGTH:
            meant = [LOOKALIKES[c] if c in LOOKALIKES else c for c in characters]
            if fits(meant):
                reading = "".join(meant)
    elif count != LENGTH:
        verdict = "length"
    else:
        expected = check_character(characters)
        inner_expected = inner_check(characters)
        if len(letters_in_place) > 0:
            verdict = "place"
        elif expected != characters[17]:
            verdict = "check"
        elif inner_expected != characters[16]:
            verdict = "inner"
        if verdict != "fits":
            explained = slips(characters)

    contributions = terms(characters)
    total = added(contributions)
    faulty = others + forbidden
    if readable:
        faulty = letters_in_place
        if expected != characters[17]:
            faulty = faulty + [18]
        if inner_expected != characters[16]:
            faulty = faulty + [17]
    faulty = [i for i in faulty if i <= LENGTH]
    bars = [contributions[i] if i < len(contributions) else 0 for i in range(LENGTH - 1)]
    boxes = [characters[i] if i < count else "" for i in range(LENGTH)]
    authority = characters[0] if count > 0 else ""
    category = characters[1] if count > 1 else ""
    return {
        "code": "".join(characters),
        "count": count,
        "lower": typed["lower"],
        "wide": typed["wide"],
        "removed": typed["removed"],
        "others": others,
        "forbidden": forbidden,
        "letters_in_place": letters_in_place,
        "verdict": verdict,
        "valid": verdict == "fits",
        "expected": expected,
        "inner_expected": inner_expected,
        "reading": reading,
        "slips": explained,
        "authority": named(data["authorities"], authority, "") if authority != "" else "",
        "category": named(data["categories"], authority, category) if category != "" else "",
        "terms": bars,
        "sum": total,
        "boxes": boxes,
        "fault_boxes": faulty,
        "fault_heights": [-0.74 for _ in faulty],
        "sum_at": [9.5] if readable else [],
        "sum_label": [[total, total // 31, total % 31, (31 - total % 31) % 31, expected]] if readable else [],
    }


def each_once(characters: list) -> list:
    """The same characters, each once."""
    seen = []
    for character in characters:
        if character not in seen:
            seen.append(character)
    return seen


def at_positions(positions: list, words: dict) -> str:
    """ "position 3", "positions 3 and 5"."""
    listed = join([whole(i, words) for i in positions], words)
    return fill(plural(len(positions), words, "position"), {"n": listed})


def slip_said(slip: dict, words: dict) -> str:
    """One slip that would explain the fault, in words."""
    slots = {
        "position": whole(slip["position"], words),
        "next": whole(slip["position"] + 1, words),
        "right": slip["right"],
    }
    return fill(words["slip_" + slip["kind"]], slots)


def say(params: dict, result: dict, data: dict, words: dict) -> str:
    """The verdict with the exact fault, what was tidied, and the one slip that would explain it if there is just one."""
    verdict = result["verdict"]
    if verdict == "empty":
        return words["say_empty"]
    characters = result["code"]
    slots = {
        "code": characters,
        "count": said_number(result["count"], words),
        "characters": plural(result["count"], words, "character"),
        "others": at_positions(result["others"], words),
        "forbidden": at_positions(result["forbidden"], words),
        "letters": join(each_once([characters[i - 1] for i in result["forbidden"]]), words),
        "place": at_positions(result["letters_in_place"], words),
        "expected": result["expected"],
        "given": characters[17] if result["count"] > 17 else "",
        "inner": result["inner_expected"],
        "inner_given": characters[16] if result["count"] > 16 else "",
        "reading": result["reading"],
        "missing": said_number(abs(LENGTH - result["count"]), words),
    }
    parts = [fill(words["say_" + verdict], slots)]
    if result["count"] != LENGTH and verdict != "empty":
        parts.append(fill(words["say_short" if result["count"] < LENGTH else "say_long"], slots))
    if len(result["forbidden"]) > 0 and verdict == "other":
        parts.append(fill(words["say_forbidden"], slots))
    if verdict == "check" and result["inner_expected"] != characters[16]:
        parts.append(fill(words["say_inner_too"], slots))
    if result["reading"] != "":
        parts.append(fill(words["say_reading"], slots))
    # A swap of neighbours is the commonest slip of a typist and explains by far the least by accident: it is named first.
    few = [slip for slip in result["slips"] if slip["kind"] == "swap"]
    if len(few) == 0:
        few = result["slips"]
    if len(few) > 0 and len(few) <= 3:
        parts.append(fill(words["say_slip"], {"slips": words["or"].join([slip_said(slip, words) for slip in few])}))
    if len(result["slips"]) > 3 or len(few) < len(result["slips"]):
        parts.append(words["say_slips"])
    if result["expected"] != "" and (result["authority"] == "" or result["category"] == ""):
        parts.append(words["say_unknown"])
    tidied = []
    for kind in ["lower", "wide", "removed"]:
        if result[kind] > 0:
            tidied.append(words["tidied_" + kind])
    if len(tidied) > 0:
        parts.append(fill(words["say_tidied"], {"tidied": join(tidied, words)}))
    return " ".join(parts)


def meaning(part: str, result: dict, words: dict) -> str:
    """What a part of the code says, or that it is not known here."""
    if part == "authority" or part == "category":
        return result[part] if result[part] != "" else words["unknown"]
    return words["meaning_" + part]


def rows(params: dict, result: dict, data: dict, words: dict) -> list:
    """Each part of the code, its characters, and what they mean."""
    table = []
    for part in PARTS:
        first = part[1]
        last = part[2]
        found = "".join(result["boxes"][first - 1 : last])
        where = fill(words["at"], {"first": whole(first, words), "last": whole(last, words)})
        if first == last:
            where = whole(first, words)
        table.append(
            [
                words["part_" + part[0]],
                where,
                found if found != "" else words["nothing"],
                meaning(part[0], result, words),
            ]
        )
    if result["expected"] != "":
        outer = {"expected": result["expected"], "given": result["boxes"][17]}
        inner = {"expected": result["inner_expected"], "given": result["boxes"][16]}
        table.append([words["row_inner"], whole(17, words), inner["given"], fill(words["must_be"], inner)])
        table.append([words["row_outer"], whole(18, words), outer["given"], fill(words["must_be"], outer)])
        product = {"sum": whole(result["sum"], words), "rest": whole(result["sum"] % 31, words)}
        table.append(
            [words["row_sum"], words["nothing"], whole(result["sum"], words), fill(words["remainder"], product)]
        )
    for slip in result["slips"]:
        table.append([words["row_slip"], whole(slip["position"], words), slip["right"], slip_said(slip, words)])
    return table
