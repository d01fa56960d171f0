"""
The sums of a band: candidates are weighed, and the best that do not contradict each other are kept.

What must be shown grows with how freely a candidate was chosen: adjacent runs need the least, scattered cells most.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from gklint.claims.total.bands import Band
from gklint.claims.total.candidates import distant_runs, echoes, pairs, runs, sums_over
from gklint.claims.total.labels import asserts
from gklint.claims.total.patterns import Pattern, weigh
from gklint.claims.total.structure import Candidate
from gklint.start.records import dataclass

FEWEST_POSITIONS = 3
SAMPLE = 50
"""Lines that suggest candidates; all lines weigh them."""
MANY, CLOSE = 3, 10
"""Lines that a mistake does not hit all at once; a tenth of a total is close to it."""
WEAK = ("indent", "loose")
"""What may as well be layout: it says little where no others of its form hold."""
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
        self.built: dict[Candidate, str] = {}
        """Candidates that the build of the table tells, whatever their numbers say, with what tells them."""

    def consider_build(self) -> None:
        """Accept what the build says; each sum that is found takes its parts out of the totals around it."""
        for _ in range(ROUNDS):
            built = {**self.band.families, **dict.fromkeys(self.band.closed(self.inner), "list")}
            built.update(dict.fromkeys(echoes(self.band, built), "echo"))
            self.built.update(built)
            if not self.consider(built, lambda _: FOR_LABELLED):
                return

    @property
    def inner(self) -> set[int]:
        """Positions that are parts of what was found."""
        return {part for pattern in self.found for part in pattern.parts}

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
        is_built = (pattern.whole, pattern.parts) in self.built
        if is_built and not pattern.breaks:
            return True
        if pattern.lone > MOST_LONE * pattern.firm and not is_built:
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


@dataclass(frozen=True, slots=True)
class Sums:
    """The sums that lines of a band *hold*, best founded first within each way of finding them; and those *said* by the
    build of the table that no accepted one explains."""

    held: list[Pattern]
    said: list[Pattern]
    built: Mapping[Candidate, str]
    is_blank_nothing: bool
    """Whether a blank cell says that there is nothing: sums of two parts and more come out without it."""

    def form(self, pattern: Pattern) -> str:
        """What tells *pattern*: a list that is closed, a code, a mark …; "" for its numbers alone."""
        return self.built.get((pattern.whole, pattern.parts), "")


def sums(band: Band) -> Sums:
    """What *band* shows and what it says."""
    search = Search(band)
    held = _searched(search) if band.size >= FEWEST_POSITIONS and band.filled else []
    known = {pattern.whole for pattern in held}
    open_ = (one for one in sorted(search.built) if one[0] not in known and _says(search, one))
    said = (weigh(band, *one) for one in open_)
    plausible = [pattern for pattern in said if pattern.breaks and not _is_absurd(band, pattern)]
    is_nothing = any(_holds_beside_blank(band, pattern, line) for pattern in held for line in pattern.holds)
    return Sums(held, plausible, search.built, is_nothing)


def _holds_beside_blank(band: Band, pattern: Pattern, line: int) -> bool:
    values = [band.values[line][part] for part in pattern.parts]
    return None in values and len([value for value in values if value]) > 1


def _is_absurd(band: Band, pattern: Pattern) -> bool:
    """Whether many lines miss the sum and each by far: nobody adds up so badly, the label means something else."""
    if pattern.holds or len(pattern.breaks) < MANY:
        return False
    return not any(_is_close(band, pattern, line) for line in pattern.breaks)


def _is_close(band: Band, pattern: Pattern, line: int) -> bool:
    whole = band.values[line][pattern.whole] or 0
    known = sum(value for part in pattern.parts if (value := band.values[line][part]) is not None)
    return CLOSE * abs(whole - known) <= abs(whole)


def _says(search: Search, candidate: Candidate) -> bool:
    """Whether the build alone asserts *candidate*: a list that a label closes, or a family."""
    whole, parts = candidate
    if any(other.whole in parts and whole in other.parts for other in search.found):
        return False
    form = search.built[candidate]
    if form == "list":
        return any(map(asserts, search.band.labels[whole]))
    return form == "code" or len(parts) > 1


def _searched(search: Search) -> list[Pattern]:
    band = search.band
    lines = _sample(band)
    search.consider_build()
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
    search.consider_build()
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
        search.consider_build()
        inner = search.inner
        remaining = [position for position in positions if position not in inner]


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
