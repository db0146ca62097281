"""All criticisms at once: every criticism shown once, choices that narrow, counts that add up."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.explorables.all_criticisms import CASE, EXPLORABLE, GROUPS, MENDS, table
from explainer.evidence import load
from explainer.models.all_criticisms import ANY, STRENGTHS, run

DATA = table(load())
OPEN = {"mend": ANY, "harmed": ANY, "strength": ANY}
CHOICES = st.fixed_dictionaries(
    {
        "mend": st.sampled_from([ANY, *MENDS]),
        "harmed": st.sampled_from([ANY, *GROUPS]),
        "strength": st.sampled_from([ANY, *STRENGTHS]),
    }
)
SOME = settings(max_examples=60, deadline=None)


@SOME
@given(CHOICES)
def test_every_criticism_and_every_mark_stands_once(params: dict) -> None:
    result = run(params, DATA)
    names = result["names_on"]["y"] + result["names_off"]["y"]
    assert sorted(names) == sorted(each["y"] for each in DATA["criticisms"])
    assert len(result["names_on"]["y"]) == result["n"] == len(result["picked"]) == sum(result["strength"])
    marks = list(zip(result["on"]["x"] + result["off"]["x"], result["on"]["y"] + result["off"]["y"], strict=True))
    assert len(set(marks)) == len(marks) == sum(len(each["harmed"]) for each in DATA["criticisms"])
    assert sum(result["harmed"]) == len(result["on"]["x"])


@SOME
@given(CHOICES, st.sampled_from(["mend", "harmed", "strength"]))
def test_a_choice_never_adds_a_criticism(params: dict, name: str) -> None:
    assert set(run(params, DATA)["picked"]) <= set(run({**params, name: ANY}, DATA)["picked"])


@pytest.mark.parametrize(("name", "keys"), [("mend", MENDS), ("harmed", GROUPS), ("strength", STRENGTHS)])
def test_the_groups_and_remedies_of_a_choice_cover_all(name: str, keys) -> None:
    """Every criticism is found under at least one value of each choice, so that none is out of reach."""
    found = {key for value in keys for key in run({**OPEN, name: value}, DATA)["picked"]}
    assert found == {each["id"] for each in DATA["criticisms"]}
    assert CASE not in found


def test_an_empty_choice_says_so(evidence) -> None:
    from explainer.explorables import state

    for mend in MENDS:
        for harmed in GROUPS:
            outcome = state.run(EXPLORABLE, evidence, {"mend": mend, "harmed": harmed, "strength": "thin"})
            assert outcome.said and len(outcome.rows) == max(1, outcome.result["n"])
            assert ("None of" in outcome.said) == (outcome.result["n"] == 0)


def test_discover_a_few_remedies_are_named_for_most() -> None:
    result = run(OPEN, DATA)
    named = sorted(result["eased"], reverse=True)
    assert 2 * named[0] > result["n"]
