"""Numbers and sentences in words: the one formatter of models, equal in Python and in the browser.

`words` is the wording of one language (English: explainer/words.py), which says what separates thousands, what marks
the decimals, and what joins a list.
"""

import math

from explainer.models.arithmetic import floor_div, mod, nearest

DIGITS = "0123456789"
SMALL = "abcdefghijklmnopqrstuvwxyz"
CAPITAL = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
# A computed 2.5 may come out a hair below itself, and not by the same hair everywhere. It is still worded as 3.
HAIR = 0.000000001


def digits(n):
    """The digits of a whole number of 0 or more (3 or 3.0), without separators."""
    text = ""
    rest = int(n)
    while rest >= 10:
        text = DIGITS[mod(rest, 10)] + text
        rest = floor_div(rest, 10)
    return DIGITS[rest] + text


def grouped(n, separator):
    """The digits of a whole number of 0 or more, a separator before every third from the right."""
    text = digits(n)
    out = ""
    for i in range(len(text)):
        if i > 0 and mod(len(text) - i, 3) == 0:
            out = out + separator
        out = out + text[i]
    return out


def whole(n, words):
    """1,234,567: rounded to a whole number, halves away from zero."""
    size = nearest(abs(n) + HAIR)
    text = grouped(size, words["thousands"])
    if n < 0 and size > 0:
        return words["minus"] + text
    return text


def decimal(x, places, words):
    """1,234.50: with `places` decimals, halves away from zero. Nothing that is worded as 0 has a minus."""
    scale = 10**places
    size = nearest(abs(x) * scale + HAIR)
    text = grouped(floor_div(size, scale), words["thousands"])
    if places > 0:
        rest = digits(mod(size, scale))
        text = text + words["point"] + "0" * (places - len(rest)) + rest
    if x < 0 and size > 0:
        return words["minus"] + text
    return text


def percent(share, places, words):
    """12.3%: of a share, 1 being all, with `places` decimals."""
    return fill(words["percent"], {"n": decimal(share * 100, places, words)})


def fill(template, slots):
    """The template with each {slot} replaced by its text; what is filled in is not looked at again.

    A slot that is not given is an error (KeyError). A brace that is not closed stays as it is.
    """
    out = ""
    rest = template
    while True:
        start = rest.find("{")
        if start < 0:
            return out + rest
        inside = rest[start + 1 :]
        end = inside.find("}")
        if end < 0:
            return out + rest
        out = out + rest[:start] + slots[inside[:end]]
        rest = inside[end + 1 :]


def join(items, words):
    """ "a", "a and b", "a, b and c"; "" of an empty list."""
    if len(items) == 0:
        return ""
    if len(items) == 1:
        return items[0]
    return words["list_comma"].join(items[:-1]) + words["and"] + items[-1]


def plural(n, words, key):
    """The wording for one thing, words[key + "_one"], or for any other number, words[key + "_other"]."""
    if n == 1:
        return words[key + "_one"]
    return words[key + "_other"]


def said_number(n, words):
    """A whole number as running text says it: in words from 0 to 12, in digits beyond, rounded if it is not whole."""
    if n == math.floor(n) and n >= 0 and n <= 12:
        return words["number_" + digits(n)]
    return whole(n, words)


def characters(text):
    """The characters of a text as a list; one beyond the basic plane (𠮷, an emoji) is one, also in the browser."""
    return list(text)


def capitals(text):
    """The text with a to z made A to Z, and no other letter touched."""
    out = ""
    for character in text:
        place = SMALL.find(character)
        out = out + (CAPITAL[place] if place >= 0 else character)
    return out


def narrow(text):
    """The text with the full-width forms of ASCII (Ａ, ０, ，) and the ideographic space made plain ASCII."""
    out = ""
    for character in text:
        code = ord(character)
        if code >= 0xFF01 and code <= 0xFF5E:
            out = out + chr(code - 0xFEE0)
        elif code == 0x3000:
            out = out + " "
        else:
            out = out + character
    return out
