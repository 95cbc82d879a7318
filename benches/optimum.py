#!/usr/bin/env python3
"""Compares the plan solver with HiGHS: the optima, which must be equal, and the time.

For development only; needs `pip install highspy` (tried with 1.16). Runs `cargo bench --bench optimum` from the folder of the
project, solves the instances it writes with HiGHS (no gap allowed, one thread, the time of run() alone) and fails if an
optimum differs or the median of our times is above the median of theirs on the fifty instances like a catalogue's.

  benches/optimum.py                     with the bench
  benches/optimum.py FILE                with what the bench has written before
  benches/optimum.py --costs             also compares the lowest cost of the highest value, by a second run of HiGHS
"""

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import highspy

COMPARED = "catalogue"
# HiGHS works with doubles and tolerances of 1e-6 to 1e-7: costs and days are passed in units near 1, values in points.
POINT = 1e9
# A plan of HiGHS may be this much worse than ours, in points: its own tolerance. Better it may not be at all.
TOLERANCE = 1e-6


def model(instance, value=None):
    """The instance for HiGHS: most value; with a value, least cost for it."""
    candidates = instance["candidates"]
    scale = {"cost": 1e5, "days": 1e2, "value": POINT}
    h = highspy.Highs()
    h.setOptionValue("output_flag", False)
    h.setOptionValue("threads", 1)
    h.setOptionValue("mip_rel_gap", 0.0)
    h.setOptionValue("mip_abs_gap", 0.0)
    h.setOptionValue("mip_feasibility_tolerance", 1e-9)
    h.setOptionValue("primal_feasibility_tolerance", 1e-9)
    aim = "value" if value is None else "cost"
    for v, c in enumerate(candidates):
        h.addVar(0.0, 1.0)
        h.changeColIntegrality(v, highspy.HighsVarType.kInteger)
        h.changeColCost(v, c[aim] / scale[aim])
    h.changeObjectiveSense(highspy.ObjSense.kMaximize if value is None else highspy.ObjSense.kMinimize)
    every = list(range(len(candidates)))
    infinite = highspy.kHighsInf
    for what, limit in (("cost", instance["budget"]), ("days", instance["days"])):
        if limit is not None:
            h.addRow(-infinite, limit / scale[what], len(every), every, [c[what] / scale[what] for c in candidates])
    for v, c in enumerate(candidates):
        for r in c["requires"]:
            h.addRow(0.0, infinite, 2, [r, v], [1.0, -1.0])
    if value is not None:
        h.addRow(value / POINT - 1e-9, infinite, len(every), every, [c["value"] / POINT for c in candidates])
    return h


def solve(instance, value=None):
    """Sums of the plan that HiGHS finds, and the seconds of run()."""
    h = model(instance, value)
    start = time.perf_counter()
    h.run()
    seconds = time.perf_counter() - start
    if h.getModelStatus() != highspy.HighsModelStatus.kOptimal:
        sys.exit(f"optimum: HiGHS says {h.modelStatusToString(h.getModelStatus())}")
    taken = {v for v, x in enumerate(h.getSolution().col_value) if x > 0.5}
    return sums(instance, taken, "HiGHS"), seconds


def sums(instance, taken, whose):
    """Value, cost and days of a plan, in whole numbers; fails if it breaks a rule."""
    candidates = instance["candidates"]
    value, cost, days = (sum(candidates[v][key] for v in taken) for key in ("value", "cost", "days"))
    for v in taken:
        if not taken.issuperset(candidates[v]["requires"]):
            sys.exit(f"optimum: {whose} takes {v} without its prerequisites")
    for what, used, limit in (("budget", cost, instance["budget"]), ("days", days, instance["days"])):
        if limit is not None and used > limit:
            sys.exit(f"optimum: {whose} goes over the {what}: {used} of {limit}")
    return value, cost, days


def measured():
    """What the bench writes."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "optimum.json"
        subprocess.run(["cargo", "bench", "--no-default-features", "--bench", "optimum", "--", str(file)], check=True)
        return json.loads(file.read_text())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("file", nargs="?", type=Path, help="what the bench has written")
    parser.add_argument("--costs", action="store_true", help="also compare the lowest cost of the highest value")
    options = parser.parse_args()
    data = json.loads(options.file.read_text()) if options.file else measured()

    kinds = {}
    wrong = 0
    for at, instance in enumerate(data["instances"]):
        ours = instance["optimum"]
        if sums(instance, set(ours["chosen"]), "the solver") != (ours["value"], ours["cost"], ours["days"]):
            sys.exit(f"optimum: instance {at}: our sums are not those of our plan")
        (value, cost, _), seconds = solve(instance)
        if value != ours["value"]:
            worse = value < ours["value"] and (ours["value"] - value) / POINT <= TOLERANCE
            print(f"instance {at} ({instance['kind']}): ours {ours['value']}, HiGHS {value}" + (" (its tolerance)" if worse else ""))
            wrong += not worse
        elif cost < ours["cost"]:
            print(f"instance {at} ({instance['kind']}): same value, but we pay {ours['cost']}, HiGHS {cost}")
            wrong += 1
        if options.costs:
            (_, cost, _), _ = solve(instance, ours["value"])
            if cost != ours["cost"]:
                print(f"instance {at} ({instance['kind']}): lowest cost: ours {ours['cost']}, HiGHS {cost}")
                wrong += 1
        kinds.setdefault(instance["kind"], []).append((instance["seconds"], seconds))

    print(f"{'kind':12} {'n':>3} {'ours, ms':>9} {'worst':>9} {'HiGHS, ms':>10} {'worst':>9} {'ratio':>7}")
    ratios = {}
    for kind, times in kinds.items():
        ours, theirs = ([1e3 * t for t in column] for column in zip(*times))
        ratios[kind] = statistics.median(ours) / statistics.median(theirs)
        print(
            f"{kind:12} {len(times):3} {statistics.median(ours):9.3f} {max(ours):9.3f}"
            f" {statistics.median(theirs):10.3f} {max(theirs):9.3f} {ratios[kind]:7.4f}"
        )
    slider = data["slider"]
    print(f"slider: {slider['budgets']} budgets, {slider['measures']} measures: {1e3 * slider['seconds']:.3f} ms")
    if wrong:
        sys.exit(f"optimum: {wrong} optima differ")
    if ratios[COMPARED] > 1:
        sys.exit("optimum: slower than HiGHS")


if __name__ == "__main__":
    main()
