"""What a report uses 其中 for: some name all parts of everything, bulletins name a few of most things."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from gklint.claims.breakdown.sums import Found
from gklint.judge import judge
from gklint.model.claim import Claim, Verdict
from gklint.model.rule import Rule

FEWEST = 3
"""Lists from which on a habit is one."""
TIMES = 2
"""So many lists name all their parts for each that does not, or the other way round."""
PLAIN = frozenset({"whole-adjoins", "end-certain"})
"""Features of lists that grammar begins and ends."""


def habitual(founds: Sequence[Found], rule: Rule) -> Iterator[Found]:
    """All that was *founds* in a report; a list that falls short knows what the others under 其中 do."""
    plain = [found for found in founds if _is_plain(found)]
    complete = sum(judge(Claim(rule, f.relation, f.basis)).verdict is Verdict.PASS for f in plain)
    partial = sum(found.fault == "short" for found in plain)
    for found in founds:
        habit = _habit(complete, partial - _is_plain(found)) if found.fault == "short" else ""
        if habit and found.reading:
            found = replace(found, reading=replace(found.reading, features=(*found.reading.features, habit)))
        yield found


def _is_plain(found: Found) -> bool:
    return found.reading is not None and found.reading.form == "sum.nested" and PLAIN <= set(found.reading.features)


def _habit(complete: int, partial: int) -> str:
    if partial >= FEWEST and partial >= TIMES * complete:
        return "others-name-some"
    return "others-name-all" if complete >= FEWEST and complete >= TIMES * partial else ""
