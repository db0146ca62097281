"""What stands within a line: claims, citations, values, results, terms and identifiers.

Names are checked before (`syntax.check`), so that here they resolve.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as etree
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from markdown import Markdown
from markdown.inlinepatterns import InlineProcessor
from markdown.util import HTML_PLACEHOLDER_RE

from explainer.explorables import places, state
from explainer.explorables.registry import explorables
from explainer.labels import PAGE
from explainer.syntax import claims, numbers, scan
from explainer.syntax.context import Context
from explainer.syntax.markup import hanzi, mark_hanzi, tag, text


class _Inline(InlineProcessor):
    """An inline processor that knows the page's context."""

    def __init__(self, pattern: str, md: Markdown, context: Context):
        super().__init__(pattern, md)
        self.context = context

    def stash(self, html: str) -> str:
        """HTML that the Markdown parser leaves alone."""
        return self.md.htmlStash.store(html)


class Cited(_Inline):
    """`[@key, p. 12; @other]`."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[str, int, int]:  # noqa: N802 (the library's name)
        links = []
        for key, locator in scan.citations(m[1]):
            self.context.cite(key)
            label = self.context.evidence.sources[key].label + (f", {locator}" if locator else "")
            links.append(tag("a", mark_hanzi(label), href=f"#source-{key}", class_="cite"))
        return self.stash(f'<span class="cites">({"; ".join(links)})</span>'), m.start(0), m.end(0)


class Marked(_Inline):
    """`{value=…}`, `{result=…}`, `{term=…}`, `{id=…}` with no text before them."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[str, int, int]:  # noqa: N802
        argument, options = scan.arguments(m[2])
        return self.stash(self.html(m[1], argument, options)), m.start(0), m.end(0)

    def html(self, kind: str, argument: str, options: dict[str, str]) -> str:
        """The construct as HTML."""
        evidence = self.context.evidence
        if kind == "value":
            table, key, _ = argument.split(".")
            for source in evidence.row(table, key).get("sources") or []:
                self.context.cite(source)
            return numbers.evidence_value(evidence, argument, options)
        if kind == "result":
            return result(evidence, argument, options)
        if kind == "term":
            return self.term(argument, "")
        return tag("span", mark_hanzi(argument), class_="identifier")

    def term(self, key: str, shown: str) -> str:
        """The term with hanzi, pinyin and gloss; `gloss_first` takes them off wherever it is not the page's first use."""
        row = self.context.evidence.row("terms", key)
        label = text(shown or row["term"])
        href = f"{self.context.root}reference/glossary.html#term-{key}"
        link = tag("a", label, href=href, title=row["definition"], class_="term-link")
        gloss = ""
        if row["hanzi"]:
            gloss = f" ({hanzi(row['hanzi'])} {tag('i', text(row['pinyin']), lang='zh-Latn-pinyin')}{literally(row)})"
        # its place is that which `stash` gives to what is returned here
        self.context.terms[self.md.htmlStash.html_counter] = (key, link)
        return tag("span", tag("dfn", link) + tag("span", gloss, class_="gloss"), class_="term")


class Termed(Marked):
    """`[text]{term=ID}`."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[str, int, int]:  # noqa: N802
        return self.stash(self.term(scan.arguments(m[2])[0], m[1])), m.start(0), m.end(0)


class Claimed(_Inline):
    """`[sentence]{claim=ID}`; the sentence may hold any other inline syntax."""

    def handleMatch(self, m: re.Match, data: str) -> tuple[Any, int | None, int | None]:  # noqa: N802
        depth = 0
        for index in range(m.start(0), len(data)):
            depth += {"[": 1, "]": -1}.get(data[index], 0)
            if depth == 0:
                found = re.compile(r"\{claim=([^{}]*)\}").match(data, index + 1)
                if found:
                    return self.claim(found[1].strip(), data[m.start(0) + 1 : index]), m.start(0), found.end()
                break
        return None, None, None

    def claim(self, key: str, inner: str) -> etree.Element:
        """The sentence with the mark of its level and grade, and a note for the margin."""
        row = self.context.evidence.row("claims", key)
        first = key not in self.context.claimed
        self.context.claim(key)
        element = etree.Element("span", {"class": "claim"})
        if first:
            element.set("id", f"claim-{key}")
        element.text = inner + " "
        tail = etree.SubElement(element, "span", {"class": "claim-tail"})
        note = tag("span", claims.facts(row, self.context.evidence), class_="sidenote", role="note")
        tail.text = self.stash(claims.chip(row["level"], row["grade"], f"#claims-{key}") + note)
        return element


def literally(row: Any) -> str:
    """The literal sense of a term's Chinese; nothing where the row gives a remark in brackets (“(place name)”) for it."""
    sense = row["literal"]
    return "" if sense.startswith("(") else ", " + text(PAGE["literally"].format(literal=sense))


def gloss_first(root: etree.Element, md: Markdown, context: Context) -> None:
    """Leaves each term its gloss at the first use in the order of reading, which is not the order of parsing: lists
    and tables are parsed after the paragraphs that follow them."""
    seen = set()
    for content in _texts(root):
        for found in HTML_PLACEHOLDER_RE.finditer(content):
            place = int(found[1])
            if place in context.terms:
                key, later = context.terms[place]
                if key in seen:
                    md.htmlStash.rawHtmlBlocks[place] = later
                seen.add(key)


def _texts(element: etree.Element) -> Iterator[str]:
    """Every text of an element in the order of reading."""
    yield element.text or ""
    for child in element:
        yield from _texts(child)
        yield child.tail or ""


def result(evidence: Any, argument: str, options: dict[str, str]) -> str:
    """`NAME.place` of an explorable's result at given settings. Raises KeyError or `state.Refused`."""
    name, _, place = argument.partition(".")
    if name not in explorables():
        raise KeyError(f"there is no explorable “{name}”; there are {', '.join(sorted(explorables()))}")
    settings = {key: value for key, value in options.items() if key not in numbers.RESULT_OPTIONS}
    return numbers.result_value(places.get(_outcome(name, evidence, tuple(settings.items())), place), options)


@lru_cache(maxsize=512)
def _outcome(name: str, evidence: Any, settings: tuple[tuple[str, str], ...]) -> Any:
    """The result of a model; a page asks for many places of one."""
    return state.run(explorables()[name], evidence, state.typed(explorables()[name], dict(settings))).result


def register(md: Markdown, context: Context) -> None:
    """Adds the processors, before Markdown's own links (160) and after code spans and escapes (190, 180)."""
    md.inlinePatterns.register(Termed(r"\[([^\[\]]+)\]\{term=([^{}]*)\}", md, context), "explainer-termed", 177)
    md.inlinePatterns.register(
        Marked(r"(?<!\])\{(value|result|term|id)=([^{}]*)\}", md, context), "explainer-marked", 176
    )
    md.inlinePatterns.register(Cited(r"\[((?:@[^\[\]]+))\](?!\()", md, context), "explainer-cited", 175)
    md.inlinePatterns.register(Claimed(r"\[(?!@)", md, context), "explainer-claimed", 174)
