"""English wording that every explorable shares; an explorable's own `words` are laid over it.

A translation is another such table. `{n}` and the like are slots; spaces are part of the wording, since not every
language has them.
"""

from __future__ import annotations

COMMON: dict[str, str] = {
    "thousands": ",",
    "point": ".",
    "minus": "−",
    "percent": "{n}%",
    "and": " and ",
    "list_comma": ", ",
    "yes": "yes",
    "no": "no",
    "number_0": "zero",
    "number_1": "one",
    "number_2": "two",
    "number_3": "three",
    "number_4": "four",
    "number_5": "five",
    "number_6": "six",
    "number_7": "seven",
    "number_8": "eight",
    "number_9": "nine",
    "number_10": "ten",
    "number_11": "eleven",
    "number_12": "twelve",
}
