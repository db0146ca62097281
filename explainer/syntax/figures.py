"""The HTML of an explorable and of a chart: complete as it stands, so that scripts only make it live."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from explainer.charts.contract import Chart
from explainer.explorables import state
from explainer.explorables.contract import Choice, Control, Draw, Explorable, Guess, Range, Switch, Text
from explainer.labels import ONE, PAGE
from explainer.paths import GENERATED, MODELS
from explainer.syntax.markup import attributes, mark_hanzi, table, tag, text

WIDTHS = {"wide": 720, "phone": 340}
THEMES = ("light", "dark")


def explorable(declared: Explorable, evidence: Any, root: str) -> str:
    """The figure of an explorable in its first state. `root` leads from the page to the site's top."""
    outcome = state.start(declared, evidence)
    name = declared.name
    guess = next((control for control in declared.controls if isinstance(control, Guess)), None)
    controls = "".join(
        _control(name, control, outcome.params[control.name]) for control in declared.controls if control is not guess
    )
    buttons = tag("button", text(PAGE["reset"]), type="button", class_="reset", hidden=True)
    return tag(
        "figure",
        tag("figcaption", text(declared.title), class_="figure-title", id=f"{name}-title")
        # the picture and its sentence come before the controls that move them, and stay in sight on a phone
        + tag(
            "div",
            tag(
                "div",
                (_guess(name, guess) if guess else "") + _picture(name, declared.alt, declared.heights, root),
                class_="view",
                style=_heights(declared.heights),
            )
            + tag("div", tag("p", mark_hanzi(outcome.said), class_="say", aria_live="polite"), class_="outcome")
            + tag("p", "", class_="notice", role="status", hidden=True)
            + tag(
                "form",
                tag(
                    "fieldset",
                    tag("legend", text(PAGE["controls"].format(title=declared.title)), class_="sr")
                    + controls
                    + buttons,
                    disabled=True,
                ),
                class_="controls",
            ),
            class_="stage",
        )
        + (tag("p", mark_hanzi(declared.caption), class_="caption") if declared.caption else "")
        + _tries(declared)
        + _numbers(table(list(declared.columns), outcome.rows, class_="numbers"), declared.title)
        + _model(declared)
        + _assumptions(declared)
        + _sources(declared.sources, evidence)
        + _downloads(name, root, live=True),
        class_="explorable",
        id=name,
        aria_labelledby=f"{name}-title",
        data_explorable=name,
    )


def chart(declared: Chart, evidence: Any, root: str) -> str:
    """The figure of a chart from evidence."""
    facts = declared.facts(evidence)
    title = declared.title.format(**facts)
    keys = sorted({key for name in declared.tables for row in evidence.rows(name) for key in row["sources"]})
    return tag(
        "figure",
        tag("figcaption", text(title), class_="figure-title", id=f"{declared.name}-title")
        + _picture(declared.name, declared.alt.format(**facts), declared.heights, root)
        + tag(
            "p",
            tag("b", text(PAGE["counted"] + ":")) + " " + mark_hanzi(declared.counted.format(**facts)),
            class_="counted",
        )
        + tag(
            "p",
            tag("b", text(PAGE["limits"] + ":")) + " " + mark_hanzi(declared.limits.format(**facts)),
            class_="limits",
        )
        + _numbers(table(list(declared.columns), declared.rows(evidence), class_="numbers"), title)
        + _sources(keys, evidence)
        + _downloads(declared.name, root, live=False),
        class_="chart",
        id=declared.name,
        aria_labelledby=f"{declared.name}-title",
        data_chart=declared.name,
    )


def _control(figure: str, control: Control, value: Any) -> str:
    name, field, style = control.name, f"{figure}-{control.name}", None
    helped = f"{field}-help" if getattr(control, "help", "") else None
    label = tag("label", mark_hanzi(control.label), for_=field)
    common = attributes(id=field, name=name, aria_describedby=helped, autocomplete="off")
    if isinstance(control, Range):
        body = (
            label
            + tag("output", text(counted(value, control.unit)), for_=field)
            + f'<input type="range"{common}{attributes(min=f"{control.low:g}", max=f"{control.high:g}", step=f"{control.step:g}", value=f"{value:g}")}>'
        )
        kind, style = "range", f"--signs: {_longest(control)}"
    elif isinstance(control, Choice):
        options = "".join(
            tag("option", text(shown), value=option, selected=option == value)
            for option, shown in control.options.items()
        )
        body, kind = label + f"<select{common}>{options}</select>", "choice"
    elif isinstance(control, Switch):
        body, kind = f'<input type="checkbox"{common}{attributes(checked=value)}>' + label, "switch"
    elif isinstance(control, Text):
        fills = "".join(
            tag("button", mark_hanzi(shown), type="button", data_fill=fill) for fill, shown in control.examples.items()
        )
        body = (
            label
            + f'<input type="text"{common}{attributes(value=value, data_limit=control.limit, spellcheck="false", autocapitalize="off")}>'
            + (tag("div", fills, class_="examples") if fills else "")
        )
        kind = "text"
    elif isinstance(control, Draw):
        body = (
            label
            + f'<input type="number"{common}{attributes(min=state.SEEDS[0], max=state.SEEDS[1], step=1, value=value)}>'
            + tag("button", text(PAGE["draw"]), type="button", class_="draw")
        )
        kind = "draw"
    else:
        raise TypeError(control)
    if helped:
        body += tag("small", mark_hanzi(control.help), class_="help", id=helped)
    return tag("div", body, class_="control", data_kind=kind, style=style)


def counted(value: float, unit: str) -> str:
    """A control's value with its unit: “1 point”, “0.5 points”, “20%”."""
    return f"{value:g}{singular(unit) if value == 1 else unit}"


def _longest(control: Range) -> int:
    """Characters of the longest value that a control shows: its place beside the label never changes size."""
    return max(len(counted(value, control.unit)) for value in (control.low, control.low + control.step, control.default, control.high))


def singular(unit: str) -> str:
    """The unit as it stands after 1; the space before it is part of it."""
    word = unit.lstrip()
    return unit.removesuffix(word) + ONE.get(word, word)


def _guess(figure: str, guess: Guess) -> str:
    field = f"{figure}-{guess.name}"
    middle = guess.low + guess.step * round((guess.high - guess.low) / 2 / guess.step)
    return tag(
        "form",
        tag("p", text(PAGE["guess"]), class_="guess-head")
        + tag("label", text(guess.question), for_=field)
        + tag(
            "div",
            f'<input type="range"{attributes(id=field, name=guess.name, min=f"{guess.low:g}", max=f"{guess.high:g}", step=f"{guess.step:g}", value=f"{middle:g}", autocomplete="off")}>'
            + tag("output", text(counted(middle, guess.unit)), for_=field),
            class_="guess-value",
        )
        + tag(
            "div",
            tag("button", text(PAGE["guess_see"]), type="submit", class_="see")
            + tag("button", text(PAGE["guess_skip"]), type="button", class_="skip"),
            class_="guess-buttons",
        ),
        class_="guess",
        hidden=True,
        data_why=guess.why or PAGE["guess_why"],
    )


def _picture(name: str, alt: str, heights: tuple[int, int], root: str) -> str:
    stills = "".join(
        f"<img{attributes(class_=f'still only-{theme} {width}', src=f'{root}assets/generated/pictures/{file}', alt='', width=WIDTHS[width], height=height, loading='lazy', decoding='async')}>"
        for width, height in zip(WIDTHS, heights, strict=True)
        for theme in THEMES
        if (GENERATED / "pictures" / (file := picture_file(name, width, theme))).exists()
    )
    if not stills:
        stills = tag("p", text(PAGE["no_picture"]), class_="still no-picture")
    live = tag("div", "", class_="live")
    return tag("div", stills + live, class_="picture", role="img", aria_label=alt, style=_heights(heights))


def _heights(heights: tuple[int, int]) -> str:
    """The heights of a figure, for the style sheet: wide, phone."""
    return f"--wide: {heights[0]}px; --phone: {heights[1]}px"


def picture_file(name: str, width: str, theme: str) -> str:
    """File name of a figure's picture."""
    return f"{name}-{width}-{theme}.svg"


def _numbers(content: str, title: str) -> str:
    scroll = tag("div", content, class_="scroll", tabindex=0, role="region", aria_label=f"{PAGE['numbers']}: {title}")
    return tag("details", tag("summary", text(PAGE["numbers"])) + scroll, class_="numbers-box", open=True)


def _tries(declared: Explorable) -> str:
    items = "".join(tag("li", mark_hanzi(item)) for item in declared.tries)
    return tag("div", tag("p", text(PAGE["try"]), class_="tries-head") + tag("ul", items), class_="tries")


def _model(declared: Explorable) -> str:
    source = (MODELS / f"{declared.model}.py").read_text(encoding="utf-8")
    code = tag("pre", tag("code", text(source), class_="language-python"), tabindex=0)
    return tag("details", tag("summary", text(PAGE["model"])) + code, class_="model")


def _assumptions(declared: Explorable) -> str:
    items = "".join(tag("li", mark_hanzi(item)) for item in declared.assumptions)
    return tag("details", tag("summary", text(PAGE["assumptions"])) + tag("ul", items), class_="assumptions", open=True)


def _sources(keys: Any, evidence: Any) -> str:
    if not keys:
        return ""
    links = ", ".join(tag("a", text(evidence.sources[key].label), href=f"#source-{key}", class_="cite") for key in keys)
    return tag("p", tag("b", text(PAGE["sources_line"] + ":")) + " " + links, class_="sources")


def _downloads(name: str, root: str, live: bool) -> str:
    def button(kind: str) -> str:
        return tag(
            "li", tag("button", text(PAGE[kind]), type="button", class_=f"get-{kind}"), class_="scripted", hidden=True
        )

    items = [
        tag(
            "li",
            tag(
                "a",
                text(PAGE["csv"]),
                href=f"{root}assets/generated/numbers/{name}.csv",
                download=f"{name}.csv",
                class_="get-csv",
            ),
        )
    ]
    if (GENERATED / "pictures" / picture_file(name, "wide", "light")).exists():
        picture = f"{root}assets/generated/pictures/{picture_file(name, 'wide', 'light')}"
        items.append(tag("li", tag("a", text(PAGE["svg"]), href=picture, download=f"{name}.svg", class_="get-svg")))
    items.append(button("png"))
    if live:
        items.append(button("link"))
        items.append(tag("li", tag("a", text(PAGE["notebook"]), href=f"{root}notebooks/{name}.ipynb", download=True)))
        items.append(tag("li", tag("a", text(PAGE["python"]), href=f"{root}models/{name}.py", download=True)))
    items.append(tag("li", tag("a", text(PAGE["alone"]), href=f"{root}embed/{name}.html")))
    items.append(button("embed"))
    return tag("ul", "".join(items), class_="downloads")


def needed(name: str) -> list[Path]:
    """The pictures that a figure should have."""
    return [GENERATED / "pictures" / picture_file(name, width, theme) for width in WIDTHS for theme in THEMES]
