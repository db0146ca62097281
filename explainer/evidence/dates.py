"""Dates that may be partial: the subset YYYY, YYYY-MM, YYYY-MM-DD of EDTF (ISO 8601-2:2019, level 0)."""

from __future__ import annotations

import calendar
import datetime
import re

_SHAPE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")
MONTHS = tuple(calendar.month_name)


def fault(text: str) -> str | None:
    """What is wrong with a date, in words, or None when it is sound."""
    found = _SHAPE.fullmatch(text)
    if not found:
        return f"“{text}” is not a date"
    year, month, day = (int(part) if part else None for part in found.groups())
    if month is not None and not 1 <= month <= 12:
        return f"“{text}” has no month {month}"
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return f"“{text}” has no day {day}"
    return None


def earliest(text: str) -> datetime.date:
    """The first day that the date can mean."""
    year, month, day = (int(part) for part in (text + "-01-01")[:10].split("-"))
    return datetime.date(year, month, day)


def latest(text: str) -> datetime.date:
    """The last day that the date can mean."""
    parts = [int(part) for part in text.split("-")]
    month = parts[1] if len(parts) > 1 else 12
    day = parts[2] if len(parts) > 2 else calendar.monthrange(parts[0], month)[1]
    return datetime.date(parts[0], month, day)


def worded(text: str) -> str:
    """`2019-07-09` as “9 July 2019”, `2019-07` as “July 2019”, `2019` as “2019”."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return str(parts[0])
    month = f"{MONTHS[parts[1]]} {parts[0]}"
    return month if len(parts) == 2 else f"{parts[2]} {month}"
