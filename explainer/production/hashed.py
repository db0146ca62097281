"""Names that change with the content, so that a browser may keep a file for ever and never shows an old one.

What pages fetch by themselves (styles, scripts, pictures) moves from `assets/generated/` to `assets/hashed/`, each file
under a name with a hash of its bytes, and every page is told the new name. What others may link to (numbers, models,
notebooks, embeds, evidence, listings) keeps its address.

The runtime loads some scripts by itself (a figure's, plotly.js, the search index). It finds their names in
`explainer.files`, which is written into its own script: nothing to fetch, so it works from a folder. A window that was
open while the site was published anew asks `assets/generated/files.js`, which always tells the names of now.
"""

from __future__ import annotations

import hashlib
import json
import re
import shutil
from pathlib import Path

PLAIN = "assets/generated"
FOLDER = "assets/hashed"
MANIFEST = f"{PLAIN}/files.js"
RUNTIME = "explainer.js"
# the line of the runtime that is filled in here; as it stands, each script keeps the name that it was generated under
UNNAMED = "explainer.files = {};\n"
SUFFIXES = {".css", ".js", ".svg", ".png"}
LENGTH = 10

_HASHED = re.compile(rf"^(.+)\.[0-9a-f]{{{LENGTH}}}(\.\w+)$")
_TAG = re.compile(r"<(?:a|img|link|meta|script|source)\b[^>]*>")
_ADDRESS = re.compile(rf'(?<=["\s,])([^"\s,]*){PLAIN}/([^"\s,?#]+)')


def hashed(name: str, content: bytes) -> str:
    """`figures/map.js` -> `figures/map.3f2a….js`."""
    stem, dot, suffix = name.rpartition(".")
    return f"{stem}.{hashlib.sha256(content).hexdigest()[:LENGTH]}{dot}{suffix}"


def names(site: Path) -> dict[str, str]:
    """Generated name -> name in `assets/hashed/`, as the site holds them; both relative to their folders."""
    found = {}
    for file in sorted((site / FOLDER).rglob("*")):
        name = file.relative_to(site / FOLDER).as_posix()
        match = _HASHED.match(name)
        if file.is_file() and match:
            found[match[1] + match[2]] = name
    return found


def stamp(site: Path) -> dict[str, str]:
    """Moves and renames what pages fetch, and tells the pages; done twice, it changes nothing more. Returns `names`."""
    _move(site)
    known = names(site)
    if not known:
        return {}
    for file in sorted(site.rglob("*.html")):
        old = file.read_text(encoding="utf-8")
        new = pointed(old, known)
        if new != old:
            file.write_text(new, encoding="utf-8", newline="\n")
    return known


def pointed(text: str, known: dict[str, str]) -> str:
    """A page's HTML with the addresses of `known` files, in tags alone, in the form in which they were written."""

    def address(match: re.Match) -> str:
        name = known.get(match[2])
        return f"{match[1]}{FOLDER}/{name}" if name else match[0]

    return _TAG.sub(lambda tag: _ADDRESS.sub(address, tag[0]), text)


def stamped(site: Path) -> bool:
    """Whether what pages fetch has its new names already."""
    return bool(names(site)) and not _plain(site)


def _plain(site: Path) -> list[Path]:
    """What pages fetch, under the names that it was generated under."""
    files = sorted((site / PLAIN).rglob("*"))
    return [file for file in files if file.suffix in SUFFIXES and file != site / MANIFEST]


def _move(site: Path) -> None:
    source, target = site / PLAIN, site / FOLDER
    manifest = site / MANIFEST
    files = _plain(site)
    if not files:
        return
    shutil.rmtree(target, ignore_errors=True)  # of an earlier build into the same folder
    runtime, moved = source / RUNTIME, {}
    for file in [each for each in files if each != runtime]:
        moved[file.relative_to(source).as_posix()] = _place(file, file.read_bytes(), source, target)
    if runtime.exists():
        scripts = {name: new for name, new in moved.items() if name.endswith(".js")}
        line = f"explainer.files = {json.dumps(scripts, separators=(',', ':'))};\n"
        _place(runtime, runtime.read_text(encoding="utf-8").replace(UNNAMED, line, 1).encode(), source, target)
        manifest.write_text(line, encoding="utf-8", newline="\n")
    for folder in sorted((each for each in source.rglob("*") if each.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()


def _place(file: Path, content: bytes, source: Path, target: Path) -> str:
    name = hashed(file.relative_to(source).as_posix(), content)
    (target / name).parent.mkdir(parents=True, exist_ok=True)
    (target / name).write_bytes(content)
    file.unlink()
    return name
