"""
Characters to quantities: the only place that reads digits.

``scan`` reads prose, ``read_cell`` one cell of a table; both give Numerals, Identifiers and Misprints::

    grammar.py        the hot loop of prose       cells.py       cells and their notes
    arabic.py         1,234 and what is around    hanzi.py       六百六十五 and what is around
    lists.py          分别为12、7件               identifiers.py document numbers, phones, codes by shape
    quantity.py       lead + digits + tail        printed.py, chinese.py  digits to exact numbers
    measures.py names.py approximators.py periods.py zeros.py     tables: one row for each word
    units.py lexicon.py script.py exactly.py                      look-ups in them, and small helpers
"""

from gklint.numbers.cells import is_numeric, is_unknown, marks_in, read_cell
from gklint.numbers.grammar import scan
from gklint.numbers.printed import Marks
from gklint.numbers.units import BARE, unit_in

__all__ = ["BARE", "Marks", "is_numeric", "is_unknown", "marks_in", "read_cell", "scan", "unit_in"]
