"""Zeros in words that state a number: 未收到…申请, 无行政复议案件. Most 没有 and 无 of a report count nothing."""

from __future__ import annotations

from collections.abc import Iterator

from gklint.model.numeral import Numeral
from gklint.numbers.quantity import point
from gklint.numbers.units import BARE
from gklint.numbers.zeros import zeros
from gklint.start.patterns import lazy

ZERO_WORD = "zero word"
"""In the trace of a figure that was read from words."""

FIRM = frozenset("未没不d")
"""First characters of the words that deny an event; the others (无, 零, no) also mean much else."""
DENIED = lazy(
    r"[^。；;！？\n0-9]{0,40}?(?:申请|复议|诉讼|举报|投诉|申诉|信访|收费|收取|费用|案件|规章|规范性文件|发布会|培训|事件|舆情"
    r"|requests?|complaints?|appeals?|cases?|fees?)"
)
"""What follows a denied event, in the same clause or list."""
DENIED_NEAR = lazy(
    r"[^。；;，,！？\n0-9]{0,12}?(?:申请|复议|诉讼|举报|投诉|申诉|收费|费用|败诉|纠错|结转|案件|requests?|complaints?|appeals?|cases?)"
)
DENIED_ALONE = lazy(r"\s*(?:[，。；,;]|\Z|提供|公开)")
"""What may follow 免费: it says that nothing was charged, unless it tells how something was given away."""


def zero_numerals(text: str) -> Iterator[Numeral]:
    """Every zero in words of *text*, with no unit: it denies all that its clause lists."""
    for word in zeros(text):
        if word.raw == "免费":
            ahead = DENIED_ALONE.match(text, word.end)
        elif word.raw[0] in FIRM:
            ahead = DENIED.match(text, word.end)
        else:
            ahead = DENIED_NEAR.match(text, word.end)
        if ahead:
            yield Numeral(word.start, word.end, word.raw, 0, point(0), BARE, trace=(ZERO_WORD,))
