"""Pieces of inline SVG: pictures that need neither a script nor a file, and say in words what they show."""

from __future__ import annotations

from gklint.reporters.audit.markup import Child, Markup, element, element_of
from gklint.reporters.display import clip, width

CELL_WIDTH = 7
"""Pixels of one display cell of text at the size that the style sheet sets in pictures."""


def picture(size: tuple[int, int], anchor: str, title: str, description: str, *children: Child) -> Markup:
    """An image *size* units wide and high; *anchor* is unique in its page."""
    wide, high = size
    return element(
        "svg",
        element("title", title, id=f"{anchor}-t"),
        element("desc", description, id=f"{anchor}-d"),
        *children,
        viewBox=f"0 0 {wide} {high}",
        width=wide,
        height=high,
        role="img",
        aria_labelledby=f"{anchor}-t {anchor}-d",
        class_="picture",
    )


def box(x: int, y: int, wide: int, high: int, kind: str, *, tip: str | None = None) -> Markup:
    children = (element("title", tip),) if tip else ()
    return element_of("rect", children, {"x": x, "y": y, "width": wide, "height": high, "class_": kind})


def text(x: int, y: int, content: str, kind: str = "", *, room: int | None = None, anchor: str = "start") -> Markup:
    """*content* at a base line, cut to *room* pixels."""
    shown = content if room is None else clip(content, max(1, room // CELL_WIDTH))
    attributes: dict[str, object] = {
        "x": x,
        "y": y,
        "class_": kind or None,
        "text-anchor": None if anchor == "start" else anchor,
    }
    return element_of("text", (shown,), attributes)


def fits(content: str, room: int) -> bool:
    return width(content) * CELL_WIDTH <= room
