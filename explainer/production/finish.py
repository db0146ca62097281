"""What is done to a built site as a whole, whichever generator built it: metadata, policy, the same bytes, checks."""

from __future__ import annotations

import gzip
import json
import re
from collections.abc import Collection
from pathlib import Path

from explainer.errors import Problem
from explainer.production import built, links, metadata, policy

PAGES = "assets/generated/pages.json"
COMPRESSED = {".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".bib", ".md", ".py", ".txt", ".ipynb", ".yaml"}
LEAST = 512
"""bytes; below it compression gains nothing"""


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

    _drop_compressed(site)
    problems = []
    files = {file.relative_to(site).as_posix(): file for file in sorted(site.rglob("*.html"))}
    for path, file in files.items():
        old = file.read_text(encoding="utf-8")
        new = _mended(old)
        if path in entries:
            new = metadata.described(new, entries[path], whole)
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

    finished = built.read(site)
    rule = policy.policy(finished)
    for page in finished:
        problems += policy.faults(page)
        _write(site / page.path, page.text, policy.guarded(page.text, rule))
    problems += links.check(site, finished, site_url, known)

    _sitemap(site, site_url, entries)
    _compress(site)
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
    return re.sub(r"\s*<!--[^>]*Build Date[^>]*-->", "", text)


def _sitemap(site: Path, site_url: str, entries: dict) -> None:
    """The dates in the sitemap are those of the last review: a build is not a change."""
    file = site / "sitemap.xml"
    if not file.exists():
        return
    text = file.read_text(encoding="utf-8")

    def dated(match: re.Match) -> str:
        block = re.sub(r"\s*<lastmod>.*?</lastmod>", "", match[0])
        entry = entries.get(match[1].removeprefix(site_url))
        if entry is None:
            return block
        return block.replace("</loc>", f"</loc>\n         <lastmod>{entry['reviewed']}</lastmod>", 1)

    _write(file, text, re.sub(r"<url>\s*<loc>(.*?)</loc>.*?</url>", dated, text, flags=re.DOTALL))


def _drop_compressed(site: Path) -> None:
    for file in site.rglob("*.gz"):
        file.unlink()


def _compress(site: Path) -> None:
    """A .gz beside each text file, for servers that send those; without a time inside, so that bytes stay the same."""
    for file in sorted(site.rglob("*")):
        if file.suffix in COMPRESSED and file.is_file():
            data = file.read_bytes()
            if len(data) >= LEAST:
                file.with_name(file.name + ".gz").write_bytes(gzip.compress(data, 9, mtime=0))
