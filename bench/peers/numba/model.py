"""The small week in Numba: the loops one would write in C, compiled when the program starts.

One pass over the customers does rules 1 to 4, one over the sellers rules 5 and 6; float32 columns and arithmetic, a
closer look only where the luck is below the largest chance. With --global the uniforms come from
np.random.random(), as in Numba's first examples; with --own from a generator of two lines of our own, which the compiler
can inline; without either from a Generator handed to the compiled code. Compiling is not in the time of the weekly loop.
"""
import math
import sys

import numba
import numpy as np
from numba import float32 as f32
from numba import njit

from report import options, race

BOOK, CONTACTS = 100, 20
OFFERS, ACCEPTED, ARISEN, FADED, HELPED, FAILED, LEFT = range(7)
COUNTS = ("offers", "accepted", "arisen", "faded", "helped", "failed", "left")
GLOBAL, OWN = "--global" in sys.argv, "--own" in sys.argv


if GLOBAL:
    @njit
    def uniform(rng):
        return f32(np.random.random())
elif OWN:
    @njit
    def uniform(rng):
        rng[0] += np.uint64(0x9e3779b97f4a7c15)  # SplitMix64
        z = (rng[0] ^ (rng[0] >> np.uint64(30))) * np.uint64(0xbf58476d1ce4e5b9)
        z = (z ^ (z >> np.uint64(27))) * np.uint64(0x94d049bb133111eb)
        return f32((z ^ (z >> np.uint64(31))) >> np.uint64(40)) * f32(2**-24)
else:
    @njit
    def uniform(rng):
        return rng.random(dtype=np.float32)


@njit
def sow(seed):
    np.random.seed(seed)


@njit(fastmath=True)
def customers(rng, need, trust, opened, skill, count):
    """Drift, needs, service and exit of every customer."""
    for c in range(len(need)):
        x = need[c] * f32(0.9) + f32(0.1) * uniform(rng)  # 0.1 * 0.5 + 0.05 * (2u - 1)
        t = trust[c] * f32(0.95) + f32(0.04) * uniform(rng) + f32(0.005)
        luck = uniform(rng)
        if luck < f32(0.06):
            if opened[c]:
                if luck < f32(0.05):
                    opened[c] = False
                    count[FADED] += 1
            elif luck < f32(0.06) * x:
                opened[c] = True
                count[ARISEN] += 1
        if uniform(rng) < f32(0.04):
            if uniform(rng) < f32(0.5) + f32(0.5) * skill[c // BOOK]:
                t += f32(0.1) * (f32(1) - t)
                count[HELPED] += 1
            else:
                t *= f32(0.8)
                count[FAILED] += 1
        luck = uniform(rng)
        if luck < f32(0.01) and luck < f32(0.01) * math.exp(f32(-2) * t):
            x, t = f32(0.5), f32(0.5)
            opened[c] = False
            count[LEFT] += 1
        need[c], trust[c] = x, t


@njit(fastmath=True)
def sellers(rng, need, trust, opened, skill, start, count):
    """The week's contacts of every seller, and what they learn."""
    for s in range(len(skill)):
        sold = 0
        for c in range(s * BOOK + start, s * BOOK + start + CONTACTS):
            odds = f32(2) * (trust[c] + need[c]) + f32(1.5) * opened[c] + skill[s] - f32(5)
            if uniform(rng) * (f32(1) + math.exp(-odds)) < f32(1):
                trust[c] += f32(0.1) * (f32(1) - trust[c])
                opened[c] = False
                sold += 1
            else:
                trust[c] *= f32(0.98)
        skill[s] += f32(0.01) * sold * (f32(1) - skill[s]) - f32(0.02) * skill[s]
        count[OFFERS] += CONTACTS
        count[ACCEPTED] += sold


@njit
def weeks(rng, need, trust, opened, skill, count, first, last):
    for week in range(first, last):
        customers(rng, need, trust, opened, skill, count)
        sellers(rng, need, trust, opened, skill, week * CONTACTS % BOOK, count)


class World:
    def __init__(self, n, seed):
        self.rng = np.random.default_rng(seed)
        if OWN:
            self.rng = self.rng.integers(2**64, size=1, dtype=np.uint64)
        sow(seed)
        self.need, self.trust = np.full(n, 0.5, np.float32), np.full(n, 0.5, np.float32)
        self.open, self.skill = np.zeros(n, np.bool_), np.full(n // BOOK, 0.5, np.float32)
        self.count = np.zeros(len(COUNTS), np.int64)
        weeks(self.rng, self.need, self.trust, self.open, self.skill, self.count, 0, 0)  # compiles

    def live(self, n):
        weeks(self.rng, self.need, self.trust, self.open, self.skill, self.count, 0, n)

    def outcomes(self):
        told = {name: int(count) for name, count in zip(COUNTS, self.count)}
        told["customers"], told["open"] = len(self.need), int(self.open.sum())
        for name in ("need", "trust", "skill"):
            told[name] = getattr(self, name).mean(dtype=float)
        for name in ("need", "trust"):
            told[name + "_spread"] = ((getattr(self, name) - 0.5) ** 2).mean(dtype=float)
        return told


if __name__ == "__main__":
    race("Numba, np.random" if GLOBAL else "Numba, own luck" if OWN else "Numba, Generator", numba.__version__, World, options())
