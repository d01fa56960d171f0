from __future__ import annotations

import pytest

from gklint.claims.reading import Find
from gklint.cli.select import matching, selected
from gklint.config.layer import Choice
from gklint.errors import ConfigError
from gklint.model.rule import Packs
from tests.build import rule

PACKS = Packs(
    (
        rule("GK005", id="core/no-text-layer", find=Find("no-text")),
        rule("GK101", id="core/parts-not-total"),
        rule("GK102", id="disclosure/cover-exceeded"),
        rule("GK301", id="disclosure/shares-exceed-whole"),
    ),
    (),
)


@pytest.mark.parametrize(
    ("select", "ignore", "expected"),
    [
        ((), (), "101 102 301"),
        (("GK101",), (), "101"),
        (("gk1",), (), "101 102"),
        (("core/parts-not-total", "GK3"), (), "101 301"),
        (("cover-exceeded",), (), "102"),
        (("disclosure",), (), "102 301"),
        (("GK101,GK301",), (), "101 301"),
        ((), ("GK1",), "301"),
        ((), ("disclosure",), "101"),
        (("disclosure",), ("GK301",), "102"),
        (("GK301",), ("disclosure",), "301"),
        (("GK1",), ("GK1",), ""),
        (("GK102",), ("GK1",), "102"),
    ],
    ids=[
        "all",
        "a code",
        "a prefix",
        "an id and a prefix",
        "the end of an id",
        "a pack",
        "commas",
        "ignore a prefix",
        "ignore a pack",
        "code beats pack in ignore",
        "code beats pack in select",
        "ignore wins a tie",
        "code beats prefix",
    ],
)
def test_more_specific_selector_wins(select: tuple[str, ...], ignore: tuple[str, ...], expected: str) -> None:
    """Selectors name codes, prefixes, ids and packs; why a document was not read is always told."""
    codes = [rule.code for rule in selected(PACKS, [Choice(select, ignore)]).rules]

    assert ["GK005", *(f"GK{number}" for number in expected.split())] == codes


@pytest.mark.parametrize(
    ("selector", "suggestion"),
    [("GK999", "GK"), ("parts-not-totl", "parts-not-total"), ("disclosur", "disclosure")],
    ids=["code", "id", "pack"],
)
def test_unknown_selector_is_a_mistake(selector: str, suggestion: str) -> None:
    """A selector that fits no rule is refused with what was probably meant."""
    with pytest.raises(ConfigError, match=suggestion):
        selected(PACKS, [Choice((), (selector,))])


def test_matching_lists_what_fits() -> None:
    """The catalogue is filtered by the same selectors."""
    assert ["GK101", "GK102"] == [rule.code for rule in matching(PACKS, ("GK1",))]
    assert PACKS.rules == matching(PACKS, ())
