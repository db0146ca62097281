"""When a record comes off: terms out of the rows, what a reader should discover, and input that makes no sense."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.off_the_list import EXPLORABLE, KINDS, RIGHTS, _months, tables
from explainer.models.off_the_list import OPEN, counted, ends, rows, run, say, worded
from tests.explorables.settings import states

DATA = tables(load())
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)
SOME = settings(max_examples=60, deadline=None)
LISTS = [2013, 2017, 2021, 2023, 2026]
PENALTIES = [2017, 2021, 2023, 2025, 2026]


def asked(**changed) -> dict:
    return run({**START, **changed}, DATA)


def told(**changed) -> str:
    params = {**START, **changed}
    return say(params, run(params, DATA), DATA, WORDS)


def test_terms_are_those_of_the_rows() -> None:
    terms = {
        kind: [(rule["term"], rule["least"]) for rule in row["rules"] if rule["term"] != OPEN]
        for kind, row in DATA["kinds"].items()
    }
    assert terms == {
        "court-first": [],
        "court-other": [(24, 0)],
        "market": [(36, 12)],
        "tax": [(36, 6)],
        "wages": [(36, 6)],
        "customs": [(36, 12)],
        "minor": [(60, 0), (3, 0), (3, 0), (3, 0)],
        "general": [(60, 0), (36, 6), (12, 3), (12, 3)],
        "serious": [(60, 0), (36, 0), (36, 12), (36, 12)],
    }
    assert DATA["kinds"]["court-other"]["rules"][1]["extra"] == 36
    with pytest.raises(ValueError, match="no longer says"):
        _months({"id": "x", "duration": "Two years"}, "duration", "Three years")


def test_every_kind_has_the_five_rulebooks() -> None:
    assert set(KINDS) == set(EXPLORABLE.controls[0].options)
    for name, kind in DATA["kinds"].items():
        years = PENALTIES if name in ("minor", "general", "serious") else LISTS
        assert [rule["year"] for rule in kind["rules"]] == years
        assert all(rule["sources"] or rule["mode"] == "none" for rule in kind["rules"])


def test_a_penalty_put_right_goes_after_months_in_2026_and_after_years_in_shanghai() -> None:
    """What a reader should discover."""
    assert asked()["firsts"] == [60, OPEN, OPEN, 3, 3]
    assert asked(repair="paid")["firsts"][3:] == [12, 12]
    assert asked(kind="serious")["firsts"][4] == 12
    assert "could come off in August 2026" in told()


@pytest.mark.parametrize(
    ("year", "month", "states_"),
    [(2025, 11, ["rule", "early"]), (2025, 12, ["rule", "rule"]), (2026, 1, ["over", "rule"])],
)
def test_the_register_changes_its_clock_on_25_december_2025(year: int, month: int, states_: list) -> None:
    general = asked(year=year, month=month)
    assert [general["states"][1], general["states"][3]] == states_


def test_the_register_lets_go_sooner_on_request_and_of_minor_penalties_by_itself() -> None:
    assert asked(year=2024)["firsts"][1] == 6 and asked(year=2024, repair="paid")["firsts"][1] == 36
    assert asked(year=2024, kind="serious")["firsts"][1] == 36 and asked(kind="serious")["firsts"][3] == 12
    assert asked(kind="minor", repair="nothing")["firsts"][3] == 3 and "goes by itself" in told(kind="minor")


def test_the_first_ground_ends_by_payment_alone() -> None:
    first = {"kind": "court-first", "year": 2018}
    assert asked(**first, repair="nothing")["lasts"][1] == OPEN
    assert asked(**first, repair="paid", after=48)["firsts"][1] == 48
    other = {"kind": "court-other", "year": 2018}
    assert asked(**other, repair="nothing")["firsts"][1] == 24
    assert asked(**other, repair="paid", after=6)["firsts"][1] == 6
    assert "need not" in told(**other, repair="paid", after=6)


def test_wages_count_from_payment_and_tax_from_publication() -> None:
    assert asked(kind="wages", year=2024, after=10)["firsts"][2] == 16
    assert asked(kind="tax", year=2024, after=10)["firsts"][2] == 10
    assert asked(kind="tax", year=2024, after=2)["firsts"][2] == 6
    assert "too late" in told(kind="wages", year=2024, after=40)


def test_a_repair_before_the_record_is_answered() -> None:
    assert "object to the record as wrong" in told(after=-3) and "three months before" in told(after=-3)
    assert asked(after=-3)["firsts"] == asked(after=0)["firsts"]
    assert "before the record" not in told(after=-3, repair="nothing")


def test_a_record_older_than_every_rule_gets_a_sentence() -> None:
    result = asked(kind="market", year=2013, month=1)
    assert result["states"] == ["none", "none", "early", "early", "early"]
    said = told(kind="market", year=2013, month=1)
    assert "no day can be given" in said and "Not yet in force then: 2021, 2023 and 2026" in said


@pytest.mark.parametrize(("month", "states_"), [(4, ["unread", "early"]), (5, ["over", "rule"])])
def test_the_court_changes_its_rule_on_1_may_2017(month: int, states_: list) -> None:
    assert asked(kind="court-other", year=2017, month=month)["states"][:2] == states_


@SOME
@given(states(EXPLORABLE))
def test_no_setting_is_left_without_an_answer(params: dict) -> None:
    result = run(params, DATA)
    assert len(result["heads"]) == len(result["notes"]) == 5
    for one, bar, pale in zip(result["found"], result["solid"], result["pale"], strict=True):
        assert 0 <= bar <= 5.2 and 0 <= pale <= 5
        assert (bar + pale > 0) <= (one["state"] == "rule")
    assert len(say(params, result, DATA, WORDS)) > 60
    table = rows(params, result, DATA, WORDS)
    assert len(table) == 6 and all(len(row) == 4 + len(RIGHTS) and all(row) for row in table)


@SOME
@given(st.sampled_from(sorted(KINDS)), st.integers(0, 48))
def test_doing_more_never_keeps_a_record_longer(kind: str, after: int) -> None:
    for rule in DATA["kinds"][kind]["rules"]:
        if rule["mode"] not in ("none", "unread"):
            least, paid, most = (ends(rule, repair, after)["first"] for repair in ("nothing", "paid", "applied"))
            assert most <= paid and (paid <= least or least == OPEN)


def test_months_are_worded() -> None:
    assert worded(counted(2024, 12) + 14, WORDS) == "February 2026"
