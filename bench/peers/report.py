"""What every Python program of this folder shares: its options, its clock and its one line."""
import argparse
import json
import platform
import re
import time
from pathlib import Path


def options():
    """The command line: --customers, --weeks, --seed; a program may have more."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--customers", type=int, default=10_000)
    parser.add_argument("--weeks", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_known_args()[0]


def race(framework, version, found, asked):
    """Founds a world with found(customers, seed), lives its weeks and prints the line.

    A world has live(weeks) and outcomes(). What found does (imports, compiling, filling) is not in `seconds`.
    """
    born = time.perf_counter()
    world = found(asked.customers, asked.seed)
    start, spent = time.perf_counter(), time.process_time()
    world.live(asked.weeks)
    seconds, cpu = time.perf_counter() - start, time.process_time() - spent
    print(json.dumps({
        "framework": framework, "version": version, "language": "Python " + platform.python_version(), "threads": 1,
        "customers": asked.customers, "weeks": asked.weeks, "seconds": seconds, "cpu_seconds": cpu,
        "total_seconds": time.perf_counter() - born, "peak_bytes": peak(), "outcomes": world.outcomes()}))


def peak():
    """Largest resident memory of this process so far [bytes], 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.exists():
        return 0
    return int(re.search(r"VmHWM:\s*(\d+) kB", status.read_text()).group(1)) << 10
