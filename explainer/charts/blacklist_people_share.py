"""People among those newly blacklisted, in three months: squares of a hundred."""

from __future__ import annotations

from typing import Any

from explainer.charts.contract import Chart
from explainer.charts.figure import axis, figure, label
from explainer.charts.parts import block, squares, tiles
from explainer.charts.wording import exact, in_order, when

PEOPLE, ORGANISATIONS = "@level-list", "@muted-mark"
ACROSS, STEP, WHOLE = 10, 12, 100


def series(evidence: Any) -> list[dict]:
    """The rows, by date."""
    return in_order(evidence.rows("blacklist_people_share"))


def draw(evidence: Any):
    """A block of a hundred squares a month: below people, above organisations."""
    rows = series(evidence)
    people, others, labels = [], [], []
    for place, row in enumerate(rows):
        share = round(row["value"])
        left = place * STEP
        people += block(share, left, ACROSS)
        others += block(WHOLE - share, left, ACROSS, share)
        labels.append(label(f"<b>{when(row)}</b><br>{share} people", left, ACROSS + 0.3, PEOPLE, yanchor="bottom"))
        labels.append(
            label(
                f"{WHOLE - share} organisations",
                left,
                -0.3,
                "@quiet",
                yanchor="top",
                font={"size": 12, "color": "@quiet"},
            )
        )
    x, y, layout = tiles((-0.2, STEP * len(rows) - 1), (-2, ACROSS + 3.6))
    return figure(
        [squares(people, PEOPLE), squares(others, ORGANISATIONS)],
        x=axis(**x),
        y=axis(**y),
        annotations=labels,
        **layout,
    )


def rows(evidence: Any) -> list[list[str]]:
    """Each month's share."""
    return [[when(row), exact(row), row["grade"]] for row in series(evidence)]


def facts(evidence: Any) -> dict[str, str]:
    """Lowest and highest share, rounded to whole hundredths as drawn."""
    shares = sorted(round(row["value"]) for row in evidence.rows("blacklist_people_share"))
    months = [when(row) for row in series(evidence)]
    return {
        "low": str(shares[0]),
        "high": str(shares[-1]),
        "whole": str(WHOLE),
        "months": ", ".join(months[:-1]) + " and " + months[-1],
        "first": series(evidence)[0]["date"][:4],
    }


CHART = Chart(
    name="blacklist-people-share",
    title="In the months reported, {low} to {high} of every {whole} newly blacklisted were people; over all of {first} fewer",
    tables=("blacklist_people_share",),
    figure=draw,
    columns=("Month", "People among the newly listed (per cent)", "Grade"),
    rows=rows,
    counted="Subjects newly put on any national blacklist in the month, as the national platform counts them; a square is one in "
    "{whole}, rounded.",
    limits="Only {months}: other reports were not found or give no split. Companies whose licence is revoked arrive in batches, so that "
    "over the whole of {first} the share of people cannot have been as high. Kinds of list and documents are another matter: most "
    "of them are about firms.",
    alt="Blocks of {whole} squares for {months}. In each, {low} to {high} squares are people and the rest organisations.",
    facts=facts,
    heights=(290, 185),
)
