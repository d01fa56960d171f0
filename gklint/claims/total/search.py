"""
The sums of a band: candidates are weighed, and the best that do not contradict each other are kept.

What must be shown grows with how freely a candidate was chosen: adjacent runs need the least, scattered cells most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from gklint.claims.total.bands import Band
from gklint.claims.total.candidates import Candidate, distant_runs, labelled_runs, pairs, runs, sums_over
from gklint.claims.total.patterns import Pattern, weigh

SAMPLE = 50
"""Lines that suggest candidates; all lines weigh them."""
ROUNDS = 4
"""Levels of a hierarchy of totals."""
FOR_LABELLED, FOR_RUN, FOR_SUBSET, FOR_DISTANT, FOR_PAIR, FOR_SECOND = 5, 6, 8, 25, 20, 40
"""Bits that a candidate needs, by the way it was found; FOR_SECOND: a second sum for one whole."""
FOR_SHIFTED = 16
FOR_ROUNDED, LINES_IF_ROUNDED, INEXACT_IF_ROUNDED, BITS_IF_ROUNDED = 10, 3, 2, 6
"""For whole numbers taken as rounded ones: bits, lines that hold, of these not to the digit, further bits per line."""
SHIFTS = (0, 1, -1, 2, -2, 3)
"""How far behind the totals of groups a second line of totals may stand: heads under salaries."""
LABEL_BONUS = 4
"""Bits that a label such as 合计 stands for."""
FIRM_IF_LABELLED, FIRM_IF_LONG, FIRM, FIRMEST = 5, 4, 6, 9
"""Tenths of the lines that must hold: under a label such as 合计, with numbers too long for chance, with others, and
where a second sum for one whole is proposed."""
LONG = 8
"""Bits per line from which chance is out of the question."""
FIRM_IF_DISTANT, LINES_IF_DISTANT, NEVER = 8, 4, 10**9
MOST_LONE = 8
"""Lines with one part alone, for each line with several."""
FARTHEST_PAIR = 12
WIDEST_FOR_LABELS, WIDEST_FOR_KINDS, WIDEST_FOR_SCATTER = 400, 100, 60
BESIDE = 3
"""Tenths of its lines that a pattern may have in common with another for the same whole."""

Need = Callable[[Pattern], int]


class Search:
    """The patterns accepted so far, and what was weighed already."""

    def __init__(self, band: Band, found: Iterable[Pattern] = ()) -> None:
        self.band = band
        self.found = list(found)
        self.weighed: set[Candidate] = set()

    def consider(self, candidates: Iterable[Candidate], need: Need) -> int:
        """Accept the best of *candidates*; how many were accepted."""
        fresh = [one for one in dict.fromkeys(candidates) if one not in self.weighed]
        self.weighed.update(fresh)
        patterns = [weigh(self.band, whole, parts) for whole, parts in fresh]
        before = len(self.found)
        for pattern in sorted(patterns, key=lambda p: (-p.score, -len(p.holds), len(p.parts), p.whole, p.parts)):
            if self._is_proven(pattern, need(pattern)) and self._is_free(pattern, need(pattern)):
                self.found.append(pattern)
        return len(self.found) - before

    def _is_proven(self, pattern: Pattern, bits: int) -> bool:
        if not pattern.holds:
            return False
        if (pattern.whole, pattern.parts) in self.band.families:
            # The outline of the table says it already; with one child, equal numbers are all there can be.
            return len(pattern.holds) >= len(pattern.breaks)
        if pattern.lone > MOST_LONE * pattern.firm:
            return False
        if pattern.score < bits - LABEL_BONUS * self.band.totals[pattern.whole]:
            return False
        if not pattern.is_firm(self._least_firmness(pattern)):
            return False
        return self.band.like_units(pattern.holds[0], (pattern.whole, *pattern.parts))

    def _least_firmness(self, pattern: Pattern) -> int:
        if self.band.totals[pattern.whole]:
            return FIRM_IF_LABELLED
        return FIRM_IF_LONG if pattern.score >= LONG * pattern.firm else FIRM

    def _is_free(self, pattern: Pattern, bits: int) -> bool:
        """Whether *pattern* fits beside those accepted: no circles, no halves of another's parts, one sum a whole."""
        lines, parts = set(pattern.holds), set(pattern.parts)
        for other in self.found:
            common = len(lines.intersection(other.holds))
            if not common:
                continue
            theirs = set(other.parts)
            if other.whole == pattern.whole and 10 * common > BESIDE * len(lines):
                is_second = pattern.score >= FOR_SECOND and pattern.is_firm(FIRMEST)
                if not is_second or parts & theirs:
                    return False
            if other.whole in parts and pattern.whole in theirs:
                return False
            if parts == theirs or parts | {pattern.whole} == theirs | {other.whole}:
                return False
            overlap = len(parts & theirs)
            if overlap and not (parts <= theirs or theirs <= parts) and (overlap > 1 or pattern.score < 3 * bits):
                return False
        return True


def patterns(band: Band) -> list[Pattern]:
    """The sums that *band* shows, best founded first within each way of finding them."""
    lines = _sample(band)
    if band.size < 3 or not lines:
        return []
    search = Search(band)
    search.consider(band.families, lambda _: FOR_LABELLED)
    search.consider(labelled_runs(band), lambda _: FOR_LABELLED)
    _collapse(search, band.filled, lines, FOR_RUN)
    if len(band.filled) <= WIDEST_FOR_KINDS and any(band.fractional):
        for kind in (False, True):
            alike = [position for position in band.filled if band.fractional[position] is kind]
            if 3 <= len(alike) < len(band.filled):
                _collapse(search, alike, lines, FOR_SUBSET)
    if len(band.filled) <= WIDEST_FOR_LABELS:
        for alike in _namesakes(band):
            search.consider(runs(band, alike, lines), partial(_for_run, bits=FOR_SUBSET))
        for shift in SHIFTS:
            members = _beside_wholes(search, shift)
            need = partial(_for_run, bits=FOR_SHIFTED if shift else FOR_SUBSET)
            search.consider(sums_over(band, members, lines), need)
    if len(band.filled) <= WIDEST_FOR_SCATTER:
        search.consider(distant_runs(band, band.filled, lines), _for_distant)
        search.consider(pairs(band, band.filled, lines), _for_pair)
    softened = band.softened()
    return _rounded(softened, lines, search.found) if softened else search.found


def _rounded(band: Band, lines: Sequence[int], found: Sequence[Pattern]) -> list[Pattern]:
    """*found*, and the sums of adjacent cells that come out on several lines within rounding only."""
    search = Search(band, found)
    _collapse(search, band.filled, lines, FOR_ROUNDED, _for_rounded)
    return search.found


def _sample(band: Band) -> list[int]:
    """Lines with three values or more, some of them from all over a long table."""
    usable = [number for number, line in enumerate(band.values) if sum(value is not None for value in line) >= 3]
    step = -(-len(usable) // SAMPLE) or 1
    return usable[::step]


def _for_run(pattern: Pattern, bits: int) -> int:
    return bits + len(pattern.parts).bit_length()


def _for_rounded(pattern: Pattern, bits: int) -> int:
    is_rounded = pattern.inexact >= INEXACT_IF_ROUNDED and pattern.firm >= LINES_IF_ROUNDED
    return bits + BITS_IF_ROUNDED * pattern.firm if is_rounded else NEVER


def _collapse(
    search: Search,
    positions: Sequence[int],
    lines: Sequence[int],
    bits: int,
    need: Callable[..., int] = _for_run,
) -> None:
    """Sums of adjacent cells, then of what remains adjacent without their parts: totals of totals."""
    remaining = list(positions)
    for _ in range(ROUNDS):
        if not search.consider(runs(search.band, remaining, lines), partial(need, bits=bits)):
            return
        used = {part for pattern in search.found for part in pattern.parts}
        remaining = [position for position in positions if position not in used]


def _beside_wholes(search: Search, shift: int) -> list[int]:
    """The totals found so far, or the lines that stand *shift* places behind each of them, if all are there."""
    members = sorted({pattern.whole + shift for pattern in search.found})
    return members if len(members) > 1 and set(members) <= set(search.band.filled) else []


def _namesakes(band: Band) -> list[list[int]]:
    """Groups of positions with one label: the same item under each of several heads."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for position in band.filled:
        if band.names[position]:
            by_name[band.names[position]].append(position)
    return [group for group in by_name.values() if 3 <= len(group) < len(band.filled)]


def _for_pair(pattern: Pattern) -> int:
    places = (pattern.whole, *pattern.parts)
    return FOR_PAIR if pattern.is_firm(FIRMEST) and max(places) - min(places) <= FARTHEST_PAIR else NEVER


def _for_distant(pattern: Pattern) -> int:
    is_steady = pattern.firm >= LINES_IF_DISTANT and pattern.is_firm(FIRM_IF_DISTANT)
    return FOR_DISTANT if is_steady else NEVER
