"""Everything that can be wrong with a page, found on its source, with file and line."""

from __future__ import annotations

import difflib
import re
from typing import Any

from explainer.errors import Problem, Problems
from explainer.evidence import dates
from explainer.explorables import state
from explainer.explorables.registry import charts, explorables
from explainer.labels import PAGE
from explainer.paths import DOCS
from explainer.syntax import blocks, inline, moments, numbers, orphans, prose, scan
from explainer.syntax.reference import REFERENCES

SHORT_ANSWER = 60
_HEDGED = re.compile(r"\b(about|some|around|roughly|over|more than|at least|nearly|almost)\s+\{value=(\w+\.[\w-]+\.\w+)", re.IGNORECASE)


def pages(evidence: Any) -> list[Problem]:
    """Every fault of every page."""
    return [problem for path in scan.pages() for problem in page(scan.read(path), evidence)]


def page(source: scan.Source, evidence: Any) -> list[Problem]:
    """Every fault of one page."""
    checker = _Checker(source, evidence)
    checker.opening()
    checker.blocks()
    checker.headings()
    checker.marks()
    checker.cites()
    checker.hedges()
    return checker.found + prose.problems(source)


class _Checker:
    def __init__(self, source: scan.Source, evidence: Any):
        self.source, self.evidence, self.found = source, evidence, []

    def fault(self, line: int, field: str, reason: str, mend: str) -> None:
        self.found.append(Problem(self.source.file, line, field, reason, mend))

    def unknown(self, line: int, field: str, name: str, known: Any, what: str) -> None:
        close = difflib.get_close_matches(name, list(known), n=3)
        mend = (
            f"Did you mean {' or '.join(close)}?" if close else f"There are: {', '.join(sorted(known)) or 'none yet'}."
        )
        self.fault(line, field, f"there is no {what} “{name}”", mend)

    def opening(self) -> None:
        opening = self.source.page
        if opening is None or not self.source.text.lstrip().startswith("///"):
            self.fault(
                1,
                "page",
                "the page does not open with a page block",
                f"Begin with `/// page | {self.source.path}`, its options and `///`.",
            )
            return
        if opening.argument != self.source.path:
            self.fault(
                opening.line, "page", f"says that it is “{opening.argument}”", f"Write `/// page | {self.source.path}`."
            )
        for name in ("title", "able", "short", "reviewed"):
            if not opening.options.get(name):
                self.fault(opening.line, f"page.{name}", "is missing", f"Add `    {name}: …` under the opening line.")
        if reviewed := opening.options.get("reviewed"):
            if reason := dates.fault(str(reviewed)):
                self.fault(opening.line, "page.reviewed", reason, "Write the day as YYYY-MM-DD.")
        if (count := len(str(opening.options.get("short", "")).split())) > SHORT_ANSWER:
            self.fault(opening.line, "page.short", f"the short answer has {count} words", f"Cut it to {SHORT_ANSWER}.")
        if "moments" in opening.options:
            self.moments(opening)

    def moments(self, opening: scan.Block) -> None:
        """Rows of the timeline, each once, not too many."""
        given, known = opening.options["moments"], self.evidence.tables["timeline"].by_id
        line = opening.line + list(opening.options).index("moments") + 1
        if not isinstance(given, list) or not given or not all(isinstance(key, str) for key in given):
            self.fault(
                line,
                "page.moments",
                "is not a list of rows of the table timeline",
                "Write `    moments: [outline-2014, document-49]`, or leave the line out.",
            )
            return
        for key in dict.fromkeys(given):
            if key not in known:
                self.unknown(line, "page.moments", key, known, "row of timeline")
            elif given.count(key) > 1:
                self.fault(line, "page.moments", f"names “{key}” more than once", "Name each moment once.")
        if len(given) > moments.MOST:
            self.fault(
                line, "page.moments", f"names {len(given)} moments", f"Keep the {moments.MOST} that matter most here."
            )

    def blocks(self) -> None:
        kinds = {kind.NAME: kind for kind in blocks.KINDS}
        for line in self.source.unclosed:
            self.fault(line, "block", "the block is not closed", "Close it with a line of as many slashes.")
        for block in self.source.blocks:
            if block.kind not in kinds:
                self.unknown(block.line, "block", block.kind, kinds, "block")
                continue
            if block.fault:
                self.fault(
                    block.line,
                    block.kind,
                    block.fault,
                    "Quote values that hold a colon, and indent each option by four spaces.",
                )
            for option in block.options:
                if option not in kinds[block.kind].OPTIONS:
                    self.unknown(block.line, block.kind, str(option), kinds[block.kind].OPTIONS, "option")
            getattr(self, f"block_{block.kind}", lambda block: None)(block)

    def block_explorable(self, block: scan.Block) -> None:
        if block.argument not in explorables():
            self.unknown(block.line, "explorable", block.argument, explorables(), "explorable")

    def block_chart(self, block: scan.Block) -> None:
        if block.argument not in charts():
            self.unknown(block.line, "chart", block.argument, charts(), "chart")

    def block_judge(self, block: scan.Block) -> None:
        for key in block.argument.replace(",", " ").split():
            if key not in self.evidence.tables["myths"].by_id:
                self.unknown(block.line, "judge", key, self.evidence.tables["myths"].by_id, "row of myths")

    def block_question(self, block: scan.Block) -> None:
        options, answer = block.options.get("options"), block.options.get("answer")
        if not isinstance(options, list) or len(options) < 2:
            self.fault(
                block.line, "question.options", "needs a list of at least two", 'Write `    options: ["Yes", "No"]`.'
            )
        elif not isinstance(answer, int) or isinstance(answer, bool) or not 1 <= answer <= len(options):
            self.fault(
                block.line,
                "question.answer",
                f"“{answer}” is not the number of an option",
                f"Write a number from 1 to {len(options)}.",
            )
        if not block.body.strip():
            self.fault(block.line, "question", "the answer is not explained", "Explain it in the block's text.")

    def block_table(self, block: scan.Block) -> None:
        if block.argument not in self.evidence.tables:
            self.unknown(block.line, "table", block.argument, self.evidence.tables, "table")
            return
        fields = self.evidence.tables[block.argument].fields
        if not block.options.get("columns"):
            self.fault(
                block.line, "table.columns", "is missing", f"Add `    columns: [{', '.join(list(fields)[:3])}]`."
            )
        for column in block.options.get("columns") or []:
            if column not in fields:
                self.unknown(block.line, "table.columns", column, fields, "column")

    def block_reference(self, block: scan.Block) -> None:
        if block.argument not in REFERENCES:
            self.unknown(block.line, "reference", block.argument, REFERENCES, "reference")

    def headings(self) -> None:
        """Headings and figures share one namespace of ids."""
        seen: dict[str, int] = {}
        figures = [
            (block.argument, block.line) for block in self.source.blocks if block.kind in ("explorable", "chart")
        ]
        for depth, title, key, line in self.source.headings:
            if depth == 1:
                self.fault(line, "heading", "the page's title stands in its page block", "Begin headings at ##.")
            elif not key:
                self.fault(line, "heading", f"“{title}” has no id", "End it with an English id: {#short-answer}.")
        for key, line in sorted(
            [(key, line) for _, _, key, line in self.source.headings if key] + figures, key=lambda item: item[1]
        ):
            if key in seen:
                self.fault(line, "id", f"“{key}” is already the id of line {seen[key]}", "Rename one of the two.")
            seen[key] = line

    def marks(self) -> None:
        for mark in self.source.marks:
            getattr(self, f"mark_{mark.kind}")(mark)

    def mark_claim(self, mark: scan.Mark) -> None:
        if mark.argument not in self.evidence.tables["claims"].by_id:
            self.unknown(mark.line, "claim", mark.argument, self.evidence.tables["claims"].by_id, "claim")
        elif not mark.text:
            self.fault(
                mark.line,
                "claim",
                f"no sentence stands before {{claim={mark.argument}}}",
                "Write [sentence]{claim=ID}.",
            )

    def mark_term(self, mark: scan.Mark) -> None:
        if mark.argument not in self.evidence.tables["terms"].by_id:
            self.unknown(mark.line, "term", mark.argument, self.evidence.tables["terms"].by_id, "term")

    def mark_value(self, mark: scan.Mark) -> None:
        try:
            numbers.evidence_value(self.evidence, mark.argument, mark.options)
        except KeyError as error:
            self.fault(mark.line, "value", error.args[0], "Write {value=table.row.column}.")
        for option in mark.options:
            if option not in ("bare", "exact"):
                self.unknown(mark.line, "value", option, ("bare", "exact"), "option")

    def hedges(self) -> None:
        """A typed “about” before a value that says “about” itself."""
        for match in _HEDGED.finditer(self.source.text):
            table, key, column = match[2].split(".")
            row = self.evidence.tables[table].by_id.get(key, {}) if table in self.evidence.tables else {}
            if column == "value" and PAGE["precision"].get(row.get("precision"), "{n}") != "{n}":
                line = self.source.text.count("\n", 0, match.start()) + 1
                said = PAGE["precision"][row["precision"]].format(n="…")
                self.fault(line, "value", f"“{match[1]}” stands before a value that says “{said}” itself", f"Delete “{match[1]}”.")

    def mark_result(self, mark: scan.Mark) -> None:
        try:
            inline.result(self.evidence, mark.argument, mark.options)
        except (KeyError, ValueError, state.Refused) as error:
            self.fault(mark.line, "result", str(error.args[0]), "Write {result=NAME.place | control=value}.")

    def mark_id(self, mark: scan.Mark) -> None:
        if not mark.argument:
            self.fault(mark.line, "id", "names nothing", "Write {id=GB 32100-2015}.")

    def cites(self) -> None:
        for cite in self.source.cites:
            if cite.key not in self.evidence.sources:
                self.unknown(cite.line, "citation", cite.key, self.evidence.sources, "source")
        needs = self.source.cites or any(mark.kind in ("claim", "value") for mark in self.source.marks)
        if needs and not any(block.kind == "sources" for block in self.source.blocks):
            self.fault(
                0,
                "sources",
                "the page cites and has no list of sources",
                "End it with `## Sources {#sources}` and a `/// sources` block.",
            )


def all_or_stop(evidence: Any) -> None:
    """Raises `Problems` when a page, an explorable or a chart has a fault, or when two pages show one figure under one name."""
    from explainer.explorables import check as figures

    found = figures.problems(evidence) + pages(evidence)
    if not found:  # counting what is used needs pages that can be read
        found = orphans.problems(evidence)
    if not DOCS.exists():
        found.append(Problem("docs", 0, "pages", "there are none", "Write docs/index.md."))
    if found:
        raise Problems(found)
