"""Building HTML as text: escaping in one place."""

from __future__ import annotations

from html import escape

from explainer.typography import HANZI


def attributes(**given: object) -> str:
    """` name="value"` of each attribute; False and None are left out, True stands alone; `class_` is class, `data_x` data-x."""
    out = []
    for name, value in given.items():
        if value is False or value is None:
            continue
        name = name.rstrip("_").replace("_", "-")
        out.append(f" {name}" if value is True else f' {name}="{escape(str(value), quote=True)}"')
    return "".join(out)


def tag(name: str, content: str = "", /, **given: object) -> str:
    """An element around content that is already HTML."""
    return f"<{name}{attributes(**given)}>{content}</{name}>"


def text(content: object) -> str:
    """Plain text as HTML."""
    return escape(str(content), quote=False)


def hanzi(content: str) -> str:
    """Chinese text, marked as such for screen readers and fonts."""
    return tag("span", text(content), lang="zh-Hans")


def mark_hanzi(content: str) -> str:
    """Plain text as HTML, with every run of Chinese marked as such."""
    import re

    parts = re.split(f"([\u3000-\u303f{HANZI}\uff00-\uffef]+)", content)
    return "".join(hanzi(part) if index % 2 else text(part) for index, part in enumerate(parts))


def table(columns: list[str], rows: list[list[str]], links: list[str] | None = None, **given: object) -> str:
    """A table whose first column names the row, and leads to the row's address in `links` if it has one."""
    head = "".join(tag("th", text(name), scope="col") for name in columns)
    body = ""
    for row, address in zip(rows, links or [""] * len(rows), strict=True):
        name = mark_hanzi(row[0])
        first = tag("th", tag("a", name, href=address) if address else name, scope="row")
        body += tag("tr", first + "".join(tag("td", mark_hanzi(cell)) for cell in row[1:]))
    return tag("table", tag("thead", tag("tr", head)) + tag("tbody", body), **given)
