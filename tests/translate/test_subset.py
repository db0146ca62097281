"""What is outside the subset is refused with file, line, reason and what to write instead."""

from __future__ import annotations

import pytest

from explainer import paths
from explainer.translate import check
from explainer.translate.subset import check_source, models
from tests.translate.refused import BODIES, EXPRESSIONS, MODULES


def refused(source: str, line: int, said: str) -> None:
    problems = check_source(source, "explainer/models/x.py")
    assert problems, f"not refused:\n{source}"
    assert any(problem.line == line and said.lower() in str(problem).lower() for problem in problems), "\n".join(
        map(str, problems)
    )
    for problem in problems:
        assert problem.file == "explainer/models/x.py" and problem.reason and problem.mend
        assert str(problem).startswith("explainer/models/x.py")


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_expression_is_refused(expression):
    refused(f"def run(a, b):\n    return {expression}\n", 2, EXPRESSIONS[expression])


@pytest.mark.parametrize("body", BODIES)
def test_statement_is_refused(body):
    line, said = BODIES[body]
    refused("def run(a, b):\n" + "".join(f"    {each}\n" for each in body.splitlines()), line, said)


@pytest.mark.parametrize("name", MODULES)
def test_module_is_refused(name):
    refused(*MODULES[name])


def test_every_fault_is_told_not_only_the_first():
    problems = check_source("import random\ndef run(a):\n    return round(a) + sum(a)\n", "m.py")
    assert [problem.line for problem in problems] == [1, 3, 3]


def test_a_file_is_named_by_its_path(tmp_path):
    path = tmp_path / "m.py"
    path.write_text("\n\ndef run(params, data):\n    return {'x': -7 // 2}\n", encoding="utf-8")
    (problem,) = check(path)
    assert str(problem).startswith(f"{path}:4: //: ")
    path.write_bytes(b"# \xff\n")
    assert "UTF-8" in str(check(path)[0])
    assert "no such file" in str(check(tmp_path / "none.py")[0])


@pytest.mark.parametrize("model", models())
def test_each_model_is_in_the_subset(model):
    assert check(paths.MODELS / f"{model}.py") == []
