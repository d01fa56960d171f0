"""HTML and SVG from parts: whatever is not markup already is escaped on its way in."""

from __future__ import annotations

from collections.abc import Iterable

_ESCAPES = str.maketrans(
    {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&quot;",
        "'": "&#39;",
        # No HTML can hold these; a blank would move characters, a mark says that something stood here.
        **{chr(code): "\ufffd" for code in (*range(9), 11, 12, *range(14, 32), 127)},
    }
)
_VOID = frozenset({"meta", "link", "br", "hr", "input", "col"})


class Markup(str):
    """Characters that may stand in a page as they are."""

    __slots__ = ()


Child = str | None
"""A string is text, a Markup is itself, None is nothing."""


def escaped(text: str) -> str:
    return text if isinstance(text, Markup) else text.translate(_ESCAPES)


def joined(children: Iterable[Child]) -> Markup:
    return Markup("".join(escaped(child) for child in children if child is not None))


def element(tag: str, *children: Child, **attributes: object) -> Markup:
    """
    ``element("a", "5 < 6", href="#x")`` → ``<a href="#x">5 &lt; 6</a>``

    A trailing underscore of an attribute's name falls away (``class_``), one inside becomes a hyphen (``data_x``);
    None and False leave the attribute out, True prints its bare name.
    """
    return element_of(tag, children, attributes)


def element_of(tag: str, children: Iterable[Child], attributes: dict[str, object]) -> Markup:
    """The same for children and attributes that are made elsewhere."""
    opening = f"<{tag}"
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        opening += " " + name.rstrip("_").replace("_", "-")
        if value is not True:
            opening += f'="{escaped(str(value))}"'
    if tag in _VOID:
        return Markup(opening + ">")
    return Markup(f"{opening}>{joined(children)}</{tag}>")
