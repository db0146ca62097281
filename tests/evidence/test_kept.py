"""Evidence that was read and found sound is taken over by the next process, and only while it is the same."""

from __future__ import annotations

import shutil

import pytest

from explainer import evidence
from explainer.errors import Problems
from explainer.evidence import load
from explainer.paths import EVIDENCE


@pytest.fixture
def folder(monkeypatch, tmp_path):
    """A copy of the evidence, read by a process with an empty cache."""
    copy = tmp_path / "evidence"
    shutil.copytree(EVIDENCE, copy)
    monkeypatch.setattr(evidence, "EVIDENCE", copy)
    monkeypatch.setattr(evidence, "CACHE", tmp_path / "cache")
    evidence._load.cache_clear()
    load(copy)
    evidence._load.cache_clear()  # the next reading is that of another process
    yield copy
    evidence._load.cache_clear()


def kept():
    (file,) = (evidence.CACHE / "sound").iterdir()
    return file


def test_the_next_process_reads_nothing_again(folder, monkeypatch):
    read = evidence._checked(folder)
    monkeypatch.setattr(evidence, "_checked", None)
    taken = load(folder)
    assert {key: source.label for key, source in taken.sources.items()} == {key: source.label for key, source in read.sources.items()}
    assert {name: table.rows for name, table in taken.tables.items()} == {name: table.rows for name, table in read.tables.items()}


def test_an_edit_is_read_and_checked(folder):
    file = folder / "terms.csv"
    lines = file.read_text(encoding="utf-8").splitlines(keepends=True)
    file.write_text("".join([*lines, lines[-1]]), encoding="utf-8")
    with pytest.raises(Problems, match="terms.csv"):
        load(folder)


def test_what_was_kept_by_half_is_no_matter(folder):
    whole = kept().read_bytes()
    kept().write_bytes(whole[:1000])
    assert load(folder).sources
    assert len(kept().read_bytes()) > 1000
