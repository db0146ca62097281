"""One breach and a hundred people: what a fine takes from each, and what a list with joint measures takes."""

from __future__ import annotations

from typing import Any

from explainer.charts.figure import figure, hidden, label, lettering
from explainer.explorables.contract import Bind, Choice, Draw, Explorable, Guess, Range
from explainer.models.one_breach import DECADES, FIELDS, GRAVEST, NOTHING

FINE, LIST = "@calm", "@accent"

WORDS = {
    "yuan": "{n} yuan",
    "day_one": "{n} day’s income",
    "day_other": "{n} days’ income",
    "measure_one": "{n} measure",
    "measure_other": "{n} measures",
    "times_one": "{n} time",
    "times_other": "{n} times",
    "say_fine": "All 100 did the same. The fine takes {fine} from each.",
    "say_fine_days": "All 100 did the same. The fine takes {fine} from the 10th person and {fine_high} from the 90th.",
    "say_no_list": "No measure acts, so the list costs nobody anything.",
    "say_nothing": "The list with {measures} costs {nothing} of 100 people nothing, and the hardest hit {highest}.",
    "say_from_nothing": "The list with {measures} costs {nothing} of 100 people nothing, the 90th {high} and the "
    "hardest hit {highest}.",
    "say_equal": "The list with {measures} costs the 10th and the 90th the same: {low}.",
    "say_list": "The list with {measures} costs the 10th {low} and the 90th {high}, {ratio} times as much; the ten "
    "hardest hit bear {top} of the whole cost.",
    "say_fixed": "A graver breach would raise the fine and leave the list as it is.",
    "say_graded": "Time on the list grows with the breach; the gap between people stays.",
    "say_guess": "You guessed {guess}.",
    "row_fine": "Fine",
    "row_alone": "{name}, alone",
    "row_list": "List: all of these together",
}


def data(evidence: Any) -> dict:
    """The measures as the national list of 2021 numbers and names them."""
    wanted = [field[0] for field in FIELDS]
    found = {row["id"]: f"{row['number']}. {row['name']}" for row in evidence.rows("measures") if row["id"] in wanted}
    return {"names": {name: found[name] for name in wanted}}


def draw(params: dict, result: dict, data: dict):
    """Two strips of 100 marks on one tenfold scale: above what the fine costs each, below what the list costs each."""
    traces = [
        _marks(result["fine_marks"], "y", {"symbol": "circle", "size": 6, "color": FINE}),
        _marks(result["list_marks"], "y2", {"symbol": "square", "size": 6, "color": LIST}),
        _line(result["low_line"], "dot"),
        _line(result["high_line"], "solid"),
        {**lettering(result["low_at"], [1.12], "10th ", "@ink", "middle left"), "yaxis": "y2"},
        {**lettering(result["high_at"], [1.12], " 90th", "@ink", "middle right"), "yaxis": "y2"},
        _ticks(result["yuan_ticks"], ["nothing", "10", "1,000", "100,000"]),
        _ticks(result["day_ticks"], ["nothing", "1", "100", "10,000"]),
        _numbers(
            result["yuan_at"], result["fine_label"], "<b>Fine</b>: %{customdata[0]:,.0f} yuan from each", FINE, "y"
        ),
        _numbers(
            result["days_at"],
            result["fine_label"],
            "<b>Fine</b>: 10th %{customdata[0]:,.1f}, 90th %{customdata[1]:,.1f} days’ income",
            FINE,
            "y",
        ),
        _numbers(
            result["yuan_at"],
            result["list_label"],
            "<b>List</b>: 10th %{customdata[0]:,.0f}, 90th %{customdata[1]:,.0f} yuan",
            LIST,
            "y2",
        ),
        _numbers(
            result["days_at"],
            result["list_label"],
            "<b>List</b>: 10th %{customdata[0]:,.1f}, 90th %{customdata[1]:,.1f} days’ income",
            LIST,
            "y2",
        ),
        {
            **lettering(result["ratio_at"], [1.36], "the 90th bears %{customdata:,}× what the 10th bears", "@ink", "middle right"),
            "yaxis": "y2",
            "customdata": result["ratio_label"],
        },
        {
            **lettering(result["guess_at"], [-0.36], "your guess: %{customdata}×", "@ink", "middle left"),
            "yaxis": "y2",
            "customdata": result["guess_label"],
        },
    ]
    return figure(
        traces,
        x=hidden(range=[NOTHING - 0.6, DECADES + 0.5]),
        y=hidden(range=[-0.06, 1.32], domain=[0.66, 1]),
        yaxis2=hidden(range=[-0.68, 1.66], domain=[0, 0.64], anchor="x"),
        shapes=[_base("y"), _base("y2")],
        annotations=[
            label(
                "each mark is one person; further right: pays more",
                0,
                0,
                xref="paper",
                yref="paper",
                yanchor="bottom",
                font={"size": 12, "color": "@quiet"},
            )
        ],
        margin={"l": 6, "r": 6, "t": 6, "b": 4},
    )


def _base(axis: str) -> dict:
    return {
        "type": "line",
        "x0": NOTHING - 0.3,
        "x1": DECADES,
        "y0": 0,
        "y1": 0,
        "xref": "x",
        "yref": axis,
        "line": {"color": "@edge", "width": 1},
    }


def _marks(at: dict, axis: str, marker: dict) -> dict:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": at["x"],
        "y": at["y"],
        "yaxis": axis,
        "marker": {"opacity": 1, **marker},
    }


def _line(x: list, dash: str) -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": x,
        "y": [0, 1.2],
        "yaxis": "y2",
        "line": {"color": "@ink", "width": 1.5, "dash": dash},
    }


def _ticks(x: list, names: list) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": [-0.12 for _ in names],
        "yaxis": "y2",
        "text": names,
        "textposition": "middle center",
        "textfont": {"color": "@quiet", "size": 12},
        "cliponaxis": False,
    }


def _numbers(x: list, numbers: list, template: str, colour: str, axis: str) -> dict:
    return {**lettering(x, [1.18 if axis == "y" else 1.56], template, colour, "middle right"), "yaxis": axis, "customdata": numbers}


EXPLORABLE = Explorable(
    name="one-breach",
    title="The same breach costs some people tens of times what it costs others",
    model="one_breach",
    controls=(
        Guess(
            "guess",
            "All 100 did the same and are on the same list. How many times as much does it cost the 90th as the 10th?",
            1,
            200,
            1,
            " times",
            why="Nobody did anything worse than anybody else. What is it that the list measures?",
        ),
        Range(
            "measures",
            "Measures that act together",
            len(FIELDS),
            0,
            len(FIELDS),
            1,
            help="In this order: spending, lending, inspection, posts, public projects, market entry.",
        ),
        Range("gravity", "How grave the breach is", 3, 1, GRAVEST, 1, help="10 is the gravest. The fine follows it."),
        Choice(
            "term", "Time on the list", "fixed", {"fixed": "two years for every breach", "graded": "follows the breach"}
        ),
        Choice("counted_in", "Count the cost in", "yuan", {"yuan": "yuan", "days": "days of one’s own income"}),
        Range("spread", "How unlike people’s lives are", 1, 0, 1.5, 0.25, help="0: everyone earns and does the same."),
        Draw("seed", "Draw", 2016),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "fine_marks.x"),
        Bind("data[0].y", "fine_marks.y"),
        Bind("data[1].x", "list_marks.x"),
        Bind("data[1].y", "list_marks.y"),
        Bind("data[2].x", "low_line"),
        Bind("data[3].x", "high_line"),
        Bind("data[4].x", "low_at"),
        Bind("data[5].x", "high_at"),
        Bind("data[6].x", "yuan_ticks"),
        Bind("data[7].x", "day_ticks"),
        Bind("data[8].x", "yuan_at"),
        Bind("data[8].customdata", "fine_label"),
        Bind("data[9].x", "days_at"),
        Bind("data[9].customdata", "fine_label"),
        Bind("data[10].x", "yuan_at"),
        Bind("data[10].customdata", "list_label"),
        Bind("data[11].x", "days_at"),
        Bind("data[11].customdata", "list_label"),
        Bind("data[12].x", "ratio_at"),
        Bind("data[12].customdata", "ratio_label"),
        Bind("data[13].x", "guess_at"),
        Bind("data[13].customdata", "guess_label"),
    ),
    columns=("What", "Touches, of 100", "Costs the 10th", "Costs the 50th", "Costs the 90th"),
    words=WORDS,
    assumptions=(
        "The measures are named and numbered as in the national list of 2021. The people and every yuan are "
        "invented: no "
        "survey of what a listing costs was found.",
        "On average spending touches all 100, lending 50, inspection 20, posts 15, public projects 10, market entry 6; chance "
        "draws whom, so the table differs a little. If the last three touched everybody alike, the gap would shrink.",
        "The richer are more exposed: cost grows with income. Where it did not, the poor would bear more of it.",
        "Which measures may follow which breach is a matter of law. The model lets any follow any, which is what "
        "critics "
        "object to.",
        "Shame, family and what one closed door does to the next are left out.",
    ),
    tries=(
        "Make the breach ten times as grave. Which marks move?",
        "Count in days of income. Which of the two is fairer now, and to whom?",
        "Add the measures one by one. From which on do a few people bear most of the cost?",
    ),
    discover="With the same breach for all, the list costs the 90th tens of times what it costs the 10th, and it "
    "does not "
    "change with the gravity of the breach; the fine takes the same from everyone and grows with the breach.",
    alt="Two strips of a hundred marks each on a scale in tenfold steps. The fine's marks stand in one column. The "
    "list's are "
    "spread from tens to hundreds of thousands of yuan. The numbers stand below.",
    sources=("stigler1970", "ndrclist2021"),
    data=data,
    heights=(450, 450),
    caption="One hundred invented people. The names of the measures are real, the costs are not.",
)
