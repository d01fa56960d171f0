"""Printed labels against the items of an axis."""

from __future__ import annotations

import pytest

from gklint.figures.labels import Axis, assign, key
from gklint.model.form import Item

ROWS = (
    Item("granted", ("（一）予以公开",)),
    Item("refused", ("（三）不予公开（列明理由）",), members=("secret", "inquiry")),
    Item("secret", ("1.属于国家秘密",)),
    Item("inquiry", ("2.属于行政查询事项",)),
    Item("suits", ("五、行政诉讼数量",)),
    Item("upheld", ("（一）维持具体行政行为数",)),
    Item("complaints", ("六、举报投诉数量",)),
    Item("again", ("（一）维持具体行政行为数",)),
)


@pytest.mark.parametrize(
    "printed",
    [
        "1.属于国家秘密",
        "１．属于国家秘密",
        "1、 属于 国家秘密",
        "(1)属于国家秘密",
        "其中：属于国家秘密",
        "属于\n国家秘密",
    ],
    ids=["as on the form", "full width", "other mark", "brackets", "of which", "broken line"],
)
def test_same_key(printed):
    """Width, blanks, list marks and 其中 make no difference between labels."""
    assert key("1.属于国家秘密").words == key(printed).words


@pytest.mark.parametrize("printed", ["（三）不予公开", "（三）不予公开（列明理由）", "（三）不予公开（列明"])
def test_note_is_optional(printed):
    """A label is known with its note, without it, and with a note that was cut."""
    (guess,) = assign([printed], Axis.of(ROWS), loosely=False)

    assert guess is not None
    assert ROWS[guess.index].key == "refused"


def test_repeated_label_follows_order():
    """A label that two blocks share means the one of the block that it stands in."""
    printed = ["五、行政诉讼数量", "（一）维持具体行政行为数", "六、举报投诉数量", "（一）维持具体行政行为数"]

    guesses = assign(printed, Axis.of(ROWS), loosely=False)

    assert [ROWS[guess.index].key for guess in guesses if guess] == ["suits", "upheld", "complaints", "again"]


@pytest.mark.parametrize(
    ("printed", "item", "misprinted"),
    [
        ("1.属于国家机密", "secret", True),
        ("五、行政诉讼量", "suits", True),
        ("2.属于行政查询", "inquiry", False),
        ("六、全年举报投诉数量", "complaints", False),
        ("2.重大建设项目数", None, False),
        ("合计", None, False),
    ],
    ids=["wrong character", "lost character", "cut short", "words added", "another row", "too short"],
)
def test_likeness(printed, item, misprinted):
    """A label that is nearly official still names its row; only wrong or lost characters are misprints."""
    guess = assign(["（一）予以公开", printed], Axis.of(ROWS), loosely=True)[1]

    assert item == (ROWS[guess.index].key if guess else None)
    assert misprinted == (guess is not None and guess.misprinted)


def test_headings_beside_every_line_do_not_hide_order():
    """A group that is printed again in front of each of its lines marks no place in their order."""
    printed = ["（三）不予公开", "1.属于国家秘密", "（三）不予公开", "2.属于行政查询事務", "（三）不予公开"]

    guesses = assign(printed, Axis.of(ROWS), loosely=True)

    assert guesses[3] is not None
    assert ROWS[guesses[3].index].key == "inquiry"
