"""What every model needs in the browser: Python's meaning of operators, builtins and methods, and `math`."""

from __future__ import annotations

import functools
import re
from pathlib import Path

FILE = Path(__file__).with_name("prelude.js")


@functools.lru_cache(maxsize=None)
def prelude() -> str:
    """The script, a classic one without `eval`, that is loaded before any model; the same text at each call."""
    return FILE.read_text(encoding="utf-8")


@functools.lru_cache(maxsize=None)
def helpers() -> frozenset[str]:
    """The names that prelude.js defines (`add` for ``py.add``): a test holds the translation to them."""
    return frozenset(re.findall(r"^py\.(\w+) =", prelude(), re.MULTILINE))
