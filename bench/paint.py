"""How long after a control moved the changed picture is painted, and how much script that took: ours, and the peers'.

Each explorable of `site/` is moved at its default settings and at its heaviest, with the processor as it is and four times slower. A
move that leaves the picture as it was is not counted. What misses a bar is measured twice more, and each number is the middle of three:
what else runs on the machine only ever adds.
"""

from __future__ import annotations

import itertools
import json
import math
import random
import statistics
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bench import install
from bench.first_view import serving
from bench.peers import framework, served, shared as peers, stock, wasm
from explainer.paths import SITE
from explainer.production.chromium import browser

NAME = "paint"
COLUMNS = ("what", "figure", "setting", "slow", "moves", "median", "p95", "script", "script_p95", "thread", "state")
SIZE = {"width": 1280, "height": 900}
MOVES = 20
QUIET, LIMIT = 40, 5000  # milliseconds: still for so long, the picture is finished; at most so long is waited
SLOW = (1, 4)
BARS = {"median": 16.7, "p95": 33.0, "script": 8.0, "median_slow": 50.0, "p95_slow": 50.0}
"""Milliseconds: what readers are promised, at the heaviest setting too; `…_slow` with the processor four times slower."""
SCRIPT = Path(__file__).with_name("paint.js")


def values(control: dict, seeds: random.Random) -> list:
    """A few values of a control, spread over what it allows."""
    kind = control["type"]
    if kind == "switch":
        return [True, False]
    if kind == "choice":
        return list(control["options"])[:8]
    if kind == "text":
        return list(control.get("examples") or {"": ""})
    if kind == "draw":
        return [seeds.randrange(1, 2**31 - 1) for _ in range(6)]
    steps = round((control["high"] - control["low"]) / control["step"])
    places = sorted({round(steps * part / 7) for part in range(8)})
    return [round(control["low"] + place * control["step"], 6) for place in places]


def moved(controls: list[dict]) -> list[dict]:
    """The controls that a reader moves once the answer stands."""
    return [control for control in controls if control["type"] != "guess"]


class Watched:
    """A page whose moves are timed."""

    def __init__(self, chromium, address: str, size: dict = SIZE):
        self.context = chromium.new_context(viewport=size)
        self.page = self.context.new_page()
        self.page.add_init_script(path=SCRIPT)
        self.session = self.context.new_cdp_session(self.page)
        self.session.send("Performance.enable", {"timeDomain": "threadTicks"})
        self.page.goto(address)
        self.last = ""  # what the picture showed after the move before

    def slow(self, rate: int) -> None:
        self.session.send("Emulation.setCPUThrottlingRate", {"rate": rate})

    def spent(self) -> tuple[float, float]:
        """Processor time since the page began, in milliseconds: in its scripts, and in its thread as a whole."""
        found = {each["name"]: each["value"] for each in self.session.send("Performance.getMetrics")["metrics"]}
        return 1000 * found["ScriptDuration"], 1000 * found["TaskDuration"]

    def move(self, picture: str, act, quiet: int = QUIET, limit: int = LIMIT) -> tuple[float, float, float] | None:
        """Milliseconds to paint, of script and of the thread, of one move; None if the picture stayed the same."""
        before = self.last or self.page.evaluate("picture => bench.picture(picture)", picture)
        self.page.evaluate("rest => bench.rest(rest)", random.uniform(5, 40))  # any moment between two frames
        self.page.evaluate("([picture, quiet, limit]) => bench.watch(picture, quiet, limit)", [picture, quiet, limit])
        spent = self.spent()
        act(self.page)
        painted = self.page.evaluate("bench.done()")
        script, thread = (now - then for now, then in zip(self.spent(), spent, strict=True))
        self.last = self.page.evaluate("picture => bench.picture(picture)", picture)
        if painted is None or self.last == before:
            return None
        return painted, script, thread

    def close(self) -> None:
        self.context.close()


def summary(samples: list[tuple[float, float, float]]) -> dict:
    """Medians and 95th percentiles of (paint, script, thread) samples; nothing of none."""
    if not samples:
        return {}
    # the page's whole numbers come as int, and would be written without a decimal
    paints, scripts, threads = (sorted(float(sample[part]) for sample in samples) for part in (0, 1, 2))

    def high(numbers: list[float]) -> float:
        return numbers[math.ceil(0.95 * len(numbers)) - 1]  # the nearest rank

    return {
        "moves": len(samples),
        "median": round(statistics.median(paints), 1),
        "p95": round(high(paints), 1),
        "script": round(statistics.median(scripts), 1),
        "script_p95": round(high(scripts), 1),
        "thread": round(statistics.median(threads), 1),
    }


def opened(chromium, base: str, entry: dict, state: dict | None = None) -> Watched:
    """An explorable of ours, live, its answer shown."""
    name = entry["name"]
    query = "&".join(
        f"{name}.{key}={1 if value is True else 0 if value is False else value}" for key, value in (state or {}).items()
    )
    watched = Watched(chromium, f"{base}{entry['page']}?{query}#{name}")
    figure = watched.page.locator(f"figure#{name}")
    figure.locator(".picture").scroll_into_view_if_needed()
    watched.page.wait_for_function("name => document.getElementById(name).hasAttribute('data-live')", arg=name)
    skip = figure.locator("form.guess button.skip")
    if skip.is_visible():
        skip.click()
    figure.locator(".picture").scroll_into_view_if_needed()
    watched.page.wait_for_timeout(200)
    return watched


HEAVY = """async ([name, candidates]) => {
  // coordinate by coordinate: the value with which an update takes the most script, measured as the least of three
  const part = document.getElementById(name).explorable;
  const start = {...part.params};
  const cost = (params) => {
    let least = Infinity;
    for (let turn = 0; turn < 3; turn += 1) {
      part.params = {...start};
      part.update();
      part.params = params;
      const began = performance.now();
      part.update();
      least = Math.min(least, performance.now() - began);
    }
    return least;
  };
  let best = {...start};
  let most = cost(best);
  for (const [control, values] of candidates) {
    for (const value of values) {
      const params = {...best, [control]: value};
      const took = cost(params);
      if (took > most * 1.05) { most = took; best = params; }
      await new Promise((done) => setTimeout(done, 0));
    }
  }
  return Object.fromEntries(Object.entries(best).filter(([key, value]) => value !== start[key]));
}"""


def heaviest(chromium, base: str, entry: dict) -> dict:
    """The settings, as far as they differ from the defaults, with which a change takes the most script."""
    watched = opened(chromium, base, entry)
    seeds = random.Random(1)
    candidates = [[control["name"], values(control, seeds)] for control in moved(entry["controls"])]
    state = watched.page.evaluate(HEAVY, [entry["name"], candidates])
    watched.close()
    return state


def changes(entry: dict, state: dict) -> Iterator[tuple[str, object, object]]:
    """Endless moves, one control after another: its name, another value, and the value of the state, to go back to."""
    seeds = random.Random(2)
    controls = moved(entry["controls"])
    stand = {control["name"]: state.get(control["name"], control["default"]) for control in controls}
    others = {
        control["name"]: [value for value in values(control, seeds) if value != stand[control["name"]]] for control in controls
    }
    for turn in itertools.count():
        for control in controls:
            name = control["name"]
            if others[name]:
                yield name, others[name][turn % len(others[name])], stand[name]


def sampled(watched: Watched, entry: dict, state: dict, rate: int, moves: int, idle: set) -> list[tuple[float, float, float]]:
    """Samples of moves away from the state and back; `idle` gathers those that leave the picture as it is, however fast the processor."""
    name = entry["name"]
    samples = []
    for control, other, stand in itertools.islice(changes(entry, state), 6 * moves):
        if (control, str(other)) in idle:
            continue
        selector = f"#{name} form.controls [name='{control}']"
        away = watched.move(f"#{name} .live", setting_of(selector, other), limit=300 * rate)
        if away is None:
            idle.add((control, str(other)))
            setting_of(selector, stand)(watched.page)
            continue
        back = watched.move(f"#{name} .live", setting_of(selector, stand), limit=300 * rate)
        samples += [took for took in (away, back) if took]
        if len(samples) >= moves:
            break
    return samples[:moves]


def tried(take: Callable[[], dict], met: Callable[[dict], bool], times: int = 1) -> list[dict]:
    """What `take` found, so many times; a single one that did not meet the bars becomes three."""
    runs = [take() for _ in range(times)]
    if times == 1 and not met(runs[0]):
        runs += [take(), take()]
    return runs


def met(found: dict, rate: int) -> bool:
    """Whether a summary reaches the bars; the slowest twentieth on the slow processor is taken as it comes, or the measure would take too long."""
    bars = {"median": BARS["median_slow"]} if rate > 1 else {name: BARS[name] for name in ("median", "p95", "script")}
    return not found or all(found[name] <= bar for name, bar in bars.items())


def explorable(chromium, base: str, entry: dict, moves: int = MOVES, slow=SLOW) -> list[dict]:
    """Rows of one explorable."""
    rows = []
    name = entry["name"]
    for setting, state in (("default", {}), ("heaviest", heaviest(chromium, base, entry))):
        watched = opened(chromium, base, entry, state)
        idle: set = set()
        for rate in slow:
            watched.slow(rate)
            runs = tried(
                lambda: summary(sampled(watched, entry, state, rate, moves, idle)),
                lambda found: met(found, rate),
            )
            watched.slow(1)
            if runs[0]:
                middle = {key: statistics.median(run[key] for run in runs) for key in runs[0]}
                rows.append({"what": "ours", "figure": name, "setting": setting, "slow": rate, **middle, "state": json.dumps(state) if state else ""})
        watched.close()
    return rows


def setting_of(selector: str, value) -> Callable:
    """Moves a native control to a value."""
    return lambda page: page.evaluate("([at, value]) => bench.set(at, value)", [selector, value])


def keyed(selector: str) -> Callable:
    """Moves a slider by its arrow keys, up to its end and down again."""

    def act(page, value: float, up: bool) -> None:
        page.locator(selector).press("ArrowRight" if up else "ArrowLeft")

    return act


def pressed(page, value: float, up: bool) -> None:
    """Moves plotly's own slider, which knows no keys, by a press on its rail."""
    rail = page.locator(".slider-rail-touch-rect").bounding_box()
    low, high = (peers.peer()["slider"][end] for end in ("low", "high"))
    page.mouse.click(rail["x"] + 10 + (rail["width"] - 20) * (value - low) / (high - low), rail["y"] + rail["height"] / 2)


@dataclass(frozen=True)
class Peer:
    """One way to make the page: where it is, what its picture is, how its slider is moved, when it is ready."""

    name: str
    address: str
    picture: str
    act: Callable
    ready: str


def compared(chromium, peer: Peer, moves: int, slow=SLOW) -> list[dict]:
    """Rows of one peer: the same slider moved through its values and back."""
    watched = Watched(chromium, peer.address)
    watched.page.locator(peer.ready).first.wait_for(timeout=60_000)
    watched.page.wait_for_timeout(1500)
    watched.page.locator(peer.picture).first.scroll_into_view_if_needed()
    steps = peers.steps()
    place, up = steps.index(peers.peer()["slider"]["default"]), True
    rows = []
    for rate in slow:
        watched.slow(rate)
        samples = []
        for _ in range(2 * moves):
            up = place < len(steps) - 1 if up else place == 0
            place += 1 if up else -1
            took = watched.move(peer.picture, lambda page: peer.act(page, steps[place], up), quiet=150)
            if took:
                samples.append(took)
            if len(samples) == moves:
                break
        watched.slow(1)
        if len(samples) < moves:
            raise RuntimeError(f"{peer.name}: only {len(samples)} of {2 * moves} moves changed the picture")
        rows.append({"what": peer.name, "figure": peers.FIGURE, "setting": "slider", "slow": rate, **summary(samples), "state": ""})
    watched.close()
    return rows


def beside(chromium, base: str, moves: int, slow=SLOW) -> list[dict]:
    """Ours and the peers, the same figure and slider in each, one after another."""
    entry = next(each for each in entries() if each["name"] == peers.FIGURE)
    ours = f"{base}{entry['page']}?{peers.FIGURE}.{peers.CONTROL}={peers.peer()['slider']['default']}&{peers.FIGURE}.guess=0#{peers.FIGURE}"
    with (
        serving(stock.build()) as plain,
        serving(framework.build(install.MODULES)) as observable,
        serving(wasm.build(install.MODULES)) as pyodide,
        served.dash(install.PYTHON) as dash,
    ):
        slider = f"#{peers.FIGURE} [name='{peers.CONTROL}']"
        found = [
            Peer("ours", ours, f"#{peers.FIGURE} .live", keyed(slider), f"#{peers.FIGURE}[data-live]"),
            Peer("plotly", plain, ".js-plotly-plot .cartesianlayer", pressed, ".slider-rail-touch-rect"),
            Peer("framework", observable, "#picture .cartesianlayer", keyed("#slider"), "#picture .cartesianlayer"),
            Peer("dash", dash, "#picture .cartesianlayer", keyed("[role=slider]"), "#picture .cartesianlayer"),
            Peer("pyodide", pyodide, "#picture .cartesianlayer", keyed("#slider"), "#slider:not([disabled])"),
        ]
        rows = []
        for peer in found:
            for row in compared(chromium, peer, moves, slow):
                rows.append(row)
                told(row)
        return rows


def told(row: dict) -> None:
    print(
        f"  {row['what']:<10}{row['figure']:<20}{row['setting']:<9}{row['slow']}x  paint {row['median']:>6} / {row['p95']:>6} ms"
        f"  script {row['script']:>6} / {row['script_p95']:>6} ms  thread {row['thread']:>6} ms  {row['state']}",
        flush=True,
    )


def entries() -> list[dict]:
    """The explorables that stand on a page of the built site."""
    return [each for each in json.loads((SITE / "explorables.json").read_text(encoding="utf-8")) if each["page"]]


def measure(quick: bool = False, names: tuple[str, ...] = (), apart: bool = False) -> list[dict]:
    """One row a figure, setting and slow-down; `apart` leaves the peers out."""
    moves = 3 if quick else MOVES
    rows = []
    with serving(SITE) as base, browser() as chromium:
        if not apart:
            rows += beside(chromium, base, moves, (1,) if quick else SLOW)
        for entry in entries()[: 1 if quick else None]:
            if not names or entry["name"] in names:
                for row in explorable(chromium, base, entry, moves, (1,) if quick else SLOW):
                    rows.append(row)
                    told(row)
    return rows


if __name__ == "__main__":
    measure(names=tuple(sys.argv[1:]), apart=True)
