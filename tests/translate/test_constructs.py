"""Each construct of the subset gives the same in CPython and in Chromium, for many values."""

from __future__ import annotations

import copy
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from explainer.translate import names
from explainer.translate.javascript import translated
from explainer.translate.prelude import helpers
from tests.runtimes import BATCHES, agree, called, chromium  # noqa: F401
from tests.translate.constructs import CONSTRUCTS

BATCH = 60


@pytest.mark.parametrize("construct", CONSTRUCTS)
def test_same_in_both_runtimes(construct, chromium):  # noqa: F811
    source, strategy = CONSTRUCTS[construct]
    scope: dict = {"__name__": "construct"}
    exec(compile(source, construct, "exec"), scope)
    for model in ("arithmetic", "chance"):
        chromium.load(model)
    chromium.script(translated(source, "construct.py", construct))

    @BATCHES
    @given(st.lists(strategy, min_size=BATCH, max_size=BATCH))
    def both(cases):
        python = [called(scope["run"], *copy.deepcopy(case)) for case in cases]
        agree(python, chromium.calls(construct, "run", cases), cases)

    both()


@pytest.mark.parametrize(
    "listed", sorted([*names.BUILTINS, *names.METHODS, *names.MATH_FUNCTIONS, *names.MATH_NUMBERS])
)
def test_whatever_is_listed_by_name_is_tried(listed):
    assert any(re.search(rf"\b{listed}\b", source) for source, _ in CONSTRUCTS.values())


def test_the_prelude_has_what_the_translation_calls():
    emitted = "".join(translated(source, "construct.py", "construct") for source, _ in CONSTRUCTS.values())
    called_helpers = set(re.findall(r"= py\.(\w+);", emitted))
    assert called_helpers <= helpers()
    assert helpers() <= called_helpers
