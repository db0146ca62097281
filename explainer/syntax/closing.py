"""What stands at the end of every page: how to cite it, its licence, and its own source to change."""

from __future__ import annotations

import re

from explainer.labels import PAGE
from explainer.settings import settings
from explainer.syntax import scan
from explainer.syntax.bibliography import STYLES, formatted
from explainer.syntax.markup import tag, text


def closing(source: scan.Source, root: str) -> str:
    """The HTML for a page; `root` leads from it to the site's top."""
    page = source.page.options
    title, reviewed = _plain(str(page["title"])), str(page["reviewed"])
    site, author = settings()["site_name"], settings()["site_author"]
    address = f"{settings()['site_url']}{source.path}.html"
    item = {
        "id": "page",
        "type": "webpage",
        "title": title,
        "container-title": site,
        "URL": address,
        "author": [{"literal": author}],
        "issued": {"date-parts": [[int(part) for part in reviewed.split("-")]]},
    }
    styles = "".join(tag("dt", style) + tag("dd", formatted([item], style)["page"]) for style in STYLES)
    name = source.path.replace("/", "-")
    bibtex = (
        f"@online{{{name},\n  title = {{{title}}},\n  author = {{{{{author}}}}},\n  maintitle = {{{site}}},\n"
        f"  date = {{{reviewed}}},\n  url = {{{address}}}\n}}"
    )
    cite = tag(
        "details",
        tag("summary", text(PAGE["cite_page"])) + tag("dl", styles) + tag("pre", tag("code", text(bibtex)), tabindex=0),
        class_="cite-page",
    )
    edit = tag("a", text(PAGE["edit"]), href=f"{root}page-source/{source.path}.txt")
    licence = tag("a", text(PAGE["licence"]), href="https://creativecommons.org/licenses/by/4.0/", rel="license")
    return tag(
        "section",
        cite + tag("p", f"{licence} · {edit}", class_="licence"),
        class_="page-end",
        aria_label=PAGE["cite_page"],
    )


def _plain(title: str) -> str:
    """A title without Markdown."""
    return re.sub(r"[*_`]|\[(.*?)\]\{.*?\}", r"\1", title)
