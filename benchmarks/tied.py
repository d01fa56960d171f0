"""
How much of the narrative of real reports is tied to anything.

    python benchmarks/tied.py [--exact] [--untied] [--bar 60] FILE …

Counted is each figure with a unit that stands in a heading or paragraph of the report itself, except

- what lies behind the heading of the first annex (附件 1): score sheets and lists, there as text only because the
  extraction lost their cells; ``--annexes`` counts them too;
- times and ranks (20个工作日, 近两年, 4分, 三级): limits and grades, of which there is no second figure;
- 一 as an article (一项重要举措).

It is tied if at least one judged check (pass or fail) names it; with ``--exact`` only an equation counts that would
notice at least half of its one-keystroke slips, or has failed. Prints the share of each file and of all together;
``--untied`` prints the figures that nothing (so) speaks of.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gklint.model.claim import Verdict
from gklint.model.document import Table
from gklint.model.figure import Figure
from gklint.model.finding import Audit
from gklint.model.numeral import Measure
from gklint.model.relation import operands
from gklint.model.tally import states
from gklint.pipeline import audit
from gklint.start.patterns import lazy
from tests.factory.evidence import packs


def main() -> int:
    arguments = parse()
    tied_of_all, all_of_all = 0, 0
    for path in arguments.files:
        result = audit(path.read_bytes(), path.name, packs())
        known = exact(result) if arguments.exact else tied(result)
        figures = list(narrative(result, annexes=arguments.annexes))
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
    parser.add_argument("--exact", action="store_true", help="count only what an equation with grip holds")
    parser.add_argument("--untied", action="store_true", help="print each figure that no judged check names")
    parser.add_argument("--annexes", action="store_true", help="count annexes, times, ranks and articles as well")
    return parser.parse_args()


ANNEX = lazy(r"\s*附\s*件\s*[1-9一二三四五六七八九十]{0,2}\s*")
TIMES = frozenset({"年", "月", "天", "周", "季度", "工作日", "小时", "分钟", "秒", "岁"})
RANKS = frozenset({"分", "级", "星"})


def narrative(result: Audit, *, annexes: bool = False) -> Iterator[Figure]:
    """The figures of headings and paragraphs that have a unit; *annexes*: without the exceptions told above."""
    if not result.ledger:
        return
    blocks = result.ledger.document.blocks
    texts = ((index, block) for index, block in enumerate(blocks) if not isinstance(block, Table))
    end = next((index for index, block in texts if ANNEX.fullmatch(block.text)), len(blocks))
    for figure in result.ledger.figures:
        numeral = figure.numeral
        if figure.cell is not None or not numeral or numeral.unit.measure is Measure.BARE:
            continue
        is_article = figure.raw.startswith("一") and numeral.value == 1
        if annexes or (figure.block < end and numeral.unit.name not in TIMES | RANKS and not is_article):
            yield figure


def tied(result: Audit) -> set[int]:
    """Figures in a check that passed or failed."""
    judged = (outcome for outcome in result.checks if outcome.verdict in (Verdict.PASS, Verdict.FAIL))
    return {figure.id for outcome in judged for _, figure in operands(outcome.claim.relation)}


def exact(result: Audit) -> set[int]:
    """Figures that some check would notice in at least half of their slips."""
    return {figure.id for figure, state in states(result.ledger, result.outcomes) if state == "exact"}


def untied(result: Audit, figures: list[Figure]) -> None:
    for figure in figures:
        if result.ledger:
            quote = result.ledger.quote(figure)
            print(f"    {quote.prefix}[{quote.exact}]{quote.suffix}")


if __name__ == "__main__":
    sys.exit(main())
