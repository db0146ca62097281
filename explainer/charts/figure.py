"""The one way to make a figure: house layout, fixed axes, colours as tokens.

A figure names colours as ``@ink`` (see `palette.TOKENS`). Plotly's own check of colours does not know such names, so inside
the figure they are spelt as style-sheet variables, and in its JSON short again.

The same figure is drawn 720 and 340 pixels wide, so axes are fixed, margins are given, and labels stand beside what they
name (`label`), never in a legend.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import plotly.graph_objects as go

from explainer.charts.palette import TOKENS
from explainer.typography import curled

FONT = (
    '-apple-system, BlinkMacSystemFont, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, "Noto Sans CJK SC", "PingFang SC", '
    "sans-serif"
)
SIZE = 13  # CSS pixels; nothing in a figure is smaller than 12
SMALL = 12
MARGIN = {"l": 46, "r": 14, "t": 14, "b": 46}

_TOKEN = re.compile(r"@([a-z][a-z-]*)")
_VARIABLE = re.compile(r"var\(--([a-z-]+)\)")


def figure(traces: list[dict], x: dict | None = None, y: dict | None = None, **layout: Any) -> go.Figure:
    """A figure of the house from plain traces; `x` and `y` are axes from `axis()` or `hidden()`, `layout` whatever else.

    Raises ValueError where plotly refuses a name or value,
    or where a colour is not a token.
    """
    whole = {
        "data": [_quiet(trace) for trace in traces],
        "layout": {
            "font": {"family": FONT, "size": SIZE, "color": "@ink"},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
            "margin": MARGIN,
            "dragmode": False,
            "hovermode": False,
            "showlegend": False,
            "bargap": 0.2,
            "xaxis": x or axis(),
            "yaxis": y or axis(),
            **layout,
        },
    }
    return House(_mapped(whole, _TOKEN, lambda token: f"var(--{token})"))


def _quiet(trace: dict) -> dict:
    """The trace without legend and hover; a line keeps all its points, so that the page can move it by itself (moving.js)."""
    line = {"line": {"simplify": False, **trace.get("line", {})}} if "lines" in trace.get("mode", "") else {}
    return {"showlegend": False, "hoverinfo": "skip", **trace, **line}


class House(go.Figure):
    """A checked figure whose JSON names colours as ``@ink``."""

    def to_dict(self) -> dict:
        """The figure as plain lists and dicts, tokens in their short form, quotation marks as printed."""
        return curled(_mapped(super().to_dict(), _VARIABLE, lambda token: f"@{token}"))


def axis(title: str = "", **options: Any) -> dict:
    """An axis that cannot be dragged, with its title (quantity and unit) and a quiet grid."""
    return {
        "title": {"text": title, "font": {"size": SMALL, "color": "@quiet"}, "standoff": 6},
        "fixedrange": True,
        "automargin": False,
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "gridcolor": "@grid",
        "linecolor": "@edge",
        "tickcolor": "@edge",
        "tickfont": {"size": SMALL, "color": "@quiet"},
        # every label has room: without "allow", plotly.js measures each of them at each change
        "ticklabeloverflow": "allow",
        **options,
    }


def hidden(**options: Any) -> dict:
    """An axis that only places things: no line, no ticks."""
    return axis(**{"visible": False, **options})


def label(text: str, x: Any, y: Any, colour: str = "@ink", **options: Any) -> dict:
    """An annotation without an arrow: a direct label in the colour of what it names."""
    return {
        "text": text,
        "x": x,
        "y": y,
        "showarrow": False,
        "xanchor": "left",
        "yanchor": "middle",
        "align": "left",
        "font": {"size": SIZE, "color": colour},
        **options,
    }


def marks(at: dict, marker: dict) -> dict:
    """A trace of marks at `at` (x and y of the same length)."""
    return {"type": "scatter", "mode": "markers", "x": at["x"], "y": at["y"], "marker": {"opacity": 1, **marker}}


def lettering(x: list, y: list, template: str, colour: str, position: str = "middle center") -> dict:
    """A trace of text that a model moves or fills: `template` names what stands there (``%{x}``, ``%{customdata}``)."""
    return {**_writing(x, y, colour, position, SIZE), "texttemplate": template}


def words(x: list, y: list, text: list, colour: str = "@ink", position: str | list = "middle right", size: int = SIZE) -> dict:
    """A trace of texts, one at each place; a model may move them or give others."""
    return {**_writing(x, y, colour, position, size), "text": text}


def _writing(x: list, y: list, colour: str, position: str | list, size: int) -> dict:
    return {
        "type": "scatter",
        "mode": "text",
        "x": x,
        "y": y,
        "textposition": position,
        "textfont": {"color": colour, "size": size},
        "cliponaxis": False,
    }


def _mapped(value: Any, pattern: re.Pattern, spelling: Callable[[str], str]) -> Any:
    """`value` with every token that `pattern` finds spelt by `spelling`; an unknown token is refused."""
    if isinstance(value, str) and (found := pattern.fullmatch(value)):
        if found[1] not in TOKENS:
            raise ValueError(f"no colour is called {value}; those that are: {', '.join(sorted(TOKENS))}")
        return spelling(found[1])
    if isinstance(value, dict):
        return {key: _mapped(each, pattern, spelling) for key, each in value.items()}
    if isinstance(value, list | tuple):
        return [_mapped(each, pattern, spelling) for each in value]
    return value
