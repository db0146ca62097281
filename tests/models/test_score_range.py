"""The private score: both versions, the exact ranges, and what the offers of a year would have been."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables import score_range as explorable
from explainer.explorables import state
from explainer.models.score_range import DIMENSIONS, order_of, run, weighted

EVIDENCE = load()
DATA = explorable.data(EVIDENCE)
START = {control.name: control.default for control in explorable.EXPLORABLE.controls}
PERSON = st.fixed_dictionaries({name: st.integers(0, 20).map(lambda i: 5 * i) for name in DIMENSIONS})
YEARS = st.integers(explorable.FIRST, explorable.LAST)
SOME = settings(max_examples=80, deadline=None)


def at(person: dict, year: int = 2017) -> dict:
    return run({**person, "year": year}, DATA)


def said(**params) -> str:
    return state.run(explorable.EXPLORABLE, EVIDENCE, {**START, **params}).said


@SOME
@given(PERSON, YEARS)
def test_each_piece_of_knowledge_narrows_the_range(person: dict, year: int) -> None:
    result = at(person, year)
    order, nothing = result["order"], result["nothing"]
    assert DATA["lowest"] <= nothing["low"] <= order["low"] <= order["high"] <= nothing["high"] <= DATA["highest"]
    for score, own in zip(result["scores"], result["orders"], strict=True):
        assert order["low"] <= own["low"] <= score <= own["high"] <= order["high"]


@SOME
@given(PERSON, st.lists(st.integers(0, 1000), min_size=5, max_size=5).filter(any))
def test_no_weighting_of_a_known_order_leaves_its_range(person: dict, weights: list) -> None:
    """The corners are the whole of it: any weights in the order of a version stay between them."""
    result = at(person)
    for version, own in zip(DATA["versions"], result["orders"], strict=True):
        placed = [0] * 5
        for place, weight in zip(order_of(version["weights"]), sorted(weights, reverse=True), strict=True):
            placed[place] = weight
        score = weighted(placed, [person[name] for name in DIMENSIONS], DATA)
        assert own["low"] <= score <= own["high"]


@SOME
@given(PERSON)
def test_the_ends_are_reached_by_the_weights_that_are_named(person: dict) -> None:
    result = at(person)
    for found in (result["order"], result["nothing"], *result["orders"]):
        for end in ("low", "high"):
            weights = [1 if i in found[f"{end}_of"] else 0 for i in range(5)]
            assert weighted(weights, [person[name] for name in DIMENSIONS], DATA) == found[end]


@SOME
@given(PERSON, st.sampled_from(DIMENSIONS), st.integers(1, 20))
def test_more_of_anything_never_lowers_anything(person: dict, name: str, more: int) -> None:
    before, after = at(person), at({**person, name: min(100, person[name] + 5 * more)})
    assert all(x <= y for x, y in zip(before["scores"], after["scores"], strict=True))
    for known in ("order", "nothing"):
        assert before[known]["low"] <= after[known]["low"] and before[known]["high"] <= after[known]["high"]


@pytest.mark.parametrize(("level", "score"), [(0, 350), (50, 650), (100, 950)])
def test_equal_dimensions_leave_no_doubt(level: int, score: int) -> None:
    result = at(dict.fromkeys(DIMENSIONS, level))
    assert result["scores"] == [score, score] and result["order_bar"] == result["nothing_bar"] == [score, score]
    assert "the weights cannot matter" in said(**dict.fromkeys(DIMENSIONS, level))


@SOME
@given(PERSON, YEARS)
def test_an_offer_is_judged_as_the_ranges_say(person: dict, year: int) -> None:
    result = at(person, year)
    for offer in result["offers"]:
        if offer["verdict"] == "sure":
            assert all(offer["by_version"])
        if offer["verdict"] in ("never", "beyond"):
            assert not any(offer["by_version"])
        assert (offer["verdict"] == "never") == (result["nothing"]["high"] < offer["points"])


def test_offers_are_read_from_the_evidence() -> None:
    found = {(offer["year"], offer["points"]) for offer in DATA["offers"]}
    assert found == {(2015, 700), (2015, 750), (2017, 650), (2018, 600), (2018, 750)}
    assert [DATA["lowest"], DATA["highest"]] == [explorable.LOWEST, explorable.HIGHEST]
    assert max(len(f"{offer['points']}: {offer['label']}") for offer in DATA["offers"]) <= 28
    per_year = [len(list(group)) for _, group in itertools.groupby(DATA["offers"], key=lambda offer: offer["year"])]
    assert max(per_year) <= len(explorable.AT_OFFERS)


def test_a_year_before_the_score_and_a_year_without_an_offer_get_a_sentence() -> None:
    assert "In 2014 there was no Sesame score" in said(year=2014) and "28 January 2015" in said(year=2014)
    assert "For 2016 we found no offer" in said(year=2016)
    assert at(START, 2014)["early_at"] and not at(START, 2014)["none_at"]


def test_discover_the_rumours_look_exact_and_the_order_alone_does_not() -> None:
    """At the start 15 points lie between the versions, 150 within the order, and the bicycle hangs on it."""
    result = at({name: START[name] for name in DIMENSIONS})
    assert result["scores"] == [638, 653] and result["between"] == 15
    assert result["order_bar"] == [560, 710] and result["nothing_bar"] == [530, 830]
    assert result["offers"][0]["by_version"] == [False, True] and result["offers"][0]["verdict"] == "open"


def test_discover_the_versions_are_never_far_apart_and_the_order_can_be() -> None:
    corners = [at(dict(zip(DIMENSIONS, values, strict=True))) for values in itertools.product((0, 100), repeat=5)]
    assert max(result["between"] for result in corners) == 30
    assert max(result["order_spread"] for result in corners) == 480


def test_discover_both_versions_above_the_number_and_still_open() -> None:
    result = at({"history": 40, "payment": 60, "behaviour": 80, "identity": 50, "relations": 60})
    assert all(result["offers"][0]["by_version"]) and result["offers"][0]["verdict"] == "open"
