"""One figure alone, for another site's iframe: the same HTML, styles and script as in its page, with nothing around it."""

from __future__ import annotations

import re
from typing import Any

from explainer.explorables.contract import Explorable
from explainer.labels import PAGE
from explainer.settings import settings
from explainer.syntax import figures
from explainer.syntax.markup import tag, text
from explainer.syntax.reference import place


def embed(declared: Any, evidence: Any) -> str:
    """The whole HTML document at `embed/NAME.html`."""
    drawn = figures.explorable if isinstance(declared, Explorable) else figures.chart
    body = drawn(declared, evidence, "../")
    body = re.sub(r'href="#source-([^"]+)"', lambda match: f'href="../{place(evidence.sources[match[1]])}"', body)
    title = declared.title if isinstance(declared, Explorable) else declared.title.format(**declared.facts(evidence))
    site = settings()["site_name"]
    back = tag(
        "p",
        f'<a href="../index.html">{text(PAGE["embed_of"].format(site=site))}</a> · {text(PAGE["licence"])}',
        class_="embed-of",
    )
    return (
        '<!doctype html>\n<html lang="en" class="no-js">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f"<title>{text(title)}</title>\n"
        '<link rel="icon" href="../assets/images/favicon.png">\n<link rel="stylesheet" href="../assets/generated/explainer.css">\n<script src="../assets/generated/explainer.js" defer></script>\n'
        f'</head>\n<body class="embed" data-md-color-scheme="default">\n<main>\n{body}\n{back}\n</main>\n</body>\n</html>\n'
    )
