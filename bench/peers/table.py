"""From runs to the tables of results.md and results.csv."""
import datetime
import os
import platform
from pathlib import Path
from statistics import median

BOOK = 100
COLUMNS = ("framework", "version", "language", "cores", "customers", "agent_steps_per_second_per_core",
           "ns_per_customer_week", "wall_seconds", "ratio", "bytes_per_customer", "outcomes")
# What is said of the load.
QUIET = ", at rest"
BUSY = ": it had other work, so wall times, and with them the rows on two cores, say little"
# What xsell wants to hold, at the largest size that all programs bear: key of the peer, key of our program, factor.
BARS = (("mesa", "xsell", 150), ("numba-generator", "xsell", 4), ("numba-own", "xsell", 4),
        ("numba-global", "xsell", 4), ("mason", "xsell", 5), ("mason-sequence", "xsell", 5),
        ("ark", "xsell", 1), ("mesa", "xsell-2", 300))


def rows(runs, empty):
    """A row for each program and size: medians over the repetitions. empty is the peak memory without a world."""
    made = []
    for (key, size), done in runs.items():
        threads, weeks = done[0]["threads"], done[0]["weeks"]
        wall, cpu = median(r["seconds"] for r in done), median(r["cpu_seconds"] for r in done)
        # On one core CPU time, which a neighbour on the machine disturbs least; on several the wall clock decides.
        spent = cpu if threads == 1 else wall * threads
        peak = median(r["peak_bytes"] for r in done)
        made.append({
            "key": key, "framework": done[0]["framework"], "version": done[0]["version"],
            "language": done[0]["language"], "cores": threads, "customers": size, "wall_seconds": wall,
            "agent_steps_per_second_per_core": (size + size / BOOK) * weeks / spent,
            "ns_per_customer_week": 1e9 * spent / threads / (size * weeks),
            "bytes_per_customer": max(0, peak - empty[key]) / size, "outcomes": "as expected"})
    for row in made:
        base = find(made, "xsell", row["customers"])
        row["ratio"] = row["ns_per_customer_week"] / base["ns_per_customer_week"]
    return sorted(made, key=lambda row: (row["customers"], row["ns_per_customer_week"]))


def find(made, key, size):
    """The row of a program at a size, or None."""
    return next((row for row in made if (row["key"], row["customers"]) == (key, size)), None)


def csv(made):
    """The rows as CSV."""
    def cell(value):
        value = f"{value:.6g}" if isinstance(value, float) else str(value)
        return f'"{value}"' if "," in value else value
    return "\n".join([",".join(COLUMNS), *(",".join(cell(row[name]) for name in COLUMNS) for row in made)]) + "\n"


def text(made, rest, repetitions, absent):
    """The tables as Markdown. rest says how much at rest the machine was."""
    date = datetime.datetime.now(datetime.timezone.utc).date().isoformat()
    lines = ["# Results", "",
             "Written by `make bench-peers`; the model, the programs and the terms are in [README.md](README.md).", "",
             f"{date}, {machine()}, {os.cpu_count()} cores; medians of {repetitions} turns; yardstick "
             f"{rest['before']:.2f} ns a step before and {rest['after']:.2f} ns after; load of the machine at the start "
             f"{rest['load']:.1f}{QUIET if rest['load'] < 0.5 else BUSY}."]
    if absent:
        lines += ["", f"Not run, as not built here or not asked for: {', '.join(absent)}."]
    for size in sorted({row["customers"] for row in made}):
        lines += ["", f"## {size:,} customers, 100 weeks", "", *head(), *(line(r) for r in made if r["customers"] == size)]
    lines += ["", "## Bars", "", *bars(made), ""]
    return "\n".join(lines)


def head():
    names = ("framework", "version", "language", "cores", "million agent-steps / s / core", "ns / customer-week",
             "wall s", "times xsell's", "bytes / customer", "outcomes")
    return ["| " + " | ".join(names) + " |", "|---|---|---" + "|---:" * 6 + "|---|"]


def line(row):
    cells = (row["framework"], row["version"], row["language"], row["cores"],
             f"{row['agent_steps_per_second_per_core'] / 1e6:.2f}", f"{row['ns_per_customer_week']:.1f}",
             f"{row['wall_seconds']:.3f}", f"{row['ratio']:.2f}", f"{row['bytes_per_customer']:.0f}", row["outcomes"])
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def bars(made):
    """What xsell wants to be faster by, and is, at the largest size that every program bore."""
    sizes = {row["customers"] for row in made}
    keys = {row["key"] for row in made}
    common = [s for s in sizes if all(find(made, key, s) for key in keys)]
    if not common:
        return ["No size that all programs bore."]
    size = max(common)
    told = [f"At {size:,} customers.", "", "| peer | xsell on | wanted | found | |", "|---|---|---:|---:|---|"]
    for key, ours, factor in BARS:
        peer, mine = find(made, key, size), find(made, ours, size)
        if peer and mine:
            found = peer["ns_per_customer_week"] / mine["ns_per_customer_week"]
            cores = "one core" if mine["cores"] == 1 else f"{mine['cores']} cores"
            told.append(f"| {peer['framework']} | {cores} | {factor} | {found:.1f} | "
                        f"{'held' if found >= factor else 'missed'} |")
    return told


def machine():
    """The processor's name."""
    info = Path("/proc/cpuinfo")
    if info.exists():
        for told in info.read_text().splitlines():
            if told.startswith("model name"):
                return told.split(":", 1)[1].strip()
    return platform.processor() or platform.machine()
