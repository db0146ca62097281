"""The page stands still: under the reader's hand, and while it comes in."""

from __future__ import annotations

import pytest

from explainer.explorables.registry import explorables
from tests.browser.test_explorables import move, opened, other_value

# the sentence has the room that it takes
HELD = """name => {
  const figure = document.getElementById(name);
  const height = (part) => figure.querySelector(part).getBoundingClientRect().height;
  return figure.querySelector(".outcome").style.height && height(".outcome") > height(".say") - 0.01;
}"""
# ... and no more
CLOSE = """name => {
  const figure = document.getElementById(name);
  const height = (part) => figure.querySelector(part).getBoundingClientRect().height;
  return Math.abs(height(".outcome") - height(".say")) < 0.01;
}"""
LISTS = ["reference/sources.html", "reference/sources-chinese.html"]


def test_the_text_below_does_not_rise_when_the_sentence_gets_shorter(visit):
    """The longest sentence of a few settings keeps its room, until the page has another width."""
    name = "timeline"
    _, figure = opened(visit, name)
    room, page = figure.locator(".outcome"), figure.page
    page.set_viewport_size({"width": 700, "height": 900})
    page.wait_for_function("name => document.getElementById(name).explorable.drawing.drawn.layout.width < 700", arg=name)
    heights = []
    for control in explorables()[name].controls:
        move(figure, control, other_value(control))
        page.wait_for_function(HELD, arg=name)
        heights.append(room.bounding_box()["height"])
        figure.locator("form.controls .reset").click()
        heights.append(room.bounding_box()["height"])
    assert heights == sorted(heights)
    assert not page.evaluate(CLOSE, name)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.wait_for_function(CLOSE, arg=name)


@pytest.mark.parametrize("width", [360, 1280])
def test_the_box_of_the_numbers_is_as_high_as_they_are_up_to_its_most(visit, width):
    watched, figure = opened(visit, "timeline", width=width)
    control = next(each for each in explorables()["timeline"].controls if each.name == "level")
    heights = []
    for level in ("all", "private", "local"):
        move(figure, control, level)
        box = watched.page.wait_for_function(
            """before => {
              const box = document.querySelector("#timeline .numbers-box .scroll");
              const rows = box.querySelector("table").rows.length;
              const most = parseFloat(getComputedStyle(box).maxHeight);
              const right = Math.min(box.querySelector("table").getBoundingClientRect().height + box.offsetHeight - box.clientHeight, most);
              return rows !== before && Math.abs(box.offsetHeight - right) <= 1 && { rows, height: box.offsetHeight, most };
            }""",
            arg=heights[-1]["rows"] if heights else 0,
        ).json_value()
        heights.append(box)
    assert heights[0]["height"] == pytest.approx(heights[0]["most"], abs=1)
    assert min(box["height"] for box in heights) < heights[0]["height"], "this level has many events: choose another"


@pytest.mark.parametrize("path", LISTS)
def test_the_filters_of_a_list_stand_there_before_any_script_has_run(visit, path):
    page = visit(path, java_script_enabled=False).page
    assert page.locator(".filters").count() == 1 and page.locator(".filters").is_hidden()
    page = visit(path).page
    assert page.locator(".filters").is_visible()
    assert page.locator(".filters [role=status]").text_content().startswith(f"{page.locator('.all-sources > li').count()} of")


# words that stand in two lines, of tables that are written in a page
BROKEN = """() => Array.from(document.querySelectorAll(".scroll.written :is(th, td)")).flatMap((cell) => {
  const found = [];
  const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    for (const { 0: word, index } of walker.currentNode.data.matchAll(/\\p{L}+/gu)) {
      const range = document.createRange();
      range.setStart(walker.currentNode, index);
      range.setEnd(walker.currentNode, index + word.length);
      if (new Set(Array.from(range.getClientRects(), (box) => Math.round(box.top))).size > 1) found.push(word);
    }
  }
  return found;
})"""
WRITTEN = ["learn/method.html", "system/cities.html", "system/companies.html", "system/lists.html"]


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", WRITTEN)
def test_no_word_of_a_table_is_broken(visit, path, width):
    page = visit(path, width=width).page
    assert page.locator(".scroll.written table").count() == 1
    assert page.evaluate(BROKEN) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
