"""How numbers are worded, with unit and date."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.syntax import numbers


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (27_300_000, "27.3 million"),
        (1_160_000_000, "1.16 billion"),
        (31_259, "31,259"),
        (0, "0"),
        (999_999, "999,999"),
        (1_000_000, "1 million"),
        (14_500_000, "14.5 million"),
        (0.25, "0.3"),
        (35.0, "35"),
        (10_000_000, "10 million"),
    ],
)
def test_wording(number, shown):
    assert numbers.worded(number) == shown


def test_every_digit_when_asked():
    assert numbers.worded(27_300_001, exact=True) == "27,300,001"


@given(st.integers(min_value=0, max_value=10**12))
def test_a_worded_number_is_within_a_part_in_a_hundred(number):
    words = numbers.worded(number)
    size = {"million": 10**6, "billion": 10**9}.get(words.split()[-1], 1)
    value = float(words.split()[0].replace(",", "")) * size
    assert value == pytest.approx(number, rel=0.01)
    assert re.fullmatch(r"[\d,.]+( (m|b)illion)?", words)


def test_a_value_of_the_evidence_carries_unit_and_date(evidence):
    html = numbers.evidence_value(evidence, "flights_refused.2019-07-09.value", {})
    assert "27.3 million" in html and "person-times" in html and "9 July 2019" in html
    bare = numbers.evidence_value(evidence, "flights_refused.2019-07-09.value", {"bare": ""})
    assert bare.endswith("</data>")
