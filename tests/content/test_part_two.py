"""What each page of Part II promises: its five rooms, a named critic and a named answer with sources, a model to break."""

from __future__ import annotations

import re

import pytest

from explainer.paths import DOCS
from explainer.syntax import scan
from explainer.syntax.reference import cited

PAGES = [path for path in scan.pages(DOCS) if path.startswith("criticisms/") and path != "criticisms/index"]
ROOMS = ("charge", "break", "evidence", "reply", "decide", "unknown", "check", "sources")


def room(page: scan.Source, name: str) -> str:
    """The text of one room, from its heading to the next of the same depth."""
    return re.search(rf"(?ms)^## [^\n]*\{{#{name}\}}\n(.*?)(?=^## |\Z)", page.text)[1]


@pytest.mark.parametrize("path", PAGES)
def test_each_page_has_its_rooms_in_order(path):
    page = scan.read(path)
    ids = [key for depth, _, key, _ in page.headings if depth == 2]
    assert [key for key in ids if key in ROOMS] == list(ROOMS)
    kinds = [block.kind for block in page.blocks]
    assert kinds.count("explorable") >= 1
    assert "/// explorable" in room(page, "break")
    assert 3 <= kinds.count("question") <= 5
    assert all(page.page.options[name] for name in ("able", "short", "reviewed"))
    assert room(page, "decide").count("?") >= 3


@pytest.mark.parametrize("path", PAGES)
def test_each_page_names_who_maintains_and_who_answers(evidence, path):
    page, row = scan.read(path), evidence.tables["criticisms"].by_id[path.removeprefix("criticisms/")]
    for place, person, sources in (("charge", "maker", "maker_sources"), ("reply", "answerer", "answerer_sources")):
        text = " ".join(room(page, place).split())
        assert row[person] in text, f"{row[person]} is not named under #{place}"
        for key in row[sources]:
            assert f"@{key}" in text, f"{key} is not cited under #{place}"


@pytest.mark.parametrize("path", PAGES)
def test_each_page_rests_on_sources(evidence, path):
    assert len(cited(scan.read(path), evidence)) >= 8


def test_each_row_has_its_page(evidence):
    assert {f"criticisms/{row['id']}" for row in evidence.rows("criticisms")} == set(PAGES)
