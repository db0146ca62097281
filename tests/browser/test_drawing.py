"""A change draws only what changed, by inner names of plotly.js: the picture must be the one that a new drawing gives."""

from __future__ import annotations

import json
import random

import pytest

from bench.paint import moved, values
from explainer.explorables.registry import explorables
from explainer.paths import DOCS
from tests.browser.picture import SHOWN
from tests.browser.test_explorables import opened

MOVES = 20

COMPARE = f"""([name, states]) => {{
  const shown = {SHOWN};
  const part = document.getElementById(name).explorable;
  const drawing = part.drawing;
  const box = drawing.box;
  let anew = 0;
  const draw = drawing.draw.bind(drawing);
  drawing.draw = () => {{ anew += 1; draw(); }};
  const different = [];
  for (const state of states) {{
    part.params = {{...part.params, ...state}};
    part.update();
    const changed = shown(box);
    Plotly.purge(box);
    drawing.drawn = null;
    draw();
    if (shown(box) !== changed) different.push(state);
    // what is drawn anew is the start of the next change, half of the time; else two changes follow each other
    part.params = {{...part.params, ...states[(different.length + 7) % states.length]}};
    part.update();
  }}
  return {{different, anew}};
}}"""


def states(name: str) -> list[dict]:
    """Moves of one control, and now and then of all."""
    generated = json.loads((DOCS / "explorables.json").read_text(encoding="utf-8"))
    controls = moved(next(entry["controls"] for entry in generated if entry["name"] == name))
    seeds = random.Random(name)

    def one(control: dict) -> dict:
        return {control["name"]: seeds.choice(values(control, seeds))}

    alone = [one(seeds.choice(controls)) for _ in range(MOVES)]
    together = [{key: value for control in controls for key, value in one(control).items()} for _ in range(MOVES // 4)]
    return [state for pair in zip(alone, together * 4, strict=True) for state in pair][: MOVES + MOVES // 4]


@pytest.mark.parametrize("name", sorted(explorables()))
def test_a_change_gives_the_picture_of_a_new_drawing(visit, name):
    watched, _ = opened(visit, name)
    asked = states(name)
    done = watched.page.evaluate(COMPARE, [name, asked])
    assert done["different"] == []
    # the short way is the common one: a figure whose every move is drawn anew takes three times as long
    assert done["anew"] <= len(asked), "see `redraw` in docs/assets/js/drawing.js for what cannot be changed in place"
    assert not watched.complaints


@pytest.mark.parametrize("name", sorted(explorables()))
def test_many_events_in_a_frame_are_two_updates_and_the_last_is_shown(visit, name):
    watched, figure = opened(visit, name)
    control = next(iter(values_of(name)))
    count = watched.page.evaluate(
        """([name, control, given]) => new Promise((resolve) => {
          const part = document.getElementById(name).explorable;
          let updates = 0;
          const update = part.update.bind(part);
          part.update = () => { updates += 1; update(); };
          const input = part.form.elements[control];
          requestAnimationFrame(() => {
            for (let turn = 0; turn < 10; turn += 1) {
              const value = given[turn % given.length];
              if (input.type === "checkbox") input.checked = value; else input.value = String(value);
              input.dispatchEvent(new Event("input", { bubbles: true }));
            }
            requestAnimationFrame(() => requestAnimationFrame(() => resolve([updates, part.params[control], given[9 % given.length]])));
          });
        })""",
        [name, control[0], control[1]],
    )
    assert count[0] == 2
    assert str(count[1]) == str(count[2])
    assert not watched.complaints


def values_of(name: str) -> list[tuple[str, list]]:
    """(control, values) of each control that has two or more."""
    generated = json.loads((DOCS / "explorables.json").read_text(encoding="utf-8"))
    controls = moved(next(entry["controls"] for entry in generated if entry["name"] == name))
    listed = [(control["name"], values(control, random.Random(1))) for control in controls]
    return [each for each in listed if len(each[1]) > 1]
