"""What the shared subset lists by name: builtins, methods, `math`; and what to write instead of what it leaves out."""

from __future__ import annotations

import builtins
import keyword

from pscript import Parser

# name -> numbers of arguments. `sorted` (its key) is looked at apart.
BUILTINS: dict[str, range] = {
    "abs": range(1, 2),
    "all": range(1, 2),
    "any": range(1, 2),
    "bool": range(1, 2),
    "chr": range(1, 2),
    "enumerate": range(1, 2),
    "int": range(1, 2),
    "len": range(1, 2),
    "list": range(1, 2),
    "max": range(1, 9),
    "min": range(1, 9),
    "ord": range(1, 2),
    "range": range(1, 4),
    "reversed": range(1, 2),
    "sorted": range(1, 2),
    "zip": range(2, 9),
}
# these give what CPython walks through once only, so they stand where it is walked through
WALKED = {"enumerate", "range", "reversed", "zip"}
INSTEAD_OF_BUILTINS = {
    "round": "write nearest(x) from explainer.models.arithmetic, or math.floor(x * 10 + 0.5) / 10",
    "sum": "write total(numbers) from explainer.models.arithmetic: sum adds fractions differently from Python 3.12 on",
    "pow": "write a ** b",
    "divmod": "write floor_div(a, b) and mod(a, b) from explainer.models.arithmetic",
    "str": "write whole(n, words) or decimal(x, places, words) from explainer.models.wording, or digits(n)",
    "repr": "write whole(n, words) or decimal(x, places, words) from explainer.models.wording",
    "format": "write whole(n, words), decimal(x, places, words) or fill(template, slots) from explainer.models.wording",
    "float": 'leave it out (a / b is never whole-number division); there is no float("inf"): start from an entry',
    "dict": "write {} or {key: value for ...}, and .copy() for a copy",
    "set": "write a list or a dict, and `in`",
    "frozenset": "write a list or a dict, and `in`",
    "tuple": "write a list",
    "bytes": "write text",
    "map": "write a list comprehension",
    "filter": "write a list comprehension with `if`",
    "print": "return what is to be shown",
    "input": "take it from params",
    "open": "take it from data",
    "isinstance": "params and data are of known kinds: leave it out",
    "type": "params and data are of known kinds: leave it out",
    "eval": "write the expression itself",
    "exec": "write the statements themselves",
    "super": "write a class without a base, and functions",
    "iter": "write a for loop",
    "next": "write a for loop",
}

# method -> numbers of arguments
METHODS: dict[str, range] = {
    "append": range(1, 2),
    "copy": range(0, 1),
    "count": range(1, 2),
    "endswith": range(1, 2),
    "extend": range(1, 2),
    "find": range(1, 2),
    "get": range(2, 3),
    "index": range(1, 2),
    "insert": range(2, 3),
    "items": range(0, 1),
    "join": range(1, 2),
    "keys": range(0, 1),
    "pop": range(0, 3),
    "remove": range(1, 2),
    "replace": range(2, 3),
    "reverse": range(0, 1),
    "setdefault": range(2, 3),
    "sort": range(0, 1),
    "split": range(1, 2),
    "startswith": range(1, 2),
    "strip": range(0, 1),
    "update": range(1, 2),
    "values": range(0, 1),
}
# these give views of a dict, which CPython keeps in step with it
VIEWS = {"items", "keys", "values"}
INSTEAD_OF_METHODS = {
    "format": "write fill(template, slots) from explainer.models.wording",
    "get": "give what to take if the key is missing: .get(key, other)",
    "split": 'say what to split at: .split(" ")',
    "strip": "call .strip() without an argument",
    "upper": "write capitals(text) from explainer.models.wording: which letters have capitals depends on the runtime",
    "lower": "look the letter up in text of your own: which letters have capitals depends on the runtime",
    "lstrip": "write .strip()",
    "rstrip": "write .strip()",
    "clear": "make a new list or dict",
    "popitem": "write .pop(key, other)",
    "isdigit": 'write `character in "0123456789"`',
    "isdecimal": 'write `character in "0123456789"`',
    "isnumeric": 'write `character in "0123456789"`',
    "isalpha": "write `character in LETTERS` with your own LETTERS",
    "isspace": 'write `character.strip() == ""`',
    "zfill": "write it out with *, + and len()",
    "title": "put the wording into `words`",
    "capitalize": "put the wording into `words`",
}
# no method of a model's own class is called like one of these, so that a call's meaning shows in its name
TAKEN_METHODS = (
    set(dir(list)) | set(dir(dict)) | set(dir(str)) | {n[7:] for n in dir(Parser) if n.startswith("method_")}
)

MATH_FUNCTIONS = {"ceil", "cos", "exp", "fabs", "floor", "log", "log10", "log2", "sin", "sqrt", "tanh"}
MATH_NUMBERS = {"e", "pi", "tau"}

# names that mean something else in JavaScript, to PScript, or in what is emitted
RESERVED = {
    "abstract arguments await boolean byte case catch char const debugger default delete do double else enum eval",
    "explainer export extends false final finally float function goto if implements import in instanceof int interface",
    "let long native new null package private protected public py return self short static super switch synchronized this throw",
    "throws transient true try typeof undefined unichr var void volatile while window with xrange yield",
    "Array Boolean Error Infinity Math NaN Number Object String PSCRIPT_OVERLOAD RawJS",
}
RESERVED_NAMES = {name for line in RESERVED for name in line.split()} | set(keyword.kwlist)
RESERVED_STARTS = ("py_", "_pyfunc_", "_pymeth_", "flx_", "stub", "__")
# names that PScript takes for its own when they are called
PSCRIPT_CALLS = {name[9:] for name in dir(Parser) if name.startswith("function_")}
PYTHON_NAMES = set(dir(builtins))
