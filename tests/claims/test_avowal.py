"""What sentences say of the form's cells without a figure."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from gklint import figures, readers
from gklint.claims import KINDS
from gklint.claims.avowal import claims
from gklint.judge import judge
from gklint.model.claim import Verdict
from gklint.model.rule import Packs
from gklint.packs.find import rules_root
from gklint.packs.load import load

REPORTS = Path(__file__).parent / "reports"
CURRENT = "form-of-2021.md"
SHEET = "form-of-2014.md"

SAID = (
    ("all concluded, five are carried on", CURRENT, "收到政府信息公开申请42件，全部办结。", [Verdict.FAIL]),
    ("all concluded", SHEET, "受理政府信息公开申请35件，均已按时办结。", [Verdict.PASS]),
    ("all upheld, some were not", CURRENT, "因政府信息公开引发的行政复议7件，均获维持。", [Verdict.FAIL]),
    ("all lawsuits upheld", SHEET, "政府信息公开行政诉讼2件，均被维持。", [Verdict.PASS]),
    ("answered within the term", CURRENT, "收到政府信息公开申请42件，均在法定期限内答复。", []),
    ("concluded within the term", CURRENT, "收到政府信息公开申请42件，在法定期限内均已办结。", []),
    ("proposals", CURRENT, "承办人大建议12件、政协提案9件，全部办结。", []),
    ("other reviews", CURRENT, "办理道路交通行政复议90件，均予维持。", []),
)


@pytest.mark.parametrize(("report", "sentence", "verdicts"), [row[1:] for row in SAID], ids=[row[0] for row in SAID])
def test_words_are_an_equation(report: str, sentence: str, verdicts: list[Verdict]):
    """Words such as 全部办结 are held against the cells that they speak of, and against no others."""
    text = (REPORTS / report).read_text(encoding="utf-8").replace("{text}", sentence)
    ledger = figures.read(readers.read(text.encode(), "report.md"), packs())
    mine = [rule for rule in packs().rules if rule.kind == "avowal"]

    assert [judge(claim).verdict for claim in claims(ledger, mine)] == verdicts


@cache
def packs() -> Packs:
    return load(rules_root(), {name: kind.Find for name, kind in KINDS.items()})
