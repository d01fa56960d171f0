"""However an office prints the official tables, every equation of the form is found and holds."""

from collections import Counter

import pytest

from tests.factory import evidence, prints
from tests.factory.formats import FORMATS


@pytest.mark.parametrize("way", ["markdown", "docx"])
@pytest.mark.parametrize("name", prints.PRINTS)
def test_print(name, way):
    """The checks are those of the official print, none of them open, and nothing is accused."""
    official, odd = prints.printed(name, 32)
    expected = evidence.lint(FORMATS["html"](official))

    actual = evidence.lint(FORMATS[way](odd))

    assert of_tables(evidence.verdicts(expected)) == of_tables(evidence.verdicts(actual))
    assert evidence.alarms(actual) == ()


def of_tables(verdicts):
    """The checks inside tables; a local row may say more in a sentence of its own."""
    return {key: number for key, number in verdicts.items() if key[0].startswith("GK1")}


def test_prints_cover_every_table():
    """Each table of both forms is printed otherwise at least once."""
    covered = Counter((form, number) for form, number, _ in prints.PRINTS.values())

    assert {("F1", 0), ("F3", 0), ("F3", 1), ("F3", 2)} == set(covered)
