"""Where the sentences of a block end, and which brackets are open at each of its places."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator

from gklint.start.patterns import lazy
from gklint.start.records import dataclass

PAIRS = {
    "）": "（",
    ")": "(",
    "】": "【",
    "]": "[",
    "〕": "〔",
    "》": "《",
    "”": "“",
    "」": "「",
    "﹚": "﹙",
    "］": "［",
}
"""Closing mark to opening mark; full and half brackets are mixed, so that one closes the other."""
SAME = {"(": "（", "﹙": "（", "[": "【", "［": "【"}
NESTING = frozenset("（【〔")
"""Brackets that set their figures apart; titles and quotations do not."""
LONGEST_PAIR = 400
"""A pair that spans more characters than that is taken for two marks that lost their partners."""

_MARK = lazy(r"[（(【\[〔《“「﹙［）)】\]〕》”」﹚］。！？!?；;\n]|(?<=[A-Za-z0-9)%])\.(?=\s+[A-Z(])")
_ENDS = frozenset("。！？!?.")
_ABBREVIATED = lazy(
    r"(?<![A-Za-z])(?:[A-Z]|[A-Z]\.[A-Z]|No|Nos|Mr|Mrs|Ms|Dr|St|vs|cf|approx|ca|e\.g|i\.e|Inc|Ltd|Co|Corp|Fig|Art|Sec"
    r"|pp?|Vol|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\Z"
)


@dataclass(frozen=True, slots=True)
class Layout:
    """*ends* are the places behind the end of each sentence, the last one the end of the text; *brackets* are pairs
    of places (opening mark, closing mark) of the brackets that nest, in the order of their opening."""

    ends: tuple[int, ...]
    brackets: tuple[tuple[int, int], ...]


def layout(text: str) -> Layout:
    """Sentences and brackets of *text*; a bracket without partner is no bracket."""
    marks = _Open()
    pairs: list[tuple[int, int, str]] = []
    stops: list[int] = []
    for hit in _MARK.finditer(text):
        mark, at = hit[0], hit.start()
        if mark in _ENDS or mark == "\n":
            stops.append(at)
        elif opening := PAIRS.get(mark):
            opening = SAME.get(opening, opening)
            start = marks.closed(opening, at)
            if start is not None:
                pairs.append((start, at, opening))
        elif mark not in "；;":
            marks.open(SAME.get(mark, mark), at)
    if not stops and not pairs:
        return Layout((len(text),), ())
    pairs.sort()
    brackets = tuple((start, end) for start, end, mark in pairs if mark in NESTING)
    return Layout(tuple(_ends(text, stops, pairs)), brackets)


class _Open:
    """The opening marks that still may find a partner."""

    def __init__(self) -> None:
        self._marks: deque[tuple[str, int]] = deque()
        # Nobody looks for a mark that is not there: a text of nothing but closing marks is one too.
        self._counts: Counter[str] = Counter()

    def open(self, mark: str, at: int) -> None:
        self._marks.append((mark, at))
        self._counts[mark] += 1

    def closed(self, opening: str, at: int) -> int | None:
        """The place of the nearest *opening* before *at*; what was opened since and never closed is dropped."""
        while self._marks and at - self._marks[0][1] > LONGEST_PAIR:
            mark, _ = self._marks.popleft()
            self._counts[mark] -= 1
        if not self._counts[opening]:
            return None
        while True:
            mark, start = self._marks.pop()
            self._counts[mark] -= 1
            if mark == opening:
                return start


def _ends(text: str, stops: list[int], pairs: list[tuple[int, int, str]]) -> Iterator[int]:
    last = 0
    inner = iter(pairs)
    held = next(inner, None)
    reach = -1
    for stop in stops:
        while held and held[0] < stop:
            reach = max(reach, held[1])
            held = next(inner, None)
        if stop < last:
            continue  # one of many stops in a row, which end one sentence
        end = stop + 1
        if stop < reach:
            # 。 right before the last closing mark ends the sentence behind that mark: “……。”
            while end < len(text) and text[end] in PAIRS:
                end += 1
            if end - 1 < reach:
                continue
        elif text[stop] == "." and _ABBREVIATED.search(text, max(0, stop - 8), stop):
            continue
        while end < len(text) and (text[end] in _ENDS or text[end] in "”’」"):
            end += 1
        if end > last and (text[stop] != "\n" or text[last:stop].strip()):
            yield end
            last = end
    if last < len(text):
        yield len(text)
