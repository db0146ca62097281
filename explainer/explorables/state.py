"""A state of an explorable: the value of each control, read strictly, and what the model makes of it."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from explainer.explorables.contract import Choice, Control, Draw, Explorable, Guess, Range, Switch, Text
from explainer.explorables.registry import model
from explainer.typography import curled
from explainer.words import COMMON

SEEDS = (1, 2147483646)


class Refused(ValueError):
    """A control or value that the explorable does not have; the message lists what is allowed."""


@dataclass(frozen=True)
class Outcome:
    """What a model makes of a state."""

    params: dict
    data: dict
    result: dict
    said: str
    rows: list[list[str]]


def defaults(explorable: Explorable) -> dict:
    """The value of each control at the start; a guess not made is -1."""
    return {control.name: -1 if isinstance(control, Guess) else control.default for control in explorable.controls}


def words(explorable: Explorable) -> dict[str, str]:
    """The wording that the model's sentences are made of."""
    return curled({**COMMON, **explorable.words})


def data(explorable: Explorable, evidence: Any) -> dict:
    """What the model takes from the evidence, quotation marks as printed."""
    return curled(explorable.data(evidence))


def run(explorable: Explorable, evidence: Any, given: dict | None = None) -> Outcome:
    """Runs the model in CPython at the given settings, the others at their start. Raises `Refused`."""
    params = defaults(explorable) | read(explorable, given or {})
    taken = data(explorable, evidence)
    module, wording = model(explorable), words(explorable)
    result = module.run(params, taken)
    said = module.say(params, result, taken, wording)
    return Outcome(params, taken, result, said, module.rows(params, result, taken, wording))


@lru_cache(maxsize=None)
def start(explorable: Explorable, evidence: Any) -> Outcome:
    """What stands before a reader moves anything; kept, so not to be changed."""
    return run(explorable, evidence)


def read(explorable: Explorable, given: dict) -> dict:
    """Given values, checked against the controls. Raises `Refused`: unlike a page, a command does not guess or clamp."""
    controls = {control.name: control for control in explorable.controls}
    for name in given:
        if name not in controls:
            raise Refused(
                f"{explorable.name} has no control “{name}”; it has {', '.join(f'{c} ({allowed(controls[c])})' for c in controls)}"
            )
    return {name: _value(explorable, controls[name], value) for name, value in given.items()}


def _value(explorable: Explorable, control: Control, value: Any) -> Any:
    refused = Refused(f"{explorable.name}.{control.name} cannot be {value!r}; it takes {allowed(control)}")
    if isinstance(control, Choice):
        if value not in control.options:
            raise refused
        return value
    if isinstance(control, Switch):
        if not isinstance(value, bool):
            raise refused
        return value
    if isinstance(control, Text):
        if not isinstance(value, str) or len(value) > control.limit:
            raise refused
        return value
    if isinstance(value, bool) or not isinstance(value, int | float) or not math.isfinite(value):
        raise refused
    low, high = bounds(control)
    if isinstance(control, Guess) and value == -1:
        return value
    if not low <= value <= high or (isinstance(control, Draw) and value != int(value)):
        raise refused
    return value


def bounds(control: Range | Draw | Guess) -> tuple[float, float]:
    """Lowest and highest value of a control that takes a number."""
    return SEEDS if isinstance(control, Draw) else (control.low, control.high)


def allowed(control: Control) -> str:
    """What a control takes, in words."""
    if isinstance(control, Choice):
        return "one of " + ", ".join(control.options)
    if isinstance(control, Switch):
        return "true or false"
    if isinstance(control, Text):
        return f"a text of at most {control.limit} characters"
    low, high = bounds(control)
    kind = "a whole number" if isinstance(control, Draw) else "a number"
    return f"{kind} from {low:g} to {high:.0f}"


def typed(explorable: Explorable, given: dict[str, str]) -> dict:
    """Settings written as text in a page (`spread=40`), as the controls take them. Raises `Refused`."""
    controls = {control.name: control for control in explorable.controls}
    out: dict = {}
    for name, value in given.items():
        control = controls.get(name)
        if isinstance(control, Range | Draw | Guess):
            try:
                out[name] = float(value) if "." in value else int(value)
            except ValueError:
                out[name] = value
        elif isinstance(control, Switch):
            out[name] = {"true": True, "false": False}.get(value, value)
        else:
            out[name] = value
    return read(explorable, out)
