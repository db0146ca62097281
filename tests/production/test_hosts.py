"""What hosts are told: one policy, long keeping for names with a hash, and embeds that anyone may frame."""

from __future__ import annotations

import re

import pytest

from explainer.production import hosts


def parsed(text: str) -> list[tuple[str, dict[str, str]]]:
    """`_headers` as a host reads it."""
    found: list[tuple[str, dict[str, str]]] = []
    for line in text.splitlines():
        if line.startswith("/"):
            found.append((line, {}))
        elif line.startswith("  "):
            name, _, value = line.strip().partition(": ")
            assert value and name not in found[-1][1]
            found[-1][1][name] = value
        else:
            assert line == "" or line.startswith("#")
    return found


def sent(rules, path: str) -> dict[str, str]:
    """All headers of a path; fails where two rules give the same one, since hosts differ in what they make of it."""
    headers: dict[str, str] = {}
    for pattern, more in rules:
        if path == pattern or (pattern.endswith("*") and path.startswith(pattern[:-1])):
            assert not headers.keys() & more.keys(), (path, pattern)
            headers |= more
    return headers


@pytest.fixture(scope="module")
def rules(site):
    return parsed((site.folder / hosts.FILE).read_text(encoding="utf-8"))


def test_every_file_is_told_once_and_safely(site, rules):
    for file in sorted(site.folder.rglob("*")):
        if file.is_file():
            headers = sent(rules, "/" + file.relative_to(site.folder).as_posix())
            assert headers["X-Content-Type-Options"] == "nosniff"
            assert headers["Referrer-Policy"] == "same-origin"
            assert "camera=()" in headers["Permissions-Policy"]


def test_every_page_is_asked_about_and_carries_the_policy_of_its_text(site, rules):
    for path in (*site.pages, "404.html", ""):
        headers = sent(rules, f"/{path}")
        assert headers["Cache-Control"] == "no-cache"
        policy = headers["Content-Security-Policy"]
        assert policy == hosts.policy_of(site.folder) + "; frame-ancestors 'self'"
        assert "unsafe" not in re.search(r"script-src ([^;]*)", policy)[1]


def test_an_embed_may_be_framed_anywhere(site, rules):
    for file in (site.folder / "embed").glob("*.html"):
        headers = sent(rules, f"/embed/{file.name}")
        assert headers["Content-Security-Policy"] == hosts.policy_of(site.folder)
        assert "X-Frame-Options" not in headers and "frame-ancestors" not in headers["Content-Security-Policy"]


def test_only_names_with_a_hash_are_kept_for_ever(site, rules):
    kept = set()
    for file in site.folder.rglob("*"):
        path = file.relative_to(site.folder).as_posix()
        if file.is_file() and "immutable" in sent(rules, f"/{path}").get("Cache-Control", ""):
            assert re.search(r"\.[0-9a-f]{8,}\.", path), path
            kept.add(path.rsplit("/", 1)[0])
    assert {"assets/hashed", "assets/hashed/lib", "assets/hashed/figures", "assets/hashed/pictures"} <= kept


def test_data_may_be_read_from_elsewhere(rules):
    for path in ("/evidence/claims.csv", "/claims.json", "/explorables.json", "/models/secret-weights.py"):
        assert sent(rules, path)["Access-Control-Allow-Origin"] == "*"


def test_a_policy_that_a_host_would_cut_is_a_fault(tmp_path):
    (tmp_path / "index.html").write_text("<p>x</p>")
    assert hosts.write(tmp_path, "default-src 'none'") == []
    found = hosts.write(tmp_path, "script-src " + "'sha256-x' " * 300)
    assert found and "2000 characters" in str(found[0]) and found[0].line > 0
