"""Pages drawn from the tables: the glossary, all sources, any table, and the counts of the method page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from explainer import licences
from explainer.charts.palette import LEVELS
from explainer.evidence import dates
from explainer.labels import LIVE, PAGE
from explainer.syntax import claims, measured, moments, scan
from explainer.syntax.bibliography import formatted
from explainer.syntax.markup import hanzi, mark_hanzi, table, tag, text


def sources(keys: list[str], evidence: Any) -> str:
    """A formatted list of sources, in alphabetical order, each with language, kind and how far it was read."""
    entries = formatted([evidence.sources[key].csl for key in keys])
    items = ""
    for key in sorted(keys, key=lambda key: (evidence.sources[key].label.casefold(), key)):
        source = evidence.sources[key]
        facts = [source.language, source.kind, PAGE["read"][source.get("basis")]] + (
            [] if source.address else [PAGE["no_link"]]
        )
        if source.letter:
            facts.insert(0, PAGE["cited_as"].format(label=source.label))
        note = f" {mark_hanzi(source.get('annotation'))}" if source.get("annotation") else ""
        items += tag(
            "li",
            tag("span", _entry(entries[key], source), class_="entry")
            + " "
            + tag("small", mark_hanzi(" · ".join(facts)) + note),
            id=f"source-{key}",
            data_kind=source.kind,
            data_language=source.language,
        )
    return tag("ol", items, class_="source-list")


def _entry(entry: str, source: Any) -> str:
    title = source.get("title")
    if source.lang == "en" or text(title) not in entry:
        return entry
    return entry.replace(text(title), tag("span", text(title), lang=source.lang))


def place(source: Any) -> str:
    """Where a source has its line in the lists of all sources, from the site's top."""
    return f"reference/sources{'-chinese' if source.lang.startswith('zh') else ''}.html#source-{source.key}"


def all_sources(evidence: Any, _root: str) -> str:
    """Every source that is not in Chinese."""
    return _every([source for source in evidence.sources.values() if not source.lang.startswith("zh")], evidence)


def chinese_sources(evidence: Any, _root: str) -> str:
    """Every source in Chinese. Two lists, since one of all sources would be too heavy for a first view."""
    return _every([source for source in evidence.sources.values() if source.lang.startswith("zh")], evidence)


def _every(sources: list[Any], evidence: Any) -> str:
    """Each source on one line of its own, with what a reader can filter by: kind, language and the pages that cite it.

    The full reference stands on the pages that cite it: hundreds of them here would be too heavy for a first view.
    """
    used: dict[str, list[scan.Source]] = {}
    keys = {source.key for source in sources}
    for path in scan.pages():
        page = scan.read(path)
        for key in cited(page, evidence):
            if key in keys:
                used.setdefault(key, []).append(page)
    order = {path: number for number, path in enumerate(sorted({page.path for pages in used.values() for page in pages}))}
    items = ""
    for source in sorted(sources, key=lambda source: (source.label.casefold(), source.key)):
        key = source.key
        title = (
            tag("a", text(source.get("title")), href=source.address, lang=source.lang if source.lang != "en" else None)
            if source.address
            else (tag("cite", text(source.get("title")), lang=source.lang if source.lang != "en" else None))
        )
        translated = f" [{mark_hanzi(source.get('titleaddon'))}]" if source.get("titleaddon") else ""
        pages = used.get(key, [])
        facts = " · ".join([source.kind, source.language, PAGE["read"][source.get("basis")]])
        items += tag(
            "li",
            f"{mark_hanzi(source.label)}. {title}{translated} {tag('small', text(facts))}",
            id=f"source-{key}",
            # by number, with the names once on the list: hundreds of names would weigh as much as the titles
            data_pages=" ".join(str(order[page.path]) for page in pages) or None,
        )
    facets = {"kind": {source.kind for source in sources}, "language": {source.language for source in sources}, "pages": order}
    return _filters(facets, len(sources)) + tag("ol", items, class_="source-list all-sources", data_pages=" ".join(order))


def _filters(facets: dict[str, Iterable[str]], count: int) -> str:
    """What a reader can filter the list by. It stands in the page from the start, so that the list does not move when it comes to life."""
    fields = "".join(
        tag("label", f"{text(PAGE[f'filter_{name}'])} " + tag("select", _options(values), name=name, autocomplete="off"))
        for name, values in facets.items()
    )
    said = tag("p", text(LIVE["shown"].format(shown=count, all=count)), role="status")
    return tag("form", fields + said, class_="filters", aria_label=PAGE["filter"])


def _options(values: Iterable[str]) -> str:
    return tag("option", text(PAGE["filter_all"]), value="") + "".join(tag("option", text(value)) for value in sorted(values))


def cited(page: scan.Source, evidence: Any) -> list[str]:
    """Keys of the sources that a page names itself or through its claims, values and moments."""
    keys = [cite.key for cite in page.cites]
    for mark in page.marks:
        if mark.kind == "claim":
            keys += evidence.row("claims", mark.argument)["sources"]
        elif mark.kind == "value":
            name, key, _ = mark.argument.split(".")
            keys += evidence.row(name, key).get("sources") or []
    if page.page:
        keys += moments.sources(page.page.options.get("moments") or [], evidence)
    return list(dict.fromkeys(keys))


def glossary(evidence: Any, _root: str) -> str:
    """Every term: English, hanzi, pinyin, literal sense, definition."""
    items = ""
    for row in sorted(evidence.rows("terms"), key=lambda row: row["term"].casefold().lstrip("'“‘")):
        head = text(row["term"])
        if row["hanzi"]:
            head += f" {hanzi(row['hanzi'])} {tag('i', text(row['pinyin']), lang='zh-Latn-pinyin')}"
        links = "; ".join(
            tag("a", mark_hanzi(evidence.sources[key].label), href=_root + place(evidence.sources[key]))
            for key in row["sources"]
        )
        literal = tag("span", text(PAGE["literally"].format(literal=row["literal"])), class_="literal")
        items += tag("dt", head, id=f"term-{row['id']}") + tag(
            "dd", f"{literal}. {mark_hanzi(row['definition'])} {tag('small', links)}"
        )
    return tag("dl", items, class_="glossary")


def data(evidence: Any, root: str) -> str:
    """Every table: what it is, its limits, its columns, and its download."""
    items = ""
    for table_ in evidence.tables.values():
        columns = ", ".join(
            field["title"] if field["title"] == name else f"{name} ({field['title']})"
            for name, field in table_.fields.items()
        )
        link = tag("a", text(f"{table_.id}.csv"), href=f"{root}evidence/{table_.file.name}", download=True)
        items += (
            tag("h3", text(table_.title), id=f"table-{table_.id.replace('_', '-')}")
            + tag("p", mark_hanzi(table_.descriptor["description"].strip()))
            + tag("p", tag("b", text(PAGE["data_limits"])) + " " + mark_hanzi(table_.descriptor["limits"].strip()))
            + tag(
                "p",
                f"{link} · {text(PAGE['data_rows'].format(n=len(table_.rows)))} · {tag('small', text(columns))}",
                class_="table-facts",
            )
        )
    return tag("section", items, class_="tables", aria_label=PAGE["data_tables"])


def disagreements(evidence: Any, _root: str) -> str:
    """Questions on which sources differ: both answers, and which we follow."""
    items = ""
    for row in evidence.rows("disagreements"):

        def answer(side: str, row: dict = row) -> str:
            keys = "; ".join(
                tag("a", mark_hanzi(evidence.sources[key].label), href=_root + place(evidence.sources[key]))
                for key in row[f"{side}_sources"]
            )
            return tag("li", f"{mark_hanzi(row[side])} ({keys})")

        items += tag("dt", mark_hanzi(row["question"]), id=f"disagreement-{row['id']}") + tag(
            "dd",
            tag("ul", answer("one") + answer("other"))
            + tag("p", tag("b", text(PAGE["followed"][row["followed"]])) + " " + mark_hanzi(row["why"])),
        )
    return tag("dl", items, class_="glossary disagreements")


def counts(evidence: Any, _root: str) -> str:
    """Rows of each table by grade and by basis, live."""
    grades, bases = ("A", "B", "C", "D"), tuple(PAGE["read"])
    rows = []
    for name in evidence.tables:
        cells = evidence.rows(name)
        by_grade, by_basis = Counter(row.get("grade") for row in cells), Counter(row.get("basis") for row in cells)
        rows.append(
            [
                evidence.tables[name].title,
                str(len(cells)),
                *(str(by_grade[grade]) if "grade" in evidence.tables[name].fields else "–" for grade in grades),
                *(str(by_basis[basis]) for basis in bases),
            ]
        )
    return tag(
        "div",
        table([PAGE["count_table"], PAGE["count_rows"], *grades, *(PAGE["read"][basis] for basis in bases)], rows),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label=PAGE["count_table"],
    )


def any_table(name: str, columns: list[str], evidence: Any) -> str:
    """Chosen columns of a table, headed by their titles; dates worded, sources linked."""
    fields = evidence.tables[name].fields
    body = ""
    for row in evidence.rows(name):
        cells = []
        for column in columns:
            cell = row[column]
            if column == "sources":
                shown = claims.source_links(cell, evidence)
            elif column == "name" and row.get("hanzi"):
                shown = f"{mark_hanzi(cell)} {hanzi(row['hanzi'])}"
            elif fields[column].get("date"):
                shown = text(dates.worded(cell)) if cell else ""
            else:
                shown = mark_hanzi(str(cell)) if cell is not None else ""
            cells.append(shown or "–")
        # on a phone each row becomes a card, its cells labelled
        labelled = "".join(
            tag("td", cell, data_label=fields[column]["title"])
            for column, cell in zip(columns[1:], cells[1:], strict=True)
        )
        body += tag("tr", tag("th", cells[0], scope="row") + labelled, id=f"{name}-{row['id']}")
    head = "".join(tag("th", text(fields[column]["title"]), scope="col") for column in columns)
    content = tag("table", tag("thead", tag("tr", head)) + tag("tbody", body), class_="evidence")
    return tag("div", content, class_="scroll", tabindex=0, role="region", aria_label=evidence.tables[name].title)


def levels(evidence: Any, _root: str) -> str:
    """Claims by level and grade, live."""
    claims_ = evidence.rows("claims")
    rows = [
        [
            level,
            *(str(sum(row["level"] == level and row["grade"] == grade for row in claims_)) for grade in "ABCD"),
            str(sum(row["level"] == level for row in claims_)),
        ]
        for level in LEVELS
    ]
    rows.append(
        [
            PAGE["count_all"],
            *(str(sum(row["grade"] == grade for row in claims_)) for grade in "ABCD"),
            str(len(claims_)),
        ]
    )
    return tag(
        "div",
        table([PAGE["count_level"], *"ABCD", PAGE["count_rows"]], rows),
        class_="scroll",
        tabindex=0,
        role="region",
        aria_label=PAGE["count_level"],
    )


def bundled(_evidence: Any, root: str) -> str:
    """The software of others that a browser is sent, with its licences."""
    rows = [
        [each.name, each.version, each.licence, PAGE["bundled_for"][each.name]] for each in licences.bundled()
    ]
    columns = [PAGE["bundled"], PAGE["bundled_version"], PAGE["bundled_licence"], PAGE["bundled_use"]]
    link = tag("a", text(PAGE["licences_text"]), href=f"{root}assets/generated/licences.txt")
    return tag(
        "div", table(columns, rows), class_="scroll", tabindex=0, role="region", aria_label=PAGE["bundled"]
    ) + tag("p", link)


REFERENCES = {
    "glossary": glossary,
    "sources": all_sources,
    "sources-chinese": chinese_sources,
    "counts": counts,
    "levels": levels,
    "data": data,
    "disagreements": disagreements,
    "licences": bundled,
    **measured.REFERENCES,
}
