"""Rows of a wording table: a phrase around a figure, and what the phrase can mean in terms of the form."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal

from gklint.model.document import Heading
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure, Unit
from gklint.model.statement import Mention, Sentence
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

if TYPE_CHECKING:
    import re

WHOLE = lazy(r"全[国省市县区州盟旗镇乡系厅局委]|各级各部门|各[级县区乡镇]")
TITLE = lazy(r"年度报告|年报|统计表")
"""Headings over everything: they do not tell one matter from another."""
REACH = 120
"""Characters before a figure that can tell what its paragraph speaks of."""


@dataclass(frozen=True, slots=True)
class Wording:
    """
    *words* is searched in the mention's clause (see ``_clause``), *unless* must not be found there, *context* has to
    be found in the headings above it and what its paragraph says shortly before it. *values* are the admissible sums
    of indicators. *units* are words of units, the first of a group for all of it (``numbers/measures.py``).

    *basis*: "sure" words can only mean the form's own figure, so that a scope that is not stated is the unit's;
    "doubtful" ones never make an error; "named": no words, but the name of a row. *whole*: only what is said of the
    whole in the same sentence. *summed*: several such figures of a paragraph may add up to the cell. *any_time*:
    figures of another year belong here (上年结转). *bound*: the figure may be a part of the cell. *named*: the words
    only name what must not be zero in the table (a channel), whatever they say of the figure. *total*: behind 其中
    the words name a part of the cell.
    """

    words: str
    values: tuple[str, ...]
    unless: str = ""
    context: str = ""
    units: tuple[str, ...] = ("件",)
    basis: Literal["sure", "likely", "doubtful", "named"] = "likely"
    whole: bool = False
    summed: bool = False
    any_time: bool = False
    bound: bool = False
    named: bool = False
    total: bool = False

    def counts(self, unit: Unit) -> bool:
        """Whether a figure in *unit* can be what the words speak of."""
        return unit.measure is Measure.BARE or unit.group in self.units or unit.name in self.units

    def fits(self, text: str) -> bool:
        """Whether the clause *text* has the words and nothing that makes them mean another thing."""
        if not _compiled(self.words).search(text):
            return False
        return not (self.unless and _compiled(self.unless).search(text))

    def is_about(self, matters: Matters, mention: Mention) -> bool:
        """Whether what stands above and before *mention* speaks of the matter."""
        return not self.context or bool(_compiled(self.context).search(matters.before(mention)))


class Matters:
    """What each place of a document is about: the headings above it and the words shortly before it."""

    def __init__(self, ledger: Ledger) -> None:
        self._blocks = ledger.document.blocks
        self._above: list[str] = []
        path: list[Heading] = []
        for block in self._blocks:
            self._above.append("".join(f"{heading.text}\n" for heading in path if not TITLE.search(heading.text)))
            if isinstance(block, Heading):
                path = [*(heading for heading in path if heading.level < block.level), block]

    def before(self, mention: Mention) -> str:
        """The headings, a line each, and the last words of the paragraph, without blanks."""
        block = mention.figure.block
        text = getattr(self._blocks[block], "text", "")
        return self._above[block] + "".join(text[max(0, mention.start - REACH) : mention.start].split())


def says_whole(sentence: Sentence, mention: Mention, subject: str | None) -> bool:
    """Whether *sentence* says before *mention* that it speaks of everybody (全县, 各级各部门), or of the *subject*."""
    before = sentence.text[: max(0, mention.start - sentence.span.start)]
    return bool(WHOLE.search(before)) or (subject is not None and subject in before)


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return lazy(pattern)
