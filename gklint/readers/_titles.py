"""The title of a document whose markup does not say which of its first lines it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.document import Block, Heading, Paragraph
from gklint.readers._outline import TITLE, announces, is_title

TOP = 16
"""Blocks; a title stands among the first ones, below the buttons of a web page at worst."""
LONGEST = 100
"""Characters; behind a longer text no title follows."""


def titled(blocks: Sequence[Block]) -> Iterator[Block]:
    """
    *blocks* with the title as a heading of level 1: the paragraph among the first that says what the document is,
    else the very first if it can be one. A heading or a table above it settles that there is none to find.
    """
    title: int | None = None
    for number, block in enumerate(blocks[:TOP]):
        if not isinstance(block, Paragraph) or len(block.text) > LONGEST:
            break
        if not any(map(str.isalnum, block.text)):
            continue
        if is_title(block.text) and (number == 0 or announces(block.text)):
            title = number
        if announces(block.text):
            break
    for number, block in enumerate(blocks):
        if number == title and isinstance(block, Paragraph):
            yield Heading(block.text, TITLE, block.origin)
        else:
            yield block
