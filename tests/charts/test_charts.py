"""Every chart from evidence: figure of the house, worded title, table as wide as its headings."""

from __future__ import annotations

import json
import re

import pytest

from explainer import measured
from explainer.charts import court_stock_and_flows
from explainer.charts.contract import Chart
from explainer.charts.figure import figure
from explainer.evidence import load
from explainer.explorables.registry import charts

EACH = pytest.mark.parametrize("chart", charts().values(), ids=list(charts()))


@EACH
def test_texts_are_filled_from_the_evidence(chart: Chart) -> None:
    facts = chart.facts(load())
    for text in (chart.title, chart.counted, chart.limits, chart.alt):
        assert not re.search(r"\d", re.sub(r"\{\w+\}", "", text)), f"a number typed by hand: {text}"
        assert "{" not in text.format(**facts)


@EACH
def test_table_and_figure_hold_every_row(chart: Chart) -> None:
    evidence = load()
    rows = chart.rows(evidence)
    # a chart without tables draws what was measured, not the evidence
    held = sum(len(evidence.rows(table)) for table in chart.tables) if chart.tables else len(measured.peers())
    assert len(rows) == held
    assert all(len(row) == len(chart.columns) and all(row) for row in rows)


@EACH
def test_points_lie_inside_the_axes(chart: Chart) -> None:
    """Axes are fixed, so a new row of evidence beyond them must be noticed here."""
    spec = json.loads(chart.figure(load()).to_json())
    assert spec["layout"]["dragmode"] is False
    for trace in spec["data"]:
        for letter in "xy":
            axis = spec["layout"][letter + "axis" + trace.get(f"{letter}axis", letter)[1:]]
            assert axis["fixedrange"] is True
            if "range" in axis:
                low, high = axis["range"]
                assert all(low <= value <= high for value in trace[letter]), (chart.name, trace[letter])


def test_parts_of_a_year_are_not_drawn_beside_whole_years() -> None:
    rows = [{"date": "2024", "value": 1}, {"date": "2025-09", "value": 2}]
    assert court_stock_and_flows.whole_years(rows) == rows[:1]


def test_stock_and_flows_do_not_touch_the_cumulative_series() -> None:
    assert "court_entries" not in court_stock_and_flows.CHART.tables


def test_a_colour_that_is_no_token_is_refused() -> None:
    with pytest.raises(ValueError, match="no colour is called @inkk"):
        figure([{"type": "scatter", "x": [1], "y": [1], "line": {"color": "@inkk"}}])


def test_an_attribute_that_plotly_does_not_have_is_refused() -> None:
    with pytest.raises(ValueError, match="colour"):
        figure([{"type": "scatter", "x": [1], "y": [1], "line": {"colour": "@ink"}}])
