"""What a host is told to send with each file: how long to keep it, and what a page may do.

One list of rules, written as `_headers` (Cloudflare Pages, Netlify and others read it) and as the configuration of nginx.
A host that reads neither still serves pages that carry their own policy; only `frame-ancestors` and the cache need a host.
"""

from __future__ import annotations

import re
from pathlib import Path

from explainer.errors import Problem
from explainer.production.hashed import FOLDER

FILE = "_headers"
LONGEST = 2000
"""characters in a line of `_headers`, the least that a host we know of allows"""

EVERYWHERE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
}
KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
ASK = {"Cache-Control": "no-cache"}  # kept, but asked about each time: an unchanged page answers 304
OPEN = {"Access-Control-Allow-Origin": "*"}  # for notebooks and pages elsewhere that read the data

_POLICY = re.compile(r'<meta http-equiv="Content-Security-Policy" content="([^"]*)"')

Rules = list[tuple[str, dict[str, str]]]


def policy_of(site: Path) -> str:
    """The policy that the finished site's pages carry."""
    found = _POLICY.search((site / "index.html").read_text(encoding="utf-8"))
    return found[1] if found else ""


def rules(site: Path, policy: str) -> Rules:
    """[(path, headers)], the path relative to the site's top. A path that ends in `*` means all that begin so.

    No two rules set the same header for one file: hosts differ in what they make of that.
    """
    framed = {"Content-Security-Policy": f"{policy}; frame-ancestors 'self'"}
    # without frame-ancestors anyone may frame it, a file on a teacher's disk too, which `*` would not allow
    alone = {"Content-Security-Policy": policy}
    pages = [file.relative_to(site) for file in site.rglob("*.html")]
    folders = sorted({page.parts[0] for page in pages if len(page.parts) > 1} - {"embed", "assets"})
    found: Rules = [("*", dict(EVERYWHERE))]
    found += [(path, ASK | framed) for path in ["", *sorted(page.name for page in pages if len(page.parts) == 1)]]
    found += [(f"{folder}/*", ASK | framed) for folder in folders]
    if (site / "embed").is_dir():
        found.append(("embed/*", ASK | alone))
    found += [(f"{folder}/*", ASK | OPEN) for folder in ("evidence", "models", "notebooks") if (site / folder).is_dir()]
    found += [(name, ASK | OPEN) for name in ("claims.json", "explorables.json") if (site / name).exists()]
    if (site / FOLDER).is_dir():
        found.append((f"{FOLDER}/*", dict(KEEP)))
    return found


def write(site: Path, policy: str) -> list[Problem]:
    """Writes `_headers`; returns what is wrong with it."""
    lines = ["# Written by `make site`. See SERVING.md.", ""]
    for path, headers in rules(site, policy):
        lines += [f"/{path}", *(f"  {name}: {value}" for name, value in headers.items()), ""]
    (site / FILE).write_text("\n".join(lines), encoding="utf-8", newline="\n")
    long = [number for number, line in enumerate(lines, 1) if len(line) > LONGEST]
    return [
        Problem(f"{site.name}/{FILE}", number, "length", f"a host reads {LONGEST} characters a line", "Shorten the policy")
        for number in long
    ]


def nginx(site: Path, policy: str, base: str = "/", address: str = "80", brotli: bool = False) -> str:
    """The `server` block of nginx for a finished site: the same rules, and the compressed files as they lie there.

    `base` is the path that the site is published under, with both slashes; `address` what `listen` takes; `brotli`
    whether nginx has the module that sends .br (Debian: libnginx-mod-http-brotli-static).
    """
    everywhere, blocks = {}, []
    for path, headers in rules(site, policy):
        if path == "*":
            everywhere = headers
        elif path.endswith("/*"):
            # nginx drops what it inherits where a location adds a header of its own: each names all
            blocks.append(_location(site, base, path[:-1], everywhere | headers))
    pages = next(headers for path, headers in rules(site, policy) if path == "")
    lines = [
        f"listen {address};",
        "server_tokens off;",
        "absolute_redirect off;",
        "charset utf-8;",
        "charset_types text/css text/plain text/xml text/csv text/x-python application/javascript application/json;",
        "gzip_static on;",
        *(["brotli_static on;"] if brotli else []),
        f"error_page 404 {base}404.html;",
        *([f"location = {base.rstrip('/')} {{ return 301 {base}; }}"] if base != "/" else []),
        *blocks,
        _location(site, base, "", everywhere | pages),
    ]
    types = "types { " + " ".join(f"{kind} {' '.join(ends)};" for kind, ends in _TYPES.items()) + " }"
    return "\n".join(["server {", *("  " + line for line in [types, "default_type application/octet-stream;", *lines]), "}", ""])


_TYPES = {
    "text/html": ["html"],
    "text/css": ["css"],
    "text/plain": ["txt", "md", "bib", "yaml"],
    "text/csv": ["csv"],
    "text/xml": ["xml"],
    "text/x-python": ["py"],
    "application/javascript": ["js"],
    "application/json": ["json", "ipynb"],
    "image/svg+xml": ["svg"],
    "image/png": ["png"],
    "application/zip": ["zip"],
}


def _location(site: Path, base: str, path: str, headers: dict[str, str]) -> str:
    added = " ".join(f'add_header {name} "{value}" always;' for name, value in headers.items())
    return f"location ^~ {base}{path} {{ alias {site.resolve()}/{path}; index index.html; {added} }}"
