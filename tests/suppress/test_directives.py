"""What a person may write to gklint in a report."""

from __future__ import annotations

from fractions import Fraction

import pytest

from gklint.model.document import Directive, TextLocation
from gklint.suppress.directives import Scope, names, read
from tests.build import rule

HERE = TextLocation(1, 1, 1, 2)

UNDERSTOOD = {
    "here": ("ignore GK301 口径不同", Scope.HERE, ("GK301",), (), "口径不同"),
    "section": ("ignore-section GK8 form of another year", Scope.SECTION, ("GK8",), (), "form of another year"),
    "file": ("ignore-file core/parts-not-total 原件如此", Scope.FILE, ("core/parts-not-total",), (), "原件如此"),
    "several rules": ("ignore GK301, GK2、GK102 原件如此", Scope.HERE, ("GK301", "GK2", "GK102"), (), "原件如此"),
    "figures": ("ignore GK301 [1,235; 96] 含重复件", Scope.HERE, ("GK301",), (1235, 96), "含重复件"),
    "full-width brackets": ("ignore GK301［35.5］：含重复件", Scope.HERE, ("GK301",), (Fraction("35.5"),), "含重复件"),
    "over two lines": ("ignore GK301\n  含重复件", Scope.HERE, ("GK301",), (), "含重复件"),
    "reason behind the code": ("ignore GK301含重复件", Scope.HERE, ("GK301",), (), "含重复件"),
    "no reason": ("ignore GK301", Scope.HERE, ("GK301",), (), ""),
}


@pytest.mark.parametrize("case", UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_directive_is_understood(case) -> None:
    """Scope, rules, figures and reason stand behind each other, with Chinese or Western marks."""
    text, *expected = case

    ignore = read(Directive(text, HERE))

    assert ignore is not None
    assert expected == [ignore.scope, ignore.rules, ignore.pins, ignore.reason]


@pytest.mark.parametrize(
    "text", ["", "ignore", "ignore 含重复件", "disable GK301 含重复件", "ignore GK301 [约多] 理由"]
)
def test_directive_is_unclear(text: str) -> None:
    """Without a rule there is no waiver: nothing is ignored by mistake."""
    assert read(Directive(text, HERE)) is None


@pytest.mark.parametrize(
    ("selector", "expected"),
    [("GK199", True), ("gk1", True), ("GK", True), ("core/test", True), ("test", True), ("GK2", False), ("tes", False)],
)
def test_rules_have_two_names(selector: str, expected: bool) -> None:
    """A rule is named by its code, the beginning of it, or its id."""
    assert expected == names(selector, rule("GK199"))
