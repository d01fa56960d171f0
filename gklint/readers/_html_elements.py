"""What the elements of HTML and their attributes mean for a reader of the page."""

from __future__ import annotations

import re

Attributes = dict[str, str | None]

HEADINGS = {f"h{level}": level for level in range(1, 7)}
BLOCKS = frozenset(
    (
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "details",
        "dir",
        "div",
        "dl",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "menu",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "tbody",
        "tfoot",
        "thead",
        "ul",
    )
)
"""Elements that end the paragraph before and after them; headings, cells and rows are handled apart."""
UNSEEN = frozenset(
    (
        "audio",
        "button",
        "canvas",
        "del",
        "iframe",
        "nav",
        "noscript",
        "object",
        "s",
        "script",
        "select",
        "strike",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
        "video",
    )
)
"""Not the report: code, metadata, navigation, controls, what is struck out."""
VOID = frozenset(
    (
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    )
)
"""Elements without an end tag."""
ENDED_BY_THE_NEXT = frozenset(("p", "li", "option", "dt", "dd"))

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_INDENT = re.compile(r"(?:padding-left|text-indent|margin-left)\s*:\s*(\d{1,3})(?:\.\d+)?\s*(em|px|pt)", re.IGNORECASE)
_UNITS_PER_EM = {"em": 1, "px": 16, "pt": 12}
_INDENT_LIMIT = 10
_SPAN = re.compile(r"\s*\+?(\d{1,9})")


def hides(tag: str, attributes: Attributes) -> bool:
    """Whether what the element holds is not on the page, or no part of its text."""
    return tag in UNSEEN or "hidden" in attributes or bool(_HIDING.search(attributes.get("style") or ""))


def span_of(value: str | None, *, least: int) -> int:
    """A rowspan or colspan, 1 if it is no number."""
    digits = _SPAN.match(value or "")
    return max(least, int(digits.group(1))) if digits else 1


def indent_of(attributes: Attributes) -> int:
    """How far an element is indented, in ems: by its style, or by a class that says so."""
    if found := _INDENT.search(attributes.get("style") or ""):
        return min(int(found.group(1)) // _UNITS_PER_EM[found.group(2).lower()], _INDENT_LIMIT)
    return int("indent" in (attributes.get("class") or ""))
