"""A number of the evidence, or of a model, in words: the only way that a figure enters the prose."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from explainer.evidence import dates
from explainer.labels import PAGE
from explainer.syntax.markup import tag, text

UNITS_JOINED = ("%", "°")
RESULT_OPTIONS = frozenset({"places", "unit"})  # of `{result=…}`; its other options are settings of controls


def worded(number: int | float, exact: bool = False, places: int | None = None) -> str:
    """27300000 as “27.3 million”, 31259 as “31,259”; `exact` keeps every digit, `places` fixes the decimals."""
    value = Decimal(str(number))
    if places is not None:
        return f"{value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP):,}"
    for size, name in ((1_000_000_000, "billion"), (1_000_000, "million")):
        if not exact and abs(value) >= size:
            short = (value / size).quantize(Decimal("0.01"), ROUND_HALF_UP)
            return PAGE[name].format(n=f"{short.normalize():,f}")
    if value == value.to_integral_value():
        return f"{int(value):,}"
    return f"{value.quantize(Decimal('0.1'), ROUND_HALF_UP):,}"


def unit_of(row: dict, field: dict) -> str:
    """The unit of a cell: the column's own, else the row's for the column `value`."""
    return field.get("unit", "") or (row.get("unit") or "" if field["name"] == "value" else "")


def evidence_value(evidence: Any, argument: str, options: dict[str, str]) -> str:
    """HTML of `table.row.column` with unit and as-of date; `bare` leaves both out, `exact` keeps every digit.

    Raises KeyError with a sentence when the address names nothing, or something that is not a number.
    """
    parts = argument.split(".")
    if len(parts) != 3:
        raise KeyError(f"“{argument}” is not table.row.column")
    table, key, column = parts
    row = evidence.row(table, key)
    if column not in row:
        raise KeyError(f"the table {table} has no column “{column}”; it has {', '.join(row)}")
    number = row[column]
    if isinstance(number, str) or not isinstance(number, int | float):
        raise KeyError(f"{argument} is not a number")
    shown = worded(number, exact="exact" in options)
    if row.get("precision") and column == "value":
        shown = PAGE["precision"][row["precision"]].format(n=shown)
    unit = unit_of(row, evidence.tables[table].fields[column])
    date = row.get("date") or row.get("from")
    title = ", ".join(filter(None, [f"{number:,}", unit, dates.worded(date) if date else ""]))
    out = tag(
        "data", text(shown) + (text(unit) if unit in UNITS_JOINED else ""), class_="value", value=number, title=title
    )
    if "bare" in options:
        return out
    return (
        out
        + (text(f" {unit}") if unit and unit not in UNITS_JOINED else "")
        + (text(f" ({dates.worded(date)})") if date else "")
    )


def result_value(number: Any, options: dict[str, str]) -> str:
    """HTML of a number of a model's result."""
    if isinstance(number, str) or isinstance(number, bool) or not isinstance(number, int | float):
        raise KeyError("it is not a number")
    places = int(options["places"]) if options.get("places", "").isdigit() else None
    unit = options.get("unit", "")
    shown = worded(number, places=places)
    joined = unit if unit in UNITS_JOINED else f" {unit}" if unit else ""
    return tag("data", text(shown + joined), class_="value", value=number)
