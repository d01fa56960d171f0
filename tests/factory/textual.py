"""Reports as text: one line per paragraph, or hard-wrapped as it comes out of a PDF."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.factory.layout import Grid, Head, Part, Prose, Report


def plain(report: Report, *, fill: bool = False) -> str:
    """One line for each paragraph, tables as rows of tabs, blank lines between the parts."""
    return "\n\n".join(_plain_part(part, fill=fill) for part in report.parts) + "\n"


def _plain_part(part: Part, *, fill: bool) -> str:
    if isinstance(part, Head | Prose):
        return part.text
    lines = [part.caption] if part.caption else []
    return "\n".join([*lines, *tabbed(part, fill=fill)])


def tabbed(grid: Grid, *, fill: bool) -> list[str]:
    return ["\t".join(text.replace("\n", "") for text in row) for row in grid.spread(fill=fill)]


def celled(report: Report) -> str:
    """Like plain, but each cell of a table on a line of its own, row by row, as a browser copies them."""
    parts = []
    for part in report.parts:
        if isinstance(part, Grid):
            lines = [part.caption] if part.caption else []
            lines += [box.text for _, _, box in part.placed() if box.text]
            parts.append("\n".join(lines))
        else:
            parts.append(part.text)
    return "\n\n".join(parts) + "\n"


def wrapped(report: Report, *, width: int = 30, page: int = 24, repeat_head: bool = True) -> str:
    """
    Text of a PDF: prose cut every *width* characters, a blank line after every line, a page number after every
    *page* lines of prose; a table of more than twelve rows is cut in two by a page break.
    """
    lines: list[str] = []
    number = 1
    for part in report.parts:
        if isinstance(part, Grid):
            pieces = part.cut(part.head + 9, repeat_head=repeat_head) if len(part.rows) > 12 else (part,)
            for i, piece in enumerate(pieces):
                if i:
                    lines += ["", f"— {number} —", "", ""]
                    number += 1
                lines += [piece.caption] if piece.caption else []
                lines += tabbed(piece, fill=False)
            lines.append("")
            continue
        text = part.text if isinstance(part, Head) else f"　　{part.text}"
        for line in _folded(text, width):
            lines += [line, ""]
            if len(lines) // 2 >= number * page:
                lines += [f"- {number} -", ""]
                number += 1
    return "\n".join(lines) + "\n"


def _folded(text: str, width: int) -> Iterator[str]:
    """*text* in lines of *width* characters or one word more; numbers and addresses stay whole, as in print."""
    line = ""
    for word in re.findall(r"[0-9A-Za-z][0-9A-Za-z.:/@%,-]*|.", text):
        line += word
        if len(line) >= width:
            yield line
            line = ""
    if line:
        yield line
