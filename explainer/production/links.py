"""Every link of the built site, followed: no page, file or anchor is missing, and nothing comes from another host."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Collection, Iterable
from pathlib import Path
from urllib.parse import unquote, urlsplit

from explainer.errors import Problem
from explainer.production.built import Link, Page

# where a reader may be sent beside the sources: the licence, and the theme's own vocabulary links
KNOWN = ("https://creativecommons.org/licenses/by/4.0/", "http://purl.org/dc/terms/")
# schemes that lead nowhere on the network by themselves
HARMLESS = {"mailto", "tel", "data", "blob"}


def check(site: Path, pages: Iterable[Page], site_url: str = "", known: Collection[str] | None = None) -> list[Problem]:
    """What is wrong with the links of `pages`.

    `site_url` is the address that the site is published at: links to it are followed in the folder `site`.
    `known`, if given, holds every external address that a reader may be sent to (those of `sources.bib`, the licence,
    the repository); one that ends in `*` allows all that begin so.
    """
    pages = list(pages)
    anchors = {page.path: page.ids for page in pages}
    files = {file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file()}
    problems = []
    for page in pages:
        for link in page.links:
            found = _fault(page, link, anchors, files, site_url, known)
            if found:
                field = f'{link.tag} {link.attribute} "{link.address}"'
                problems.append(Problem(f"{site.name}/{page.path}", link.line, field, *found))
    return problems + _styles(site)


def _fault(page, link: Link, anchors, files, site_url: str, known) -> tuple[str, str] | None:
    """(what is wrong, how to mend it) or None."""
    address = link.address
    if address == "":
        return "the address is empty", "Name a page, or leave the link out"
    try:
        parts = urlsplit(address)
    except ValueError as error:
        return f"not an address ({error})", "Mend it"
    if site_url and address.startswith(site_url):
        parts = urlsplit("/" + address[len(site_url) :])
        base = "/"
    else:
        base = urlsplit(site_url).path or "/"
        if parts.scheme in HARMLESS:
            return None
        if parts.scheme or parts.netloc:
            return _external(link, parts, known)
    if parts.path.startswith("/"):
        if not parts.path.startswith(base):
            return "leads outside of the site", f"Begin it with {base}, or write it relative to the page"
        target = parts.path[len(base) :]
    elif parts.path:
        target = posixpath.join(posixpath.dirname(page.path), parts.path)
    else:
        target = page.path
    target = posixpath.normpath(unquote(target)) if target else "."
    if target not in files:
        folder = "index.html" if target == "." else f"{target}/index.html"
        if folder not in files:
            return f"there is no {target} in the site", "Mend the link, or add what it names"
        if not (link.rel == "canonical" or page.path == "404.html"):
            return "names a folder, which cannot be opened from a disk", f"Name the page: {folder}"
        target = folder
    fragment = unquote(parts.fragment)
    if fragment and target in anchors and not fragment.startswith(":~:") and fragment not in anchors[target]:
        return f"{target} has no place #{fragment}", "Mend the anchor, or give the heading that id"
    return None


def _external(link: Link, parts, known) -> tuple[str, str] | None:
    address = link.address
    if parts.scheme.lower() == "javascript":
        return "the site's policy stops scripts in addresses", "Use a button and a script file"
    if link.fetched:
        return "would ask another host", "Keep the file in docs/assets and name that"
    if parts.scheme not in {"http", "https"} or not parts.hostname or re.search(r"\s", address):
        return "not a whole web address", "Begin it with https:// and leave no space in it"
    if link.tag == "form":
        return "would send what a reader writes to another host", "Leave the form out"
    if known is not None and link.tag == "a" and not _is_known(address, known):
        return "an outside address that is not in sources.bib", "Cite the source with [@key], or add it"
    return None


def _is_known(address: str, known: Collection[str]) -> bool:
    if address in known or address.split("#")[0] in known:
        return True
    return any(each.endswith("*") and address.startswith(each[:-1]) for each in known)


def _styles(site: Path) -> list[Problem]:
    """Style sheets that fetch from another host."""
    problems = []
    for file in sorted(site.rglob("*.css")):
        text = file.read_text(encoding="utf-8")
        for match in re.finditer(r"""(?:url\(\s*|@import\s+)["']?((?:https?:)?//[^"')\s]+)""", text):
            problems.append(
                Problem(
                    f"{site.name}/{file.relative_to(site).as_posix()}",
                    text.count("\n", 0, match.start()) + 1,
                    match[1],
                    "would ask another host",
                    "Keep the file in docs/assets and name that",
                )
            )
    return problems
