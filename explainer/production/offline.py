"""The finished site as one zip that opens from a folder: for a classroom without a network, or an archive.

The same site gives the same bytes: files in order, one time (that of the commit), no trace of the machine.
"""

from __future__ import annotations

import os
import time
import zipfile
from pathlib import Path

from explainer.labels import OFFLINE

TOP = "plan-practice-myth"
# what only a host or a search engine reads: copies in compressed form, headers, cards, the page for a wrong address
LEFT_OUT = {"_headers", "robots.txt", "sitemap.xml", "404.html", ".nojekyll", "assets/generated/pages.json"}
LEFT_OUT_FOLDERS = ("assets/hashed/cards/",)
EARLIEST = 315532800
"""1980-01-01, before which a zip knows no time"""


def files(site: Path) -> list[str]:
    """What goes into the zip, relative to the site, in order."""
    names = sorted(file.relative_to(site).as_posix() for file in site.rglob("*") if file.is_file())
    return [
        name
        for name in names
        if not name.endswith((".gz", ".br")) and name not in LEFT_OUT and not name.startswith(LEFT_OUT_FOLDERS)
    ]


def offline(site: Path, target: Path) -> int:
    """Writes the zip of a finished site; returns its size in bytes. Raises FileNotFoundError where there is none."""
    if not (site / "index.html").exists() or not (site / "_headers").exists():
        raise FileNotFoundError(f"{site} holds no finished site: make site")
    when = time.gmtime(max(int(os.environ.get("SOURCE_DATE_EPOCH", EARLIEST)), EARLIEST))[:6]
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(target.name + ".part")
    with zipfile.ZipFile(part, "w") as archive:
        for name, content in [("READ ME.txt", OFFLINE.encode()), *((name, site / name) for name in files(site))]:
            entry = zipfile.ZipInfo(f"{TOP}/{name}", when)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = 0o100644 << 16
            data = content if isinstance(content, bytes) else content.read_bytes()
            archive.writestr(entry, data, compresslevel=9)
    part.replace(target)
    return target.stat().st_size
