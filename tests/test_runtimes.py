"""When two results are equal."""

import pytest

from tests.runtimes import Raised, same


@pytest.mark.parametrize(
    ("python", "browser"),
    [(3.0, 3), (0.1 + 0.2, 0.3), ((1, "a"), [1, "a"]), ({"a": [True, None]}, {"a": [True, None]}), (-0.0, 0)],
)
def test_equal(python, browser):
    assert same(python, browser)


@pytest.mark.parametrize(
    ("python", "browser"),
    [
        (1, True),
        (False, 0),
        (1, 1.0000000000001),
        (1.0, 1.00000000001),
        ("1", 1),
        ([1], [1, 2]),
        ({"a": 1, "b": 2}, {"b": 2, "a": 1}),
        ({"a": 1}, {}),
        (float("inf"), None),
        (float("nan"), float("nan")),
        (2**53 + 1, 2**53 + 1),
        (None, 0),
        (Raised("x"), "x"),
        (1, Raised("x")),
    ],
)
def test_not_equal(python, browser):
    assert not same(python, browser)
