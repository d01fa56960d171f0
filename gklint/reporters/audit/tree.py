"""
The check sheet at a terminal: report, table and sentence as a tree; what holds is folded, suspects are marked.

::

    qinghe-2023.md  青禾区…2023年度报告  需修改
    ├── 表 2（49 条）
    │   ├── 成立 47 条
    │   └── 错误 总计 17 ≠ 41 + 2 + 0 + 0 + 1 + 0 = 44，少 27
    │       └── 疑点 … 41，若为 14 则相符
    └── 正文（2 条）
"""

from __future__ import annotations

import io
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from gklint.model.claim import Outcome, Verdict
from gklint.model.figure import Figure
from gklint.model.finding import Finding, Report
from gklint.reporters.advice import advice
from gklint.reporters.audit.checksheet import kind_of, title_of, worked
from gklint.reporters.audit.operands import standing
from gklint.reporters.audit.units import Unit, units
from gklint.reporters.audit.units import title_of as heading_of
from gklint.reporters.audit.view import View, key_of, view
from gklint.reporters.display import clip, one_line
from gklint.reporters.phrases import verdict
from gklint.reporters.places import spot
from gklint.reporters.story import message
from gklint.reporters.style import Style
from gklint.reporters.summary import summary
from gklint.reporters.suspects import suspicions
from gklint.reporters.wording import Words

if TYPE_CHECKING:
    from rich.tree import Tree

SENTENCE_CELLS = 60
GRADE_STYLES = {"fix": "bold red", "verify": "yellow", "unread": "yellow", "nothing": "yellow", "clean": "green"}


def render(report: Report, style: Style) -> str:
    """A tree for each report, then the counts of the run."""
    from rich.console import Console

    words = Words(style.language)
    out = io.StringIO()
    # Its own width and colour: the same bytes on every terminal and in a pipe.
    console = Console(
        file=out,
        width=style.width,
        force_terminal=style.colour,
        color_system="standard" if style.colour else None,
        legacy_windows=False,
        highlight=False,
        emoji=False,
        markup=False,
        soft_wrap=False,
    )
    for unit in units(report, words):
        console.print(_report(unit, words))
    for line in summary(report, words):
        console.print(line)
    return "".join(f"{line.rstrip()}\n" for line in out.getvalue().splitlines())


def _report(unit: Unit, words: Words) -> Tree:
    from rich.text import Text
    from rich.tree import Tree

    path, title = one_line(unit.audit.path), heading_of(unit.audit, words)
    label = Text.assemble(
        (path, "bold"),
        "  " if title == path else f"  {title}  ",
        (words(f"audit.grade.{unit.grade}"), GRADE_STYLES[unit.grade]),
    )
    tree = Tree(label)
    if unit.audit.ledger is None:
        for finding in unit.audit.findings:
            tree.add(Text(message(finding, words)))
        return tree
    seen = view(unit.audit, unit.audit.ledger, words)
    told: set[str] = set()
    for section in seen.sections:
        title = words("audit.section-count", title=title_of(section, words), count=len(section.checks))
        branch = tree.add(Text(title, "bold"))
        checks = [outcome for _, outcome in section.checks]
        if section.kind == "table":
            _grow(branch, checks, seen, told)
            continue
        for _, group in groupby(sorted(checks, key=_block), key=_block):
            together = list(group)
            _grow(branch.add(Text(_sentence(together, seen), "cyan")), together, seen, told)
    for finding in unit.audit.findings:
        if finding.id not in told:
            _fault(tree, finding, seen)
    return tree


def _block(outcome: Outcome) -> int:
    return outcome.operands[0][1].block if outcome.operands else -1


def _sentence(checks: Sequence[Outcome], seen: View) -> str:
    """The beginning of the paragraph that the first figure stands in, and where that is."""
    if not checks[0].operands:
        return seen.words("audit.tree.prose")
    figure = checks[0].operands[0][1]
    where = spot(seen.ledger.locate(figure), seen.words)
    return f"{where} {clip(one_line(_around(figure, seen)), SENTENCE_CELLS)}".strip()


def _around(figure: Figure, seen: View) -> str:
    """The sentence of *figure*: the text between the full stops on either side of it."""
    text = seen.ledger.text(figure)
    start = max(text.rfind(stop, 0, figure.span.start) for stop in "。；！？\n") + 1
    ends = [end for stop in "。；！？\n" if (end := text.find(stop, figure.span.end)) >= 0]
    return text[start : min(ends, default=len(text)) + 1]


def _grow(branch: Tree, checks: Sequence[Outcome], seen: View, told: set[str]) -> None:
    """What holds as a number, what could not be judged by its reasons, what fails in full."""
    from rich.text import Text

    words = seen.words
    kinds = Counter(map(kind_of, checks))
    if kinds["pass"]:
        branch.add(Text(f"√ {words('audit.tree.passed', count=kinds['pass'])}", "green"))
    if kinds["bounded"]:
        branch.add(Text(f"≤ {words('audit.tree.bounded', count=kinds['bounded'])}"))
    pending = Counter(_undecided(outcome, words) for outcome in checks if outcome.verdict is Verdict.OPEN)
    for reason, count in sorted(pending.items()):
        branch.add(Text(f"? {reason} {count}", "yellow"))
    for outcome in checks:
        if outcome.verdict is not Verdict.FAIL:
            continue
        finding = _finding_of(outcome, seen)
        if finding is None:
            branch.add(Text(f"× {worked(outcome, words)}"))
        elif finding.id not in told:
            told.add(finding.id)
            _fault(branch, finding, seen)


def _undecided(outcome: Outcome, words: Words) -> str:
    return verdict(outcome, words) + words("detail", detail=words.why(outcome.why))


def _finding_of(outcome: Outcome, seen: View) -> Finding | None:
    key = key_of(outcome)
    return next((f for f in seen.audit.findings if any(key_of(broken) == key for broken in f.outcomes)), None)


def _fault(branch: Tree, finding: Finding, seen: View) -> None:
    from rich.text import Text

    words = seen.words
    tone = {"error": "bold red", "warning": "bold yellow"}.get(finding.severity.word, "")
    node = branch.add(Text.assemble((words(f"severity.{finding.severity.word}"), tone), " ", message(finding, words)))
    for line in _details(finding, seen):
        node.add(Text(line))
    for suspicion in suspicions(finding, seen.ledger, words):
        node.add(Text(suspicion, "bold red"))
    if asked := advice(finding, words):
        node.add(Text(asked))


def _details(finding: Finding, seen: View) -> Iterator[str]:
    for outcome in finding.outcomes:
        figures = [figure for _, figure in outcome.operands]
        for place, text in standing(figures, seen.ledger, seen.words):
            yield f"{place}  {text}"
