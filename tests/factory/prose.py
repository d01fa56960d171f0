"""
Sentences with numbers: what a shape draws, prints and breaks.

A shape is wording with slots; a Statement is one draw of it, consistent as printed, with the slips that make it false.
The shapes themselves are tables in prose_sums, prose_rates, prose_lists and prose_tables, the controls in prose_odd.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from gklint.model.figure import Figure
from gklint.model.finding import Audit, Finding
from gklint.model.relation import operands
from gklint.model.rule import Severity
from tests.factory.layout import Head, Part, Prose, Report

PLACES = {
    "county": ("云川县", "全县", "我县"),
    "office": ("教育局", "水利局", "卫生健康局", "民政局"),
    "info": ("政府信息", "政务信息", "各类政府信息"),
    "year": ("2018年", "今年", "2018年度"),
    "whole-year": ("全年", "本年度", "一年来", "年内"),
    "ask": ("政府信息公开申请", "依申请公开申请", "信息公开申请"),
}
"""Words that vary inside one shape: ``<county>`` in its wording takes the same pick throughout a statement."""

SLOT = re.compile(r"\{(\w+)\}")
CHINESE_LEAD = (
    "按照有关要求，现将工作情况报告如下。各级各部门坚持以公开为常态、不公开为例外，不断健全工作机制，拓宽公开渠道，"
    "规范办理流程，回应社会关切，工作取得了新的成效，群众的知情权、参与权和监督权得到了较好保障。"
)
ENGLISH_LEAD = (
    "This part describes the work of the year. The office answered questions of the public in writing and in person, "
    "kept its register of documents up to date and reviewed the way in which it handles objections."
)


@dataclass(frozen=True, slots=True)
class Fault:
    """Slot *slot* printed as *printed*."""

    slot: str
    printed: str


@dataclass(frozen=True, slots=True)
class Statement:
    """
    Paragraphs of *words* with the values *printed* in their slots, and the slips that make them false.

    *parts* stand behind the paragraphs: tables that the sentences must agree with.
    """

    words: str
    printed: Mapping[str, str]
    faults: tuple[Fault, ...] = ()
    parts: tuple[Part, ...] = ()
    title: str = "云川县2018年政府信息公开工作年度报告"

    def paragraphs(self, fault: Fault | None = None) -> list[tuple[str, dict[str, tuple[int, int]]]]:
        """Each paragraph with the characters that each slot takes in it."""
        printed = {**self.printed, fault.slot: fault.printed} if fault else self.printed
        written = []
        for line in self.words.split("\n"):
            text, spans, last = "", {}, 0
            for slot in SLOT.finditer(line):
                text += line[last : slot.start()]
                spans[slot[1]] = (len(text), len(text) + len(printed[slot[1]]))
                text += printed[slot[1]]
                last = slot.end()
            written.append((text + line[last:], spans))
        return written

    def report(self, fault: Fault | None = None) -> Report:
        """The statement as the second section of a small report."""
        english = self.title.isascii()
        # A paragraph of usual length, so that plain text shows how wide its lines may get.
        lead = ENGLISH_LEAD if english else CHINESE_LEAD
        body = (Prose(text) for text, _ in self.paragraphs(fault))
        heading = "Main results" if english else "一、主动公开和依申请公开情况"
        return Report((Head(self.title, 1), Prose(lead), Head(heading), *body, *self.parts))

    def named(self, result: Audit, fault: Fault) -> bool:
        """Whether a finding above 提示 involves the slot that *fault* changed."""
        return any(
            self.covers(result, figure, fault)
            for finding in alarms(result)
            for outcome in finding.outcomes
            for _, figure in operands(outcome.claim.relation)
        )

    def covers(self, result: Audit, figure: Figure, fault: Fault) -> bool:
        """Whether *figure* was read where *fault* stands."""
        if figure.cell is not None or result.ledger is None:
            return False
        text = result.ledger.text(figure)
        for paragraph, spans in self.paragraphs(fault):
            if fault.slot in spans and text == paragraph:
                start, end = spans[fault.slot]
                return figure.span.start < end and start < figure.span.end
        return False


Shape = Callable[[random.Random], Statement]


@dataclass(frozen=True, slots=True)
class Wording:
    """One row of a table of shapes: a name, the words, and the sizes that its numbers are drawn from."""

    name: str
    words: str
    low: int = 3
    high: int = 900
    options: frozenset[str] = field(default_factory=frozenset)


def alarms(result: Audit) -> list[Finding]:
    """Findings above 提示."""
    return [finding for finding in result.findings if finding.severity > Severity.NOTE]


def filled(rng: random.Random, words: str) -> str:
    """*words* with one pick for each ``<word>``."""
    picks = {name: rng.choice(choices) for name, choices in PLACES.items()}
    return re.sub(r"<([\w-]+)>", lambda match: picks[match[1]], words)


def slots(words: str) -> list[str]:
    """The slots in order, each once."""
    return list(dict.fromkeys(SLOT.findall(words)))


def slips(rng: random.Random, value: int) -> Iterator[int]:
    """Other values that a hurried hand leaves: one off, a digit changed, two digits swapped, none of them *value*."""
    digits = str(value)
    candidates = [value + 1, value + rng.randrange(2, 10)]
    if value > 2:
        candidates.append(value - 1)
    last = rng.randrange(len(digits))
    candidates.append(int(digits[:last] + str((int(digits[last]) + rng.randrange(1, 9)) % 10) + digits[last + 1 :]))
    if len(digits) > 1:
        candidates.append(int(digits[:-2] + digits[-1] + digits[-2]))
    yield from (c for c in dict.fromkeys(candidates) if c != value and c > 0)


def decimal(value: Fraction, places: int) -> str:
    """*value*, rounded half up to *places* decimals."""
    scaled = (abs(value) * 10**places * 2 + 1) // 2
    digits = f"{scaled:0{places + 1}d}"
    return f"{digits[:-places]}.{digits[-places:]}" if places else digits
