"""Counted hours: Holmström and Milgrom's zero incentive, the best reward between the extremes, and what is conserved."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.counted_hours import HOURS, efforts, run, worth

START = {"reward": 8, "rival": 50, "weight": 40, "faking": 20, "also": 0, "guess": -1}
TENS = st.integers(0, 10).map(lambda i: 10 * i)
SETTINGS = st.fixed_dictionaries(
    {
        "reward": st.integers(0, 20).map(lambda i: i / 2),
        "rival": TENS,
        "weight": st.integers(1, 9).map(lambda i: 10 * i),
        "faking": TENS,
        "also": TENS,
        "guess": st.just(-1),
    }
)
SOME = settings(max_examples=50, deadline=None)


def gain(first: float, second: float, reward: float, rival: float, also: float) -> float:
    """What she maximises: points less the cost of her effort."""
    cost = (first**2 + second**2) / 2 + rival * first * second - (first + second)
    return reward * (first + also * second) - cost


@SOME
@given(SETTINGS)
def test_bounds(params: dict) -> None:
    result = run(params, {})
    assert 0 <= result["score"] <= 600 + 1e-6 and 0 <= result["worth"] <= 266  # both ends are reached, at full counting and rivalry
    assert all(0 <= value <= 600 + 1e-6 for value in result["scores"])
    assert all(0 <= value <= 266 for value in result["worths"])
    assert result["best_worth"] >= max(result["worths"]) - 1e-4 and result["best_worth"] >= 100 - 1e-4
    assert 0 <= result["hours_counted"] <= 20 and 0 <= result["hours_faked"] <= 10


@SOME
@given(SETTINGS)
def test_without_reward_all_is_as_before(params: dict) -> None:
    result = run({**params, "reward": 0}, {})
    assert result["score"] == pytest.approx(100) and result["worth"] == pytest.approx(100)
    assert result["hours_counted"] == result["hours_other"] == HOURS and result["hours_faked"] == 0


@SOME
@given(SETTINGS)
def test_a_stronger_reward_never_lowers_the_score(params: dict) -> None:
    scores = run({**params, "also": 0}, {})["scores"]
    assert all(later >= earlier - 1e-9 for earlier, later in zip(scores, scores[1:], strict=False))


@SOME
@given(SETTINGS, st.floats(-0.3, 0.3), st.floats(-0.3, 0.3))
def test_no_other_week_suits_her_better(params: dict, more: float, other: float) -> None:
    reward, rival, also = params["reward"] / 10, params["rival"] / 100, params["also"] / 100
    first, second = efforts(reward, rival, also)
    chosen = gain(first, second, reward, rival, also)
    assert gain(max(0, first + more), max(0, second + other), reward, rival, also) <= chosen + 1e-9


@SOME
@given(SETTINGS)
def test_counting_both_alike_treats_both_alike(params: dict) -> None:
    first, second = efforts(params["reward"] / 10, params["rival"] / 100, 1.0)
    assert first == pytest.approx(second)


@pytest.mark.parametrize("weight", range(10, 100, 10))
@pytest.mark.parametrize("faking", [0, 100])
def test_holmstrom_and_milgrom_zero_incentive_at_perfect_substitutes(weight: int, faking: int) -> None:
    """Journal of Law, Economics, & Organization 7 (1991): perfect substitutes, one unmeasured and indispensable: no reward."""
    result = run({**START, "rival": 100, "weight": weight, "faking": faking}, {})
    assert result["best_reward"] == 0
    assert result["worths"][0] == pytest.approx(100) and max(result["worths"][1:]) == 0
    assert efforts(0.000001, 1.0, 0.0)[1] == 0


@pytest.mark.parametrize("rival", [30, 50, 70, 90])
@pytest.mark.parametrize("weight", [20, 40, 60, 80])
def test_best_reward_between_the_extremes(rival: int, weight: int) -> None:
    """(1 − r)(1 − w − w·r)/r, or none where that is negative; the curve is drawn in steps of a quarter of a point."""
    r, w = rival / 100, weight / 100
    exact = min(10, max(0.0, 10 * (1 - r) * (1 - w - w * r) / r))
    assert run({**START, "rival": rival, "weight": weight}, {})["best_reward"] == pytest.approx(exact, abs=0.25)


def test_the_best_reward_shrinks_to_nothing_as_rivalry_becomes_perfect() -> None:
    best = [run({**START, "rival": rival}, {})["best_reward"] for rival in range(30, 101, 10)]
    assert best == sorted(best, reverse=True) and best[-1] == 0 < best[0]


def test_where_nothing_competes_no_reward_harms() -> None:
    for weight in range(10, 100, 10):
        assert min(run({**START, "rival": 0, "weight": weight}, {})["worths"]) >= 100 - 1e-9


@pytest.mark.parametrize("rival", [40, 50, 60])
@pytest.mark.parametrize("weight", [30, 40, 50])
@pytest.mark.parametrize("faking", [0, 20, 100])
def test_discover_past_a_point_the_score_rises_and_the_good_falls(rival: int, weight: int, faking: int) -> None:
    """At these settings a weak reward does good, and the strongest does less good and scores more."""
    params = {**START, "rival": rival, "weight": weight, "faking": faking}
    weak = run({**params, "reward": 1}, {})
    best = run({**params, "reward": (2 * weak["best_reward"] // 1) / 2}, {})
    strong = run({**params, "reward": 10}, {})
    assert weak["worth"] > 100 and 0 < weak["best_reward"] < 10
    assert strong["score"] > best["score"] > 100 and strong["worth"] < best["worth"]


def test_discover_if_nearly_all_the_good_is_counted_a_strong_reward_does_good() -> None:
    assert run({**START, "weight": 10}, {})["worth"] > 180


def test_worth_is_nothing_where_either_kind_is_nothing() -> None:
    assert worth([1.5, 0.0], 0.4, 0.5) == 0 and worth([0.0, 1.5], 0.4, 0.5) == 0
