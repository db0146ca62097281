"""Partial dates: what is one, what they can mean, and how they are worded."""

from __future__ import annotations

import datetime

from hypothesis import given
from hypothesis import strategies as st

from explainer.evidence import dates

DAYS = st.dates(datetime.date(1900, 1, 1), datetime.date(2100, 12, 31))


@given(DAYS)
def test_every_day_is_a_date_and_means_itself(day):
    text = day.isoformat()
    assert dates.fault(text) is None
    assert dates.earliest(text) == dates.latest(text) == day


@given(DAYS)
def test_a_month_and_a_year_hold_their_days(day):
    for text in (day.isoformat()[:7], day.isoformat()[:4]):
        assert dates.fault(text) is None
        assert dates.earliest(text) <= day <= dates.latest(text)


@given(st.text(max_size=12))
def test_whatever_is_typed_gets_an_answer(text):
    assert dates.fault(text) is None or text in dates.fault(text)


def test_leap_days():
    assert dates.fault("2020-02-29") is None
    assert dates.fault("2021-02-29")


def test_words():
    assert [dates.worded(text) for text in ("2019-07-09", "2019-07", "2019")] == ["9 July 2019", "July 2019", "2019"]
