"""The timeline: filters, the chosen event, the label's lines, and what a reader should discover."""

from __future__ import annotations

import statistics

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.timeline import ABSENT, EVENTS, EXPLORABLE, FIRST, LAST, LEVEL_NAMES, OUTLINE, events
from explainer.models.timeline import LANES, LINE, WIDTH, height, placed, rows, run, say, wrapped
from tests.explorables.settings import states

DATA = events(load())
ALL = DATA["events"]
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)
SOME = settings(max_examples=60, deadline=None)


def told(**changed) -> str:
    params = {**START, **changed}
    return say(params, run(params, DATA), DATA, WORDS)


def test_controls_fit_the_table() -> None:
    """A row added must be in reach of the slider: set EVENTS in the explorable to the number of rows of the table."""
    assert len(ALL) == EVENTS
    assert min(event["year"] for event in ALL) == FIRST and max(event["year"] for event in ALL) == LAST
    assert {event["level"] for event in ALL} == set(LEVEL_NAMES.values()) - set(ABSENT)
    assert {event["kind"] for event in ALL} == {lane[0] for lane in LANES}
    assert "Planning Outline" in ALL[OUTLINE - 1]["event"]


def test_events_are_plain_text_in_the_order_of_their_dates() -> None:
    assert [event["at"] for event in ALL] == sorted(event["at"] for event in ALL)
    for event in ALL:
        assert event["year"] <= event["start"] <= event["at"] <= event["end"] <= event["year"] + 1
        assert not set("<>&@%{}") & set(event["event"] + event["date"]), "plotly would read it as markup"
        assert event["sources"]


@SOME
@given(states(EXPLORABLE))
def test_what_is_shown_is_what_was_asked_for(params: dict) -> None:
    result = run(params, DATA)
    low, high = sorted((params["first"], params["last"]))
    wanted = [
        event
        for event in ALL
        if low <= event["year"] <= high
        and params["kind"] in ("all", event["kind"])
        and params["level"] in ("all", event["level"])
    ]
    assert result["shown"] == len(wanted) == sum(len(lane["x"]) for lane in result["lanes"].values())
    assert all(result["range"][0] < x < result["range"][1] for lane in result["lanes"].values() for x in lane["x"])
    assert all(0 < y < height() for lane in result["lanes"].values() for y in lane["y"])
    if wanted:
        chosen = wanted[min(params["event"], len(wanted)) - 1]
        assert result["mark"]["x"] == [chosen["at"]] and chosen["event"] in say(params, result, DATA, WORDS)
        lane = result["lanes"][chosen["kind"]]
        assert (chosen["at"], result["mark"]["y"][0]) in zip(lane["x"], lane["y"], strict=True)
        assert [row[1] for row in rows(params, result, DATA, WORDS)] == [event["event"] for event in wanted]


@pytest.mark.parametrize("low", range(FIRST, LAST + 1, 3))
def test_the_arrow_keys_read_every_event_once(low: int) -> None:
    params = {**START, "first": low, "last": low + 2}
    count = run(params, DATA)["shown"]
    read = [told(first=low, last=low + 2, event=k).split(": ", 1)[1] for k in range(1, count + 1)]
    assert len(set(read)) == count
    if count:
        assert "the last one is read" in told(first=low, last=low + 2, event=count + 1)


def test_nothing_to_show_is_said() -> None:
    params = {**START, "kind": "pilot", "level": "myth"}
    result = run(params, DATA)
    assert result["shown"] == 0 and result["number"] == 0 and result["none"]["x"] and not result["mark"]["x"]
    assert told(kind="pilot", level="myth").startswith("No event from 1999 to 2026")
    assert len(rows(params, result, DATA, WORDS)) == 1


def test_years_in_the_wrong_order_are_swapped_and_said() -> None:
    right, wrong = ({**START, "first": first, "last": last} for first, last in ((2010, 2020), (2020, 2010)))
    assert run(wrong, DATA)["lanes"] == run(right, DATA)["lanes"]
    assert "swapped" in told(first=2020, last=2010) and "swapped" not in told(first=2010, last=2020)


def test_one_event_is_one_event() -> None:
    assert told(first=1999, last=1999).startswith("One event of")


@SOME
@given(st.text("abcdefg -'", max_size=200))
def test_wrapping_keeps_every_word_and_no_line_is_longer_than_it_must(text: str) -> None:
    lines = wrapped(text, LINE)
    assert " ".join(lines).split() == text.split()
    assert all(len(line) <= LINE or " " not in line.strip() for line in lines)


def test_the_label_fits_its_room() -> None:
    """A line for the date and at most four for the event: the margin above the lanes holds five."""
    assert max(len(wrapped(event["event"], LINE)) for event in ALL) <= 4
    assert max(len(line) for event in ALL for line in wrapped(event["event"], LINE)) <= LINE


def test_marks_hardly_cover_each_other() -> None:
    """With all years on a phone, nine marks in ten stand clear of the others of their row; in ten years, nearly all."""
    for years, share in ((28, 0.1), (10, 0.02)):
        covered = 0
        for lane in placed(ALL, years).values():
            points = sorted(zip(lane["y"], lane["x"], strict=True))
            for one, other in zip(points, points[1:], strict=False):
                covered += one[0] == other[0] and other[1] - one[1] < WIDTH * years
        assert covered <= share * EVENTS


def test_discover_plans_then_lists_then_limits() -> None:
    """Plans come first; lists crowd 2013 to 2018; from 2019 plans and laws outnumber lists; the draft stays a draft."""

    def count(kind: str, low: int, high: int) -> int:
        return sum(event["kind"] == kind and low <= event["year"] <= high for event in ALL)

    assert count("plan", 1999, 2009) > count("list", 1999, 2009)
    assert count("list", 2013, 2018) > count("plan", 2013, 2018)
    assert 2 * count("list", 2013, 2018) > count("list", 1999, 2026)
    assert count("plan", 2019, 2026) > 2 * count("list", 2019, 2026)
    lists, plans = ([event["at"] for event in ALL if event["kind"] == kind] for kind in ("list", "plan"))
    assert statistics.median(lists) < statistics.median(plans)
    assert ALL[0]["kind"] == "plan" and ALL[0]["level"] == "proposal"
    assert [event for event in ALL if "draft Law" in event["event"]][0]["level"] == "proposal"
