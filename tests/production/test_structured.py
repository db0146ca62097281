"""What search engines and other sites are told: one address a page, its place, data sets, terms, and its card."""

from __future__ import annotations

import json
import re

import pytest
from lxml import html

from explainer.production import structured
from explainer.production.metadata import Site
from explainer.settings import parts


@pytest.fixture(scope="module")
def heads(site):
    """page -> (its head, its structured data)."""
    found = {}
    for path in site.pages:
        head = html.fromstring((site.folder / path).read_text(encoding="utf-8")).find("head")
        scripts = head.xpath('script[@type="application/ld+json"]')
        found[path] = head, [json.loads(script.text) for script in scripts]
    return found


def here(site, address: str):
    """The file of the site that a whole address names."""
    assert address.startswith(site.url), address
    return site.folder / address.removeprefix(site.url).partition("#")[0]


def test_every_page_has_one_address_and_the_sitemap_has_them_all(site, heads):
    canonical = {path: head.xpath('link[@rel="canonical"]/@href') for path, (head, _) in heads.items()}
    assert canonical == {path: [site.url + path] for path in site.pages}
    named = re.findall(r"<loc>(.*?)</loc>", (site.folder / "sitemap.xml").read_text())
    assert sorted(named) == sorted(site.url + path for path in site.pages)


def test_every_page_has_a_card_of_its_own(site, heads):
    pictures = set()
    for path, (head, _) in heads.items():
        told = {meta.get("property"): meta.get("content") for meta in head.xpath('meta[starts-with(@property, "og:")]')}
        assert told["og:title"] and told["og:description"] and told["og:url"] == site.url + path
        assert head.xpath('meta[@name="twitter:card"]/@content') == ["summary_large_image"]
        picture = here(site, told["og:image"])
        data = picture.read_bytes()
        assert data[:8] == b"\x89PNG\r\n\x1a\n", path
        size = [int.from_bytes(data[at : at + 4], "big") for at in (16, 20)]
        assert size == [1200, 630] == [int(told["og:image:width"]), int(told["og:image:height"])]
        assert told["og:title"] in told["og:image:alt"] and len(data) < 300_000
        pictures.add(data)
    assert len(pictures) == len(heads)


def test_the_way_to_a_page(site, heads):
    for path, (_, things) in heads.items():
        (way,) = [thing for thing in things if thing["@type"] == "BreadcrumbList"] or [None]
        page = path.removesuffix(".html")
        if page not in parts():
            assert way is None
            continue
        steps = way["itemListElement"]
        assert [step["position"] for step in steps] == list(range(1, len(steps) + 1))
        assert steps[1]["name"] == parts()[page][0] and steps[-1]["item"] == site.url + path
        assert all(here(site, step["item"]).exists() for step in steps)


def test_every_table_is_a_data_set_with_its_download(site, heads, evidence):
    (catalogue,) = [thing for thing in heads["reference/data.html"][1] if thing["@type"] == "DataCatalog"]
    page = html.fromstring((site.folder / "reference/data.html").read_text(encoding="utf-8"))
    assert {each["name"] for each in catalogue["dataset"]} == {table.title for table in evidence.tables.values()}
    for each in catalogue["dataset"]:
        assert 50 <= len(each["description"]) <= 5000 and each["license"] == structured.LICENSE
        assert here(site, each["distribution"]["contentUrl"]).exists()
        assert page.get_element_by_id(each["url"].partition("#")[2]) is not None


def test_every_term_is_defined_at_its_place(site, heads, evidence):
    (terms,) = [thing for thing in heads["reference/glossary.html"][1] if thing["@type"] == "DefinedTermSet"]
    page = html.fromstring((site.folder / "reference/glossary.html").read_text(encoding="utf-8"))
    assert [each["name"] for each in terms["hasDefinedTerm"]] == [row["term"] for row in evidence.rows("terms")]
    for each in terms["hasDefinedTerm"]:
        assert page.get_element_by_id(each["url"].partition("#")[2]) is not None


def test_without_an_address_nothing_is_said():
    page = {"path": "a", "url": "a.html", "title": "A", "part": ["Part", "a"], "terms": [{"id": "x"}]}
    assert structured.things(page, Site(url="")) == []
