"""
Plant keying slips into generated reports of the official forms and count what gklint finds.

    python benchmarks/planting.py [--each 200] [--seed 1] [--show]

For each form: faults that break an equation which the form declares (found: a finding of severity error at one of the
changed cells), and clean reports in every format and print (findings above 提示 there are false). Bars: found ≥ 99 %,
false 0. Everything is seeded; two runs print the same figures. Source of the slips: published keying-error counts.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.factory import evidence, faults, reports, variants
from tests.factory.formats import FORMATS, Written

FORMS: tuple[reports.FormName, ...] = ("F1", "F2", "F3")
QUICK = ("markdown", "html", "text", "markdown, corners")
"""Formats for planting: a PDF costs ten times their time and is covered by the clean reports."""


def main() -> int:
    arguments = parse()
    missed = False
    for form in FORMS:
        found, planted = plant(form, arguments)
        print(f"{form}  planted {planted.total():4}  found {found.total():4}  {percent(found, planted)}  bar 99 %")
        for kind in faults.KINDS:
            print(f"      {kind:20} {found[kind]:4} of {planted[kind]:4}")
        false, clean = judge_clean(form, arguments)
        print(f"{form}  clean reports {clean}  with findings above 提示 {false}  bar 0")
        missed |= found.total() < 0.99 * planted.total() or false > 0
    return int(missed)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=200, help="faults, and clean reports, per form")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print each fault that was missed and each false finding")
    return parser.parse_args()


def plant(form: reports.FormName, arguments: argparse.Namespace) -> tuple[Counter[str], Counter[str]]:
    """Faults found and planted, by kind."""
    rng = random.Random(f"{form} {arguments.seed}")
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    kinds = list(faults.KINDS)
    seed = 0
    while planted.total() < arguments.each:
        seed += 1
        kind = kinds[seed % len(kinds)]
        sample = variants.sample(form, seed)
        fault = faults.plant(rng, sample.printed, reports.lines_of(sample), reports.identities_of(sample), kind)
        if fault is None:
            continue
        planted[kind] += 1
        report = sample.report(fault.printed)
        way = QUICK[seed % len(QUICK)]
        places = report.places()
        if evidence.finds(evidence.lint(FORMATS[way](report)), [places[slot] for slot in fault.changed]):
            found[kind] += 1
        elif arguments.show:
            changes = ", ".join(f"{slot} {sample.printed[slot]} → {fault.printed[slot]}" for slot in fault.changed)
            print(f"missed  {form} {seed} {way}, {kind}: {changes}; breaks {[i.name for i in fault.broken]}")
    return found, planted


def judge_clean(form: reports.FormName, arguments: argparse.Namespace) -> tuple[int, int]:
    """Clean reports with findings above 提示, and all of them."""
    false = 0
    for seed, way, written in clean(form, arguments.each):
        alarms = evidence.alarms(evidence.lint(written))
        false += bool(alarms)
        if arguments.show:
            for alarm in alarms:
                print(f"false   {form} {seed} {way}: {alarm.rule.code} {alarm.quote.exact} {dict(alarm.args)}")
    return false, arguments.each


def clean(form: reports.FormName, count: int) -> Iterator[tuple[int, str, Written]]:
    ways = list(FORMATS)
    for seed in range(count):
        way = ways[seed % len(ways)]
        yield seed, way, FORMATS[way](variants.sample(form, seed).report())


def percent(found: Counter[str], planted: Counter[str]) -> str:
    return f"{100 * found.total() / max(1, planted.total()):.1f} %"


if __name__ == "__main__":
    sys.exit(main())
