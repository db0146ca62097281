"""Which family: every answer is a row of the table, and what a reader should discover."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.which_family import COUNTS, EXPLORABLE, FAMILIES, FIRST, LAST, SITUATIONS, table
from explainer.models.which_family import ANSWERS, rows, run, say
from tests.explorables.settings import states

EVIDENCE = load()
DATA = table(EVIDENCE)
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)


def answers(situation: str, year: int = LAST) -> dict[str, str]:
    result = run({**START, "situation": situation, "year": year}, DATA)
    return {each["family"]: each["answer"] for each in result["answers"]}


def told(**changed) -> str:
    params = {**START, **changed}
    return say(params, run(params, DATA), DATA, WORDS)


def test_one_row_for_each_situation_in_each_family() -> None:
    found = sorted((cell["situation"], cell["family"]) for cell in DATA["cells"])
    assert found == sorted((situation, family) for situation in SITUATIONS for family in FAMILIES)


def test_a_rule_has_a_date_and_no_rule_names_what_was_read() -> None:
    for row in EVIDENCE.rows("situations"):
        if row["counts"] == "no rule found":
            assert not row["from"] and row["where"].startswith("Read: ") and row["note"], row["id"]
        else:
            assert row["from"] and not row["where"].startswith("Read: "), row["id"]


def test_texts_end_without_a_stop_and_carry_no_markup() -> None:
    """The sentence sets the stops itself, and plotly would read markup."""
    for cell in DATA["cells"]:
        for part in ("where", "consequence", "press"):
            assert not cell[part].endswith("."), cell
            assert not set("<>&{}") & set(cell[part]), cell


def test_only_the_unpaid_judgment_counts_somewhere_in_all_four() -> None:
    """What a reader should discover, in three parts."""
    found = [name for name in SITUATIONS if set(answers(name).values()) <= {"yes", "some"}]
    assert found == ["judgment"]


def test_no_yes_for_video_games() -> None:
    assert answers("games") == {"finance": "none", "lists": "none", "local": "none", "private": "disputed"}


def test_what_companies_break_counts_in_lists_and_ratings_alone() -> None:
    for name in ("pollution", "customs", "wages"):
        assert answers(name) == {"finance": "none", "lists": "yes", "local": "none", "private": "none"}


def test_before_the_rule_the_answer_is_not_yet() -> None:
    assert answers("judgment", 2012) == dict.fromkeys(FAMILIES, "later")
    assert answers("judgment", 2013) == {"finance": "yes", "lists": "yes", "local": "later", "private": "later"}
    assert "Not yet by any rule or report that we read" in told(year=2012)
    assert "Not yet in 2012; first rule or report: 1 October 2013" in told(year=2012)


def test_what_was_found_is_never_lost_as_years_pass() -> None:
    for name in SITUATIONS:
        for family in FAMILIES:
            seen = [answers(name, year)[family] for year in range(FIRST, LAST + 1)]
            waiting = [answer == "later" for answer in seen]
            assert waiting == sorted(waiting, reverse=True)
            assert set(seen) - {"later"} <= set(COUNTS.values())


@settings(max_examples=100, deadline=None)
@given(states(EXPLORABLE))
def test_the_picture_holds_every_row_once(params: dict) -> None:
    result = run(params, DATA)
    assert sum(len(result["small"][key]["x"]) for key in ANSWERS) == len(DATA["cells"]) == sum(result["total"].values())
    assert sum(len(result["big"][key]["x"]) for key in ANSWERS) == len(FAMILIES) == sum(result["counts"].values())
    compared = params["other"] not in ("no", params["situation"])
    assert len(rows(params, result, DATA, WORDS)) == len(FAMILIES) * (2 if compared else 1)
    assert all(cell.strip() for row in rows(params, result, DATA, WORDS) for cell in row)


@pytest.mark.parametrize("family", FAMILIES)
def test_the_sentence_names_level_grade_source_and_press(family: str) -> None:
    cell = next(cell for cell in DATA["cells"] if cell["situation"] == "jaywalking" and cell["family"] == family)
    said = told(situation="jaywalking", family=family)
    assert cell["level"] in said and f"grade {cell['grade']}" in said
    assert all(source in said for source in cell["sources"])
    assert (cell["press"] or "No press report") in said


def test_comparisons() -> None:
    assert "cannot differ" in told(other="judgment")
    assert "the same answer in all four" in told(situation="customs", other="wages")
    said = told(situation="customs", other="wages", year=2021)
    assert "another answer in one family: compliance lists and ratings" in said
    assert "other answers in three families" in told(situation="judgment", other="customs")
