"""A score that is partly one's friends' scores: one person falls, and a neighbourhood is marked."""

from __future__ import annotations


from explainer.charts.figure import figure, hidden, lettering, marks
from explainer.explorables.contract import Bind, Draw, Explorable, Guess, Range, Switch
from explainer.models.friends_score import PEOPLE

FALLEN, MARKED, QUIET = "@accent", "@warn", "@muted-mark"

WORDS = {
    "other_one": "other person loses",
    "other_other": "other people lose",
    "point_one": "{n} point",
    "point_other": "{n} points",
    "say_fell": "Person {who} behaves {own} points worse and drops by {fell}.",
    "say_others": "{others} {people} at least {least} without having done anything; the worst hit loses {worst}.",
    "say_nobody": "Nobody else loses as much as {least}.",
    "say_gain": "A friend who alone ends the tie gains {gain} points on average: {gainers} of {among} would gain.",
    "say_gain_lost": "A friend who alone ends the tie loses {gain} points on average: {gainers} of {among} would gain.",
    "say_no_friends": "This person has no friends, so nobody else is touched.",
    "say_no_weight": "With no weight on friends, a tie costs nothing and ending it gains nothing.",
    "say_dropped": "All friends of person {who} ended the tie. Person {who} drops by {fell} points, against {kept} "
    "with friends.",
    "say_back": "The friends are {back} points better off on average than if they had stayed.",
    "say_back_lost": "The friends are {back} points worse off on average than if they had stayed.",
    "say_guess": "You guessed {guess}.",
    "row_fallen": "the one who fell",
    "row_friend": "friend",
    "row_other": "further away",
}


def draw(params: dict, result: dict, data: dict):
    """People on a ring, their ties, and three kinds of mark: fell, lost at least the limit, lost less."""
    traces = [
        _line(result["tie_lines"], "@rule", 1),
        _line(result["kept_lines"], FALLEN, 2),
        _line(result["cut_lines"], FALLEN, 1.5, "dot"),
        marks(result["untouched_spots"], {"symbol": "circle", "size": 7, "color": QUIET}),
        marks(result["marked_spots"], {"symbol": "square", "size": 11, "color": MARKED}),
        marks(
            result["fallen_spots"],
            {"symbol": "diamond", "size": 16, "color": FALLEN, "line": {"color": "@paper", "width": 2}},
        ),
        # the key, as marks with the numbers beside them
        _key(-1.08, -1.27, "diamond", FALLEN, 13, "fell by %{customdata:.1f} points", result["fallen_label"]),
        _key(
            -1.08, -1.44, "square", MARKED, 11, "lost the limit or more: %{customdata} others", result["marked_label"]
        ),
        _key(-1.08, -1.61, "circle", QUIET, 7, "lost less: %{customdata} others", result["untouched_label"]),
        {
            **lettering([1], [-1.27], "limit (points): %{customdata}", "@quiet", "middle left"),
            "customdata": result["least_label"],
        },
        {
            **lettering(result["guess_at"], [-1.61], "your guess: %{customdata}", "@ink", "middle left"),
            "customdata": result["guess_label"],
        },
    ]
    return figure(
        traces,
        x=hidden(range=[-1.16, 1.16]),
        y=hidden(range=[-1.72, 1.12]),
        margin={"l": 8, "r": 8, "t": 6, "b": 4},
    )


def _line(at: dict, colour: str, width: float, dash: str = "solid") -> dict:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": at["x"],
        "y": at["y"],
        "line": {"color": colour, "width": width, "dash": dash, "shape": "spline"},
    }


def _key(x: float, y: float, symbol: str, colour: str, size: int, template: str, number: list) -> dict:
    return {
        **lettering([x], [y], " " + template, "@ink", "middle right"),
        "mode": "markers+text",
        "customdata": number,
        "marker": {"symbol": symbol, "color": colour, "size": size, "opacity": 1},
    }


EXPLORABLE = Explorable(
    name="friends-score",
    title="If friends count, one person's fall marks a neighbourhood, and dropping the fallen pays",
    model="friends_score",
    controls=(
        Guess(
            "guess",
            "One person falls. How many of the 59 others lose at least the limit?",
            0,
            PEOPLE - 1,
            1,
            "",
            why="They did nothing. Why does it reach them?",
        ),
        Range(
            "weight",
            "Weight of friends in the score",
            0.5,
            0,
            0.9,
            0.05,
            help="0: only your own conduct. 0.9: almost only your friends'. The rumour about Sesame Credit says 0.05.",
        ),
        Range("fall", "How far one person's own conduct falls", 50, 5, 60, 5, " points"),
        Range("who", "Who falls", 8, 1, PEOPLE, 1, help="Counted clockwise from the top of the ring."),
        Range("friends", "Friends each", 4, 2, 8, 2),
        Range("far", "Share of ties that reach far", 10, 0, 100, 10, "%"),
        Range("least", "Limit: counts as marked from", 1, 0.5, 5, 0.5, " points"),
        Switch("drop", "The friends drop the one who fell", False),
        Draw("seed", "Draw", 2014),
    ),
    figure=draw,
    bindings=(
        Bind("data[0].x", "tie_lines.x"),
        Bind("data[0].y", "tie_lines.y"),
        Bind("data[1].x", "kept_lines.x"),
        Bind("data[1].y", "kept_lines.y"),
        Bind("data[2].x", "cut_lines.x"),
        Bind("data[2].y", "cut_lines.y"),
        Bind("data[3].x", "untouched_spots.x"),
        Bind("data[3].y", "untouched_spots.y"),
        Bind("data[4].x", "marked_spots.x"),
        Bind("data[4].y", "marked_spots.y"),
        Bind("data[5].x", "fallen_spots.x"),
        Bind("data[5].y", "fallen_spots.y"),
        Bind("data[6].customdata", "fallen_label"),
        Bind("data[7].customdata", "marked_label"),
        Bind("data[8].customdata", "untouched_label"),
        Bind("data[9].customdata", "least_label"),
        Bind("data[10].x", "guess_at"),
        Bind("data[10].customdata", "guess_label"),
    ),
    columns=("Person", "Who", "Score before", "Score after", "Lost (points)"),
    words=WORDS,
    assumptions=(
        "A teaching toy. No government system in China is known to score people by their friends.",
        "Sesame Credit, a private product, named “interpersonal relationships” as one of five dimensions. How it "
        "counted was "
        "not published; in 2015 a manager said that it meant people who had sent each other money.",
        "The weight of a half is chosen so that the effect can be seen. The rumoured weight is a tenth of that.",
        "Friends count equally, and the score settles before anyone acts. If friends counted once and not over and "
        "over, fewer "
        "would be reached.",
        "People, ties and conduct are invented and drawn by chance; whoever drops a friend finds no new one.",
    ),
    tries=(
        "Find a setting where one fall marks more than a quarter of the ring.",
        "Let the friends drop the one who fell. Who gains, and who pays?",
        "Set the weight of friends to 0. What is left of the punishment, and who bears it?",
    ),
    discover="One fall marks a neighbourhood that did nothing. A friend who drops the fallen mostly gains, so those "
    "who fall are "
    "dropped and fall further.",
    alt="Sixty people on a ring, joined by ties. One has fallen; squares mark the others who lost points because of "
    "it, most of them "
    "close by. The numbers stand below.",
    sources=("friedkin1990", "watts1998", "caixinscores2015", "antletter2017"),
    heights=(460, 440),
    caption="Invented people. A toy for an argument, not a picture of a scheme that exists.",
)
