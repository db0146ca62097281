"""Random settings of any explorable, made from what its controls declare."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from explainer.explorables import state
from explainer.explorables.contract import Choice, Control, Draw, Explorable, Guess, Range, Switch, Text

# Beyond plain letters: what people paste (full width, gaps), and what programs trip over (beyond the basic plane, markup).
CHARACTERS = st.sampled_from(
    "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcxyz -\u3000\t０９ＡＺａ－é信用😀𠀀<>&\"'{}%\\\u0000\u200b"
)


MANY = 30  # steps: a slider with more of them may ask for a lot of work


def numbers(low: float, high: float, step: float, light: bool = False) -> st.SearchStrategy:
    """A slider's values: `low`, and steps from there, `high` at most. `light` keeps a long slider low, most of the time."""
    steps = int((high - low) / step + 1e-9)
    places = st.integers(0, steps)
    if light and steps > MANY and high > 1000:
        places = st.integers(0, 59).flatmap(
            lambda chance: st.sampled_from([0, 0, 0, 1]) if chance else st.integers(0, steps)
        )
    return places.map(lambda i: plain(min(high, low + i * step)))


def plain(number: float) -> float:
    """Rid of the dust of binary fractions, as a browser's slider gives it; whole where it is whole."""
    number = round(number, 9)
    return int(number) if number == int(number) else number


def edited(text: str) -> st.SearchStrategy:
    """`text` with a character put in, taken out or put in place of another, up to three times."""

    def apply(edits: list) -> str:
        out = text
        for place, kind, character in edits:
            place = place % (len(out) + 1)
            out = out[:place] + (character if kind != "out" else "") + out[place + (kind != "in") :]
        return out

    one = st.tuples(st.integers(0, 99), st.sampled_from(["in", "out", "instead"]), CHARACTERS)
    return st.lists(one, max_size=3).map(apply)


def values(control: Control, light: bool = False) -> st.SearchStrategy:
    """What a control can be set to."""
    if isinstance(control, Range):
        return numbers(control.low, control.high, control.step, light)
    if isinstance(control, Guess):
        return st.one_of(st.just(-1), numbers(control.low, control.high, control.step))
    if isinstance(control, Choice):
        return st.sampled_from(sorted(control.options))
    if isinstance(control, Switch):
        return st.booleans()
    if isinstance(control, Draw):
        return st.integers(*state.SEEDS)
    assert isinstance(control, Text)
    starts = [control.default, *control.examples]
    drawn = st.one_of(st.sampled_from(starts).flatmap(edited), st.text(CHARACTERS, max_size=control.limit))
    return drawn.map(lambda text: text[: control.limit])


def states(explorable: Explorable, light: bool = False) -> st.SearchStrategy[dict[str, Any]]:
    """A value for every control; `light` settings ask for less work, so that more of them can be tried."""
    return st.fixed_dictionaries({control.name: values(control, light) for control in explorable.controls})
