"""The palette is readable: contrast by WCAG 2.2, in both themes, on both grounds."""

import itertools

import pytest

from explainer.charts import palette

TEXT, SHAPE = 4.5, 3.0


def luminance(colour: str) -> float:
    """Relative luminance of `#rrggbb`, 0 to 1 (WCAG 2.2, definition of relative luminance)."""
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Contrast ratio, 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("theme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("ground", palette.GROUNDS)
@pytest.mark.parametrize("token", [t for t in palette.TOKENS if t not in palette.GROUNDS + palette.HAIRLINES])
def test_contrast(token: str, ground: str, theme: int) -> None:
    needed = SHAPE if token in palette.MARKS else TEXT
    ratio = contrast(palette.TOKENS[token][theme], palette.TOKENS[ground][theme])
    assert ratio >= needed, f"{token} on {ground}: {ratio:.2f}, needs {needed}"


def test_every_level_has_a_token_and_a_mark_of_its_own() -> None:
    tokens, marks = zip(*palette.LEVELS.values(), strict=True)
    assert set(tokens) <= set(palette.TOKENS)
    assert len(set(tokens)) == len(tokens) and len(set(marks)) == len(marks)


def test_no_two_levels_share_a_colour() -> None:
    for theme in (0, 1):
        colours = [palette.TOKENS[token][theme] for token, _ in palette.LEVELS.values()]
        assert all(a != b for a, b in itertools.combinations(colours, 2))


def test_css_names_every_token_in_both_schemes() -> None:
    text = palette.css()
    assert 'data-md-color-scheme="default"' in text and 'data-md-color-scheme="slate"' in text
    for token, (light, dark) in palette.TOKENS.items():
        assert f"--{token}: {light};" in text and f"--{token}: {dark};" in text


def test_css_keeps_to_known_characters() -> None:
    assert all(len(c) == 7 and c[0] == "#" for pair in palette.TOKENS.values() for c in pair)
