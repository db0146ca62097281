"""How charts word numbers and dates of the evidence: in tables, titles and labels alike."""

from __future__ import annotations

from explainer.evidence import dates
from explainer.labels import PAGE

MILLION = 1_000_000


def exact(row: dict) -> str:
    """All digits with the precision that the source gives: "nearly 6,000,000"."""
    return PAGE["precision"][row["precision"]].format(n=f"{row['value']:,}")


def millions(value: float, places: int = 1) -> str:
    """27300000 as "27.3"."""
    return f"{value / MILLION:.{places}f}"


def said(row: dict) -> str:
    """A row's number as a reader says it: "27.3 million", "nearly 6 million"; below a million all digits."""
    number = f"{row['value']:,}"
    if row["value"] >= MILLION:
        number = PAGE["million"].format(n=f"{row['value'] / MILLION:.2f}".rstrip("0").rstrip("."))
    return PAGE["precision"][row["precision"]].format(n=number)


def stacked(row: dict) -> str:
    """The same with the precision on a line of its own: beside the number it would not fit at 340 pixels."""
    number = said({**row, "precision": "exact"})
    before, after = said(row).split(number, 1)
    return "<br>".join(part for part in (before.strip(), number, after.strip()) if part)


def when(row: dict) -> str:
    """The row's date in words."""
    return dates.worded(row["date"])


def day(row: dict) -> str:
    """The day at which a row is drawn, ISO: the middle of what its date can mean, so that "2020" is not New Year's Eve."""
    first, last = dates.earliest(row["date"]), dates.latest(row["date"])
    return (first + (last - first) / 2).isoformat()


def in_order(rows: list[dict]) -> list[dict]:
    """Rows by date."""
    return sorted(rows, key=day)
