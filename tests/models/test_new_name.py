"""A new name: the cap, the person without one, who wears the mark, and what newcomers pay."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.new_name import LONGEST, run

START = {
    "years": 3,
    "bite": 50,
    "price": 40,
    "dues": 30,
    "follows": "firm",
    "fee": 60,
    "seen": 30,
    "guess": -1,
}
MONEY = st.integers(0, 40).map(lambda i: 10 * i)
SETTINGS = st.fixed_dictionaries(
    {
        "years": st.integers(0, LONGEST),
        "bite": st.integers(0, 8).map(lambda i: 10 * i),
        "price": MONEY,
        "dues": MONEY,
        "follows": st.sampled_from(["firm", "head", "control"]),
        "fee": MONEY,
        "seen": st.integers(0, 10).map(lambda i: 10 * i),
        "guess": st.just(-1),
    }
)
SOME = settings(max_examples=50, deadline=None)


@SOME
@given(SETTINGS)
def test_bounds(params: dict) -> None:
    result = run(params, {})
    assert 0 <= result["firm"] <= result["person"] == params["bite"] * params["years"]
    marks = len(result["marked_spots"]["x"]) + len(result["clean_spots"]["x"])
    assert marks == LONGEST * (3 if result["way"] == "hired" else 2)
    assert result["firm_line"][params["years"]] == result["firm"]
    assert result["person_line"][params["years"]] == result["person"]


@SOME
@given(SETTINGS)
def test_the_cap(params: dict) -> None:
    """Whatever the term, a name that costs so much to replace never costs more; seen through, not even that."""
    result = run(params, {})
    fresh = params["price"] + params["dues"]
    cap = fresh if params["follows"] == "firm" else fresh + params["fee"]
    if params["follows"] != "control" or params["seen"] == 0:
        assert max(result["firm_line"]) <= cap


@SOME
@given(SETTINGS)
def test_a_longer_mark_costs_nobody_less_and_the_firm_never_gains_more_slowly_than_it_may(params: dict) -> None:
    result = run(params, {})
    for line in (result["person_line"], result["firm_line"]):
        assert all(a <= b for a, b in zip(line, line[1:], strict=False))
    steps = [b - a for a, b in zip(result["firm_line"], result["firm_line"][1:], strict=False)]
    assert all(a >= b - 1e-9 for a, b in zip(steps, steps[1:], strict=False))  # it bends down, never up


@SOME
@given(SETTINGS, st.sampled_from(["price", "dues", "fee", "seen"]))
def test_whatever_makes_a_new_name_dearer_never_helps_the_firm(params: dict, which: str) -> None:
    assert run({**params, which: params[which] + 10}, {})["firm"] >= run(params, {})["firm"]


@SOME
@given(SETTINGS, MONEY)
def test_price_and_dues_are_one_to_the_firm(params: dict, moved: int) -> None:
    """Friedman and Resnick's entry fee: to one who would cheat it does what the dues do."""
    one = run({**params, "price": params["price"] + moved}, {})
    other = run({**params, "dues": params["dues"] + moved}, {})
    assert one["firm"] == other["firm"] and one["way"] == other["way"]


@SOME
@given(SETTINGS)
def test_a_register_that_sees_more_never_helps_the_firm(params: dict) -> None:
    """Name, then head, then control; and wholly seen through, the firm is in the person's place."""
    losses = [run({**params, "follows": follows}, {})["firm"] for follows in ("firm", "head", "control")]
    assert losses == sorted(losses)
    assert run({**params, "follows": "control", "seen": 100}, {})["way"] == "keep"


@SOME
@given(SETTINGS)
def test_at_the_dues_that_are_needed_the_firm_keeps_its_name_and_a_little_below_it_does_not(params: dict) -> None:
    needed = run(params, {})["needed"]
    assert run({**params, "dues": needed}, {})["way"] == "keep"
    if needed >= 1:
        assert run({**params, "dues": needed - 1}, {})["way"] != "keep"


def test_free_names_make_the_mark_worthless() -> None:
    """Friedman and Resnick (2001): where a name costs nothing and newcomers are trusted, no mark deters."""
    for years in range(LONGEST + 1):
        assert run({**START, "years": years, "price": 0, "dues": 0}, {})["firm"] == 0


def test_a_name_that_cannot_be_bought_makes_the_firm_a_person() -> None:
    result = run({**START, "price": 10**9}, {})
    assert result["firm"] == result["person"] == 150 and result["way"] == "keep"
    assert result["firm_line"] == result["person_line"]


@pytest.mark.parametrize("extreme", [{"years": 0}, {"bite": 0}, {"years": 0, "bite": 0, "price": 0, "dues": 0}])
def test_a_mark_that_costs_nothing(extreme: dict) -> None:
    result = run({**START, **extreme}, {})
    assert result["firm"] == result["person"] == 0 and result["way"] == "keep"
    assert result["person_marked"] == result["firm_marked"] == result["hired_marked"] == 0


def test_discover_the_firm_is_capped_by_the_name_and_the_person_by_the_end_of_the_mark() -> None:
    short, long = run({**START, "years": 5}, {}), run({**START, "years": 10}, {})
    assert long["person"] == 2 * short["person"]
    assert long["firm"] == short["firm"] == 70


def test_discover_listing_the_head_moves_the_mark_to_whoever_is_hired() -> None:
    name, head = run(START, {}), run({**START, "follows": "head"}, {})
    assert name["hired_marked"] == 0 and head["hired_marked"] == START["years"]
    assert head["firm_marked"] == 0
    assert head["firm"] - name["firm"] == START["fee"]
