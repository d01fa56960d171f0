"""
Change one figure of a check that holds in a real report, and see whether gklint says so.

    python benchmarks/teeth.py [--checks 50] [--seed 1] [--show] FILE …

Of all checks of the given text files (text, Markdown, HTML) that passed as exact (an equation with a grip of half and
more), *checks* are drawn at random, equally many of each relation as far as there are. In each, one operand is
overwritten in the file itself, at its locator, by one other digit, so that the relation cannot hold any more. Bar: at
least 95 % turn into a finding that names the changed figure; how many of them stand above 提示 is printed too.
Source: mutation testing.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import zip_longest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gklint.blame.substitution import substituted
from gklint.judge import judge
from gklint.model.claim import Outcome, Verdict, verifies
from gklint.model.document import TextLocation
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.interval import Exact
from gklint.model.numeral import Numeral
from gklint.model.relation import operands
from gklint.model.rule import Severity
from gklint.model.tally import is_check
from gklint.pipeline import audit
from tests.factory.evidence import packs

NUMBER = re.compile(r"[0-9][0-9,，]*(?:\.[0-9]+)?")
TRIES = 40


@dataclass(frozen=True, slots=True)
class Source:
    """A report as read; *lines* keep their ends."""

    path: Path
    lines: tuple[str, ...]
    result: Audit

    def overwritten(self, place: TextLocation, digits: str) -> bytes:
        """The file with *digits* from *place* on, as many characters as they are."""
        lines = list(self.lines)
        line, start = lines[place.line - 1], place.column - 1
        lines[place.line - 1] = line[:start] + digits + line[start + len(digits) :]
        return "".join(lines).encode()


@dataclass(frozen=True, slots=True)
class Bite:
    """*figure* of *outcome* is overwritten at *place* by *digits*."""

    outcome: Outcome
    figure: Figure
    place: TextLocation
    printed: str
    digits: str


def main() -> int:
    arguments = parse()
    rng = random.Random(arguments.seed)
    sources = [source for path in arguments.files if (source := opened(path))]
    checks = [(source, outcome) for source in sources for outcome in source.result.outcomes if _is_target(outcome)]
    tried: Counter[str] = Counter()
    named: Counter[str] = Counter()
    loud: Counter[str] = Counter()
    for source, outcome in balanced(rng, checks):
        if tried.total() == arguments.checks:
            break
        bite = bitten(rng, source, outcome)
        if bite is None:
            continue
        kind = type(outcome.claim.relation).__name__
        heard = list(naming(audit(source.overwritten(bite.place, bite.digits), source.path.name, packs()), bite))
        tried[kind] += 1
        named[kind] += bool(heard)
        loud[kind] += any(finding.severity > Severity.NOTE for finding in heard)
        if arguments.show and not heard:
            where = f"{source.path.name}:{bite.place.line}:{bite.place.column}"
            shown = [figure.raw for _, figure in operands(outcome.claim.relation)]
            print(f"missed  {where} {bite.printed} → {bite.digits}, {outcome.claim.rule.code} {kind} {shown}")
    for kind in tried:
        print(f"  {kind:10} named {named[kind]:3} of {tried[kind]:3}, above 提示 {loud[kind]:3}")
    share = 100 * named.total() / max(1, tried.total())
    print(
        f"{len(sources)} files, {len(checks)} checks; {named.total()} of {tried.total()} named  {share:.1f} %  bar 95 %"
    )
    return int(share < 95)


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", type=Path, metavar="FILE")
    parser.add_argument("--checks", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--show", action="store_true", help="print each check that was blind to its change")
    return parser.parse_args()


def opened(path: Path) -> Source | None:
    """*path* with its audit, None unless it is UTF-8 text whose locators are lines and columns."""
    data = path.read_bytes()
    result = audit(data, path.name, packs())
    if result.ledger is None or result.reader not in ("text", "markdown", "html"):
        print(f"left out {path.name}: read as {result.reader}")
        return None
    try:
        text = data.decode()
    except UnicodeDecodeError:
        print(f"left out {path.name}: not UTF-8")
        return None
    return Source(path, tuple(text.splitlines(keepends=True)), result)


def _is_target(outcome: Outcome) -> bool:
    return outcome.verdict is Verdict.PASS and outcome.is_exact and is_check(outcome) and bool(_figures(outcome))


def _figures(outcome: Outcome) -> list[Figure]:
    """The figures that the check would notice a slip in; names and ordinals are none."""
    held = zip(outcome.operands, outcome.grips, strict=True)
    return [figure for (_, figure), grip in held if figure.id >= 0 and verifies(grip)]


def balanced(rng: random.Random, checks: Iterable[tuple[Source, Outcome]]) -> Iterator[tuple[Source, Outcome]]:
    """*checks* in random order, one of each relation in turn until a relation has no more."""
    decks: dict[str, list[tuple[Source, Outcome]]] = defaultdict(list)
    for check in checks:
        decks[type(check[1].claim.relation).__name__].append(check)
    for deck in decks.values():
        rng.shuffle(deck)
    for turn in zip_longest(*decks.values()):
        yield from (check for check in turn if check)


def bitten(rng: random.Random, source: Source, outcome: Outcome) -> Bite | None:
    """A change of one operand that breaks the relation; None if none of the tries stands in plain digits."""
    ledger = source.result.ledger
    assert ledger is not None
    figures = _figures(outcome)
    for _ in range(TRIES if figures else 0):
        figure = rng.choice(figures)
        location = ledger.locate(figure)
        if figure.numeral is None or not isinstance(location, TextLocation) or location.line != location.end_line:
            continue
        text = source.lines[location.line - 1][location.column - 1 : location.end_column - 1]
        number = NUMBER.search(text)
        if number is None or len(NUMBER.findall(text)) != 1:
            continue
        digits = _altered(rng, number[0])
        moved = _moved(figure.numeral.value, figure.numeral, number[0], digits)
        if judge(substituted(outcome.claim, {figure.id: moved})).verdict is Verdict.FAIL:
            place = replace(location, column=location.column + number.start())
            return Bite(outcome, figure, place, number[0], digits)
    return None


def _altered(rng: random.Random, printed: str) -> str:
    """One digit changed; a first digit never becomes 0."""
    index = rng.choice([i for i, sign in enumerate(printed) if sign.isdigit()])
    low = 1 if index == 0 and len(printed) > 1 else 0
    digit = rng.choice([d for d in "0123456789"[low:] if d != printed[index]])
    return printed[:index] + digit + printed[index + 1 :]


def _moved(value: Exact, numeral: Numeral, printed: str, digits: str) -> Exact:
    """*value* of *numeral* as it would be read with *digits* for *printed*."""
    by = Fraction(numeral.scale) * (_units(digits) - _units(printed)) / Fraction(10**numeral.decimals)
    moved = value + by
    return moved.numerator if moved.denominator == 1 else moved


def _units(printed: str) -> int:
    return int(re.sub(r"\D", "", printed))


def naming(result: Audit, bite: Bite) -> Iterator[Finding]:
    """The findings that involve the figure which now stands at the place of *bite*."""
    if result.ledger is None:
        return
    for finding in result.findings:
        figures = [f for outcome in finding.outcomes for _, f in operands(outcome.claim.relation)]
        if any(_stands_at(result.ledger.locate(figure), bite.place) for figure in _unique(figures)):
            yield finding


def _unique(figures: Iterable[Figure]) -> Iterable[Figure]:
    return {figure.id: figure for figure in figures}.values()


def _stands_at(location: object, place: TextLocation) -> bool:
    if not isinstance(location, TextLocation):
        return False
    start, end = (location.line, location.column), (location.end_line, location.end_column)
    return start <= (place.line, place.column) < end


if __name__ == "__main__":
    sys.exit(main())
