from __future__ import annotations

from gklint.reporters.audit.checksheet import checksheet
from gklint.reporters.audit.markup import joined
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.view import view
from gklint.reporters.wording import Words
from tests.reporters import sample
from tests.reporters.audit.made import Elements


def sheet(run: Run, language: str = "zh") -> Elements:
    audit = sample.report().audits[0]
    assert audit.ledger is not None
    return Elements(joined(checksheet(view(audit, audit.ledger, Words(language)), run)))


def test_date_is_the_one_given() -> None:
    """The date on the sheet is what a person says, never the clock's."""
    assert "核对日期2024-01-20" in sheet(Run(date="2024-01-20")).text


def test_without_a_date_there_is_room_for_one() -> None:
    """No date is printed that nobody gave."""
    assert any(attributes.get("class") == "blank-line" for _, attributes in sheet(Run()).tags)


def test_undecided_checks_say_why() -> None:
    """A check that could not be judged is never printed as one that holds."""
    text = sheet(Run()).text

    assert "无法判断 ?" in text
    assert "有空格或未填" in text


def test_unchecked_figures_are_listed() -> None:
    """Who signs knows what nobody has checked."""
    assert "没有核对的数字" in sheet(Run()).text
