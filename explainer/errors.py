"""The one shape of a contributor's mistake: where it is, what is wrong, and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A mistake in a source file.

    `file` is relative to the repository, `line` counts from 1 (0: the file as a whole), `field` names the column, key
    or construct, `reason` says what is wrong and `mend` what to do.
    """

    file: str
    line: int
    field: str
    reason: str
    mend: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.field}: {self.reason}. {self.mend}"


class Problems(Exception):
    """Raised with every problem found, never only the first; printed without a traceback."""

    def __init__(self, problems: list[Problem]):
        super().__init__("\n".join(str(problem) for problem in sorted(set(problems))))
        self.problems = problems
