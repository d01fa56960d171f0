"""English numbers whose noun stands elsewhere in the sentence."""

from __future__ import annotations

import pytest

from gklint.model.numeral import Numeral
from gklint.numbers.grammar import scan


def counts(text: str) -> list[tuple[int, str]]:
    return [(int(r.value), r.unit.name) for r in scan(text) if isinstance(r, Numeral)]


COUNTED = [
    pytest.param("We had 120 requests, of which 90 were granted.", [120, 90], "requests", id="of which"),
    pytest.param("We had 90 visits: 50 from schools, 40 from clubs.", [90, 50, 40], "visits", id="a list"),
    pytest.param("It has 14 branches in the north, 9 in the south and 6 elsewhere.", [14, 9, 6], "branches", id="and"),
    pytest.param(
        "Of the 80 applications, 60 (75%) were approved.", [80, 60, 75], "applications", id="before a bracket"
    ),
    pytest.param("We had 50 orders and disclosed data in 12 of them.", [50, 12], "orders", id="of them"),
    pytest.param("The offices handled 40, 30 and 20 cases respectively.", [40, 30, 20], "cases", id="respectively"),
    pytest.param("Visits rose from 80 to 95, a record.", [80, 95], "visits", id="from and to"),
]


@pytest.mark.parametrize(("text", "values", "noun"), COUNTED)
def test_counted(text: str, values: list[int], noun: str) -> None:
    """The noun is that of the count before, of the list, or of the subject that changed."""
    found = counts(text)

    assert values == [value for value, _ in found]
    assert {noun} == {unit for _, unit in found if unit != "%"}


NAMES = [
    pytest.param("We had 120 requests under section 12 of the act.", [120], id="a section"),
    pytest.param("We had 120 requests. In 40 the court decided.", [120], id="the next sentence"),
    pytest.param("We had 120 requests from 2019 to 2021.", [120], id="years"),
    pytest.param("We had 120 requests; see page 9 for more.", [120], id="a page"),
    pytest.param("Version 3 or 4 is enough.", [], id="no count before"),
]


@pytest.mark.parametrize(("text", "values"), NAMES)
def test_names(text: str, values: list[int]) -> None:
    """Numbers that no word calls a count stay what they are."""
    assert values == [value for value, _ in counts(text)]
