"""The reference run: what a right implementation of the small week must come to.

Plain float64 NumPy, one statement for each rule of README.md, many small worlds that share nothing. Writes
expected.json: for each outcome its mean, the standard error of that mean, and the standard deviation of the outcome
in a world of one customer (that of a world times the root of its size), from which check.py takes its tolerance.

    python reference.py            # 400 worlds of 10,000 customers, 100 weeks: some two minutes
"""
import json
from pathlib import Path

import numpy as np

WORLDS, CUSTOMERS, WEEKS, SEED = 400, 10_000, 100, 2026
BOOK, CONTACTS = 100, 20


def world(rng):
    """Lives one world and returns its outcomes, counts as rates for each customer and week."""
    n, sellers = CUSTOMERS, CUSTOMERS // BOOK
    need, trust, opened = np.full(n, 0.5), np.full(n, 0.5), np.zeros(n, bool)
    skill, seller = np.full(sellers, 0.5), np.arange(n) // BOOK
    count = dict.fromkeys(["offers", "accepted", "arisen", "faded", "helped", "failed", "left"], 0)
    for week in range(WEEKS):
        # Rule 1: drift.
        need = need + 0.1 * (0.5 - need) + 0.05 * rng.uniform(-1, 1, n)
        trust = trust + 0.05 * (0.5 - trust) + 0.02 * rng.uniform(-1, 1, n)
        # Rule 2: needs.
        luck = rng.random(n)
        fades, arises = opened & (luck < 0.05), ~opened & (luck < 0.06 * need)
        opened = (opened | arises) & ~fades
        # Rule 3: service.
        asks = rng.random(n) < 0.04
        well = rng.random(n) < 0.5 + 0.5 * skill[seller]
        trust = np.where(asks & well, trust + 0.1 * (1 - trust), trust)
        trust = np.where(asks & ~well, 0.8 * trust, trust)
        # Rule 4: exit.
        leaves = rng.random(n) < 0.01 * np.exp(-2 * trust)
        need, trust, opened = np.where(leaves, 0.5, need), np.where(leaves, 0.5, trust), opened & ~leaves
        # Rule 5: contacts.
        met = (np.arange(n) % BOOK - week * CONTACTS) % BOOK < CONTACTS
        odds = -5 + 2 * trust + 2 * need + 1.5 * opened + skill[seller]
        says_yes = rng.random(n) < 1 / (1 + np.exp(-odds))
        yes, no = met & says_yes, met & ~says_yes
        trust = np.where(yes, trust + 0.1 * (1 - trust), np.where(no, 0.98 * trust, trust))
        opened = opened & ~yes
        # Rule 6: skill.
        sold = yes.reshape(sellers, BOOK).sum(axis=1)
        skill = skill + 0.01 * sold * (1 - skill) - 0.02 * skill
        for name, happened in [("offers", met), ("accepted", yes), ("arisen", arises), ("faded", fades),
                               ("helped", asks & well), ("failed", asks & ~well), ("left", leaves)]:
            count[name] += int(happened.sum())
    outcome = {name: total / (n * WEEKS) for name, total in count.items()}
    outcome["open"] = opened.mean()
    outcome["need"], outcome["trust"], outcome["skill"] = need.mean(), trust.mean(), skill.mean()
    outcome["need_spread"], outcome["trust_spread"] = ((need - 0.5) ** 2).mean(), ((trust - 0.5) ** 2).mean()
    return outcome


def main():
    worlds = [world(np.random.default_rng(s)) for s in np.random.SeedSequence(SEED).spawn(WORLDS)]
    expected = {}
    for name in worlds[0]:
        values = np.array([w[name] for w in worlds])
        spread = values.std(ddof=1) if name != "offers" else 0.0
        expected[name] = {"mean": float(values.mean()), "error": float(spread / WORLDS**0.5),
                          "one": float(spread * CUSTOMERS**0.5)}
    told = {"weeks": WEEKS, "worlds": WORLDS, "customers": CUSTOMERS, "seed": SEED, "outcomes": expected}
    Path(__file__).with_name("expected.json").write_text(json.dumps(told, indent=1) + "\n")
    for name, e in expected.items():
        print(f"{name:13} {e['mean']:.7f} ± {e['error']:.7f}")


if __name__ == "__main__":
    main()
