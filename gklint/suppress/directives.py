"""
What a person may write to gklint in a report, and what it means.

::

    gklint: ignore GK301 reason               here, or in the next block if it stands alone before it
    gklint: ignore GK301,GK2 [1235] reason    several rules; only while a figure of the finding is 1235
    gklint: ignore-section GK8 reason         in the section that it stands in
    gklint: ignore-file GK102 reason          in the whole report

A rule is named by its code, the beginning of its code or its id. There is no way to ignore everything in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from gklint.model.document import Directive
from gklint.model.finding import Finding
from gklint.model.interval import Exact
from gklint.model.numeral import Numeral
from gklint.model.rule import Rule
from gklint.numbers.cells import read_cell
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

IGNORE = lazy(
    r"ignore(?:-(?P<scope>section|file))?\s+(?P<rules>[A-Za-z][A-Za-z0-9/_-]*(?:\s*[,，、]\s*[A-Za-z][A-Za-z0-9/_-]*)*)"
    r"\s*(?:[\[［【](?P<pins>[^\]］】]*)[\]］】])?[\s:：—-]*(?P<reason>.*)"
)
PIN_JOINT = lazy(r"[,，、;；]\s+|[，、;；\s]\s*")
"""1,235 is one figure, 1, 235 are two."""
COMMA = lazy(r"\s*[,，、]\s*")
CODE = lazy(r"[A-Z]{2,4}\d{0,3}")


class Scope(Enum):
    """How far a directive reaches."""

    HERE = "here"
    SECTION = "section"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Ignore:
    """A directive that was understood: findings of *rules* that show all of the *pins* are excused for *reason*."""

    directive: Directive
    scope: Scope
    rules: tuple[str, ...]
    pins: tuple[Exact, ...]
    reason: str

    def pinned(self, finding: Finding) -> bool:
        """Whether *finding* still has the figures that were excused."""
        figures = [figure for outcome in finding.outcomes for _, figure in outcome.operands]
        return {figure.numeral.value for figure in figures if figure.numeral}.issuperset(self.pins)


def read(directive: Directive) -> Ignore | None:
    """What *directive* means, None if that is not clear."""
    match = IGNORE.fullmatch(" ".join(directive.text.split()))
    if match is None:
        return None
    printed = PIN_JOINT.split((match["pins"] or "").strip())
    pins = tuple(item.value for text in printed for item in read_cell(text) if isinstance(item, Numeral))
    if match["pins"] is not None and not pins:
        return None
    rules = tuple(dict.fromkeys(COMMA.split(match["rules"])))
    return Ignore(directive, Scope(match["scope"] or "here"), rules, pins, match["reason"].strip())


def names(selector: str, rule: Rule) -> bool:
    """Whether *selector* is the code of *rule*, the beginning of it, or its id."""
    return named(selector, (rule.code, rule.id))


def named(selector: str, known: Iterable[str]) -> bool:
    """Whether *selector* names one of *known*, which are codes and ids."""
    code = selector.upper()
    return any(selector in _spellings(name) or (CODE.fullmatch(code) and name.startswith(code)) for name in known)


def _spellings(name: str) -> Iterator[str]:
    yield name
    yield name.rsplit("/", 1)[-1]
