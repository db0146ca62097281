"""The page for an address that is not there: at any depth it is styled, its links lead on, its search knows the address."""

from __future__ import annotations

import pytest
from lxml import html

from bench.first_view import serving
from tests.conftest import build, serve, workroom


@pytest.mark.parametrize("width", [360, 1280])
def test_at_any_depth_it_helps(site, browser, width):
    with serving(site.folder, 0) as url:
        page = browser.new_page(viewport={"width": width, "height": 800})
        failed = []
        page.on("response", lambda each: failed.append(each.url) if each.status >= 400 else None)
        wrong = url + "some/where/deep/black-lists.html"
        page.goto(wrong)
        assert [address for address in failed if address != wrong] == []
        assert page.locator("h1").inner_text() == "There is no page at this address"
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
        listed = page.locator(".not-found a").evaluate_all("links => links.map(link => new URL(link.href).pathname)")
        pages = {path for path in site.pages if path != "index.html"}
        assert {address.lstrip("/") for address in listed} == pages
        assert all(page.request.get(url + address.lstrip("/")).ok for address in listed)
        page.locator("article .search-open").click()
        assert page.locator("dialog.search input").input_value() == "black lists"
        page.locator("dialog.search li a").first.click()
        page.wait_for_url(lambda address: "system/" in address)
        page.close()


def test_an_address_that_is_malformed_or_hostile_only_fills_the_field(site, browser):
    with serving(site.folder, 0) as url:
        page = browser.new_page()
        for wrong, asked in (("%E0%A4%A", ""), ("%3Cimg%20src=x%20onerror=alert(1)%3E", "<img src=x onerror=alert(1)>")):
            page.goto(f"{url}no/{wrong}")
            page.locator("article .search-open").click()
            assert page.locator("dialog.search input").input_value() == asked
            assert page.locator("dialog.search img").count() == 0
        page.close()


@pytest.mark.parametrize("generator", ["mkdocs", "properdocs", "zensical"])
def test_under_a_folder_of_a_host_its_links_begin_with_that_folder(generated, generator):
    folder = workroom(f"below-{generator}")
    server, url = serve(folder)
    server.server_close()
    done = build(folder, url + "explainer/", generator)
    assert done.returncode == 0, done.stdout + done.stderr
    page = html.fromstring((folder / "404.html").read_text(encoding="utf-8"))
    links = page.xpath("//article//a/@href | //link[@rel='stylesheet']/@href | //script[@src]/@src")
    assert len(links) > 10
    assert [link for link in links if not link.startswith("/explainer/")] == []
