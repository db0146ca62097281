"""The two runtimes side by side: a model's results in CPython and in Chromium.

from tests.runtimes import agree, chromium

def test_model(chromium):
    agree(chromium.runs("chance_of_listing", cases), [run(params, data) for params, data in cases])
"""

from __future__ import annotations

import atexit
import functools
import json
import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from queue import SimpleQueue
from threading import Thread
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

from explainer.production.chromium import ARGS, NoChromium, find
from explainer.translate import dependencies, javascript, prelude

# For a property that draws a list of cases and tries them in one visit to the browser. A failure names its case, so
# there is nothing to shrink, which would take minutes.
BATCHES = settings(
    max_examples=4, deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)

# Runs in the page: each call's result as JSON, or what it threw.
CALLS = """([module, name, calls]) => calls.map(text => {
    const args = JSON.parse(text), of = explainer.modules[module];
    try { return JSON.stringify({value: of[name](...args)}); }
    catch (error) { return JSON.stringify({error: String(error)}); }
})"""


class Raised(str):
    """What a call raised or threw, in place of its result."""


class Worker:
    """One thread that does what it is given, in order; it does not keep Python from ending."""

    def __init__(self) -> None:
        self.queue: SimpleQueue = SimpleQueue()
        Thread(target=self._work, name="chromium", daemon=True).start()

    def _work(self) -> None:
        while True:
            future, function, args = self.queue.get()
            try:
                future.set_result(function(*args))
            except BaseException as error:
                future.set_exception(error)

    def do(self, function: Callable, *args: Any) -> Any:
        """The function's result, once it is there; or what it raises."""
        future: Future = Future()
        self.queue.put((future, function, args))
        return future.result()


class Browser:
    """A blank page with the prelude loaded, under a policy that forbids `eval`; models are loaded as they are named.

    Playwright runs in a thread of its own, so that it minds no other test's.
    """

    def __init__(self) -> None:
        self.worker = Worker()
        self.loaded: set[str] = set()
        self.worker.do(self._open)

    def _open(self) -> None:
        from playwright.sync_api import sync_playwright

        path = find()
        if not path:
            raise NoChromium()
        self.playwright = sync_playwright().start()
        self.chromium = self.playwright.chromium.launch(executable_path=path, args=ARGS)
        self.page = self.chromium.new_page()
        policy = "default-src 'none'; script-src 'unsafe-inline'"
        self.page.set_content(f'<meta http-equiv="Content-Security-Policy" content="{policy}"><title>.</title>')
        self._script(prelude())

    def close(self) -> None:
        """Ends the browser; it ends by itself when Python does."""
        atexit.unregister(self.close)

        def shut() -> None:
            self.chromium.close()
            self.playwright.stop()

        self.worker.do(shut)

    def _script(self, text: str) -> None:
        faults: list[str] = []
        note = lambda error: faults.append(str(error))  # noqa: E731
        self.page.on("pageerror", note)
        self.page.add_script_tag(content=text)
        self.page.evaluate("1")
        self.page.remove_listener("pageerror", note)
        if faults:
            raise AssertionError(f"the script fails to load: {faults[0]}\n{text}")

    def script(self, text: str) -> None:
        """Loads a classic script."""
        self.worker.do(self._script, text)

    def load(self, module: str) -> None:
        """Loads a model and what it needs."""
        for name in dependencies(module):
            if name not in self.loaded:
                self.script(javascript(name))
                self.loaded.add(name)

    def calls(self, module: str, name: str, calls: Sequence[Sequence[Any]]) -> list[Any]:
        """The result of each call of a function of a loaded module; `Raised` where it throws."""
        given = [module, name, [json.dumps(call) for call in calls]]
        answers = self.worker.do(lambda: self.page.evaluate(CALLS, given))
        read = [json.loads(answer) for answer in answers]
        return [Raised(each["error"]) if "error" in each else each.get("value") for each in read]

    def runs(self, model: str, cases: Sequence[tuple[dict, Any]], name: str = "run") -> list[Any]:
        """``run(params, data)`` of a model for many (params, data), in one visit to the browser."""
        self.load(model)
        return self.calls(model, name, cases)


@functools.lru_cache(maxsize=None)
def shared() -> Browser:
    """The one browser of this process."""
    browser = Browser()
    atexit.register(browser.close)
    return browser


@pytest.fixture
def chromium() -> Browser:
    """The shared browser."""
    return shared()


def called(function: Callable, *args: Any) -> Any:
    """What CPython returns, or `Raised` for the errors that a value brings about."""
    try:
        return function(*args)
    except (ArithmeticError, LookupError, ValueError, TypeError) as error:
        return Raised(type(error).__name__)


def same(python: Any, browser: Any) -> bool:
    """Whether two results are equal: text, truth and whole numbers exactly, others to the last bit or to 1e-12.

    3.0 and 3 are one number, as JSON has no two. Not equal to anything: infinities, what is no number, and whole
    numbers beyond 2^53.
    """
    if isinstance(python, Raised) or isinstance(browser, Raised):
        return isinstance(python, Raised) and isinstance(browser, Raised)
    if isinstance(python, bool) or isinstance(browser, bool):
        return python is browser
    if isinstance(python, (int, float)):
        if not isinstance(browser, (int, float)) or not math.isfinite(python):
            return False
        if isinstance(python, int):
            return abs(python) <= 2**53 and python == browser
        return math.isclose(python, browser, rel_tol=1e-12, abs_tol=0.0)
    if isinstance(python, (list, tuple)):
        return isinstance(browser, list) and len(python) == len(browser) and all(map(same, python, browser))
    if isinstance(python, dict):
        return (
            isinstance(browser, dict)
            and list(python) == list(browser)
            and all(same(python[key], browser[key]) for key in python)
        )
    return type(python) is type(browser) and python == browser


def agree(python: Sequence[Any], browser: Sequence[Any], cases: Sequence[Any] | None = None) -> None:
    """Fails with the first case whose results differ."""
    assert len(python) == len(browser)
    for i, (one, other) in enumerate(zip(python, browser, strict=True)):
        case = f" for {cases[i]!r}" if cases else ""
        assert same(one, other), f"case {i}{case}\nPython:  {one!r}\nbrowser: {other!r}"
