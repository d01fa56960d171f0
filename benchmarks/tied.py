"""
How much of the narrative of real reports is tied to anything.

    python benchmarks/tied.py [--untied] [--bar 60] FILE …

A figure with a unit that stands in a heading or paragraph is tied if at least one judged check (pass or fail) names
it. Prints the share of each file and of all together; ``--untied`` prints the figures that nothing speaks of.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gklint.model.claim import Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Audit
from gklint.model.numeral import Measure
from gklint.model.relation import operands
from gklint.pipeline import audit
from tests.factory.evidence import packs


def main() -> int:
    arguments = parse()
    tied_of_all, all_of_all = 0, 0
    for path in arguments.files:
        result = audit(path.read_bytes(), path.name, packs())
        known = tied(result)
        figures = list(narrative(result))
        count = sum(figure.id in known for figure in figures)
        share = 100 * count / max(1, len(figures))
        tied_of_all, all_of_all = tied_of_all + count, all_of_all + len(figures)
        print(f"{path.name:32} {count:4} of {len(figures):4} tied  {share:5.1f} %")
        if arguments.untied:
            untied(result, [figure for figure in figures if figure.id not in known])
    print(f"{'together':32} {tied_of_all:4} of {all_of_all:4} tied  {100 * tied_of_all / max(1, all_of_all):5.1f} %")
    return int(100 * tied_of_all < arguments.bar * all_of_all)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--bar", type=int, default=60, help="per cent of all figures together")
    parser.add_argument("--untied", action="store_true", help="print each figure that no judged check names")
    return parser.parse_args()


def narrative(result: Audit) -> Iterator[Figure]:
    """The figures of headings and paragraphs that have a unit."""
    for figure in result.ledger.figures if result.ledger else ():
        if figure.cell is None and figure.numeral and figure.numeral.unit.measure is not Measure.BARE:
            yield figure


def tied(result: Audit) -> set[int]:
    """Figures in a check that passed or failed."""
    judged = (outcome for outcome in result.checks if outcome.verdict in (Verdict.PASS, Verdict.FAIL))
    return {figure.id for outcome in judged for _, figure in operands(outcome.claim.relation)}


def untied(result: Audit, figures: list[Figure]) -> None:
    for figure in figures:
        if result.ledger:
            quote = result.ledger.quote(figure)
            print(f"    {quote.prefix}[{quote.exact}]{quote.suffix}")


if __name__ == "__main__":
    sys.exit(main())
