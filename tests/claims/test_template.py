"""What a copy of a form leaves out, and cells that cannot be counted."""

from __future__ import annotations

import pytest

from gklint import readers
from gklint.claims import countable, template
from gklint.figures import read
from gklint.model.ledger import Ledger
from gklint.model.relation import Countable, Required
from gklint.model.rule import Packs
from gklint.packs.find import rules_root
from gklint.packs.load import forms
from tests.build import rule
from tests.factory import form2021, markup, reports

SAMPLE = reports.sample("F3", 7)
WHOLE = form2021.disputes(SAMPLE.printed, form2021.Print(disputes="rows"))


def test_blanks_of_a_table_are_one():
    """All cells without a number in one table are one remark, with the marks that stand there."""
    ledger = ledger_of({"N.c2": "", "P.c2": "/", "N.c3": "/"})

    (required,) = lacking(ledger, "figures")

    assert (len(required.figures), required.details) == (3, ("/",))


def test_single_row_of_a_group_loses_nothing():
    """A group printed as one row lacks none of its members."""
    style = form2021.Print(single_other=True)
    sample = reports.sample("F3", 7, print2021=style)
    document = readers.read(markup.html(sample.report()).encode(), "x.html")

    assert not lacking(read(document, Packs((), forms(rules_root()))), "rows")


def test_lost_rows_are_named_together():
    """Rows that a copy lost are one remark that names the first of them and counts them all."""
    lost = ("1.属于国家秘密", "2.重复申请", "3.其他", "四、结转下年度继续办理")
    grid = form2021.applications(SAMPLE.printed, "F3", form2021.Print(groups=False))
    kept = [row for row in grid.spread(fill=True) if not set(lost) & set(row)]

    (required,) = lacking(ledger_of_html(plain(kept)), "rows")

    assert required.element == "1.属于国家秘密、2.重复申请、3.其他 … 4"


def test_lost_tables():
    """Each table of the form that is nowhere to be found is one remark."""
    found = lacking(ledger_of_html(markup.html_table(WHOLE)), "tables")

    assert [required.element for required in found] == [
        "二、主动公开政府信息情况",
        "三、收到和处理政府信息公开申请情况",
    ]


def test_misprinted_label_shows_both():
    """A misprinted label is told with the official one and what is printed instead."""
    text = markup.html_table(WHOLE).replace("结果维持", "结果维特")

    (required,) = lacking(ledger_of_html(text), "labels")

    assert (required.element, required.details) == ("结果维持", ("结果维特",))
    assert required.figures


@pytest.mark.parametrize(
    ("changed", "faulty"),
    [({"N.c1": "-3"}, ["-3"]), ({"N.c1": "2.5"}, ["2.5"]), ({"fees": "36.5"}, []), ({"fees": "-1"}, ["-1"])],
    ids=["negative count", "part of a request", "amount", "negative amount"],
)
def test_countable(changed, faulty):
    """Counts are whole and not negative, amounts are not negative; right cells are claimed nothing."""
    found = [claim.relation for claim in countable.claims(ledger_of(changed), [rule(find=countable.Find())])]

    assert faulty == [relation.figure.raw for relation in found if isinstance(relation, Countable)]


def lacking(ledger: Ledger, what: str) -> list[Required]:
    found = template.claims(ledger, [rule(find=template.Find(what))])  # type: ignore[arg-type]  # a literal
    return [claim.relation for claim in found if isinstance(claim.relation, Required)]


def ledger_of(changed: dict[str, str]) -> Ledger:
    return ledger_of_html(markup.html(SAMPLE.report({**SAMPLE.printed, **changed})))


def ledger_of_html(text: str) -> Ledger:
    return read(readers.read(text.encode(), "x.html"), Packs((), forms(rules_root())))


def plain(rows: list[list[str]]) -> str:
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{lines}</table>"
