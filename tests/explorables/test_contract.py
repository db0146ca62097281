"""Every explorable, whatever it is called, keeps the contract at its start and at random settings."""

from __future__ import annotations

import copy
import dataclasses
import json
import math
import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from explainer.charts.palette import TOKENS
from explainer.evidence import load
from explainer.explorables import check, places, state
from explainer.explorables.check import figure_json
from explainer.explorables.contract import Explorable, Range
from explainer.explorables.registry import explorables
from explainer.syntax.figures import counted
from tests.explorables.settings import states

EACH = pytest.mark.parametrize("name", explorables())
RANDOM = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def figure_at(explorable: Explorable, outcome: state.Outcome) -> dict:
    """The figure's JSON at some settings."""
    return figure_json(explorable.figure(outcome.params, outcome.result, outcome.data))


def put(figure: dict, place: str, value) -> None:
    """Sets the entry at a place of a figure, as the browser does."""
    *way, last = places.steps(place)
    here = figure
    for step in way:
        here = here[step]
    here[last] = value


@EACH
@RANDOM
@given(data=st.data())
def test_bindings_make_the_whole_figure(name: str, data: st.DataObject) -> None:
    """The first picture with its bound places replaced is the picture at any other setting: live and still agree."""
    explorable = explorables()[name]
    evidence = load()
    outcome = state.run(explorable, evidence, data.draw(states(explorable)))
    bound = copy.deepcopy(figure_at(explorable, state.run(explorable, evidence)))
    for bind in explorable.bindings:
        places.get(bound, bind.target)
        put(bound, bind.target, places.get(json.loads(json.dumps(outcome.result)), bind.source))
    assert bound == figure_at(explorable, outcome)


@EACH
@RANDOM
@given(data=st.data())
def test_words_and_table(name: str, data: st.DataObject) -> None:
    """A sentence is said, no slot stays open, every row is as wide as the headings, and the result is plain JSON."""
    explorable = explorables()[name]
    outcome = state.run(explorable, load(), data.draw(states(explorable)))
    assert outcome.said.strip()
    assert outcome.rows and all(len(row) == len(explorable.columns) for row in outcome.rows)
    cells = [cell for row in outcome.rows for cell in row]
    assert all(isinstance(cell, str) for cell in cells)
    typed = "".join(value for value in outcome.params.values() if isinstance(value, str))
    if "{" not in typed:
        assert not [text for text in [outcome.said, *cells] if re.search(r"\{\w+\}", text)]
    json.dumps(outcome.result, allow_nan=False)
    assert all(isinstance(name, str) for name in outcome.result)


@EACH
def test_the_same_settings_give_the_same(name: str) -> None:
    explorable = explorables()[name]
    first, second = state.run(explorable, load()), state.run(explorable, load())
    assert first == second


@EACH
def test_figure_is_of_the_house(name: str) -> None:
    """Nothing drags, every axis is fixed with a given range, text is 12 pixels or more, colours are tokens."""
    explorable = explorables()[name]
    figure = figure_at(explorable, state.run(explorable, load()))
    assert figure["layout"]["dragmode"] is False
    assert {trace["type"] for trace in figure["data"]} <= {"scatter", "bar", "pie"}
    for key, axis in figure["layout"].items():
        if re.fullmatch(r"[xy]axis\d*", key):
            assert axis["fixedrange"] is True and axis["automargin"] is False, key
            assert "range" in axis or axis.get("type") == "category", key
    sizes, colours = [], []
    walk(
        figure,
        lambda key, value: sizes.append(value) if key == "size" and isinstance(value, int | float) else None,
        "font",
    )
    walk(figure, lambda key, value: colours.append(value) if "color" in key and isinstance(value, str) else None)
    assert sizes and min(sizes) >= 12
    assert colours and all(c.startswith("@") and c[1:] in TOKENS or c == "rgba(0,0,0,0)" for c in colours)


def walk(value, seen, inside: str = "") -> None:
    """Calls `seen(key, value)` for every entry; with `inside`, only within entries whose key holds that word."""
    if isinstance(value, dict):
        for key, each in value.items():
            if not inside:
                seen(key, each)
            elif inside in key and isinstance(each, dict):
                walk(each, seen)
            walk(each, seen, inside)
    elif isinstance(value, list):
        for each in value:
            walk(each, seen, inside)


@EACH
def test_text_for_readers(name: str) -> None:
    """Two or three dares, stated assumptions, an alternative text; no wording that the model never uses."""
    explorable = explorables()[name]
    assert 2 <= len(explorable.tries) <= 3
    assert explorable.assumptions and explorable.alt and explorable.discover and explorable.caption
    assert all(math.isfinite(height) and height >= 300 for height in explorable.heights)


def test_a_value_of_one_has_a_singular():
    assert [counted(value, " points") for value in (0, 0.5, 1, 2)] == ["0 points", "0.5 points", "1 point", "2 points"]
    assert counted(1, "%") == "1%" and counted(1, "") == "1"


def test_a_unit_without_its_singular_is_named():
    declared = explorables()["timeline"]
    ducks = Range("ducks", "Ducks", 2, 0, 9, 1, " ducks")
    found = check._explorable(dataclasses.replace(declared, controls=(*declared.controls, ducks)), load())
    assert [str(problem) for problem in found] == [
        "explainer/explorables/timeline.py: timeline.ducks: the value 1 would read “1 ducks”. "
        "Give “ducks” its singular in `ONE` of explainer/labels.py."
    ]


@pytest.mark.parametrize("name", ["places", "unit"])
def test_a_control_that_prose_could_never_set_is_named(name: str):
    declared = explorables()["timeline"]
    hidden = Range(name, "Hidden", 2, 0, 9, 1)
    found = check._explorable(dataclasses.replace(declared, controls=(*declared.controls, hidden)), load())
    assert [problem.field for problem in found] == [f"timeline.{name}"]
    assert found[0].mend == "Give the control another name."
