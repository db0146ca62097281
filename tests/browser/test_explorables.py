"""What a reader does with an explorable: move it, share it, reopen it, break its address, use it by keyboard and on paper."""

from __future__ import annotations

import json
import re
from urllib.parse import quote

import pytest

from explainer.explorables import state
from explainer.explorables.contract import Choice, Draw, Guess, Range, Switch
from explainer.explorables.registry import explorables
from explainer.paths import DOCS
from explainer.syntax.figures import counted
from explainer.typography import curly
from tests.browser.picture import shown

NAMES = sorted(explorables())


def where(name: str) -> str:
    """The page that shows an explorable."""
    return next(entry["page"] for entry in json.loads((DOCS / "explorables.json").read_text()) if entry["name"] == name)


def opened(visit, name: str, query: str = "", **options):
    """(watched, figure): the explorable live, its answer shown."""
    watched = visit(f"{where(name)}{query}#{name}", **options)
    figure = watched.page.locator(f"figure#{name}")
    figure.scroll_into_view_if_needed()
    figure.locator(".picture").scroll_into_view_if_needed()
    watched.page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    skip = figure.locator("form.guess button.skip")
    if skip.is_visible():
        skip.click()
    return watched, figure


def picture(figure) -> str:
    return figure.locator(".live").inner_html()


def other_value(control):
    """A value of the control that is not its default."""
    if isinstance(control, Range):
        return control.high if control.default != control.high else control.low
    if isinstance(control, Choice):
        return next(option for option in control.options if option != control.default)
    if isinstance(control, Switch):
        return not control.default
    if isinstance(control, Draw):
        return control.default + 1
    return "91350211M000100Y4X"


def move(figure, control, value) -> None:
    """Sets a control as a reader does."""
    field = figure.locator(f"form.controls [name='{control.name}']")
    if isinstance(control, Switch):
        field.set_checked(value)
    elif isinstance(control, Choice):
        field.select_option(value)
    else:
        field.fill(f"{value:g}" if isinstance(value, float) else str(value))


@pytest.mark.parametrize("name", NAMES)
def test_moving_a_control_updates_everything_and_the_address_restores_it(visit, evidence, name):
    """Each control alone, from the start; then all of them together, opened again from their address."""
    watched, figure = opened(visit, name)
    page = watched.page
    controls = [control for control in explorables()[name].controls if not isinstance(control, Guess)]
    for control in controls:
        move(figure, control, other_value(control))
        says(page, name, state.run(explorables()[name], evidence, {control.name: other_value(control)}))
        page.wait_for_function("name => location.search.includes(name)", arg=f"{name}.{control.name}=")
        figure.locator("form.controls .reset").click()
        says(page, name, state.run(explorables()[name], evidence))
    for control in controls:
        move(figure, control, other_value(control))
    expected = state.run(explorables()[name], evidence, {control.name: other_value(control) for control in controls})
    says(page, name, expected)
    for control in controls:
        page.wait_for_function("name => location.search.includes(name)", arg=f"{name}.{control.name}=")
    drawn = shown(figure)
    page.reload()
    says(page, name, expected)
    page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    assert shown(page.locator(f"figure#{name}")) == drawn
    assert not watched.complaints and not watched.foreign


def says(page, name: str, expected) -> None:
    """Waits for the sentence, then for the numbers, which follow once the reader pauses."""
    page.wait_for_function(
        "([name, said]) => document.querySelector(`#${name} .say`).textContent === said", arg=[name, expected.said]
    )
    page.wait_for_function(
        """([name, rows]) => {
          const shown = Array.from(document.querySelectorAll(`#${name} table.numbers tbody tr`), (row) => Array.from(row.cells, (cell) => cell.textContent));
          return JSON.stringify(shown) === JSON.stringify(rows);
        }""",
        arg=[name, expected.rows],
    )


@pytest.mark.parametrize("name", NAMES)
def test_a_value_stands_with_its_unit_as_in_python(visit, name):
    _, figure = opened(visit, name)
    for control in explorables()[name].controls:
        if isinstance(control, Range):
            ones = {1} if control.low <= 1 <= control.high and (1 - control.low) % control.step == 0 else set()
            for value in sorted({control.low, control.high} | ones):
                move(figure, control, value)
                output = figure.locator(f"output[for='{name}-{control.name}']")
                output.filter(has_text=re.compile(f"^{re.escape(counted(value, control.unit))}$")).wait_for()


@pytest.mark.parametrize("name", NAMES)
def test_every_control_together_changes_the_picture(visit, name):
    _, figure = opened(visit, name)
    before = shown(figure)
    for control in explorables()[name].controls:
        if not isinstance(control, Guess):
            move(figure, control, other_value(control))
    figure.page.wait_for_function("name => location.search.includes(name)", arg=f"{name}.")
    assert shown(figure) != before


# two of the thousands of test_hostile.py, here on the whole page: what no number is, and what is far too long
ATTACKS = ["<img src=x onerror=alert(1)>", "x" * 10_000]


@pytest.mark.parametrize("name", NAMES)
def test_an_address_with_nonsense_is_clamped_or_ignored_and_said(visit, name):
    for attack in ATTACKS:
        # servers refuse an address of more than 64 KB, so the long one goes to one control
        controls = explorables()[name].controls[: 1 if len(attack) > 1000 else None]
        query = "&".join(f"{name}.{control.name}={quote(attack)}" for control in controls)
        watched, figure = opened(visit, name, f"?{query}")
        assert figure.locator(".say").text_content().strip()
        numeric = any(isinstance(control, Range | Draw | Choice) for control in explorables()[name].controls)
        assert figure.locator(".notice").is_visible() or not numeric, attack
        assert watched.page.locator("img[src=x]").count() == 0
        assert not watched.complaints, attack
        watched.page.context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_value_given_twice_or_unknown_is_said(visit, name):
    control = next(item for item in explorables()[name].controls if not isinstance(item, Guess))
    given = quote(str(control.default))
    watched, figure = opened(
        visit, name, f"?{name}.{control.name}={given}&{name}.{control.name}={given}&{name}.nonsense=1"
    )
    notice = figure.locator(".notice").text_content()
    assert "more than once" in notice and "nonsense" in notice
    assert not watched.complaints


RANGES = {
    name: found for name in NAMES if (found := [item for item in explorables()[name].controls if isinstance(item, Range)])
}


@pytest.mark.parametrize("name", RANGES)
def test_ranges_out_of_bounds_are_clamped_and_said(visit, name):
    query = "&".join(f"{name}.{control.name}={control.high + 1000}" for control in RANGES[name])
    _, figure = opened(visit, name, f"?{query}")
    notice = figure.locator(".notice").text_content()
    for control in RANGES[name]:
        assert figure.locator(f"[name='{control.name}']").input_value() == f"{control.high:g}"
        assert f"“{curly(control.label)}” was {control.high + 1000}" in notice and f"set to {control.high:g}" in notice


@pytest.mark.parametrize("name", NAMES)
def test_without_javascript_everything_is_there(visit, evidence, name):
    watched = visit(where(name), java_script_enabled=False)
    figure = watched.page.locator(f"figure#{name}")
    expected = state.run(explorables()[name], evidence)
    assert figure.locator(".say").text_content() == expected.said
    assert figure.locator("table.numbers tbody tr").count() == len(expected.rows)
    still = figure.locator("img.still:visible")
    assert still.count() == 1
    still.scroll_into_view_if_needed()
    assert f"/{name}-wide-light." in still.get_attribute("src")
    assert figure.locator("form.guess").is_hidden()
    assert "def run(" in figure.locator(".model code").text_content()


@pytest.mark.parametrize("name", NAMES)
def test_the_guess_can_be_made_or_skipped_by_keyboard(visit, name):
    guess = next((control for control in explorables()[name].controls if isinstance(control, Guess)), None)
    if guess is None:
        assert explorables()[name].controls
        return
    for key, made in (("see", True), ("skip", False)):
        watched = visit(f"{where(name)}#{name}")
        form = watched.page.locator(f"#{name} form.guess")
        form.scroll_into_view_if_needed()
        form.wait_for(state="visible")
        form.locator(f"[name='{guess.name}']").press("ArrowRight")
        form.locator(f"button.{key}").press("Enter")
        form.wait_for(state="hidden")
        assert watched.page.locator(f"#{name} .say").is_visible()
        assert watched.page.locator(f"#{name} .why").count() == int(made)
        assert not watched.complaints


@pytest.mark.parametrize("name", NAMES)
def test_every_control_is_reached_by_tab(visit, name):
    watched, figure = opened(visit, name)
    wanted = {control.name for control in explorables()[name].controls if not isinstance(control, Guess)}
    figure.locator("form.controls input, form.controls select").first.focus()
    reached = set()
    for _ in range(60):
        reached.add(watched.page.evaluate("document.activeElement.name || ''"))
        watched.page.keyboard.press("Tab")
    assert wanted <= reached


@pytest.mark.parametrize("name", NAMES)
def test_light_and_dark_and_resizing_redraw_the_picture(visit, name):
    watched, figure = opened(visit, name)
    light = picture(figure)
    watched.page.evaluate("document.body.setAttribute('data-md-color-scheme', 'slate')")
    watched.page.wait_for_function(
        "([name, old]) => document.querySelector(`#${name} .live`).innerHTML !== old", arg=[name, light]
    )
    watched.page.set_viewport_size({"width": 360, "height": 740})
    figure.locator(".picture").scroll_into_view_if_needed()  # on a narrow page the figure stands elsewhere, and is laid out once seen
    watched.page.wait_for_function(
        "name => { const live = document.querySelector(`#${name} .live`); const svg = live.querySelector('svg'); return Math.abs(svg.clientWidth - live.clientWidth) < 2 && svg.clientWidth < 361; }",
        arg=name,
    )
    assert watched.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
    assert not watched.complaints


@pytest.mark.parametrize("name", NAMES)
def test_the_picture_takes_the_room_it_keeps(visit, name):
    watched = visit(where(name))
    figure = watched.page.locator(f"figure#{name}")
    before = figure.locator(".picture").bounding_box()["height"]
    figure.locator(".picture").scroll_into_view_if_needed()
    watched.page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    assert figure.locator(".picture").bounding_box()["height"] == before
    assert figure.locator(".live svg").first.bounding_box()["height"] == pytest.approx(before, abs=2)


@pytest.mark.parametrize("name", NAMES)
def test_downloads(visit, evidence, name):
    watched, figure = opened(visit, name)
    for kind, start in (("csv", None), ("svg", b"<svg"), ("png", b"\x89PNG")):
        with watched.page.expect_download() as waiting:
            figure.locator(f".get-{kind}").click()
        content = open(waiting.value.path(), "rb").read()
        assert content if start is None else content.startswith(start)
        if kind == "csv":
            assert content.decode().splitlines()[0].count(",") >= len(explorables()[name].columns) - 1
    figure.locator(".get-link").click()
    figure.locator(".copied").first.wait_for()
    assert f"#{name}" in watched.page.evaluate("navigator.clipboard.readText()")
    figure.locator(".get-embed").click()
    watched.page.wait_for_function("() => document.querySelectorAll('.copied').length === 2")
    assert watched.page.evaluate("navigator.clipboard.readText()").startswith("<iframe src=")
    assert not watched.complaints


@pytest.mark.parametrize("name", NAMES)
def test_the_embed_works_alone(visit, name):
    watched = visit(f"embed/{name}.html", width=360, height=740)
    watched.page.locator(".picture").scroll_into_view_if_needed()
    watched.page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    assert not watched.complaints and not watched.foreign


@pytest.mark.parametrize("name", NAMES)
def test_nothing_catches_the_finger(visit, name):
    _, figure = opened(visit, name)
    assert figure.locator(".modebar").count() == 0
    assert figure.locator(".live .draglayer .drag").count() == 0


def test_plotly_is_loaded_only_when_a_figure_comes_near(visit):
    watched = visit(where(NAMES[0]), width=360, height=600)
    watched.page.wait_for_load_state("networkidle")
    assert not any("plotly" in url for url in watched.requests)


@pytest.mark.parametrize("name", NAMES)
def test_when_the_library_cannot_be_had_the_rest_still_works(site, browser, evidence, name):
    context = browser.new_context()
    page = context.new_page()
    page.route("**/lib/plotly.*js", lambda route: route.abort())
    page.goto(f"{site.url}{where(name)}?{name}.nonsense=1")
    figure = page.locator(f"figure#{name}")
    figure.locator(".picture").scroll_into_view_if_needed()
    page.wait_for_function(
        "name => document.querySelector(`#${name} .notice`).textContent.includes('library')", arg=name
    )
    control = next(item for item in explorables()[name].controls if not isinstance(item, Guess))
    skip = figure.locator("form.guess button.skip")
    if skip.is_visible():
        skip.click()
    move(figure, control, other_value(control))
    expected = state.run(explorables()[name], evidence, {control.name: other_value(control)})
    page.wait_for_function(
        "([name, said]) => document.querySelector(`#${name} .say`).textContent === said", arg=[name, expected.said]
    )
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_on_paper_the_state_that_stands_is_printed(visit, name):
    watched, figure = opened(visit, name)
    control = next(item for item in explorables()[name].controls if not isinstance(item, Guess))
    move(figure, control, other_value(control))
    watched.page.wait_for_function("() => location.search.length > 1")
    watched.page.evaluate("dispatchEvent(new Event('beforeprint'))")
    watched.page.emulate_media(media="print")
    assert figure.locator("table.numbers").is_visible()
    assert figure.locator(".say").is_visible()
    assert figure.locator(".live svg").first.is_visible()
    assert figure.locator(".assumptions ul").is_visible()
    assert figure.locator(".model").is_hidden()  # four pages of code help nobody on paper
    watched.page.evaluate("dispatchEvent(new Event('afterprint'))")
