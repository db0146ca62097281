"""Sources, claims and terms that nothing uses: listed while pages are still to come, refused once all of them stand."""

from __future__ import annotations

from typing import Any

from explainer.errors import Problem
from explainer.explorables.registry import explorables
from explainer.syntax import scan

# the pages that the whole explainer is planned to have; once all stand, an orphan stops the build
PLANNED = (
    *(
        f"system/{name}"
        for name in (
            "index",
            "timeline",
            "plan",
            "machinery",
            "lists",
            "joint-punishment",
            "cities",
            "sesame",
            "companies",
            "law",
        )
    ),
    *(
        f"criticisms/{name}"
        for name in (
            "case-for",
            "privacy",
            "error",
            "disproportion",
            "opacity",
            "association",
            "shaming",
            "reset",
            "spiral",
            "gaming",
            "politics",
            "effect",
        )
    ),
    *(f"judge/{name}" for name in ("texts", "perspectives", "compare", "design")),
)


def orphans(evidence: Any) -> dict[str, list[str]]:
    """{"claims": [...], "terms": [...], "sources": [...]}: what no page uses, and for sources no row either."""
    pages = [scan.read(path) for path in scan.pages()]
    marked = {
        kind: {mark.argument for page in pages for mark in page.marks if mark.kind == kind}
        for kind in ("claim", "term")
    }
    cited = {cite.key for page in pages for cite in page.cites} | {
        key for explorable in explorables().values() for key in explorable.sources
    }
    for table in evidence.tables.values():
        lists = [name for name, field in table.fields.items() if field.get("keysOf") == "sources"]
        cited |= {key for row in table.rows for name in lists for key in row[name]}
    return {
        "claims": [row["id"] for row in evidence.rows("claims") if row["id"] not in marked["claim"]],
        "terms": [row["id"] for row in evidence.rows("terms") if row["id"] not in marked["term"]],
        "sources": [key for key in evidence.sources if key not in cited],
    }


def problems(evidence: Any) -> list[Problem]:
    """A source that nothing at all uses is a fault now; claims and terms become faults once every planned page stands."""
    found, complete = orphans(evidence), set(PLANNED) <= set(scan.pages())
    faults = [
        Problem(
            "evidence/sources.bib",
            evidence.sources[key].line,
            key,
            "no row and no page uses this source",
            "Use it, or delete it.",
        )
        for key in found["sources"]
    ]
    if complete:
        faults += [
            Problem(f"evidence/{table}.csv", 0, key, "no page uses it", "Use it, or delete the row.")
            for table in ("claims", "terms")
            for key in found[table]
        ]
    return faults
