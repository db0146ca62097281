"""The sieve: each entry drawn once, demands that only take away, counts that add up, and what is to be found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.study_sieve import ENTRIES, EXPLORABLE, GROUP_OF, WAYS, entries
from explainer.models.study_sieve import (
    CORE,
    DEMANDS,
    DIRECTIONS,
    GROUPS,
    HEAD,
    group,
    height,
    meets,
    places,
    rows,
    run,
    say,
)
from tests.explorables.settings import states

DATA = entries(load())
ALL = DATA["entries"]
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)
SOME = settings(max_examples=40, deadline=None)


def at(*demands: str, **changed) -> tuple[dict, dict]:
    params = {**START, **dict.fromkeys(demands, True), **changed}
    return params, run(params, DATA)


def told(*demands: str, **changed) -> str:
    params, result = at(*demands, **changed)
    return say(params, result, DATA, WORDS)


def left(*demands: str) -> list[str]:
    params, result = at(*demands)
    return [row[0] for row in rows(params, result, DATA, WORDS)] if result["left"] else []


def test_controls_fit_the_table() -> None:
    """A row added must be in reach of the slider: set ENTRIES in the explorable to the number of rows of the table."""
    assert len(ALL) == ENTRIES
    assert {entry["about"] for entry in ALL} == set(GROUP_OF)
    assert {entry["direction"] for entry in ALL} == set(WAYS.values()) == set(DIRECTIONS)
    assert len({entry["label"] for entry in ALL}) == ENTRIES


def test_the_companion_table_agrees_with_the_table_of_studies() -> None:
    evidence = load()
    for row in evidence.rows("effect_evidence"):
        for key in row["study"]:
            study = evidence.row("studies", key)
            assert row["finding"] == study["finding"] and row["grade"] == study["grade"]
            assert row["sources"] == study["sources"]
        if not row["study"]:
            assert row["grade"] != "A", "an office on its own success is at most B"
    listed = {key for row in evidence.rows("effect_evidence") for key in row["study"]}
    assert {row["id"] for row in evidence.rows("studies") if row["criticism"] == "effect"} <= listed


def test_what_has_no_comparison_or_is_an_opinion_points_nowhere() -> None:
    for entry in ALL:
        assert (entry["measured"] == "opinion") == (entry["direction"] == "opinion")
        if entry["compared"] == "none" and entry["measured"] != "opinion":
            assert entry["direction"] == "none"


def test_every_entry_has_a_row_of_its_own_in_its_group() -> None:
    place = places(DATA)
    assert len(set(place["rows"])) == ENTRIES and sorted(place["order"]) == list(range(ENTRIES))
    assert all(0 < y < height(DATA) for y in place["rows"])
    for entry, y in zip(ALL, place["rows"], strict=True):
        above = [head for head in place["heads"] if head - HEAD / 2 > y]
        assert GROUPS[len(above) - 1] == group(entry)


@SOME
@given(states(EXPLORABLE))
def test_every_entry_is_drawn_exactly_once_and_counts_add_up(params: dict) -> None:
    result = run(params, DATA)
    assert result["left"] == sum(result["by_group"]) == sum(result["by_way"].values()) == len(result["kept"]["y"])
    assert sorted(result["kept"]["y"] + result["gone"]["y"]) == sorted(places(DATA)["rows"])
    assert len(result["full"]["x"]) + len(result["empty"]["x"]) == len(DEMANDS) * result["left"]
    assert sum(len(way["x"]) for way in result["ways"].values()) == result["left"]
    assert len(rows(params, result, DATA, WORDS)) == max(1, result["left"])


@SOME
@given(states(EXPLORABLE), st.sampled_from(DEMANDS))
def test_each_demand_only_takes_away_and_leaves_what_meets_it(params: dict, demand: str) -> None:
    without, with_ = run({**params, demand: False}, DATA), run({**params, demand: True}, DATA)
    assert set(with_["kept"]["y"]) <= set(without["kept"]["y"])
    heights = dict(zip(places(DATA)["rows"], ALL, strict=True))
    assert with_["left"] == sum(meets(heights[y], demand) for y in without["kept"]["y"])


@SOME
@given(states(EXPLORABLE))
def test_the_answer_to_the_guess_does_not_depend_on_the_demands(params: dict) -> None:
    assert run(params, DATA)["core"] == len(left(*CORE))


def test_the_arrow_keys_read_every_entry_once() -> None:
    assert len({told(entry=k) for k in range(1, ENTRIES + 1)}) == ENTRIES


def test_none_one_and_many_are_said() -> None:
    assert told(*DEMANDS).startswith(f"No entry of {ENTRIES} meets these six demands together.")
    assert told(*CORE).startswith(f"One entry of {ENTRIES} is left. As intended: one. None drew its groups by lot.")
    assert told().startswith(f"Nothing is demanded yet, so all {ENTRIES} entries stand.")
    assert "the last one is read" in told(*CORE, entry=9)
    assert told(guess=0).startswith(f"You guessed zero; it is one of {ENTRIES}.")
    assert WORDS["say_none_one"].endswith("this demand.")


@pytest.mark.parametrize("demand", DEMANDS)
def test_every_demand_is_met_by_some_and_not_by_all(demand: str) -> None:
    assert 0 < at(demand)[1]["left"] < ENTRIES


def test_discover_how_thin_the_evidence_is() -> None:
    """Conduct and a comparison leave mostly firms; people and a state scheme on top leave one; a close reading none."""
    firms = at("conduct", "compared")[1]
    assert firms["firms"] > 2 * firms["people"] and firms["intended"] > 5 * firms["reverse"]
    assert left(*CORE) == ["Household spending"]
    assert at(*CORE, "closely")[1]["left"] == 0
    games = [entry for entry in ALL if entry["label"].startswith("Trust game")]
    assert {entry["direction"] for entry in games} == {"intended", "reverse"} and not any(e["state"] for e in games)
