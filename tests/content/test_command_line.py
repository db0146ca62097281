"""The command line: what it prints, and that wrong names and values exit 2 and say what is allowed."""

from __future__ import annotations

import json

import pytest

from explainer.__main__ import main
from explainer.explorables.contract import Choice, Range
from explainer.explorables.registry import explorables

NAMES = sorted(explorables())


def test_list_names_every_explorable(capsys):
    assert main(["list"]) == 0
    assert [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()] == NAMES
    assert len(NAMES) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_run_prints_result_and_sentence(capsys, name):
    assert main(["run", name, "{}"]) == 0
    printed = json.loads(capsys.readouterr().out)
    assert printed["result"] and printed["say"]


@pytest.mark.parametrize("name", NAMES)
def test_translate_prints_javascript(capsys, name):
    assert main(["translate", name]) == 0
    assert "explainer.modules" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (["run", "nonsense"], NAMES[0]),
        (["translate", "nonsense"], NAMES[0]),
        (["run", NAMES[0], '{"nonsense": 1}'], "has no control “nonsense”"),
        (["run", NAMES[0], "not json"], "not JSON"),
        (["run", NAMES[0], "[1]"], "not an object"),
    ],
)
def test_a_wrong_call_exits_2_and_says_what_is_allowed(capsys, arguments, expected):
    assert main(arguments) == 2
    said = capsys.readouterr().err
    assert expected in said and "Traceback" not in said


@pytest.mark.parametrize(
    ("name", "control"),
    [
        (name, control)
        for name in NAMES
        for control in explorables()[name].controls
        if isinstance(control, Range | Choice)
    ],
    ids=str,
)
def test_a_wrong_value_exits_2_and_says_what_is_allowed(capsys, name, control):
    for value in ("nonsense", 1e12, -1e12, True):
        assert main(["run", name, json.dumps({control.name: value})]) == 2
        said = capsys.readouterr().err
        assert (f"{control.high:.0f}" if isinstance(control, Range) else next(iter(control.options))) in said


def test_check_prints_counts(capsys):
    assert main(["check"]) == 0
    assert "No fault found." in capsys.readouterr().out
