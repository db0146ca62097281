"""Taking a page's source apart never fails, whatever is in it, and finds each construct on its line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from explainer.syntax import scan

PIECES = st.sampled_from(
    [
        "/// page | a",
        "///",
        "    title: x",
        "[",
        "]",
        "{claim=a}",
        "{value=a.b.c | bare}",
        "[@a, p. 1; @b]",
        "```",
        "`",
        "## H {#h}",
        "text",
        "",
        "{",
        "}",
        "|",
        ": :",
    ]
)


@given(st.lists(PIECES, max_size=30).map("\n".join))
def test_any_source_is_taken_apart(text):
    source = scan.take_apart("a", text)
    lines = text.count("\n") + 1
    for part in [*source.blocks, *source.marks, *source.cites]:
        assert 1 <= part.line <= lines


@given(st.text(max_size=200))
def test_blanking_code_keeps_every_line_and_column(text):
    assert [len(line) for line in scan.without_code(text).split("\n")] == [len(line) for line in text.split("\n")]


@given(
    st.lists(
        st.tuples(st.from_regex(r"[a-z]{1,8}", fullmatch=True), st.sampled_from(["", "p. 12", "Article 3"])),
        min_size=1,
        max_size=4,
    )
)
def test_citations_read_back(parts):
    text = "; ".join(f"@{key}, {locator}" if locator else f"@{key}" for key, locator in parts)
    assert scan.citations(text) == parts


def test_lines_and_nesting():
    source = scan.take_apart("a", "x\n[a [b](c) {value=t.r.c}]{claim=k}\n\n[@k, p. 2]\n")
    assert [(mark.kind, mark.argument, mark.line) for mark in source.marks] == [
        ("value", "t.r.c", 2),
        ("claim", "k", 2),
    ]
    assert source.marks[1].text == "a [b](c) {value=t.r.c}"
    assert [(cite.key, cite.locator, cite.line) for cite in source.cites] == [("k", "p. 2", 4)]


def test_code_is_not_syntax():
    source = scan.take_apart("a", "```\n{claim=x}\n/// page | a\n```\n`{value=a.b.c}`\n")
    assert not source.marks and not source.blocks
