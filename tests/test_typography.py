"""Readers get the marks that books print; code, scripts and addresses keep those that were typed."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.paths import SITE
from explainer.typography import curled, curly, page


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("China's, the firms' and don't", "China’s, the firms’ and don’t"),
        ('"mandatory by 2020" and ("run by Alibaba")', "“mandatory by 2020” and (“run by Alibaba”)"),
        ("\"a 'good' name\"", "“a ‘good’ name”"),
        ('five words—"and a quotation"', "five words—“and a quotation”"),
        ("in the 1990s' sense", "in the 1990s’ sense"),
    ],
)
def test_marks_as_printed(typed, printed):
    assert curly(typed) == printed


@given(st.text(alphabet="ab '\"(“—’\n中"))
def test_nothing_but_marks_changes_and_none_is_left(typed):
    printed = curly(typed)
    assert not set(printed) & set("'\"")
    assert re.sub("[‘’]", "'", re.sub("[“”]", '"', printed)) == re.sub("[‘’]", "'", re.sub("[“”]", '"', typed))
    assert curly(printed) == printed


def test_texts_in_lists_and_dicts_are_turned_and_keys_are_not():
    assert curled({"it's": ["a's", 1, None, ("b's", True)]}) == {"it's": ["a’s", 1, None, ("b’s", True)]}


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ('<p>the "<em>Sesame</em>\'s" <b>"x"</b></p>', "<p>the “<em>Sesame</em>’s” <b>“x”</b></p>"),
        ('<li>a</li><li>"b"</li>', "<li>a</li><li>“b”</li>"),
        ("<p><code>a['b']</code>'s</p>", "<p><code>a['b']</code>’s</p>"),
        ("<pre><span>'x'</span></pre><script>\"y's\"</script>", "<pre><span>'x'</span></pre><script>\"y's\"</script>"),
        ('<img alt="a\'s &quot;b&quot; &amp; c" src="a\'b.png">', '<img alt="a’s “b” &amp; c" src="a\'b.png">'),
        ("<meta content=\"script-src 'self'\"><!-- it's -->", "<meta content=\"script-src 'self'\"><!-- it's -->"),
        ("<p>&quot;b&quot; &lt;i&gt; &#39;c&#39;</p>", "<p>“b” &lt;i&gt; ‘c’</p>"),
    ],
)
def test_of_a_page_only_what_is_read(typed, printed):
    assert page(typed) == printed
    assert page(printed) == printed


def test_no_page_of_the_site_shows_a_typewriter_mark():
    for file in SITE.rglob("*.html"):
        text = re.sub(r"(?s)<!--.*?-->|<(script|style|pre|code|svg|textarea)\b.*?</\1>|<[^>]*>", " ", file.read_text(encoding="utf-8"))
        assert not re.search("['\"]|&quot;|&#39;", text), file
