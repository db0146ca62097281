"""The wrong list: nobody is lost or counted twice, every right helps or does nothing, and the two help together."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.explorables import state
from explainer.explorables.wrong_list import EXPLORABLE
from explainer.models.wrong_list import CROWDS, ICONS, TERM, months, rows, run, say, stays, stock
from tests.explorables.settings import states

START = state.defaults(EXPLORABLE)
WORDS = state.words(EXPLORABLE)
SOME = settings(max_examples=40, deadline=None)
SHARE = st.integers(0, 20).map(lambda i: i / 20)
WAIT = st.integers(0, TERM)


@SOME
@given(states(EXPLORABLE))
def test_everyone_is_right_or_wrong_listed_or_not(params: dict) -> None:
    result = run(params, {})
    groups = ("rightly_listed", "mistakes", "missed", "rightly_free")
    assert all(result[group] >= 0 for group in groups)
    assert sum(result[group] for group in groups) == result["crowd"]
    assert result["rightly_listed"] + result["missed"] == result["belongs"]
    assert result["rightly_listed"] + result["mistakes"] == result["listed"]


@SOME
@given(states(EXPLORABLE))
def test_what_still_stands_is_part_of_what_went_wrong(params: dict) -> None:
    result = run(params, {})
    assert 0 <= result["left"] <= result["left_appeal_only"] <= result["left_notice_only"] == result["mistakes"]
    assert result["stock"] == sorted(result["stock"])
    assert all(mended <= not_mended for mended, not_mended in zip(result["stock"], result["stock_unmended"], strict=True))
    assert result["stock_unmended"][-1] == result["mistakes"]
    assert 0 <= result["months"] <= TERM


@SOME
@given(states(EXPLORABLE))
def test_a_hundred_icons_or_none(params: dict) -> None:
    result = run(params, {})
    places = [
        place
        for name in ("standing_spots", "mended_spots", "right_spots")
        for place in zip(result[name]["x"], result[name]["y"], strict=True)
    ]
    assert len(set(places)) == len(places) == sum(result["key_counts"]) == (ICONS if result["listed"] else 0)
    assert sum(result["key_counts"][:2]) == result["of_100"]
    assert bool(result["empty"]) == (result["listed"] == 0)


@SOME
@given(SHARE, SHARE, SHARE, WAIT, SHARE)
def test_more_of_any_right_never_leaves_more(notice: float, chance: float, appeal: float, wait: int, more: float) -> None:
    before = stays(notice, chance, appeal, wait)
    for better in (
        stays(max(notice, more), chance, appeal, wait),
        stays(notice, max(chance, more), appeal, wait),
        stays(notice, chance, max(appeal, more), wait),
        stays(notice, chance, appeal, max(0, wait - 1)),
    ):
        assert all(after <= earlier + 1e-12 for earlier, after in zip(before, better, strict=True))
    assert all(0 <= share <= 1 for share in before)
    assert before == sorted(before, reverse=True)


@SOME
@given(SHARE, SHARE, WAIT)
def test_without_an_appeal_nobody_leaves_and_with_full_rights_at_once_nobody_stays(
    notice: float, chance: float, wait: int
) -> None:
    assert stays(notice, chance, 0, wait) == [1.0] * TERM
    assert stays(1, chance, 1, 0) == [0.0] * TERM
    assert stays(notice, chance, 1, TERM) == [1.0] * TERM


@SOME
@given(SHARE, SHARE, WAIT)
def test_nobody_who_cannot_find_out_gets_off(appeal: float, notice: float, wait: int) -> None:
    assert stays(0, 0, appeal, wait) == [1.0] * TERM
    assert months(stays(notice, 0, appeal, wait)) == pytest.approx(TERM - appeal * notice * (TERM - wait))


@SOME
@given(states(EXPLORABLE), st.integers(0, 1000))
def test_swap_who_belongs_and_the_two_kinds_of_mistake_change_places(params: dict, belongs: int) -> None:
    for crowd in ("county", "country"):
        one = run({**params, "crowd": crowd, "belongs": belongs}, {})
        other = run({**params, "crowd": crowd, "belongs": 1000 - belongs}, {})
        assert (one["mistakes"], one["missed"]) == (other["missed"], other["mistakes"])


@pytest.mark.parametrize("right", [0, 50, 99.9, 100])
@pytest.mark.parametrize("belongs", [0, 1000])
@pytest.mark.parametrize("crowd", sorted(CROWDS))
def test_the_ends(right: float, belongs: int, crowd: str) -> None:
    params = {**START, "right": right, "belongs": belongs, "crowd": crowd}
    result = run(params, {})
    if right == 100:
        assert result["mistakes"] == result["missed"] == 0
    if belongs == 0:
        assert result["rightly_listed"] == result["missed"] == 0
    if belongs == 1000:
        assert result["mistakes"] == result["rightly_free"] == 0
    sentence = say(params, result, {}, WORDS)
    assert sentence.endswith(".") and "{" not in sentence
    assert all(len(row) == 3 for row in rows(params, result, {}, WORDS))


def test_an_empty_list_is_said_and_not_divided() -> None:
    result = run({**START, "crowd": "one"}, {})
    assert result["listed"] == 0 and result["bars"] == [0, 0, 0, 0] and result["left_percent"] == 0
    assert say({**START, "crowd": "one"}, result, {}, WORDS).startswith("Nobody is on the list")


def test_one_in_a_thousand_of_the_country_is_over_a_million() -> None:
    """1.4 billion, 99.9 per cent right, nobody belongs on it: 1.4 million."""
    assert run({**START, "belongs": 0}, {})["mistakes"] == 1_400_000


def test_the_worked_base_rate_example() -> None:
    """The textbook case: 1 per cent belong, 95 per cent right both ways, and 84 of 100 listed are there by mistake."""
    assert run({**START, "right": 95, "belongs": 10}, {})["of_100"] == 84


def test_a_monthly_step_by_hand() -> None:
    """The closed form against people followed month by month."""
    notice, chance, appeal, wait = 0.3, 0.1, 0.5, 2
    learnt = [notice] + [(1 - notice) * (1 - chance) ** (month - 1) * chance for month in range(1, TERM)]
    gone = [appeal * sum(learnt[: max(0, month - wait + 1)]) for month in range(TERM)]
    assert stays(notice, chance, appeal, wait) == pytest.approx([1 - share for share in gone])
    assert stock(2400, [1.0] * TERM, 6) == 600


@pytest.mark.parametrize("chance", [0, 1, 2, 3])
@pytest.mark.parametrize("wait", [0, 1, 3])
def test_discover_each_right_alone_helps_little_and_both_help(chance: int, wait: int) -> None:
    result = run({**START, "chance": chance, "wait": wait}, {})
    assert result["mistakes"] > 1_000_000
    assert result["left_notice_only"] == result["mistakes"]
    assert result["left_appeal_only_percent"] > 75
    assert result["left_percent"] < 45
