"""What search engines list of a page beside the page itself, in the words of schema.org: its place, data sets, terms.

All of it names whole addresses, so a site without one says nothing here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from explainer.production.metadata import Site

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CONTEXT = {"@context": "https://schema.org"}


def things(page: dict[str, Any], site: Site) -> list[dict[str, Any]]:
    """The blocks of one page; `page` is its entry in pages.json."""
    if not site.url:
        return []
    found = [breadcrumbs(page, site)] if page.get("part") else []
    if page.get("datasets"):
        found.append(catalogue(page, site))
    if page.get("terms"):
        found.append(term_set(page, site))
    return found


def breadcrumbs(page: dict[str, Any], site: Site) -> dict[str, Any]:
    """The way to a page: the site, its part, itself."""
    part, first = page["part"]
    steps = [(site.name, "index.html"), (part, f"{first}.html")]
    if page["path"] != first:
        steps.append((page["title"], page["url"]))
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": site.url + url}
        for number, (name, url) in enumerate(steps, 1)
    ]
    return CONTEXT | {"@type": "BreadcrumbList", "itemListElement": items}


def catalogue(page: dict[str, Any], site: Site) -> dict[str, Any]:
    """Every table as a data set with its download."""
    address = site.url + page["url"]
    shared = {"license": LICENSE, "isAccessibleForFree": True, "creator": {"@type": "Organization", "name": site.author}}
    sets = [
        {
            "@type": "Dataset",
            "@id": f"{address}#{table['id']}",
            "url": f"{address}#{table['id']}",
            "name": table["title"],
            "description": table["about"],
            **shared,
            "distribution": {
                "@type": "DataDownload",
                "encodingFormat": "text/csv",
                "contentUrl": site.url + table["file"],
            },
        }
        for table in page["datasets"]
    ]
    return CONTEXT | {"@type": "DataCatalog", "@id": f"{address}#tables", "name": page["title"], "dataset": sets}


def term_set(page: dict[str, Any], site: Site) -> dict[str, Any]:
    """Every term with its Chinese and its place; the definitions stand in the page, which is not to weigh twice."""
    address = site.url + page["url"]
    terms = [
        {"@type": "DefinedTerm", "name": term["term"], "url": f"{address}#{term['id']}"}
        | ({"alternateName": term["hanzi"]} if term["hanzi"] else {})
        for term in page["terms"]
    ]
    return CONTEXT | {"@type": "DefinedTermSet", "@id": f"{address}#terms", "name": page["title"], "hasDefinedTerm": terms}
