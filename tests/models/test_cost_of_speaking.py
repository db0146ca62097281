"""The cost of speaking: Granovetter's crowds, order, bounds, and what a sanction leaves behind."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.chance import Chance
from explainer.models.cost_of_speaking import LARGEST_COST, PEOPLE, crowd, run, settle

START = {
    "crowd": "drawn",
    "objecting": 80,
    "middle": 40,
    "spread": 20,
    "cost": 15,
    "spark": 0,
    "seed": 2014,
    "guess": -1,
}
SETTINGS = st.fixed_dictionaries(
    {
        "crowd": st.sampled_from(["drawn", "chain", "broken"]),
        "objecting": st.integers(0, 20).map(lambda i: 5 * i),
        "middle": st.integers(0, 20).map(lambda i: 5 * i),
        "spread": st.integers(0, 8).map(lambda i: 5 * i),
        "cost": st.integers(0, LARGEST_COST),
        "spark": st.integers(0, 20).map(lambda i: 5 * i),
        "seed": st.integers(1, 2147483646),
        "guess": st.just(-1),
    }
)
THRESHOLDS = st.lists(st.integers(0, 60), max_size=40).map(sorted)
SOME = settings(max_examples=40, deadline=None)


def one_by_one(thresholds: list, speaking: set, cost: int) -> set:
    """The same rule for each person apart, all looking at once, as Granovetter tells it."""
    while True:
        after = {
            i for i, threshold in enumerate(thresholds) if len(speaking - {i}) >= threshold + cost
        }
        if after == speaking:
            return speaking
        speaking = after


def test_granovetter_each_waits_for_one_more_and_all_act() -> None:
    """Granovetter (1978), the first example: thresholds 0, 1, ... 99 from silence end with all 100."""
    assert crowd("chain", PEOPLE, 0, 0, Chance(1)) == list(range(100))
    assert run({**START, "crowd": "chain", "objecting": 100}, {})["from_silence"] == 100


def test_granovetter_one_person_changed_and_one_acts() -> None:
    """His change of one person: threshold 1 replaced by 2, all others as before, ends with one."""
    thresholds = crowd("broken", PEOPLE, 0, 0, Chance(1))
    assert sorted(thresholds) == [0, 2, *range(2, 100)]
    assert run({**START, "crowd": "broken", "objecting": 100}, {})["from_silence"] == 1


def test_granovetters_crowds_under_the_least_sanction() -> None:
    """Everyone falls silent in both; once it is lifted all come back in the one, and one in the other."""
    for kind, back in (("chain", 100), ("broken", 1)):
        result = run({**START, "crowd": kind, "objecting": 100, "cost": 1}, {})
        assert (result["before"], result["under"], result["after"]) == (100, 0, back)


@SOME
@given(THRESHOLDS, st.integers(0, 20))
def test_from_silence_and_from_all_it_ends_where_people_one_by_one_end(thresholds: list, cost: int) -> None:
    everyone = set(range(len(thresholds)))
    assert settle(thresholds, 0, cost) == len(one_by_one(thresholds, set(), cost))
    assert settle(thresholds, len(thresholds), cost) == len(one_by_one(thresholds, everyone, cost))


@SOME
@given(SETTINGS)
def test_bounds_and_everyone_is_drawn_once(params: dict) -> None:
    result = run(params, {})
    assert 0 <= result["under"] <= result["before"] <= result["objecting"] <= PEOPLE
    assert result["under"] <= result["lifted"] <= result["before"]
    assert result["after"] <= result["objecting"]
    marks = [len(result[name]["x"]) for name in ("speaking_spots", "hiding_spots", "content_spots")]
    assert sum(marks) == 3 * PEOPLE
    assert marks[0] == result["before"] + result["under"] + result["after"]
    assert marks[2] == 3 * (PEOPLE - result["objecting"])


@SOME
@given(SETTINGS)
def test_a_higher_sanction_never_leaves_more_voices(params: dict) -> None:
    result = run(params, {})
    assert all(a >= b for a, b in zip(result["rising"], result["rising"][1:], strict=False))
    assert all(a <= b for a, b in zip(result["falling"], result["falling"][1:], strict=False))
    for back, voices in zip(result["back"], result["falling"], strict=True):
        assert voices <= result["rising"][back]


@SOME
@given(SETTINGS)
def test_where_it_settles_nobody_wants_to_move(params: dict) -> None:
    result = run(params, {})
    for voices, cost in ((result["before"], 0), (result["under"], params["cost"]), (result["after"], 0)):
        assert settle(result["thresholds"], voices, cost) == voices


@SOME
@given(SETTINGS)
def test_without_a_sanction_nothing_is_lost(params: dict) -> None:
    result = run({**params, "cost": 0, "spark": 0}, {})
    assert result["silenced"] == 0 == result["lost"]


@SOME
@given(SETTINGS)
def test_the_spark_that_is_needed_is_enough_and_one_less_is_not(params: dict) -> None:
    result = run(params, {})
    needed = result["spark_needed"]
    assert settle(result["thresholds"], result["lifted"] + needed, 0) >= result["before"]
    if needed > 0:
        assert settle(result["thresholds"], result["lifted"] + needed - 1, 0) < result["before"]


@pytest.mark.parametrize("crowd_kind", ["drawn", "chain", "broken"])
def test_nobody_objects_and_one_alone(crowd_kind: str) -> None:
    empty = run({**START, "crowd": crowd_kind, "objecting": 0, "spark": 100}, {})
    assert empty["before"] == empty["under"] == empty["after"] == empty["spark"] == 0
    assert settle([0], 1, 0) == 1 and settle([0], 1, 1) == 0 and settle([1], 1, 0) == 0


@pytest.mark.parametrize("seed", [2014, 1, 5, 99, 12345, 777, 31337, 4242, 900001, 17000000])
def test_discover_most_fall_silent_and_stay_silent(seed: int) -> None:
    result = run({**START, "seed": seed}, {})
    assert result["before"] >= 70
    assert result["under"] <= 5
    assert result["after"] <= 10
    assert result["cliff_fall"] >= 50
    assert result["spark_needed"] >= 20
