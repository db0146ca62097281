"""Hostile addresses and bad surroundings: thousands of nonsense states, no storage, a slow library, a slow phone, another site's frame."""

from __future__ import annotations

import random

import pytest

from explainer.explorables.contract import Choice, Draw, Guess, Range, Switch
from explainer.explorables.registry import explorables
from tests.browser.test_explorables import NAMES, opened, where
from tests.conftest import serve

ADDRESSES = 5200  # over all explorables together
TOKEN = "<i data-fuzz>"
PIECES = (
    TOKEN, f'"{TOKEN}', f"'>{TOKEN}", f"{TOKEN}</script>", "<svg onload=document.body.dataset.hit=1>", "javascript:alert(1)", "{label}", "{", "}}",
    "NaN", "-NaN", "Infinity", "-Infinity", "1e999", "-1e999", "1e-999", "0x10", "0b1", "1_000", "1,5", "１２", "٣", "--1", "+-2", ".", "-", "5.", ".5",
    "9007199254740993", "-0", "2147483648", "null", "undefined", "true", "false", "[object Object]", "[]", "{}", "__proto__", "constructor",
    "toString", "%", "%00", "%E0%A4%A", "%F0%9F%92%A9", "\u202e", "\u0000", "🙂" * 40, "x" * 3000, "失信", " ", "\t", "", "..", "../../etc", "a=b",
)  # fmt: skip
STRANGE_NAMES = ("__proto__", "constructor", "hasOwnProperty", "toString", "", " ", "nonsense", TOKEN, "x" * 300, "失信")


def raw(text: str, chance: random.Random) -> str:
    """A text for an address: mostly escaped, sometimes as it is, so that broken escapes are tried too."""
    from urllib.parse import quote

    return quote(text) if chance.random() < 0.8 else text.replace("#", "").replace("&", "")


def address(explorable, chance: random.Random) -> str:
    """One query string: some of the explorable's controls, some strange names, repeated and shuffled."""
    pairs = []
    for _ in range(chance.randint(1, 10)):
        control = chance.choice(explorable.controls)
        values = [*PIECES]
        if isinstance(control, Range | Guess):
            values += [str(control.low), str(control.high), str(control.low - control.step), str(control.high * 1.5 + 0.1)] * 6
        elif isinstance(control, Choice):
            values += [*control.options] * 6
        elif isinstance(control, Switch):
            values += ["1", "0", "yes", "2"] * 6
        elif isinstance(control, Draw):
            values += ["1", "0", "2147483646", "2147483647", "-7"] * 6
        name = chance.choice(STRANGE_NAMES) if chance.random() < 0.15 else control.name
        pairs.append(f"{explorable.name}.{raw(name, chance)}={raw(chance.choice(values), chance)}")
    return chance.choice(["?", "?&", "?=&", "?a&"]) + chance.choice(["&", "&", "&&"]).join(pairs)


# Opens the figure anew for each address, as a load of the page does, and gives what is wrong with any of them.
TRY = """async ({name, queries}) => {
  const page = new DOMParser().parseFromString(await (await fetch(location.pathname)).text(), 'text/html');
  const clean = page.getElementById(name), found = [];
  const wrong = /NaN|undefined|Infinity|\\[object/;
  for (const query of queries) {
    history.replaceState(null, '', location.pathname + query);
    const figure = document.importNode(clean, true);
    document.getElementById(name).replaceWith(figure);
    explainer.figures();
    for (let waited = 0; !figure.explorable && waited < 600; waited++) await new Promise(requestAnimationFrame);
    const part = figure.explorable;
    if (!part) { found.push([query, 'did not start']); continue; }
    const asked = new Set(explainer.given(name).map(([key]) => key));
    for (const control of part.definition.controls) {
      const value = part.params[control.name];
      const numeric = control.type === 'range' || control.type === 'draw' || control.type === 'guess';
      if (numeric && !(value === -1 && control.type === 'guess') && !(value >= control.low && value <= control.high)) found.push([query, control.name + ' is ' + value]);
      if (control.type === 'choice' && !Object.keys(control.options).includes(value)) found.push([query, control.name + ' is ' + value]);
      if (control.type === 'switch' && typeof value !== 'boolean') found.push([query, control.name + ' is ' + value]);
      if (control.type === 'text' && Array.from(value).length > control.limit) found.push([query, control.name + ' is too long']);
    }
    const numbers = figure.querySelector('table.numbers').textContent, said = figure.querySelector('.say').textContent;
    const typed = part.definition.controls.some((control) => control.type === 'text');
    if (!said.trim() || (!typed && wrong.test(said + numbers))) found.push([query, said]);
    if (asked.size && Array.from(asked).some((key) => !part.definition.controls.some((control) => control.name === key)) && figure.querySelector('.notice').hidden) found.push([query, 'an unknown name was not said']);
    if (document.querySelector('[data-fuzz]') || document.body.dataset.hit) found.push([query, 'markup from the address']);
  }
  return found;
}"""


@pytest.mark.parametrize("name", NAMES)
def test_no_address_breaks_a_figure_or_gets_into_the_page(visit, name):
    chance = random.Random(f"addresses of {name}")
    queries = [address(explorables()[name], chance) for _ in range(-(-ADDRESSES // len(NAMES)))]
    watched = visit(f"embed/{name}.html")
    watched.page.wait_for_function("name => document.getElementById(name).explorable", arg=name)
    assert watched.page.evaluate(TRY, {"name": name, "queries": queries}) == []
    assert not watched.complaints and not watched.foreign


def test_a_slow_library_is_said_and_the_page_stays_readable(site, browser):
    name = "friends-score"
    page = browser.new_page()
    held = []
    page.route("**/*plotly*.js", lambda route: held.append(route))
    page.goto(f"{site.url}{where(name)}#{name}")
    page.locator(f"#{name} .picture").scroll_into_view_if_needed()
    page.locator(f"#{name} .notice").filter(has_text="still loading").wait_for()
    page.locator(f"#{name} form.guess .skip").click()
    assert page.locator(f"#{name} img.still:visible").count() == 1
    assert page.locator(f"#{name} .say").text_content().strip()
    for route in held:
        route.continue_()
    page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    page.locator(f"#{name} .notice").wait_for(state="hidden")
    page.close()


NO_STORAGE = """for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches'])
  Object.defineProperty(window, name, {get() { throw new DOMException('blocked', 'SecurityError'); }});"""


@pytest.mark.parametrize("path", ["index.html", "criticisms/association.html"])
def test_blocked_storage_costs_a_reader_nothing_but_the_memory(site, browser, path):
    context = browser.new_context()
    context.add_init_script(NO_STORAGE)
    page = context.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(site.url + path)
    page.wait_for_function("() => !document.documentElement.classList.contains('no-js')")
    for figure in page.locator("figure[data-explorable]").all():
        figure.locator(".picture").scroll_into_view_if_needed()
        page.wait_for_function("figure => figure.hasAttribute('data-live')", arg=figure.element_handle())
    page.locator(".search-open:visible").first.click()
    page.keyboard.type("defaulter")
    page.locator("dialog.search li a").first.wait_for()
    assert errors == []
    context.close()


@pytest.mark.parametrize("name", NAMES)
def test_a_ten_year_old_phone_still_moves_it(visit, name):
    watched, figure = opened(visit, name, width=360, height=640)
    slow = watched.page.context.new_cdp_session(watched.page)
    slow.send("Emulation.setCPUThrottlingRate", {"rate": 6})
    control = next(item for item in explorables()[name].controls if not isinstance(item, Guess))
    before = figure.locator("form.controls").evaluate("form => new URLSearchParams(new FormData(form)).toString()")
    field = figure.locator(f"form.controls [name='{control.name}']")
    if isinstance(control, Choice):
        field.select_option(index=len(control.options) - 1 if control.default != [*control.options][-1] else 0)
    elif isinstance(control, Switch):
        field.set_checked(not control.default)
    else:
        field.press("End") if isinstance(control, Range) else field.fill("7")
        if isinstance(control, Range) and control.default == control.high:
            field.press("Home")
    watched.page.wait_for_function("name => location.search.includes(name + '.')", arg=name)
    assert figure.locator("form.controls").evaluate("form => new URLSearchParams(new FormData(form)).toString()") != before
    assert not watched.complaints


@pytest.mark.parametrize("sandbox", ["", ' sandbox="allow-scripts"'])
def test_in_another_sites_frame(site, browser, tmp_path, sandbox):
    name = "friends-score"
    server, url = serve(tmp_path)
    (tmp_path / "index.html").write_text(
        "<!doctype html><html lang=en><title>Another site</title><script>addEventListener('message', (event) => { window.told = event.data; })</script>"
        f'<iframe src="{site.url}embed/{name}.html" title="A figure" width="400" height="900"{sandbox}></iframe></html>'
    )
    page = browser.new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    frame = page.frame_locator("iframe")
    frame.locator(f"#{name}[data-live]").wait_for()
    page.wait_for_function("() => window.told && window.told.subject === 'lti.frameResize' && window.told.height > 200")
    assert errors == [] and page.context.cookies() == []
    page.close()
    server.shutdown()
