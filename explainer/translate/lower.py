"""A checked model made into the plainest Python: where Python and JavaScript may differ, a call of prelude.js.

``a // b`` becomes ``py_floordiv(a, b)``, ``xs[i] = v`` becomes ``py_put(v, xs, i)``, a comprehension becomes a call
with a lambda. What is left (functions, classes, assignments, if, while, for) PScript translates without loss. The order in
which CPython evaluates things is kept.
"""

from __future__ import annotations

import ast
import copy
import math
import re

from explainer.translate.names import BUILTINS, METHODS
from explainer.translate.numbers import is_number, numbers, sure

COMPARE = {ast.Eq: "eq", ast.NotEq: "ne", ast.Lt: "lt", ast.LtE: "le", ast.Gt: "gt", ast.GtE: "ge"}
OPERATE = {
    ast.Add: "add",
    ast.Mult: "mul",
    ast.Div: "div",
    ast.FloorDiv: "floordiv",
    ast.Mod: "mod",
    ast.Pow: "pow",
}
GROW = {ast.Add: "grow", ast.Mult: "stretch"}
SURELY_BOOLEAN_METHODS = {"startswith", "endswith"}


def surely_boolean(node: ast.expr) -> bool:
    """Whether it can only be True or False."""
    if isinstance(node, ast.Constant):
        return isinstance(node.value, bool)
    if isinstance(node, ast.BoolOp):
        return all(surely_boolean(value) for value in node.values)
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.Not)
    if isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute):
            return node.func.attr in SURELY_BOOLEAN_METHODS
        return isinstance(node.func, ast.Name) and node.func.id in {"bool", "all", "any"}
    return isinstance(node, ast.Compare)


def width(target: ast.expr) -> int:
    """How many names a loop's target unpacks into; 1 for a name."""
    return len(target.elts) if isinstance(target, ast.Tuple) else 1


def names_of(target: ast.expr) -> list[str]:
    """The names of a loop's target."""
    return [part.id for part in target.elts] if isinstance(target, ast.Tuple) else [target.id]


def name(text: str) -> ast.Name:
    return ast.Name(text, ast.Load())


def assign(target: str, value: ast.expr) -> ast.Assign:
    return ast.Assign([ast.Name(target, ast.Store())], value)


class Lower(ast.NodeTransformer):
    """One use a module; `used` collects the helpers that the result calls."""

    def __init__(self) -> None:
        self.used: set[str] = set()
        self.temporaries = 0
        self.numbers: set[str] = set()

    def call(self, helper: str, *args: ast.expr) -> ast.Call:
        self.used.add(helper)
        return ast.Call(name(f"py_{helper}"), list(args), [])

    def temporary(self) -> str:
        self.temporaries += 1
        return f"py_t{self.temporaries}"

    def true(self, node: ast.expr) -> ast.expr:
        """The condition as a boolean; `node` is not lowered yet."""
        if isinstance(node, ast.BoolOp):
            return ast.BoolOp(node.op, [self.true(value) for value in node.values])
        lowered = self.visit(node)
        return lowered if surely_boolean(node) else self.call("true_", lowered)

    def sure(self, node: ast.expr) -> bool:
        """Whether it can only be a number; `node` is not lowered yet."""
        return sure(node, self.numbers)

    def operated(self, left: ast.expr, operator: ast.operator, right: ast.expr) -> bool:
        """Whether JavaScript's operator does here as Python's; neither side is lowered yet."""
        if isinstance(operator, ast.Add):
            return self.sure(left) or self.sure(right)
        if isinstance(operator, ast.Mult):
            return self.sure(left) and self.sure(right)
        if isinstance(operator, ast.Div):
            return is_number(right) and right.value != 0
        return isinstance(operator, ast.Sub)

    # statements

    def visit_Module(self, node: ast.Module) -> ast.Module:
        self.numbers = numbers(node, set())
        kept = [part for part in node.body if not isinstance(part, (ast.Import, ast.ImportFrom))]
        return ast.Module(self.body(kept), [])

    def body(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        out: list[ast.stmt] = []
        for statement in statements:
            if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
                continue
            lowered = self.visit(statement)
            out.extend(lowered if isinstance(lowered, list) else [lowered] if lowered else [])
        return out or [ast.Pass()]

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.FunctionDef:
        args = copy.deepcopy(node.args)
        for arg in args.args:
            arg.annotation = None
        outer, self.numbers = self.numbers, numbers(node, self.numbers)
        body = self.body(node.body)
        self.numbers = outer
        return ast.FunctionDef(node.name, args, body, [], None)

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.ClassDef:
        return ast.ClassDef(node.name, [], [], self.body(node.body), [])

    def visit_If(self, node: ast.If) -> ast.If:
        return ast.If(self.true(node.test), self.body(node.body), self.body(node.orelse) if node.orelse else [])

    def visit_While(self, node: ast.While) -> ast.While:
        return ast.While(self.true(node.test), self.body(node.body), [])

    def visit_For(self, node: ast.For) -> list[ast.stmt]:
        walked = node.iter
        if isinstance(walked, ast.Call) and isinstance(walked.func, ast.Name) and walked.func.id == "range":
            return self.counted(node, walked.args)
        each = self.call("each", self.visit(walked))
        if width(node.target) == 1:
            return [ast.For(node.target, each, self.body(node.body), [])]
        entry = self.temporary()
        unpacked = self.stored(node.target, name(entry))
        return [ast.For(ast.Name(entry, ast.Store()), each, unpacked + self.body(node.body), [])]

    def counted(self, node: ast.For, args: list[ast.expr]) -> list[ast.stmt]:
        """``for i in range(...)``: the end is computed once, and what the body does to `i` does not count."""
        start = self.visit(args[0]) if len(args) > 1 else ast.Constant(0)
        step = self.visit(args[2]) if len(args) > 2 else ast.Constant(1)
        first, end, i = self.temporary(), self.temporary(), self.temporary()
        stop = self.visit(args[1] if len(args) > 1 else args[0])
        loop = ast.Call(name("range"), [name(first), name(end), step], [])
        body = [ast.Assign([node.target], name(i)), *self.body(node.body)]
        return [assign(first, start), assign(end, stop), ast.For(ast.Name(i, ast.Store()), loop, body, [])]

    def stored(self, target: ast.expr, value: ast.expr) -> list[ast.stmt]:
        """``target = value``; the value is lowered, the target is not."""
        if isinstance(target, ast.Tuple):
            whole = self.temporary()
            out: list[ast.stmt] = [assign(whole, self.call("parts", value, ast.Constant(len(target.elts))))]
            for i, part in enumerate(target.elts):
                out += self.stored(part, ast.Subscript(name(whole), ast.Constant(i), ast.Load()))
            return out
        if isinstance(target, ast.Subscript):
            return [ast.Expr(self.call("put", value, self.visit(target.value), self.visit(target.slice)))]
        if isinstance(target, ast.Attribute):
            return [ast.Assign([ast.Attribute(self.visit(target.value), target.attr, ast.Store())], value)]
        return [ast.Assign([target], value)]

    def visit_Assign(self, node: ast.Assign) -> list[ast.stmt]:
        return self.stored(node.targets[0], self.visit(node.value))

    def visit_AnnAssign(self, node: ast.AnnAssign) -> list[ast.stmt]:
        return self.stored(node.target, self.visit(node.value)) if node.value else []

    def visit_AugAssign(self, node: ast.AugAssign) -> list[ast.stmt]:
        target = node.target
        before: list[ast.stmt] = []
        if isinstance(target, ast.Subscript):
            owner, key = self.temporary(), self.temporary()
            before = [assign(owner, self.visit(target.value)), assign(key, self.visit(target.slice))]
            old: ast.expr = self.call("item", name(owner), name(key))
        elif isinstance(target, ast.Attribute):
            old = ast.Attribute(self.visit(target.value), target.attr, ast.Load())
        else:
            old = name(target.id)
        plain = self.operated(target, node.op, node.value)
        value = self.visit(node.value)
        kind = type(node.op)
        if kind in OPERATE and not plain:
            new: ast.expr = self.call(GROW.get(kind, OPERATE[kind]), old, value)
        else:
            new = ast.BinOp(old, node.op, value)
        if isinstance(target, ast.Subscript):
            return [*before, ast.Expr(self.call("put", new, name(owner), name(key)))]
        return self.stored(target, new)

    # expressions

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        plain = self.operated(node.left, node.op, node.right)
        left, right = self.visit(node.left), self.visit(node.right)
        return ast.BinOp(left, node.op, right) if plain else self.call(OPERATE[type(node.op)], left, right)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        if isinstance(node.op, ast.Not):
            return ast.UnaryOp(node.op, self.true(node.operand))
        return ast.UnaryOp(node.op, self.visit(node.operand))

    def visit_IfExp(self, node: ast.IfExp) -> ast.IfExp:
        return ast.IfExp(self.true(node.test), self.visit(node.body), self.visit(node.orelse))

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        """``a or b`` as a value: `a` itself if it is true."""
        out = self.visit(node.values[-1])
        for value in reversed(node.values[:-1]):
            if surely_boolean(value):
                out = ast.BoolOp(node.op, [self.visit(value), out])
            elif isinstance(node.op, ast.And):
                out = ast.IfExp(self.true(value), out, self.visit(value))
            else:
                out = ast.IfExp(self.true(value), self.visit(value), out)
        return out

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        operands = [node.left, *node.comparators]
        parts = [self.compared(operands[i], operator, operands[i + 1]) for i, operator in enumerate(node.ops)]
        return parts[0] if len(parts) == 1 else ast.BoolOp(ast.And(), parts)

    def compared(self, a: ast.expr, operator: ast.cmpop, b: ast.expr) -> ast.expr:
        found = [self.sure(a), self.sure(b)]
        left, right = self.visit(copy.deepcopy(a)), self.visit(copy.deepcopy(b))
        if isinstance(operator, (ast.Is, ast.IsNot)):
            return ast.Compare(left, [operator], [right])
        if isinstance(operator, ast.In):
            return self.call("has", left, right)
        if isinstance(operator, ast.NotIn):
            return ast.UnaryOp(ast.Not(), self.call("has", left, right))
        # True == 1 holds in Python alone
        if all(found) if isinstance(operator, (ast.Eq, ast.NotEq)) else any(found):
            return ast.Compare(left, [operator], [right])
        return self.call(COMPARE[type(operator)], left, right)

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        value = self.visit(node.value)
        if isinstance(node.slice, ast.Slice):
            ends = [self.visit(end) if end else ast.Constant(None) for end in (node.slice.lower, node.slice.upper)]
            return self.call("cut", value, *ends)
        return self.call("item", value, self.visit(node.slice))

    def visit_Dict(self, node: ast.Dict) -> ast.expr:
        values = [self.visit(value) for value in node.values]
        if all(
            isinstance(key, ast.Constant) and re.fullmatch(r"[A-Za-z]\w*", key.value, re.ASCII) for key in node.keys
        ):
            return ast.Dict(node.keys, values)
        keys = [self.visit(key) for key in node.keys]
        return self.call("dict", *[part for pair in zip(keys, values, strict=True) for part in pair])

    def visit_ListComp(self, node: ast.ListComp) -> ast.expr:
        return self.listed(node.generators, node.elt)

    def visit_DictComp(self, node: ast.DictComp) -> ast.expr:
        return self.call("paired", self.listed(node.generators, ast.List([node.key, node.value], ast.Load())))

    def listed(self, loops: list[ast.comprehension], made: ast.expr) -> ast.expr:
        loop = loops[0]
        args = ast.arguments([], [ast.arg(each) for each in names_of(loop.target)], None, [], [], None, [])
        walked = self.visit(loop.iter)
        inner = self.listed(loops[1:], made) if len(loops) > 1 else self.visit(made)
        tests = [self.true(test) for test in loop.ifs]
        test = tests[0] if len(tests) == 1 else ast.BoolOp(ast.And(), tests) if tests else None
        out = self.call(
            "listed",
            walked,
            ast.Constant(width(loop.target)),
            ast.Lambda(args, inner),
            ast.Lambda(copy.deepcopy(args), test) if test else ast.Constant(None),
        )
        return self.call("flat", out) if len(loops) > 1 else out

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        if isinstance(node.value, ast.Name) and node.value.id == "math":
            return ast.Constant(getattr(math, node.attr))
        return ast.Attribute(self.visit(node.value), node.attr, node.ctx)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func
        if isinstance(function, ast.Attribute) and isinstance(function.value, ast.Name) and function.value.id == "math":
            return self.call(f"math_{function.attr}", *map(self.visit, node.args))
        if isinstance(function, ast.Attribute):
            owner = self.visit(function.value)
            args = [self.visit(arg) for arg in node.args]
            if function.attr in METHODS:
                return self.call(function.attr, owner, *args, *self.sorting(node))
            return ast.Call(ast.Attribute(owner, function.attr, ast.Load()), args, [])
        args = [self.visit(arg) for arg in node.args]
        if function.id == "range":
            start, stop = (args[0], args[1]) if len(args) > 1 else (ast.Constant(0), args[0])
            return self.call("range", start, stop, args[2] if len(args) > 2 else ast.Constant(1))
        if function.id in BUILTINS:
            return self.call(function.id, *args, *self.sorting(node))
        return ast.Call(function, args, [])

    def sorting(self, node: ast.Call) -> list[ast.expr]:
        """The key and the direction of a sort, as arguments."""
        given = {keyword.arg: self.visit(keyword.value) for keyword in node.keywords}
        return [given["key"], given.get("reverse", ast.Constant(False))] if given else []
