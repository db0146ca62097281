"""One week: the lines of the rulebooks are applied as their rows say, and what is not known stays unknown."""

from __future__ import annotations


import pytest
from hypothesis import given, settings

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.one_week import EXPLORABLE, LABELS, LANES, MATCHES
from explainer.models.one_week import run, units
from tests.explorables.settings import states

SOME = settings(max_examples=60, deadline=None)
EMPTY = {"hours": 0, "blood": False, "lights": 0, "way": "wheel", "extra": "nothing", "year": "all"}
EXTRAS = [key for key in EXPLORABLE.controls[4].options if key != "nothing"]


@pytest.fixture(scope="module")
def data() -> dict:
    return EXPLORABLE.data(load())


def lane(result: dict, name: str) -> dict:
    return next(each for each in result["lanes"] if each["id"] == name)


def at(data: dict, **given: object) -> dict:
    return run({**EMPTY, **given}, data)


def said(**given: object) -> str:
    return state.run(EXPLORABLE, load(), {**EMPTY, **given}).said


def test_matches_are_what_the_conditions_say() -> None:
    """What is typed beside a line (hours, thresholds, why there is no number) stands in the line's own condition."""
    evidence = load()
    rows = {row["id"]: row for row in evidence.rows("rules")}
    for act, lines in MATCHES.items():
        for key, given in lines.items():
            row = rows[key]
            assert row["scheme"] in (list(LANES) if isinstance(row["scheme"], str) else [[name] for name in LANES])
            text = f"{row['behaviour']} {row['condition'] or ''}".lower()
            if given.get("kind") == "weights":
                assert "weights not published" in text
            if given.get("kind") == "card":
                assert "a card, no points" in text
            if given.get("kind") == "record":
                assert "kept one year" in text and row["points_low"] is None
            if given.get("kind") == "repair":
                assert "repairs the record" in text
            if given.get("kind") == "title":
                assert "a star" in text and (row["points_low"], row["points_high"]) == (1, 5)
            if "least" in given:
                assert "five times" in text
            if "per" in given:
                assert {2: "each two hours", 4: "each 4 hours"}[given["per"]] in text
            if "last" in given:
                assert f"hours 1 to {given['last']}" in text
            if "first" in given:
                assert f"hours {given['first']} to" in text
            assert act in ("foot", "wheel", "hours", "blood") or act in EXTRAS


def test_last_seen_is_read_off_the_outcome(data: dict) -> None:
    seen = {each["id"]: each["seen"] for each in data["lanes"]}
    assert (seen["suining-2010"], seen["weihai-seashell"]) == (2014, 2020)
    assert (seen["rongcheng-villages"], seen["xiamen-egret"]) == (2024, 2025)
    assert {each["id"]: each["end"] for each in data["lanes"]}["rongcheng-before-2021"] == 2021


def test_words_fit_a_phone() -> None:
    for key, text in LABELS.items():
        if key.startswith("lane_"):
            assert len(text.format(year="2018")) <= 28, key


@SOME
@given(states(EXPLORABLE))
def test_signs_bounds_and_lengths(params: dict) -> None:
    data = EXPLORABLE.data(load())
    result = run(params, data)
    assert len(result["text"]) == len(result["text_x"]) == len(LANES) == sum(result["counted"].values())
    for each, text in zip(result["lanes"], result["text"], strict=True):
        assert 0 <= each["gain"] <= 40 and -300 <= each["worst"] <= each["sure"] <= 0
        assert (each["status"] == "points") == (each["numbers"] > 0)
        assert len(text) <= 28
        if each["status"] != "points":
            assert each["gain"] == each["worst"] == 0


@SOME
@given(states(EXPLORABLE))
def test_a_year_takes_rulebooks_away_and_adds_none(params: dict) -> None:
    data = EXPLORABLE.data(load())
    every, some = run({**params, "year": "all"}, data), run(params, data)
    for whole, part in zip(every["lanes"], some["lanes"], strict=True):
        assert part["gain"] <= whole["gain"] and part["worst"] >= whole["worst"]


def test_rules_of_hours(data: dict) -> None:
    weihai = {h: lane(at(data, hours=h), "weihai-seashell")["gain"] for h in (0, 4, 20, 24, 40)}
    assert weihai == {0: 0, 4: 4, 20: 20, 24: 22, 40: 30}
    assert lane(at(data, hours=40), "rongcheng-villages")["gain"] == 10
    assert units({"first": 1, "last": 1000, "per": 4}, 3) == 0


def test_ranges_stay_ranges(data: dict) -> None:
    suining = lane(at(data, lights=3), "suining-2010")
    assert (suining["sure"], suining["worst"]) == (-30, -150)
    suqian = lane(at(data, extra="bill"), "suqian-xichu")
    assert suqian["worse"] and suqian["sure"] == suqian["worst"] == -20
    xiamen = lane(at(data, extra="charge"), "xiamen-egret")
    assert (xiamen["sure"], xiamen["worst"]) == (0, -150)


def test_five_red_lights_on_foot_make_a_record_in_nanjing(data: dict) -> None:
    assert lane(at(data, lights=4, way="foot"), "nanjing-traffic")["status"] == "below"
    assert lane(at(data, lights=5, way="foot"), "nanjing-traffic")["status"] == "record"
    assert lane(at(data, lights=5, way="wheel"), "nanjing-traffic")["status"] == "none"
    assert lane(at(data, lights=5, way="wheel"), "suzhou-civility")["sure"] == -250
    assert lane(at(data, lights=5, way="foot"), "suzhou-civility")["status"] == "none"


def test_repair_needs_a_record(data: dict) -> None:
    assert lane(at(data, hours=8, lights=5, way="foot"), "nanjing-traffic")["repair"] == 1
    assert lane(at(data, hours=8), "nanjing-traffic")["status"] == "idle"
    assert "nothing is saved up" in said(hours=8)


def test_an_empty_week_a_full_week_and_a_year_too_early_are_told(data: dict) -> None:
    assert said().startswith("An empty week")
    assert set(at(data)["text"]) == {LABELS["lane_empty"]}
    assert "maximum" in said(hours=40, blood=True, lights=5, extra="charge")
    assert "oldest, Suining’s, began in January 2010" in said(hours=4, year="2009")
    assert "not proof" in said(hours=4, year="2026")
    outcome = state.run(EXPLORABLE, load(), EMPTY)
    assert len(outcome.rows) == 2 * len(LANES)


def test_every_extra_meets_a_rule_somewhere_and_none_everywhere(data: dict) -> None:
    for extra in EXTRAS:
        silent = at(data, extra=extra)["counted"]["none"]
        assert len(LANES) / 2 < silent < len(LANES), extra


def test_a_critical_post_is_noticed_by_one_rulebook_without_a_number(data: dict) -> None:
    result = at(data, extra="post")
    assert result["counted"]["points"] == 0 and result["counted"]["other"] == 1
    assert lane(result, "suining-2010")["status"] == "unread"


def test_discover_no_week_scores_alike(data: dict) -> None:
    result = run({control.name: control.default for control in EXPLORABLE.controls}, data)
    assert result["gaining"] and result["losing"] and set(result["gaining"]) - set(result["losing"])
    assert len({(each["gain"], each["worst"]) for each in result["lanes"] if each["status"] == "points"}) >= 6
