"""A record sent: only what is held is passed on, only what was in force counts, and every step is a row."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables.send_a_record import EXPLORABLE, FIRST, LAST, LONGEST, NODES, ROUTES, WORDS, routes
from explainer.models.send_a_record import path, rows, run, say
from explainer.words import COMMON

DATA = routes(load())
ALL = {**COMMON, **WORDS}
START = {"record": "court", "about": "person", "year": LAST, "step": LONGEST, "guess": -1}
SETTINGS = st.fixed_dictionaries(
    {
        "record": st.sampled_from(sorted(ROUTES)),
        "about": st.sampled_from(["person", "company"]),
        "year": st.integers(FIRST, LAST),
        "step": st.integers(0, LONGEST),
        "guess": st.integers(-1, 14),
    }
)
SOME = settings(max_examples=150, deadline=None)


def sent(**changes) -> dict:
    return run({**START, **changes}, DATA)


def said(**changes) -> str:
    params = {**START, **changes}
    return say(params, run(params, DATA), DATA, ALL)


def test_every_step_is_a_row_whose_ends_are_the_boxes() -> None:
    evidence = load()
    agency = {node[0]: node[1] for node in NODES}
    stands_for = {"loans": {"ccrc", "pboc"}, "tax": {"sta", "departments"}}  # one box, two rows of the table
    for steps in ROUTES.values():
        for row, start, end, *_ in steps:
            if row:
                flow = evidence.row("flows", row)
                assert flow["sender"][0] in stands_for.get(start, {agency[start]})
                assert flow["receiver"][0] in stands_for.get(end, {agency[end]})
    assert max(len(steps) for steps in ROUTES.values()) == LONGEST


def test_rows_cover_whom_they_name() -> None:
    steps = [step for route in DATA["routes"].values() for step in route["steps"]]
    covered = {step["row"]: (step["people"], step["companies"]) for step in steps}
    assert covered["court-to-air"] == (True, False)
    assert covered["court-decisions"] == (True, True)
    assert covered["platform-to-site"] == (False, True)
    assert covered["tax-to-platform"] == (True, True)
    assert all(any(pair) for pair in covered.values())


@SOME
@given(SETTINGS)
def test_nobody_receives_from_one_who_has_it_not(params: dict) -> None:
    result = run(params, DATA)
    route = DATA["routes"][params["record"]]
    held = {route["source"]}
    for step, outcome in zip(route["steps"], result["outcomes"]):
        if outcome == "sent":
            assert step["from"] in held and step["year"] <= params["year"] and step["row"]
            held.add(step["to"])
    assert set(result["reached"]) | {route["source"], "public"} == held | {"public"}
    assert not set(result["reached"]) & set(result["never"])


@SOME
@given(SETTINGS)
def test_later_and_further_never_reach_fewer(params: dict) -> None:
    reached = set(run(params, DATA)["reached"])
    assert reached <= set(run({**params, "step": LONGEST, "guess": -1}, DATA)["reached"])
    assert reached <= set(run({**params, "year": LAST}, DATA)["reached"])


@SOME
@given(SETTINGS)
def test_every_box_is_drawn_once(params: dict) -> None:
    result = run(params, DATA)
    marks = [result[name] for name in ("idle", "hollow", "got", "start")]
    drawn = [place for at in marks for place in zip(at["x"], at["y"])]
    assert sorted(drawn) == sorted((node[3], node[4]) for node in NODES)


@SOME
@given(SETTINGS)
def test_a_sentence_and_a_table_always(params: dict) -> None:
    result = run(params, DATA)
    assert say(params, result, DATA, ALL).endswith(".")
    assert len(rows(params, result, DATA, ALL)) == max(1, result["count"]) + 1


def test_lines_turn_at_right_angles() -> None:
    for route in DATA["routes"].values():
        for step in route["steps"]:
            corners = path(DATA, step)
            assert all(a[0] == b[0] or a[1] == b[1] for a, b in zip(corners, corners[1:]))


@pytest.mark.parametrize("record", ROUTES)
def test_before_the_rules_nothing_moves(record: str) -> None:
    assert sent(record=record, year=2012)["reached"] == []
    assert "no evidence shows" in said(record=record, year=2012)


def test_years_open_the_way() -> None:
    assert "air" not in sent(year=2013)["reached"] and "air" in sent(year=2014)["reached"]
    assert "platform" not in sent(year=2015)["reached"] and "platform" in sent(year=2016)["reached"]
    assert "not yet in force in 2015" in said(year=2015, step=7)
    assert sent(about="company", year=2015)["outcomes"][7] == "cut"


def test_people_and_organisations_part_at_the_site() -> None:
    assert "site" in sent(about="company")["reached"] and "air" not in sent(about="company")["reached"]
    assert "site" not in sent()["reached"] and "air" in sent()["reached"]
    assert sent(step=8)["outcomes"][-1] == "other" and sent(step=8, year=2020)["outcomes"][-1] == "open"


def test_a_company_dodges_no_fare() -> None:
    assert sent(record="fare", about="company")["who"] == "person"
    assert said(record="shopping", about="company").startswith("Only people")
    assert sent(record="loan", about="company")["who"] == "company"


def test_a_short_route_ends_and_a_start_is_said() -> None:
    assert sent(record="fare")["count"] == 2
    assert "Nothing is sent yet" in said(step=0)


def test_a_guess_is_kept_and_changes_nothing_else() -> None:
    guessed, plain = sent(guess=3), sent()
    assert guessed.pop("guess")["number"] == [3] and plain.pop("guess")["number"] == []
    assert guessed == plain and "You guessed three." in said(guess=3)


def test_discover_court_far_loan_apart_shopping_nowhere() -> None:
    court, loan = sent(), sent(record="loan")
    assert {"departments", "lenders", "air", "rail", "platform", "public"} <= set(court["reached"])
    assert loan["reached"] == ["loans", "lenders"] and loan["public_at"] == 0
    for record in ("fare", "shopping"):
        assert sent(record=record)["reached"] == [] and sent(record=record)["outcomes"][0] == "gap"
    assert EXPLORABLE.discover
