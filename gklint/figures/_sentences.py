"""Where the sentences of a block end, and which brackets are open at each of its places."""

from __future__ import annotations

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
    pairs: list[tuple[int, int, str]] = []
    open_marks: list[tuple[str, int]] = []
    stops: list[int] = []
    for hit in _MARK.finditer(text):
        mark, at = hit[0], hit.start()
        if mark in _ENDS or mark == "\n":
            stops.append(at)
        elif opening := PAIRS.get(mark):
            _close(open_marks, SAME.get(opening, opening), at, pairs)
        elif mark not in "；;":
            open_marks.append((SAME.get(mark, mark), at))
    if not stops and not pairs:
        return Layout((len(text),), ())
    pairs.sort()
    brackets = tuple((start, end) for start, end, mark in pairs if mark in NESTING)
    return Layout(tuple(_ends(text, stops, pairs)), brackets)


def _close(open_marks: list[tuple[str, int]], opening: str, at: int, pairs: list[tuple[int, int, str]]) -> None:
    """Pair the mark at *at* with the nearest *opening*, dropping what was opened since and never closed."""
    for index in range(len(open_marks) - 1, -1, -1):
        mark, start = open_marks[index]
        if at - start > LONGEST_PAIR:
            return
        if mark == opening:
            pairs.append((start, at, mark))
            del open_marks[index:]
            return


def _ends(text: str, stops: list[int], pairs: list[tuple[int, int, str]]) -> Iterator[int]:
    last = 0
    inner = iter(pairs)
    held = next(inner, None)
    reach = -1
    for stop in stops:
        while held and held[0] < stop:
            reach = max(reach, held[1])
            held = next(inner, None)
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
