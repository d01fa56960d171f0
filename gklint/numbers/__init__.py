"""
Characters to quantities: the only place that reads digits.

``grammar.scan`` reads prose, ``cells.read_cell`` one cell of a table; both give Numerals, Identifiers and Misprints::

    grammar.py        the hot loop of prose       cells.py       cells and their notes
    arabic.py         1,234 and what is around    hanzi.py       六百六十五 and what is around
    lists.py          分别为12、7件               identifiers.py document numbers, phones, codes by shape
    quantity.py       lead + digits + tail        printed.py, chinese.py  digits to exact numbers
    measures.py names.py approximators.py periods.py zeros.py     tables: one row for each word
    units.py lexicon.py script.py missing.py exactly.py           look-ups in them, and small helpers
"""
