"""Who acts: agreements by year, what carries a breach now, and what the reader should discover."""

from __future__ import annotations

import copy

import pytest

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.who_acts import BREACHES, EXPLORABLE, FIRST, GENERAL, KINDS, LAST, NAMED, REWARDS
from explainer.models.who_acts import run, say

YEARS = range(FIRST, LAST + 1)


@pytest.fixture(scope="module")
def evidence():
    return load()


@pytest.fixture(scope="module")
def data(evidence):
    return EXPLORABLE.data(evidence)


def at(data: dict, year: int, breach: str = "wages", kind: str = "spending") -> dict:
    return run({"breach": breach, "year": year, "kind": kind}, data)


def said(evidence, year: int, breach: str, kind: str = "spending") -> str:
    return state.run(EXPLORABLE, evidence, {"breach": breach, "year": year, "kind": kind}).said


def test_every_row_of_the_table_is_used_once_or_for_all_who_are_listed(evidence, data) -> None:
    used = [row["id"] for breach in data["breaches"] for row in breach["memoranda"]]
    assert len(used) == len(set(used))
    everything = set(used) | {row["id"] for breach in data["breaches"] for row in breach["measures"]}
    assert everything == {row["id"] for row in evidence.rows("joint_punishment")}


def test_kinds_are_those_of_the_table_in_its_order(evidence) -> None:
    rows = sorted(evidence.rows("measures"), key=lambda row: row["number"])
    assert list(KINDS) == [row["id"] for row in rows]
    assert all(label.startswith(f"{row['number']} ") for label, row in zip(KINDS.values(), rows, strict=True))
    assert set(NAMED) | set(GENERAL) == set(KINDS)
    assert all(set(named) <= set(BREACHES) for named in NAMED.values())


def test_discover_a_rush_then_none_and_a_legal_basis(data) -> None:
    signed = [at(data, year)["signed"] for year in YEARS]
    assert signed[0] == 0 and signed == sorted(signed)
    new = {year: after - before for year, before, after in zip(YEARS[1:], signed, signed[1:], strict=False)}
    assert 2 * sum(new[year] for year in (2016, 2017, 2018)) > signed[-1]
    assert not any(new[year] for year in range(2021, LAST + 1))
    assert [at(data, year)["pattern"] for year in YEARS] == [""] * 8 + ["/"] * 6
    lists = [breach for breach in BREACHES if at(data, LAST, breach)["lists"]]
    assert "wages" in lists and "environment" not in lists


def test_bars_count_the_latest_memorandum_that_stands(data) -> None:
    assert [at(data, year, "judgment")["own_bodies"] for year in (2013, 2014, 2015, 2016, 2026)] == [None, 8, 8, 44, 44]
    assert at(data, 2015, "tax")["standing"] == ["memo-tax-2014"]
    assert at(data, 2016, "tax")["standing"] == ["memo-tax-2016"]
    assert at(data, 2016, "judgment")["standing"] == ["memo-defaulters-2014", "memo-defaulters-2016"]


def test_a_count_that_was_not_read_is_said_and_draws_no_bar(evidence, data) -> None:
    assert "20 bodies had signed" in said(evidence, 2018, "logistics")
    unread = copy.deepcopy(data)
    row = next(breach for breach in unread["breaches"] if breach["id"] == "logistics")["memoranda"][0]
    row["bodies"] = None
    values = {"breach": "logistics", "year": 2018, "kind": "spending"}
    result = run(values, unread)
    assert result["own_bar"] == [0] and "2017 · count not read" in result["marks"]
    assert "how many bodies was not read" in say(values, result, unread, state.words(EXPLORABLE))


@pytest.mark.parametrize("breach", [*BREACHES, *REWARDS])
def test_a_year_before_any_rule_says_so(evidence, breach: str) -> None:
    assert "no agency had joined in any national memorandum" in said(evidence, 2013, breach)


def test_what_was_not_found_is_said(evidence) -> None:
    assert "no memorandum yet" in said(evidence, 2015, "wages")
    assert "We found no national list for it." in said(evidence, 2026, "environment")
    assert "has none on it" in said(evidence, 2026, "service")
    assert "a memorandum made the list" in said(evidence, 2018, "hospital")
    assert "Whether it is still used was not found." in said(evidence, 2026, "hospital")
    assert "not yet in force in 2018" in said(evidence, 2018, "wages")
    assert "by 27 November 2026" in said(evidence, 2026, "wages")
    assert "no national list of measures existed before 16 December 2021" in said(evidence, 2020, "wages")


def test_a_kind_of_measure_says_its_grade_and_whom_it_names(evidence) -> None:
    assert "it meets this breach" in said(evidence, 2022, "judgment", "spending")
    assert "grade C" in said(evidence, 2022, "judgment", "spending")
    assert "names others" in said(evidence, 2022, "tax", "school")
    assert "not tied to this breach" in said(evidence, 2022, "tax", "lending")
    assert "cannot say that it applies" in said(evidence, 2022, "environment", "awards")


def test_the_guidance_of_2020_is_about_punishment(evidence, data) -> None:
    for breach in REWARDS:
        assert "no line for rewards" in said(evidence, 2026, breach)
        assert "the agreement alone is not enough" not in said(evidence, 2026, breach)
        assert at(data, 2026, breach)["own_pattern"] == ""
    assert "the agreement alone is not enough" in said(evidence, 2020, "wages")
    assert "the agreement alone is not enough" not in said(evidence, 2019, "wages")


@pytest.mark.parametrize("year", YEARS)
def test_every_breach_has_a_mark_and_a_table(evidence, data, year: int) -> None:
    result = at(data, year)
    assert len(result["marks"]) == len(result["labels"]) == len(BREACHES) + len(REWARDS) and all(result["marks"])
    assert all(0 <= bodies <= 51 for bodies in result["bodies"])
    for breach in (*BREACHES, *REWARDS):
        assert state.run(EXPLORABLE, evidence, {"breach": breach, "year": year, "kind": "lending"}).rows
