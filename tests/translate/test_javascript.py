"""The translation: the same bytes each time, no code made from text, dependencies first, faults named."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest

from explainer import paths
from explainer.errors import Problems
from explainer.translate import dependencies, javascript, prelude
from explainer.translate import javascript as translate_model
from explainer.translate.javascript import translated
from explainer.translate.subset import models
from tests.runtimes import Raised, chromium  # noqa: F401


def test_the_same_bytes_in_another_process():
    script = (
        "from explainer.translate import *; print(prelude() + javascript('wording') + javascript('chance'), end='')"
    )
    env = {**os.environ, "PYTHONPATH": str(paths.ROOT), "PYTHONHASHSEED": "12345", "PYTHONIOENCODING": "utf-8"}
    other = subprocess.run([sys.executable, "-c", script], env=env, cwd=paths.ROOT, capture_output=True, check=True)
    here = prelude() + javascript("wording") + javascript("chance")
    assert other.stdout.decode("utf-8").replace("\r\n", "\n") == here


@pytest.mark.parametrize("model", models())
def test_each_model_is_a_classic_script_without_eval(model):
    script = prelude() + translate_model(model)
    assert not re.search(r"\beval\b|new Function|\bimport\b\s*[({]|^\s*export\b", script, re.MULTILINE)
    assert str(paths.ROOT) not in script


@pytest.mark.parametrize("model", models())
def test_each_model_loads_under_a_policy_without_eval(model, chromium):  # noqa: F811
    chromium.load(model)


def test_dependencies_come_first():
    assert dependencies("arithmetic") == ["arithmetic"]
    assert dependencies("chance") == ["arithmetic", "chance"]


def test_missing_model_says_which_there_are():
    with pytest.raises(Problems, match="no such model.*chance"):
        javascript("nothing")
    with pytest.raises(Problems, match="no such model"):
        dependencies("../errors")


def test_models_that_import_each_other_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "MODELS", tmp_path)
    (tmp_path / "one.py").write_text("from explainer.models.two import b\na = 1\n", encoding="utf-8")
    (tmp_path / "two.py").write_text("from explainer.models.one import a\nb = 1\n", encoding="utf-8")
    with pytest.raises(Problems, match="one -> two -> one"):
        dependencies("one")


def test_what_leaves_the_subset_is_not_translated():
    with pytest.raises(Problems, match=r"m\.py:2: sorted: "):
        translated("def run(params, data):\n    return sorted(data)\n", "m.py", "m")


def test_a_dict_with_keys_like_numbers_is_not_walked_in_another_order(chromium):  # noqa: F811
    chromium.script(translated("def run(d):\n    return [k for k in d]\n", "m.py", "walk"))
    chromium.script(translated("def run(d, k):\n    return d[k]\n", "m.py", "look"))
    (walked,) = chromium.calls("walk", "run", [[{"b": 1, "2014": 2}]])
    assert isinstance(walked, Raised) and "look like whole numbers: 2014" in walked
    assert chromium.calls("look", "run", [[{"b": 1, "2014": 2}, "2014"]]) == [2]


def test_text_is_not_read_as_a_number_in_the_browser_alone(chromium):  # noqa: F811
    chromium.script(translated("def run(a):\n    return int(a)\n", "m.py", "whole"))
    (read,) = chromium.calls("whole", "run", [["12"]])
    assert isinstance(read, Raised)
