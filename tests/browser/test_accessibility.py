"""What WCAG 2.2 asks beyond what axe-core can see: every figure by keyboard alone, names and roles, zoom, text spacing, forced colours, motion."""

from __future__ import annotations

import pytest

from explainer.explorables.contract import Choice, Draw, Guess, Range, Switch
from explainer.explorables.registry import explorables
from explainer.paths import DOCS
from explainer.syntax import scan
from explainer.typography import curly
from tests.browser.test_explorables import NAMES, opened

PAGES = [f"{path}.html" for path in scan.pages(DOCS)]
ROLES = {Range: "slider", Choice: "combobox", Switch: "checkbox", Draw: "spinbutton"}


def press(page, control) -> None:
    """Changes the focused control with one key or two, as its kind allows."""
    if isinstance(control, Range):
        page.keyboard.press("ArrowLeft" if control.default == control.high else "ArrowRight")
    elif isinstance(control, Choice):
        page.keyboard.press("ArrowUp" if control.default == list(control.options)[-1] else "ArrowDown")
    elif isinstance(control, Switch):
        page.keyboard.press("Space")
    else:
        page.keyboard.press("End")
        page.keyboard.press("Backspace")


@pytest.mark.parametrize("name", NAMES)
def test_by_keyboard_alone(visit, name):
    """Tab goes through every control in order, a key changes it, and where the focus is can be seen."""
    watched, figure = opened(visit, name)
    page = watched.page
    controls = [control for control in explorables()[name].controls if not isinstance(control, Guess)]
    figure.locator(".numbers-box summary, .say").first.evaluate("element => { element.tabIndex = -1; element.focus(); }")
    for control in controls:
        for _ in range(30):
            page.keyboard.press("Tab")
            if page.evaluate("document.activeElement.name || ''") == control.name:
                break
        field = figure.locator(f"form.controls [name='{control.name}']")
        assert field.evaluate("element => element === document.activeElement"), f"Tab does not reach {control.name}"
        assert field.evaluate("element => { const style = getComputedStyle(element); return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2; }")
        value = "element => element.type === 'checkbox' ? element.checked : element.value"
        before = field.evaluate(value)
        press(page, control)
        assert field.evaluate(value) != before, f"no key changes {control.name}"
    page.wait_for_function("name => location.search.includes(name + '.')", arg=name)
    assert not watched.complaints


@pytest.mark.parametrize("name", NAMES)
def test_names_roles_and_live_regions(visit, name):
    """What assistive technology is told, in the browser's own accessibility tree."""
    watched, figure = opened(visit, name)
    cdp = watched.page.context.new_cdp_session(watched.page)
    nodes = [node for node in cdp.send("Accessibility.getFullAXTree")["nodes"] if not node.get("ignored")]
    told = [(node["role"]["value"], node.get("name", {}).get("value", "")) for node in nodes]
    named = ("slider", "combobox", "checkbox", "spinbutton", "textbox", "button", "link", "figure")
    assert [node for node, (role, said) in zip(nodes, told, strict=True) if role in named and not said] == []
    for control in explorables()[name].controls:
        if type(control) in ROLES:
            assert (ROLES[type(control)], curly(control.label)) in told, (control.label, told)
        if isinstance(control, Range):
            spoken = figure.locator(f"form.controls [name='{control.name}']").get_attribute("aria-valuetext")
            assert spoken == figure.locator(f"output[for='{name}-{control.name}']").text_content()
    assert any(role in ("img", "image") and said == curly(explorables()[name].alt) for role, said in told)
    live = [node for node in nodes if any(item["name"] == "live" and item["value"]["value"] == "polite" for item in node.get("properties", []))]
    assert live, "no polite live region"


SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }
p { margin-bottom: 2em !important; }"""
# text that is cut off: an element that hides what overflows and holds more than it shows
CUT = """() => Array.from(document.querySelectorAll('article *, header *, footer *')).filter((element) => {
  const style = getComputedStyle(element);
  if (!['hidden', 'clip'].includes(style.overflowY) || style.position === 'absolute' || !element.textContent.trim()) return false;
  return !element.closest('.picture, svg') && element.clientHeight > 1 && element.scrollHeight > element.clientHeight + 2;
}).map((element) => element.outerHTML.slice(0, 120))"""
FITS = "() => document.documentElement.scrollWidth <= window.innerWidth"


@pytest.mark.parametrize("path", PAGES)
def test_zoomed_and_spaced(visit, path):
    """200 % and 400 % of a 1280-pixel window, and WCAG's text spacing: nothing is cut, nothing runs out of the page."""
    page = visit(path, width=640, height=450, device_scale_factor=2).page
    assert page.evaluate(FITS)
    page.set_viewport_size({"width": 320, "height": 256})
    assert page.evaluate(FITS)
    page.set_viewport_size({"width": 640, "height": 450})
    page.add_style_tag(content=SPACED)
    assert page.evaluate(FITS)
    assert page.evaluate(CUT) == []


@pytest.mark.parametrize("name", ["secret-weights", "friends-score"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_forced_colours_keep_the_picture_on_its_own_paper(visit, name, scheme):
    """A picture keeps its colours, so it must keep its ground too: on a forced black one its ink could not be read."""
    _, figure = opened(visit, name, forced_colors="active", color_scheme=scheme)
    ground, paper = figure.locator(".picture").evaluate(
        """box => { const probe = document.createElement('i'); probe.style.cssText = 'forced-color-adjust: none; color: var(--paper)';
        box.append(probe); const paper = getComputedStyle(probe).color; probe.remove(); return [getComputedStyle(box).backgroundColor, paper]; }"""
    )
    assert ground == paper
    chosen = visit("index.html", forced_colors="active").page.locator(".judge .choice").first
    before = chosen.evaluate("element => getComputedStyle(element).borderTopWidth")
    chosen.click()
    assert chosen.evaluate("element => getComputedStyle(element).borderTopWidth") != before


def test_reduced_motion_moves_nothing(visit):
    watched, figure = opened(visit, "friends-score", reduced_motion="reduce")
    page = watched.page
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == "auto"
    figure.locator("details.model summary").click()
    assert page.evaluate("document.getAnimations().filter((each) => each.effect.getComputedTiming().duration > 1).length") == 0


@pytest.mark.parametrize("name", NAMES)
def test_on_a_phone_every_control_can_be_touched(visit, name):
    """The picture stays in sight and never lies over the control that is moved."""
    _, figure = opened(visit, name, width=360, height=640)
    for control in explorables()[name].controls:
        if isinstance(control, Guess):
            continue
        field = figure.locator(f"form.controls [name='{control.name}']")
        field.scroll_into_view_if_needed()
        field.click(trial=True, timeout=5000)  # refuses where something else would take the touch


# the words of a slider's value and of its label, as boxes, at each end and where it stands
APART = """name => Array.from(document.querySelectorAll(`#${name} .control[data-kind=range]`)).flatMap((control) => {
  const [output, label, input] = ["output", "label", "input"].map((part) => control.querySelector(part));
  const boxes = (part) => { const range = document.createRange(); range.selectNodeContents(part); return Array.from(range.getClientRects()); };
  const apart = (one, other) => one.left >= other.right || other.left >= one.right || one.top >= other.bottom || other.top >= one.bottom;
  const edge = control.getBoundingClientRect().right + 1;
  const stood = input.value;
  return [stood, input.min, input.max, stood].filter((value) => {
    input.value = value;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    return !boxes(output).every((one) => one.right <= edge && boxes(label).every((other) => apart(one, other)));
  }).map((value) => `${label.textContent}: ${value}`);
})"""


@pytest.mark.parametrize("spaced", [False, True])
@pytest.mark.parametrize("name", NAMES)
def test_a_value_stands_beside_its_label(visit, name, spaced):
    """On a phone, with WCAG's text spacing too: within its control, and not over the label."""
    watched, _ = opened(visit, name, width=360)
    if spaced:
        watched.page.add_style_tag(content=SPACED)
    assert watched.page.evaluate(APART, name) == []
