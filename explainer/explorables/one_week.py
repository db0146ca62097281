"""A week of behaviour under twelve published rulebooks of nine places: no common score."""

from __future__ import annotations

import re
from typing import Any

from explainer.charts.figure import axis, figure, hidden
from explainer.evidence.tables import plain
from explainer.explorables.contract import Bind, Choice, Explorable, Range, Switch
from explainer.models.one_week import bar_at
from explainer.words import COMMON

GAIN, LOSS, PAPER, QUIET = "@good", "@accent", "@paper", "@quiet"
LEFT, RIGHT = -345, 440  # points drawn; the week's largest loss is 300, the rest of the right is for words

# scheme -> (name in the figure, name in the sentence); in the order drawn. Years and scales come from the tables.
LANES = {
    "suining-2010": ("Suining", "Suining’s mass credit"),
    "rongcheng-before-2021": ("Rongcheng, city", "Rongcheng’s city points"),
    "rongcheng-villages": ("Rongcheng, villages", "Rongcheng’s village credit"),
    "weihai-seashell": ("Weihai", "Weihai’s Seashell points"),
    "suqian-xichu": ("Suqian", "Suqian’s Xichu points"),
    "suzhou-osmanthus": ("Suzhou, Osmanthus", "Suzhou’s Osmanthus points"),
    "suzhou-civility": ("Suzhou, civility code", "Suzhou’s civility code"),
    "xiamen-egret": ("Xiamen", "Xiamen’s Egret points"),
    "fuzhou-jasmine": ("Fuzhou", "Fuzhou’s Jasmine points"),
    "hangzhou-qianjiang": ("Hangzhou", "Hangzhou’s Qianjiang points"),
    "nanjing-traffic": ("Nanjing, traffic", "Nanjing’s credit in traffic"),
    "nanjing-card": ("Nanjing, card", "Nanjing’s citizen card"),
}
UNNUMBERED = ("nanjing-traffic", "nanjing-card")

# act -> the lines of `rules` that speak of it. Beside a line: `kind` where it has no points and why; `per`, `first` and
# `last` where its condition counts hours; `least` where its condition names a threshold. A test holds these to it.
MATCHES: dict[str, dict[str, dict]] = {
    "hours": {
        "rc-village-volunteering": {"per": 4},
        "weihai-hours-1": {"last": 20},
        "weihai-hours-21": {"first": 21, "per": 2},
        "suqian-volunteering": {},
        "civility-volunteering": {},
        "fuzhou-star-volunteer": {"kind": "title"},
        "hangzhou-prosocial": {"kind": "weights"},
        "nanjing-card-deeds": {"kind": "card"},
        "nanjing-repair": {"kind": "repair"},
    },
    "blood": {
        "weihai-blood": {},
        "suqian-blood": {},
        "osmanthus-blood": {},
        "hangzhou-prosocial": {"kind": "weights"},
        "nanjing-card-deeds": {"kind": "card"},
    },
    "wheel": {"suining-traffic": {}, "suqian-traffic": {}, "civility-red-light": {}},
    "foot": {"suining-traffic": {}, "suqian-traffic": {}, "nanjing-red-light": {"kind": "record", "least": 5}},
    "bill": {"suining-water-bill": {}, "rongcheng-late-fees": {}, "suqian-bills": {}},
    "loan": {"suining-loan-arrears": {}, "rongcheng-bank-arrears": {}, "suqian-loans": {}},
    "judgment": {"rongcheng-debt-court": {}, "hangzhou-law": {"kind": "weights"}},
    "charge": {"xiamen-offence": {}, "fuzhou-offence": {}, "hangzhou-law": {"kind": "weights"}},
    "speeding": {"suining-traffic": {}, "suqian-traffic": {}, "osmanthus-speeding": {}},
    "litter": {"rc-village-litter": {}, "xiamen-waste": {"kind": "weights"}},
    "post": {"suining-online-posts": {}},
    "petition": {"suining-petitioning": {}},
    "parents": {"suining-elderly": {}, "rc-village-elderly": {}},
    "brave": {"suining-brave-act": {}, "nanjing-card-deeds": {"kind": "card"}},
}

YEARS = ("2009", "2010", "2014", "2018", "2019", "2020", "2021", "2022", "2024", "2026")

# What stands in the figure beside a bar; at most 28 characters, for a phone.
LABELS = {
    **COMMON,
    "plus": "+",
    "range": "{sure} to {worst}",
    "up_to": "up to {worst}",
    "or_worse": "{sure} or worse",
    "silent": "; {n} unread",
    "lane_unread": "counts; value not read",
    "lane_weights": "counts; weights not public",
    "lane_record": "on record a year, no points",
    "lane_repair": "on record; can be repaired",
    "lane_card": "a card, no points",
    "lane_title": "a yearly title, not hours",
    "lane_idle": "no record to repair",
    "lane_below": "below five: nothing yet",
    "lane_later": "rule read is from later",
    "lane_none": "no rule found",
    "lane_empty": "no change",
    "lane_before": "none found yet in {year}",
    "lane_ended": "ended before {year}",
    "lane_unseen": "not found any more in {year}",
}

WORDS = {
    "say_empty": "An empty week: nobody did anything, so no rulebook has anything to add or take. No line that we "
    "read takes points for "
    "an idle week.",
    "say_empty_year": "In {year} {in_force} of {total} rulebooks were in use, as far as found.",
    "say_nothing_yet": "In {year} none of the {total} rulebooks was in use yet: the oldest, Suining’s, began in "
    "January 2010. The week "
    "({week}) meets no score.",
    "say_nothing_left": "In {year} none of the {total} rulebooks is found in use any more; that is a limit of "
    "what we found, not proof "
    "that all have ended.",
    "say_week": "The week: {week}.",
    "say_week_year": "The week, in {year}: {week}. In use then, as far as found: {in_force} of {total} rulebooks.",
    "say_low": "Most may be taken by {lane}: {points} ({scale}; {level}, rules of {edition}; source: {source}).",
    "say_high": "Most is given by {lane}: {points} ({level}, rules of {edition}; source: {source}).",
    "say_no_number": "No rulebook here puts a number on it.",
    "say_counts": "Rulebooks with a number: {points}. Counted without a number that we could read: {other}. No "
    "rule found, or none that applies yet: {none}.",
    "say_repair": "Nanjing keeps the record a year; volunteering in traffic can repair it.",
    "say_idle": "In Nanjing volunteering repairs a traffic record; here there is none yet, and nothing is saved up.",
    "say_everything": "Everything stands at its maximum. Nobody lives such a week; even so the rulebooks do not "
    "agree whether it is good "
    "or bad.",
    "say_scales": "Points of one city are not points of another.",
    "act_hours_one": "{n} hour of volunteering",
    "act_hours_other": "{n} hours of volunteering",
    "act_blood_one": "a blood donation",
    "act_blood_other": "{n} blood donations",
    "act_foot_one": "one red light crossed on foot",
    "act_foot_other": "{n} red lights crossed on foot",
    "act_wheel_one": "one red light run at the wheel",
    "act_wheel_other": "{n} red lights run at the wheel",
    **{
        f"act_{act}_{number}": said
        for act, said in {
            "bill": "a water bill unpaid",
            "loan": "a loan instalment missed",
            "judgment": "a debt confirmed by a court",
            "charge": "a legal charge on record",
            "speeding": "a speeding offence",
            "litter": "seed shells dropped in the street",
            "post": "a post judged malicious",
            "petition": "a petition judged disruptive",
            "parents": "parents not supported",
            "brave": "a brave act for others",
        }.items()
        for number in ("one", "other")
    },
    "name_hours": "Volunteering",
    "name_blood": "Blood donation",
    "name_foot": "Red light, on foot",
    "name_wheel": "Red light, at the wheel",
    "name_bill": "Water bill unpaid",
    "name_loan": "Loan instalment missed",
    "name_judgment": "Debt confirmed by a court",
    "name_charge": "Legal charge",
    "name_speeding": "Speeding",
    "name_litter": "Litter",
    "name_post": "Critical post",
    "name_petition": "Petitioning",
    "name_parents": "Parents not supported",
    "name_brave": "Brave act",
    "week": "The week",
    "afterwards": "What became of it",
    "none": "none",
    "row_rule": "{behaviour} ({condition})",
    "row_rule_bare": "{behaviour}",
    "row_none": "No rule found in what was read",
    "row_empty": "An empty week: no act to look up",
    "row_before": "No rule of this scheme found that was in use in {year}",
    "row_ended": "Ended before {year}",
    "row_unseen": "Not found any more in {year}",
    "line_unread": "counts, value not read",
    "line_weights": "counts, weights not published",
    "line_record": "a record, no points",
    "line_repair": "repairs the record",
    "line_idle": "nothing to repair",
    "line_card": "a card, no points",
    "line_title": "1 to 5 a year, by title",
    "line_below": "below the threshold",
    "line_later": "a later edition, not applied",
}


def scale(row: dict) -> str:
    """Where a scheme's points begin and end, as far as read."""
    base, low, high = row["base"], row["lowest"], row["highest"]
    if row["id"] in UNNUMBERED:
        return "no points"
    if low is not None and high is not None:
        return f"scale {low:,.0f} to {high:,.0f}"
    if base is not None and high is not None and high > base:
        return f"{base:,.0f} to {high:,.0f}"
    if base is not None:
        return f"starts at {base:,.0f}"
    if high is not None:
        return f"up to {high:,.0f}"
    return "scale not read"


def data(evidence: Any) -> dict:
    """The lanes, from `schemes`, and their lines, from `rules`; labels of the figure."""
    found = {row["id"]: row for row in evidence.rows("rules")}
    rules = []
    for act, lines in MATCHES.items():
        for key, given in lines.items():
            row = plain(found[key])
            low, high = found[key]["points_low"], found[key]["points_high"]
            ends = (low is not None, high is not None)
            kind = {(True, True): "points", (True, False): "upto", (False, True): "worse"}.get(ends, "unread")
            rules.append(
                {
                    "lane": ";".join(row["scheme"]) if isinstance(row["scheme"], list) else row["scheme"],
                    "act": act,
                    "id": key,
                    "kind": given.get("kind", kind),
                    "low": low or 0,
                    "high": high or 0,
                    "per": given.get("per", 1),
                    "first": given.get("first", 1),
                    "last": given.get("last", 1000),
                    "least": given.get("least", 0),
                    "behaviour": row["behaviour"],
                    "condition": row["condition"],
                    "edition": int(row["edition"]),
                    "grade": row["grade"],
                    "source": re.sub(r" no date.*", ", undated", evidence.sources[found[key]["sources"][0]].label),
                }
            )
    lanes = []
    for key, (short, long) in LANES.items():
        row = evidence.row("schemes", key)
        own = [rule for rule in rules if rule["lane"] == key]
        editions = sorted({rule["edition"] for rule in own})
        edition = str(editions[0]) if len(editions) == 1 else f"{editions[0]}–{editions[-1]}"
        lanes.append(
            {
                "id": key,
                "short": short,
                "long": long,
                "edition": edition,
                "scale": scale(row),
                "level": row["level"],
                "grade": row["grade"],
                "start": max(editions[0], int(row["from"][:4]) if row["from"] else 0),
                "end": int(row["to"][:4]) if row["to"] else 0,
                # the last year that the row of the scheme names is the last in which it was found
                "seen": int(re.findall(r"\b20\d\d\b", row["outcome"])[-1]),
                "outcome": row["outcome"],
            }
        )
    return {
        "lanes": lanes,
        "rules": rules,
        "years": {"all": 0, **{year: int(year) for year in YEARS}},
        "oldest": min(lane["start"] for lane in lanes),
        "labels": LABELS,
    }


def draw(params: dict, result: dict, data: dict):
    """A lane a rulebook: its name above, gains to the right of 0, losses to the left, and what they come to."""
    places = [bar_at(i) for i in range(len(data["lanes"]))]
    bar = {"type": "bar", "orientation": "h", "width": 0.42}
    words = {"type": "scatter", "mode": "text", "textposition": "middle right", "cliponaxis": False}
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "x": [0 if end else None for _ in places for end in (1, 1, 0)],
            "y": [end and y + end for y in places for end in (0.22, -0.3, None)],
            "line": {"color": "@edge", "width": 1},
        },
        {**bar, "x": result["gain"], "y": places, "marker": {"color": GAIN}},
        {**bar, "x": result["sure"], "y": places, "marker": {"color": LOSS}},
        {
            **bar,
            "x": result["further"],
            "y": result["further_y"],
            "base": result["further_from"],
            "marker": {"color": PAPER, "line": {"color": LOSS, "width": 1.5}},
        },
        {
            "type": "scatter",
            "mode": "markers",
            "x": result["marks_x"],
            "y": result["marks_y"],
            "marker": {"symbol": "diamond-open", "size": 10, "color": "@ink", "opacity": 1},
        },
        {
            **words,
            "x": result["text_x"],
            "y": places,
            "text": result["text"],
            "textfont": {"size": 13, "color": "@ink"},
        },
        {
            **words,
            "x": [LEFT for _ in places],
            "y": [y + 0.48 for y in places],
            "textfont": {"size": 12, "color": QUIET},
            "text": [f"<b>{lane['short']}</b> {lane['edition']}, {lane['scale']}" for lane in data["lanes"]],
        },
    ]
    return figure(
        traces,
        x=axis(
            "← points lost · points gained →, each on its own scale",
            range=[LEFT, RIGHT],
            tickvals=[-300, -200, -100, 0],
        ),
        y=hidden(range=[places[-1] - 0.4, 0.62]),
        barmode="overlay",
        margin={"l": 6, "r": 6, "t": 4, "b": 40},
    )


EXPLORABLE = Explorable(
    name="one-week",
    title="The same week gains points here, loses them there, and elsewhere meets no rule: twelve rulebooks, no "
    "common score",
    model="one_week",
    controls=(
        Range("hours", "Volunteering", 4, 0, 40, 4, " hours"),
        Switch("blood", "Gives blood", True),
        Range("lights", "Red lights run", 1, 0, 5, 1),
        Choice("way", "Red lights: how", "wheel", {"foot": "on foot", "wheel": "at the wheel"}),
        Choice(
            "extra",
            "One more thing",
            "bill",
            {
                "nothing": "nothing",
                "bill": "a water bill left unpaid",
                "loan": "a loan instalment missed",
                "judgment": "a debt confirmed by a court",
                "charge": "a legal charge",
                "speeding": "driving too fast",
                "litter": "seed shells dropped in the street",
                "post": "a critical post online",
                "petition": "petitioning again and again",
                "parents": "not supporting old parents",
                "brave": "a brave act for others",
            },
        ),
        Choice(
            "year",
            "Rulebooks in use in",
            "all",
            {"all": "any year: each as last read", **{year: year for year in YEARS}},
            help="A scheme leaves when it ended, or after the last year in which we found it.",
        ),
    ),
    figure=draw,
    bindings=(
        Bind("data[1].x", "gain"),
        Bind("data[2].x", "sure"),
        Bind("data[3].x", "further"),
        Bind("data[3].y", "further_y"),
        Bind("data[3].base", "further_from"),
        Bind("data[4].x", "marks_x"),
        Bind("data[4].y", "marks_y"),
        Bind("data[5].x", "text_x"),
        Bind("data[5].text", "text"),
    ),
    columns=("Rulebook", "Act", "Rule, in our words", "Edition", "Grade", "Points"),
    words=WORDS,
    assumptions=(
        "The week is invented; each line is a row of our table of rules, which says how far its source was read. "
        "A rulebook is not practice: "
        "who was really scored, and by whom, is mostly unknown.",
        "“No rule found” means none in what we read. Of Rongcheng’s city table only the part on commerce and "
        "public fees was read.",
        "An offence is taken as recorded, and an act as the rule names it: a post counts in Suining only if "
        "judged malicious. Suining’s line on "
        "traffic offences is applied to walkers too, and Nanjing’s and Suzhou’s to no one but whom they name.",
        "Hours and red lights start at zero. The village lines come from more than one village.",
    ),
    tries=(
        "Find a week that one place rewards and another punishes.",
        "Take away every act but the critical post. How many rulebooks notice?",
        "Run five red lights on foot, then at the wheel. Which rulebook changes?",
    ),
    discover="No week scores alike: the sign, the size and the very question whether an act counts depend on the "
    "rulebook, and most rulebooks "
    "have no line for most acts.",
    alt="Twelve lanes, one a rulebook. Bars to the right are points gained, bars to the left points lost, an "
    "outline what may be lost on top; a "
    "diamond marks acts that count without a number. Beside each stands what it comes to.",
    sources=(
        "xinhua2014suining",
        "rongchengpoints",
        "weihaifgw2020",
        "economist2019",
        "dataethics2021",
        "suzhoucodeintro2020",
        "lewisnesta",
        "fuzhouvolunteers2020",
        "hangzhoudaily2018",
        "nanjing2018rules",
    ),
    data=data,
    heights=(520, 540),
    caption="An invented week under real rulebooks. Outline: what a range may add. Diamond: counts, but no number "
    "was read.",
)
