"""Every explorable and every chart by name: one file each, found by being there."""

from __future__ import annotations

import importlib
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from explainer.charts.contract import Chart
from explainer.errors import Problem, Problems
from explainer.explorables.contract import Explorable
from explainer.paths import CHARTS, EXPLORABLES, shown


def _modules(folder: Path, package: str, constant: str) -> list[tuple[Path, object]]:
    """(file, declaration) of each module of the folder that declares one."""
    found = []
    for file in sorted(folder.glob("*.py")):
        if constant in file.read_text(encoding="utf-8"):
            module = importlib.import_module(f"{package}.{file.stem}")
            if hasattr(module, constant):
                found.append((file, getattr(module, constant)))
    return found


def _named(declared: list[tuple[Path, object]]) -> dict[str, object]:
    named: dict[str, object] = {}
    problems = []
    files: dict[str, Path] = {}
    for file, declaration in declared:
        name = declaration.name
        if name in named:
            problems.append(
                Problem(
                    shown(file),
                    0,
                    "name",
                    f"“{name}” is already the name of {shown(files[name])}",
                    "Give one of the two another name.",
                )
            )
        elif name.replace("-", "_") != file.stem:
            problems.append(
                Problem(
                    shown(file),
                    0,
                    "name",
                    f"“{name}” does not match the file's name",
                    f"Name it “{file.stem.replace('_', '-')}”, or rename the file.",
                )
            )
        named[name], files[name] = declaration, file
    if problems:
        raise Problems(problems)
    return named


@lru_cache
def explorables() -> dict[str, Explorable]:
    """name -> explorable."""
    return _named(_modules(EXPLORABLES, "explainer.explorables", "EXPLORABLE"))


@lru_cache
def charts() -> dict[str, Chart]:
    """name -> chart."""
    return _named(_modules(CHARTS, "explainer.charts", "CHART"))


def model(explorable: Explorable) -> ModuleType:
    """The model's module, for CPython."""
    return importlib.import_module(f"explainer.models.{explorable.model}")
