"""The figure that every peer shows: one explorable of ours, its default picture, its model, and one of its sliders."""

from __future__ import annotations

import functools
import json
from pathlib import Path

from explainer import translate
from explainer.evidence import load
from explainer.explorables import places, state
from explainer.explorables.check import opening
from explainer.explorables.registry import explorables
from explainer.paths import CACHE
from explainer.production import pictures, takeaway
from explainer.production.generate import control_json

FIGURE, CONTROL = "friends-score", "fall"
HOME = CACHE / "bench"


@functools.cache
def evidence():
    """The repository's evidence."""
    return load()


@functools.cache
def peer() -> dict:
    """What a peer needs, as JSON would hold it: figure with colours, bindings, slider, the other settings, data, size."""
    declared = explorables()[FIGURE]
    outcome, drawn = state.start(declared, evidence()), opening(declared, evidence())
    figure = pictures.coloured({"data": drawn["data"], "layout": drawn["layout"]}, "light")
    figure["layout"].update(width=720, height=declared.heights[0], autosize=False)
    slider = next(control_json(control) for control in declared.controls if control.name == CONTROL)
    return {
        "title": declared.title,
        "figure": figure,
        "bindings": [[bind.target, bind.source] for bind in declared.bindings],
        "slider": slider,
        "params": outcome.params,
        "data": outcome.data,
    }


def at(value: float) -> dict:
    """What the result at a value of the slider writes into the figure: place -> entry."""
    outcome = state.run(explorables()[FIGURE], evidence(), {CONTROL: value})
    return {target: places.get(outcome.result, source) for target, source in peer()["bindings"]}


def steps() -> list[float]:
    """Every value of the slider."""
    slider = peer()["slider"]
    count = round((slider["high"] - slider["low"]) / slider["step"])
    return [slider["low"] + place * slider["step"] for place in range(count + 1)]


def python() -> str:
    """The model as one Python file without imports of ours."""
    return takeaway.python(explorables()[FIGURE], evidence())


def javascript() -> str:
    """The model as scripts: the same translation that readers get."""
    modules = translate.dependencies(explorables()[FIGURE].model)
    return "\n".join([translate.prelude(), *(translate.javascript(module) for module in modules)])


BIND = """function bind(figure, bindings, result) {
  const steps = (place) => place.match(/[A-Za-z_][\\w-]*|\\d+/g);
  for (const [target, source] of bindings) {
    const path = steps(target);
    const last = path.pop();
    path.reduce((at, step) => at[step], figure)[last] = steps(source).reduce((at, step) => at[step], result);
  }
}
"""


def write(path: Path, text: str) -> Path:
    """The text into a file, its folder made."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def json_text(value) -> str:
    """JSON that may stand inside a script element."""
    return json.dumps(value, ensure_ascii=False).replace("</", "<\\/")
