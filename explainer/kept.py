"""What builds keep in `.kept/` for the next: each file is there whole or not at all, and goes once no build uses it."""

from __future__ import annotations

import contextlib
import os
import time
from pathlib import Path

DAY = 86400
"""seconds for which a file stays that no build uses"""


def put(file: Path, content: bytes) -> None:
    """Writes the file at once, its folder too: another process may look at any moment, and a run may be broken off."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_name(f"{file.name}.{os.getpid()}.part")
    part.write_bytes(content)
    part.replace(file)


def used(file: Path) -> bool:
    """Whether it is there; if so, it stays for a day."""
    try:
        os.utime(file)
    except FileNotFoundError:
        return False
    return True


def sweep(folder: Path, most: int = 0) -> None:
    """Removes what no build used for a day, where the folder holds more files than `most`."""
    files = list(folder.iterdir())
    if len(files) <= most:
        return
    for file in files:
        with contextlib.suppress(FileNotFoundError):  # another build sweeps, too
            if file.stat().st_mtime < time.time() - DAY:
                file.unlink()
