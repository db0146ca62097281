"""What a page says about itself to reference managers, search engines and course catalogues.

The facts come from `docs/assets/generated/pages.json`, which `generate` writes from each page's `/// page` block.
"""

from __future__ import annotations

import html
import json
import re
from dataclasses import dataclass
from typing import Any

from explainer.production import built, structured

LICENSE = "https://creativecommons.org/licenses/by/4.0/"
CARD = (1200, 630)
"""pixels of a page's card"""
MARK = ("<!-- about this page -->", "<!-- end -->")


@dataclass(frozen=True)
class Site:
    """What all pages share. `url` is the address that the site is published at, with its last slash, or empty."""

    url: str = ""
    name: str = "Plan, Practice, Myth"
    author: str = "Plan, Practice, Myth contributors"
    language: str = "en"


def plain(text: str) -> str:
    """Text without markup, for an attribute: inline HTML and the commonest Markdown are undone."""
    text = html.unescape(re.sub(r"<[^>]+>", "", text))
    text = re.sub(r"\[([^\]]*)\](?:\([^)]*\)|\{[^}]*\})", r"\1", text)
    return " ".join(re.sub(r"[*`]|(?<!\w)_|_(?!\w)", "", text).split())


def tags(page: dict[str, Any], site: Site) -> list[str]:
    """The lines for the head of one page, as HTML. `page` is one entry of pages.json."""
    title, short = plain(page["title"]), plain(page["short"])
    reviewed, language = page["reviewed"], page.get("language", site.language)
    address = site.url + page["url"] if site.url else ""
    named = [
        ("description", short),
        ("author", site.author),
        ("citation_title", title),
        ("citation_author", site.author),
        ("citation_publication_date", reviewed.replace("-", "/")),
        ("citation_language", language),
        ("citation_inbook_title", site.name),
        ("citation_public_url", address),
        ("citation_fulltext_html_url", address),
        ("DCTERMS.title", title),
        ("DCTERMS.creator", site.author),
        ("DCTERMS.modified", reviewed),
        ("DCTERMS.language", language),
        ("DCTERMS.license", LICENSE),
        ("DCTERMS.isPartOf", site.name),
        ("DCTERMS.identifier", address),
        ("DCTERMS.abstract", short),
    ]
    lines = [f'<meta name="{name}" content="{html.escape(value)}">' for name, value in named if value]
    lines += [f'<meta property="{name}" content="{html.escape(value)}">' for name, value in _shared(page, site, address)]
    if page.get("card") and address:
        lines.append('<meta name="twitter:card" content="summary_large_image">')
    lines.append('<link rel="schema.DCTERMS" href="http://purl.org/dc/terms/">')
    lines.append(f'<link rel="license" href="{LICENSE}">')
    for thing in [learning_resource(page, site, address), *structured.things(page, site)]:
        data = json.dumps(thing, ensure_ascii=False, separators=(",", ":"))
        # what could end the element or open a comment is escaped as JSON allows
        data = data.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")
        lines.append(f'<script type="application/ld+json">{data}</script>')
    return lines


def _shared(page: dict[str, Any], site: Site, address: str) -> list[tuple[str, str]]:
    """What a link to the page shows elsewhere (Open Graph). Pictures and addresses are whole, or left out."""
    found = [
        ("og:type", "website" if page["path"] == "index" else "article"),
        ("og:site_name", site.name),
        ("og:title", plain(page["title"])),
        ("og:description", plain(page["short"])),
    ]
    if address:
        found.append(("og:url", address))
        if page.get("card"):
            size = [("og:image:width", str(CARD[0])), ("og:image:height", str(CARD[1]))]
            found += [("og:image", site.url + page["card"]), *size, ("og:image:alt", page.get("card_alt", ""))]
    return found


def learning_resource(page: dict[str, Any], site: Site, address: str) -> dict[str, Any]:
    """The page in the words of schema.org."""
    author = {"@type": "Organization", "name": site.author}
    thing: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": ["LearningResource", "Article"],
        "name": plain(page["title"]),
        "headline": plain(page["title"]),
        "description": plain(page["short"]),
        "abstract": plain(page["short"]),
        "teaches": plain(page["able"]),
        "educationalLevel": "Secondary education, age 15 and up; higher education",
        "learningResourceType": ["article", "interactive explanation"],
        "interactivityType": "mixed",
        "inLanguage": page.get("language", site.language),
        "isAccessibleForFree": True,
        "license": LICENSE,
        "author": author,
        "publisher": author,
        "dateModified": page["reviewed"],
        "isPartOf": {"@type": "WebSite", "name": site.name, **({"url": site.url} if site.url else {})},
    }
    if page.get("words"):
        thing["wordCount"] = page["words"]
    if address:
        thing |= {"url": address, "@id": address, "mainEntityOfPage": address}
    cited = [_cited(source, site) for source in page.get("sources", [])]
    if any(cited):
        thing["citation"] = [source for source in cited if source]
    return thing


def _cited(source: Any, site: Site) -> Any:
    """A source as pages.json gives it: {"name": …, "url": …}, its text, or where the site lists it."""
    if isinstance(source, dict):
        return {"@type": "CreativeWork", **{name: source[name] for name in ("name", "url") if source.get(name)}}
    if " " in source:
        return plain(source)
    return {"@type": "CreativeWork", "@id": f"{site.url}{source}"} if site.url else None


def described(text: str, page: dict[str, Any], site: Site) -> str:
    """The page's HTML with its metadata at the end of the head; done twice, it is there once."""
    text = re.sub(rf"  {MARK[0]}.*?{MARK[1]}\n  ", "", text, flags=re.DOTALL)
    text = built.without(text, r'<meta name="(?:description|author)"[^>]*>')
    # generators name pages after their place in the navigation, and differ over the first
    title = site.name if page["path"] == "index" else f"{plain(page['title'])} – {site.name}"
    text = re.sub(
        r"<title>.*?</title>", lambda _: f"<title>{html.escape(title)}</title>", text, count=1, flags=re.DOTALL
    )
    lines = tags(page, site)
    if site.url:
        text = built.without(text, r'<link rel="canonical"[^>]*>')  # generators differ over the first page's
        lines.insert(0, f'<link rel="canonical" href="{html.escape(site.url + page["url"])}">')
    block = "\n      ".join([MARK[0], *lines, MARK[1]])
    return text.replace("</head>", f"  {block}\n  </head>", 1)
