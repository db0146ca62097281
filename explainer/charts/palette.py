"""The colours of the house, by meaning and never by hue: one table for the style sheet and for every figure.

A figure says ``@level-court-rule`` or ``@ink``; the browser runtime and the picture-maker look the token up for the
theme that the reader has chosen. Nothing else in the project names a colour.
"""

from __future__ import annotations

# level of a claim -> (token, short mark shown beside the colour, so that colour never carries the meaning alone)
LEVELS: dict[str, tuple[str, str]] = {
    "national law or plan": ("level-law", "Law"),
    "judicial rule": ("level-court", "Court"),
    "ministry rule": ("level-ministry", "Ministry"),
    "national list in force": ("level-list", "List"),
    "local regulation": ("level-local", "Local law"),
    "local pilot": ("level-pilot", "Pilot"),
    "private product": ("level-private", "Private"),
    "institution": ("level-institution", "Institution"),
    "proposal": ("level-proposal", "Proposal"),
    "study": ("level-study", "Study"),
    "foreign system": ("level-foreign", "Abroad"),
    "media myth": ("level-myth", "Myth"),
}

GRADES: dict[str, str] = {
    "A": "official text, or statistic or peer-reviewed study read in the original",
    "B": "reputable research institute, several independent reports, or an official figure about the office's own success",
    "C": "a single report, or a claim by an interested party",
    "D": "disputed, or not possible to verify",
}

# token -> (light, dark). Text tokens reach 4.5:1 on `paper` and `panel`; marks reach 3:1 (a test checks).
# The three registers of the site are `plan` (the red of a letterhead), `practice` (the green of ruled ledger paper) and
# `myth` (the violet of a copying pencil). Levels of one register lie near its hue.
TOKENS: dict[str, tuple[str, str]] = {
    "paper": ("#fdfefd", "#111714"),
    "panel": ("#eef4f0", "#1a231e"),
    "ink": ("#14201a", "#e3eae5"),
    "quiet": ("#4f5e56", "#a4b3aa"),
    "rule": ("#c3d0c8", "#38483f"),
    "grid": ("#dbe5de", "#28342d"),
    "edge": ("#76857c", "#7b8c82"),
    "accent": ("#b01c17", "#ff8f83"),
    "highlight": ("#b01c17", "#ff8f83"),
    "calm": ("#1c5d8c", "#7fbce8"),
    "good": ("#1d6b44", "#79cf9e"),
    "warn": ("#875100", "#efb55f"),
    "muted-mark": ("#7b8880", "#78877e"),
    "plan": ("#b01c17", "#ff8f83"),
    "practice": ("#1d6b44", "#79cf9e"),
    "myth": ("#7a2f8f", "#dc9df0"),
    "level-law": ("#a81a16", "#ff968a"),
    "level-court": ("#6a2c91", "#cfa2f0"),
    "level-ministry": ("#1f5a8a", "#83bdec"),
    "level-list": ("#9c3d00", "#ffa873"),
    "level-local": ("#1f6b3f", "#86d39c"),
    "level-pilot": ("#5a6600", "#c9d65f"),
    "level-private": ("#00676d", "#6fd3d8"),
    "level-institution": ("#4a4f5c", "#b6bbc8"),
    "level-proposal": ("#755600", "#e6c25a"),
    "level-study": ("#3f4fa3", "#a9b4ff"),
    "level-foreign": ("#6b4a34", "#d9b08f"),
    "level-myth": ("#a01660", "#ff93c9"),
}

# Drawn as shapes, or too faint to be read on purpose: everything else in TOKENS is a colour for text.
GROUNDS = ("paper", "panel")
MARKS = ("edge", "muted-mark")
HAIRLINES = ("rule", "grid")

SCHEMES = ("default", "slate")


def css() -> str:
    """The tokens as custom properties (`--ink`), for the light scheme and the dark one of the theme's switch.

    Paper is always light, whatever the screen showed.
    """
    light, dark = (_properties(place) for place in range(len(SCHEMES)))
    first, second = (f'[data-md-color-scheme="{scheme}"]' for scheme in SCHEMES)
    return (
        f":root, {first} {{\n  color-scheme: light;\n{light}}}\n"
        f"{second} {{\n  color-scheme: dark;\n{dark}}}\n"
        f"@media print {{ {second} {{\n  color-scheme: light;\n{light}}} }}\n"
    )


def _properties(place: int) -> str:
    return "".join(f"  --{token}: {pair[place]};\n" for token, pair in TOKENS.items())
