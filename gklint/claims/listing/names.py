"""
Lists of names in running text, found from the count that stands beside them.

A list is worth counting only where it is clear where it begins and ends. What the text leaves open (does 和 join two
names or stand inside one?) gives several readings of one list.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.document import Span
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Reading = tuple[Span, ...]

PAIRS = {"》": "《", "”": "“", "」": "「", "’": "‘"}
"""Marks that set a name off, closing to opening."""
BRACKETS = {"）": "（", ")": "(", "】": "【", "〕": "〔", "﹚": "﹙"}
_OPENING = frozenset((*PAIRS.values(), *BRACKETS.values(), "("))
_CLOSING = {**PAIRS, **BRACKETS}
_HALF = {"(": "（", "﹙": "（"}
_GLUE = lazy(r"(?:[\s、，,]|以及|和|及|与)*\Z")
_JOIN = lazy(r"以及|及(?!时)|和(?!谐|平)|与(?!会)|并且")
_PLACE = frozenset("国省市州县区旗乡镇街村")
"""Levels of government: 县、乡 before a noun are one attribute, not two names."""
LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Names:
    """
    One list. *readings* are the ways to divide it, the natural one first; *open* if it goes on (等); *clear* if its
    ends cannot be mistaken.
    """

    readings: tuple[Reading, ...]
    open: bool
    clear: bool

    def counting(self, number: int) -> Reading | None:
        """A reading with just *number* names."""
        return next((reading for reading in self.readings if len(reading) == number), None)


def before(text: str, end: int, *, openers: Sequence[str], verbs: Sequence[str]) -> Names | None:
    """The list that ends at *end*; *openers* are words that begin one for sure, *verbs* may stand before it."""
    end = _rstrip(text, 0, end)
    goes_on = end > 0 and text[end - 1] == "等"
    if goes_on:
        end = _rstrip(text, 0, end - 1)
    if end and text[end - 1] in PAIRS:
        return _quoted_before(text, end, goes_on=goes_on)
    return _plain_before(text, end, openers, verbs, goes_on=goes_on)


def _quoted_before(text: str, end: int, *, goes_on: bool) -> Names | None:
    closing = text[end - 1]
    spans: list[Span] = []
    at = end
    while at > 0 and text[at - 1] == closing:
        start = text.rfind(PAIRS[closing], max(0, at - 200), at)
        if start < 0:
            return None
        spans.append(Span(start + 1, at - 1))
        glue = _GLUE.search(text, max(0, start - 8), start)
        at = glue.start() if glue else start
        joined = at < start
        at = _before_bracket(text, at)
    # A separator with something else before it: the first names are not set off, and where they begin is not clear.
    clear = not (joined and text[at - 1 : at] not in ("", closing))
    return Names((tuple(reversed(spans)),), goes_on, clear and len(spans) > 1)


def _before_bracket(text: str, at: int) -> int:
    """Left of the bracket that ends at *at* (《甲》（试行）、《乙》), *at* where there is none."""
    opening = BRACKETS.get(text[at - 1 : at])
    start = text.rfind(opening, max(0, at - 40), at) if opening else -1
    return start if start > 0 and text[start - 1] in PAIRS else at


def _plain_before(text: str, end: int, openers: Sequence[str], verbs: Sequence[str], *, goes_on: bool) -> Names | None:
    cuts, start = _cuts_before(text, end)
    if start is None:
        return None
    if not cuts and not _JOIN.search(text, start, end):
        return None  # one name is no list; most figures have just a noun before them
    begin, told = _begin(text, start, cuts[0] if cuts else end, openers, verbs)
    spans = _spans(text, begin, end, cuts)
    if not all(0 < span.end - span.start <= LONGEST_NAME for span in spans):
        return None
    names = [text[span.start : span.end] for span in spans]
    readings = tuple(_divided(text, spans))
    # What follows a full stop has nothing before it; a clause behind a comma may go on with a list.
    told = told or (len(spans) > 2 and text[start - 1 : start] not in ("，", ","))
    clear = told and all(map(_is_plain, names)) and not any(_JOIN.search(name) for name in names[:-1])
    return Names(readings, goes_on, clear and len(_joined_places(text, spans)) == len(spans))


def _cuts_before(text: str, end: int) -> tuple[list[int], int | None]:
    """Places of the 、 of the list that ends at *end*, and where its clause starts; None if brackets do not pair."""
    cuts: list[int] = []
    held: list[str] = []
    at = end
    while at > 0 and end - at < 300:
        mark = text[at - 1]
        if mark in _CLOSING:
            held.append(_CLOSING[mark])
        elif mark in _OPENING:
            if not held:
                return cuts[::-1], at
            if _HALF.get(mark, mark) != _HALF.get(held.pop(), mark):
                return [], None
        elif not held and mark == "、":
            cuts.append(at - 1)
        elif not held and mark in "，,。；;：:！？!?\n":
            return cuts[::-1], at
        at -= 1
    return cuts[::-1], at if not held else None


def _begin(text: str, start: int, end: int, openers: Sequence[str], verbs: Sequence[str]) -> tuple[int, bool]:
    """Where the first name of a list begins between *start* and *end*, and whether the words before it tell so."""
    if start and text[start - 1] in "：:":
        return _lstrip(text, start, end), True
    head = text[start:end]
    found = _last(head, openers)
    if found:
        return _lstrip(text, start + found, end), True
    found = _last(head, verbs)
    if found:
        found += len(head[found:]) - len(head[found:].lstrip("了"))
        return _lstrip(text, start + found, end), True
    return _lstrip(text, start, end), False


def _last(head: str, words: Sequence[str]) -> int:
    """The end of the last of *words* that has something behind it, 0 if there is none."""
    ends = (head.rfind(word, 0, len(head) - 1) + len(word) for word in words if word in head[:-1])
    return max(ends, default=0)


_STRUCTURE = frozenset("的了在对将把由从为是使被让给，；。")


def _is_plain(name: str) -> bool:
    """Whether *name* is a noun phrase: a clause in a list may hold more names than one."""
    return len(name) <= _SHORT and not _STRUCTURE & set(name) and not any(mark.isdigit() for mark in name)


_SHORT = 16


def _divided(text: str, spans: Reading) -> Iterator[Reading]:
    """The readings of a list: as printed, 县、乡 as one, each 和 as a join."""
    joined = _joined_places(text, spans)
    bases = [spans] if len(joined) == len(spans) else [spans, joined]
    for base in bases:
        # 和 before the last name is the rule, inside a name the exception.
        last = base[-1]
        joins = [
            hit for hit in _JOIN.finditer(text, last.start + 1, last.end - 1) if not _inside(text, last, hit.start())
        ]
        split = [reading for hit in joins if (reading := _split(text, base, hit.start(), hit.end()))]
        if split and not _JOIN.match(text, last.start) and _must_join(base, split[-1]):
            yield split[-1]
            continue
        yield from (*split[-1:], base, *split[:-1])
        if len(split) > 1:
            yield _split_all(text, base, [(hit.start(), hit.end()) for hit in joins])
    # 流程和甲、乙、丙三类: what stands before the first 和 may be no member of the list.
    for index, span in enumerate(spans[:-1]):
        if hit := _JOIN.search(text, span.start + 1, span.end - 1):
            yield (Span(hit.end(), span.end), *spans[index + 1 :])


def _joined_places(text: str, spans: Reading) -> Reading:
    """*spans* with 县、乡… before a noun as one name."""
    joined: list[Span] = []
    for span in spans:
        if joined and text[joined[-1].end - 1] in _PLACE and text[span.start] in _PLACE and span != spans[-1]:
            joined[-1] = Span(joined[-1].start, span.end)
        else:
            joined.append(span)
    return tuple(joined)


def _must_join(base: Reading, split: Reading) -> bool:
    """Whether the last two names of *split* are as long as those before: then 和 between them parts two names."""
    sizes = [span.end - span.start for span in base[:-1]]
    last = [span.end - span.start for span in split[len(base) - 1 :]]
    return len(sizes) > 1 and min(sizes) <= min(last) and max(last) <= max(sizes) + 1


def _inside(text: str, span: Span, at: int) -> bool:
    """Whether *at* stands inside a bracket that opens in *span*."""
    head = text[span.start : at]
    return sum(head.count(mark) for mark in _OPENING) > sum(head.count(mark) for mark in _CLOSING)


def _split(text: str, base: Reading, start: int, end: int) -> Reading | None:
    return _split_all(text, base, [(start, end)])


def _split_all(text: str, base: Reading, joins: Sequence[tuple[int, int]]) -> Reading:
    last = base[-1]
    edges = [last.start, *(edge for join in joins for edge in join), last.end]
    pieces = (Span(_lstrip(text, a, b), _rstrip(text, a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True))
    return (*base[:-1], *(piece for piece in pieces if piece.end > piece.start))


def after(text: str, start: int, *, goes_on: Sequence[str]) -> Names | None:
    """The list that begins at *start*, right behind 即, ： or an opening bracket, and ends with its sentence."""
    if start and text[start - 1] in "（(":
        end = next((at for at in range(start, min(len(text), start + 300)) if text[at] in "）)"), None)
        held = None if end is None else _listed(text, start, end, goes_on, clear=True)
        # 5个县（市、区）: alternatives of one word.
        return held if held and all(span.end - span.start > 1 for span in held.readings[0]) else None
    stop = _sentence_end(text, start)
    first = _first_top(text, start, stop, "；;")
    if first < stop:
        return _listed(text, start, stop, goes_on, clear=True, marks="；;")
    comma = _first_top(text, start, stop, "，,")
    whole = _listed(text, start, stop, goes_on, clear=comma == stop)
    if comma == stop or whole is None:
        return whole
    short = _listed(text, start, comma, goes_on, clear=False)
    # “三审”即：甲、乙，丙，“四议”即：…: the next quotation begins the next list.
    following = text.find("，“", comma, stop)
    mixed = _listed(text, start, stop if following < 0 else following, goes_on, clear=False, marks="、，,")
    found = [names for names in (short, mixed) if names]
    readings = tuple(reading for names in found for reading in names.readings)
    return Names(readings, any(names.open for names in found), clear=False) if readings else None


def _listed(text: str, start: int, end: int, goes_on: Sequence[str], *, clear: bool, marks: str = "、") -> Names | None:
    end = _rstrip(text, start, end)
    is_open = text.endswith(tuple(goes_on), start, end)
    if is_open:
        end -= next(len(word) for word in goes_on if text.endswith(word, start, end))
    start = _lstrip(text, start, end)
    if quoted := _quoted_after(text, start, end):
        return Names((quoted,), is_open, clear)
    cuts = [at for at in range(start, end) if text[at] in marks and not _inside(text, Span(start, end), at)]
    spans = _spans(text, start, end, cuts)
    if not spans or not all(span.end > span.start for span in spans):
        return None
    return Names(tuple(_divided(text, spans)), is_open, clear and all(s.end - s.start <= LONGEST_NAME for s in spans))


_ONLY_QUOTED = lazy(r"(?:(?:《[^》]*》|“[^”]*”)(?:[（(][^（()）]*[）)])?(?:[\s、，,]|以及|和|及|与)*)+")
_QUOTED = lazy(r"《([^》]*)》|“([^”]*)”")


def _quoted_after(text: str, start: int, end: int) -> Reading:
    """The names of a list of nothing but 《》《》 or “”“”, which needs no separators."""
    if not _ONLY_QUOTED.fullmatch(text, start, end):
        return ()
    return tuple(Span(hit.start() + 1, hit.end() - 1) for hit in _QUOTED.finditer(text, start, end))


def _sentence_end(text: str, start: int) -> int:
    return _first_top(text, start, min(len(text), start + 400), "。！？!?\n")


def _first_top(text: str, start: int, end: int, marks: str) -> int:
    """The first of *marks* outside brackets and quotations, *end* if there is none."""
    depth = 0
    for at in range(start, end):
        mark = text[at]
        if mark in _OPENING:
            depth += 1
        elif mark in _CLOSING:
            depth = max(0, depth - 1)
        elif not depth and mark in marks:
            return at
    return end


def _spans(text: str, start: int, end: int, cuts: Sequence[int]) -> Reading:
    edges = [start, *(edge for cut in cuts for edge in (cut, cut + 1)), end]
    return tuple(Span(_lstrip(text, a, b), _rstrip(text, a, b)) for a, b in zip(edges[::2], edges[1::2], strict=True))


def _lstrip(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _rstrip(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end
