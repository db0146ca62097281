"""Friends' scores: settling, who is marked, and what dropping the fallen buys."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from explainer.models.chance import Chance
from explainer.models.friends_score import PEOPLE, ring, run, settle

START = {
    "weight": 0.5,
    "fall": 50,
    "who": 8,
    "friends": 4,
    "far": 10,
    "least": 1,
    "drop": False,
    "seed": 1,
    "guess": -1,
}
SETTINGS = st.fixed_dictionaries(
    {
        "weight": st.integers(0, 18).map(lambda i: i / 20),
        "fall": st.integers(1, 12).map(lambda i: 5 * i),
        "who": st.integers(1, PEOPLE),
        "friends": st.sampled_from([2, 4, 6, 8]),
        "far": st.integers(0, 10).map(lambda i: 10 * i),
        "least": st.integers(1, 10).map(lambda i: i / 2),
        "drop": st.booleans(),
        "seed": st.integers(1, 2147483646),
        "guess": st.just(-1),
    }
)
SOME = settings(max_examples=25, deadline=None)
ENOUGH = 0.02  # points: two roundings to hundredths


@SOME
@given(SETTINGS)
def test_bounds(params: dict) -> None:
    result = run(params, {})
    assert all(0 <= score <= 100 for score in result["before"] + result["after"])
    assert len(result["marked"]) == result["others"] <= PEOPLE - 1
    assert result["fallen"] not in result["marked"]
    marks = [len(result[name]["x"]) for name in ("marked_spots", "untouched_spots", "fallen_spots")]
    assert sum(marks) == PEOPLE and marks[2] == 1
    assert len(result["gains"]) == len(result["friends"])


@SOME
@given(SETTINGS)
def test_with_ties_kept_nobody_gains_and_the_fallen_loses_most(params: dict) -> None:
    result = run({**params, "drop": False}, {})
    assert min(result["losses"]) >= 0
    assert result["losses"][result["fallen"] - 1] == max(result["losses"])


@SOME
@given(SETTINGS, st.integers(1, 8))
def test_a_deeper_fall_never_marks_fewer(params: dict, more: int) -> None:
    shallow = run({**params, "drop": False}, {})
    deep = run({**params, "drop": False, "fall": params["fall"] + 5 * more}, {})
    assert set(shallow["marked"]) <= set(deep["marked"])


@SOME
@given(SETTINGS, st.integers(1, 4))
def test_a_higher_limit_never_marks_more(params: dict, more: int) -> None:
    assert set(run({**params, "least": params["least"] + more}, {})["marked"]) <= set(run(params, {})["marked"])


@SOME
@given(SETTINGS)
def test_on_an_even_ring_what_one_loses_is_shared_out_and_conserved(params: dict) -> None:
    """Where all have as many friends, averaging moves points and makes or loses none."""
    result = run({**params, "far": 0, "drop": False}, {})
    assert sum(result["losses"]) == pytest.approx(result["fell_own"], abs=ENOUGH * PEOPLE)


@SOME
@given(SETTINGS)
def test_without_weight_on_friends_each_bears_their_own(params: dict) -> None:
    result = run({**params, "weight": 0}, {})
    assert result["others"] == 0 and result["shared"] == 0
    assert result["fell"] == result["fell_own"]
    assert result["friend_gain"] == 0 and result["friend_back"] == 0


@SOME
@given(SETTINGS, st.randoms(use_true_random=False))
def test_names_do_not_matter(params: dict, random) -> None:
    """Renaming people renames the scores and changes none of them."""
    chance = Chance(params["seed"])
    tied = ring(PEOPLE, params["friends"], params["far"] / 100, chance)
    own = [chance.below(101) for _ in range(PEOPLE)]
    new = list(range(PEOPLE))
    random.shuffle(new)
    renamed_own, renamed_tied = [0] * PEOPLE, [[] for _ in range(PEOPLE)]
    for i in range(PEOPLE):
        renamed_own[new[i]] = own[i]
        renamed_tied[new[i]] = [new[j] for j in tied[i]]
    scores = settle(own, tied, params["weight"], own)["scores"]
    renamed = settle(renamed_own, renamed_tied, params["weight"], renamed_own)["scores"]
    assert [renamed[new[i]] for i in range(PEOPLE)] == pytest.approx(scores, abs=2e-3)


@SOME
@given(SETTINGS)
def test_it_settles_at_the_same_point_wherever_it_starts(params: dict) -> None:
    chance = Chance(params["seed"])
    tied = ring(PEOPLE, params["friends"], params["far"] / 100, chance)
    own = [chance.below(101) for _ in range(PEOPLE)]
    low = settle(own, tied, params["weight"], [0 for _ in own])["scores"]
    high = settle(own, tied, params["weight"], [100 for _ in own])["scores"]
    assert low == pytest.approx(high, abs=2e-3)


@SOME
@given(st.sampled_from([2, 4, 6, 8]), st.integers(0, 100), st.integers(1, 2147483646))
def test_ties_are_mutual_and_as_many_as_on_the_ring(friends: int, far: int, seed: int) -> None:
    tied = ring(PEOPLE, friends, far / 100, Chance(seed))
    assert sum(len(each) for each in tied) == PEOPLE * friends
    for i in range(PEOPLE):
        assert i not in tied[i] and len(set(tied[i])) == len(tied[i])
        assert all(i in tied[j] for j in tied[i])


@pytest.mark.parametrize("seed", range(1, 13))
def test_discover_a_fall_marks_a_neighbourhood_and_dropping_pays(seed: int) -> None:
    kept, dropped = run({**START, "seed": seed}, {}), run({**START, "seed": seed, "drop": True}, {})
    assert kept["others"] >= 4
    assert set(kept["marked"]) & set(kept["friends"])
    assert kept["friend_gain"] > 0 and 2 * kept["gainers"] > len(kept["friends"])
    assert dropped["friend_back"] > 0
    assert dropped["fell"] > kept["fell"]
