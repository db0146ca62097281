"""What was measured, as it is kept: `bench/results/NAME.csv`, one file a measure, and `run.csv` that says where and when."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

FOLDER = Path(__file__).resolve().parent / "results"


def read(name: str) -> list[dict[str, str]]:
    """The rows last kept, all entries as text; none if there are none."""
    file = FOLDER / f"{name}.csv"
    if not file.exists():
        return []
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def keep(name: str, columns: Sequence[str], rows: list[dict]) -> None:
    """Puts the rows in place of those that were kept."""
    text = io.StringIO()
    writer = csv.DictWriter(text, columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.csv").write_text(text.getvalue(), encoding="utf-8")
