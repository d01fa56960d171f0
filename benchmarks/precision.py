"""
How often a finding over reports that nobody labelled is true.

    python benchmarks/precision.py FOLDER [--files even|odd|REGEX] [--seed 1] [-n 200] [--out FILE]
    python benchmarks/precision.py [FOLDER] --report [--files even|odd|REGEX]

Draws a seeded sample of the findings at 错误 and 请核实, each with the text around every figure that it speaks of and
an unfilled row for the table of judgements (``judged.csv`` beside this script). Half of the sample is for each
severity as far as there are findings, every rule has at least one, and no rule more than eight of one report.

A finding is judged by reading the report, by somebody who has not seen the rules:

- true: the printed figures contradict each other as the finding says;
- false: they do not (a table misread, a relation that the writer never meant, other facts);
- debatable: a careful reader could take it either way.

``--report`` prints the precision true / (true + false), debatable apart, by severity and by rule: of everything ever
judged, or, with FOLDER, of what is found there now; a true finding that is told no more is named. ``even`` and ``odd``
are the halves of a folder by the SHA-1 of the file's name, so that a second sample can come from other reports than
the first.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass, fields
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from gklint.model.document import Location, PdfLocation, Table, TextLocation
from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.ledger import Ledger
from gklint.model.rule import Severity
from gklint.pipeline import audit
from gklint.reporters.story import message
from gklint.reporters.wording import Words
from tests.factory.evidence import alarms, packs

JUDGED = Path(__file__).with_name("judged.csv")
VERDICTS = ("true", "false", "debatable")
MOST = 8
"""Findings of one rule in one report: more of them are one misreading told again."""
AROUND = 120
"""Characters of text on either side of a figure."""


def main() -> int:
    arguments = parse()
    if not arguments.report and not arguments.folder:
        raise SystemExit("FOLDER is needed to draw a sample")
    if arguments.report:
        print("\n".join(precision(_to_report(arguments))))
        return 0
    found = list(told(arguments.folder, arguments.files))
    drawn = sample(found, arguments.n, arguments.seed)
    text = "\n".join(one.shown for one in drawn)
    if arguments.out:
        arguments.out.write_text(text, encoding="utf-8")
    else:
        print(text)
    print(f"{len(drawn)} of {len(found)} findings", file=sys.stderr)
    return 0


def parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, metavar="FOLDER")
    parser.add_argument("--files", type=chooser, default=chooser(""), help="even, odd, or a pattern of names")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("-n", type=int, default=200, help="findings to draw")
    parser.add_argument("--out", type=Path, help="write the sample here")
    parser.add_argument("--report", action="store_true", help="print the precision of what has been judged")
    parser.add_argument("--judged", type=Path, default=JUDGED, help="the table of judgements")
    return parser.parse_args()


def chooser(files: str) -> Callable[[str], bool]:
    """Whether a file of this name is chosen: by the parity of its name's SHA-1, or by a pattern."""
    if files in ("even", "odd"):
        return lambda name: hashlib.sha1(name.encode()).digest()[-1] % 2 == (files == "odd")
    return lambda name: re.search(files, name) is not None


@dataclass(frozen=True)
class Row:
    """A line of the table of judgements; *values* changes with the figures, *verdict* is empty until judged."""

    file: str
    fingerprint: str
    values: str
    rule: str
    severity: str
    verdict: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        return self.file, self.fingerprint, self.values


@dataclass(frozen=True)
class Told:
    """A finding as its row, and with everything that a judge needs to find the place."""

    row: Row
    shown: str


def told(folder: Path, is_chosen: Callable[[str], bool]) -> Iterator[Told]:
    """Every finding above 提示 in the chosen reports of *folder*, by file and place."""
    for path in sorted(path for path in folder.rglob("*") if path.is_file() and is_chosen(path.name)):
        result = audit(path.read_bytes(), path.relative_to(folder).as_posix(), packs())
        if result.ledger:
            yield from (_told(result, result.ledger, finding) for finding in alarms(result))


def _told(result: Audit, ledger: Ledger, finding: Finding) -> Told:
    row = Row(result.path, finding.fingerprint, finding.values, finding.rule.code, finding.severity.word)
    head = f"## {row.file}  {_place(finding.location)}  {row.rule} {finding.rule.id}  {row.severity}"
    unfilled = ",".join(astuple(row)[:5]) + ",,"
    return Told(row, "\n".join((head, message(finding, Words("zh")), *_quotes(ledger, finding), unfilled, "")))


def _quotes(ledger: Ledger, finding: Finding) -> Iterator[str]:
    """The paragraphs and lines of tables that hold the figures of *finding*, each once, figures marked."""
    places: dict[tuple[int, int], list[tuple[str, Figure]]] = {}
    for role, figure in finding.operands:
        places.setdefault((figure.block, figure.cell.row if figure.cell else -1), []).append((role, figure))
    for (index, line), figures in places.items():
        block = ledger.document.blocks[index]
        where = _place(ledger.locate(figures[0][1]))
        told = _in_table(block, line, figures) if isinstance(block, Table) else _in_text(block.text, figures)
        yield f"  {where}: {' '.join(told.split())}"


def _in_text(text: str, figures: list[tuple[str, Figure]]) -> str:
    """*text* from AROUND before the first figure to AROUND behind the last; long gaps between two are cut."""
    shown, end = [], 0
    for role, figure in sorted(figures, key=lambda pair: pair[1].span.start):
        start = figure.span.start
        gap = text[end:start]
        if len(gap) > 2 * AROUND or not shown:
            gap = (gap[:AROUND] if shown else "") + "…" + gap[-AROUND:]
        shown.append(f"{gap}【{role} {text[start : figure.span.end]}】")
        end = figure.span.end
    return "".join(shown) + text[end : end + AROUND] + "…"


def _in_table(table: Table, line: int, figures: list[tuple[str, Figure]]) -> str:
    cells = [cell.text if cell else "" for cell in table.grid[line]]
    labels = []
    for role, figure in figures:
        if figure.cell:
            cells[figure.cell.column] = f"【{role} {figure.raw}】"
            labels.append(figure.cell.column_label)
    return f"row {line + 1} of a table, under “{'”, “'.join(labels)}”: {' | '.join(cells)}"


def _place(location: Location) -> str:
    match location:
        case TextLocation(line=line):
            return f"line {line}"
        case PdfLocation(page=page):
            return f"page {page}"
        case _:
            return ""


def sample(found: list[Told], size: int, seed: int) -> list[Told]:
    """
    *size* of *found*, in their order: half of each severity, one of every rule first, at most MOST of a rule in a file.

    What one severity cannot fill, the other does.
    """
    shuffled = random.Random(seed).sample(found, len(found))
    errors, others = (
        _rules_first(_thinned(one for one in shuffled if (one.row.severity == Severity.ERROR.word) is is_error))
        for is_error in (True, False)
    )
    most_errors = max(size - size // 2, size - len(others))
    taken = errors[:most_errors]
    taken += others[: size - len(taken)]
    chosen = {one.row.key for one in taken}
    return [one for one in found if one.row.key in chosen]


def _thinned(found: Iterable[Told]) -> list[Told]:
    """The first MOST of each rule in each file."""
    seen: Counter[tuple[str, str]] = Counter()
    kept = []
    for one in found:
        seen[one.row.file, one.row.rule] += 1
        if seen[one.row.file, one.row.rule] <= MOST:
            kept.append(one)
    return kept


def _rules_first(found: list[Told]) -> list[Told]:
    """The first of each rule before all others."""
    first = {one.row.rule: one.row.key for one in reversed(found)}
    return sorted(found, key=lambda one: one.row.key != first[one.row.rule])


def read(path: Path) -> list[Row]:
    """The table of judgements; a line that is none of it ends the run with its place."""
    with path.open(encoding="utf-8", newline="") as file:
        lines = list(csv.reader(file))
    names = [field.name for field in fields(Row)]
    if lines[:1] != [names]:
        raise SystemExit(f"{path}:1: the columns are {','.join(names)}")
    rows: dict[tuple[str, str, str], Row] = {}
    for number, line in enumerate(lines[1:], 2):
        if len(line) != len(names):
            raise SystemExit(f"{path}:{number}: {len(line)} columns, not {len(names)}")
        row = Row(*line)
        if row.verdict not in ("", *VERDICTS):
            raise SystemExit(f"{path}:{number}: {row.verdict!r} is not one of {', '.join(VERDICTS)}")
        if row.key in rows:
            raise SystemExit(f"{path}:{number}: judged twice: {row.file} {row.fingerprint}")
        rows[row.key] = row
    return list(rows.values())


def _to_report(arguments: argparse.Namespace) -> list[Row]:
    judged = read(arguments.judged)
    if not arguments.folder:
        return [row for row in judged if arguments.files(row.file)]
    found = among([one.row for one in told(arguments.folder, arguments.files)], judged)
    for row in silenced(found, (row for row in judged if arguments.files(row.file))):
        print(f"true, and no longer told as such: {row.file} {row.rule} ({row.why})", file=sys.stderr)
    return found


def silenced(found: Iterable[Row], judged: Iterable[Row]) -> list[Row]:
    """Rows of *judged* that are true and not among *found*: precision must not be bought with them."""
    known = {row.key for row in found}
    return [row for row in judged if row.verdict == "true" and row.key not in known]


def among(found: Iterable[Row], judged: Iterable[Row]) -> list[Row]:
    """*found* with the verdicts of *judged*, rule and severity as they are now."""
    known = {row.key: row for row in judged}
    return [Row(*astuple(row)[:5], *_verdict(known.get(row.key))) for row in found]


def _verdict(row: Row | None) -> tuple[str, str]:
    return (row.verdict, row.why) if row else ("", "")


def precision(rows: list[Row]) -> Iterator[str]:
    """The lines of the report: each severity, then each rule at each severity."""
    yield f"{'':16} {'true':>5} {'false':>6} {'debatable':>10} {'unjudged':>9}  precision"
    for severity in (Severity.ERROR.word, Severity.WARNING.word):
        mine = [row for row in rows if row.severity == severity]
        yield _line(severity, mine)
        for rule in sorted({row.rule for row in mine}):
            yield _line(f"  {rule}", [row for row in mine if row.rule == rule])


def _line(name: str, rows: list[Row]) -> str:
    counts = Counter(row.verdict for row in rows)
    decided = counts["true"] + counts["false"]
    share = f"{100 * counts['true'] / decided:6.1f} %" if decided else "      –"
    return f"{name:16} {counts['true']:5} {counts['false']:6} {counts['debatable']:10} {counts['']:9}  {share}"


if __name__ == "__main__":
    sys.exit(main())
