"""Choose a list: every answer is a cell of the table, and what a reader should discover."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.choose_a_list import EXPLORABLE, FIRST, LAST, LISTS, table
from explainer.models.choose_a_list import HIDDEN, PLAN, rows, run, say, standing
from tests.explorables.settings import states

EVIDENCE = load()
DATA = table(EVIDENCE)
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)
ENTRIES = {entry["id"]: entry for entry in DATA["lists"]}


def told(**changed) -> str:
    params = {**START, **changed}
    return say(params, run(params, DATA), DATA, WORDS)


def shown(**changed) -> dict[str, list[str]]:
    params = {**START, **changed}
    return {row[0]: row[1:] for row in rows(params, run(params, DATA), DATA, WORDS)}


def in_force(year: int) -> set[str]:
    return {key for key, entry in ENTRIES.items() if standing(entry, year) == "force"}


def test_every_list_of_the_table_can_be_chosen() -> None:
    assert sorted(LISTS) == sorted(row["id"] for row in EVIDENCE.rows("lists"))
    assert all(len(label) <= 22 for label in LISTS.values()) and len(set(LISTS.values())) == len(LISTS)


def test_texts_end_without_a_stop_and_carry_no_markup() -> None:
    """The sentence sets the stops itself."""
    for entry in DATA["lists"]:
        for part in ("name", "keeper", "legal_basis", "duration", "way_off"):
            assert not entry[part].endswith(".") and not set("<>&{}") & set(entry[part]), entry


def test_in_2013_only_the_courts_rules_were_in_force() -> None:
    assert in_force(2013) == {"judgment-defaulters", "spending-restriction"}
    assert in_force(2010) == {"spending-restriction"}
    assert "two of 27" in told(year=2013)


def test_three_years_is_common_and_several_texts_are_silent() -> None:
    threes = [entry for entry in DATA["lists"] if entry["duration"].startswith("Three years")]
    silent = [entry for entry in DATA["lists"] if not entry["duration"] and not entry["way_off"]]
    assert len(threes) >= 4 and len(silent) >= 4


@pytest.mark.parametrize("key", LISTS)
def test_the_sentence_is_the_row(key: str) -> None:
    said, entry = told(list=key, other="no"), ENTRIES[key]
    for part in ("name", "level", "keeper", "legal_basis", "since", "duration", "way_off"):
        assert entry[part] in said
    assert f"grade {entry['grade']}" in said and all(source in said for source in entry["sources"])
    assert ("the text read does not say" in said) == (not entry["duration"] or not entry["way_off"])


def test_before_the_rule_the_answer_is_not_yet() -> None:
    assert "Not yet in force at the end of 2021: the rule named dates from 1 February 2022" in told(
        list="major-tax", year=2021
    )
    assert "In force at the end of 2022" in told(list="major-tax", other="no", year=2022)


def test_an_end_is_told() -> None:
    """No row has one yet; when one has, the year of the end is outside."""
    ended = {**ENTRIES["telecom"], "to_year": 2020, "until": "June 2020"}
    assert [standing(ended, year) for year in (2016, 2017, 2019, 2020)] == ["before", "force", "force", "ended"]
    data = {**DATA, "lists": [ended]}
    params = {**START, "list": "telecom", "other": "no", "year": 2021}
    assert "it ran from 1 September 2017 to June 2020" in say(params, run(params, data), data, WORDS)


def test_nothing_and_itself_are_not_compared() -> None:
    for other in ("no", START["list"]):
        assert all(cells[1] == "–" for cells in shown(other=other).values())
        assert run({**START, "other": other}, DATA)["second"]["y"] == [HIDDEN, HIDDEN]
    assert "cannot differ" in told(other=START["list"])
    assert "Compared with" not in told(other="no")


def test_the_default_shows_two_ways_off() -> None:
    off = shown()["What is the way off?"]
    assert "within three working days of paying" in off[0] and "six months" in off[1]


@settings(max_examples=60, deadline=None)
@given(states(EXPLORABLE))
def test_every_setting_fills_the_table_and_the_lanes(params: dict) -> None:
    result = run(params, DATA)
    assert sum(result["counts"].values()) == len(result["labels"]) == len(LISTS)
    assert result["counts"]["force"] == len(in_force(params["year"]))
    assert all(cell.strip() for row in rows(params, result, DATA, WORDS) for cell in row)
    both = params["other"] not in ("no", params["list"])
    assert sum(label.startswith("<b>") for label in result["labels"]) == (2 if both else 1)
    assert FIRST < result["line"]["x"][0] <= DATA["today"] < LAST + 1


def test_memoranda_are_told_apart_by_their_level() -> None:
    plans = {key for key, entry in ENTRIES.items() if entry["level"] == PLAN}
    assert plans == {"medical-order", "marriage-registration", "finance"}
