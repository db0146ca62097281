"""Facts and crowds: the ladder only goes down, bits add up, and four or five facts leave nobody else."""

from __future__ import annotations

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.explorables import state
from explainer.explorables.lost_in_a_crowd import EXPLORABLE
from explainer.models.lost_in_a_crowd import BIRTHS, BUYS, CROWDS, HOMES, TRADES, rows, run, say, told
from tests.explorables.settings import states

START = state.defaults(EXPLORABLE)
WORDS = state.words(EXPLORABLE)
SOME = settings(max_examples=40, deadline=None)
FINER = {"birth": list(BIRTHS), "home": list(HOMES), "work": list(TRADES), "buy": list(BUYS)}


@SOME
@given(states(EXPLORABLE))
def test_each_fact_leaves_as_many_or_fewer(params: dict) -> None:
    result = run(params, {})
    assert result["left"][0] == result["crowd"] - 1
    assert all(0 <= after <= before for before, after in zip(result["left"], result["left"][1:], strict=False))
    assert 0 <= result["alone_percent"] <= 100
    drawn = len(result["many"]["x"]) + len(result["few"]["x"])
    assert drawn == 1 + result["facts"] == 6 - len(result["untold"]["x"])
    assert drawn == len(result["seen"]["x"]) + len(result["tiny"]["x"])


@SOME
@given(states(EXPLORABLE))
def test_bits_are_halvings_of_the_crowd(params: dict) -> None:
    result = run(params, {})
    assert result["others"] == pytest.approx((result["crowd"] - 1) / 2 ** result["bits_told"], rel=1e-9)
    assert 2 ** result["bits_needed"] == pytest.approx(result["crowd"])


@SOME
@given(states(EXPLORABLE), st.sampled_from(sorted(FINER)))
def test_a_finer_fact_never_leaves_more_where_facts_are_new(params: dict, name: str) -> None:
    """With overlap it can: telling a dull fact first makes the next one count for less."""
    left = [run({**params, "repeat": 0, name: value}, {})["others"] for value in FINER[name]]
    assert left == sorted(left, reverse=True)


@SOME
@given(states(EXPLORABLE))
def test_more_overlap_never_leaves_fewer(params: dict) -> None:
    left = [run({**params, "repeat": repeat}, {})["others"] for repeat in range(0, 100, 10)]
    assert all(later >= earlier * (1 - 1e-12) for earlier, later in zip(left, left[1:], strict=False))


@SOME
@given(states(EXPLORABLE))
def test_the_fact_that_did_it(params: dict) -> None:
    result = run(params, {})
    after = [result["left"][0]] + [n for n, is_told in zip(result["left"][1:], told(params), strict=True) if is_told]
    if result["needed"] > 0:
        assert after[result["needed"]] < 1 <= after[result["needed"] - 1] + 1e-6
    elif result["needed"] < 0:
        assert after[-1] >= 1 - 1e-6
    else:
        assert result["crowd"] == 1


def test_a_crowd_of_one_hides_nobody() -> None:
    for told_or_not in (True, False):
        result = run({**START, "crowd": "one", "sex": told_or_not}, {})
        assert result["others"] == 0 and result["alone_percent"] == 100 and result["bits_needed"] == 0
        assert say({**START, "crowd": "one"}, result, {}, WORDS) == WORDS["say_one"]


def test_with_nothing_told_everyone_fits() -> None:
    nothing = {**START, "sex": False, "birth": "none", "home": "none", "work": "none", "buy": "none"}
    for crowd, many in CROWDS.items():
        result = run({**nothing, "crowd": crowd}, {})
        assert result["others"] == many - 1 and result["bits_told"] == 0 and result["facts"] == 0


def test_a_place_larger_than_the_crowd_tells_nothing() -> None:
    known, unknown = (run({**START, "crowd": "village", "home": home}, {})["others"] for home in ("county", "none"))
    assert known == unknown


def test_sweeneys_arithmetic() -> None:
    """Sex and day of birth make 2 x 365 x 80 = 58,400 kinds of people, so most of a village stand alone (Sweeney 2000)."""
    assert 2 * BIRTHS["day"] == 2 * 365 * 80
    result = run({**START, "crowd": "village", "home": "none", "work": "none", "buy": "none"}, {})
    assert result["alone_percent"] == pytest.approx(100 * math.exp(-999 / 58400))
    assert result["alone_percent"] > 95


def test_every_row_is_worded() -> None:
    result = run(START, {})
    fits = [row[1] for row in rows(START, result, {}, WORDS)]
    assert fits == ["all", "1 in 2", "1 in 29,200", "1 in 2,800", "1 in 100", "1 in 5"]


@pytest.mark.parametrize("repeat", [0, 10, 20])
def test_discover_four_or_five_ordinary_facts_leave_nobody_else(repeat: int) -> None:
    result = run({**START, "repeat": repeat, "buy": "model"}, {})
    assert 4 <= result["needed"] <= 5
    assert all(share >= 1 / 30000 for share in (1 / 2, 1 / BIRTHS["day"], HOMES["county"] / CROWDS["country"], 1 / 100))
