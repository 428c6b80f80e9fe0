"""Is a run of the small week right? Compares its outcomes with expected.json; the tolerance is derived in README.md.

    some-program --customers 10000 --weeks 100 | python check.py
"""
import json
import sys
from pathlib import Path

EXPECTED = json.loads(Path(__file__).with_name("expected.json").read_text())
FLOWS = ("offers", "accepted", "arisen", "faded", "helped", "failed", "left")
BOOK, CONTACTS = 100, 20
SIGMAS = 6.5     # a right program is outside once in 1e9 to 1e10 comparisons
ROUNDING = 2e-6  # of the expected value: float32 columns, luck in cells of 2^-16


def mistakes(run):
    """What is wrong with a run, a sentence each; none if it is right."""
    n, weeks, out = run["customers"], run["weeks"], run["outcomes"]
    if weeks != EXPECTED["weeks"]:
        return [f"the expected values are for {EXPECTED['weeks']} weeks, not {weeks}"]
    if n % BOOK:
        return [f"the expected values are for full books of {BOOK}, not for {n} customers"]
    wrong = []
    if out["customers"] != n:
        wrong.append(f"{out['customers']} customers at the end, not {n}: every seat is taken again at once")
    if out["offers"] != n // BOOK * CONTACTS * weeks:
        wrong.append(f"{out['offers']} offers, not {n // BOOK * CONTACTS * weeks}: every seller makes {CONTACTS} a week")
    for name, expected in EXPECTED["outcomes"].items():
        if name == "offers":
            continue
        value = out[name] / (n * weeks if name in FLOWS else n if name == "open" else 1)
        room = SIGMAS * (expected["one"] ** 2 / n + expected["error"] ** 2) ** 0.5 + ROUNDING * expected["mean"]
        if not abs(value - expected["mean"]) <= room:
            wrong.append(f"{name} is {value:.7f}, not {expected['mean']:.7f} ± {room:.7f}")
    return wrong


def main():
    bad = 0
    for line in filter(str.strip, sys.stdin):
        run = json.loads(line)
        wrong = mistakes(run)
        bad += bool(wrong)
        print(f"{run['framework']}, {run['customers']} customers: {'; '.join(wrong) or 'as expected'}")
    sys.exit(f"{bad} runs are wrong" if bad else 0)


if __name__ == "__main__":
    main()
