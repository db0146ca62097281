"""The software of others that a browser is sent: each package with its licence, on the page and in full."""

from __future__ import annotations

import json
import re
from importlib import metadata

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


def test_the_texts_are_whole():
    whole = licences.texts()
    for each in licences.bundled():
        assert each.licence in whole and each.text.strip() in whole and len(each.text) > 500, each.name
    assert "Permission is hereby granted, free of charge" in whole
    holders = ("Plotly", "Luca Ongaro", "Martin Donath")
    assert [holder for holder in holders if holder not in whole] == []


def test_the_page_names_them_and_leads_to_the_texts(site):
    page = html.fromstring((site.folder / "learn/method.html").read_text(encoding="utf-8"))
    text = re.sub(r"\s+", " ", page.find(".//article").text_content())
    for each in licences.bundled():
        assert each.name in text and each.licence in text
    (link,) = page.xpath('//article//a[contains(@href, "licences.txt")]/@href')
    assert (site.folder / "learn" / link).resolve().read_text(encoding="utf-8") == licences.texts()
