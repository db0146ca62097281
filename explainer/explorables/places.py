"""Places in a figure or a result: `data[0].y`, `layout.annotations[1].text`, `mark.text`."""

from __future__ import annotations

import re
from typing import Any

_STEP = re.compile(r"([A-Za-z_][\w-]*)|\[(\d+)\]")


def steps(place: str) -> list[str | int]:
    """`data[0].y` as ["data", 0, "y"]. Raises ValueError when it is not a place."""
    found, position = [], 0
    while position < len(place):
        if found and place[position] == ".":
            position += 1
        match = _STEP.match(place, position)
        if not match:
            raise ValueError(f"“{place}” is not a place")
        found.append(match[1] if match[1] else int(match[2]))
        position = match.end()
    return found


def get(whole: Any, place: str) -> Any:
    """The entry at a place. Raises KeyError, with the step that fails and what there is instead."""
    here = whole
    for step in steps(place):
        try:
            here = here[step]
        except (KeyError, IndexError, TypeError):
            there = (
                sorted(here)
                if isinstance(here, dict)
                else f"{len(here)} entries"
                if isinstance(here, list)
                else repr(here)
            )
            raise KeyError(f"“{step}” of “{place}” does not exist; there is {there}") from None
    return here
