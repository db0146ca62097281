"""A term is explained where a reader first meets it, and only there."""

from __future__ import annotations

import pytest
from lxml import html

from explainer.production.render import article
from explainer.syntax import scan

PAGES = [path for path in scan.pages() if any(mark.kind == "term" for mark in scan.read(path).marks)]


@pytest.mark.parametrize("path", PAGES)
def test_the_first_use_in_reading_order_carries_the_gloss(path):
    root = html.fragment_fromstring(article(path), create_parent="div")
    met: dict[str, bool] = {}
    for link in root.iter("a"):
        if link.get("class") == "term-link":
            explained = link.getparent().tag == "dfn"
            key = link.get("href").partition("#")[2]
            assert explained == (key not in met), (path, key)
            met[key] = True
    assert met


def test_machinery_explains_the_platform_in_its_opening_list():
    """A list is parsed after the paragraphs that follow it, and read before them."""
    opening = article("system/machinery").partition('id="send"')[0]
    assert "全国信用信息共享平台" in opening
