"""The same commit, built twice in two folders: the same bytes."""

from __future__ import annotations

from pathlib import Path


def bytes_of(folder: Path) -> dict[str, bytes]:
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def test_two_builds_are_equal(copy, tmp_path):
    sites = []
    for name in ("one", "two"):
        assert copy.run("explainer", "clean").returncode == 0
        assert copy.run("explainer", "generate", "--pictures").returncode == 0
        done = copy.run("mkdocs", "build", "-q", "-d", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
        done = copy.run("explainer", "finish", str(tmp_path / name))
        assert done.returncode == 0, done.stderr
        sites.append(bytes_of(tmp_path / name))
    one, two = sites
    assert one.keys() == two.keys()
    assert [path for path in one if one[path] != two[path]] == []
    assert "index.html" in one and "explorables.json" in one
