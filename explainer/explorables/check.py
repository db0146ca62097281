"""Whether an explorable keeps its contract: every binding, column and source exists, and the model stays in the subset."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import Any

from explainer import translate
from explainer.errors import Problem
from explainer.explorables import places, state
from explainer.explorables.contract import Choice, Explorable, Guess, Range, Switch
from explainer.explorables.registry import charts, explorables
from explainer.labels import ONE
from explainer.paths import MODELS
from explainer.syntax.numbers import RESULT_OPTIONS


def problems(evidence: Any) -> list[Problem]:
    """Every fault of every explorable, chart and model."""
    found: list[Problem] = []
    for file in sorted(MODELS.glob("*.py")):
        if file.stem != "__init__":
            found += translate.check(file)
    if found:
        return found
    for explorable in explorables().values():
        found += _explorable(explorable, evidence)
    for chart in charts().values():
        found += _chart(chart, evidence)
    return found


def figure_json(figure: Any) -> dict:
    """A plotly figure as plain JSON, without plotly's own default template."""
    plain = json.loads(figure.to_json())
    plain["layout"].pop("template", None)
    return {"data": plain["data"], "layout": plain["layout"]}


@lru_cache(maxsize=None)
def opening(explorable: Explorable, evidence: Any) -> dict:
    """The figure that stands before a reader moves anything, as plain JSON; kept, so not to be changed."""
    outcome = state.start(explorable, evidence)
    return figure_json(explorable.figure(outcome.params, outcome.result, outcome.data))


def _explorable(explorable: Explorable, evidence: Any) -> list[Problem]:
    file, found = f"explainer/explorables/{explorable.name.replace('-', '_')}.py", []

    def fault(field: str, reason: str, mend: str) -> None:
        found.append(Problem(file, 0, f"{explorable.name}.{field}", reason, mend))

    names = [control.name for control in explorable.controls]
    for name in sorted({name for name in names if names.count(name) > 1}):
        fault("controls", f"two controls are named “{name}”", "Rename one.")
    for name in sorted(RESULT_OPTIONS & set(names)):
        fault(
            name,
            f"“{name}” says how a `{{result=…}}` is written, so prose could never set this control",
            "Give the control another name.",
        )
    for control in explorable.controls:
        if isinstance(control, Range) and not control.low <= control.default <= control.high:
            fault(
                control.name,
                f"the default {control.default} is outside {control.low} to {control.high}",
                "Mend one of them.",
            )
        if isinstance(control, Range | Guess) and control.low <= 1 <= control.high and _plural_only(control.unit):
            fault(
                control.name,
                f"the value 1 would read “1{control.unit}”",
                f"Give “{control.unit.strip()}” its singular in `ONE` of explainer/labels.py.",
            )
        if isinstance(control, Choice) and control.default not in control.options:
            fault(
                control.name,
                f"the default “{control.default}” is not an option",
                f"Use one of {', '.join(control.options)}.",
            )
        if isinstance(control, Switch) and not isinstance(control.default, bool):
            fault(control.name, "the default is not true or false", "Write True or False.")
        if isinstance(control, Guess) and control.low < 0:
            fault(control.name, "a guess below 0 cannot be told from no guess (-1)", "Let it start at 0 or more.")
    for key in explorable.sources:
        if key not in evidence.sources:
            fault("sources", f"“{key}” is not in sources.bib", "Mend the key, or add the source.")
    if found:
        return found
    outcome, figure = state.start(explorable, evidence), opening(explorable, evidence)
    for bind in explorable.bindings:
        for whole, place, what in ((figure, bind.target, "figure"), (outcome.result, bind.source, "result")):
            try:
                places.get(whole, place)
            except (KeyError, ValueError) as error:
                fault(
                    "bindings", f"in the {what}, {error.args[0]}", f"Mend the binding, or add the entry to the {what}."
                )
    for row in outcome.rows:
        if len(row) != len(explorable.columns):
            fault("columns", f"{len(explorable.columns)} headings for a row of {len(row)}", "Make them as many.")
            break
    if not outcome.said.strip():
        fault("say", "the sentence is empty at the start", "Let the model say what happened.")
    return found


def _plural_only(unit: str) -> bool:
    """Whether a unit is an English plural whose singular is not known."""
    word = unit.strip()
    return word.isalpha() and word.endswith("s") and word not in ONE


def _chart(chart: Any, evidence: Any) -> list[Problem]:
    file = f"explainer/charts/{chart.name.replace('-', '_')}.py"
    found = [
        Problem(
            file,
            0,
            f"{chart.name}.tables",
            f"there is no table “{table}”",
            f"Use one of {', '.join(sorted(evidence.tables))}.",
        )
        for table in chart.tables
        if table not in evidence.tables
    ]
    for table in chart.tables:
        if table in evidence.tables and len(evidence.rows(table)) < 2:
            found.append(
                Problem(
                    file,
                    0,
                    f"{chart.name}.tables",
                    f"“{table}” has fewer than two rows, too few to draw",
                    "Add rows, or write the number in a sentence.",
                )
            )
    if not found and any(len(row) != len(chart.columns) for row in chart.rows(evidence)):
        found.append(
            Problem(file, 0, f"{chart.name}.columns", "rows and headings differ in number", "Make them as many.")
        )
    return found
