"""One mkdocs.yml builds the same pages under MkDocs, ProperDocs and Zensical, and a mistake stops each without a traceback."""

from __future__ import annotations

import posixpath
import re

import pytest
from lxml import html

from explainer.production import hashed
from explainer.production.finish import finish
from tests.browser.test_pages import through
from tests.conftest import Watched, build, serve, workroom

OTHERS = ("properdocs", "zensical")


@pytest.fixture(scope="module", params=OTHERS)
def served(request, site):
    """(folder, address) of the site as another generator builds it, served."""
    folder = workroom(request.param)
    server, url = serve(folder)
    done = build(folder, url, request.param)
    assert done.returncode == 0, done.stdout + done.stderr
    assert finish(folder, url) == []
    yield folder, url
    server.shutdown()


@pytest.fixture
def other(served):
    """The folder of that site."""
    return served[0]


def seen(file) -> dict:
    """What a reader gets of a page: title, text, headings, figures, links and scripts."""
    page = html.fromstring(file.read_text(encoding="utf-8"))
    article = page.find(".//article")
    scripts = [posixpath.normpath(script.get("src")) for script in page.iter("script") if script.get("src")]
    for waste in article.xpath(".//script|.//style"):
        waste.drop_tree()
    return {
        "title": page.findtext(".//title").strip(),
        "text": re.sub(r"\s+", " ", article.text_content()).strip(),
        "headings": [(heading.tag, heading.get("id")) for heading in article.iter("h1", "h2", "h3")],
        "figures": [figure.get("id") for figure in article.iter("figure")],
        "links": [link.get("href") for link in article.iter("a")],
        "scripts": scripts,
        "nav": [re.sub(r"\s+", " ", link.text_content()).strip() for link in page.findall(".//header//a")],
    }


def test_readers_see_the_same(site, other):
    for path in site.pages:
        ours, theirs = seen(site.folder / path), seen(other / path)
        assert len(ours["scripts"]) == 1, f"{path}: the theme's own script is back"
        for part in ours:
            assert theirs[part] == ours[part], f"{path}: {part}"


def test_downloads_are_the_same(site, other):
    for path in ("explorables.json", "claims.json", "evidence/datapackage.json"):
        assert (other / path).read_bytes() == (site.folder / path).read_bytes()
    # names hold a hash of the bytes, so equal names are equal files
    assert hashed.names(other) == hashed.names(site.folder) != {}


def test_every_page_works_in_a_browser(site, served, browser):
    """From end to end, in one window: every page, every figure live, no complaint, no other host."""
    _, url = served
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    watched = Watched(context.new_page(), url)
    for path in site.pages:
        watched.page.goto(url + path)
        through(watched.page)
        assert not watched.complaints and not watched.foreign, path
    context.close()


def test_search_works(served, browser):
    _, url = served
    context = browser.new_context()
    page = context.new_page()
    page.goto(url + "reference/corrections.html")
    page.locator(".search-open:visible").first.click()
    page.keyboard.type("被执行人")
    page.locator("dialog.search li a").first.wait_for()
    page.keyboard.press("Escape")
    page.locator("header a[href$='index.html']").first.click()
    page.wait_for_url("**/index.html")
    context.close()


@pytest.mark.parametrize(
    "command",
    [
        ("mkdocs", "build", "-q"),
        ("properdocs", "build", "-q", "-f", "mkdocs.yml"),
        ("zensical", "build", "--clean"),
        ("explainer", "generate"),
    ],
    ids=lambda c: c[0],
)
def test_a_mistake_stops_the_build_with_file_and_line(copy, command):
    page = copy.read("docs/index.md")
    copy.write("docs/index.md", page + "\n[A sentence]{claim=no-such-claim}.\n")
    line = page.count("\n") + 2
    done = copy.run(*command)
    said = done.stdout + done.stderr
    assert done.returncode != 0
    assert f"docs/index.md:{line}: claim: there is no claim “no-such-claim”" in said
    assert "Traceback" not in said, said
