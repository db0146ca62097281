"""Whether `a // b` and `a % b` plainly have no negative operand.

Readers, JavaScript and Python disagree about -7 // 2 and -7 % 2. So a visible minus is refused (``-7 // 2``,
``(a - b) % 3``, or a name that the module sets to a negative number), with floor_div and mod of
explainer.models.arithmetic as the way to say what is meant. The one minus that is allowed is ``limit - x % rest`` with
two numbers, `rest` no larger than `limit`, as in check digits. What slips through is still equal: the translation does
as CPython does.
"""

from __future__ import annotations

import ast


def negative_names(tree: ast.AST) -> set[str]:
    """The names that the module sets to something with a minus before it."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, (ast.Assign, ast.AnnAssign)) and isinstance(node.value, ast.UnaryOp):
            if isinstance(node.value.op, ast.USub):
                targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                found.update(target.id for target in targets if isinstance(target, ast.Name))
    return found


def shows_minus(node: ast.expr, negative: set[str]) -> bool:
    """Whether the operand has a minus that may make it negative.

    What a function or an index gives is not looked at.
    """
    if isinstance(node, ast.UnaryOp):
        return isinstance(node.op, ast.USub)
    if isinstance(node, ast.Name):
        return node.id in negative
    if isinstance(node, ast.IfExp):
        return shows_minus(node.body, negative) or shows_minus(node.orelse, negative)
    if isinstance(node, ast.BinOp):
        if isinstance(node.op, ast.Sub):
            return not limit_less_rest(node)
        return shows_minus(node.left, negative) or shows_minus(node.right, negative)
    return False


def limit_less_rest(node: ast.BinOp) -> bool:
    """``31 - x % 31``: never negative."""
    rest = node.right
    if not (isinstance(rest, ast.BinOp) and isinstance(rest.op, ast.Mod) and isinstance(node.left, ast.Constant)):
        return False
    low, high = rest.right, node.left
    return isinstance(low, ast.Constant) and isinstance(low.value, int) and 0 < low.value <= high.value
