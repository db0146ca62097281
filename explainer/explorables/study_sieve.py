"""Demand more of a study, and watch the studies fall away."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, label, marks, words
from explainer.explorables.contract import Bind, Explorable, Guess, Range, Switch
from explainer.models.study_sieve import DEMANDS, DIRECTIONS, WAY, height, places

ENTRIES = 30  # rows of the table; a test keeps it so, since a control is declared before any evidence is read
LEFT, RIGHT = -0.5, 6.75
LABELS = 164  # CSS pixels for the names, at the left

GROUP_OF = {"people": 0, "firms": 1, "both": 1, "courts": 2, "opinions": 3}
HEADS = {
    "people": "<b>People: {n} of {all}</b>",
    "firms": "<b>Firms, banks: {n} of {all}</b>",
    "courts": "<b>Courts and offices: {n} of {all}</b>",
    "opinions": "<b>Opinions: {n} of {all}</b>",
}
COLUMNS = {
    "conduct": "conduct",
    "compared": "compared",
    "people": "people",
    "state": "state scheme",
    "reviewed": "peer-reviewed",
    "closely": "read closely",
}
WAYS = {
    "as intended": "intended",
    "reverse": "reverse",
    "mixed": "mixed",
    "no comparison": "none",
    "opinion": "opinion",
}
# which way -> symbol, size, colour
LOOKS = {
    "intended": ("triangle-up", 12, "@good"),
    "reverse": ("triangle-down", 12, "@accent"),
    "mixed": ("diamond", 11, "@warn"),
    "none": ("circle-open", 9, "@quiet"),
    "opinion": ("x", 8, "@quiet"),
}
KEY = (
    "▲ as intended, ▼ the reverse, ◆ mixed<br>"
    "○ no comparison, × an opinion, not an effect<br>"
    "■ yes to the question above, • no"
)

WORDS = {
    "sources_between": "; ",
    "stop": ".",
    "nothing": "–",
    "no_size": "no size in what we read",
    "none_left": "Nothing is left.",
    "about_people": "people",
    "about_firms": "firms",
    "about_both": "people and firms together",
    "about_courts": "debtors and public bodies, counted by courts or offices",
    "about_opinions": "opinions of people",
    "compared_lot": "groups drawn by lot",
    "compared_chosen": "places or firms that were chosen, not drawn",
    "compared_none": "no",
    "way_intended": "as intended: {n}",
    "way_reverse": "the reverse: {n}",
    "way_mixed": "mixed: {n}",
    "way_none": "no comparison: {n}",
    "way_opinion": "opinions: {n}",
    "cell_intended": "as intended",
    "cell_reverse": "the reverse",
    "cell_mixed": "mixed",
    "cell_none": "no comparison",
    "cell_opinion": "an opinion",
    "size": " Size: {size}.",
    "say_guess": "You guessed {guess}; it is {core} of {all}.",
    "say_none_one": "No entry of {all} meets this demand.",
    "say_none_other": "No entry of {all} meets these {demands} demands together.",
    "say_open": "Nothing is demanded yet, so all {all} entries stand.",
    "say_left_one": "{left} entry of {all} is left.",
    "say_left_other": "{left} entries of {all} are left.",
    "say_lots": "With groups drawn by lot: {lots}.",
    "say_no_lots": "None drew its groups by lot.",
    "say_clamped": "Fewer are left than the number asked for, so the last one is read.",
    "say_entry": "Number {number}, {label} ({year}); measured: {outcome}. {finding}{size} (Grade {grade}; {sources}.)",
}


def entries(evidence: Any) -> dict:
    """Every row of the table `effect_evidence`, by group and year, with what the picture needs."""
    found = [
        {
            "label": row["label"],
            "year": row["year"] or "no year shown",
            "about": row["about"],
            "outcome": row["outcome"],
            "measured": row["measured"],
            "compared": row["compared"],
            "state": row["state"] == "yes",
            "reviewed": row["reviewed"] == "yes",
            "closely": row["read"] == "more",
            "direction": WAYS[row["direction"]],
            "size": row["size"] or "",
            "finding": row["finding"],
            "grade": row["grade"],
            "sources": [evidence.sources[key].label for key in row["sources"]],
        }
        for row in evidence.rows("effect_evidence")
    ]
    return {
        "entries": sorted(found, key=lambda entry: (GROUP_OF[entry["about"]], entry["year"])),
        "heads": HEADS,
        "label_at": LEFT,
        "right": RIGHT,
        "guessed": "you guessed {n}, it is {core}",
    }


def draw(params: dict, result: dict, data: dict):
    """A row an entry: squares where it meets a demand, and a symbol for the way it points."""
    heads = places(data)["heads"]
    top = height(data)
    traces = [
        _marks(result["full"], "square", 11, "@calm"),
        _marks(result["empty"], "circle", 3, "@muted-mark"),
        *(_marks(result["ways"][way], *LOOKS[way]) for way in DIRECTIONS),
        words(**result["kept"], position="middle left", size=12),
        words(**result["gone"], colour="@quiet", position="middle left", size=12),
        words([LEFT] * len(heads), heads, result["heads"], position="middle left"),
        words(**result["guess"], position="middle left", size=12),
        _marks(result["underlined"], "line-ew", 16, "@accent"),
    ]
    ink = {"size": 12, "color": "@ink"}
    above = {"textangle": -90, "yanchor": "bottom", "xanchor": "center", "yshift": 4, "font": ink}
    labels = [
        *(label(COLUMNS[name], column, top, **above) for column, name in enumerate(DEMANDS)),
        label("which way", WAY, top, **above),
        label(KEY, 0, 0, xref="paper", yref="paper", xshift=4 - LABELS, yanchor="top", yshift=-4, font=ink),
    ]
    return figure(
        traces,
        x=hidden(range=[LEFT, RIGHT]),
        y=hidden(range=[-0.2, top]),
        annotations=labels,
        margin={"l": LABELS, "r": 6, "t": 96, "b": 60},
    )


def _marks(at: dict, symbol: str, size: int, colour: str) -> dict:
    return marks(at, {"symbol": symbol, "size": size, "color": colour, "line": {"color": colour, "width": 1.5}})


EXPLORABLE = Explorable(
    name="study-sieve",
    title="Many entries say that it works; ask for people, conduct, a comparison and a state scheme, and one is left",
    model="study_sieve",
    controls=(
        Guess(
            "guess",
            f"Here are {ENTRIES} studies, counts and surveys. How many compare what people do, with and without a "
            "state scheme?",
            0,
            ENTRIES,
            1,
            "",
            why="Whom do the others look at, and why them?",
        ),
        Switch("conduct", "Conduct was measured", False, help="Not what people say or think."),
        Switch("compared", "There was a comparison", False, help="With places or people not treated."),
        Switch("people", "People, apart from firms", False),
        Switch("state", "A state scheme in force", False, help="Not a private or an invented score."),
        Switch("reviewed", "Peer-reviewed", False, help="A dot: not reviewed, or the text that we read does not say so."),
        Switch("closely", "We read more than the abstract", False),
        Range(
            "entry",
            "Entry read out",
            1,
            1,
            ENTRIES,
            1,
            help="Steps through the entries that are left, from the top: focus it and press the arrow keys.",
        ),
    ),
    figure=draw,
    bindings=(
        *(
            Bind(f"data[{place}].{side}", f"{name}.{side}")
            for place, name in ((0, "full"), (1, "empty"))
            for side in "xy"
        ),
        *(
            Bind(f"data[{place}].{side}", f"ways.{way}.{side}")
            for place, way in enumerate(DIRECTIONS, 2)
            for side in "xy"
        ),
        *(
            Bind(f"data[{place}].{side}", f"{name}.{side}")
            for place, name in ((7, "kept"), (8, "gone"), (10, "guess"))
            for side in ("x", "y", "text")
        ),
        Bind("data[9].text", "heads"),
        *(Bind(f"data[11].{side}", f"underlined.{side}") for side in "xy"),
    ),
    columns=(
        "Entry",
        "Year",
        "About",
        "Measured",
        "Compared with",
        "Which way",
        "Size",
        "Finding",
        "Yes to how many of the six questions",
        "Grade",
        "Sources",
    ),
    words=WORDS,
    assumptions=(
        "These are the entries that we found. Studies that find nothing are seldom printed, so the list leans towards "
        "effects.",
        "“As intended” means the way that the makers of the system want. Whether that is good is another question.",
        "The number of squares is no mark of quality. A court's own count can have four, and without a comparison it shows "
        "no effect at all.",
        "Nothing is averaged. Ten studies of the same pilot cities are not ten independent tests.",
        "Peer review counts as missing where the text read does not show it.",
        "We read most studies in their abstracts. “Read closely” is a demand on us, not on the authors.",
    ),
    tries=(
        "Demand people, conduct, a comparison and a state scheme. What does the one study left measure?",
        "Demand conduct and a comparison alone. How many of those left are about people apart from firms?",
        "Find the two games about trust. Which way does each point, and whose score did each use?",
    ),
    discover="Conduct and a comparison leave mostly firms; people, conduct, a comparison and a state scheme together "
    "leave one study, of household spending; with the close reading as well, none.",
    alt="Thirty rows in four groups: people, firms and banks, courts and offices, opinions. Squares show which of six "
    "questions each answers with yes, a symbol which way it points. Nearly all rows that point as intended are about firms. The "
    "table lists every entry.",
    sources=("huangtao2023", "zuoenv2023", "houconsumption2025", "zhangqiu2018"),
    data=entries,
    heights=(720, 720),
    caption="A row is one study, count or survey. Squares: questions answered yes. Underlined above: demanded. A name without marks "
    "fell through. Bold: the entry read out.",
)
