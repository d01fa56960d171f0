from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from gklint.model.finding import Audit
from gklint.model.ledger import Sheet
from gklint.model.numeral import Identifier, Kind, Misprint
from gklint.reporters.stages import STAGES
from gklint.reporters.wording import Words
from tests.reporters import sample


def audit() -> Audit:
    """The sample with its sheet, a blank cell, a year that is no figure and a misprint."""
    ledger = sample.ledger()
    table = ledger.document.blocks[2]
    blank = replace(ledger.figures[1], numeral=None, raw="/")
    sheet = Sheet(
        0,
        2,
        table,  # type: ignore[arg-type]
        1,
        1,
        row_paths=((), ("申请", "本年新收"), ("申请", "上年结转")),
        column_paths=((), ("邮寄",), ("网络",), ("合计",)),
        figures=((None,) * 4,) * 3,
    )
    others = ((0, None, Identifier(3, 7, "2023", Kind.DATE)), (1, None, Misprint(0, 3, "1.2.3")))
    changed = replace(ledger, figures=(ledger.figures[0], blank, *ledger.figures[2:]), sheets=(sheet,), others=others)
    return replace(sample.audit(sample.broken(), sample.unknown()), ledger=changed)


@pytest.mark.parametrize("stage", STAGES)
def test_stage(stage: str, golden: Callable[[str, str], None]) -> None:
    """Each stage of reading can be looked at, with places and states."""
    lines = STAGES[stage](audit(), Words("zh"))

    golden(f"reporters/show-{stage}.txt", "".join(f"{line}\n" for line in lines))


def test_every_run_of_digits_is_accounted_for() -> None:
    """Figures, blanks, identifiers and misprints are all listed."""
    lines = list(STAGES["figures"](audit(), Words("zh")))

    assert 7 + 2 == len(lines)
    assert 1 == sum("不是数量" in line for line in lines)


def test_what_was_not_read_cannot_be_shown() -> None:
    """Asking for the figures of an unread file is a mistake of the caller."""
    with pytest.raises(ValueError, match="not read"):
        list(STAGES["figures"](sample.unread(), Words("zh")))
