"""YAML as contributors write it, read by the C library where PyYAML was built with it: ten times as fast."""

from __future__ import annotations

from typing import Any

import yaml

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
Error = yaml.YAMLError


def read(text: str) -> Any:
    """What a YAML text says. Raises `Error`, and ValueError for a day that no calendar has."""
    return yaml.load(text, Loader=_LOADER)  # noqa: S506 (both loaders are safe ones)
