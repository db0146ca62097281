"""Static pictures: the same bytes each time, colours by theme, a cache that draws nothing twice."""

from __future__ import annotations

import re
from xml.etree import ElementTree

import pytest

from explainer.charts.palette import TOKENS
from explainer.evidence import load
from explainer.explorables.check import figure_json, opening
from explainer.explorables.registry import charts, explorables
from explainer.production import pictures

FIGURE = {
    "data": [
        {
            "type": "scatter",
            "x": [1, 2, 3],
            "y": [1, 4, 2],
            "mode": "lines+markers+text",
            "line": {"color": "@ink"},
            "text": ["one", "被执行人", "a & b"],
            "fill": "tozeroy",
        },
        {"type": "bar", "x": [1, 2], "y": [3, 1], "marker": {"color": ["@level-law", "var(--good)"]}},
    ],
    "layout": {
        "paper_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": "sans-serif", "color": "@ink"},
        "title": {"text": "<span style='color:@accent'>Title</span>"},
    },
}
FIGURES = [("first", FIGURE, (420, 400)), ("second", {"data": [], "layout": {}}, (200, 300))]


def rgb(token: str, theme: int) -> str:
    value = TOKENS[token][theme].lstrip("#")
    return "rgb({}, {}, {})".format(*(int(value[i : i + 2], 16) for i in (0, 2, 4)))


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pictures")
    return folder, pictures.draw(FIGURES, folder)


def test_every_figure_at_both_widths_and_in_both_themes(drawn):
    _, made = drawn
    assert set(made) == {"first", "second"}
    for name, _, heights in FIGURES:
        assert list(made[name]) == ["wide-light", "wide-dark", "phone-light", "phone-dark"]
        for variant, svg in made[name].items():
            root = ElementTree.fromstring(svg)
            wide = variant.startswith("wide")
            assert root.get("width") == ("720" if wide else "340")
            assert root.get("height") == str(heights[0] if wide else heights[1])


def test_tokens_become_the_colours_of_the_theme(drawn):
    _, made = drawn
    for theme, number in (("light", 0), ("dark", 1)):
        svg = made["first"][f"wide-{theme}"]
        for token in ("ink", "level-law", "good", "accent"):
            assert rgb(token, number) in svg or TOKENS[token][number] in svg, token
        assert "@" not in svg and "var(--" not in svg
    assert "被执行人" in made["first"]["phone-light"]


def test_the_same_bytes_in_another_folder(drawn, tmp_path):
    assert pictures.draw(FIGURES, tmp_path / "other") == drawn[1]


def test_ids_are_numbered_and_all_resolve(drawn):
    for svg in drawn[1]["first"].values():
        ids = re.findall(r'\sid="([^"]+)"', svg)
        assert ids == [f"p{number}" for number in range(len(ids))]
        assert set(re.findall(r"url\(#([^)]+)\)", svg)) <= set(ids)
        assert not re.search(r"\s(class|data-[\w-]+)=", svg)


def test_what_is_cached_needs_no_browser(drawn, monkeypatch, tmp_path):
    folder, made = drawn
    monkeypatch.setattr(pictures, "browser", lambda: pytest.fail("a browser was started"))
    assert pictures.draw(FIGURES, folder) == made
    assert pictures.cached(FIGURES, folder) == made
    assert pictures.missing(FIGURES, folder) == []
    assert pictures.missing(FIGURES, tmp_path) == ["first", "second"]
    assert pictures.cached(FIGURES, tmp_path) == {}


def test_a_changed_figure_is_missing(drawn):
    changed = {**FIGURE, "layout": {**FIGURE["layout"], "title": {"text": "Other"}}}
    assert pictures.missing([("first", changed, (420, 400))], drawn[0]) == ["first"]
    assert pictures.missing([("first", FIGURE, (421, 400))], drawn[0]) == ["first"]


def test_an_unknown_colour_is_refused_by_name(tmp_path):
    spec = {"data": [{"type": "bar", "y": [1], "marker": {"color": "@mauve"}}], "layout": {}}
    with pytest.raises(pictures.PictureError, match="odd: no colour is called @mauve; those that are: .*ink"):
        pictures.missing([("odd", spec, (1, 1))], tmp_path)


@pytest.mark.parametrize("value", ["mail@ink-pot.example", "@", "a @ b", 3, None, True])
def test_other_text_stays(value):
    assert pictures.coloured(value, "light") == value


def test_a_longer_token_is_not_cut():
    assert pictures.coloured("@level-law", "dark") == TOKENS["level-law"][1]
    ink = TOKENS["ink"][0]
    assert pictures.coloured(["@ink", {"a": "x @ink y"}], "light") == [ink, {"a": f"x {ink} y"}]


def test_python_describes_figures_for_the_plotly_that_draws_them():
    """plotly.py checks a figure against one version of plotly.js; readers must get that version."""
    from plotly.offline import get_plotlyjs_version

    assert pictures._versions().startswith(get_plotlyjs_version())


def test_every_picture_is_the_same_when_it_is_drawn_anew(generated, tmp_path):
    """Drawn twice without a cache: a browser may write attributes in another order now and then."""
    evidence = load()
    figures = [(each.name, opening(each, evidence), each.heights) for each in explorables().values()]
    figures += [(each.name, figure_json(each.figure(evidence)), each.heights) for each in charts().values()]
    first, second = (pictures.draw(figures, tmp_path / name) for name in ("one", "two"))
    assert [(name, variant) for name in first for variant in first[name] if first[name][variant] != second[name][variant]] == []


def test_an_empty_style_is_left_out_wherever_it_stands():
    assert pictures.tidy('<svg style="" width="3"></svg>') == pictures.tidy('<svg width="3" style=""></svg>') == '<svg width="3"></svg>'
