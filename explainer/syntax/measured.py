"""Tables of what was measured, for `/// reference | measured-…`: no number of theirs is typed."""

from __future__ import annotations

from typing import Any

from explainer import measured
from explainer.explorables.registry import explorables
from explainer.labels import MEASURED as WORDS
from explainer.measured import said
from explainer.paths import DOCS
from explainer.syntax.markup import table, tag, text

BARS = ("median", "p95", "script", "median_slow", "p95_slow")


def _table(name: str, rows: list[list[str]], links: list[str] | None = None) -> str:
    if not rows:
        return tag("p", text(WORDS["none"]))
    return tag("div", table(list(WORDS[name]), rows, links), class_="scroll measured", tabindex=0, role="region", aria_label=WORDS[name][0])


def _called(figure: str) -> str:
    return figure.replace("-", " ")


def _alone(figure: str, root: str) -> str:
    """The address where a figure stands alone; none if it has gone since it was measured."""
    return f"{root}embed/{figure}.html" if figure in explorables() else ""


def _page(address: str, root: str) -> str:
    """The address of a page; none if it has gone since it was measured."""
    return root + address if (DOCS / address).with_suffix(".md").exists() else ""


def where(_evidence: Any, _root: str) -> str:
    """Date, machine and versions of the run."""
    about = measured.run()
    if not about:
        return tag("p", text(WORDS["none"]))
    plain = ("date", "commit", "processor", "cores", "system", "load")
    versions = ", ".join(f"{name} {value}" for name, value in about.items() if name not in plain and not name.startswith("bar_"))
    return tag("p", text(WORDS["run"].format(versions=versions, **{name: about.get(name, "") for name in plain})), class_="measured-where")


def paint(_evidence: Any, root: str) -> str:
    """Every figure of ours, under the bars."""
    about, found = measured.run(), measured.figures()
    if not found:
        return _table("paint", [])
    bars = [said("ms", about[f"bar_{name}"]) for name in BARS]
    rows = [[WORDS["bar"], "", *bars, ""]]
    for row in found:
        missed = ", ".join(WORDS[f"beyond_{name}"] for name in row["missed"].split())
        rows.append(
            [
                _called(row["figure"]),
                WORDS["settings"][row["setting"]],
                *(said("ms", row[name]) for name in BARS),
                WORDS["beyond"].format(which=missed) if missed else WORDS["within"],
            ]
        )
    return _table("paint", rows, ["", *(_alone(row["figure"], root) for row in found)])


def _weighed(name: str, row: dict[str, str]) -> list[str]:
    scores = [row[score] or WORDS["nothing"] for score in ("performance", "accessibility", "practices", "seo")]
    return [
        name,
        said("kb", row["first_kb"]),
        row["first_requests"],
        said("kb", row["live_kb"]),
        *scores,
        said("ms", row["lcp_ms"]),
        said("ms", row["tbt_ms"]),
        row["cls"] or WORDS["nothing"],
    ]


def weight_peers(_evidence: Any, _root: str) -> str:
    """One figure's page in each way."""
    found = [row for row in measured.rows("weight") if row["what"] in WORDS["pages"]]
    return _table("weight_peers", [_weighed(WORDS["pages"][row["what"]], row) for row in found])


def weight(_evidence: Any, root: str) -> str:
    """Every page of ours."""
    found = [row for row in measured.rows("weight") if row["what"] == "ours"]
    return _table("weight", [_weighed(row["page"].removesuffix(".html"), row) for row in found], [_page(row["page"], root) for row in found])


def build(_evidence: Any, _root: str) -> str:
    """Build times by generator and number of pages."""
    return _table(
        "build",
        [
            [
                WORDS["generators"][row["generator"]],
                row["pages"],
                *(said("s", row[part]) for part in ("generate_s", "build_s", "finish_s", "whole_s")),
                said("ms", row["added_ms"]),
            ]
            for row in measured.rows("build")
        ],
    )


def edit(_evidence: Any, _root: str) -> str:
    """From a saved page to the page served anew."""
    return _table("edit", [[row["edits"], said("s", row["median_s"]), said("s", row["longest_s"])] for row in measured.rows("edit")])


def models(_evidence: Any, root: str) -> str:
    """Each model in V8, in CPython, and by hand."""
    found = [row for row in measured.rows("models") if row["model"] in explorables()]
    return _table(
        "models",
        [
            [
                _called(row["model"]),
                WORDS["settings"][row["setting"]],
                said("ms", row["v8"]),
                said("ms", row["cpython"]),
                said("times", row["times"]),
                said("ms", row["hand"]),
                said("times", row["hand_times"]),
            ]
            for row in found
        ],
        [_alone(row["model"], root) for row in found],
    )


REFERENCES = {
    "measured-where": where,
    "measured-paint": paint,
    "measured-weight-peers": weight_peers,
    "measured-weight": weight,
    "measured-build": build,
    "measured-edit": edit,
    "measured-models": models,
}
