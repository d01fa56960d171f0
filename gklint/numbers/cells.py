"""Cells of tables: a bare number is a quantity here, in the unit of its row, its column or its table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from gklint.model.interval import Exact
from gklint.model.numeral import Identifier, Kind, Measure, Numeral, Reading, Unit
from gklint.numbers.chinese import CHARACTERS, Range, Vague, chinese
from gklint.numbers.grammar import scan
from gklint.numbers.printed import Marks, Printed, printed, whole
from gklint.numbers.quantity import lead_at, numeral, point, stated, tail_at
from gklint.numbers.script import BLANK, BLANKS, ascii_digits
from gklint.numbers.units import BARE
from gklint.start.patterns import lazy


def read_cell(text: str, unit: Unit | None = None, scale: Exact = 1, marks: Marks = Marks.POINT) -> tuple[Reading, ...]:
    """
    The cell's own value, if it has one, then the numbers of its note: 22（其中修订16件） reads 22 and 16.

    *unit* and *scale* are what the table gives a bare number (单位：万元 → 元, 10000); a unit printed in the cell
    wins over them. A cell that starts with words (新闻发布会2次) has no value of its own: its numbers are read like
    prose. Signs may be words (增21, 减4) or brackets around the whole cell, as accountants write: (1,234) and (5.6)%.
    """
    plain = _PLAIN.fullmatch(text)
    if plain:
        start, end = plain.span(1)
        return (_plain(text, start, end, unit or BARE, scale),)
    own = _own(text, unit or BARE, scale, marks)
    if own is None:
        return tuple(scan(text))
    value, stop = own
    if not text[stop:].strip(BLANKS):
        return (value,)
    note = (_shifted(reading, stop) for reading in scan(text[stop:]))
    return (replace(value, trace=(*value.trace, NOTED)), *note)


NOTED = "note stripped"


# Columns and reports repeat their labels; this is asked of every cell.
@lru_cache(maxsize=4096)
def is_numeric(text: str) -> bool:
    """Whether the cell is one number, with its sign, unit and note, and nothing else."""
    if _PLAIN.fullmatch(text):
        return True
    return bool(_own(text, BARE, 1, Marks.POINT) or _own(text, BARE, 1, Marks.COMMA))


def marks_in(cells: Iterable[str]) -> Marks:
    """
    How the table of these *cells* writes decimals.

    A comma is decimal only if some cell shows it (6,8 or 4 131,02) and none can be read no other way but with a
    point (1,234,567 or 450,210.00 or 6.8).
    """
    commas = False
    for cell in cells:
        if _SURE_POINT.fullmatch(cell):
            return Marks.POINT
        commas = commas or bool(_SURE_COMMA.fullmatch(cell))
    return Marks.COMMA if commas else Marks.POINT


def _plain(text: str, start: int, end: int, unit: Unit, scale: Exact) -> Numeral:
    """The common case: digits and nothing else."""
    value = int(text[start:end])
    if scale == 1 and unit.measure is Measure.COUNT:
        return Numeral(start, end, text[start:end], value, point(value), unit)
    number = whole(value).times(scale)
    bounds = stated(number, unit, exactly=scale == 1)
    return Numeral(start, end, text[start:end], number.value, bounds, unit, 0, scale)


def _own(text: str, unit: Unit, scale: Exact, marks: Marks) -> tuple[Numeral, int] | None:
    """The value that the cell begins with and where its note begins; None if it begins with something else."""
    bracketed = _BRACKETED.fullmatch(text)
    if bracketed:
        inside = bracketed[1] + bracketed[2]
        inner = _own(inside, unit, scale, marks)
        if inner is None or inner[1] < len(inside):
            return None
        value = inner[0]
        negative = replace(
            value, start=0, end=len(text), raw=text.strip(BLANKS), value=-value.value, bounds=-value.bounds
        )
        return negative, len(text)
    run = _RUN.search(text)
    if run is None:
        return None
    lead = lead_at(text, run.start())
    sign = text[: lead.start].strip(BLANKS)
    number = _number(run[0], marks)
    if number is None or sign not in _SIGNS:
        return None
    tail = tail_at(text, run.end())
    if not _NOTE.fullmatch(text, tail.stop) or (tail.unit is not None and _named(text)):
        return None
    if tail.unit is None and lead.currency is None and tail.factor == 1:
        tail = replace(tail, factor=scale)
    joined = any(blank in run[0] for blank in BLANKS) and not _GROUPED.fullmatch(run[0])
    value = numeral(
        text,
        text.index(sign) if sign else run.start(),
        number,
        replace(lead, start=min(lead.start, text.index(sign))) if sign else lead,
        tail,
        unit,
        negative=sign in _DOWN and bool(sign),
        doubtful=joined,
        trace=("digits joined",) if joined else (),
    )
    return value, tail.stop


def _number(run: str, marks: Marks) -> Printed | Range | Vague | None:
    if run[0] in CHARACTERS:
        return None if run in _BARE_SCALES else chinese(run)
    run = ascii_digits(run)
    if _CODE.match(run):
        return None
    if any(blank in run for blank in BLANKS):
        run = "".join(run.split())
        # Blanks part the thousands here: what is left has at most one mark, and that is decimal.
        return printed(run.replace(",", "."))
    return printed(f"0{run}" if run.startswith(".") else run, marks)


def _named(text: str) -> bool:
    """Whether prose would read the cell as a date, an ordinal or another name: 2016年, 第3次, 3号."""
    first = next(iter(scan(text)), None)
    return isinstance(first, Identifier) and first.kind is not Kind.CODE


def _shifted(reading: Reading, by: int) -> Reading:
    return replace(reading, start=reading.start + by, end=reading.end + by)


_B = f"{BLANK}*"
_PLAIN = lazy(rf"{_B}(0|[1-9][0-9]{{0,17}}){_B}")

_AMOUNT = rf"{_B}[-－–−+]?{_B}[$€£¥￥]?{_B}(?:{{}}){_B}[%％]?{_B}"
_SURE_POINT = lazy(_AMOUNT.format(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+|,[0-9]{3})|[0-9]+\.[0-9]{1,2}"))
_SURE_COMMA = lazy(_AMOUNT.format(r"(?:[0-9]+|[0-9]{1,3}(?:[. \u00a0][0-9]{3})+),(?:[0-9]{1,2}|[0-9]{4,})"))

_SIGNS = frozenset({"", *"-－–−+＋±↑↓▲▼", "增", "增加", "净增", "减", "减少", "净减"})
_DOWN = frozenset({*"-－–−↓▼", "减", "减少", "净减"})
_BRACKETED = lazy(rf"{_B}\(({_B}[$€£]?{_B}[0-9][0-9,. ]*%?{_B})\)([%％]?){_B}")
_RUN = lazy(rf"\.?[0-9０-９]+(?:[.,，．][0-9０-９]+)*(?:{BLANK}[0-9０-９]+)*(?:[.,][0-9]+)?|[{CHARACTERS}]+")
_GROUPED = lazy(rf"[1-9][0-9]{{0,2}}(?:{BLANK}[0-9]{{3}})+(?:[.,][0-9]+)?")
_CODE = lazy("0[0-9]")
_BARE_SCALES = frozenset({*"百千万亿萬億点几数", "百万", "千万"})
_NOTE = lazy(rf"{_B}(?:[（(\[【〔［*※①-⑳†‡#].*|[*a-zA-Z]?{_B})", re.DOTALL)
