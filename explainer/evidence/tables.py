"""The tables of `evidence/` and the data package that describes them: the only reader of both."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from explainer import yaml
from explainer.errors import Problem, Problems
from explainer.paths import shown

Cell = str | int | float | list[str] | None
Row = dict[str, Cell]


@dataclass(frozen=True)
class Table:
    """One table as the data package describes it, and its cells as text."""

    descriptor: dict
    file: Path

    @property
    def id(self) -> str:
        return self.descriptor["name"]

    @property
    def title(self) -> str:
        return self.descriptor["title"]

    @cached_property
    def fields(self) -> dict[str, dict]:
        return {field["name"]: field for field in self.descriptor["schema"]["fields"]}

    @cached_property
    def header(self) -> list[str]:
        return self._lines[0][1] if self._lines else []

    @cached_property
    def _lines(self) -> list[tuple[int, list[str]]]:
        reader = csv.reader(io.StringIO(self.file.read_text(encoding="utf-8"), newline=""))
        return [(reader.line_num, cells) for cells in reader if cells]

    @cached_property
    def texts(self) -> list[tuple[int, dict[str, str]]]:
        """(line in the file, column -> text) of each row."""
        return [(line, dict(zip(self.header, cells, strict=False))) for line, cells in self._lines[1:]]

    @cached_property
    def rows(self) -> list[Row]:
        """The rows, typed: numbers as numbers, lists of keys as lists, empty cells as None (an empty list for lists)."""
        return [{name: _typed(self.fields[name], text) for name, text in row.items()} for _, row in self.texts]

    @cached_property
    def by_id(self) -> dict[str, Row]:
        return {row["id"]: row for row in self.rows}


def _typed(field: dict, text: str) -> Cell:
    if "keysOf" in field:
        return keys(text)
    if not text:
        return None
    if field["type"] == "integer":
        return int(text)
    if field["type"] == "number":
        return float(text)
    return text


def keys(text: str) -> list[str]:
    """`a;b` as [a, b]."""
    return [key.strip() for key in text.split(";") if key.strip()]


def package(folder: Path) -> dict:
    """The data package of a folder, as YAML gives it."""
    file = folder / "datapackage.yaml"
    try:
        return yaml.read(file.read_text(encoding="utf-8"))
    except yaml.Error as error:
        line = error.problem_mark.line + 1 if getattr(error, "problem_mark", None) else 0
        reason = getattr(error, "problem", None) or "is not YAML"
        raise Problems(
            [Problem(shown(file), line, "YAML", str(reason), "Mend the indentation or quoting there.")]
        ) from None


def tables(folder: Path) -> dict[str, Table]:
    """Every table of the folder's data package by id, unread."""
    return {entry["name"]: Table(entry, folder / entry["path"]) for entry in package(folder)["resources"]}


def plain(row: Row) -> dict[str, Any]:
    """A row for JSON: None as an empty text, lists joined, so that a model meets only texts and numbers."""
    return {
        name: "" if cell is None else ";".join(cell) if isinstance(cell, list) else cell for name, cell in row.items()
    }
