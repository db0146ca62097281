"""A firm's life: an event moves its own lanes, the national grades stay hidden, and odd input gets a sentence."""

from __future__ import annotations

import itertools

import pytest

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.firms_life import EXPLORABLE, FIRST, LAST, tables
from explainer.models.firms_life import run

BEST = {"year": 2026, "tax": "none", "customs": "none", "pollution": "none", "judgment": False, "repaired": False}
WORST = {"year": 2026, "tax": "evasion", "customs": "grave", "pollution": "grave", "judgment": True, "repaired": False}
CHOICES = {
    "tax": ["none", "late", "evasion"],
    "customs": ["none", "error", "listed", "grave"],
    "pollution": ["none", "light", "serious", "grave"],
    "judgment": [False, True],
    "repaired": [False, True],
}
OWN = {"tax": {"tax"}, "customs": {"customs"}, "pollution": {"environment", "jiangsu"}, "judgment": {"court"}}


@pytest.fixture(scope="module")
def data() -> dict:
    return tables(load())


def lanes(params: dict, data: dict) -> dict:
    return {lane["id"]: lane for lane in run(params, data)["lanes"]}


def said(params: dict) -> str:
    return state.run(EXPLORABLE, load(), params).said


def test_the_national_grades_are_hidden_whatever_the_firm_does(data: dict) -> None:
    for values in itertools.product(*CHOICES.values()):
        params = dict(zip(CHOICES, values, strict=True))
        assert lanes({**params, "year": 2026}, data)["unified"]["status"] == "hidden"
        assert lanes({**params, "year": 2020}, data)["appraisal"]["status"] == "hidden"


@pytest.mark.parametrize("event", OWN)
@pytest.mark.parametrize("start", [BEST, WORST])
def test_an_event_moves_only_its_own_lanes(event: str, start: dict, data: dict) -> None:
    before = lanes(start, data)
    moved = set()
    for value in CHOICES[event]:
        after = lanes({**start, event: value}, data)
        moved |= {name for name in after if after[name] != before[name]}
    assert moved == OWN[event]


def test_the_rows_settle_the_extremes(data: dict) -> None:
    worst = lanes(WORST, data)
    found = [worst[name]["grades"] for name in ("tax", "customs", "jiangsu")]
    assert found == [["D"], ["Seriously untrustworthy"], ["Black"]]
    assert lanes(BEST, data)["customs"]["grades"] == ["Regular"]
    assert lanes(BEST, data)["court"]["grades"] == ["off"]


def test_an_unpaid_judgment_alone_may_or_may_not_list(data: dict) -> None:
    assert lanes({**BEST, "judgment": True}, data)["court"]["grades"] == ["off", "on"]


def test_a_scheme_before_its_rule(data: dict) -> None:
    early = lanes({**WORST, "year": 2014}, data)
    assert [early[name]["status"] for name in ("tax", "customs", "jiangsu", "appraisal", "unified")] == [
        "stated",
        "unread",
        "not-yet",
        "not-yet",
        "not-yet",
    ]
    assert "Not yet in force in 2014" in said({**WORST, "year": 2014})
    assert "Rule not read: Customs (before 1 November 2021)" in said({**WORST, "year": 2014})
    assert lanes({**BEST, "year": 2022}, data)["customs"]["status"] == "hidden"
    assert lanes({**BEST, "year": 2026}, data)["appraisal"]["status"] == "ended"


def test_no_lane_shows_a_grade_out_of_force(data: dict) -> None:
    assert "M" not in run({**BEST, "year": 2017}, data)["plain_names"]["text"]
    assert "M" in run({**BEST, "year": 2018}, data)["plain_names"]["text"]


def test_repair_never_makes_worse(data: dict) -> None:
    for year in range(FIRST, LAST + 1):
        before = lanes({**WORST, "year": year}, data)
        after = lanes({**WORST, "year": year, "repaired": True}, data)
        for name, lane in before.items():
            assert after[name]["status"] in {lane["status"], "open"}
            if lane["places"]:
                assert min(after[name]["places"]) <= min(lane["places"])
                assert max(after[name]["places"]) <= max(lane["places"])


def test_m_is_for_other_firms_also_after_repair(data: dict) -> None:
    assert lanes({**WORST, "repaired": True}, data)["tax"]["grades"] == ["A", "B", "C", "D"]


def test_repair_of_the_serious_customs_grade_is_the_next_grade(data: dict) -> None:
    assert lanes({**WORST, "repaired": True}, data)["customs"]["grades"] == ["Untrustworthy", "Seriously untrustworthy"]


def test_contradictions_get_a_sentence() -> None:
    assert "nothing to put right" in said({**BEST, "repaired": True})
    assert "is a paid one" in said({**WORST, "repaired": True})
    assert "no general rule on repair before" in said({**WORST, "repaired": True, "year": 2016})
    assert said(BEST).startswith("Nothing has happened")
