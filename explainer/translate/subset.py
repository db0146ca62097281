"""The allow-list: which Python a model may be written in, checked on the syntax tree before anything is translated.

What is not listed here is refused, with file, line, reason and what to write instead. Each construct that is listed has
a test that runs it in CPython and in a browser and finds the results equal (tests/translate/constructs.py).
"""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

from explainer import paths
from explainer.errors import Problem
from explainer.translate import names
from explainer.translate.lower import surely_boolean
from explainer.translate.signs import negative_names, shows_minus

LARGEST = 2**53
PACKAGE = "explainer.models."
PASSED = (ast.Pass, ast.Break, ast.Continue, ast.Return, ast.arguments, ast.keyword, ast.operator, ast.unaryop)
PASSED += (ast.cmpop, ast.boolop, ast.expr_context, ast.Module, ast.If, ast.IfExp, ast.List)

STATEMENTS: dict[type, tuple[str, str]] = {
    ast.Try: ("try", "test for the fault first, and return a result that names it"),
    ast.With: ("with", "take what you need from data"),
    ast.Raise: ("raise", "return a result that names the fault"),
    ast.Assert: ("assert", "put the check into a test"),
    ast.Global: ("global", "return the new value"),
    ast.Nonlocal: ("nonlocal", "return the new value"),
    ast.Delete: ("del", "write .pop(...) or make a new list or dict"),
    ast.Match: ("match", "write if and elif"),
    ast.AsyncFunctionDef: ("async", "write a plain function"),
    ast.Lambda: ("lambda", "write a function with def; a lambda may only be a sort's key"),
    ast.GeneratorExp: ("generator expression", "write a list comprehension: [ ... ]"),
    ast.SetComp: ("set", "write a list or a dict"),
    ast.Set: ("set", "write a list or a dict"),
    ast.JoinedStr: ("f-string", "write fill(template, slots) from explainer.models.wording"),
    ast.FormattedValue: ("f-string", "write fill(template, slots) from explainer.models.wording"),
    ast.NamedExpr: (":=", "assign on a line of its own"),
    ast.Starred: ("*", "name each argument or item"),
    ast.Yield: ("yield", "return a list"),
    ast.YieldFrom: ("yield", "return a list"),
    ast.Await: ("await", "write a plain function"),
    ast.Tuple: ("tuple", "write a list: [a, b]"),
}
OPERATORS = (ast.Add, ast.Sub, ast.Mult, ast.Div, ast.FloorDiv, ast.Mod, ast.Pow)


def models() -> list[str]:
    """The names of all models, in order."""
    return sorted(path.stem for path in paths.MODELS.glob("*.py") if path.stem != "__init__")


def public_names(module: str) -> set[str]:
    """What a model defines at its top that others may import."""
    tree = ast.parse((paths.MODELS / f"{module}.py").read_text(encoding="utf-8"))
    return {each for each in top_names(tree) if not each.startswith("_")}


def top_names(tree: ast.Module) -> set[str]:
    """The functions, classes and constants of a module."""
    found = set()
    for node in tree.body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
        elif isinstance(node, (ast.Assign, ast.AnnAssign)):
            for target in node.targets if isinstance(node, ast.Assign) else [node.target]:
                found.update(part.id for part in ast.walk(target) if isinstance(part, ast.Name))
    return found


def method_names(tree: ast.Module) -> set[str]:
    """The methods of a module's classes."""
    classes = [node for node in tree.body if isinstance(node, ast.ClassDef)]
    return {part.name for node in classes for part in node.body if isinstance(part, ast.FunctionDef)}


def methods_of(module: str) -> set[str]:
    """The same of a model by its name; none if it is missing or broken, which is told elsewhere."""
    try:
        return method_names(ast.parse((paths.MODELS / f"{module}.py").read_text(encoding="utf-8")))
    except (OSError, SyntaxError, ValueError):
        return set()


def imported(tree: ast.Module) -> dict[str, str]:
    """name -> model, of each name that a module takes from another model."""
    return {
        alias.name: node.module[len(PACKAGE) :]
        for node in tree.body
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(PACKAGE)
        for alias in node.names
    }


def check(path: str | Path) -> list[Problem]:
    """Every place where the file leaves the subset; an empty list if it does not."""
    path = Path(path)
    if not path.is_file():
        return [Problem(paths.shown(path), 0, "model", "there is no such file", f"Models: {', '.join(models())}")]
    try:
        source = path.read_bytes().decode("utf-8")
    except UnicodeDecodeError:
        return [Problem(paths.shown(path), 0, "encoding", "the file is not UTF-8", "Save it as UTF-8")]
    return check_source(source, paths.shown(path))


def check_source(source: str, file: str) -> list[Problem]:
    """The same for text that is not in a file of its own; `file` is what the problems name."""
    return list(_checked(source, file))


@lru_cache(maxsize=128)
def _checked(source: str, file: str) -> tuple[Problem, ...]:
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError) as error:
        line = getattr(error, "lineno", None) or 0
        return (Problem(file, line, "syntax", getattr(error, "msg", None) or str(error), "Mend the Python first"),)
    checker = Checker(file, tree)
    checker.module(tree)
    return tuple(sorted(set(checker.problems)))


class Checker:
    """Walks one module; `problems` fills as it goes. What it allows it must name: there is no default but refusal."""

    def __init__(self, file: str, tree: ast.Module):
        self.file = file
        self.problems: list[Problem] = []
        self.imported = imported(tree)
        self.top = top_names(tree)
        self.classes = {node.name for node in ast.walk(tree) if isinstance(node, ast.ClassDef)}
        self.classes |= {each for each in self.imported if each[:1].isupper() and not each.isupper()}
        self.negative = negative_names(tree)
        self.held = {part.attr for part in ast.walk(tree) if isinstance(part, ast.Attribute) and sets(part)}
        self.methods = method_names(tree).union(*map(methods_of, set(self.imported.values())))
        self.bound = self.top | set(self.imported) | bound_names(tree)
        self.math = False
        self.method_of = ""

    def refuse(self, node: ast.AST, field: str, reason: str, mend: str) -> None:
        self.problems.append(Problem(self.file, getattr(node, "lineno", 0), field, reason, mend[:1].upper() + mend[1:]))

    def outside(self, node: ast.AST, field: str, mend: str) -> None:
        self.refuse(node, field, "this is outside the Python that models are written in", mend)

    # the module

    def module(self, tree: ast.Module) -> None:
        for node in tree.body:
            if isinstance(node, (ast.Import, ast.ImportFrom)):
                self.imports(node)
            elif isinstance(node, ast.FunctionDef):
                self.function(node)
            elif isinstance(node, ast.ClassDef):
                self.class_(node)
            elif isinstance(node, (ast.Assign, ast.AnnAssign)):
                self.visit(node)
            elif not is_docstring(node):
                field = STATEMENTS.get(type(node), (type(node).__name__.lower(), ""))[0]
                self.outside(node, field, "at the top of a model stand imports, constants, functions and classes only")

    def imports(self, node: ast.Import | ast.ImportFrom) -> None:
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            return
        if isinstance(node, ast.Import):
            for alias in node.names:
                if alias.name == "math" and alias.asname is None:
                    self.math = True
                elif alias.name == "random":
                    self.outside(node, "import random", "write `from explainer.models.chance import Chance`")
                elif alias.name.startswith("explainer.models"):
                    self.outside(node, f"import {alias.name}", "write `from explainer.models.NAME import NAME_IN_IT`")
                else:
                    self.outside(node, f"import {alias.name}", "write `import math`; nothing else can be imported so")
            return
        module = node.module or ""
        if node.level or not module.startswith(PACKAGE):
            mend = "import math, or names from explainer.models.NAME"
            if module == "math":
                mend = "write `import math` and math.sqrt(x)"
            elif module == "random":
                mend = "write `from explainer.models.chance import Chance`"
            elif module == "explainer.models":
                mend = "write `from explainer.models.NAME import NAME_IN_IT`"
            self.outside(node, f"from {'.' * node.level}{module} import", mend)
            return
        model = module[len(PACKAGE) :]
        if model not in models():
            self.refuse(node, module, "there is no such model", f"models: {', '.join(models())}")
            return
        known = public_names(model)
        for alias in node.names:
            if alias.asname:
                self.outside(node, f"as {alias.asname}", "import it under its own name")
            elif alias.name not in known:
                self.refuse(node, alias.name, f"{module} has no such name", f"it has {', '.join(sorted(known))}")

    def class_(self, node: ast.ClassDef) -> None:
        if node.bases or node.keywords:
            self.outside(node, f"class {node.name}", "a class has no base")
        if node.decorator_list:
            self.outside(node, "@", "leave the decorator out")
        if not ("A" <= node.name[0] <= "Z"):
            self.refuse(node, f"class {node.name}", "a class begins with a capital A to Z", "rename it")
        self.named(node, node.name)
        for part in node.body:
            if isinstance(part, ast.FunctionDef):
                self.method_of = node.name
                self.function(part, method=True)
                self.method_of = ""
            elif not is_docstring(part):
                self.outside(part, f"class {node.name}", "a class has methods only; set what it holds in __init__")

    def function(self, node: ast.FunctionDef, method: bool = False) -> None:
        args = node.args
        if node.decorator_list:
            self.outside(node, "@", "leave the decorator out")
        if args.vararg or args.kwarg or args.kwonlyargs or args.posonlyargs:
            self.outside(node, f"def {node.name}", "name each argument, without * and /")
        for default in args.defaults:
            if not isinstance(signless(default), ast.Constant):
                self.outside(default, "default", "a default is a number, a text, True, False or None as written")
            self.visit(default)
        given = [arg.arg for arg in args.args]
        if method:
            if not given or given[0] != "self":
                self.outside(node, f"def {node.name}", "a method's first argument is self")
            given = given[1:]
            if (
                node.name in names.TAKEN_METHODS
                and node.name != "__init__"
                or node.name.startswith("__") != (node.name == "__init__")
            ):
                self.outside(node, f"def {node.name}", "rename the method: lists, dicts or text have one of that name")
            if not ("a" <= node.name[0] <= "z" or node.name[0] == "_"):
                self.outside(node, f"def {node.name}", "begin the method's name with a small letter")
        else:
            self.named(node, node.name)
            if node.name in names.PSCRIPT_CALLS:
                self.refuse(node, f"def {node.name}", "the translation takes this name for its own", "rename it")
            if node.name[0].isupper():
                self.refuse(node, f"def {node.name}", "a function begins with a small letter", "rename it")
        for each in given:
            self.named(node, each)
        for part in node.body:
            if isinstance(part, ast.FunctionDef):
                self.function(part)
            elif not is_docstring(part):
                self.visit(part)

    def named(self, node: ast.AST, name: str) -> None:
        """A name that the model makes."""
        if name in names.RESERVED_NAMES or name.startswith(names.RESERVED_STARTS):
            self.refuse(node, name, "this name has a meaning of its own in the browser", "choose another name")
        elif name in names.BUILTINS or name == "math":
            self.refuse(node, name, "this name is Python's own", "choose another name")
        elif not name.isascii():
            self.refuse(node, name, "names are written with a to z, A to Z, 0 to 9 and _", "choose another name")

    # statements and expressions

    def visit(self, node: ast.AST) -> None:
        kind = type(node)
        method: Callable[[ast.AST], None] | None = getattr(self, f"see_{kind.__name__}", None)
        if method:
            method(node)
        elif kind in STATEMENTS:
            self.outside(node, *STATEMENTS[kind])
        elif isinstance(node, PASSED):
            self.children(node)
        else:
            self.outside(node, kind.__name__, "write it with what CONTRIBUTING.md lists for models")

    def children(self, node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            self.visit(child)

    def see_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.function(node)

    def see_ClassDef(self, node: ast.ClassDef) -> None:
        self.outside(node, f"class {node.name}", "define the class at the top of the module")

    def see_Import(self, node: ast.Import) -> None:
        self.outside(node, "import", "import at the top of the module")

    see_ImportFrom = see_Import

    def see_Expr(self, node: ast.Expr) -> None:
        if not isinstance(node.value, ast.Call) and not is_docstring(node):
            self.outside(node, "statement", "an expression that does nothing: assign it, return it or leave it out")
        self.visit(node.value)

    def see_Return(self, node: ast.Return) -> None:
        if node.value is not None:
            self.visit_or_tuple(node.value)

    def visit_or_tuple(self, node: ast.expr) -> None:
        """Where a tuple is taken apart at once, or only walked through."""
        if isinstance(node, ast.Tuple):
            for part in node.elts:
                self.visit(part)
        else:
            self.visit(node)

    def see_Assign(self, node: ast.Assign) -> None:
        if len(node.targets) > 1:
            self.outside(node, "a = b =", "assign on two lines")
        target = node.targets[0]
        self.target(target)
        if isinstance(target, ast.Tuple):
            self.visit_or_tuple(node.value)
        else:
            self.visit(node.value)

    def see_AnnAssign(self, node: ast.AnnAssign) -> None:
        self.target(node.target)
        if node.value is not None:
            self.visit(node.value)

    def see_AugAssign(self, node: ast.AugAssign) -> None:
        self.target(node.target)
        self.operation(node, node.target, node.op, node.value)
        self.visit(node.value)

    def target(self, node: ast.expr) -> None:
        if isinstance(node, ast.Name):
            self.named(node, node.id)
            if node.id in self.classes:
                self.refuse(node, node.id, "this is a class", "choose another name")
        elif isinstance(node, ast.Tuple):
            for part in node.elts:
                if isinstance(part, ast.Tuple):
                    self.outside(part, "(a, b), c =", "take it apart on two lines")
                else:
                    self.target(part)
        elif isinstance(node, ast.Subscript):
            if isinstance(node.slice, ast.Slice):
                self.outside(node, "xs[a:b] =", "make a new list: xs[:a] + new + xs[b:]")
            self.visit(node.value)
            self.visit(node.slice)
        elif isinstance(node, ast.Attribute):
            if not (isinstance(node.value, ast.Name) and node.value.id == "self" and self.method_of):
                self.outside(node, f".{node.attr} =", "only a method sets what its object holds: self.name = ...")
            self.attribute(node)
        else:
            self.outside(node, "assignment", "assign to a name, xs[i] or self.name")

    def see_While(self, node: ast.While) -> None:
        self.no_else(node)
        self.children(node)

    def see_For(self, node: ast.For) -> None:
        self.no_else(node)
        self.loop(node.target, node.iter)
        for part in node.body:
            self.visit(part)

    def no_else(self, node: ast.For | ast.While) -> None:
        if node.orelse:
            self.outside(node.orelse[0], "else of a loop", "note in a variable whether the loop was broken")

    def loop(self, target: ast.expr, walked: ast.expr) -> None:
        pairs = isinstance(walked, ast.Call) and called_name(walked) in {"enumerate", "zip", "items"}
        if isinstance(target, ast.Tuple):
            for part in target.elts:
                if isinstance(part, ast.Name):
                    self.target(part)
                else:
                    self.outside(
                        target, "for (a, b), c", "walk with one or several plain names, and unpack in the body"
                    )
        elif isinstance(target, ast.Name):
            self.target(target)
            if pairs:
                self.outside(target, f"for {target.id}", "unpack it: for a, b in ...")
        else:
            self.outside(target, "for", "walk with one or several plain names")
        if isinstance(walked, ast.Call) and called_name(walked) in names.WALKED | names.VIEWS:
            for arg in walked.args:
                if isinstance(arg, ast.Call) and called_name(arg) in names.WALKED - {"range"} | {"items"}:
                    self.outside(
                        arg, f"{called_name(walked)}({called_name(arg)}(...))", "walk with an index: xs[i], ys[i]"
                    )
            self.call(walked)
        else:
            self.visit_or_tuple(walked)

    def see_ListComp(self, node: ast.ListComp) -> None:
        for loop in node.generators:
            if loop.is_async:
                self.outside(node, "async", "write a plain comprehension")
            self.loop(loop.target, loop.iter)
            for test in loop.ifs:
                self.visit(test)
        if isinstance(node, ast.DictComp):
            self.key(node.key)
            self.visit(node.value)
        else:
            self.visit(node.elt)

    see_DictComp = see_ListComp

    def see_Dict(self, node: ast.Dict) -> None:
        for key, value in zip(node.keys, node.values, strict=True):
            if key is None:
                self.outside(node, "**", "copy the dict and call .update(other)")
            else:
                self.key(key)
            self.visit(value)

    def key(self, node: ast.expr) -> None:
        """Of a dict: text, and not text that the browser takes for a number or for a prototype."""
        if isinstance(node, ast.Constant) and not isinstance(node.value, str):
            self.outside(node, f"key {node.value!r}", "the keys of a dict are text; use a list for numbers")
        elif isinstance(node, ast.Constant) and (node.value == "__proto__" or looks_whole(node.value)):
            mend = "begin the key with a letter: the browser would walk through it first"
            self.outside(node, f"key {node.value!r}", mend)
        elif isinstance(node, ast.Tuple):
            self.outside(node, "key (a, b)", 'join the parts: a + "," + b')
        else:
            self.visit(node)

    def see_Constant(self, node: ast.Constant) -> None:
        value = node.value
        if isinstance(value, (bytes, complex)) or value is Ellipsis:
            self.outside(node, type(value).__name__, "use numbers, text, True, False, None, lists and dicts")
        elif isinstance(value, float) and not math.isfinite(value):
            self.outside(node, "infinity", "start from the first entry")
        elif isinstance(value, int) and abs(value) > LARGEST:
            self.refuse(node, str(value), "the browser cannot count beyond 2^53", "use smaller units, or a float: 1e20")
        elif isinstance(value, str) and any("\ud800" <= character <= "\udfff" for character in value):
            self.outside(node, "text", "half of a character cannot be written to a file")

    def see_Name(self, node: ast.Name) -> None:
        if node.id == "self" and self.method_of:
            return
        if node.id in names.BUILTINS or node.id in self.classes or node.id == "math":
            self.outside(node, node.id, "call it: as a value it means something else in the browser")
        elif node.id not in self.bound:
            self.unknown(node, node.id)
        elif node.id in names.RESERVED_NAMES or node.id.startswith(names.RESERVED_STARTS):
            self.named(node, node.id)

    def unknown(self, node: ast.AST, name: str) -> None:
        if name in names.INSTEAD_OF_BUILTINS:
            self.outside(node, name, names.INSTEAD_OF_BUILTINS[name])
        elif name in names.PYTHON_NAMES:
            self.outside(node, name, f"of Python's own functions models have {', '.join(sorted(names.BUILTINS))}")
        else:
            self.refuse(node, name, "nothing of this name is defined here", "define it, or import it from a model")

    def see_Attribute(self, node: ast.Attribute) -> None:
        if isinstance(node.value, ast.Name) and node.value.id == "math" and "math" not in self.bound:
            if not self.math:
                self.refuse(node, "math", "math is not imported", "write `import math` at the top")
            if node.attr in names.MATH_FUNCTIONS:
                self.outside(node, f"math.{node.attr}", "call it")
            elif node.attr not in names.MATH_NUMBERS:
                self.math_unknown(node)
            return
        self.attribute(node)
        self.visit(node.value)

    def math_unknown(self, node: ast.Attribute) -> None:
        known = ", ".join(sorted(names.MATH_FUNCTIONS | names.MATH_NUMBERS))
        self.outside(node, f"math.{node.attr}", f"of math, models have {known}")

    def attribute(self, node: ast.Attribute) -> None:
        reserved = node.attr in {"constructor", "prototype"} or node.attr.startswith("__")
        method = node.attr in self.methods or (node.attr in names.TAKEN_METHODS and node.attr not in self.held)
        if reserved or method or not node.attr.isascii() or "A" <= node.attr[0] <= "Z":
            self.outside(node, f".{node.attr}", "read what an object holds by a plain small name, or call the method")

    def see_Subscript(self, node: ast.Subscript) -> None:
        self.visit(node.value)
        if isinstance(node.slice, ast.Slice):
            if node.slice.step is not None:
                self.outside(node, "[a:b:step]", "write a list comprehension over range(a, b, step)")
            for end in (node.slice.lower, node.slice.upper):
                if end is not None:
                    self.visit(end)
        else:
            self.visit(node.slice)

    def see_UnaryOp(self, node: ast.UnaryOp) -> None:
        if isinstance(node.op, (ast.Invert, ast.UAdd)):
            self.outside(node, "~ or unary +", "leave it out")
        self.visit(node.operand)

    def see_BinOp(self, node: ast.BinOp) -> None:
        self.operation(node, node.left, node.op, node.right)
        self.visit(node.left)
        self.visit(node.right)

    def operation(self, node: ast.AST, left: ast.expr, operator: ast.operator, right: ast.expr) -> None:
        if not isinstance(operator, OPERATORS):
            self.outside(node, type(operator).__name__, "use + - * / // % **: browsers cut bits at 32")
        if isinstance(operator, ast.Mod) and isinstance(left, (ast.Constant, ast.JoinedStr)):
            if not isinstance(getattr(left, "value", ""), (int, float)):
                self.outside(node, "%", "write fill(template, slots) from explainer.models.wording")
                return
        if isinstance(operator, (ast.Mod, ast.FloorDiv)):
            sign, instead = ("%", "mod") if isinstance(operator, ast.Mod) else ("//", "floor_div")
            if shows_minus(left, self.negative) or shows_minus(right, self.negative):
                self.refuse(
                    node,
                    sign,
                    "an operand may be negative, where Python, JavaScript and readers disagree",
                    f"write {instead}(a, b) from explainer.models.arithmetic, or a / b with math.floor",
                )

    def see_BoolOp(self, node: ast.BoolOp) -> None:
        for value in node.values[:-1]:
            if not (surely_boolean(value) or self.in_condition(node) or is_plain(value)):
                word = "and" if isinstance(node.op, ast.And) else "or"
                self.outside(
                    value, word, f"as a value, what stands before `{word}` is a comparison or a name: bool(...)"
                )
        self.children(node)

    def in_condition(self, node: ast.AST) -> bool:
        return getattr(node, "is_condition", False)

    def see_If(self, node: ast.If | ast.IfExp | ast.While) -> None:
        condition(node.test)
        self.children(node)

    see_IfExp = see_If

    def see_Compare(self, node: ast.Compare) -> None:
        operands = [node.left, *node.comparators]
        for operator, left, right in zip(node.ops, operands, operands[1:], strict=False):
            if isinstance(operator, (ast.Is, ast.IsNot)):
                if not (isinstance(right, ast.Constant) and right.value is None):
                    self.outside(node, "is", "write ==; only `is None` and `is not None` are meant alike")
            if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(right, ast.Tuple):
                continue
            if isinstance(left, ast.Tuple) or isinstance(right, ast.Tuple):
                self.outside(node, "tuple", "compare lists, or the parts one by one")
        for middle in operands[1:-1]:
            if not (is_plain(middle) or isinstance(middle, ast.Constant)):
                self.outside(middle, "a < b() < c", "compute the middle on a line of its own")
        for i, operand in enumerate(operands):
            walked = i > 0 and isinstance(node.ops[i - 1], (ast.In, ast.NotIn))
            (self.visit_or_tuple if walked else self.visit)(operand)

    def see_Call(self, node: ast.Call) -> None:
        name = called_name(node)
        if isinstance(node.func, ast.Name) and name in names.WALKED and name not in self.top:
            self.outside(node, f"{name}(...)", f"walk it in a for or a comprehension, or write list({name}(...))")
        elif isinstance(node.func, ast.Attribute) and name in names.VIEWS:
            self.outside(node, f".{name}()", f"walk it in a for or a comprehension, or write list(d.{name}())")
        self.call(node)

    def call(self, node: ast.Call) -> None:
        function = node.func
        name = called_name(node)
        sorts = name == "sorted" if isinstance(function, ast.Name) else name == "sort"
        if sorts:
            self.sort(node, name)
        elif node.keywords:
            given = ", ".join(keyword.arg or "**" for keyword in node.keywords)
            self.outside(node, f"{name}({given}=...)", "give arguments by their place, without their names")
        if isinstance(function, ast.Attribute):
            self.method_call(node, function)
        elif isinstance(function, ast.Name):
            self.name_call(node, function.id)
        else:
            self.outside(node, "call", "call a function by its name, or a method")
        for arg in node.args:
            walks = isinstance(function, ast.Name) and name in {"list", "enumerate", "zip", "reversed", "sorted"}
            if walks and isinstance(arg, ast.Call) and called_name(arg) in names.WALKED | names.VIEWS:
                if called_name(arg) in {"enumerate", "zip", "items"} and name == "list":
                    self.outside(arg, f"list({called_name(arg)}(...))", "write [[a, b] for a, b in ...]")
                self.call(arg)
            else:
                self.visit(arg)

    def sort(self, node: ast.Call, name: str) -> None:
        given = {keyword.arg: keyword.value for keyword in node.keywords}
        if "key" not in given:
            self.outside(node, name, "say what to sort by: key=lambda x: x")
        for keyword, value in given.items():
            if keyword == "key":
                if isinstance(value, ast.Lambda):
                    self.key_function(value)
                elif isinstance(value, ast.Name):
                    self.visit(value)
                else:
                    self.outside(value, "key", "the key is a lambda or a function's name")
            elif keyword == "reverse":
                if not (isinstance(value, ast.Constant) and isinstance(value.value, bool)):
                    self.outside(value, "reverse", "write reverse=True, or leave it out")
            else:
                self.outside(value, str(keyword), "a sort has key= and reverse= only")

    def key_function(self, node: ast.Lambda) -> None:
        args = node.args
        if len(args.args) != 1 or args.defaults or args.vararg or args.kwarg or args.kwonlyargs or args.posonlyargs:
            self.outside(node, "key", "a key takes one argument: key=lambda row: ...")
        for arg in args.args:
            self.named(node, arg.arg)
        if isinstance(node.body, ast.Tuple):
            self.outside(node, "key", "write a list: key=lambda row: [row[0], row[1]]")
        self.visit(node.body)

    def arguments(self, node: ast.Call, name: str, counts: range, instead: str = "") -> None:
        if len(node.args) not in counts:
            several = f"{counts.start} to {counts.stop - 1}" if len(counts) > 1 else str(counts.start)
            self.outside(node, f"{name}()", instead or f"it takes {several} arguments here")

    def method_call(self, node: ast.Call, function: ast.Attribute) -> None:
        owner, name = function.value, function.attr
        if isinstance(owner, ast.Name) and owner.id == "math" and "math" not in self.bound:
            if not self.math:
                self.refuse(node, "math", "math is not imported", "write `import math` at the top")
            if name not in names.MATH_FUNCTIONS:
                self.math_unknown(function)
            else:
                self.arguments(node, f"math.{name}", range(1, 2))
            return
        if name in names.METHODS:
            instead = names.INSTEAD_OF_METHODS.get(name, "")
            self.arguments(node, f".{name}", names.METHODS[name], instead)
        elif name in names.TAKEN_METHODS or name.startswith("__"):
            known = f"of methods, models have {', '.join(sorted(names.METHODS))}"
            self.outside(node, f".{name}()", names.INSTEAD_OF_METHODS.get(name, known))
        elif "A" <= name[0] <= "Z" or not name.isascii():
            self.outside(node, f".{name}()", "begin the method's name with a small letter")
        self.visit(owner)

    def name_call(self, node: ast.Call, name: str) -> None:
        if name in names.BUILTINS:
            self.arguments(node, name, names.BUILTINS[name])
            if name == "range" and len(node.args) == 3:
                step = signless(node.args[2])
                if not (isinstance(step, ast.Constant) and isinstance(step.value, int) and step.value):
                    self.outside(node, "range(a, b, step)", "write the step as a number, or use while")
            if name == "int" and node.args and isinstance(node.args[0], ast.Constant):
                if isinstance(node.args[0].value, str):
                    self.outside(node, "int(text)", 'look the digit up: "0123456789".find(character)')
        elif name not in self.bound:
            self.unknown(node, name)
        elif name in names.PSCRIPT_CALLS:
            self.refuse(node, f"{name}()", "the translation takes this name for its own", "rename the function")
        elif name[0].isupper() and name not in self.classes:
            self.outside(node, f"{name}()", "only a class begins with a capital")
        elif name in self.classes and name not in self.imported and name not in self.top:
            self.outside(node, f"{name}()", "define the class at the top of the module")


def sets(node: ast.Attribute) -> bool:
    """Whether it is ``self.name = ...``."""
    return isinstance(node.ctx, ast.Store)


def is_docstring(node: ast.AST) -> bool:
    """Whether it is text that stands alone."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)


def signless(node: ast.expr) -> ast.expr:
    """The number behind a minus."""
    return node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub) else node


def is_plain(node: ast.expr) -> bool:
    """A name, or an entry of one, that can be looked at twice."""
    return not any(
        isinstance(part, (ast.Call, ast.ListComp, ast.DictComp, ast.Lambda)) for part in ast.walk(node)
    ) and (isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.BinOp)))


def condition(node: ast.expr) -> None:
    """Marks `and` and `or` that only decide, so that their value is not looked at."""
    if isinstance(node, ast.BoolOp):
        node.is_condition = True  # type: ignore[attr-defined]
        for value in node.values:
            condition(value)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        condition(node.operand)


def looks_whole(text: str) -> bool:
    """Whether a browser moves this key before all others."""
    return text == "0" or (text.isascii() and text.isdigit() and not text.startswith("0"))


def called_name(node: ast.Call) -> str:
    """The last part of what is called."""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def bound_names(tree: ast.Module) -> set[str]:
    """Every name that anything in the module sets."""
    found = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            found.add(node.id)
        elif isinstance(node, ast.arg) and node.arg != "self":
            found.add(node.arg)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            found.add(node.name)
    return found
