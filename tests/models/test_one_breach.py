"""One breach, a fine and a list: who pays what, and what gravity changes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.one_breach import FIELDS, PEOPLE, at, run

START = {"measures": 6, "gravity": 3, "term": "fixed", "counted_in": "yuan", "spread": 1, "seed": 2016, "guess": -1}
SETTINGS = st.fixed_dictionaries(
    {
        "measures": st.integers(0, len(FIELDS)),
        "gravity": st.integers(1, 10),
        "term": st.sampled_from(["fixed", "graded"]),
        "counted_in": st.sampled_from(["yuan", "days"]),
        "spread": st.integers(0, 6).map(lambda i: i / 4),
        "seed": st.integers(-5, 2**31 + 5),
        "guess": st.just(-1),
    }
)
SOME = settings(max_examples=25, deadline=None)
SEEDS = [s * 104729 + 17 for s in range(1, 16)]


@SOME
@given(SETTINGS)
def test_bounds_and_everyone_is_counted(params: dict) -> None:
    result = run(params, {})
    assert len(result["fines"]) == len(result["lists"]) == PEOPLE
    assert min(result["lists"]) >= 0 and min(result["fines"]) > 0
    assert result["low"] <= result["middle"] <= result["high"] <= result["highest"]
    assert 0 <= result["top_percent"] <= 100
    assert all(0 <= part["touched"] <= PEOPLE for part in result["parts"])
    for marks in (result["fine_marks"], result["list_marks"]):
        assert len(set(zip(marks["x"], marks["y"], strict=True))) == PEOPLE, "no mark hides another"
        assert all(0 < y <= 1 for y in marks["y"])


@SOME
@given(SETTINGS)
def test_one_more_measure_costs_nobody_less(params: dict) -> None:
    fewer = run({**params, "measures": max(0, params["measures"] - 1)}, {})
    assert all(more >= less for more, less in zip(run(params, {})["lists"], fewer["lists"], strict=True))


@SOME
@given(SETTINGS)
def test_with_one_measure_the_list_is_that_measure_and_with_none_it_costs_nothing(params: dict) -> None:
    result = run({**params, "counted_in": "yuan"}, {})
    if params["measures"] == 1:
        assert result["parts"][0]["low"] == result["low"] and result["parts"][0]["high"] == result["high"]
    if params["measures"] == 0:
        assert result["nothing"] == PEOPLE and result["high"] == 0 and result["ratio"] == 0


@SOME
@given(SETTINGS, st.integers(1, 10))
def test_gravity_moves_the_fine_and_not_the_list(params: dict, gravity: int) -> None:
    """The charge: with one term for every breach the list does not know how grave the breach was."""
    one, other = (run({**params, "term": "fixed", "gravity": g}, {}) for g in (params["gravity"], gravity))
    assert one["lists"] == other["lists"] and one["ratio"] == other["ratio"]
    assert one["fine"] * gravity == other["fine"] * params["gravity"]


@SOME
@given(SETTINGS)
def test_a_term_that_follows_the_breach_scales_the_list_and_meets_the_fixed_one_at_the_gravest(params: dict) -> None:
    fixed = run({**params, "term": "fixed", "counted_in": "yuan"}, {})
    graded = run({**params, "term": "graded", "counted_in": "yuan"}, {})
    for cost, full in zip(graded["lists"], fixed["lists"], strict=True):
        assert cost == pytest.approx(full * params["gravity"] / 10, abs=1)
    gravest = run({**params, "term": "graded", "gravity": 10}, {})
    assert gravest["lists"] == run({**params, "term": "fixed"}, {})["lists"]


@SOME
@given(SETTINGS)
def test_alike_lives_are_hit_alike(params: dict) -> None:
    """Without unlikeness the fine weighs the same on all, and a list that touches all costs all the same."""
    result = run({**params, "spread": 0, "measures": 1}, {})
    assert len(set(result["fines"])) == 1 and len(set(result["lists"])) == 1
    assert result["ratio"] == result["fine_ratio"] == 1


@SOME
@given(SETTINGS)
def test_a_fine_is_equal_in_yuan_and_a_days_income_is_not(params: dict) -> None:
    yuan, days = (run({**params, "counted_in": unit}, {}) for unit in ("yuan", "days"))
    assert set(yuan["fines"]) == {1000 * params["gravity"]}
    assert days["fine_ratio"] >= 1
    assert [part["touched"] for part in yuan["parts"]] >= [part["touched"] for part in days["parts"]]


@pytest.mark.parametrize("number", [1, 10, 90, 100])
def test_the_nth_person_is_counted_from_the_least_cost(number: int) -> None:
    costs = list(range(100, 0, -1))
    assert at(costs, number) == number


@pytest.mark.parametrize("seed", SEEDS)
def test_discover_the_same_breach_costs_some_tens_of_times_as_much(seed: int) -> None:
    result = run({**START, "seed": seed}, {})
    assert result["ratio"] >= 20
    assert result["fine_ratio"] == 1
    assert result["under_mean"] >= 65 and result["top_percent"] > 40


@pytest.mark.parametrize("seed", SEEDS)
def test_discover_each_joined_field_pulls_people_further_apart(seed: int) -> None:
    """From one measure to all six the gap at least doubles, and in days of income it is far wider than the fine's."""
    one, six = (run({**START, "seed": seed, "measures": n}, {}) for n in (1, 6))
    assert six["ratio"] > 2 * one["ratio"]
    days = run({**START, "seed": seed, "counted_in": "days"}, {})
    assert days["ratio"] > 5 * days["fine_ratio"]
