"""What the evidence base promises as a whole: enough of it, read, settled, and accepted by other people's tools."""

from __future__ import annotations

import json

import pytest
from frictionless import Package

from explainer.evidence import dates
from explainer.evidence.tables import keys


@pytest.mark.parametrize(
    ("table", "least"),
    [
        ("claims", 300),
        ("timeline", 80),
        ("terms", 80),
        ("myths", 40),
        ("text_claims", 240),
        ("schemes", 25),
        ("rules", 70),
        ("lists", 25),
        ("outline", 30),
    ],
)
def test_there_is_enough(evidence, table, least):
    assert len(evidence.rows(table)) >= least


def test_there_are_enough_sources(evidence):
    assert len(evidence.sources) >= 250


def test_nine_rows_in_ten_rest_on_a_text_that_was_read(evidence):
    bases = [row["basis"] for table in evidence.tables.values() for row in table.rows if row.get("basis")]
    assert sum(basis != "not re-read" for basis in bases) / len(bases) >= 0.9


def test_what_was_not_read_again_is_never_graded_above_c(evidence):
    high = [
        (table.id, row["id"])
        for table in evidence.tables.values()
        for row in table.rows
        if row.get("basis") == "not re-read" and row.get("grade") in ("A", "B")
    ]
    assert high == []


def test_each_table_of_numbers_has_one_kind(evidence):
    for table in evidence.tables.values():
        if "kind" in table.fields and "counted" in table.fields:
            assert len({row["kind"] for row in table.rows}) == 1, table.id


def test_every_disagreement_names_two_sides(evidence):
    for row in evidence.rows("disagreements"):
        assert row["one_sources"] and row["other_sources"] and row["one"] != row["other"], row["id"]


def test_text_claims_use_one_vocabulary(evidence):
    assert len({row["verdict"] for row in evidence.rows("text_claims")}) <= 12


def test_no_row_was_checked_in_the_future(evidence):
    import datetime

    for table in evidence.tables.values():
        for row in table.rows:
            assert dates.earliest(row["checked"]) <= datetime.date.today()


def test_the_downloaded_package_is_accepted_by_frictionless(site):
    folder = site.folder / "evidence"
    report = Package(str(folder / "datapackage.json")).validate()
    assert report.valid, report.to_summary()
    described = {entry["path"] for entry in json.loads((folder / "datapackage.json").read_text())["resources"]}
    assert described == {file.name for file in folder.glob("*.csv")}


def test_no_source_is_an_orphan(evidence):
    used = {
        key
        for table in evidence.tables.values()
        for _, row in table.texts
        for name, field in table.fields.items()
        if field.get("keysOf") == "sources"
        for key in keys(row[name])
    }
    assert len(used) > 0.9 * len(evidence.sources)
