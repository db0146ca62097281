"""What is known, as data: the only reader of `evidence/`.

`load()` gives the tables and sources, checked; `Problems` names every fault with file, row and field.
"""

from __future__ import annotations

import hashlib
import pickle
import sys
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from explainer import kept
from explainer.errors import Problem, Problems
from explainer.evidence.bibliography import Source
from explainer.evidence.tables import Row, Table, package, tables
from explainer.paths import CACHE, EVIDENCE, shown

__all__ = ["Evidence", "Row", "Source", "Table", "load"]


@dataclass(frozen=True, eq=False)
class Evidence:
    """All tables and sources of a folder, validated. Each reading is one of its own, so that what was worked out from it can be kept."""

    folder: Path
    package: dict
    tables: dict[str, Table]
    sources: dict[str, Source]

    def rows(self, table: str) -> list[Row]:
        """The rows of a table, typed."""
        return self.tables[table].rows

    def row(self, table: str, key: str) -> Row:
        """The row of a table with that id. Raises KeyError with a sentence that lists what there is."""
        if table not in self.tables:
            raise KeyError(f"there is no table “{table}”; tables are {', '.join(sorted(self.tables))}")
        if key not in self.tables[table].by_id:
            raise KeyError(f"the table {table} has no row “{key}”{_nearest(key, self.tables[table].by_id)}")
        return self.tables[table].by_id[key]


def _nearest(key: str, known) -> str:
    import difflib

    close = difflib.get_close_matches(key, list(known), n=3)
    return f"; did you mean {' or '.join(close)}?" if close else ""


def load(folder: Path = EVIDENCE) -> Evidence:
    """The evidence of a folder. Raises `Problems` naming every fault; reads again only what has changed on disk."""
    needed = [folder / "datapackage.yaml", folder / "sources.bib"]
    if missing := [file for file in needed if not file.exists()]:
        raise Problems(
            [Problem(shown(file), 0, "file", "is missing", "Every folder of evidence has one.") for file in missing]
        )
    return _load(folder, tuple((file.name, file.stat().st_mtime_ns, file.stat().st_size) for file in _files(folder)))


@lru_cache(maxsize=2)
def _load(folder: Path, _signature: tuple) -> Evidence:
    if folder != EVIDENCE:
        return _checked(folder)
    file = CACHE / "sound" / _digest(folder)
    found = _taken(file)
    if found is None:
        found = _checked(folder)
        kept.put(file, pickle.dumps(found))
        kept.sweep(file.parent)
    return found


def _taken(file: Path) -> Evidence | None:
    """What an earlier process put there; None where there is nothing, or nothing whole."""
    try:
        return pickle.loads(file.read_bytes()) if kept.used(file) else None
    except Exception:  # whatever is wrong with it, the evidence is read anew
        return None


def _checked(folder: Path) -> Evidence:
    from explainer.evidence import bibliography, validate  # slow to import, and of use only where something changed

    described, sources = tables(folder), bibliography.read(folder / "sources.bib")
    if found := validate.problems(folder, described, sources):
        raise Problems(found)
    return Evidence(folder, package(folder), described, sources)


def _files(folder: Path) -> list[Path]:
    """All that a folder of evidence holds."""
    return sorted([*folder.glob("*.csv"), folder / "datapackage.yaml", folder / "sources.bib"])


def _digest(folder: Path) -> str:
    """Of all that was read and by what: a build has three processes, and what the first read and found sound the others take over."""
    versions = [sys.version, *(version(name) for name in ("frictionless", "pybtex", "pypinyin"))]
    whole = hashlib.sha256("\n".join([*versions, str(folder)]).encode())
    for file in [*_files(folder), *sorted(Path(__file__).parent.glob("*.py"))]:
        whole.update(f"{file.name} {file.stat().st_size}\n".encode())
        whole.update(file.read_bytes())
    return whole.hexdigest()
