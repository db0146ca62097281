"""The card of a page: the same bytes each time, nothing drawn twice, and a text too long is refused by name."""

from __future__ import annotations

from dataclasses import replace

import pytest

from explainer.errors import Problems
from explainer.production import cards

CARD = cards.Card(
    path="system/lists",
    title="Black lists & red lists",
    part="What it is",
    short="A list is *not* a score. [Courts](x.md) keep one of people who did not pay: 失信被执行人.",
    reviewed="2026-11-22",
    site="Plan, Practice, Myth",
)


@pytest.fixture(scope="module")
def drawn(tmp_path_factory):
    folder = tmp_path_factory.mktemp("cards")
    return folder, cards.draw([CARD], folder)


def test_it_says_what_the_page_says():
    text = cards.html(CARD)
    for wanted in ("Black lists &amp; red lists", "What it is", "A list is not a score. Courts keep", 'lang="zh-Hans"'):
        assert wanted in text
    assert "22 November 2026" in text and "http" not in text


def test_the_same_bytes_in_another_folder(drawn, tmp_path):
    assert cards.draw([CARD], tmp_path) == drawn[1]
    assert drawn[1]["system/lists"][:4] == b"\x89PNG"


def test_what_is_cached_needs_no_browser(drawn, monkeypatch):
    monkeypatch.setattr(cards, "browser", lambda: pytest.fail("a browser was started"))
    assert cards.draw([CARD], drawn[0]) == drawn[1] == cards.cached([CARD], drawn[0])
    assert cards.cached([replace(CARD, title="Another")], drawn[0]) == {}


def test_sixty_words_fit_and_a_text_that_does_not_is_refused(tmp_path):
    long = replace(CARD, title="A title as long as the longest that a page of this site has had", short="measures " * 60)
    assert cards.draw([long], tmp_path)
    with pytest.raises(Problems, match=r"docs/system/lists\.md:1: page: title and short answer do not fit"):
        cards.draw([replace(CARD, short="opportunities " * 120)], tmp_path)
