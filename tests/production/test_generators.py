"""One mkdocs.yml builds the same pages under MkDocs, ProperDocs and Zensical, and a mistake stops each without a traceback."""

from __future__ import annotations

import re

import pytest
from lxml import html

from explainer.production import hashed
from explainer.production.finish import finish
from tests.conftest import build, workroom

OTHERS = ("properdocs", "zensical")


@pytest.fixture(scope="module", params=OTHERS)
def other(request, site):
    """The folder of the site as another generator builds it."""
    folder = workroom(request.param)
    done = build(folder, site.url, request.param)
    assert done.returncode == 0, done.stdout + done.stderr
    assert finish(folder, site.url) == []
    return folder


def seen(file) -> dict:
    """What a reader sees of a page: title, text, headings, figures and links."""
    page = html.fromstring(file.read_text(encoding="utf-8"))
    article = page.find(".//article")
    for waste in article.xpath(".//script|.//style"):
        waste.drop_tree()
    return {
        "title": page.findtext(".//title").strip(),
        "text": re.sub(r"\s+", " ", article.text_content()).strip(),
        "headings": [(heading.tag, heading.get("id")) for heading in article.iter("h1", "h2", "h3")],
        "figures": [figure.get("id") for figure in article.iter("figure")],
        "links": [link.get("href") for link in article.iter("a")],
        "nav": [re.sub(r"\s+", " ", link.text_content()).strip() for link in page.findall(".//header//a")],
    }


def test_readers_see_the_same(site, other):
    for path in site.pages:
        ours, theirs = seen(site.folder / path), seen(other / path)
        for part in ours:
            assert theirs[part] == ours[part], f"{path}: {part}"


def test_downloads_are_the_same(site, other):
    for path in ("explorables.json", "claims.json", "evidence/datapackage.json"):
        assert (other / path).read_bytes() == (site.folder / path).read_bytes()
    # names hold a hash of the bytes, so equal names are equal files
    assert hashed.names(other) == hashed.names(site.folder) != {}


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
