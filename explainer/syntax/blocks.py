"""What stands as a block: the page's head, figures, games, questions, tables and the list of sources."""

from __future__ import annotations

import xml.etree.ElementTree as etree
from typing import Any

from markdown import Markdown
from pymdownx.blocks import BlocksExtension
from pymdownx.blocks.block import Block, type_any

from explainer.evidence import dates
from explainer.explorables.registry import charts, explorables
from explainer.labels import PAGE
from explainer.syntax import claims, figures, moments, reference, scan
from explainer.syntax.context import Context
from explainer.syntax.markup import mark_hanzi, tag, text


class _Block(Block):
    """A block that knows the page's context; its configuration is that context."""

    ARGUMENT: bool | None = None

    @property
    def context(self) -> Context:
        return self.config["context"]

    def raw(self, parent: etree.Element, html: str) -> etree.Element:
        """HTML that the Markdown parser leaves alone, as a block of its own."""
        element = etree.SubElement(parent, "p")
        element.text = self.md.htmlStash.store(html)
        return element


class Page(_Block):
    """`/// page | PATH`: title, what the reader will be able to say, the short answer, the day of review, and the
    page's moments on the timeline."""

    NAME = "page"
    OPTIONS = {name: ("", type_any) for name in ("title", "able", "short", "reviewed", "hero")} | {"moments": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        options = self.options
        # "page-" so that a figure may bear the name of its page
        heading = etree.SubElement(parent, "h1", {"id": "page-" + self.argument.rpartition("/")[2]})
        heading.text = str(options["title"])
        head = etree.SubElement(parent, "div", {"class": "page-head"})
        for name in ("able", "short"):
            if options[name]:
                part = etree.SubElement(head, "div", {"class": name})
                etree.SubElement(part, "p", {"class": "head-label"}).text = PAGE[name]
                etree.SubElement(part, "p").text = str(options[name])
        reviewed = etree.SubElement(head, "p", {"class": "reviewed"})
        reviewed.text = PAGE["reviewed"].format(date=dates.worded(str(options["reviewed"])))
        first = next((mark for mark in scan.read(self.argument).marks if mark.kind == "claim"), None)
        if first:  # a reader meets the first mark of a claim within a few lines
            claim = self.context.evidence.row("claims", first.argument)
            key = f"{text(PAGE['marks'])} {claims.chip(claim['level'], claim['grade'])}"
            href = f"{self.context.root}learn/method.html#marks"
            self.raw(head, tag("a", key, href=href, class_="marks"))
        if options["moments"]:
            head.set("class", "page-head dated")  # a class, since a style that looked ahead would move the page
            for key in moments.sources(options["moments"], self.context.evidence):
                self.context.cite(key)
            self.raw(head, moments.nav(options["moments"], self.context.evidence, self.context.root))
        return head


class Figure(_Block):
    """`/// explorable | NAME`."""

    NAME = "explorable"

    def on_create(self, parent: etree.Element) -> etree.Element:
        declared = explorables()[self.argument]
        for key in declared.sources:
            self.context.cite(key)
        return self.raw(parent, figures.explorable(declared, self.context.evidence, self.context.root))


class Charted(_Block):
    """`/// chart | NAME`."""

    NAME = "chart"

    def on_create(self, parent: etree.Element) -> etree.Element:
        declared, evidence = charts()[self.argument], self.context.evidence
        for key in sorted({key for name in declared.tables for row in evidence.rows(name) for key in row["sources"]}):
            self.context.cite(key)
        return self.raw(parent, figures.chart(declared, evidence, self.context.root))


class Judge(_Block):
    """`/// judge | id id`: claims that the reader calls true, false or depending, each with its answer."""

    NAME = "judge"

    def on_create(self, parent: etree.Element) -> etree.Element:
        items = "".join(self.claim(key) for key in self.argument.replace(",", " ").split())
        tally = tag("p", "", class_="tally", aria_live="polite")
        return self.raw(
            parent, tag("section", tag("ol", items) + tally, class_="judge", aria_label=PAGE["judge_legend"])
        )

    def claim(self, key: str) -> str:
        """One claim."""
        row, evidence = self.context.evidence.row("myths", key), self.context.evidence
        for source in row["sources"]:
            self.context.cite(source)
        choices = "".join(
            tag("button", text(shown), type="button", value=value, class_="choice", aria_pressed="false")
            for value, shown in PAGE["verdicts"].items()
        )
        page = self.context.root + f"judge/myths/{key}.html"
        more = tag("p", tag("a", text(PAGE["judge_more"]), href=page)) if self.config["myths"](key) else ""
        origin = (
            tag("p", tag("b", text(PAGE["judge_origin"])) + " " + mark_hanzi(row["origin"])) if row["origin"] else ""
        )
        answer = (
            tag(
                "p",
                tag("b", text(PAGE["verdicts"][row["verdict"]]), class_="verdict-word")
                + ". "
                + mark_hanzi(row["because"]),
            )
            + tag("p", tag("b", text(PAGE["judge_instead"])) + " " + mark_hanzi(row["instead"]))
            + origin
            + more
            + tag("p", f"{claims.chip(row['level'], row['grade'])} {claims.facts(row, evidence)}", class_="claim-facts")
        )
        return tag(
            "li",
            tag("fieldset", tag("legend", mark_hanzi(row["claim"])) + tag("div", choices, class_="choices"))
            + tag("details", tag("summary", text(PAGE["judge_answer"])) + tag("div", answer), class_="verdict"),
            data_verdict=row["verdict"],
            id=f"judge-{key}",
        )


class Question(_Block):
    """`/// question | the question`, options and the number of the right one; the block's text explains."""

    NAME = "question"
    OPTIONS = {"options": ([], type_any), "answer": (1, type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        options = self.options
        section = etree.SubElement(parent, "section", {"class": "question", "data-answer": str(options["answer"])})
        fieldset = etree.SubElement(section, "fieldset")
        etree.SubElement(fieldset, "legend").text = self.argument
        for index, option in enumerate(options["options"], 1):
            # buttons and not radios: arrow keys would choose, and so give the answer away, on the way past
            choice = etree.SubElement(
                fieldset, "button", {"type": "button", "class": "choice", "value": str(index), "aria-pressed": "false"}
            )
            choice.text = str(option)
        details = etree.SubElement(section, "details", {"class": "answer"})
        etree.SubElement(details, "summary").text = PAGE["question_answer"]
        self.inner = etree.SubElement(details, "div")
        right = etree.SubElement(self.inner, "p", {"class": "right-answer"})
        right.text = PAGE["right"].format(answer=str(options["options"][options["answer"] - 1]).rstrip("."))
        return section

    def on_add(self, block: etree.Element) -> etree.Element:
        return self.inner


class Tabled(_Block):
    """`/// table | NAME`, with the columns to show."""

    NAME = "table"
    OPTIONS = {"columns": ([], type_any)}

    def on_create(self, parent: etree.Element) -> etree.Element:
        evidence = self.context.evidence
        for row in evidence.rows(self.argument):
            for key in row["sources"]:
                self.context.cite(key)
        return self.raw(parent, reference.any_table(self.argument, self.options["columns"], evidence))


class Referred(_Block):
    """`/// reference | glossary`, `sources` or `counts`."""

    NAME = "reference"

    def on_create(self, parent: etree.Element) -> etree.Element:
        return self.raw(parent, reference.REFERENCES[self.argument](self.context.evidence, self.context.root))


class Sources(_Block):
    """`/// sources`: the page's claims and sources. A slot now, filled when the whole page is read."""

    NAME = "sources"

    def on_create(self, parent: etree.Element) -> etree.Element:
        return etree.SubElement(parent, "div", {"class": "page-sources"})


KINDS: tuple[type[_Block], ...] = (Page, Figure, Charted, Judge, Question, Tabled, Referred, Sources)


class Blocks(BlocksExtension):
    """Registers the blocks with the context of the page."""

    def __init__(self, context: Context, myths: Any):
        super().__init__()
        self.shared = {"context": context, "myths": myths}

    def extendMarkdownBlocks(self, md: Markdown, block_mgr: Any) -> None:  # noqa: N802 (the library's name)
        for kind in KINDS:
            block_mgr.register(kind, self.shared)
