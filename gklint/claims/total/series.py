"""Labels that are alike but for a number that counts up: 第一产业, 第二产业, 第三产业; 1月, 2月, …"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gklint.numbers.chinese import chinese
from gklint.numbers.ordinals import ordinals
from gklint.numbers.printed import Printed
from gklint.start.patterns import lazy

FEWEST = 3
_NUMBER = lazy(r"[0-9]{1,2}|[一二三四五六七八九十]{1,3}")


def series(labels: Sequence[str]) -> Iterator[range]:
    """The runs of three indices or more whose labels count up from 1; list marks count lines, they name nothing."""
    start = 0
    while start < len(labels):
        stop = start
        frame = _frame(labels[start], 1)
        while frame and stop < len(labels) and _frame(labels[stop], stop - start + 1) == frame:
            stop += 1
        if stop - start >= FEWEST:
            yield range(start, stop)
        start = max(stop, start + 1)


def _frame(label: str, number: int) -> tuple[str, str] | None:
    """What stands before and behind the one number of *label*, if it is *number*."""
    found = list(_NUMBER.finditer(label))
    if len(found) != 1 or next(ordinals(label), None) or _value(found[0]) != number:
        return None
    before, behind = label[: found[0].start()].strip(), label[found[0].end() :].strip()
    return (before, behind) if before + behind else None


def _value(match: re.Match[str]) -> int | None:
    if match[0].isdecimal():
        return int(match[0])
    read = chinese(match[0])
    return int(read.value) if isinstance(read, Printed) else None
