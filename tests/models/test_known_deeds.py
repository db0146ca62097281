"""Known deeds: the published limit, wrong entries, and what a village drawn by chance has to do with the exact curve."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.known_deeds import PEOPLE, expected, met_at, run, start_counts, village

START = {
    "known": 60,
    "benefit": 3,
    "wrong": 0,
    "never": 10,
    "trusting": 0,
    "reasons": False,
    "seed": 1,
    "guess": -1,
}
SETTINGS = st.fixed_dictionaries(
    {
        "known": st.integers(0, 20).map(lambda i: 5 * i),
        "benefit": st.integers(2, 12).map(lambda i: i / 2),
        "wrong": st.integers(0, 50),
        "never": st.integers(0, 9).map(lambda i: 10 * i),
        "trusting": st.integers(0, 10).map(lambda i: 10 * i),
        "reasons": st.booleans(),
        "seed": st.integers(1, 2147483646),
        "guess": st.just(-1),
    }
)
SOME = settings(max_examples=20, deadline=None)
SEEDS = [48271 * i + 1 for i in range(1, 11)]
FEW = [0, 99, 1]  # ninety-nine look first, one never helps


def shrink(known: float, wrong: float, benefit: float) -> bool:
    """Whether one cheat among those who look first becomes rarer, in the model without chance."""
    return expected(FEW, known, wrong, benefit, False)["never"] < FEW[2] / PEOPLE


@SOME
@given(SETTINGS)
def test_bounds(params: dict) -> None:
    result = run(params, {})
    assert result["always"] + result["looks"] + result["never"] == PEOPLE
    assert result["start_always"] + result["start_looks"] + result["start_never"] == PEOPLE
    assert 0 <= result["met"] <= PEOPLE and 0 <= result["marked"] <= result["decent"]
    assert all(0 <= met <= 100 for met in result["curve_y"])
    drawn = ("looks_good", "looks_bad", "always_good", "always_bad", "never_spots")
    assert sum(len(result[name]["x"]) for name in drawn) == PEOPLE
    places = {place for name in drawn for place in zip(result[name]["x"], result[name]["y"], strict=True)}
    assert len(places) == PEOPLE


@SOME
@given(SETTINGS)
def test_shares_stay_shares(params: dict) -> None:
    counts = start_counts(params["never"], params["trusting"])
    end = expected(counts, params["known"] / 100, params["wrong"] / 100, params["benefit"], params["reasons"])
    assert end["always"] + end["looks"] + end["never"] == pytest.approx(1)
    assert min(end["always"], end["looks"], end["never"]) >= 0


@pytest.mark.parametrize("benefit", [1.5, 2, 3, 4, 6])
@pytest.mark.parametrize("away", [-0.05, 0.05])
def test_published_limit(benefit: float, away: float) -> None:
    """Nowak and Sigmund, Nature 393 (1998): those who look first hold out against rare cheats only if q > c/b.

    Their analytic model: two scores, no wrong entries, looking first against never helping.
    """
    assert shrink(1 / benefit + away, 0, benefit) == (away > 0)


@pytest.mark.parametrize("wrong", [0.02, 0.05, 0.1])
@pytest.mark.parametrize("away", [-0.05, 0.05])
def test_wrong_entries_raise_the_limit(wrong: float, away: float) -> None:
    """With wrong entries the same argument gives q(1 − 2e) > c/b."""
    assert shrink(1 / (3 * (1 - 2 * wrong)) + away, wrong, 3) == (away > 0)


@pytest.mark.parametrize("wrong", [0.01, 0.05, 0.2])
def test_where_everything_is_known_any_error_halves_help(wrong: float) -> None:
    """All look first, q = 1: the share of good records settles where g = e + (1 − 2e)g, at one half whatever e is."""
    assert expected([0, 100, 0], 1.0, wrong, 3, False)["met"] == pytest.approx(0.5, abs=0.06)


@SOME
@given(st.integers(5, 20), st.integers(0, 30), st.sampled_from([2, 3, 6]))
def test_nothing_entered_rightly_is_nothing_known(known: int, never: int, benefit: float) -> None:
    """A record that is a coin toss cannot tell cheats from others: they take over, however well it is known."""
    end = expected([0, 99 - never, 1 + never], known / 20, 0.5, benefit, False)
    assert end["never"] > (1 + never) / PEOPLE


@SOME
@given(SETTINGS)
def test_more_cheats_at_the_start_never_help_helping(params: dict) -> None:
    params = {**params, "trusting": 0, "wrong": 0, "reasons": False, "known": min(params["known"], 95)}
    ends = []
    for never in (10, 30, 60):
        ends.append(met_at(params["known"], start_counts(never, 0), 0, params["benefit"], False))
    assert ends[0] >= ends[1] - 1e-3 and ends[1] >= ends[2] - 1e-3


@SOME
@given(SETTINGS)
def test_same_seed_same_village(params: dict) -> None:
    counts = start_counts(params["never"], params["trusting"])
    same = (counts, params["known"] / 100, params["wrong"] / 100, params["benefit"], params["reasons"], params["seed"])
    assert village(*same) == village(*same)


def test_without_cheats_and_errors_everybody_helps() -> None:
    for known in (0, 50, 95):
        result = run({**START, "never": 0, "known": known}, {})
        assert result["met"] == PEOPLE and result["marked"] == 0


def test_nobody_looks_nobody_is_stopped() -> None:
    result = run({**START, "trusting": 100, "known": 100}, {})
    assert result["never"] == PEOPLE and result["needed"] == -1


@pytest.mark.parametrize("seed", SEEDS)
def test_discover_villages_tip_at_the_limit(seed: int) -> None:
    """Ten cheats, help worth 3, limit 33%: well below it help dies, well above it lasts, in every village drawn."""
    below = run({**START, "known": 20, "seed": seed}, {})
    above = run({**START, "known": 60, "seed": seed}, {})
    assert 30 <= below["limit"] <= below["needed"] <= 40
    assert below["met"] <= 10 and below["never"] >= 90
    assert above["met"] >= 90 and above["never"] <= 10


@pytest.mark.parametrize("seed", SEEDS)
def test_discover_a_wrong_mark_spreads_where_everything_is_known(seed: int) -> None:
    """Five in a hundred entries wrong: half known does better than all known, unless reasons count or some help without
    looking."""
    half = run({**START, "wrong": 5, "known": 60, "seed": seed}, {})
    full = run({**START, "wrong": 5, "known": 100, "seed": seed}, {})
    fair = run({**START, "wrong": 5, "known": 100, "seed": seed, "reasons": True}, {})
    assert full["met"] < half["met"] - 15
    assert full["met_expected"] < half["met_expected"] - 30
    assert fair["met"] > full["met"] + 15
    mercy = run({**START, "wrong": 5, "known": 100, "seed": seed, "trusting": 20}, {})
    assert mercy["met_expected"] > full["met_expected"] + 30
