from __future__ import annotations

from dataclasses import replace

import pytest

from gklint.model.document import Span
from gklint.reporters.audit.body import marked
from gklint.reporters.audit.markup import Markup
from gklint.reporters.audit.view import View, view
from gklint.reporters.wording import Words
from tests.reporters import sample
from tests.reporters.audit.made import FAULTY, Elements, folder

TEXT = "本年共新收25件。"


def seen(*spans: tuple[int, int]) -> View:
    """The view of a document whose first paragraph has a figure at each of *spans*."""
    first = sample.figures()[0]
    found = tuple(
        replace(first, id=index, span=Span(start, end), raw=TEXT[start:end]) for index, (start, end) in enumerate(spans)
    )
    book = replace(sample.ledger(), figures=found)
    return view(sample.audit(), book, Words("zh"))


def untied(index: int, content: str) -> str:
    return f"<mark class=u id=f{index}>{content}</mark>"


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        pytest.param([(5, 7)], f"本年共新收{untied(0, '25')}件。", id="one"),
        pytest.param(
            [(5, 7), (0, 2)], f"{untied(1, '本年')}共新收{untied(0, '25')}件。", id="in-the-order-of-the-text"
        ),
        pytest.param([(5, 8), (5, 7)], f"本年共新收{untied(0, untied(1, '25') + '件')}。", id="nested"),
        pytest.param([(0, 7), (5, 8)], f"{untied(0, '本年共新收' + untied(1, '25'))}件。", id="overlapping"),
        pytest.param([(5, 7), (5, 7)], f"本年共新收{untied(0, untied(1, '25'))}件。", id="two-in-one-place"),
    ],
)
def test_marks(spans: list[tuple[int, int]], expected: str) -> None:
    """Every figure is marked where it stands, and no character is lost."""
    assert expected == marked(seen(*spans), TEXT, (1, -1, -1))


def test_text_is_escaped_between_marks() -> None:
    """A report that holds HTML shows it."""
    assert Markup("&lt;b&gt;5&lt;/b&gt;") == marked(seen(), "<b>5</b>", (1, -1, -1))


def test_every_figure_of_the_ledger_can_be_reached() -> None:
    """Each link of a page leads to something on it, and no anchor is there twice."""
    page = Elements(folder(report=FAULTY)["report.md.html"])

    ids = page.ids()

    assert len(set(ids)) == len(ids)
    assert [] == [link for link in page.links() if link.startswith("#") and link[1:] not in ids]


def test_states_are_told_apart_by_more_than_colour() -> None:
    """Figures that fail, pass and are untied have marks of their own kinds."""
    page = Elements(folder(report=FAULTY)["report.md.html"])

    kinds = {
        (attributes.get("class") or "")[:1] for tag, attributes in page.tags if tag == "mark" and "id" in attributes
    }

    assert {"f", "p", "u"} <= kinds


def test_table_is_read_as_it_stands() -> None:
    """Labels are headers of their row or column, cells keep their text."""
    page = folder(report=FAULTY)["report.md.html"]

    assert "<th scope=col>一季度" in page
    assert "<th scope=row>许可" in page
