"""The basket: everyone is counted once, honest where clues are separate, overconfident where they are not."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.explorables import state
from explainer.explorables.basket_guess import EXPLORABLE
from explainer.models.basket_guess import PEOPLE, belief, fit, run, say
from tests.explorables.settings import states

START = state.defaults(EXPLORABLE)
WORDS = state.words(EXPLORABLE)
SOME = settings(max_examples=40, deadline=None)
SHARE = st.integers(0, 20).map(lambda i: i / 20)


@SOME
@given(states(EXPLORABLE))
def test_everyone_is_marked_or_not_and_has_the_trait_or_not(params: dict) -> None:
    result = run(params, {})
    groups = ("right", "wrong", "missed", "left_alone")
    assert all(result[group] >= 0 for group in groups)
    assert sum(result[group] for group in groups) == PEOPLE == sum(result["key_counts"])
    assert result["right"] + result["missed"] == result["having"]
    places = [
        place
        for name in ("right_spots", "wrong_spots", "missed_spots", "alone_spots")
        for place in zip(result[name]["x"], result[name]["y"], strict=True)
    ]
    assert len(set(places)) == PEOPLE


@SOME
@given(SHARE, SHARE, SHARE, st.integers(0, 5))
def test_belief_is_a_probability_and_symmetric(common: float, a: float, b: float, k: int) -> None:
    """Swap who has the trait and who has not: the belief is the rest to one."""
    sure, other = belief(common, a, b, k), belief(1 - common, b, a, k)
    if sure >= 0:
        assert 0 <= sure <= 1
        assert sure + other == pytest.approx(1)
    else:
        assert other == -1


@SOME
@given(SHARE, SHARE, SHARE, st.integers(1, 5))
def test_where_clues_are_separate_the_rule_is_right_about_itself(common: float, a: float, b: float, k: int) -> None:
    having, lacking = common * fit(a, k, 0), (1 - common) * fit(b, k, 0)
    if having + lacking > 0:
        assert belief(common, a, b, k) == pytest.approx(having / (having + lacking))


@SOME
@given(SHARE, SHARE, SHARE, st.integers(1, 5), st.integers(0, 10).map(lambda i: i / 10))
def test_tied_clues_make_the_rule_overconfident(common: float, a: float, b: float, k: int, together: float) -> None:
    """Where the clues speak for the trait (a > b), the belief is never below the truth."""
    a, b = max(a, b), min(a, b)
    having, lacking = common * fit(a, k, together), (1 - common) * fit(b, k, together)
    sure = belief(common, a, b, k)
    if having + lacking > 0 and sure >= 0:
        assert sure >= having / (having + lacking) - 1e-12


@SOME
@given(states(EXPLORABLE))
def test_a_further_purchase_marks_no_more(params: dict) -> None:
    marked = [run({**params, "facts": k}, {})["marked"] for k in range(6)]
    assert marked[0] == PEOPLE and marked == sorted(marked, reverse=True)


@pytest.mark.parametrize(
    ("changed", "right", "wrong"),
    [({"common": 0}, 0, 20), ({"common": 100}, None, 0), ({"with_trait": 0, "without": 0}, 0, 0), ({"facts": 0}, 10, 190)],
)
def test_the_ends(changed: dict, right: int | None, wrong: int) -> None:
    params = {**START, **changed}
    result = run(params, {})
    assert result["wrong"] == wrong
    assert right is None or result["right"] == right
    sentence = say(params, result, {}, WORDS)
    assert "{" not in sentence and sentence.endswith(".")


def test_nobody_to_judge_is_said_and_not_divided() -> None:
    params = {**START, "with_trait": 0, "without": 0}
    result = run(params, {})
    assert result["belief"] == -1 and result["belief_bar"] == [] and result["fact_bar"] == []
    assert "marks nobody" in say(params, result, {}, WORDS)


def test_one_of_each_is_said_in_the_singular() -> None:
    params = {**START, "common": 1, "with_trait": 50, "facts": 1, "without": 0}
    said = say(params, run(params, {}), {}, WORDS)
    assert "It marks one person of 200 and is right." in said
    assert "Of the two who fall behind, one is not marked." in said


def test_gigerenzers_eight_of_103() -> None:
    """The mammography problem (Gigerenzer and Hoffrage 1995): 1 per cent, 80 against 9.6 per cent, so 7.8 per cent."""
    assert belief(0.01, 0.8, 0.096, 1) == pytest.approx(0.078, abs=5e-4)


@pytest.mark.parametrize("together", [40, 50, 60, 80])
def test_discover_sure_and_wrong_for_most_it_marks(together: int) -> None:
    result = run({**START, "together": together}, {})
    assert result["belief_percent"] > 80
    assert result["wrong"] > 2 * result["right"] > 0
