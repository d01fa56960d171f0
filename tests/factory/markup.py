"""Reports as Markdown, HTML and CSV."""

from __future__ import annotations

import csv
import io
from html import escape

from tests.factory.layout import Grid, Head, Prose, Report


def markdown(report: Report, *, fill: bool = True) -> str:
    """Pipe tables know no merged cells: a merged text is repeated, or stands at its corner only unless *fill*."""
    parts = []
    for part in report.parts:
        if isinstance(part, Head):
            parts.append(f"{'#' * part.level} {part.text}")
        elif isinstance(part, Prose):
            parts.append(part.text)
        else:
            parts += [part.caption] if part.caption else []
            parts.append(pipe_table(part, fill=fill))
    return "\n\n".join(parts) + "\n"


def pipe_table(grid: Grid, *, fill: bool) -> str:
    rows = [
        "| " + " | ".join(text.replace("\n", "").replace("|", r"\|") for text in row) + " |"
        for row in grid.spread(fill=fill)
    ]
    rows.insert(1, "|" + "---|" * grid.width)
    return "\n".join(rows)


def html(report: Report) -> str:
    """Merged cells with rowspan and colspan, markup nested inside them as word processors export it."""
    parts = []
    for part in report.parts:
        if isinstance(part, Head):
            parts.append(f"<h{part.level}>{escape(part.text)}</h{part.level}>")
        elif isinstance(part, Prose):
            parts.append(f'<p style="text-indent:2em"><span>{escape(part.text)}</span></p>')
        else:
            parts += [f"<p>{escape(part.caption)}</p>"] if part.caption else []
            parts.append(html_table(part))
    head = '<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>公开</title></head>'
    return "\n".join([head, "<body>", *parts, "</body></html>", ""])


def html_table(grid: Grid) -> str:
    rows = []
    for index, boxes in enumerate(grid.rows):
        name = "th" if index < grid.head else "td"
        cells = []
        for box in boxes:
            spans = (f' rowspan="{box.rows}"' if box.rows > 1 else "") + (
                f' colspan="{box.columns}"' if box.columns > 1 else ""
            )
            text = escape(box.text).replace("\n", "<br>")
            cells.append(f"<{name}{spans}><p><strong><span>{text}</span></strong></p></{name}>")
        rows.append("<tr>" + "".join(cells) + "</tr>")
    return "<table border=1>\n" + "\n".join(rows) + "\n</table>"


def comma_separated(grid: Grid) -> str:
    """One table as CSV with a byte order mark, as office programs write it; its caption is the first record."""
    out = io.StringIO()
    caption = [[grid.caption]] if grid.caption else []
    csv.writer(out).writerows([*caption, *grid.spread(fill=True)])
    return "﻿" + out.getvalue()
