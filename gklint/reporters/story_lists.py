"""What is wrong with a repeat, a counted list, or a run of ordinals."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Sequence
from fractions import Fraction

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.relation import Count, Same
from gklint.model.relation import Sequence as Ordinals
from gklint.reporters.display import clip, one_line
from gklint.reporters.phrases import lead, named
from gklint.reporters.wording import Words

UNIT_SLIPS = (10, 100, 1000, 10**4)
"""Two prints of one fact that differ by just such a factor differ in their unit."""
NAME_CELLS, NAMES_SHOWN = 24, 12
ORDINALS_SHOWN = 8


def same(outcome: Outcome, relation: Same, words: Words) -> str:
    """``同一数字前后不一致：2，11``; a tenfold difference is told as a slip of the unit, several units as printed."""
    mentions = relation.mentions
    texts = [figure.raw for figure in mentions] if relation.is_converted else named(mentions)
    told = words("same", lead=lead(outcome, words), mentions=words("same-joint").join(texts))
    if not outcome.left or not outcome.right:
        return told
    ratio = abs(Fraction(outcome.left) / Fraction(outcome.right))
    times = max(ratio, 1 / ratio)
    return told + (words("unit-slip", times=times) if times in UNIT_SLIPS else "")


def swapped(outcomes: Sequence[Outcome], words: Words) -> str:
    """``正文 微信信息 2347、微博信息 8206 与表格 微信 8206、微博 2347 正好相反``: one slip, told once."""
    pairs = [[figure for _, figure in outcome.operands] for outcome in outcomes]
    first = words.joined([named(pair)[0] for pair in pairs])
    second = words.joined([named(pair)[1] for pair in pairs])
    return words("swapped", first=first, second=second)


def count(outcome: Outcome, relation: Count, words: Words) -> str:
    """``所列 3 项：甲、乙、丙，文中称 5项``"""
    shown = [clip(one_line(name.raw), NAME_CELLS) for name in relation.names[:NAMES_SHOWN]]
    dots = "…" if len(relation.names) > len(shown) else ""
    return words(
        "count-off" if relation.closed else "count-above",
        lead=lead(outcome, words),
        count=len(relation.names),
        names=words.joined(shown) + dots,
        stated=_whole(relation.stated),
    )


def _whole(figure: Figure) -> str:
    """A count with its measure word: 5项, not 5."""
    return unicodedata.normalize("NFKC", figure.numeral.raw if figure.numeral else figure.raw).strip()


def sequence(outcome: Outcome, relation: Ordinals, words: Words) -> str:
    """``一是、二是、四是：缺第 3 项``; the first fault decides, in the order start, repeat, gap, order."""
    numbers, printed = relation.numbers, [one_line(text) for text in relation.printed]
    first = lead(outcome, words)
    if not numbers:
        return words.of(outcome.claim.rule.title)
    if numbers[0] != 1 and 1 not in numbers:
        return words("sequence-start", lead=first, printed=_around(printed, 0, words), first=printed[0])
    doubled = [number for number, times in Counter(numbers).items() if times > 1]
    if doubled:
        at = max(index for index, number in enumerate(numbers) if number == doubled[0])
        return words("sequence-doubled", lead=first, printed=_around(printed, at, words), ordinal=printed[at])
    lacking = sorted(set(range(1, max(numbers))) - set(numbers))
    if lacking:
        at = next(index for index, number in enumerate(numbers) if number > lacking[0])
        missing = words.joined([str(number) for number in lacking])
        return words("sequence-missing", lead=first, printed=_around(printed, at, words), missing=missing)
    at = next((index for index, number in enumerate(numbers, start=1) if number != index), 1) - 1
    return words("sequence-order", lead=first, printed=_around(printed, at, words), ordinal=printed[at])


def _around(printed: Sequence[str], at: int, words: Words) -> str:
    """The ordinals near index *at*, dots where some are left out."""
    start = max(0, min(at - ORDINALS_SHOWN // 2, len(printed) - ORDINALS_SHOWN))
    end = start + ORDINALS_SHOWN
    dots = ("…" if start else "", "…" if end < len(printed) else "")
    return dots[0] + words.joined(list(printed[start:end])) + dots[1]
