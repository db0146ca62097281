"""A broken table stops the build with file, row, field, reason and how to mend it."""

from __future__ import annotations

import pytest
import yaml

from explainer.errors import Problems
from explainer.evidence import load

PACKAGE = {
    "name": "small",
    "resources": [
        {
            "name": "things",
            "path": "things.csv",
            "title": "Things",
            "schema": {
                "primaryKey": ["id"],
                "fields": [
                    {"name": "id", "type": "string", "title": "Id", "constraints": {"required": True}},
                    {
                        "name": "count",
                        "type": "integer",
                        "title": "Count",
                        "constraints": {"required": True, "minimum": 0, "maximum": 100},
                    },
                    {"name": "grade", "type": "string", "title": "Grade", "constraints": {"enum": ["A", "B"]}},
                    {"name": "from", "type": "string", "title": "From", "date": "edtf"},
                    {"name": "to", "type": "string", "title": "To", "date": "edtf"},
                    {"name": "pinyin", "type": "string", "title": "Pinyin", "pinyin": True},
                    {"name": "sources", "type": "string", "title": "Sources", "keysOf": "sources"},
                    {"name": "note", "type": "string", "title": "Note"},
                ],
            },
        },
    ],
}
BIB = """@online{one2020,
  title = {One},
  institution = {{Someone}},
  date = {2020},
  url = {https://example.org/one},
  langid = {english},
  kind = {journalism},
  basis = {original read},
  checked = {2026-11-22}
}
"""
HEADER = "id,count,grade,from,to,pinyin,sources,note"
GOOD = "first,5,A,2014,2020-05,shèhuì,one2020,fine"


@pytest.fixture
def folder(tmp_path):
    """A data package with one sound table."""
    (tmp_path / "datapackage.yaml").write_text(yaml.safe_dump(PACKAGE))
    (tmp_path / "sources.bib").write_text(BIB)
    write(tmp_path, GOOD)
    return tmp_path


def write(folder, *rows, header=HEADER, end="\n", start=""):
    (folder / "things.csv").write_bytes((start + end.join([header, *rows]) + end).encode())


def faults(folder) -> str:
    with pytest.raises(Problems) as caught:
        load(folder)
    return str(caught.value)


def test_a_sound_table_is_typed(folder):
    row = load(folder).row("things", "first")
    assert row == {
        "id": "first",
        "count": 5,
        "grade": "A",
        "from": "2014",
        "to": "2020-05",
        "pinyin": "shèhuì",
        "sources": ["one2020"],
        "note": "fine",
    }


def test_a_comma_inside_quotes_is_part_of_the_cell(folder):
    write(folder, 'first,5,A,,,,one2020,"a, b and c"')
    assert load(folder).row("things", "first")["note"] == "a, b and c"


def test_an_empty_cell_is_none_and_an_empty_list_empty(folder):
    write(folder, "first,5,,,,,,")
    row = load(folder).row("things", "first")
    assert row["grade"] is None and row["sources"] == []


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (["first,many,A,,,,one2020,x"], ["things.csv:2: count:", "bare digits"]),
        (["first,5.5,A,,,,one2020,x"], ["things.csv:2: count:"]),
        (["first,-1,A,,,,one2020,x"], ["things.csv:2: count:", "minimum"]),
        (["first,101,A,,,,one2020,x"], ["things.csv:2: count:", "maximum"]),
        (["first,,A,,,,one2020,x"], ["things.csv:2: count:", "required"]),
        (["first,5,Z,,,,one2020,x"], ["things.csv:2: grade:"]),
        (
            [GOOD, "second,5,A,,,,two2020,x"],
            ["things.csv:3: sources: “two2020” is not in sources.bib", "add the entry"],
        ),
        (["first,5,A,,,,one2020;ghost,x"], ["things.csv:2: sources: “ghost”"]),
        (["first,5,A,2014-13,,,one2020,x"], ["things.csv:2: from:", "no month 13"]),
        (["first,5,A,2015-02-30,,,one2020,x"], ["things.csv:2: from:", "no day 30"]),
        (["first,5,A,spring,,,one2020,x"], ["things.csv:2: from:", "is not a date"]),
        (["first,5,A,2999,,,one2020,x"], ["things.csv:2: from:", "future"]),
        (["first,5,A,2020,2014,,one2020,x"], ["things.csv:2: to:", "ends (2014) before it begins (2020)"]),
        (["first,5,A,,,shehui,one2020,x"], ["things.csv:2: pinyin:", "no tone marks"]),
        ([GOOD, GOOD.replace("fine", "other")], ["things.csv:3: id: two rows have this id"]),
        ([GOOD, GOOD.replace("first", "second")], ["things.csv:3: row: says the same as line 2"]),
        (["first,5,A,,,,one2020,a, b"], ["things.csv:2: row:", "between double quotes"]),
        (["first,5,A"], ["things.csv:2:", "too few cells"]),
        (["first,5,A,,,,one2020, x"], ["things.csv:2: note: begins or ends with a space"]),
        (['first,5,A,,,,one2020,"two\nlines"'], ["things.csv:", "line break"]),
    ],
)
def test_a_broken_row_is_named(folder, rows, expected):
    write(folder, *rows)
    message = faults(folder)
    for part in expected:
        assert part in message, message


def test_a_missing_column_is_named(folder):
    write(folder, "first,A,2014,,,one2020,fine", header=HEADER.replace("count,", ""))
    assert "things.csv:1: count: the column is missing" in faults(folder)


def test_an_unknown_column_is_named(folder):
    write(folder, GOOD + ",x", header=HEADER + ",extra")
    assert "things.csv:1:" in faults(folder)


def test_a_byte_order_mark_is_named(folder):
    write(folder, GOOD, start="\ufeff")
    assert "byte order mark" in faults(folder)


def test_carriage_returns_are_named_with_their_line(folder):
    write(folder, GOOD, end="\r\n")
    assert "things.csv:1: line ends: has carriage returns (CRLF)" in faults(folder)


def test_another_encoding_is_named_with_its_line(folder):
    (folder / "things.csv").write_bytes((HEADER + "\n").encode() + "first,5,A,,,,one2020,caf\xe9\n".encode("latin-1"))
    assert "things.csv:2: encoding: is not UTF-8" in faults(folder)


def test_a_table_that_is_not_described_is_named(folder):
    (folder / "stray.csv").write_text("id\n")
    assert "stray.csv: table: is not in the data package" in faults(folder)


def test_a_described_table_that_is_missing_is_named(folder):
    (folder / "things.csv").unlink()
    assert "things.csv: table: the data package names this file and it does not exist" in faults(folder)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("one2020", "One2020"), "key: is not lower-case"),
        (("@online", "@webpage"), "@webpage is not used here"),
        (("  kind = {journalism},\n", ""), "one2020.kind: is missing"),
        (("journalism", "rumour"), "“rumour” is not allowed"),
        (("https://example.org/one", "example.org/one"), "is not an http or https address"),
        (("{2020}", "{2020-40}"), "no month 40"),
        (("english", "chinese"), "has no translation"),
        (("  institution = {{Someone}},\n", ""), "no author"),
        (("{{Someone}}", "{{某报}}"), "cited in characters that not every reader reads"),
        (("  date = ", "  colour = {red},\n  date = "), "one2020.colour: is not a field we read"),
        (("  url = {https://example.org/one},", "  doi = {doi:10.1/x},"), "is not a DOI"),
    ],
)
def test_a_broken_source_is_named(folder, change, expected):
    (folder / "sources.bib").write_text(BIB.replace(*change))
    if change[0] == "one2020":
        write(folder, GOOD.replace("one2020", "One2020"))
    assert expected in faults(folder)
    assert "sources.bib:1:" in faults(folder)


def test_a_key_that_stands_twice_is_named_with_both_lines(folder):
    (folder / "sources.bib").write_text(BIB + BIB)
    assert "sources.bib:11: one2020: the key already stands in line 1" in faults(folder)


@pytest.mark.parametrize(
    "change",
    [
        [("title = {One}", "title = {Another}"), ("example.org/one", "example.org/one/")],
        [("title = {One}", "title = {{“One”}}"), ("https://example.org/one", "https://example.com/")],
    ],
    ids=["one address", "one title, name and year"],
)
def test_a_work_stands_once_in_the_bibliography(folder, change):
    twin = BIB.replace("one2020", "two2020")
    for old, new in change:
        twin = twin.replace(old, new)
    (folder / "sources.bib").write_text(BIB + twin)
    assert "sources.bib:11: two2020.title: the work already stands in line 1 as “one2020”" in faults(folder)
    assert "Keep one of the two" in faults(folder)


def test_another_version_of_a_work_is_another_source(folder):
    later = BIB.replace("one2020", "one2023").replace("{2020}", "{2023}").replace("example.org/one", "example.org/three")
    (folder / "sources.bib").write_text(BIB + later)
    assert load(folder).sources["one2023"].label == "Someone 2023"


def test_bibtex_that_cannot_be_read_is_named(folder):
    (folder / "sources.bib").write_text(BIB.replace("title = {One},", "title = {One"))
    assert "sources.bib" in faults(folder)


def two_tables(folder, first_points_to, second_points_to):
    """Two tables whose rows name each other's as the data package says."""
    package = {
        "name": "two",
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "title": name,
                "schema": {
                    "primaryKey": ["id"],
                    "fields": [
                        {"name": "id", "type": "string", "title": "Id"},
                        {
                            "name": "other",
                            "type": "string",
                            "title": "Other",
                            **({"keysOf": points_to} if points_to else {}),
                        },
                    ],
                },
            }
            for name, points_to in (("ones", first_points_to), ("twos", second_points_to))
        ],
    }
    (folder / "datapackage.yaml").write_text(yaml.safe_dump(package))
    (folder / "things.csv").unlink()
    for name in ("ones", "twos"):
        (folder / f"{name}.csv").write_text("id,other\na,\nb,a\n")


def test_tables_that_name_each_other_in_a_circle_are_named(folder):
    two_tables(folder, "twos", "ones")
    assert "name each other in a circle" in faults(folder)


def test_a_key_of_no_table_is_named(folder):
    two_tables(folder, "threes", None)
    assert "ones.keysOf: there is no table “threes”" in faults(folder)


def test_a_key_that_the_other_table_lacks_is_named(folder):
    two_tables(folder, "twos", None)
    (folder / "ones.csv").write_text("id,other\na,a;ghost\n")
    assert "ones.csv:2: other: “ghost” is not in the table twos" in faults(folder)


def test_a_row_that_begins_long_after_its_newest_source_is_named(folder):
    write(folder, "first,5,A,2024,,,one2020,x")
    assert "things.csv:2: from: begins 2024, long after its newest source (2020)" in faults(folder)


def test_every_fault_is_named_at_once(folder):
    write(folder, "first,many,A,,,,one2020,x", "second,5,Q,,,,one2020,x")
    message = faults(folder)
    assert "things.csv:2: count" in message and "things.csv:3: grade" in message


def test_the_table_of_evidence_itself_is_sound():
    evidence = load()
    assert all(table.rows for table in evidence.tables.values())
