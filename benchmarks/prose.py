"""
Plant slips into sentences and count what gklint finds, shape by shape.

    python benchmarks/prose.py [--each 200] [--seed 1] [--show] [--only WORDS]

For each family of shapes (sums, rates, changes, list counts, prose beside a table …) at least ``--each`` slips are
planted (found: a finding above 提示 that involves the changed figure) and as many clean statements and odd but correct
controls are read (a finding above 提示 there is false). Bars: found ≥ 95 %, false 0. Everything is seeded.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from tests.factory import evidence, prose_lists, prose_odd, prose_rates, prose_sums, prose_tables
from tests.factory.formats import FORMATS
from tests.factory.prose import Shape, Statement, alarms

FAULTY: dict[str, Shape] = {
    **prose_sums.SHAPES,
    **prose_rates.SHAPES,
    **prose_lists.SHAPES,
    **prose_tables.SHAPES,
}
QUICK = ("markdown", "html", "text")


def main() -> int:
    arguments = parse()
    faulty = {name: shape for name, shape in FAULTY.items() if arguments.only in name}
    families = Counter(name.split(",")[0].split()[0] for name in faulty)
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    false: Counter[str] = Counter()
    clean: Counter[str] = Counter()
    for name, shape in faulty.items():
        family = name.split(",")[0].split()[0]
        rounds = -(-arguments.each // families[family])
        rng = random.Random(f"{name} {arguments.seed}")
        for turn in range(rounds):
            statement, way = shape(rng), QUICK[turn % len(QUICK)]
            clean[family] += 1
            false[name] += accused(statement, way, name, show=arguments.show)
            if not statement.faults:
                continue
            fault = rng.choice(statement.faults)
            result = evidence.lint(FORMATS[way](statement.report(fault)))
            planted[name] += 1
            found[name] += statement.named(result, fault)
            if arguments.show and not statement.named(result, fault):
                heard = [finding.rule.code for finding in result.findings]
                print(f"missed  {name}, {fault.slot}: {statement.printed[fault.slot]} → {fault.printed} {heard}")
                print(f"        {' / '.join(text for text, _ in statement.paragraphs(fault))}")
        print(f"  {name:50} found {found[name]:4} of {planted[name]:4}   false {false[name]:3} of {rounds}")
    odd = {name: shape for name, shape in prose_odd.SHAPES.items() if arguments.only in name}
    for name, shape in odd.items():
        rng = random.Random(f"{name} {arguments.seed}")
        rounds = -(-arguments.each // len(odd))
        for turn in range(rounds):
            clean["odd"] += 1
            false[name] += accused(shape(rng), QUICK[turn % len(QUICK)], name, show=arguments.show)
        print(f"  odd: {name:45} false {false[name]:3} of {rounds}")
    return summary(found, planted, false, clean)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--each", type=int, default=200, help="slips, and clean statements, per family of shapes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", default="", help="only shapes whose name has these characters")
    parser.add_argument("--show", action="store_true", help="print each slip that was missed and each false finding")
    return parser.parse_args()


def accused(statement: Statement, way: str, name: str, *, show: bool) -> bool:
    """Whether the correct *statement* earns a finding above 提示."""
    heard = alarms(evidence.lint(FORMATS[way](statement.report())))
    if show and heard:
        codes = [(finding.rule.code, finding.quote.exact) for finding in heard]
        print(f"false   {name}: {codes}\n        {' / '.join(text for text, _ in statement.paragraphs())}")
    return bool(heard)


def summary(found: Counter[str], planted: Counter[str], false: Counter[str], clean: Counter[str]) -> int:
    """Print each family against its bar; 1 if one is missed."""
    missed = False
    families = dict.fromkeys(name.split(",")[0].split()[0] for name in planted)
    for family in families:
        names = [name for name in planted if name.split(",")[0].split()[0] == family]
        hits, all_ = sum(found[name] for name in names), sum(planted[name] for name in names)
        alarms_ = sum(false[name] for name in names)
        missed |= hits < 0.95 * all_ or alarms_ > 0
        share = f"{100 * hits / max(1, all_):.1f} %"
        print(f"{family:8} found {hits:4} of {all_:4}  {share}  bar 95 %   false {alarms_} of {clean[family]}  bar 0")
    odd = sum(false[name] for name in prose_odd.SHAPES)
    print(f"{'odd':8} false {odd} of {clean['odd']}  bar 0")
    return int(missed or odd > 0)


if __name__ == "__main__":
    sys.exit(main())
