"""Runs all programs of the small week by turns, checks their outcomes and writes the tables.

    run [--repetitions 3] [--sizes 10000,100000,1000000] [--only xsell,ark] [--dry] [--short]

`run` builds the programs and then calls this. --dry prints the table and leaves results.md and results.csv as they are.
--short is one turn of the two smaller sizes, dry.
"""
import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import check
import table

HERE = Path(__file__).parent
WORK = HERE / ".work"
WEEKS = 100
SMALL = 50_000  # [customers] below this a run is so short that it is made three times in every turn


class Peer:
    """A program: its folder, what to call, and the largest world it is asked to bear."""

    def __init__(self, folder, command, largest=1_000_000, key=None):
        self.folder, self.command, self.largest, self.key = folder, command, largest, key or folder


def python(folder, *more):
    return [str(WORK / folder / "bin" / "python"), str(HERE / folder / "model.py"), *more]


def java(*more):
    classes = os.pathsep.join([str(WORK / "mason" / "classes"), str(WORK / "mason" / "lib" / "*")])
    return ["java", "-XX:+UseSerialGC", "-cp", classes, "peers.Main", *more]


PEERS = [
    Peer("xsell", [str(WORK / "bin" / "xsell")]),
    Peer("xsell", [str(WORK / "bin" / "xsell"), "--threads", "2"], key="xsell-2"),
    Peer("ark", [str(WORK / "bin" / "ark")]),
    Peer("numba", python("numba"), key="numba-generator"),
    Peer("numba", python("numba", "--global"), key="numba-global"),
    Peer("numba", python("numba", "--own"), key="numba-own"),
    Peer("numpy", python("numpy")),
    Peer("mesa-frames", python("mesa-frames")),
    Peer("krabmaga", [str(WORK / "krabmaga" / "release" / "smallweek")], 100_000),
    Peer("mason", java(), 100_000),
    Peer("mason", java("--sequence"), 100_000, key="mason-sequence"),
    Peer("mesa", python("mesa"), 100_000),
]
# One thread means one: these libraries would otherwise take what they find.
ONE = {name: "1" for name in ("POLARS_MAX_THREADS", "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


def live(peer, customers, weeks, seed):
    """Runs a program once and returns what its line says."""
    command = [*peer.command, "--customers", str(customers), "--weeks", str(weeks), "--seed", str(seed)]
    environment = {**os.environ, **ONE, "PYTHONPATH": str(HERE)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{peer.key} failed:\n{' '.join(command)}\n{done.stderr}")
    return json.loads(done.stdout.strip().splitlines()[-1])


def yardstick():
    """The chain of xsell's program: nanoseconds a step."""
    return float(subprocess.run([*PEERS[0].command, "--yardstick"], capture_output=True, text=True, check=True).stdout)


def race(peers, sizes, repetitions):
    """All runs, by program and size; programs take turns, so that a busy spell of the machine meets all of them."""
    runs, wrong = {}, []
    turns = [(turn, size) for turn in range(repetitions) for size in sizes for _ in range(3 if size < SMALL else 1)]
    for seed, (turn, size) in enumerate(turns, 1):
        for peer in peers:
            if size <= peer.largest:
                run = live(peer, size, WEEKS, seed)
                print(f"turn {turn + 1}, {size} customers, {run['framework']}: {run['seconds']:.3f} s", file=sys.stderr)
                wrong += [f"{run['framework']}, {size} customers: {mistake}" for mistake in check.mistakes(run)]
                runs.setdefault((peer.key, size), []).append(run)
    if wrong:
        sys.exit("wrong outcomes, so no table:\n" + "\n".join(wrong))
    return runs


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--repetitions", type=int, default=3)
    parser.add_argument("--sizes", default="10000,100000,1000000")
    parser.add_argument("--only", default="", help="folders, with commas; default all that were built")
    parser.add_argument("--dry", action="store_true")
    parser.add_argument("--short", action="store_true")
    asked = parser.parse_args()
    if asked.short:
        asked.repetitions, asked.sizes, asked.dry = 1, "10000,100000", True
    sizes = [int(size) for size in asked.sizes.split(",")]
    only = set(filter(None, asked.only.split(",")))
    peers = [p for p in PEERS if p.folder == "xsell" or (not only or p.folder in only) and (WORK / p.folder).exists()]
    absent = sorted({p.folder for p in PEERS} - {p.folder for p in peers})

    load, before = os.getloadavg()[0], yardstick()
    empty = {peer.key: live(peer, 100, 1, 1)["peak_bytes"] for peer in peers}
    runs = race(peers, sizes, asked.repetitions)
    rows = table.rows(runs, empty)
    text = table.text(rows, {"load": load, "before": before, "after": yardstick()}, asked.repetitions, absent)
    print(text)
    if not asked.dry:
        (HERE / "results.md").write_text(text)
        (HERE / "results.csv").write_text(table.csv(rows))


if __name__ == "__main__":
    main()
