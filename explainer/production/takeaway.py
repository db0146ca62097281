"""What a reader takes away: the model as one Python file and as a notebook, both with the standard library alone."""

from __future__ import annotations

import json
import re

from explainer import translate
from explainer.explorables import state
from explainer.explorables.contract import Explorable
from explainer.paths import MODELS

_OWN_IMPORT = re.compile(r"(?m)^from explainer\.models\.\w+ import [^\n]+\n")
_FUTURE = re.compile(r"(?m)^from __future__ import [^\n]+\n")

_RUN = """params = {params}
result = run(params, data)
print(say(params, result, data, words))
for row in rows(params, result, data, words):
    print("  ".join(row))
"""


def _sources(explorable: Explorable) -> list[str]:
    """The model's modules in load order, without the imports that join them."""
    texts = [
        (MODELS / f"{module}.py").read_text(encoding="utf-8") for module in translate.dependencies(explorable.model)
    ]
    return [_FUTURE.sub("", _OWN_IMPORT.sub("", text)).strip() + "\n" for text in texts]


def _settings(explorable: Explorable, evidence) -> tuple[str, str]:
    """The data and words as Python, and the run at the first state."""
    words = json.dumps(state.words(explorable), ensure_ascii=False, indent=1)
    data = json.dumps(state.data(explorable, evidence), ensure_ascii=False, indent=1)
    given = f"import json\n\nwords = json.loads(r'''{words}''')\ndata = json.loads(r'''{data}''')\n"
    return given, _RUN.format(params=repr(state.defaults(explorable)))


def python(explorable: Explorable, evidence) -> str:
    """The model as one file that runs alone and prints its sentence and table."""
    given, run = _settings(explorable, evidence)
    body = "\n\n".join(_sources(explorable))
    indented = "".join(f"    {line}\n" if line else "\n" for line in run.splitlines())
    return f'# {explorable.title}\n# From “Plan, Practice, Myth”. Code: MIT.\n\n{body}\n\n{given}\nif __name__ == "__main__":\n{indented}'


def notebook(explorable: Explorable, evidence) -> str:
    """The model as a Jupyter notebook (format 4.5)."""
    given, run = _settings(explorable, evidence)
    cells = [
        _cell(
            "markdown",
            f"# {explorable.title}\n\n{explorable.caption}\n\n"
            + "\n".join(f"- {item}" for item in explorable.assumptions),
            0,
        )
    ]
    cells += [_cell("code", source, index) for index, source in enumerate(_sources(explorable), 1)]
    cells.append(_cell("code", given, len(cells)))
    cells.append(
        _cell(
            "markdown",
            "Change a value and run the cell again:\n\n" + "\n".join(f"- {item}" for item in explorable.tries),
            len(cells),
        )
    )
    cells.append(_cell("code", run, len(cells)))
    book = {
        "cells": cells,
        "metadata": {
            "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
            "language_info": {"name": "python"},
        },
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(book, ensure_ascii=False, indent=1) + "\n"


def _cell(kind: str, text: str, number: int) -> dict:
    cell = {"cell_type": kind, "id": f"cell-{number}", "metadata": {}, "source": text.splitlines(keepends=True)}
    return cell if kind == "markdown" else {**cell, "execution_count": None, "outputs": []}
