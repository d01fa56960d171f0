"""Which script a character belongs to: the boundaries of numbers (``\\b`` and ``\\w`` take Han for word parts)."""

from __future__ import annotations

BLANKS = " \t\u00a0\u2002\u2003\u2009\u202f\u3000\n\r"
"""Characters that may stand between a number and its unit."""

BLANK = r"\s"
"""One of them in a pattern, and some rarer ones: a category compiles in a tenth of the time that a class takes."""

DIGITS = "0-9０-９"
"""The digits that gklint reads, as the inside of a character class."""

LATIN = "A-Za-z\u00c0-\u024f"
"""Letters of the Latin script, plain or with an accent, as the inside of a character class."""

_TO_ASCII = str.maketrans("０１２３４５６７８９，．＋－％", "0123456789,.+-%")


def is_latin(character: str) -> bool:
    """Whether *character* is a letter of the Latin script, plain or with an accent."""
    return "a" <= character <= "z" or "A" <= character <= "Z" or ("\u00c0" <= character <= "\u024f")


def is_han(character: str) -> bool:
    """Whether *character* is a Chinese character."""
    return "\u4e00" <= character <= "\u9fff" or character == "〇" or "\u3400" <= character <= "\u4dbf"


def ascii_digits(run: str) -> str:
    """*run* with its full-width digits and marks as ASCII ones, character by character."""
    return run if run.isascii() else run.translate(_TO_ASCII)


def skip_blanks(text: str, index: int, most: int = 3) -> int:
    """The first position from *index* on, at most *most* further, that holds no blank."""
    stop = min(len(text), index + most)
    while index < stop and text[index] in BLANKS:
        index += 1
    return index


def skip_gap(text: str, index: int) -> int:
    """Like ``skip_blanks``, but where a new cell or paragraph begins (a tab, an empty line) *index* stays as it is."""
    if index >= len(text) or text[index] not in BLANKS:
        return index
    end = skip_blanks(text, index)
    gap = text[index:end]
    return index if "\t" in gap or "\n\n" in gap else end


def skip_blanks_back(text: str, index: int, most: int = 3) -> int:
    """The last position up to *index*, at most *most* before it, with no blank right before it."""
    stop = max(0, index - most)
    while index > stop and text[index - 1] in BLANKS:
        index -= 1
    return index
