from __future__ import annotations

import re

import pytest

from gklint.model.relation import Cover, Order, Partition, Relation, Subset
from gklint.reporters.audit.bars import WIDTH, bars
from gklint.reporters.wording import Words
from tests.build import figure
from tests.reporters import sample
from tests.reporters.audit.made import FAULTY, SOUND, folder


def drawn(relation: Relation) -> str | None:
    return bars(sample.outcome(relation), "x", Words("zh"))


@pytest.mark.parametrize(
    ("relation", "told"),
    [
        pytest.param(Partition(figure(10), (figure(4), figure(3))), "各项之和 7、所列总数 10、差 3", id="parts-short"),
        pytest.param(Partition(figure(5), (figure(4), figure(3))), "各项之和 7、所列总数 5、差 2", id="parts-above"),
        pytest.param(Cover(figure(9), (figure(4), figure(3))), "各项之和 7、所列总数 9、差 2", id="channels"),
        pytest.param(Subset(figure(5), (figure(4), figure(3))), "各项之和 7、所列总数 5、差 2", id="named-parts"),
    ],
)
def test_bar_says_what_it_shows(relation: Relation, told: str) -> None:
    """The description of a bar tells its sum, its total and the gap."""
    picture = drawn(relation)

    assert picture is not None
    assert f'<desc id="x-d">{told}</desc>' in picture


@pytest.mark.parametrize(
    "relation",
    [
        pytest.param(Partition(figure(None), (figure(4),)), id="unknown-total"),
        pytest.param(Partition(figure(5), (figure(4), figure(None))), id="unknown-part"),
        pytest.param(Partition(figure(5), (figure(7), figure(-1))), id="below-zero"),
        pytest.param(Order(figure(5), figure(4)), id="no-sum"),
        pytest.param(Partition(figure(7), (figure(4), figure(3))), id="holds"),
    ],
)
def test_no_bar_for_what_it_cannot_show(relation: Relation) -> None:
    """A picture that would be wrong or empty is left out."""
    assert drawn(relation) is None


def test_bars_stay_inside_their_picture() -> None:
    """Large numbers and fractions are scaled to the width."""
    picture = drawn(Partition(figure("123456789.5"), tuple(figure(f"{n}.25") for n in range(1, 30))))

    assert picture is not None
    assert all(int(x) + int(wide) <= WIDTH for x, wide in re.findall(r'<rect x="(\d+)" y="\d+" width="(\d+)"', picture))


def test_balance_shows_the_broken_row_and_column() -> None:
    """A table that is checked both ways has a picture with what does not hold in words."""
    text = FAULTY.replace("| 5 | 6 | 15 |", "| 5 | 9 | 11 |")

    page = folder(report=text)["report.md.html"]

    assert "横向不平：备案；纵向不平：二季度" in page


def test_no_balance_where_all_holds() -> None:
    """A table that is in order needs no picture."""
    assert "横向不平" not in folder(report=SOUND)["report.md.html"]
