"""Wording: numbers and sentences as a reader sees them, the same in both runtimes."""

from __future__ import annotations

import inspect
import unicodedata
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.models import wording
from explainer.models.wording import (
    capitals,
    characters,
    decimal,
    fill,
    join,
    narrow,
    percent,
    plural,
    said_number,
    whole,
)
from explainer.words import COMMON
from tests.runtimes import BATCHES, agree, called, chromium  # noqa: F401

text = st.text(st.sampled_from("aZ {}nＡａ０，\u3000被𠮷😀") | st.characters(codec="utf-8"), max_size=10)
number = st.integers(-(10**12), 10**12) | st.floats(-1e9, 1e9, allow_nan=False, allow_subnormal=False)


@pytest.mark.parametrize(
    ("n", "said"),
    [
        (0, "0"),
        (7, "7"),
        (999, "999"),
        (1000, "1,000"),
        (1234567, "1,234,567"),
        (2.5, "3"),
        (-2.5, "−3"),
        (-0.2, "0"),
        (-0.0, "0"),
    ]
    + [(9007199254740991, "9,007,199,254,740,991"), (1999.5, "2,000"), (0.49, "0")],
)
def test_whole(n, said):
    assert whole(n, COMMON) == said


@pytest.mark.parametrize(
    ("x", "places", "said"),
    [(1234.5, 2, "1,234.50"), (0.05, 1, "0.1"), (1.005, 2, "1.01"), (-0.04, 1, "0.0"), (-1.25, 1, "−1.3"), (7, 0, "7")]
    + [(9.999, 2, "10.00"), (0.001, 3, "0.001"), (12, 3, "12.000")],
)
def test_decimal(x, places, said):
    assert decimal(x, places, COMMON) == said


@given(st.decimals(-(10**9), 10**9, places=3), st.integers(0, 3))
def test_decimals_round_as_people_do(x, places):
    size = abs(x).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    sign = "−" if x < 0 and size else ""
    assert decimal(float(x), places, COMMON) == sign + f"{size:,}"


def test_percent():
    assert percent(0.1234, 1, COMMON) == "12.3%"
    assert percent(0.575, 0, COMMON) == "58%"
    assert percent(1, 0, {**COMMON, "percent": "{n} %", "point": ","}) == "100 %"


def test_fill():
    assert fill("{a} of {b}, {a}", {"a": "1", "b": "{a}"}) == "1 of {a}, 1"
    assert fill("no slot, an open { brace", {}) == "no slot, an open { brace"
    with pytest.raises(KeyError):
        fill("{missing}", {})


def test_join_and_plural_and_small_numbers():
    assert [join(items, COMMON) for items in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]
    words = {**COMMON, "friend_one": "one friend", "friend_other": "{n} friends"}
    assert [plural(n, words, "friend") for n in (0, 1, 2)] == ["{n} friends", "one friend", "{n} friends"]
    assert [said_number(n, COMMON) for n in (0, 1, 12, 13, 1300, -1, 2.5)] == [
        "zero",
        "one",
        "twelve",
        "13",
        "1,300",
        "−1",
        "3",
    ]


def test_characters_are_what_a_reader_counts():
    assert characters("a𠮷😀") == ["a", "𠮷", "😀"]


@given(text)
def test_narrow_is_the_standard_folding_of_full_width_ascii(given_text):
    for character in given_text:
        if character == "\u3000" or "\uff01" <= character <= "\uff5e":
            assert narrow(character) == unicodedata.normalize("NFKC", character)
        else:
            assert narrow(character) == character


@given(st.text(st.characters(max_codepoint=127)))
def test_capitals_of_ascii(given_text):
    assert capitals(given_text) == given_text.upper()


def test_a_typed_code_can_be_read():
    typed = " ９１３５０１００Ｍ０００１００Ｙ４３　"
    assert characters(capitals(narrow(typed).strip())) == list("91350100M000100Y43")


def test_only_wording_comes_from_words():
    """No text but digits and letters of the tables: a translation has one place."""
    assert set(COMMON) >= {"thousands", "point", "minus", "percent", "and", "list_comma"}
    assert all(f"number_{n}" in COMMON for n in range(13))


CASES: dict[str, st.SearchStrategy] = {
    "whole": st.tuples(number, st.just(COMMON)),
    "decimal": st.tuples(
        st.floats(-1e6, 1e6, allow_subnormal=False) | st.integers(-999, 999), st.integers(0, 6), st.just(COMMON)
    ),
    "percent": st.tuples(st.floats(-2, 2, allow_subnormal=False), st.integers(0, 3), st.just(COMMON)),
    "fill": st.tuples(text, st.dictionaries(st.sampled_from(["n", "a", ""]), text, max_size=2)),
    "join": st.tuples(st.lists(text, max_size=5), st.just(COMMON)),
    "plural": st.tuples(st.integers(0, 3) | st.just(1.0), st.just({"x_one": "a", "x_other": "b"}), st.just("x")),
    "said_number": st.tuples(st.integers(-3, 2000) | st.sampled_from([0.5, 3.0, 12.0]), st.just(COMMON)),
    "characters": st.tuples(text),
    "capitals": st.tuples(text),
    "narrow": st.tuples(text),
    "digits": st.tuples(st.integers(0, 2**53 - 1)),
    "grouped": st.tuples(st.integers(0, 2**53 - 1), text),
}


def test_each_function_is_tried_in_both_runtimes():
    own = inspect.getmembers(wording, inspect.isfunction)
    assert {name for name, function in own if function.__module__ == wording.__name__} == set(CASES)


@pytest.mark.parametrize("name", CASES)
def test_the_same_in_both_runtimes(name, chromium):  # noqa: F811
    chromium.load("wording")
    function = getattr(wording, name)

    @BATCHES
    @given(st.lists(CASES[name], min_size=200, max_size=200))
    def both(cases):
        agree([called(function, *case) for case in cases], chromium.calls("wording", name, cases), cases)

    both()
