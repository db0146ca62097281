"""The software of others that a browser is sent: each package with its licence, on the page and in full."""

from __future__ import annotations

import json
import re
from importlib import metadata

import pytest
from lxml import html

from explainer import licences
from explainer.paths import NODE_MODULES
from explainer.production.generate import LIBRARIES


def test_every_library_that_is_bundled_is_listed_as_installed():
    listed = {each.name: each for each in licences.bundled()}
    for path in LIBRARIES.values():
        name = path.split("/")[0]
        package = json.loads((NODE_MODULES / name / "package.json").read_text(encoding="utf-8"))
        assert (listed[name].version, listed[name].licence) == (package["version"], package["license"])
    assert listed["mkdocs-material"].version == metadata.version("mkdocs-material")
    assert {"rxjs", "clipboard", "focus-visible", "escape-html", "tslib"} <= set(listed)


def test_a_package_that_nobody_looked_up_stops_the_build(monkeypatch):
    licences.bundled.cache_clear()
    monkeypatch.setattr(licences, "_inside_theme", lambda: ["rxjs", "new-thing"])
    with pytest.raises(licences.Unknown, match="new-thing: look up its licence"):
        licences.bundled()
    licences.bundled.cache_clear()


def test_the_texts_are_whole():
    whole = licences.texts()
    for each in licences.bundled():
        assert each.licence in whole and each.text.strip() in whole and len(each.text) > 500, each.name
    for words in ("Permission is hereby granted, free of charge", "TERMS AND CONDITIONS FOR USE", "W3C SOFTWARE"):
        assert words in whole
    holders = ("Plotly", "Luca Ongaro", "Martin Donath", "Zeno Rocha", "Google, Inc.", "WICG", "Microsoft Corporation")
    assert [holder for holder in holders if holder not in whole] == []
    theirs = next(each for each in licences.bundled() if each.name == "clipboard").text
    assert "Martin Donath" not in theirs and "Zeno Rocha" in theirs


def test_the_page_names_them_and_leads_to_the_texts(site):
    page = html.fromstring((site.folder / "learn/method.html").read_text(encoding="utf-8"))
    text = re.sub(r"\s+", " ", page.find(".//article").text_content())
    for each in licences.bundled():
        assert each.name in text and each.licence in text
    (link,) = page.xpath('//article//a[contains(@href, "licences.txt")]/@href')
    assert (site.folder / "learn" / link).resolve().read_text(encoding="utf-8") == licences.texts()
