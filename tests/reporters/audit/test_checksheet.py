from __future__ import annotations

from gklint.model.finding import Audit
from gklint.model.relation import Order
from gklint.reporters.audit.checksheet import checksheet
from gklint.reporters.audit.markup import joined
from gklint.reporters.audit.run import Run
from gklint.reporters.audit.view import view
from gklint.reporters.wording import Words
from tests.reporters import sample
from tests.reporters.audit.made import Elements


def sheet(run: Run, language: str = "zh", audit: Audit | None = None) -> Elements:
    audit = audit or sample.report().audits[0]
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


def test_bound_is_no_sum_that_holds() -> None:
    """What only keeps its figures within limits is signed as that, and its figures are listed for a person."""
    f = sample.figures()
    printed = sheet(Run(), audit=sample.audit(sample.outcome(Order(f[1], f[3]))))

    assert "成立" not in printed.text
    assert "仅限上下界 ≤" in printed.text
    assert "仅限上下界的数字（2 个）" in printed.text
    assert [{"id": "k1", "class": "bounded"}] == [a for tag, a in printed.tags if tag == "tr" and a.get("id")]


def test_unchecked_figures_are_listed() -> None:
    """Who signs knows what nobody has checked."""
    assert "没有核对的数字" in sheet(Run()).text
