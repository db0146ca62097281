"""Secret weights: what the model must show, and what it must never do."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.chance import Chance
from explainer.models.secret_weights import LOWEST, PROFILES, SPAN, gamma, points, run, shapes

WEIGHTS = [35, 25, 20, 15, 5]
DATA = {"names": ["history", "payment", "behaviour", "identity", "relations"], "weights": WEIGHTS}
START = {
    "profile": "saver",
    "history": 30,
    "payment": 40,
    "behaviour": 65,
    "identity": 45,
    "relations": 60,
    "sureness": 20,
    "draws": 300,
    "seed": 1,
    "guess": -1,
}
DIMENSIONS = DATA["names"]
SEEDS = st.integers(1, 2147483646)
PEOPLE = st.lists(st.integers(0, 100), min_size=5, max_size=5)
SOME = settings(max_examples=60, deadline=None)


def at(person: list | None = None, **changes) -> dict:
    """The result with some settings changed; `person` gives B's five dimensions."""
    points_of_b = dict(zip(DIMENSIONS, person, strict=True)) if person else {}
    return run({**START, **points_of_b, **changes}, DATA)


@SOME
@given(PEOPLE, st.sampled_from(sorted(PROFILES)), st.sampled_from([20, 40, 100]), SEEDS)
def test_bounds_and_shares(person: list, profile: str, sureness: int, seed: int) -> None:
    result = at(person, profile=profile, sureness=sureness, seed=seed)
    for name in ("score_a", "score_b", "low_a", "high_a", "low_b", "high_b"):
        assert LOWEST <= result[name] <= LOWEST + SPAN
    assert result["low_a"] <= result["high_a"] and result["low_b"] <= result["high_b"]
    assert result["ahead_a"] + result["ahead_b"] + result["ties"] == START["draws"]
    assert 0 <= result["swap_percent"] <= 100
    heights = result["outline_a"] + result["outline_b"] + result["gap_a"] + result["gap_b"]
    assert all(0 <= height <= 1 for height in heights)


@SOME
@given(PEOPLE, st.integers(0, 4), st.integers(1, 100), SEEDS)
def test_better_never_hurts(person: list, dimension: int, more: int, seed: int) -> None:
    better = list(person)
    better[dimension] = min(100, better[dimension] + more)
    before, after = at(person, seed=seed), at(better, seed=seed)
    assert after["ahead_b"] >= before["ahead_b"]
    assert all(after[name] >= before[name] for name in ("score_b", "low_b", "high_b"))
    assert after["score_a"] == before["score_a"]


@SOME
@given(st.sampled_from(sorted(PROFILES)), st.sampled_from(sorted(PROFILES)), SEEDS)
def test_the_two_people_are_treated_alike(one: str, other: str, seed: int) -> None:
    first = at(PROFILES[other], profile=one, seed=seed)
    second = at(PROFILES[one], profile=other, seed=seed)
    assert (first["ahead_a"], first["ahead_b"], first["ties"]) == (second["ahead_b"], second["ahead_a"], second["ties"])
    assert first["swap_percent"] == second["swap_percent"]
    assert first["outline_a"] == second["outline_b"]


@given(st.permutations(range(5)), PEOPLE)
def test_order_of_dimensions_does_not_matter(order: list, person: list) -> None:
    plain = points(WEIGHTS, 100, person)
    assert points([WEIGHTS[i] for i in order], 100, [person[i] for i in order]) == plain


@given(PEOPLE, SEEDS)
def test_who_is_better_in_everything_leads_always(person: list, seed: int) -> None:
    better = [
        max(own, theirs) + (5 if own >= theirs else 0) for own, theirs in zip(PROFILES["saver"], person, strict=True)
    ]
    result = at([min(100, x) for x in better], seed=seed, draws=100)
    assert result["ahead_a"] == 0 and result["swap_percent"] == 0


@given(st.integers(0, 100), SEEDS)
def test_the_same_in_everything_is_beyond_the_weights(level: int, seed: int) -> None:
    result = at([level] * 5, seed=seed, draws=100)
    assert result["low_b"] == result["high_b"] == result["score_b"]


@pytest.mark.parametrize("sureness", [20, 40, 60, 80, 100])
def test_shapes_are_whole_and_in_proportion(sureness: int) -> None:
    assert [shape * 100 for shape in shapes(WEIGHTS, sureness)] == [sureness * weight for weight in WEIGHTS]


@pytest.mark.parametrize("shape", [1, 5, 35])
def test_gamma_has_its_mean_and_variance(shape: int) -> None:
    chance = Chance(7)
    drawn = [gamma(chance, shape) for _ in range(20000)]
    mean = sum(drawn) / len(drawn)
    variance = sum((x - mean) ** 2 for x in drawn) / len(drawn)
    assert mean == pytest.approx(shape, rel=0.04)
    assert variance == pytest.approx(shape, rel=0.06)


def test_surer_weights_narrow_the_spread() -> None:
    wide, narrow = at(draws=2000), at(draws=2000, sureness=100)
    assert narrow["high_b"] - narrow["low_b"] < wide["high_b"] - wide["low_b"]


@pytest.mark.parametrize("seed", range(1, 11))
def test_discover_the_order_flips_in_a_large_share(seed: int) -> None:
    assert at(draws=1000, seed=seed)["swap_percent"] >= 33
    assert at(draws=1000, seed=seed, sureness=100)["swap_percent"] >= 25
