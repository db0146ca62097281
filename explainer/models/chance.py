"""Chance that can be replayed: the same seed gives the same draws in Python and in the browser.

The "minimal standard" generator of Park and Miller (Communications of the ACM 31(10), 1988) with the multiplier 48271
that they recommended in 1993: state = 48271 * state mod 2147483647. Its products stay below 2^53, so that JavaScript
computes them exactly. Good enough for pictures of chance; never for secrets.
"""

import math

from explainer.models.arithmetic import mod

MODULUS = 2147483647
MULTIPLIER = 48271


class Chance:
    """A stream of draws. `seed` is a whole number from 1 to 2147483646.

    Any other number is brought into that range: its fraction is dropped, then its remainder by 2147483647 is taken, and
    1 stands for 0. Neighbouring seeds give related draws (the first is about seed / 44488, less whole parts): choose
    seeds at random, not one after the other.
    """

    def __init__(self, seed):
        self.state = mod(math.floor(seed), MODULUS)
        if self.state == 0:
            self.state = 1

    def next(self):
        """A number between 0 and 1, neither of them ever."""
        self.state = mod(MULTIPLIER * self.state, MODULUS)
        return self.state / MODULUS

    def below(self, n):
        """A whole number from 0 to n - 1, for a whole n from 1 to 2147483646."""
        return math.floor(self.next() * n)

    def exponential(self):
        """A waiting time with mean 1; its last bit may differ between runtimes, so quantise before you compare it."""
        return -math.log(self.next())

    def gamma(self, k):
        """The sum of `k` exponentials, for a whole k: shape k, mean k. (Divided by their sum, such are Dirichlet.)"""
        added = 0.0
        for _ in range(k):
            added = added + self.exponential()
        return added

    def normal(self):
        """A draw from nearly the standard normal: 12 uniform draws less 6. Never beyond 6; no branch, no rare bits."""
        added = 0.0
        for _ in range(12):
            added = added + self.next()
        return added - 6.0

    def shuffled(self, items):
        """A new list of the same items, each order as likely as any other (Fisher and Yates)."""
        mixed = items.copy()
        for taken in range(len(items)):
            last = len(items) - 1 - taken
            i = self.below(last + 1)
            mixed[i], mixed[last] = mixed[last], mixed[i]
        return mixed
