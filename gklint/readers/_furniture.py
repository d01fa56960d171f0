"""What belongs to the page and not to the text: page numbers and running heads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from gklint.start.patterns import lazy

_NUMBER = lazy(
    r"[—–\-－―·•]+\s*[\d０-９]{1,4}\s*[—–\-－―·•]+"
    r"|第\s*[\d０-９]{1,4}\s*页(?:\s*[,，/]?\s*[（(]?\s*共\s*[\d０-９]{1,4}\s*页\s*[）)]?)?"
    r"|page\s+\d{1,4}(?:\s+of\s+\d{1,4})?",
    re.IGNORECASE,
)
_STARTS = frozenset("—–-－―·•第Pp")
_NUMBER_LIMIT = 40
_LINK = lazy(r"https?://\S+")
_BARE = lazy(r"\d{1,3}")
_DIGITS = lazy(r"\d+")
_HEAD_LIMIT = 60
_LEAST_PAGES = 3
_PAGE = 12
"""Lines; cells that count 1, 2, 3 stand closer than page numbers."""


def furniture(raws: Sequence[str]) -> frozenset[int]:
    """The numbers (0-based) of the *raws* lines that are no text."""
    found = {i for i, raw in enumerate(raws) if raw and len(raw) < _NUMBER_LIMIT and _is_page_number(raw.strip())}
    found.update(tuple(_links(raws, found)))
    found.update(_counting(raws))
    if any("\f" in raw for raw in raws):
        found.update(_running_heads(raws))
    return frozenset(found)


def _is_page_number(text: str) -> bool:
    return text[:1] in _STARTS and _NUMBER.fullmatch(text) is not None


def _links(raws: Sequence[str], numbers: Iterable[int]) -> Iterator[int]:
    """Addresses right above a page number: converters put there what the links of the page lead to."""
    for i in numbers:
        above = i - 1
        while above >= 0 and (not raws[above].strip() or _LINK.fullmatch(raws[above].strip())):
            if raws[above].strip():
                yield above
            above -= 1


def _counting(raws: Sequence[str]) -> Iterator[int]:
    """Bare numbers that count up by one from page to page, three at least, each with blank lines around it."""
    chain: list[tuple[int, int]] = []
    for i, raw in enumerate(raws):
        if not raw or len(raw) > 12 or not _BARE.fullmatch(text := raw.strip(" \t\f\u3000")):
            continue
        number = int(text)
        apart = not chain or i - chain[-1][0] >= _PAGE
        if chain and number == chain[-1][1] + 1 and apart and _alone(raws, i):
            chain.append((i, number))
            continue
        if len(chain) >= _LEAST_PAGES:
            yield from (line for line, _ in chain)
        chain = [(i, number)] if _alone(raws, i) else []
    if len(chain) >= _LEAST_PAGES:
        yield from (line for line, _ in chain)


def _alone(raws: Sequence[str], i: int) -> bool:
    before = i == 0 or not raws[i - 1].strip() or "\f" in raws[i]
    return before and (i + 1 == len(raws) or not raws[i + 1].strip() or "\f" in raws[i + 1])


def _running_heads(raws: Sequence[str]) -> Iterator[int]:
    """
    The first and last lines of pages, if they repeat on three pages (digits aside: they count pages).

    The first of them stays: it may be the title that the others repeat.
    """
    edges: list[tuple[str, int]] = []
    page: list[int] = []
    for i, raw in enumerate([*raws, "\f"]):
        if "\f" in raw and page:
            edges.extend((_DIGITS.sub("0", raws[k].strip()), k) for k in sorted({page[0], page[-1]}))
            page = []
        if raw.strip() and i < len(raws):
            page.append(i)
    times = Counter(text for text, _ in edges)
    met: set[str] = set()
    for text, i in edges:
        if times[text] >= _LEAST_PAGES and len(text) < _HEAD_LIMIT and text[-1] not in "。；，" and text in met:
            yield i
        met.add(text)
