"""The picture that a link to a page shows elsewhere: 1200 × 630, drawn when the site is built, in the look of the site.

It says what the page says: its part, its title and its short answer. Drawn by the Chromium that draws the figures, one
after another in one page, and cached under a hash of everything it depends on but the fonts and the Chromium.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from explainer import kept, typography
from explainer.charts.palette import TOKENS
from explainer.errors import Problem, Problems
from explainer.evidence import dates
from explainer.labels import PAGE
from explainer.paths import CACHE, DOCS
from explainer.production.chromium import browser
from explainer.production.metadata import CARD, plain
from explainer.syntax.markup import mark_hanzi, text

WIDTH, HEIGHT = CARD
FOLDER = CACHE / "cards"


@dataclass(frozen=True)
class Card:
    """What is on it. `path` is the page's, without a suffix; `part` may be empty."""

    path: str
    title: str
    part: str
    short: str
    reviewed: str
    site: str

    @property
    def alt(self) -> str:
        """The same in words."""
        return PAGE["card_alt"].format(title=plain(self.title), short=plain(self.short))


def html(card: Card) -> str:
    """The whole document that is drawn."""
    colours = "".join(f"--{name}:{light};" for name, (light, _) in TOKENS.items())
    faces = _faces()
    head = f'<p class="part">{text(card.part)}</p>' if card.part else ""
    reviewed = text(PAGE["reviewed"].format(date=dates.worded(card.reviewed)))
    first, second, third = _words(card.site)
    return typography.page(
        f'<!doctype html><html lang="en"><meta charset="utf-8"><style>:root{{{colours}{faces}}}{_STYLE}</style>'
        f'<body><header><p class="mark">{first}{second}{third}</p><p class="about">{text(PAGE["card_about"])}</p></header>'
        f'<main>{head}<h1>{mark_hanzi(plain(card.title))}</h1><p class="short">{mark_hanzi(plain(card.short))}</p></main>'
        f'<footer><p>{reviewed}</p><p>{text(PAGE["card_promise"])}</p></footer></body></html>'
    )


def _faces() -> str:
    """The families of base.css, so that a card is set as its page is."""
    lines = (DOCS / "assets" / "css" / "base.css").read_text(encoding="utf-8").splitlines()
    return "".join(
        line.strip() for line in lines if line.strip().startswith(("--document:", "--record:", "--hanzi:"))
    )


def _words(site: str) -> list[str]:
    """The name of the site as the masthead sets it: three words in three registers, or one in the first."""
    words = [word.strip() for word in site.split(",")]
    registers = ("plan", "practice", "myth")
    shown = [
        f'<span class="{register}">{text(word)}</span>' + ("<i>,</i>" if number + 1 < len(words) else "")
        for number, (register, word) in enumerate(zip(registers, words, strict=False))
    ]
    return [*shown, "", ""][:3]


def _file(card: Card, cache: Path) -> Path:
    key = hashlib.sha256((html(card) + _FIT).encode()).hexdigest()[:32]
    return cache / f"{key}.png"


def cached(cards: Iterable[Card], cache: Path = FOLDER) -> dict[str, bytes]:
    """path -> PNG, of the cards that have been drawn before."""
    return {card.path: file.read_bytes() for card in cards if (file := _file(card, cache)).exists()}


def draw(cards: Iterable[Card], cache: Path = FOLDER) -> dict[str, bytes]:
    """path -> PNG, of every card; what is not cached is drawn. Raises Problems where a text does not fit."""
    cards = list(cards)
    todo = [(card, file) for card in cards if not (file := _file(card, cache)).exists()]
    if todo:
        with browser() as chromium:
            page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
            page.route("**/*", lambda route: route.abort())
            for card, file in todo:
                page.set_content(html(card))
                if not page.evaluate(_FIT):
                    why = "title and short answer do not fit on the page's card"
                    raise Problems([Problem(f"docs/{card.path}.md", 1, "page", why, "Shorten them")])
                kept.put(file, page.screenshot(type="png", animations="disabled"))
            page.close()
    return cached(cards, cache)


_STYLE = """
*{box-sizing:border-box;margin:0}
body{width:1200px;height:630px;display:flex;flex-direction:column;background:var(--paper);color:var(--ink);font-family:var(--document);overflow:hidden;text-rendering:optimizeLegibility}
body::before{content:"";flex:none;height:18px;background:linear-gradient(var(--plan) 0 12px,var(--paper) 12px 15px,var(--plan) 15px)}
header{display:flex;justify-content:space-between;align-items:baseline;padding:30px 72px 0}
.mark{font:600 34px/1.25 var(--document)}
.mark i{font-style:normal;margin-right:.3em}
.mark span{padding-bottom:9px}
.plan{background:linear-gradient(var(--plan) 0 5px,transparent 5px 7px,var(--plan) 7px 9px) bottom/100% 9px no-repeat}
.practice{font:600 31px/1.25 var(--record);background:linear-gradient(var(--practice) 0 2px,transparent 2px 7px,var(--practice) 7px 9px) bottom/100% 9px no-repeat}
.myth{font-style:italic;font-weight:400;background:radial-gradient(circle at 4px 4px,var(--myth) 2.6px,transparent 3px) left bottom/11px 9px round no-repeat}
.about{font:400 23px/1.3 var(--record);color:var(--quiet)}
main{flex:1;min-height:0;display:flex;flex-direction:column;justify-content:center;padding:0 72px}
.part{font:600 26px/1.3 var(--record);color:var(--plan);margin-bottom:12px}
h1{font-weight:600;font-size:72px;line-height:1.06;letter-spacing:-.014em;text-wrap:balance}
.short{margin-top:26px;font-size:33px;line-height:1.36;text-wrap:pretty;max-width:1040px}
footer{display:flex;justify-content:space-between;margin:0 72px;padding:16px 0 26px;border-top:2px solid var(--rule);font:400 23px/1.3 var(--record);color:var(--quiet)}
:lang(zh){font-family:var(--hanzi);font-size:.95em}
"""

# sizes go down together until all fits; what does not fit at the least is refused
_FIT = """() => {
  const main = document.querySelector("main"), title = document.querySelector("h1"), short = document.querySelector(".short");
  for (let step = 0; step <= 14; step++) {
    title.style.fontSize = `${72 - 2 * step}px`;
    short.style.fontSize = `${33 - 0.5 * step}px`;
    const tall = short.getBoundingClientRect().bottom - main.firstElementChild.getBoundingClientRect().top;
    if (tall <= main.clientHeight - 36 && title.scrollWidth <= title.clientWidth) return true;
  }
  return false;
}"""
