"""CONTRIBUTING.md is followed word for word, and what it adds is built."""

from __future__ import annotations

import re

from explainer.paths import ROOT

FENCE = re.compile(r'^```\w+ (file|append)="([^"]+)"\n(.*?)^```$', re.MULTILINE | re.DOTALL)


def test_every_recipe_works_as_it_stands(copy, tmp_path):
    recipes = FENCE.findall((ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8"))
    assert len(recipes) >= 9
    for how, path, text in recipes:
        before = copy.read(path) if how == "append" else ""
        copy.write(path, before + text)
    copy.write("mkdocs.yml", copy.read("mkdocs.yml") + "      - A trial: judge/myths/trial-claim.md\n")
    for command in (
        ("explainer", "check"),
        ("explainer", "generate", "--pictures"),
        ("mkdocs", "build", "-q", "-d", str(tmp_path / "site")),
        ("explainer", "finish", str(tmp_path / "site")),
    ):
        done = copy.run(*command)
        assert done.returncode == 0, done.stderr
    corrections = (tmp_path / "site" / "reference" / "corrections.html").read_text(encoding="utf-8")
    assert 'id="trial-counts"' in corrections and "After 30 days the fine is 181 yuan." in corrections
    assert "/trial-fine-wide-light." in corrections
    assert (tmp_path / "site" / "judge" / "myths" / "trial-claim.html").exists()
    assert '"trial-fine"' in (tmp_path / "site" / "explorables.json").read_text(encoding="utf-8")
    done = copy.run("explainer", "run", "trial-fine", '{"days": 0}')
    assert "After zero days" in done.stdout or "After 0 days" in done.stdout
