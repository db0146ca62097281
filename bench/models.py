"""How long one run of each model takes: translated, in V8; the Python itself, in CPython; two of them in JavaScript by hand.

At the default settings, and at those that the measure of paint found heaviest. The results are compared before the times are.
"""

from __future__ import annotations

import json
import math
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from bench import results
from bench.peers.shared import evidence
from explainer import translate
from explainer.explorables import state
from explainer.explorables.contract import Explorable
from explainer.explorables.registry import explorables, model
from explainer.production import node

NAME = "models"
COLUMNS = ("model", "setting", "v8", "cpython", "times", "hand", "hand_times")
HERE = Path(__file__).resolve().parent
BATCH = 120  # milliseconds: a model runs again and again for so long, five times; the middle one counts
TOLD = ("secret_weights", "friends_score")


class V8:
    """A Node that times models."""

    def __init__(self) -> None:
        self.running = subprocess.Popen(
            [*node.command("node"), str(HERE / "models.js")], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def ask(self, **order: Any) -> dict:
        self.running.stdin.write(json.dumps(order) + "\n")
        self.running.stdin.flush()
        answer = self.running.stdout.readline()
        if not answer:
            raise RuntimeError(f"Node ended while it ran {order['module']}")
        return json.loads(answer)

    def close(self) -> None:
        self.running.stdin.close()
        self.running.wait(timeout=20)


def cpython(run, params: dict, data: dict, batch: int) -> float:
    """Milliseconds of one run."""

    def some() -> float:
        runs, start = 0, time.perf_counter()
        while True:
            run(params, data)
            runs += 1
            spent = 1000 * (time.perf_counter() - start)
            if spent >= batch:
                return spent / runs

    some()
    return statistics.median(some() for _ in range(5))


def same(one: Any, other: Any) -> bool:
    """Whether two results are equal, numbers to 1e-9."""
    if isinstance(one, bool) or isinstance(other, bool) or not isinstance(one, int | float):
        if isinstance(one, list):
            return isinstance(other, list) and len(one) == len(other) and all(map(same, one, other))
        if isinstance(one, dict):
            return isinstance(other, dict) and one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
        return one == other
    return isinstance(other, int | float) and math.isclose(one, other, rel_tol=1e-9, abs_tol=1e-9)


def script(declared: Explorable) -> str:
    """What a browser loads to run the model."""
    return "\n".join([translate.prelude(), *(translate.javascript(each) for each in translate.dependencies(declared.model))])


def settings(name: str) -> list[tuple[str, dict]]:
    """(setting, what differs from the defaults): the heaviest as last measured."""
    heavy = next((row["state"] for row in results.read("paint") if (row["figure"], row["setting"]) == (name, "heaviest")), "")
    return [("default", {}), *([("heaviest", json.loads(heavy))] if heavy else [])]


def measure(quick: bool = False) -> list[dict]:
    """One row a model and setting; milliseconds of one run."""
    rows = []
    v8 = V8()
    batch = 2 if quick else BATCH
    try:
        for declared in list(explorables().values()):
            if quick and declared.model not in TOLD:
                continue
            for setting, given in settings(declared.name):
                try:
                    outcome = state.run(declared, evidence(), given)
                except state.Refused:
                    continue  # measured before the controls changed
                order = {"module": declared.model, "params": outcome.params, "data": outcome.data, "batch": batch}
                translated = v8.ask(script=script(declared), **order)
                plain = json.loads(json.dumps(outcome.result))
                if not same(translated["result"], plain):
                    raise RuntimeError(f"{declared.model}: the translation gives another result than the Python")
                mine = cpython(model(declared).run, outcome.params, outcome.data, batch)
                row = {
                    "model": declared.name,
                    "setting": setting,
                    "v8": round(translated["milliseconds"], 4),
                    "cpython": round(mine, 3),
                    "times": round(mine / translated["milliseconds"], 1),
                    "hand": "",
                    "hand_times": "",
                }
                if declared.model in TOLD:
                    hand = v8.ask(hand=str(HERE / "hand" / f"{declared.model}.js"), **order)
                    if not same(hand["result"], plain):
                        raise RuntimeError(f"{declared.model}: the version by hand gives another result than the Python")
                    row["hand"] = round(hand["milliseconds"], 4)
                    row["hand_times"] = round(translated["milliseconds"] / hand["milliseconds"], 1)
                rows.append(row)
                told(row)
    finally:
        v8.close()
    return rows


def told(row: dict) -> None:
    hand = f"  by hand {row['hand']} ms: {row['hand_times']} times" if row["hand"] else ""
    print(f"  {row['model']:<20}{row['setting']:<9} V8 {row['v8']:>8} ms  CPython {row['cpython']:>8} ms: {row['times']} times{hand}", flush=True)


if __name__ == "__main__":
    measure("quick" in sys.argv)
