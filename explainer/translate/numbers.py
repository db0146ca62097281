"""Which names and expressions can hold numbers only: no text, no list, no True, no None.

There the translation writes ``+``, ``*``, ``<`` and ``==`` as they stand instead of a call of prelude.js, for JavaScript
means the same by them. An annotation (``x: float``) is believed. Any other name must be set to such an expression wherever
its function sets it, so a loop that adds to `x` decides about `x` only together with where `x` begins.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator

ANNOTATIONS = {"float", "int"}
CALLS = {"abs", "int", "len", "ord"}  # a number whatever they are given
ANY: None = None
NUMBER = ast.Constant(0)
Scope = ast.Module | ast.FunctionDef


def is_number(node: ast.expr) -> bool:
    """Whether it is a number as written."""
    return isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and not isinstance(node.value, bool)


def sure(node: ast.expr | None, names: set[str]) -> bool:
    """Whether an expression can only be a number, `names` being numbers."""
    if isinstance(node, ast.Constant):
        return is_number(node)
    if isinstance(node, ast.Name):
        return node.id in names
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, (ast.USub, ast.UAdd))
    if isinstance(node, ast.IfExp):
        return sure(node.body, names) and sure(node.orelse, names)
    if isinstance(node, ast.BinOp):
        found = [sure(side, names) for side in (node.left, node.right)]
        # text may be added and repeated, and Python's % fills in text
        if isinstance(node.op, ast.Add):
            return any(found)
        return all(found) if isinstance(node.op, (ast.Mult, ast.Mod)) else True
    if isinstance(node, ast.Attribute):
        return isinstance(node.value, ast.Name) and node.value.id == "math"
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return sure(node.func, names)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
        among = node.func.id in {"max", "min"} and len(node.args) > 1 and all(sure(arg, names) for arg in node.args)
        return among or node.func.id in CALLS
    return False


def numbers(scope: Scope, outer: set[str]) -> set[str]:
    """The names that are numbers in a module or function, `outer` being those of what stands around it."""
    values = bound(scope)
    around = outer - set(values)
    found = set(values)
    while lost := {name for name in found if not all(sure(value, around | found) for value in values[name])}:
        found -= lost
    return around | found


def bound(scope: Scope) -> dict[str, list[ast.expr | None]]:
    """name -> what the scope sets it to, place by place; ANY where that may be anything."""
    found: dict[str, list[ast.expr | None]] = defaultdict(list)

    def put(target: ast.expr, value: ast.expr | None) -> None:
        if isinstance(target, ast.Name):
            found[target.id].append(value)
        elif isinstance(target, ast.Tuple):
            whole = isinstance(value, ast.Tuple) and len(value.elts) == len(target.elts)
            for i, part in enumerate(target.elts):
                put(part, value.elts[i] if whole else ANY)

    if isinstance(scope, ast.FunctionDef):
        args = scope.args.args
        for arg in args:
            found[arg.arg].append(NUMBER if annotated(arg.annotation) else ANY)
        for arg, default in zip(reversed(args), reversed(scope.args.defaults), strict=False):
            found[arg.arg].append(default)
    for node in within(scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                put(target, node.value)
        elif isinstance(node, ast.AnnAssign) and node.value:
            put(node.target, NUMBER if annotated(node.annotation) else node.value)
        elif isinstance(node, ast.AugAssign):
            put(node.target, ast.BinOp(node.target, node.op, node.value))
        elif isinstance(node, (ast.For, ast.comprehension)):
            put(node.target, NUMBER if counts(node.iter) else ANY)
        elif isinstance(node, ast.Lambda):
            for arg in node.args.args:
                found[arg.arg].append(ANY)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found[node.name].append(ANY)
        elif isinstance(node, ast.alias):
            found[node.asname or node.name].append(ANY)
    return found


def within(scope: ast.AST) -> Iterator[ast.AST]:
    """Every node of a scope, without what stands inside its functions and classes."""
    for node in ast.iter_child_nodes(scope):
        yield node
        if not isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield from within(node)


def annotated(annotation: ast.expr | None) -> bool:
    return isinstance(annotation, ast.Name) and annotation.id in ANNOTATIONS


def counts(walked: ast.expr) -> bool:
    """Whether what is walked through is a range."""
    return isinstance(walked, ast.Call) and isinstance(walked.func, ast.Name) and walked.func.id == "range"
