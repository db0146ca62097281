"""The plan of 2014: every heading is read out whole, counted once, and never made surer than its row."""

from __future__ import annotations

import itertools

import pytest

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.outline import EXPLORABLE, HEADINGS, headings
from explainer.models.outline import AREAS, came, read, run
from explainer.typography import curly

START = {control.name: control.default for control in EXPLORABLE.controls}
CHOICES = {control.name: list(control.options) for control in EXPLORABLE.controls}
FILTERS = [
    dict(zip(("area", "came", "rows"), pair, strict=True))
    for pair in itertools.product(CHOICES["area"], CHOICES["came"], CHOICES["rows"])
]


@pytest.fixture(scope="module")
def data() -> dict:
    return headings(load())


def outcome(**settings: str) -> state.Outcome:
    return state.run(EXPLORABLE, load(), {**START, **settings})


def test_the_choices_are_the_rows_of_the_table(data: dict) -> None:
    """Same ids in the same order, each named by its area, its place and its heading."""
    assert list(HEADINGS) == [heading["id"] for heading in data["headings"]]
    for heading in data["headings"]:
        area = EXPLORABLE.words[f"area_{heading['area']}"]
        assert HEADINGS[heading["id"]] == f"{area} {heading['place']}: {heading['sector']}"
    assert {row["area"] for row in load().rows("outline")} == set(AREAS)
    assert len(data["headings"]) == len(load().rows("outline"))


@pytest.mark.parametrize("chosen", HEADINGS)
def test_a_heading_is_read_out_whole_with_its_grade_and_note(chosen: str) -> None:
    row = load().row("outline", chosen)
    said = outcome(heading=chosen).said
    parts = [row[name] for name in ("sector", "asked", "by_2020", "by_2026", "level", "note")]
    for part in [*parts, f"Grade {row['grade']}"]:
        assert not part or curly(part) in said
    assert said.count("nothing in the texts read") == [row["by_2020"] or "", row["by_2026"] or ""].count("")
    assert ("was not re-read" in said) == (row["grade"] == "C")


@pytest.mark.parametrize("chosen", HEADINGS)
def test_the_frame_stands_around_the_chosen_column(chosen: str, data: dict) -> None:
    result = run({**START, "heading": chosen}, data)
    place = next(heading["place"] for heading in data["headings"] if heading["id"] == chosen)
    assert min(result["frame"]["x"]) < place < max(result["frame"]["x"])
    assert result["label"].count("<br>") <= 6, "the room above the picture"


def test_a_finding_that_says_no_is_never_drawn_as_found(data: dict) -> None:
    """“No national grading of internet users was found” is not a thing that came of the plan."""
    internet = next(heading for heading in data["headings"] if heading["id"] == "internet")
    assert internet["later_state"] == "sought" and came(internet) == "first"
    assert [internet["place"]] == run(START, data)["sought"]["x"]


@pytest.mark.parametrize("chosen", FILTERS, ids=str)
def test_every_heading_is_drawn_once_and_the_table_holds_those_shown(chosen: dict, data: dict) -> None:
    out = outcome(**chosen)
    result = out.result
    assert len(result["faded"]["x"]) == result["headings"] - result["shown"]
    assert sum(len(result[f"grade_{letter}"]["x"]) for letter in "abc") == result["shown"]
    assert sum(len(result[name]["x"]) for name in ("found", "sought", "silent")) == 2 * result["shown"]
    assert len(out.rows) == max(result["shown"], 1)
    if result["shown"] == 0:
        assert "No heading fits" in out.said and "No heading fits" in out.rows[0][1]


def test_one_who_is_left_out_is_still_read_out_and_said_to_be() -> None:
    out = outcome(heading="natural-persons", came="neither")
    assert "natural persons" in out.said and "is not among them" in out.said
    assert "is not among them" not in outcome(heading="foundations", came="neither").said


def test_an_area_alone_is_its_lane(data: dict) -> None:
    for area in AREAS:
        result = run({**START, "area": area}, data)
        assert result["shown"] == len([heading for heading in data["headings"] if heading["area"] == area])


def test_counts_add_up(data: dict) -> None:
    result = run(START, data)
    assert result["both"] + result["first"] + result["later"] + result["neither"] == result["headings"]
    assert result["read"] + result["remembered"] == result["headings"]
    assert result["headings"] == load().row("figures", "outline-headings")["value"]


def test_discover(data: dict) -> None:
    """Something for most, mostly by 2020; nothing for a few, mostly under justice; eight rows read; one of persons."""
    result = run(START, data)
    assert result["something"] > 0.75 * result["headings"] and result["by_2020"] > result["since"]
    silent = [heading for heading in data["headings"] if came(heading) == "neither"]
    assert 2 * len([heading for heading in silent if heading["area"] == "justice"]) > len(silent)
    assert result["read"] == 8 and all(heading["grade"] == "C" for heading in data["headings"] if not read(heading))
    persons = [heading for heading in data["headings"] if "person" in heading["sector"]]
    assert [heading["id"] for heading in persons] == ["natural-persons"]
    assert "no national score was found" in persons[0]["later"]
    assert not [heading for heading in data["headings"] if "score" in heading["asked"]]
