"""A model's JavaScript: checked, lowered, translated by PScript, and wrapped as a classic script."""

from __future__ import annotations

import ast
import json
import re
from functools import lru_cache

from pscript import JSError, Parser

from explainer import paths
from explainer.errors import Problem, Problems
from explainer.translate.lower import Lower
from explainer.translate.subset import check_source, imported, models, top_names


class Translator(Parser):
    """PScript, told that operators and conditions need nothing more: lower.py has seen to them."""

    _pscript_overload = False


def source(module: str) -> tuple[str, str]:
    """The text of a model and its file's name as contributors read it. Raises Problems if there is no such model."""
    path = paths.MODELS / f"{module}.py"
    if module not in models():
        known = ", ".join(models())
        raise Problems([Problem(paths.shown(path), 0, module, "there is no such model", f"Models: {known}")])
    return path.read_text(encoding="utf-8"), paths.shown(path)


def javascript(module: str) -> str:
    """The script that puts ``explainer.modules[module]``: every function, class and constant of the model.

    Wants prelude.js and the model's dependencies loaded first. The same bytes at each call. Raises Problems.
    """
    text, file = source(module)
    return translated(text, file, module)


@lru_cache(maxsize=128)
def translated(text: str, file: str, module: str) -> str:
    """The same for text that is not a model's file."""
    problems = check_source(text, file)
    if problems:
        raise Problems(problems)
    tree = ast.parse(text)
    lower = Lower()
    lowered = ast.unparse(ast.fix_missing_locations(lower.visit(tree)))
    try:
        body = Translator(lowered, docstrings=False, inline_stdlib=False).dump()
    except JSError as error:
        said = str(error).replace("\n", " ")
        raise Problems([Problem(file, 0, "translation", said, "Write it in another way")]) from None
    head = [f"var py_{helper} = py.{helper};" for helper in sorted(lower.used)]
    if "_pyfunc_op_instantiate" in body:
        head.insert(0, "var _pyfunc_op_instantiate = py.instance;")
    for name, model in sorted(imported(tree).items()):
        head.append(f"var {name} = explainer.modules[{json.dumps(model)}].{name};")
    put = ", ".join(f"{name}: {name}" for name in sorted(top_names(tree)))
    lines = [
        f"/* {file}, translated; do not edit */",
        "(function () {",
        '"use strict";',
        "var explainer = window.explainer, py = explainer.python;",
        *head,
        re.sub(r"[ \t]+$", "", body, flags=re.MULTILINE).strip(),
        f"explainer.modules[{json.dumps(module)}] = {{{put}}};",
        "}());",
    ]
    return "\n".join(lines) + "\n"


def dependencies(module: str) -> list[str]:
    """The models to load for this one, each after what it needs, itself last.

    Raises Problems for a missing model, and for models that import each other.
    """
    order: list[str] = []
    add(module, [], order)
    return order


def add(module: str, above: list[str], order: list[str]) -> None:
    if module in order:
        return
    text, file = source(module)
    if module in above:
        circle = " -> ".join([*above[above.index(module) :], module])
        raise Problems(
            [Problem(file, 0, "import", f"models import each other: {circle}", "Move what both need to a third")]
        )
    try:
        needs = _needs(text)
    except SyntaxError as error:
        raise Problems([Problem(file, error.lineno or 0, "syntax", error.msg, "Mend the Python first")]) from None
    for needed in needs:
        add(needed, [*above, module], order)
    order.append(module)


@lru_cache(maxsize=128)
def _needs(text: str) -> list[str]:
    return sorted(set(imported(ast.parse(text)).values()))
