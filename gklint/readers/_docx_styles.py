"""What the styles and list definitions of a .docx say: which paragraphs are headings, which text is hidden."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from gklint.readers._docx_package import Package, W
from gklint.readers._docx_text import is_on
from gklint.readers._outline import heading_level
from gklint.start.records import dataclass

if TYPE_CHECKING:
    from lxml.etree import _Element

HEADING_NAME = re.compile(r"(?:heading|标题)\s*([1-9])", re.IGNORECASE)
CONTENTS_NAME = re.compile(r"toc\s*\d|toc heading|table of figures|目录.*", re.IGNORECASE)
TITLE_NAMES = frozenset(("title", "标题"))
BODY_LEVEL = 9
"""The outline level that says "no heading"."""
SAMPLES = {"decimal": "1", "japaneseCounting": "一", "ideographDigital": "一", "decimalEnclosedCircle": "①"}
_NUMBER = tuple[str, str]
"""numId and level of a list."""


@dataclass(frozen=True, slots=True)
class _Style:
    """A paragraph style with what it inherits already filled in."""

    level: int | None = None
    number: _NUMBER | None = None
    contents: bool = False


class Styles:
    """The styles of a package by their ids; a package without any has plain paragraphs only."""

    def __init__(self, package: Package) -> None:
        self._elements: dict[str, _Element] = {}
        self._default = _Style()
        self._known: dict[str, _Style] = {}
        self._numbers = _samples(_related(package, "numbering"))
        hidden: set[str] = set()
        root = _related(package, "styles")
        for style in root.iter(W + "style") if root is not None else ():
            key = style.get(W + "styleId", "")
            if style.get(W + "type") == "character" and is_on(style.find(f"{W}rPr/{W}vanish")):
                hidden.add(key)
            elif style.get(W + "type") == "paragraph":
                self._elements[key] = style
        self.hidden = frozenset(hidden)
        """Ids of the character styles that hide their text."""

    def level(self, paragraph: _Element, text: str) -> int | None:
        """
        The heading level of *paragraph*, whose text is *text*, by outline level, style or automatic number.

        A list number such as 一、 is not part of the text but makes a heading of it as if it were.
        """
        properties = paragraph.find(W + "pPr")
        style = self._style(properties)
        own = properties.find(W + "outlineLvl") if properties is not None else None
        level = _outline(own) if own is not None else style.level
        if level is not None:
            return level
        number = _number(properties) or style.number
        return heading_level(self._numbers[number] + text) if number in self._numbers else None

    def is_contents(self, paragraph: _Element) -> bool:
        """Whether *paragraph* is a line of the table of contents, whose numbers are pages."""
        return self._style(paragraph.find(W + "pPr")).contents

    def _style(self, properties: _Element | None) -> _Style:
        named = properties.find(W + "pStyle") if properties is not None else None
        return self._resolved(named.get(W + "val", "")) if named is not None else self._default

    def _resolved(self, key: str) -> _Style:
        if key in self._known:
            return self._known[key]
        element = self._elements.get(key)
        # Registered before its base is looked up: hostile styles are based on each other in a circle.
        self._known[key] = self._default
        if element is None:
            return self._default
        based = element.find(W + "basedOn")
        base = self._resolved(based.get(W + "val", "")) if based is not None and len(self._known) < 500 else _Style()
        named = element.find(W + "name")
        name = named.get(W + "val", "").strip() if named is not None else ""
        properties = element.find(W + "pPr")
        outline = properties.find(W + "outlineLvl") if properties is not None else None
        heading = HEADING_NAME.fullmatch(name)
        if outline is not None:
            level = _outline(outline)
        elif heading:
            level = int(heading.group(1))
        else:
            level = 1 if name.lower() in TITLE_NAMES else base.level
        contents = base.contents or CONTENTS_NAME.fullmatch(name) is not None
        self._known[key] = _Style(level, _number(properties) or base.number, contents)
        return self._known[key]


def _related(package: Package, kind: str) -> _Element | None:
    name = package.related(kind)
    return package.part(name) if name else None


def _outline(element: _Element) -> int | None:
    value = element.get(W + "val", "")
    return int(value) + 1 if value.isascii() and value.isdigit() and int(value) < BODY_LEVEL else None


def _number(properties: _Element | None) -> _NUMBER | None:
    number = properties.find(W + "numPr") if properties is not None else None
    if number is None:
        return None
    key, level = number.find(W + "numId"), number.find(W + "ilvl")
    if key is None:
        return None
    return key.get(W + "val", ""), level.get(W + "val", "0") if level is not None else "0"


def _samples(root: _Element | None) -> dict[_NUMBER, str]:
    """The first number of every list and level as it would be printed: "一、", "（一）", "1."."""
    if root is None:
        return {}
    patterns: dict[str, dict[str, str]] = {}
    for abstract in root.iter(W + "abstractNum"):
        levels = patterns.setdefault(abstract.get(W + "abstractNumId", ""), {})
        for level in abstract.iter(W + "lvl"):
            form, text = level.find(W + "numFmt"), level.find(W + "lvlText")
            if form is None or text is None:
                continue
            kind = form.get(W + "val", "")
            sample = SAMPLES.get(kind, "一" if kind.startswith("chinese") else "")
            levels[level.get(W + "ilvl", "")] = re.sub(r"%\d", sample, text.get(W + "val", "")) if sample else ""
    samples: dict[_NUMBER, str] = {}
    for number in root.iter(W + "num"):
        abstract_id = number.find(W + "abstractNumId")
        for level_id, sample in patterns.get(
            abstract_id.get(W + "val", "") if abstract_id is not None else "", {}
        ).items():
            if sample:
                samples[number.get(W + "numId", ""), level_id] = sample
    return samples
