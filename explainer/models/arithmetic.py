"""Whole-number arithmetic that reads the same to everyone: rounding, division and remainder of negatives, sums.

Whole numbers must stay below 2^53, beyond which a browser cannot count.
"""

import math


def floor_div(a, b):
    """The whole number at or below `a` / `b`, for whole numbers: floor_div(-7, 2) is -4."""
    return math.floor(a / b)


def mod(a, b):
    """What `a` has over floor_div(a, b) times `b`, for whole numbers: mod(-7, 5) is 3. It has the sign of `b`."""
    return a - b * math.floor(a / b)


def nearest(x):
    """The nearest whole number; halves go up: nearest(2.5) is 3, nearest(-2.5) is -2."""
    below = math.floor(x)
    if x - below >= 0.5:
        return below + 1
    return below


def total(numbers):
    """The sum of a list of numbers, added from the left; 0 of an empty list."""
    added = 0
    for number in numbers:
        added = added + number
    return added
