"""Every explorable's model gives the same in CPython and in the browser: result, sentence and table, on 1,000 settings.

The settings are made by Hypothesis from what the controls declare. Counts, words and choices must be equal; a number with a
fraction may differ by 1e-12 of itself, since `log` and the like may differ in their last bit.
"""

from __future__ import annotations

import itertools
import math

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from explainer.evidence import load
from explainer.explorables import registry, state
from explainer.explorables.contract import Choice, Explorable, Switch
from explainer.explorables.registry import explorables
from tests.explorables.settings import states
from tests.runtimes import agree, chromium  # noqa: F401 (a fixture)

CASES, BATCH = 1000, 100


def every(explorable: Explorable) -> list[dict] | None:
    """All states of an explorable that has only choices and switches, if they are no more than 1,000; else None."""
    options = []
    for control in explorable.controls:
        if not isinstance(control, Choice | Switch):
            return None
        options.append(list(control.options) if isinstance(control, Choice) else [False, True])
    if math.prod(len(each) for each in options) > CASES:
        return None
    names = [control.name for control in explorable.controls]
    return [dict(zip(names, each, strict=True)) for each in itertools.product(*options)]


def made(explorable: Explorable) -> list[dict]:
    """The first state and 1,000 other settings, all different; every state where there are fewer."""
    if (all_of_them := every(explorable)) is not None:
        return all_of_them
    cases = [state.defaults(explorable)]

    @settings(
        max_examples=CASES * 5 // 4,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(states(explorable, light=True))
    def collect(case: dict) -> None:
        if case not in cases and len(cases) <= CASES:
            cases.append(case)

    collect()
    return cases


@pytest.mark.parametrize("name", explorables())
def test_python_and_browser_agree(name: str, chromium) -> None:
    explorable, evidence = explorables()[name], load()
    model, data, words = registry.model(explorable), state.data(explorable, evidence), state.words(explorable)
    cases = made(explorable)
    assert len(cases) > CASES or cases == every(explorable)
    chromium.load(explorable.model)
    for start in range(0, len(cases), BATCH):
        batch = cases[start : start + BATCH]
        results = [model.run(case, data) for case in batch]
        there = chromium.calls(explorable.model, "run", [[case, data] for case in batch])
        agree(results, there, batch)
        for part in ("say", "rows"):
            here = [
                getattr(model, part)(case, result, data, words) for case, result in zip(batch, results, strict=True)
            ]
            calls = [[case, result, data, words] for case, result in zip(batch, there, strict=True)]
            agree(here, chromium.calls(explorable.model, part, calls), batch)
