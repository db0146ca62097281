"""Which names of a function can only be numbers."""

from __future__ import annotations

import ast

import pytest

from explainer.translate.numbers import numbers

CASES = {
    "an annotation": ("def f(x: float, n: int, t: str, y): pass", {"x", "n"}),
    "a default that is none": ("def f(x: float = None): pass", set()),
    "a loop that adds": ("def f(xs):\n a = 0\n for x in xs:\n  a = a + x", {"a"}),
    "a loop that joins": ("def f(xs):\n a = ''\n for x in xs:\n  a = a + x", set()),
    "two that depend on each other": ("def f():\n a = 1\n b = 2\n a = b * 2\n b = a - 1", {"a", "b"}),
    "one of two is text": ("def f(t):\n a = 1\n b = 2\n a = b * 2\n b = t", set()),
    "repeated": ("def f(t):\n a = 3 * t", set()),
    "a range": ("def f(n):\n for i in range(n):\n  pass\n ys = [j for j in range(3)]", {"i", "j"}),
    "a walk": ("def f(xs):\n i = 0\n ys = [i for i in xs]", set()),
    "unpacked": ("def f(pair):\n a, b = 1, 2.5\n c, d = pair", {"a", "b"}),
    "either": ("def f(n, t):\n a = 1 if n else -2\n b = 1 if n else t", {"a"}),
    "compared": ("def f(n):\n a = n < 3\n b = True", set()),
    "called": ("def f(x, t):\n a = len(t)\n b = max(a, 3)\n c = max(x)\n d = min(a, x)\n e = other(a)", {"a", "b"}),
    "grown": ("def f(x):\n a = 1\n a += x\n b = x\n b += 1\n c = x\n c += x", {"a"}),
    "an inner function": ("def f():\n a = 1\n def a(): pass", set()),
}


@pytest.mark.parametrize("case", CASES)
def test_names_that_are_numbers(case):
    source, names = CASES[case]
    assert numbers(ast.parse(source).body[0], set()) == names


def test_a_name_of_the_module_is_one_unless_the_function_has_its_own():
    module = ast.parse("from other import M\nN = 4\nT = 'x'\ndef f(N):\n    a = N\ndef g():\n    a = N + M")
    around = numbers(module, set())
    assert around == {"N"}
    assert numbers(module.body[3], around) == set()
    assert numbers(module.body[4], around) == {"N", "a"}
