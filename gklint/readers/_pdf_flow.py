"""What follows what over the pages: runs of text, and the pieces that make one table."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gklint.readers._pdf_lines import Line
from gklint.readers._pdf_pieces import Piece, continues, repeats_header
from gklint.readers._pdf_unruled import Unreadable

Item = Line | Piece | Unreadable

CAPTION_LINES = 4
"""A title, a number and a unit stand above a table, and above each of its pieces if they are repeated."""

_CONTINUED = re.compile(r"[（(]?\s*(?:续|接)上?[表页]?\s*\d*\s*[)）]?|.*[（(]\s*续表?\s*[)）]")


def runs(flow: Sequence[Item]) -> Iterator[list[Item]]:
    """
    Lines of text that follow each other, the pieces of one table, or one unreadable table.

    A caption that is repeated above a piece of a table is no text of its own and is left out.
    """
    run: list[Item] = []
    caption: list[str] = []
    index = 0
    while index < len(flow):
        item = flow[index]
        last = run[-1] if run else None
        if isinstance(last, Piece) and (skipped := _continuation(last, flow[index:], caption)) is not None:
            run.append(flow[index + skipped])
            index += skipped + 1
            continue
        if not (isinstance(last, Line) and isinstance(item, Line)):
            if run:
                yield run
            run = []
        if isinstance(item, Piece):
            caption = _caption(flow, index)
        run.append(item)
        index += 1
    if run:
        yield run


def _continuation(last: Piece, following: Sequence[Item], caption: Sequence[str]) -> int | None:
    """How many repeated lines stand between *last* and the piece that continues it; None if none does."""
    for count, item in enumerate(following[: CAPTION_LINES + 1]):
        if isinstance(item, Piece):
            whole = continues(last, item) and (count == 0 or repeats_header(last, item))
            return count if whole else None
        if not isinstance(item, Line) or item.page == last.page:
            return None
        if _key(item) not in caption and not _CONTINUED.fullmatch(item.text.text):
            return None
    return None


def _caption(flow: Sequence[Item], index: int) -> list[str]:
    above = flow[max(0, index - CAPTION_LINES) : index]
    return [_key(item) for item in above if isinstance(item, Line)]


def _key(line: Line) -> str:
    return "".join(line.text.text.split())
