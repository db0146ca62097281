"""What `make bench` measured, for the page and the chart that show it; the only reader of `bench/results/` in this package."""

from __future__ import annotations

import csv

from explainer.labels import MEASURED as WORDS
from explainer.paths import MEASURED


def rows(name: str) -> list[dict[str, str]]:
    """The rows of one measure, entries as text; none if it was never taken."""
    file = MEASURED / f"{name}.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def run() -> dict[str, str]:
    """Where and when: date, machine, versions, and the bars (`bar_…`)."""
    return {row["what"]: row["value"] for row in rows("run")}


def said(kind: str, number: str) -> str:
    """A measured number with its unit, or a dash where there is none."""
    return WORDS[kind].format(n=number) if number else WORDS["nothing"]


def peers() -> list[dict[str, str]]:
    """The same slider in each way: name, medians, percentiles; ours first, then as they were measured."""
    whole = [row for row in rows("paint") if row["setting"] == "slider"]
    slow = {row["what"]: row for row in whole if row["slow"] == "4"}
    return [{**row, "slow_median": slow.get(row["what"], {}).get("median", "")} for row in whole if row["slow"] == "1"]


def figures() -> list[dict[str, str]]:
    """Each figure at each setting: its numbers, those of the slow processor, and which bars it misses (`missed`)."""
    bars = {name.removeprefix("bar_"): float(value) for name, value in run().items() if name.startswith("bar_")}
    whole = [row for row in rows("paint") if row["setting"] != "slider"]
    slow = {(row["figure"], row["setting"]): row for row in whole if row["slow"] == "4"}
    found = []
    for row in whole:
        if row["slow"] != "1":
            continue
        held = slow.get((row["figure"], row["setting"]), {})
        numbers = {**{name: row[name] for name in ("median", "p95", "script")}, **{f"{name}_slow": held.get(name, "") for name in ("median", "p95")}}
        missed = [name for name, number in numbers.items() if number and name in bars and float(number) > bars[name]]
        found.append({**row, **numbers, "missed": " ".join(missed)})
    return found
