"""The charts of "The numbers, charted": what is counted in squares can be counted, and unlike series do not meet."""

from __future__ import annotations

import json

import pytest

from explainer.charts import blacklist_people_share, demonstration_places, performed, score_activation, zhejiang_scores
from explainer.charts.parts import block, told
from explainer.evidence import load
from explainer.explorables.registry import charts

NAMES = (
    "performed",
    "posts-refused",
    "memoranda",
    "blacklist-people-share",
    "blacklist-monthly",
    "blacklist-types",
    "platform-records",
    "registry-people",
    "registry-organisations",
    "coal-grades",
    "environment-colours",
    "zhejiang-scores",
    "score-activation",
    "demonstration-places",
    "opinion",
)


def spec(name: str) -> dict:
    """The chart's figure as JSON."""
    return json.loads(charts()[name].figure(load()).to_json())


@pytest.mark.parametrize("name", NAMES)
def test_no_line_joins_two_points(name: str) -> None:
    assert all(trace.get("mode", "markers") == "markers" for trace in spec(name)["data"])


@pytest.mark.parametrize("name", NAMES)
def test_no_text_is_smaller_than_twelve_pixels(name: str) -> None:
    layout = spec(name)["layout"]
    assert layout["annotations"]
    assert all(note["font"]["size"] >= 12 for note in layout["annotations"])


@pytest.mark.parametrize("name", ["registry-people", "registry-organisations"])
def test_two_counts_of_the_register_have_axes_of_their_own(name: str) -> None:
    assert len({trace.get("xaxis", "x") for trace in spec(name)["data"]}) == 2


def test_each_square_has_a_cell_of_its_own() -> None:
    for name in ("blacklist-people-share", "zhejiang-scores", "score-activation", "demonstration-places"):
        cells = [cell for trace in spec(name)["data"] for cell in zip(trace["x"], trace["base"], strict=True)]
        assert len(cells) == len(set(cells)), name


def test_as_many_squares_are_coloured_as_the_share_says() -> None:
    evidence = load()
    coloured, rest = (len(trace["x"]) for trace in spec("score-activation")["data"])
    found = evidence.rows("score_activation_share")
    assert coloured == sum(score_activation.count(row) for row in found)
    assert coloured + rest == score_activation.WHOLE * len(found)
    people, others = (len(trace["x"]) for trace in spec("blacklist-people-share")["data"])
    assert people + others == blacklist_people_share.WHOLE * len(evidence.rows("blacklist_people_share"))
    assert sum(len(trace["x"]) for trace in spec("zhejiang-scores")["data"]) == zhejiang_scores.WHOLE


def test_batches_of_places_add_up_to_the_last_total() -> None:
    found = demonstration_places.series(load())
    assert (
        sum(demonstration_places.batches(found))
        == found[-1]["value"]
        == len(spec("demonstration-places")["data"][0]["x"])
    )


def test_the_parts_of_each_bar_of_colours_make_a_whole() -> None:
    ends: dict[float, float] = {}
    for trace in spec("environment-colours")["data"]:
        for height, share in zip(trace["y"], trace["x"], strict=True):
            ends[height] = ends.get(height, 0) + share
    assert ends and all(whole == pytest.approx(100) for whole in ends.values())


def test_the_silence_is_the_longest_one() -> None:
    rows = [{"date": date, "value": 1} for date in ("2016", "2017", "2024", "2025")]
    before, after = performed.silence(rows)
    assert (before["date"], after["date"]) == ("2017", "2024")


def test_a_block_fills_from_below_and_goes_on_where_it_stopped() -> None:
    assert block(3, 5, 2) == [(5, 0), (6, 0), (5, 1)]
    assert block(1, 5, 2, 3) == [(6, 1)]


def test_billions_are_said_as_such() -> None:
    assert told({"value": 80_700_000_000, "precision": "at least"}) == "at least 80.7 billion"
    assert told({"value": 640_000_000, "precision": "about"}) == "about 640 million"


def test_a_mean_on_a_scale_is_never_drawn_as_per_cent() -> None:
    drawn = {value for value in spec("opinion")["data"][1]["x"]}
    others = {row["value"] for row in load().rows("opinion") if row["unit"] != "per cent"}
    assert drawn and not drawn & others
