"""Each construct of the shared subset: a small model that uses it, and what to try it on.

`CONSTRUCTS` maps a name to (source, strategy); `run(*args)` of the source is called with what the strategy draws, a
tuple of JSON values. Adding a construct to the allow-list means adding an entry here.
"""

from __future__ import annotations

from hypothesis import strategies as st

small = st.integers(-12, 12)
natural = st.integers(0, 12)
large = st.integers(-(2**40), 2**40)
real = st.floats(-1e9, 1e9, allow_nan=False).map(lambda x: x if abs(x) > 1e-9 else 0.0)
number = small | large | real | st.sampled_from([0, 1, -1, 0.5, -0.5, 0.1, 7, 1e-9])
boolean = st.booleans()
text = st.text(st.sampled_from("ab Ac,{}0Ｚ被√𠮷😀\t\u3000\x85\ufeff.-") | st.characters(codec="utf-8"), max_size=8)
few = st.text(st.sampled_from("ab,𠮷"), max_size=4)
letter = st.sampled_from("ab,𠮷")
numbers = st.lists(small | st.sampled_from([0.5, -0.25]), max_size=6)
value = st.recursive(
    st.none() | boolean | small | few,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc"), inner, max_size=3),
    max_leaves=5,
)
table = st.dictionaries(
    st.sampled_from(["a", "b", "length", "constructor", "toString", "被", "x y"]), small, max_size=4
)
key = st.sampled_from(["a", "b", "length", "constructor", "toString", "hasOwnProperty", "被", "x y"])
rows = st.lists(st.tuples(small, few).map(list), max_size=6)


def one(strategy: st.SearchStrategy) -> st.SearchStrategy:
    return st.tuples(strategy)


def two(a: st.SearchStrategy, b: st.SearchStrategy | None = None) -> st.SearchStrategy:
    return st.tuples(a, a if b is None else b)


def expression(code: str, args: str = "a, b") -> str:
    """A model that returns one expression."""
    return f"def run({args}):\n    return {code}\n"


def statements(code: str, args: str = "a, b") -> str:
    """A model of several lines; `args` are its arguments."""
    return f"def run({args}):\n" + "".join(f"    {line}\n" for line in code.strip("\n").splitlines())


CONSTRUCTS: dict[str, tuple[str, st.SearchStrategy]] = {
    # arithmetic
    "+ of numbers": (expression("[a + b, a + 1, 0.5 + b]"), two(number)),
    "+ of text": (expression("a + b + '!'"), two(text)),
    "+ of lists": (expression("a + b"), two(numbers)),
    "+ of booleans": (expression("a + b"), two(boolean | small)),
    "-": (expression("[a - b, -a, -(-b), a - -b]"), two(number)),
    "* of numbers": (expression("a * b"), two(st.integers(-(2**26), 2**26) | real | boolean)),
    "* of text and lists": (expression("[a * b, [0] * b, b * a]"), st.tuples(text, st.integers(-2, 5))),
    "/": (expression("a / b"), two(number)),
    "/ by a number": (expression("a / 7 + a / 0.1", "a"), one(number)),
    "//": (expression("a // b"), two(st.integers(-(2**53), 2**53) | real | small)),
    "%": (expression("a % b"), two(st.integers(-(2**53), 2**53) | real | small)),
    "// and % by a number": (expression("[a // 7, a % 7, a // 0.1, a % 0.1, (7 - a % 7) % 7]", "a"), one(number)),
    "** of whole numbers": (expression("a ** b"), two(st.integers(-9, 9), st.integers(-3, 16))),
    "** of fractions": (expression("a ** b"), two(st.floats(0, 100), st.floats(-5, 5))),
    "+= -= *= /= //= %= **=": (
        statements(
            "x = a\nx += b\nx -= 3\nx *= b\nx /= 7\ny = abs(a)\ny //= 3\ny %= 5\nz = 3\nz **= 2\nreturn [x, y, z]"
        ),
        two(st.integers(-(2**20), 2**20)),
    ),
    "what can only be a number": (
        "RATE, MORE = 3, 0.5\n"
        "def scaled(x: float, times: int = 2) -> float:\n    return (x * RATE + MORE) * times\n"
        "def run(xs, n):\n    added, times = 0.0, 1\n    for i in range(len(xs)):\n        added = added + xs[i] * RATE\n"
        "        times = times * (i + 1)\n    part = abs(n) if n < MORE else -RATE\n"
        "    return [added, times, part * times, scaled(added), scaled(part, times), added > part, times == RATE, times != part]\n",
        two(numbers, number),
    ),
    "what may be more than a number": (
        "def run(t, n, flag):\n    one = 1\n    x = n\n    x = x + x\n    longer = ''\n    for part in t:\n        longer = longer + part\n"
        "    both = n - n\n    both = [both]\n    both = both * 2\n    doubled = [one + one for one in [t, longer]]\n"
        "    def again(one):\n        return one * 2\n"
        "    return [x, longer, both, doubled, again(t), again(n), flag == one, one == flag, one != flag, [n, one] == [flag, True]]\n",
        st.tuples(text, small, boolean),
    ),
    "+= and *= of a list grow it in place": (
        statements("x = a\nx += b\ny = x\ny *= 2\nreturn [a, x, y]"),
        two(numbers),
    ),
    "+= of an entry": (
        statements("d = {'n': 1}\nd['n'] += b\nx = a + [0]\nx[-1] += 5\nx[0] -= b\nx[0] *= 2\nreturn [d, x]"),
        st.tuples(numbers, small),
    ),
    "+= of an entry that is computed once": (
        statements(
            "seen = []\nx = [0, 0]\ndef at(i):\n    seen.append(i)\n    return i\nx[at(1)] += at(a)\nreturn [x, seen]",
            "a",
        ),
        one(small),
    ),
    "precedence": (
        expression("[a - (b - a), a / (b / 3.5), -(a + b) * 2, (a + b) * (a - b), 2 * -a]"),
        two(small | real),
    ),
    # comparison
    "== and != of anything": (expression("[a == b, a != b, a == a]"), two(value)),
    "== of a number and truth": (
        expression("[a == b, a != b]"),
        two(boolean | st.integers(0, 1) | st.sampled_from([1.0])),
    ),
    "== of lists in lists": (expression("a == b"), two(st.lists(st.lists(st.integers(0, 1), max_size=2), max_size=2))),
    "< of numbers": (expression("[a < b, a <= b, a > b, a >= b, a < 3, 2.5 >= b]"), two(number | boolean)),
    "< of text": (expression("[a < b, a <= b, a > b, a >= b]"), two(text | few)),
    "< of lists": (expression("[a < b, a <= b, a > b, a >= b]"), two(st.lists(st.integers(0, 2), max_size=3))),
    "chained comparison": (
        expression("[a < b < 5, 0 <= a <= b, a == b == 3, a < b[0] < 9]", "a, c, b")
        .replace("b <", "c <", 1)
        .replace("<= b,", "<= c,")
        .replace("a == b ==", "a == c =="),
        st.tuples(small, small, st.lists(small, min_size=1, max_size=1)),
    ),
    "in": (expression("[a in b, a not in b]"), two(small | few, st.lists(small | few, max_size=5))),
    "in text": (expression("[a in b, a not in b]"), two(few, few)),
    "in a dict": (expression("[a in b, a not in b]"), two(key, table)),
    "in a tuple": (expression("a in (1, 2, 'a')", "a"), one(small | few)),
    "is None": (expression("[a is None, a is not None]", "a"), one(value)),
    # truth
    "if of anything": (statements("if a:\n    return 1\nelif not b:\n    return 2\nelse:\n    return 3"), two(value)),
    "if else as a value": (expression("1 if a else 2 if b else 3"), two(value)),
    "not": (expression("[not a, not not a]", "a"), one(value)),
    "and, or in a condition": (
        expression("[1 if a and b else 2, 1 if a or b else 2, 1 if not (a or b) and a else 2]"),
        two(value),
    ),
    "and, or as a value": (
        expression("[a and b, a or b, a == b or a, not a and b, a and b or 7]").replace(", a and b or 7", ""),
        two(value),
    ),
    "and, or stop early": (
        statements(
            "seen = []\ndef noted(x):\n    seen.append(x)\n    return x\nif noted(a) and noted(b):\n    seen.append('both')\nif noted(a) or noted(b):\n    seen.append('either')\nreturn seen"
        ),
        two(boolean),
    ),
    "while of a list": (statements("x = a + []\nn = 0\nwhile x:\n    n += x.pop()\nreturn [n, x]", "a"), one(numbers)),
    # statements
    "while, break, continue": (
        statements(
            "i = 0\nout = []\nwhile True:\n    i += 1\n    if i > b:\n        break\n    if i % 3 == 0:\n        continue\n    out.append(i * a)\nreturn out"
        ),
        two(small),
    ),
    "for over a list": (
        statements("out = []\nfor x in a:\n    out.append(x)\n    if len(out) > 3:\n        break\nreturn out", "a"),
        one(numbers),
    ),
    "for over a list that grows": (
        statements("x = a + []\nfor y in x:\n    if len(x) < 9:\n        x.append(y + 1)\nreturn x", "a"),
        one(numbers),
    ),
    "for over text": (statements("out = []\nfor c in a:\n    out.append(c)\nreturn out", "a"), one(text)),
    "for over a dict": (statements("out = []\nfor k in a:\n    out.append(k)\nreturn out", "a"), one(table)),
    "for over a tuple": (statements("out = []\nfor k in (a, b, 3):\n    out.append(k)\nreturn out"), two(small)),
    "for with unpacking": (statements("out = []\nfor x, y in a:\n    out.append([y, x])\nreturn out", "a"), one(rows)),
    "unpacking counts": (
        statements("out = []\nfor x, y in a:\n    out.append([y, x])\nreturn out", "a"),
        one(st.lists(st.lists(small, min_size=1, max_size=3), max_size=3)),
    ),
    "for over enumerate": (
        statements("out = []\nfor i, x in enumerate(a):\n    out.append([i, x])\nreturn out", "a"),
        one(numbers | text),
    ),
    "for over zip": (
        statements("out = []\nfor x, y in zip(a, b):\n    out.append([x, y])\nreturn out"),
        two(numbers, text),
    ),
    "for over reversed": (
        statements("out = []\nfor x in reversed(a):\n    out.append(x)\nreturn out", "a"),
        one(numbers),
    ),
    "for over items, keys, values": (
        statements(
            "out = []\nfor k, v in a.items():\n    out.append([k, v])\nfor k in a.keys():\n    out.append(k)\nfor v in a.values():\n    out.append(v)\nreturn out",
            "a",
        ),
        one(table),
    ),
    "for over range": (
        statements(
            "out = []\nfor i in range(a):\n    out.append(i)\nfor i in range(a, b):\n    out.append(i)\nfor i in range(a, b, 3):\n    out.append(i)\nfor i in range(a, b, -2):\n    out.append(i)\nreturn out"
        ),
        two(small),
    ),
    "for over range: its end is fixed, its name is free": (
        statements("i = -1\nx = a + []\nfor i in range(len(x)):\n    x.append(i)\n    i = i + 5\nreturn [x, i]", "a"),
        one(numbers),
    ),
    "loops in loops": (
        statements(
            "out = []\nfor i in range(a):\n    for j in range(i, a):\n        if j == b:\n            continue\n        if j > i + 2:\n            break\n        out.append([i, j])\nreturn out"
        ),
        two(natural),
    ),
    "pass": (statements("for x in a:\n    pass\nreturn len(a)", "a"), one(numbers)),
    "no return": (statements("if a > 0:\n    return", "a"), one(small)),
    "swap": (statements("a, b = b, a\nx = [a, b]\nx[0], x[1] = x[1], x[0]\nreturn [a, b, x]"), two(small)),
    "unpacking": (statements("x, y = a\nreturn [y, x]", "a"), one(st.lists(small, min_size=1, max_size=3))),
    "assignment to an entry": (statements("x = a + []\nx[b] = 9\nd = {}\nd['k'] = x\nreturn d"), two(numbers, small)),
    "assignment: the value before the place": (
        statements(
            "seen = []\nx = [0, 0, 0]\ndef noted(i):\n    seen.append(i)\n    return i\nx[noted(1)] = noted(a)\nreturn [x, seen]",
            "a",
        ),
        one(small),
    ),
    "annotations": (
        "LIMIT: int = 3\ndef run(a: int) -> list:\n    b: list = [a, LIMIT]\n    c: int\n    c = 1\n    return b + [c]\n",
        one(small),
    ),
    "future annotations": (
        "from __future__ import annotations\ndef run(a: int | None) -> list:\n    return [a]\n",
        one(small),
    ),
    # functions and classes
    "function": (
        'def twice(x):\n    """Doc."""\n    return x * 2\ndef run(a, b):\n    return twice(a) + twice(b)\n',
        two(small),
    ),
    "function used before it is defined": (
        "def run(a):\n    return later(a)\ndef later(x):\n    return x + 1\n",
        one(small),
    ),
    "recursion": (
        "def fact(n):\n    if n < 2:\n        return 1\n    return n * fact(n - 1)\ndef run(a):\n    return fact(a)\n",
        one(natural),
    ),
    "defaults": (
        "def f(x, y=2, z='é', u=None, w=-1.5):\n    return [x, y, z, u, w]\ndef run(a, b):\n    return [f(a), f(a, b), f(a, b, 'q', True, 0)]\n",
        two(small),
    ),
    "function as an argument": (
        "def up(x):\n    return x + 1\ndef each(f, xs):\n    return [f(x) for x in xs]\ndef run(a):\n    return each(up, a)\n",
        one(numbers),
    ),
    "nested function": (
        statements(
            "total = []\ndef add(x):\n    y = x + a\n    total.append(y)\n    return y\nadd(1)\nadd(b)\nreturn total"
        ),
        two(small),
    ),
    "two results": (
        "def both(x):\n    return x, x + 1\ndef run(a):\n    p, q = both(a)\n    return [q, p]\n",
        one(small),
    ),
    "module constants": (
        "NAMES = ['a', 'b']\nSIZE = len(NAMES) * 2\nLOW, HIGH = 1, 2\ndef run(a):\n    return [NAMES[a % 2], SIZE, LOW, HIGH]\n",
        one(small),
    ),
    "class": (
        'class Counter:\n    """Doc."""\n    def __init__(self, start, step=1):\n        self.count = start\n        self.step = step\n    def up(self, times):\n        for _ in range(times):\n            self.count += self.step\n        return self.count\n    def twice(self):\n        return self.up(1) + self.up(1)\n'
        "def run(a, b):\n    c = Counter(a)\n    d = Counter(b, 3)\n    return [c.up(2), d.up(2), c.twice(), d.count, [each.count for each in [c, d]], c == d, c == c, 1 if c else 2]\n",
        two(small),
    ),
    "class without __init__": (
        "class Plain:\n    def same(self, x):\n        return x\ndef run(a):\n    return Plain().same(a)\n",
        one(small),
    ),
    "comprehension in a method": (
        "class M:\n    def __init__(self, k):\n        self.k = k\n    def scaled(self, xs):\n        return [x * self.k for x in xs if x != self.k]\ndef run(a, b):\n    return M(b).scaled(a)\n",
        two(numbers, small),
    ),
    # lists, dicts, text
    "list": (expression("[[], [a], [a, [b, 'é\\u2028\"']], [None, True, False]]"), two(small)),
    "dict": (expression("{'a': a, 'new': b, 'x y': 1, '被': {}, 'class': [a], 'length': 3}"), two(small)),
    "dict with computed keys": (expression("{a: 1, b: 2, 'z' + a: 3}"), two(st.text("xyz", min_size=1, max_size=2))),
    "index": (expression("[a[b], a[0], a[-1]]"), two(numbers, small)),
    "index of text": (expression("[a[b], a[0], a[-1]]"), two(text, small)),
    "key": (expression("a[b]"), two(table, key)),
    "slices": (
        expression("[a[b:], a[:b], a[b:c], a[:], a[1:-1], a[:-b]]", "a, b, c"),
        st.tuples(numbers | text, small, small),
    ),
    "list comprehension": (expression("[x * b for x in a if x > b if x != 3]"), two(numbers, small)),
    "comprehension with its own names": (
        statements("x = 7\nys = [x + 1 for x in a]\nreturn [x, ys]", "a"),
        one(numbers),
    ),
    "comprehension in a comprehension": (expression("[[x + y for y in b] for x in a]"), two(numbers)),
    "two loops in a comprehension": (
        expression("[[x, y] for x in a if x > 0 for y in range(x) if y != b]"),
        two(st.lists(small, max_size=4), small),
    ),
    "comprehension with unpacking": (
        expression("[[i, x, y] for i, x in enumerate(a) for y in [x]] + [[k, v] for k, v in zip(a, b)]"),
        two(numbers),
    ),
    "dict comprehension": (expression("{k: v + 1 for k, v in a.items() if v > 0}", "a"), one(table)),
    "None, True, False": (expression("[None, True, False, a]", "a"), one(value)),
    "numbers": (expression("[0, 1.5, 1e-7, 9007199254740992, 1e300, 1e16, -0.1, a]", "a"), one(small)),
    # functions of Python
    "abs": (expression("abs(a)", "a"), one(number)),
    "all, any": (
        expression("[all(a), any(a), all([x == 0 for x in a]), any([x == 0 for x in a])]", "a"),
        one(st.lists(value, max_size=3)),
    ),
    "bool": (expression("bool(a)", "a"), one(value)),
    "chr, ord": (
        expression("[[ord(c) for c in a], [chr(ord(c) + 0) for c in a], chr(b)]"),
        two(text, st.integers(32, 0xD7FF) | st.integers(0xE000, 0x10FFFF)),
    ),
    "ord of more than one": (expression("ord(a)", "a"), one(few)),
    "int": (expression("int(a)", "a"), one(number | boolean)),
    "len": (expression("len(a)", "a"), one(text | numbers | table)),
    "list()": (
        statements("x = list(a)\nx.append(1)\nreturn [a, x, list(range(3)), list(range(2, 9, 3))]", "a"),
        one(numbers | text | table),
    ),
    "list of keys, values, reversed": (
        expression("[list(a.keys()), list(a.values()), list(reversed(list(a)))]", "a"),
        one(table),
    ),
    "max, min": (expression("[max(a), min(a), max(a[0], 3, 1.5), min(a[0], 3)]", "a"), one(numbers)),
    "max, min of text and lists": (
        expression("[max(a), min(a)]", "a"),
        one(st.lists(few, max_size=4) | st.lists(st.lists(small, max_size=2), max_size=4)),
    ),
    "sorted": (
        expression(
            "[sorted(a, key=lambda x: x[0]), sorted(a, key=lambda x: x[1]), sorted(a, key=lambda r: [-r[0], r[1]])]",
            "a",
        ),
        one(rows),
    ),
    "sorted, falling": (expression("sorted(a, key=lambda x: x[0], reverse=True)", "a"), one(rows)),
    "sorted by a function": (
        "def size(x):\n    return abs(x)\ndef run(a):\n    return [sorted(a, key=size), a]\n",
        one(numbers),
    ),
    "sorted dict and text": (expression("[sorted(a, key=lambda k: k), sorted(b, key=lambda c: c)]"), two(table, text)),
    # methods
    "append, extend, insert": (
        statements("x = a + []\nx.append(b)\nx.extend(a)\nx.extend(x)\nx.insert(b, 99)\nreturn x"),
        two(numbers, small),
    ),
    "pop": (statements("x = a + []\ny = x.pop(b)\nz = x.pop()\nreturn [x, y, z]"), two(numbers, small)),
    "remove, index, count": (
        statements("x = a + []\nn = x.count(b)\ni = x.index(b)\nx.remove(b)\nreturn [x, n, i]"),
        two(numbers, st.integers(-1, 2)),
    ),
    "reverse, copy": (statements("x = a.copy()\nx.reverse()\nreturn [a, x]", "a"), one(numbers)),
    "sort": (
        statements(
            "x = a.copy()\nx.sort(key=lambda r: r[0])\ny = a.copy()\ny.sort(key=lambda r: r[1], reverse=True)\nreturn [x, y, a]",
            "a",
        ),
        one(rows),
    ),
    "get, setdefault, pop of a dict": (
        statements(
            "d = a.copy()\nx = d.get(b, 5)\ny = d.setdefault(b, 6)\nz = d.pop(b)\nu = d.pop(b, None)\nreturn [a, d, x, y, z, u]"
        ),
        two(table, key),
    ),
    "pop of a missing key": (statements("d = a.copy()\nx = d.pop(b)\nreturn [x, d]"), two(table, key)),
    "update": (statements("d = a.copy()\nd.update(b)\nreturn [d, a]"), two(table)),
    "text: find, index, count": (expression("[a.find(b), a.count(b), a.index(b)]"), two(few, few)),
    "text: startswith, endswith": (
        expression("[a.startswith(b), a.endswith(b), a.startswith('a') and a.endswith('b')]"),
        two(few, few),
    ),
    "text: replace": (expression("a.replace(b, c)", "a, b, c"), st.tuples(few, few, text)),
    "text: split, join": (expression("[a.split(b), '-'.join(a.split(b)), b.join(list(a))]"), two(few, few)),
    "text: split by several": (
        expression("a.split(b)"),
        two(few, st.text(st.sampled_from("ab,"), min_size=1, max_size=2)),
    ),
    "text: strip": (
        expression("a.strip()", "a"),
        one(text | st.text(st.characters(max_codepoint=0x3100, exclude_categories=["Cs"]), max_size=3)),
    ),
    # math
    "math numbers": ("import math\n" + expression("[math.pi, math.e, math.tau, a]", "a"), one(small)),
    "math.floor, ceil, fabs": (
        "import math\n" + expression("[math.floor(a), math.ceil(a), math.fabs(a)]", "a"),
        one(number),
    ),
    "math.sqrt": ("import math\n" + expression("math.sqrt(a)", "a"), one(number)),
    "math.exp": ("import math\n" + expression("math.exp(a)", "a"), one(st.floats(-700, 720))),
    "math.log": (
        "import math\n" + expression("[math.log(a), math.log2(a), math.log10(a)]", "a"),
        one(st.floats(1e-9, 0.9) | st.floats(1.1, 1e9) | small),
    ),
    "math.sin, cos, tanh": (
        "import math\n" + expression("[math.sin(a) + 2, math.cos(a) + 2, math.tanh(a)]", "a"),
        one(st.floats(-50, 50)),
    ),
    # other models
    "import of a model": (
        "from explainer.models.arithmetic import floor_div, mod, nearest, total\n"
        + expression("[floor_div(a, b), mod(a, b), nearest(a / 4), total([a, b, 0.5])]"),
        two(st.integers(-(2**40), 2**40), st.integers(-99, 99)),
    ),
    "import of a class": (
        "from explainer.models.chance import Chance\n"
        + statements("c = Chance(a)\nreturn [c.next(), c.below(6), c.shuffled([1, 2, 3, 4])]", "a"),
        one(st.integers(1, 2147483646)),
    ),
}
