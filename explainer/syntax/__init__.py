"""The project's Markdown extension: explorables, charts, claims, citations, values and terms.

One Python-Markdown extension and no plugin, so that the same pages build under MkDocs, ProperDocs and Zensical. An extension is
told neither the page's path nor its line: each page opens with `/// page | PATH`, and mistakes are looked up in the file itself.
"""

from __future__ import annotations

import os
import sys
import xml.etree.ElementTree as etree

from markdown import Extension, Markdown
from markdown.preprocessors import Preprocessor
from markdown.treeprocessors import Treeprocessor

from explainer.errors import Problem, Problems
from explainer.labels import PAGE
from explainer.paths import DOCS
from explainer.syntax import blocks, check, inline, reference, scan
from explainer.syntax.claims import listed
from explainer.syntax.closing import closing
from explainer.syntax.context import Context
from explainer.syntax.markup import tag, text


class _Opening(Preprocessor):
    """Finds out which page this is, and stops the build when the page has mistakes."""

    def __init__(self, md: Markdown, context: Context):
        super().__init__(md)
        self.context = context

    def run(self, lines: list[str]) -> list[str]:
        from explainer.evidence import load

        page = scan.take_apart("", "\n".join(lines)).page
        try:
            if page is None:
                raise Problems(
                    [
                        Problem(
                            "a page that begins “" + next(filter(None, lines), "")[:60] + "”",
                            0,
                            "page",
                            "it has no /// page block",
                            "Open it with `/// page | PATH`, its options and `///`.",
                        )
                    ]
                )
            evidence = load()
            found = (
                check.page(scan.read(page.argument), evidence)
                if (DOCS / f"{page.argument}.md").exists()
                else [
                    Problem(
                        f"docs/{page.argument}.md",
                        0,
                        "page",
                        f"a page says that it is “{page.argument}”, which does not exist",
                        "Write the page's own path in `/// page | PATH`.",
                    )
                ]
            )
            if found:
                raise Problems(found)
        except Problems as problems:
            print(problems, file=sys.stderr, flush=True)
            if "zensical" in sys.modules:
                # its core is not Python and answers any exception, this one too, with a traceback
                os._exit(1)
            # not an Exception, so that MkDocs and ProperDocs pass it on without a traceback of their own
            raise SystemExit(1) from None
        self.context.__init__(evidence, page.argument)
        return lines


class _Closing(Treeprocessor):
    """Fills the list of claims and sources once the whole page is read, and says how to cite the page."""

    def __init__(self, md: Markdown, context: Context):
        super().__init__(md)
        self.context = context

    def run(self, root: etree.Element) -> None:
        context = self.context
        inline.gloss_first(root, self.md, context)
        for slot in root.iter("div"):
            if slot.get("class") == "page-sources":
                html = ""
                if context.claimed:
                    html += tag("p", text(PAGE["claims"]), class_="list-head") + listed(
                        context.claimed, context.evidence
                    )
                if context.cited:
                    html += tag("p", text(PAGE["source_list"]), class_="list-head") + reference.sources(
                        context.cited, context.evidence
                    )
                slot.text = self.md.htmlStash.store(html)
        etree.SubElement(root, "p").text = self.md.htmlStash.store(closing(scan.read(context.path), context.root))


class _Tables(Treeprocessor):
    """Puts each table that is written in a page into a box of its own, which scrolls where the table is wider than a phone."""

    def run(self, root: etree.Element) -> None:
        for above in list(root.iter()):
            for place, table in enumerate(above):
                if table.tag != "table":
                    continue
                heads = ", ".join("".join(cell.itertext()).strip() for cell in table.iter("th"))
                box = etree.Element("div", {"class": "scroll written", "tabindex": "0", "role": "region", "aria-label": heads})
                box.tail, table.tail = table.tail, None
                above[place] = box
                box.append(table)


class ExplainerExtension(Extension):
    """`explainer.syntax` in mkdocs.yml."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 (the library's name)
        context = Context(None)
        md.preprocessors.register(_Opening(md, context), "explainer-opening", 100)
        blocks.Blocks(context, lambda key: (DOCS / f"judge/myths/{key}.md").exists()).extendMarkdown(md)
        inline.register(md, context)
        md.treeprocessors.register(_Closing(md, context), "explainer-closing", 1)
        md.treeprocessors.register(_Tables(md), "explainer-tables", 1)


def makeExtension(**options: object) -> ExplainerExtension:  # noqa: N802 (the library's name)
    """Called by Python-Markdown."""
    return ExplainerExtension(**options)
