"""A page's moments on the timeline: named in its page block, shown in its head, linked to the timeline at that event."""

from __future__ import annotations

from typing import Any

from explainer.evidence import dates
from explainer.explorables.timeline import number
from explainer.labels import PAGE
from explainer.syntax.markup import mark_hanzi, tag, text

MOST = 6  # what a reader takes in beside the short answer
WHERE = "system/timeline.html"  # the page of the explorable `timeline`


def nav(keys: list[str], evidence: Any, root: str) -> str:
    """The moments in the order of time, each a link that opens the timeline with that event read out.

    `keys` are rows of the table `timeline`; `root` leads from the page to the site's top.
    """
    items = ""
    for key in sorted(keys, key=lambda key: number(key, evidence)):
        row = evidence.row("timeline", key)
        address = f"{root}{WHERE}?timeline.event={number(key, evidence)}#timeline"
        date = tag("time", text(dates.worded(row["date"])), datetime=row["date"])
        items += tag("li", tag("a", f"{date} {mark_hanzi(row['event'])}", href=address))
    head = tag("p", text(PAGE["moments"]), class_="head-label")
    return tag("nav", head + tag("ol", items), class_="moments", aria_label=PAGE["moments"])


def sources(keys: list[str], evidence: Any) -> list[str]:
    """Keys of the sources that these moments rest on."""
    return [source for key in keys for source in evidence.row("timeline", key)["sources"]]
