"""Everything that can be wrong with the evidence, found at every build: file, row, field, reason and how to mend it.

Frictionless checks types, required cells, ranges, patterns, allowed words and primary keys; what it cannot know (byte order
marks, line ends, lists of keys, partial dates, pinyin, dates in the wrong order) is checked here.
"""

from __future__ import annotations

import datetime
import re
import unicodedata
from pathlib import Path

from frictionless import FrictionlessException, Resource, system

from explainer.errors import Problem
from explainer.evidence import bibliography, dates
from explainer.evidence.tables import Table, keys
from explainer.paths import shown

MENDS = {
    "type-error": "Write a value of the column's type; numbers are bare digits without separators.",
    "constraint-error": "Use an allowed value; datapackage.yaml lists what the column takes.",
    "missing-label": "Add the column to the header, spelt as in datapackage.yaml.",
    "extra-label": "Delete the column, or describe it in datapackage.yaml.",
    "incorrect-label": "Put the columns in the order of datapackage.yaml, spelt as there.",
    "missing-cell": "The row has too few cells: add the missing commas.",
    "extra-cell": "The row has too many cells: put a cell that holds a comma between double quotes.",
    "primary-key": "Give the row an id of its own.",
    "blank-row": "Delete the empty line.",
    "blank-header": "Write the header as in datapackage.yaml.",
    "blank-label": "Name the column as in datapackage.yaml.",
    "duplicate-label": "Name each column once.",
}
_TONED = re.compile("[\u0300\u0301\u0304\u030c]")


def problems(folder: Path, tables: dict[str, Table], sources: dict[str, bibliography.Source]) -> list[Problem]:
    """Every fault of every table in the folder and of its bibliography."""
    found = bibliography.problems(folder / "sources.bib", sources)
    described = {table.file.name for table in tables.values()}
    for stray in sorted(set(file.name for file in folder.glob("*.csv")) - described):
        found.append(
            Problem(
                shown(folder / stray),
                0,
                "table",
                "is not in the data package",
                "Describe it in datapackage.yaml, or delete it.",
            )
        )
    found += _cycles(folder, tables)
    for table in tables.values():
        faults = _bytes(table) or _frictionless(folder, table)
        # our own checks read cells by column: they wait until the table's shape is sound
        found += faults or _cells(table, tables, sources)
    return found


def _cycles(folder: Path, tables: dict[str, Table]) -> list[Problem]:
    """Tables whose keys lead round in a circle, or to no table: neither could ever be loaded in order."""
    file = shown(folder / "datapackage.yaml")
    points = {
        name: {field["keysOf"] for field in table.fields.values() if field.get("keysOf", "sources") != "sources"}
        for name, table in tables.items()
    }
    found = [
        Problem(
            file,
            0,
            f"{name}.keysOf",
            f"there is no table “{target}”",
            f"Use one of sources, {', '.join(sorted(tables))}.",
        )
        for name, targets in points.items()
        for target in sorted(targets - set(tables))
    ]
    for start in sorted(points):
        path, seen = [start], set()
        while path:
            name = path.pop()
            for target in sorted(points.get(name, ())):
                if target == start:
                    found.append(
                        Problem(
                            file,
                            0,
                            f"{start}.keysOf",
                            f"the tables {start} and {name} name each other in a circle",
                            "Let the keys run one way.",
                        )
                    )
                elif target not in seen:
                    seen.add(target)
                    path.append(target)
    return found


def _bytes(table: Table) -> list[Problem]:
    file = shown(table.file)
    if not table.file.exists():
        return [
            Problem(
                file,
                0,
                "table",
                "the data package names this file and it does not exist",
                "Add the file, or delete its entry in datapackage.yaml.",
            )
        ]
    raw = table.file.read_bytes()
    if raw.startswith(b"\xef\xbb\xbf"):
        return [Problem(file, 1, "encoding", "begins with a byte order mark (BOM)", "Save it as UTF-8 without BOM.")]
    if b"\r" in raw:
        line = raw[: raw.index(b"\r")].count(b"\n") + 1
        return [Problem(file, line, "line ends", "has carriage returns (CRLF)", "Save it with LF line ends.")]
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        return [Problem(file, line, "encoding", "is not UTF-8", "Save it as UTF-8.")]
    return []


def _frictionless(folder: Path, table: Table) -> list[Problem]:
    file = shown(table.file)
    missing = [name for name in table.fields if name not in table.header]
    if missing:
        return [Problem(file, 1, name, "the column is missing", MENDS["missing-label"]) for name in missing]
    try:
        with system.use_context(trusted=True):
            report = Resource.from_descriptor(table.descriptor, basepath=str(folder)).validate()
    except FrictionlessException as error:
        return [Problem("evidence/datapackage.yaml", 0, table.id, error.error.note, "Mend the table's entry.")]
    found = []
    for error in report.flatten(["type", "rowNumber", "fieldName", "note"]):
        kind, row, field, note = error
        found.append(
            Problem(
                file,
                row or 1,
                field or ("id" if kind == "primary-key" else "row"),
                _sentence(kind, note),
                MENDS.get(kind, "Compare the file with its entry in datapackage.yaml."),
            )
        )
    return found


def _sentence(kind: str, note: str) -> str:
    if kind == "primary-key":
        return "two rows have this id"
    return note.rstrip(".") or kind


def _cells(table: Table, tables: dict[str, Table], sources: dict) -> list[Problem]:
    file, found, today = shown(table.file), [], datetime.date.today()
    seen: dict[tuple, int] = {}
    for line, row in table.texts:
        content = tuple(text for name, text in row.items() if name != "id")
        if content in seen:
            found.append(Problem(file, line, "row", f"says the same as line {seen[content]}", "Delete one of the two."))
        seen[content] = line
        for name, text in row.items():
            field = table.fields[name]
            if text != text.strip():
                found.append(Problem(file, line, name, "begins or ends with a space", "Delete the space."))
            if "\n" in text:
                found.append(Problem(file, line, name, "holds a line break", "Keep each row on one line."))
            if field.get("date") and text:
                if reason := dates.fault(text):
                    found.append(Problem(file, line, name, reason, "Write YYYY, YYYY-MM or YYYY-MM-DD."))
                elif name in ("checked", "date", "from") and dates.earliest(text) > today:
                    found.append(Problem(file, line, name, f"“{text}” lies in the future", "Give the day itself."))
            if field.get("keysOf") and (field["keysOf"] == "sources" or field["keysOf"] in tables):
                known = sources if field["keysOf"] == "sources" else tables[field["keysOf"]].by_id
                for key in keys(text):
                    if key not in known:
                        where = "sources.bib" if field["keysOf"] == "sources" else f"the table {field['keysOf']}"
                        found.append(
                            Problem(
                                file,
                                line,
                                name,
                                f"“{key}” is not in {where}",
                                f"Mend the key, or add the entry to {where}.",
                            )
                        )
            if field.get("pinyin") and text and not _TONED.search(unicodedata.normalize("NFD", text)):
                found.append(
                    Problem(file, line, name, f"“{text}” has no tone marks", "Write pinyin with tone marks: shèhuì.")
                )
        found += _older_than(file, line, row, sources)
        start, end = row.get("from", ""), row.get("to", "")
        if (
            start
            and end
            and not dates.fault(start)
            and not dates.fault(end)
            and dates.latest(end) < dates.earliest(start)
        ):
            found.append(
                Problem(file, line, "to", f"ends ({end}) before it begins ({start})", "Swap or mend the dates.")
            )
    return found


def _older_than(file: str, line: int, row: dict[str, str], sources: dict) -> list[Problem]:
    """A row that begins after its newest source was published: that source cannot have said so."""
    start = row.get("from") or row.get("date", "")
    days = [sources[key].get("date") for key in keys(row.get("sources", "")) if key in sources]
    if not start or dates.fault(start) or not days or not all(days) or any(dates.fault(day) for day in days):
        return []
    newest = max(days, key=dates.latest)
    # a rule is published before it takes effect, so two years of grace
    if dates.earliest(start).year - dates.latest(newest).year <= 2:
        return []
    field = "from" if row.get("from") else "date"
    return [
        Problem(
            file,
            line,
            field,
            f"begins {start}, long after its newest source ({newest})",
            "Mend the date, or add a source that is new enough.",
        )
    ]
