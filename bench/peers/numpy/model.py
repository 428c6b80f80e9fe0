"""The small week in NumPy: an array for each column, an expression for each rule.

float32 throughout, in place where that reads as well, and a closer look only at those whom a chance may concern.
"""
import numpy as np

from report import options, race

BOOK, CONTACTS = 100, 20


class World:
    """Customers and their sellers; seller s serves the customers from s * BOOK on."""

    def __init__(self, n, seed):
        self.rng = np.random.default_rng(seed)
        self.need, self.trust = np.full(n, 0.5, np.float32), np.full(n, 0.5, np.float32)
        self.open = np.zeros(n, bool)
        self.skill = np.full(n // BOOK, 0.5, np.float32)
        self.week = 0
        self.count = dict.fromkeys(["offers", "accepted", "arisen", "faded", "helped", "failed", "left"], 0)

    def live(self, weeks):
        for _ in range(weeks):
            self.drift()
            self.want()
            self.serve()
            self.leave()
            self.sell()
            self.week += 1

    def luck(self, n):
        return self.rng.random(n, np.float32)

    def drift(self):
        n = len(self.need)
        self.need *= np.float32(0.9)
        self.need += np.float32(0.1) * self.luck(n)  # 0.1 * 0.5 + 0.05 * (2u - 1)
        self.trust *= np.float32(0.95)
        self.trust += np.float32(0.04) * self.luck(n) + np.float32(0.005)  # 0.05 * 0.5 + 0.02 * (2u - 1)

    def want(self):
        luck = self.luck(len(self.need))
        who = np.flatnonzero(luck < 0.06)  # the largest chance: few need a closer look
        luck, opened = luck[who], self.open[who]
        fades = opened & (luck < 0.05)
        arises = ~opened & (luck < np.float32(0.06) * self.need[who])
        self.open[who[fades]] = False
        self.open[who[arises]] = True
        self.count["faded"] += np.count_nonzero(fades)
        self.count["arisen"] += np.count_nonzero(arises)

    def serve(self):
        who = np.flatnonzero(self.luck(len(self.need)) < 0.04)
        well = self.luck(len(who)) < 0.5 + 0.5 * self.skill[who // BOOK]
        trust = self.trust[who]
        self.trust[who] = np.where(well, trust + 0.1 * (1 - trust), 0.8 * trust)
        helped = np.count_nonzero(well)
        self.count["helped"] += helped
        self.count["failed"] += len(who) - helped

    def leave(self):
        luck = self.luck(len(self.need))
        who = np.flatnonzero(luck < 0.01)
        who = who[luck[who] < 0.01 * np.exp(-2 * self.trust[who])]
        self.need[who], self.trust[who], self.open[who] = 0.5, 0.5, False
        self.count["left"] += len(who)

    def sell(self):
        start = self.week * CONTACTS % BOOK
        met = np.s_[:, start:start + CONTACTS]  # the same places of every book
        need, trust, opened = (column.reshape(-1, BOOK)[met] for column in (self.need, self.trust, self.open))
        odds = 2 * (trust + need) + np.float32(1.5) * opened + (self.skill - 5)[:, None]
        yes = self.rng.random(odds.shape, np.float32) * (1 + np.exp(-odds)) < 1
        trust[...] = np.where(yes, trust + np.float32(0.1) * (1 - trust), np.float32(0.98) * trust)
        opened &= ~yes
        sold = np.count_nonzero(yes, axis=1)
        self.skill += (0.01 * sold * (1 - self.skill) - 0.02 * self.skill).astype(np.float32)
        self.count["offers"] += yes.size
        self.count["accepted"] += int(sold.sum())

    def outcomes(self):
        told = {name: int(count) for name, count in self.count.items()}
        told["customers"], told["open"] = len(self.need), int(self.open.sum())
        for name in ("need", "trust", "skill"):
            told[name] = getattr(self, name).mean(dtype=float)
        for name in ("need", "trust"):
            told[name + "_spread"] = ((getattr(self, name) - 0.5) ** 2).mean(dtype=float)
        return told


if __name__ == "__main__":
    race("NumPy", np.__version__, World, options())
