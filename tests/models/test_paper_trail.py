"""Claims and their papers: each drawn once, filters that only take away, counts that add up, what is to be found."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.evidence import load
from explainer.explorables import state
from explainer.explorables.paper_trail import CLAIMS, EXPLORABLE, FIRST, LAST, LIANYUNGANG, WHOM, claims
from explainer.models.paper_trail import ALL, HEAD, PAPERS, PARTS, height, places, rows, run, say, strength
from tests.explorables.settings import states

DATA = claims(load())
ROWS = DATA["claims"]
WORDS = state.words(EXPLORABLE)
START = state.defaults(EXPLORABLE)
SOME = settings(max_examples=40, deadline=None)


def at(**changed) -> tuple[dict, dict]:
    params = {**START, **changed}
    return params, run(params, DATA)


def told(**changed) -> str:
    params, result = at(**changed)
    return say(params, result, DATA, WORDS)


def test_controls_fit_the_table() -> None:
    """A row added must be in reach of the slider: set CLAIMS in the explorable to the number of rows of the table."""
    assert len(ROWS) == CLAIMS
    assert min(claim["year"] for claim in ROWS) == FIRST and max(claim["year"] for claim in ROWS) == LAST
    assert {claim["paper"] for claim in ROWS} == set(PAPERS)
    assert {claim["part"] for claim in ROWS} == set(PARTS)
    assert {claim["whom"] for claim in ROWS} == set(WHOM)
    assert "Lianyungang" in ROWS[LIANYUNGANG - 1]["label"]


def test_labels_are_plain_text() -> None:
    for claim in ROWS:
        assert not set("<>&@%{}") & set(claim["label"]), "plotly would read it as markup"
        assert claim["sources"] and claim["claim"].endswith(".")


def test_every_claim_has_a_row_of_its_own_in_the_band_of_its_paper() -> None:
    place = places(DATA)
    assert len(set(place["rows"])) == CLAIMS
    assert all(0 < y < height(DATA) for y in place["rows"])
    for claim, y in zip(ROWS, place["rows"], strict=True):
        heads = [head for head in place["heads"] if head - HEAD / 2 > y]
        assert PAPERS[len(heads) - 1] == claim["paper"]


@SOME
@given(states(EXPLORABLE))
def test_every_claim_is_drawn_exactly_once_and_counts_add_up(params: dict) -> None:
    result = run(params, DATA)
    drawn = sum(len(result["marks"][part]["x"]) for part in PARTS)
    assert drawn == result["shown"] == sum(result["by_paper"]) == sum(result["by_part"])
    assert drawn + len(result["rest"]["x"]) == result["all"] == CLAIMS
    assert len(result["left"]["x"]) + len(result["right"]["x"]) == drawn
    heights = result["rest"]["y"] + [y for part in PARTS for y in result["marks"][part]["y"]]
    assert sorted(heights) == sorted(places(DATA)["rows"])
    assert result["both_shown"] <= min(result["documents"], result["scs"]) and result["both_shown"] <= result["both"]
    table = rows(params, result, DATA, WORDS)
    assert len(table) == max(1, drawn)
    assert len(result["ring"]["x"]) == (1 if drawn else 0)


@SOME
@given(states(EXPLORABLE), st.sampled_from(["paper", "part", "whom"]))
def test_each_demand_only_takes_away(params: dict, name: str) -> None:
    open_ = {**params, name: "none" if name == "paper" else ALL}
    labels = [row[0] for row in rows(open_, run(open_, DATA), DATA, WORDS)]
    result = run(params, DATA)
    if result["shown"]:
        assert {row[0] for row in rows(params, result, DATA, WORDS)} <= set(labels)


@SOME
@given(states(EXPLORABLE))
def test_demanding_more_paper_never_adds(params: dict) -> None:
    counts = [run({**params, "paper": paper}, DATA)["shown"] for paper in PAPERS]  # the strongest first
    assert counts == sorted(counts)


@SOME
@given(states(EXPLORABLE))
def test_kinds_and_people_share_the_claims_out(params: dict) -> None:
    parts = [run({**params, "part": part}, DATA)["shown"] for part in PARTS]
    assert sum(parts) == run({**params, "part": ALL}, DATA)["shown"]
    whom = [run({**params, "whom": each}, DATA)["shown"] for each in WHOM]
    assert sum(whom) == run({**params, "whom": ALL}, DATA)["shown"]


@SOME
@given(states(EXPLORABLE))
def test_years_in_either_order_show_the_same(params: dict) -> None:
    turned = {**params, "first": params["last"], "last": params["first"]}
    assert run(turned, DATA)["marks"] == run(params, DATA)["marks"]


def test_the_arrow_keys_read_every_claim_once() -> None:
    read = {told(claim=k) for k in range(1, CLAIMS + 1)}
    assert len(read) == CLAIMS
    assert all(any(claim["claim"] in text for text in read) for claim in ROWS)


def test_what_is_left_is_said_for_none_one_and_many() -> None:
    assert told(whom="firms", paper="document") == "No claim fits these choices."
    assert told(part="partly").startswith(f"One claim of {CLAIMS} is left. None rests on a published document.")
    assert "the last one is read" in told(part="partly") and "the last one is read" not in told(part="partly", claim=1)
    assert "swapped" in told(first=2020, last=2012)
    assert told(guess=12).startswith(f"You guessed twelve; it is four of {CLAIMS}.")
    assert len(rows(*at(whom="firms", paper="document"), DATA, WORDS)) == 1


@pytest.mark.parametrize("paper", PAPERS)
def test_strength_orders_the_papers(paper: str) -> None:
    assert strength("none") <= strength(paper) <= strength("document")


def test_discover_few_are_social_credit_and_documented() -> None:
    """Four; one of them a rule, three of them plans or a draft; the official finding is about the health code."""
    result = at()[1]
    assert result["both"] == 4
    documented = [claim for claim in ROWS if claim["paper"] == "document" and claim["part"] == "yes"]
    assert sum("plan" in claim["status"].lower() or "draft" in claim["status"] for claim in documented) == 3
    assert [claim["label"] for claim in documented if claim["status"].startswith("In force")] == [
        "Lianyungang: petitioners"
    ]
    other = [claim for claim in ROWS if claim["paper"] == "document" and claim["part"] == "no"]
    assert [claim["label"] for claim in other] == ["Red codes for depositors"] and other[0]["grade"] == "A"
