/* Python's meaning for what JavaScript means otherwise. Loaded once, before any model.

   Every model's Python is lowered to calls of these (see lower.py), so that it returns here what it returns in
   CPython; and where CPython raises because of a value (a missing key, an index out of range, a division by zero), this
   throws too: never a quiet `undefined` or `Infinity`. */
(function () {
"use strict";
var explainer = window.explainer = window.explainer || {};
explainer.modules = explainer.modules || {};
var owns = Object.prototype.hasOwnProperty;
var py = {};

function fail(kind, text) {
    var error = new Error(kind + ": " + text);
    error.name = kind;
    throw error;
}
function isNumber(x) { return typeof x === "number" || typeof x === "boolean"; }
function isDict(x) {
    return x !== null && typeof x === "object" && Object.getPrototypeOf(x) === Object.prototype;
}
function astral(text) { return /[\ud800-\udfff]/.test(text); }
function chars(text) { return astral(text) ? Array.from(text) : text.split(""); }
function place(i, size) {
    if (i < 0) { i += size; }
    if (!(i >= 0 && i < size)) { fail("IndexError", "index out of range"); }
    return +i;
}
function name(key) {
    if (typeof key !== "string") { fail("TypeError", "the keys of a dict are text in this subset"); }
    if (key === "__proto__") { fail("KeyError", "the key __proto__ is refused"); }
    return key;
}
/* JavaScript moves keys such as "2014" before all others; Python does not. */
function names(dict) {
    var keys = Object.keys(dict);
    for (var i = 0; i < keys.length; i += 1) {
        if (/^(0|[1-9]\d*)$/.test(keys[i])) {
            fail("ValueError", "a dict that is walked through must not have keys " +
                "that look like whole numbers: " + keys[i]);
        }
    }
    return keys;
}
function instance(constructor, args) {
    if (constructor.__init__) { constructor.__init__.apply(constructor, args); }
}

/* Arithmetic */
py.add = function (a, b) {
    if (typeof a === "number" && typeof b === "number") { return a + b; }
    if (typeof a === "string" && typeof b === "string") { return a + b; }
    if (Array.isArray(a) && Array.isArray(b)) { return a.concat(b); }
    if (isNumber(a) && isNumber(b)) { return Number(a) + Number(b); }
    return fail("TypeError", "+ of two kinds of things");
};
py.grow = function (a, b) { /* += : a list grows in place */
    if (Array.isArray(a)) { return py.extend(a, b), a; }
    return py.add(a, b);
};
function repeat(x, n) {
    if (typeof x === "string") { return n > 0 ? x.repeat(Number(n)) : ""; }
    var out = [];
    for (var i = 0; i < n; i += 1) { for (var j = 0; j < x.length; j += 1) { out.push(x[j]); } }
    return out;
}
py.mul = function (a, b) {
    if (typeof a === "number" && typeof b === "number") { return a * b; }
    if (isNumber(a) && isNumber(b)) { return Number(a) * Number(b); }
    if (isNumber(b)) { return repeat(a, b); }
    if (isNumber(a)) { return repeat(b, a); }
    return fail("TypeError", "* of two kinds of things");
};
py.stretch = function (a, b) { /* *= : a list grows in place */
    if (!Array.isArray(a)) { return py.mul(a, b); }
    var all = repeat(a, b);
    a.length = 0;
    return py.extend(a, all), a;
};
function zero(b) { if (b == 0) { fail("ZeroDivisionError", "division by zero"); } }
py.div = function (a, b) { zero(b); return a / b; };
/* as CPython's float_divmod does; exact for whole numbers below 2^53 */
py.mod = function (a, b) {
    zero(b);
    var rest = a % b;
    return rest !== 0 && (rest < 0) !== (b < 0) ? rest + b : rest;
};
py.floordiv = function (a, b) {
    zero(b);
    var rest = a % b, times = (a - rest) / b, whole;
    if (rest !== 0 && (rest < 0) !== (b < 0)) { times -= 1; }
    whole = Math.floor(times);
    return times - whole > 0.5 ? whole + 1 : whole;
};
py.pow = function (a, b) {
    var i, out = 1;
    a = Number(a); b = Number(b);
    if (a === 0 && b < 0) { fail("ZeroDivisionError", "0 to a negative power"); }
    if (Number.isInteger(a) && Number.isInteger(b) && b >= 0 && b <= 64) { /* exact where the answer is below 2^53 */
        for (i = 0; i < b && Math.abs(out) <= 9007199254740992; i += 1) { out *= a; }
        if (Math.abs(out) <= 9007199254740992) { return out; }
    }
    out = Math.pow(a, b);
    if (out !== out) { fail("ValueError", "a negative number to a broken power"); }
    return finite(out);
};
function finite(x) {
    if (x === Infinity || x === -Infinity) { fail("OverflowError", "the result is too large"); }
    return x;
}

/* Comparison */
py.eq = function (a, b) {
    var i, keys;
    if (a === b) { return true; }
    if (a === null || b === null) { return false; }
    if (isNumber(a) && isNumber(b)) { return Number(a) === Number(b); }
    if (Array.isArray(a)) {
        if (!Array.isArray(b) || a.length !== b.length) { return false; }
        for (i = 0; i < a.length; i += 1) { if (!py.eq(a[i], b[i])) { return false; } }
        return true;
    }
    if (Array.isArray(b) || !isDict(a) || !isDict(b)) { return false; }
    keys = Object.keys(a);
    if (keys.length !== Object.keys(b).length) { return false; }
    for (i = 0; i < keys.length; i += 1) {
        if (!owns.call(b, keys[i]) || !py.eq(a[keys[i]], b[keys[i]])) { return false; }
    }
    return true;
};
py.ne = function (a, b) { return !py.eq(a, b); };
function order(a, b) { /* -1, 0, 1 */
    var i, step;
    if (isNumber(a) && isNumber(b)) { return a < b ? -1 : a > b ? 1 : 0; }
    if (typeof a === "string" && typeof b === "string") {
        if (!astral(a) && !astral(b)) { return a < b ? -1 : a > b ? 1 : 0; }
        return order(chars(a).map(code), chars(b).map(code));
    }
    if (Array.isArray(a) && Array.isArray(b)) {
        for (i = 0; i < a.length && i < b.length; i += 1) {
            if (!py.eq(a[i], b[i])) { step = order(a[i], b[i]); return step; }
        }
        return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
    }
    return fail("TypeError", "< of two kinds of things");
}
function code(character) { return character.codePointAt(0); }
py.lt = function (a, b) { return typeof a === "number" && typeof b === "number" ? a < b : order(a, b) < 0; };
py.le = function (a, b) { return typeof a === "number" && typeof b === "number" ? a <= b : order(a, b) <= 0; };
py.gt = function (a, b) { return typeof a === "number" && typeof b === "number" ? a > b : order(a, b) > 0; };
py.ge = function (a, b) { return typeof a === "number" && typeof b === "number" ? a >= b : order(a, b) >= 0; };
py.has = function (a, b) { /* a in b */
    if (typeof b === "string") {
        if (typeof a !== "string") { fail("TypeError", "only text can be in text"); }
        return b.indexOf(a) >= 0;
    }
    if (Array.isArray(b)) {
        for (var i = 0; i < b.length; i += 1) { if (py.eq(b[i], a)) { return true; } }
        return false;
    }
    return owns.call(b, a);
};
py.true_ = function (x) {
    if (x === null) { return false; }
    if (Array.isArray(x)) { return x.length > 0; }
    if (typeof x === "object") { return isDict(x) ? Object.keys(x).length > 0 : true; }
    return Boolean(x);
};

/* Lists, dicts and text */
py.item = function (x, i) {
    if (Array.isArray(x)) { return i >= 0 && i < x.length ? x[+i] : x[place(i, x.length)]; }
    if (typeof x === "string") {
        var all = astral(x) ? Array.from(x) : x;
        return all[place(i, all.length)];
    }
    if (!owns.call(x, name(i))) { fail("KeyError", i); }
    return x[i];
};
py.put = function (value, x, i) { /* x[i] = value; the value first, as Python does */
    if (Array.isArray(x)) { x[place(i, x.length)] = value; } else { x[name(i)] = value; }
};
py.cut = function (x, from, to) {
    var all = typeof x === "string" && astral(x) ? Array.from(x) : x;
    var out = all.slice(from === null ? 0 : from, to === null ? all.length : to);
    return typeof x === "string" && typeof out !== "string" ? out.join("") : out;
};
py.parts = function (x, n) { /* for a, b = x */
    var all = py.each(x);
    if (all.length !== n) { fail("ValueError", "unpacking " + all.length + " into " + n); }
    return all;
};
py.dict = function () {
    var out = {};
    for (var i = 0; i < arguments.length; i += 2) { out[name(arguments[i])] = arguments[i + 1]; }
    return out;
};
py.each = function (x) { return Array.isArray(x) ? x : typeof x === "string" ? chars(x) : names(x); };
function called(f, entry, n) { return n === 1 ? f(entry) : f.apply(null, py.parts(entry, n)); }
py.listed = function (x, n, f, test) { /* [f for … in x if test] */
    var all = py.each(x), out = [];
    for (var i = 0; i < all.length; i += 1) {
        if (test === null || called(test, all[i], n)) { out.push(called(f, all[i], n)); }
    }
    return out;
};
py.flat = function (lists) {
    var out = [];
    for (var i = 0; i < lists.length; i += 1) { py.extend(out, lists[i]); }
    return out;
};
py.paired = function (pairs) { /* {k: v for …} */
    var out = {};
    for (var i = 0; i < pairs.length; i += 1) { out[name(pairs[i][0])] = pairs[i][1]; }
    return out;
};

/* Builtin functions */
py.abs = function (x) { return Math.abs(x); };
py.all = function (x) { return py.each(x).every(py.true_); };
py.any = function (x) { return py.each(x).some(py.true_); };
py.bool = py.true_;
py.chr = function (n) {
    if (!(n >= 0 && n <= 0x10ffff)) { fail("ValueError", "chr() of " + n); }
    return String.fromCodePoint(n);
};
py.ord = function (text) {
    if (py.len(text) !== 1) { fail("TypeError", "ord() takes one character"); }
    return code(text);
};
py.enumerate = function (x) { return py.each(x).map(function (entry, i) { return [i, entry]; }); };
py.int = function (x) {
    if (!isNumber(x)) { fail("TypeError", "int() takes numbers only in this subset"); }
    if (x !== x) { fail("ValueError", "int() of no number"); }
    return Math.trunc(finite(Number(x)));
};
py.len = function (x) {
    if (Array.isArray(x)) { return x.length; }
    if (typeof x === "string") { return astral(x) ? Array.from(x).length : x.length; }
    return Object.keys(x).length;
};
py.list = function (x) { return py.each(x).slice(); };
function best(better) {
    return function (x) {
        var all = arguments.length > 1 ? arguments : py.each(x), out, i;
        if (all.length === 0) { fail("ValueError", "min() or max() of nothing"); }
        for (out = all[0], i = 1; i < all.length; i += 1) { if (better(all[i], out)) { out = all[i]; } }
        return out;
    };
}
py.max = best(py.gt);
py.min = best(py.lt);
py.range = function (from, to, step) {
    var out = [];
    for (var i = from; step > 0 ? i < to : i > to; i += step) { out.push(i); }
    return out;
};
py.reversed = function (x) { return py.each(x).slice().reverse(); };
py.sorted = function (x, key, falling) {
    var keyed = py.each(x).map(function (entry) { return [key(entry), entry]; }), sign = falling ? -1 : 1;
    keyed.sort(function (a, b) { return sign * order(a[0], b[0]); });
    return keyed.map(function (pair) { return pair[1]; });
};
py.zip = function () {
    var all = Array.prototype.map.call(arguments, py.each);
    var size = Math.min.apply(null, all.map(function (list) { return list.length; })), out = [];
    for (var i = 0; i < size; i += 1) { out.push(all.map(function (list) { return list[i]; })); }
    return out;
};

/* Methods */
py.append = function (x, entry) { x.push(entry); return null; };
py.extend = function (x, more) {
    var all = py.each(more), size = all.length;
    for (var i = 0; i < size; i += 1) { x.push(all[i]); }
    return null;
};
py.insert = function (x, i, entry) { x.splice(i, 0, entry); return null; };
py.pop = function (x, i, other) {
    if (Array.isArray(x)) { return x.splice(place(arguments.length > 1 ? i : -1, x.length), 1)[0]; }
    if (!owns.call(x, name(i))) { return arguments.length > 2 ? other : fail("KeyError", i); }
    var out = x[i];
    delete x[i];
    return out;
};
py.remove = function (x, entry) { x.splice(py.index(x, entry), 1); return null; };
py.reverse = function (x) { x.reverse(); return null; };
py.sort = function (x, key, falling) {
    var all = py.sorted(x, key, falling);
    x.length = 0;
    return py.extend(x, all);
};
py.copy = function (x) { return Array.isArray(x) ? x.slice() : Object.assign({}, x); };
py.count = function (x, what) {
    if (typeof x === "string") { return what === "" ? py.len(x) + 1 : x.split(what).length - 1; }
    return x.filter(function (entry) { return py.eq(entry, what); }).length;
};
py.index = function (x, what) {
    if (typeof x === "string") {
        var found = py.find(x, what);
        return found < 0 ? fail("ValueError", "not found") : found;
    }
    for (var i = 0; i < x.length; i += 1) { if (py.eq(x[i], what)) { return i; } }
    return fail("ValueError", "not in the list");
};
py.get = function (x, key, other) { return owns.call(x, name(key)) ? x[key] : other; };
py.keys = function (x) { return names(x); };
py.values = function (x) { return names(x).map(function (key) { return x[key]; }); };
py.items = function (x) { return names(x).map(function (key) { return [key, x[key]]; }); };
py.update = function (x, more) {
    Object.keys(more).forEach(function (key) { x[name(key)] = more[key]; });
    return null;
};
py.setdefault = function (x, key, value) {
    if (!owns.call(x, name(key))) { x[key] = value; }
    return x[key];
};
py.find = function (x, what) {
    var at = x.indexOf(what);
    return at > 0 && astral(x) ? Array.from(x.slice(0, at)).length : at;
};
py.join = function (between, list) {
    var all = py.each(list);
    for (var i = 0; i < all.length; i += 1) {
        if (typeof all[i] !== "string") { fail("TypeError", "join() takes text only"); }
    }
    return all.join(between);
};
py.replace = function (x, from, to) {
    return from === "" ? to + chars(x).map(function (c) { return c + to; }).join("") : x.split(from).join(to);
};
py.split = function (x, between) {
    if (between === "") { fail("ValueError", "empty separator"); }
    return x.split(between);
};
py.startswith = function (x, part) { return x.startsWith(part); };
py.endswith = function (x, part) { return x.endsWith(part); };
/* what Python takes for white space; JavaScript's own list differs */
var SPACE = "[\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]+";
var ENDS = new RegExp("^" + SPACE + "|" + SPACE + "$", "g");
py.strip = function (x) { return x.replace(ENDS, ""); };

/* math */
py.math_floor = function (x) { return finite(Math.floor(x)); };
py.math_ceil = function (x) { return finite(Math.ceil(x)); };
py.math_fabs = function (x) { return Math.abs(x); };
py.math_sqrt = function (x) { return x < 0 ? fail("ValueError", "math domain error") : Math.sqrt(x); };
py.math_exp = function (x) { return finite(Math.exp(x)); };
function log(f) { return function (x) { return x > 0 ? f(Number(x)) : fail("ValueError", "math domain error"); }; }
py.math_log = log(Math.log);
py.math_log2 = log(Math.log2);
py.math_log10 = log(Math.log10);
py.math_sin = function (x) { return Math.sin(x); };
py.math_cos = function (x) { return Math.cos(x); };
py.math_tanh = function (x) { return Math.tanh(x); };

/* what PScript itself calls: a new instance, without binding each method to it */
py.instance = instance;
explainer.python = py;
}());
