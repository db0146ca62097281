"""The source of a page as the project's syntax sees it: blocks and inline constructs, each with its line.

A Markdown extension is told neither the page's path nor its line, so mistakes are found here, on the file itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from explainer import yaml
from explainer.paths import DOCS

_BLOCK = re.compile(r"^(/{3,})\s+([a-z][\w-]*)\s*(?:\|\s*(.*?))?\s*$")
_END = re.compile(r"^(/{3,})\s*$")
_FENCE = re.compile(r"^\s*(`{3,}|~{3,})")
_MARK = re.compile(r"\{(claim|value|result|term|id)=([^{}]*)\}")
_CITE = re.compile(r"\[((?:@[^\[\]]+))\](?!\()")
HEADING = re.compile(r"^(#{1,6})\s+(.*?)\s*(?:\{#([\w-]+)\})?\s*$")


@dataclass(frozen=True)
class Block:
    """`/// kind | argument` with its options and the text within."""

    kind: str
    argument: str
    options: dict
    body: str
    line: int
    fault: str | None = None


@dataclass(frozen=True)
class Mark:
    """`[text]{kind=argument | options}`; text is empty where none stands before."""

    kind: str
    argument: str
    options: dict[str, str]
    text: str
    line: int


@dataclass(frozen=True)
class Cite:
    """One key of a citation, with its locator (“p. 12”)."""

    key: str
    locator: str
    line: int


@dataclass
class Source:
    """A page's source, taken apart."""

    path: str
    """without docs/ and .md: `system/lists`"""
    text: str
    blocks: list[Block] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    cites: list[Cite] = field(default_factory=list)
    headings: list[tuple[int, str, str, int]] = field(default_factory=list)
    """(depth, text, id, line)"""
    unclosed: list[int] = field(default_factory=list)

    @property
    def file(self) -> str:
        return f"docs/{self.path}.md"

    @property
    def page(self) -> Block | None:
        return next((block for block in self.blocks if block.kind == "page"), None)


def pages(docs: Path = DOCS) -> list[str]:
    """Every page's path, without docs/ and .md."""
    return sorted(file.relative_to(docs).with_suffix("").as_posix() for file in docs.rglob("*.md"))


def read(path: str, docs: Path = DOCS) -> Source:
    """The page at docs/PATH.md, taken apart."""
    return take_apart(path, (docs / f"{path}.md").read_text(encoding="utf-8"))


def without_code(text: str) -> str:
    """The text with fenced and inline code blanked out, line for line and column for column."""
    lines, fence = [], ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            lines.append(" " * len(line))
            if found and line.strip().startswith(fence) and set(line.strip()) == {fence[0]}:
                fence = ""
        elif found:
            fence = found.group(1)
            lines.append(" " * len(line))
        else:
            lines.append(re.sub(r"(`+)(?!`).*?(?<!`)\1(?!`)", lambda code: " " * len(code[0]), line))
    return "\n".join(lines)


@lru_cache(maxsize=256)
def take_apart(path: str, text: str) -> Source:
    """The source of a page, taken apart; never fails: faults are kept where they are. One object for all who ask: not to be changed."""
    source = Source(path, text)
    plain = without_code(text)
    _blocks(source, plain.split("\n"))
    for number, line in enumerate(plain.split("\n"), 1):
        if found := HEADING.match(line):
            source.headings.append((len(found[1]), found[2], found[3] or "", number))
    for found in _MARK.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        argument, options = arguments(found[2])
        source.marks.append(Mark(found[1], argument, options, bracketed(plain, found.start()), line))
    for found in _CITE.finditer(plain):
        line = plain.count("\n", 0, found.start()) + 1
        source.cites += [Cite(key, locator, line) for key, locator in citations(found[1])]
    return source


def _blocks(source: Source, lines: list[str]) -> None:
    open_blocks: list[tuple[str, re.Match, int]] = []
    for number, line in enumerate(lines, 1):
        if found := _BLOCK.match(line):
            open_blocks.append((found[1], found, number))
        elif (end := _END.match(line)) and open_blocks and len(end[1]) == len(open_blocks[-1][0]):
            _, head, start = open_blocks.pop()
            options, body, fault = _options(lines[start : number - 1])
            source.blocks.append(Block(head[2], head[3] or "", options, body, start, fault))
    source.unclosed = [number for _, _, number in open_blocks]
    source.blocks.sort(key=lambda block: block.line)


def _options(lines: list[str]) -> tuple[dict, str, str | None]:
    """The YAML options at a block's head (indented by four), its body, and what is wrong with the YAML."""
    count = 0
    while count < len(lines) and (lines[count].startswith("    ") and lines[count].strip()):
        count += 1
    body = "\n".join(lines[count:])
    if not count:
        return {}, body, None
    try:
        options = yaml.read("\n".join(line[4:] for line in lines[:count]))
    except (yaml.Error, ValueError) as error:  # ValueError: a day that no calendar has
        mark = getattr(error, "problem_mark", None)
        where = f", option line {mark.line + 1}" if mark else ""
        return {}, body, f"its options are not YAML ({getattr(error, 'problem', error)}{where})"
    if not isinstance(options, dict):
        return {}, body, "its options are not `name: value` lines"
    return options, body, None


def arguments(text: str) -> tuple[str, dict[str, str]]:
    """`a.b.c | bare, places=1` as ("a.b.c", {"bare": "", "places": "1"})."""
    argument, _, rest = text.partition("|")
    options = {}
    for part in filter(None, (part.strip() for part in rest.split(","))):
        name, _, value = part.partition("=")
        options[name.strip()] = value.strip()
    return argument.strip(), options


def citations(text: str) -> list[tuple[str, str]]:
    """`@a, p. 12; @b` as [("a", "p. 12"), ("b", "")]."""
    found = []
    for part in text.split(";"):
        key, _, locator = part.strip().partition(",")
        found.append((key.strip().removeprefix("@"), locator.strip()))
    return found


def bracketed(text: str, end: int) -> str:
    """The text within the brackets that close just before `end`; empty when none do."""
    if end == 0 or text[end - 1] != "]":
        return ""
    depth = 0
    for index in range(end - 1, -1, -1):
        depth += {"]": 1, "[": -1}.get(text[index], 0)
        if depth == 0:
            return text[index + 1 : end - 1]
    return ""
