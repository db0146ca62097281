"""What an explorable declares. The browser runtime knows this contract and no explorable by name.

A model (in `explainer/models/`) has three functions in the shared subset of Python:

``run(params, data) -> result``
    numbers, strings, booleans, lists and dicts with string keys;
``say(params, result, data, words) -> str``
    one or two sentences that tell the reader what just happened, with the numbers in it;
``rows(params, result, data, words) -> list[list[str]]``
    the table of numbers, worded.

`params` maps each control's name to its value. `data` is what the explorable takes from the evidence. `words` is its
wording in one language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

Json = Any


@dataclass(frozen=True)
class Range:
    """A number between `low` and `high`, in steps of `step`; shown as a slider with its value beside it."""

    name: str
    label: str
    default: float
    low: float
    high: float
    step: float
    unit: str = ""
    help: str = ""


@dataclass(frozen=True)
class Choice:
    """One of a few values; `options` maps each value, a short word without spaces, to the label a reader sees."""

    name: str
    label: str
    default: str
    options: Mapping[str, str]
    help: str = ""


@dataclass(frozen=True)
class Switch:
    """Yes or no."""

    name: str
    label: str
    default: bool
    help: str = ""


@dataclass(frozen=True)
class Text:
    """A line of text, at most `limit` characters; longer text is cut and the reader is told."""

    name: str
    label: str
    default: str
    limit: int
    help: str = ""
    examples: Mapping[str, str] = field(default_factory=dict)
    """value -> label of a button that fills it in"""


@dataclass(frozen=True)
class Draw:
    """The seed of the model's chance, 1 to 2147483646, with a button that takes another draw."""

    name: str
    label: str
    default: int = 1
    help: str = ""


@dataclass(frozen=True)
class Guess:
    """A number that the reader may guess before the answer is shown; `None` is "no guess yet".

    In `params` a guess not made is -1, so that models need no null. `low` is 0 or more.
    """

    name: str
    question: str
    low: float
    high: float
    step: float
    unit: str = ""
    why: str = ""
    """asked after the answer is shown: why is it so?"""


Control = Range | Choice | Switch | Text | Draw | Guess


@dataclass(frozen=True)
class Bind:
    """`target`, a place in the figure (``data[0].y``, ``layout.annotations[1].text``), takes `source`, an entry of the
    result (``counts``, ``mark.text``).

    A trace's entries, labels, shapes, ranges and ticks are changed in place, in a few milliseconds, on axes with fixed ranges that are
    not of categories. Cheapest are places, words and data of a trace whose look stays (moving.js). Labels (annotations), shapes and ticks
    cost some five times as much, for plotly.js measures or makes them anew: a trace of words does the same. Anything else redraws the figure.
    """

    target: str
    source: str


@dataclass(frozen=True, eq=False)  # one is itself alone, so that what was worked out from it can be kept
class Explorable:
    """One explorable figure: see the module's docstring and each field."""

    name: str
    """kebab-case; the module is the same in snake_case"""
    title: str
    """states the finding"""
    model: str
    """module in `explainer/models/`"""
    controls: Sequence[Control]
    figure: Callable[[dict, dict, dict], Any]
    """(params, result, data) -> plotly Figure at these settings; used for the default state and for pictures"""
    bindings: Sequence[Bind]
    columns: Sequence[str]
    """headings of the table that the model's `rows` fills"""
    words: Mapping[str, str]
    """the model's sentences and labels in English, with {slots}"""
    assumptions: Sequence[str]
    """what is assumed, invented or left out, and what would change the conclusion"""
    tries: Sequence[str]
    """two or three dares"""
    discover: str
    """what a reader should find; a test shows that the model does show it"""
    alt: str
    """the picture in a sentence, for who cannot see it"""
    sources: Sequence[str] = ()
    """keys of sources.bib: the method's and the data's"""
    data: Callable[[Any], dict] = lambda evidence: {}
    """evidence -> what the model needs of it, as plain lists and dicts"""
    heights: tuple[int, int] = (420, 400)
    """of the figure in CSS pixels: wide, phone"""
    caption: str = ""
    """one line under the picture: what is shown, what is invented"""
