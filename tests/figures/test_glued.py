"""Tables whose cells are run together in one paragraph."""

from __future__ import annotations

import pytest

from gklint import readers
from gklint.figures import read
from gklint.figures.glued import split
from gklint.model.ledger import Ledger
from gklint.model.rule import Packs
from gklint.packs.find import rules_root
from gklint.packs.load import forms
from tests.factory import form2021, reports


@pytest.mark.parametrize(
    ("digits", "cells", "numbers"),
    [
        ("2000002", 7, [2, 0, 0, 0, 0, 0, 2]),
        ("170000017", 7, [17, 0, 0, 0, 0, 0, 17]),
        ("5309062", 5, [53, 0, 9, 0, 62]),
        ("110000011", 7, None),
        ("20000011", 7, None),
        ("200", 7, None),
        ("2000003", 7, [2, 0, 0, 0, 0, 0, 3]),
    ],
    ids=["one digit each", "two digits", "only one sum", "two sums", "no sum", "too few", "one digit each, no sum"],
)
def test_split(digits, cells, numbers):
    """Digits are cut where exactly one cut adds up, and nowhere else."""
    spans = split(digits, 0, cells)

    assert numbers == (spans and [int(digits[span.start : span.end]) for span in spans])


def test_rows_become_figures():
    """Rows that can be cut are bound cell by cell, in reading order and at their own characters."""
    sample = reports.sample("F3", 4)
    printed = dict.fromkeys(sample.printed, "0") | {"N.c1": "3", "N.c7": "3", "L1.c1": "3", "L1.c7": "3"}

    ledger = ledger_of("前文12件。" + glued(printed) + "后文5件。")

    (figure,) = ledger.bound["requests.received.natural"]
    assert (figure.raw, ledger.quote(figure).prefix[-4:]) == ("3", "申请数量")
    assert len(ledger.bound) == 25 * 7
    assert [figure.id for figure in ledger.figures] == list(range(len(ledger.figures)))


def test_row_that_cannot_be_told_is_a_doubt():
    """A row with two possible cuts stays unread, and the document says so."""
    sample = reports.sample("F3", 4)
    printed = dict.fromkeys(sample.printed, "0") | {"N.c1": "11", "N.c7": "11"}

    ledger = ledger_of(glued(printed))

    assert "requests.received" not in ledger.bound
    assert [(doubt.kind, doubt.detail) for doubt in ledger.document.doubts] == [
        ("table-not-readable", "一、本年新收政府信息公开申请数量 110000011")
    ]


def glued(printed: dict[str, str]) -> str:
    """Table 三 as text without any borders."""
    grid = form2021.applications(printed, "F3")
    return "".join(box.text for row in grid.rows for box in row)


def ledger_of(text: str) -> Ledger:
    return read(readers.read(text.encode(), "report.txt"), Packs((), forms(rules_root())))
