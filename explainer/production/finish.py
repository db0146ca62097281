"""What is done to a built site as a whole, whichever generator built it: names, metadata, policy, checks, compression."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Collection
from pathlib import Path
from urllib.parse import urlsplit

from explainer import typography
from explainer.errors import Problem
from explainer.production import budget, built, compress, hashed, hosts, links, metadata, pictures, policy, sections

PAGES = "assets/generated/pages.json"
SEARCH = "assets/generated/search.js"
THEME = ("assets/javascripts", "assets/stylesheets")


def finish(
    site: Path, site_url: str = "", pages: Path | None = None, known: Collection[str] | None = None, **about: str
) -> list[Problem]:
    """Finishes the site in the folder `site`, in place; done twice, it changes nothing more. Returns what is wrong.

    `site_url` is where it will be published (empty: canonical addresses are left out). `pages` is the file that says
    what each page is about (default: the one that `generate` has put into the site). `known`: see `links.check`.
    `about` is the rest of `metadata.Site` (name, author, language).
    """
    if site_url and not site_url.endswith("/"):
        site_url += "/"
    whole = metadata.Site(url=site_url, **about)
    source = pages or site / PAGES
    entries = {page["url"]: page for page in json.loads(source.read_text(encoding="utf-8"))} if source.exists() else {}

    compress.drop(site)
    _drop_unused(site)
    problems = []
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    texts = {}
    for path, file in files.items():
        old = file.read_text(encoding="utf-8")
        new = _mended(old)
        if path in entries:
            new = metadata.described(new, entries[path], whole)
        new = texts[path] = typography.page(new)
        _write(file, old, new)
    for url in sorted(entries.keys() - files.keys()):
        problems.append(
            Problem(
                f"docs/{entries[url]['path']}.md",
                0,
                "page",
                f"{site.name}/{url} was not built",
                "Look for it in the generator's own output, and in `nav` of mkdocs.yml",
            )
        )

    if entries and not hashed.stamped(site):
        (site / SEARCH).parent.mkdir(parents=True, exist_ok=True)
        articles = ((url, typography.curly(entry["title"]), texts[url]) for url, entry in entries.items() if url in texts)
        (site / SEARCH).write_text(sections.script(articles), encoding="utf-8", newline="\n")
    hashed.stamp(site)
    finished = built.read(site)
    rule = policy.policy(finished)
    for page in finished:
        problems += policy.faults(page) + pictures.faults(site, page)
        _write(site / page.path, page.text, policy.guarded(page.text, rule))
    problems += _cards(site, entries)
    problems += links.check(site, finished, site_url, known)

    _sitemap(site, site_url, entries)
    problems += hosts.write(site, rule)
    compress.compress(site, apart={PAGES})
    problems += budget.check(site, finished, urlsplit(site_url).path or "/")
    return sorted(set(problems))


def _write(file: Path, old: str, new: str) -> None:
    if new != old:
        file.write_text(new, encoding="utf-8", newline="\n")


def _mended(text: str) -> str:
    """What the stock theme gets wrong, and what differs from build to build."""
    # a tick box has nothing to complete: `autocomplete` is not allowed on it
    text = re.sub(
        r'<input\b[^>]*\btype="(?:checkbox|radio)"[^>]*>',
        lambda match: re.sub(r'\s+autocomplete="[^"]*"', "", match[0]),
        text,
    )
    return built.without(text, r"<!--[^>]*Build Date[^>]*-->")


def _sitemap(site: Path, site_url: str, entries: dict) -> None:
    """Every page once, in order, the same under each generator. Dates are those of the last review: a build is no change."""
    if not site_url:
        return
    file = site / "sitemap.xml"
    named = re.findall(r"<loc>(.*?)</loc>", file.read_text(encoding="utf-8")) if file.exists() else []
    pages = {html.unescape(address).removeprefix(site_url) for address in named} | entries.keys()
    pages = {f"{page}index.html" if page == "" or page.endswith("/") else page for page in pages}
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(pages, key=lambda page: (page != "index.html", page)):
        date = f"<lastmod>{entries[page]['reviewed']}</lastmod>" if page in entries else ""
        lines.append(f"  <url><loc>{html.escape(site_url + page)}</loc>{date}</url>")
    file.write_text("\n".join([*lines, "</urlset>", ""]), encoding="utf-8", newline="\n")
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site_url}sitemap.xml\n"
    (site / "robots.txt").write_text(robots, encoding="utf-8", newline="\n")


def _cards(site: Path, entries: dict) -> list[Problem]:
    """Pages without the picture that a link to them shows."""
    problems = []
    names = hashed.names(site)
    for page in entries.values():
        if "card" in page and page["card"].removeprefix(f"{hashed.PLAIN}/") not in names:
            why, mend = "the page has no card", "Draw it: python -m explainer generate --pictures, then build again"
            problems.append(Problem(f"docs/{page['path']}.md", 1, "page", why, mend))
    return problems


def _drop_unused(site: Path) -> None:
    """Removes what the theme ships and no page names: its scripts, its search and its style sheets."""
    pages = "".join(file.read_text(encoding="utf-8") for file in site.rglob("*.html"))
    for folder in THEME:
        for path in [*sorted((site / folder).rglob("*"), reverse=True), site / folder]:
            if path.is_file() and path.name not in pages:
                path.unlink()
            elif path.is_dir() and not any(path.iterdir()):
                path.rmdir()
