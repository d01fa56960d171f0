from __future__ import annotations

from collections.abc import Callable

from gklint.model.rule import Case, Packs
from gklint.reporters.catalogue import Trial, explained_all, listed, tried
from gklint.reporters.wording import Words
from tests.build import rule

FAULTY = Case("one row is off", "| a | b | 合计 |\n|---|---|---|\n| 1 | 2 | 4 |\n", ("4",))
NEAR_MISS = Case("a bracket is no part", "共 3 件（含 1 件）\n")
RULE = rule(
    "GK101",
    id="core/parts-not-total",
    title={"zh": "合计与分项之和不等", "en": "parts do not make the total"},
    why={"zh": "合计是分项之和。", "en": "A total is the sum of its parts."},
    source="表内合计",
    cases=(FAULTY, NEAR_MISS),
)


def test_explanation_is_the_rule_file(golden: Callable[[str, str], None]) -> None:
    """What, why, on what ground, and both kinds of cases are printed."""
    lines = explained_all((RULE,), Packs((RULE,), ()), Words("zh"))

    golden("reporters/explain.txt", "".join(f"{line}\n" for line in lines))


def test_list_has_a_line_for_each_rule() -> None:
    """A rule is listed with its code, level, id and title."""
    lines = list(listed((RULE,), Words("zh")))

    assert ["GK101  错误  core/parts-not-total  合计与分项之和不等", "1 条规则"] == lines


def test_failed_case_names_both_answers() -> None:
    """A case that goes wrong says what it expects and what the rule accused."""
    trials = (Trial(RULE, FAULTY, ()), Trial(RULE, NEAR_MISS, ()))

    lines = list(tried(trials, Words("zh")))

    assert [
        "GK101 core/parts-not-total  one row is off：应指出 4，实际指出 无",
        "1 条规则，2 个用例：通过 1，未通过 1",
    ] == lines
