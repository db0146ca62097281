"""The Content-Security-Policy that every page carries: only our own files, and inline scripts only by their hash.

One policy for the whole site, so that a host can send it as a header: each page names the inline scripts of all pages
(there are few). Inline styles are allowed, and that is said openly: plotly.js and the theme set them.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

from explainer.errors import Problem
from explainer.production.built import Page, without

_META = r'<meta http-equiv="Content-Security-Policy"[^>]*>'
_CHARSET = re.compile(r'<meta charset="?utf-8"?\s*/?>', re.IGNORECASE)


def digest(script: str) -> str:
    """The source expression for one inline script, e.g. 'sha256-…'."""
    return "'sha256-" + base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() + "'"


def policy(pages: Iterable[Page]) -> str:
    """The site's policy, in one line."""
    hashes = sorted({digest(script) for page in pages for script in page.scripts})
    rules = {
        "default-src": ["'none'"],
        "script-src": ["'self'", *hashes],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],  # blob: a picture on its way to a reader's download
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],  # no page fetches anything; Lighthouse asks for robots.txt from within the page
        "worker-src": ["'self'"],
        "frame-src": ["'self'"],
        "form-action": ["'self'"],
        "base-uri": ["'self'"],
    }
    return "; ".join(" ".join([name, *sources]) for name, sources in rules.items())


def guarded(text: str, rule: str) -> str:
    """The page with the policy right after its character set: before anything that it governs."""
    text = without(text, _META)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{rule}">'
    return _CHARSET.sub(lambda match: f"{match[0]}\n      {meta}", text, count=1)


def faults(page: Page) -> list[Problem]:
    """What the policy would silently stop in a page."""
    problems = []
    for line, name in page.handlers:
        problems.append(
            Problem(
                f"site/{page.path}",
                line,
                name,
                "the site's policy stops event attributes",
                "Listen from a script file in docs/assets/js",
            )
        )
    if not _CHARSET.search(page.text):
        problems.append(
            Problem(
                f"site/{page.path}",
                1,
                "charset",
                "the page does not say its character set",
                'Begin its head with <meta charset="utf-8">; the policy goes after it',
            )
        )
    return problems
