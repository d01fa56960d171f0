"""Tables of words that are looked up beside a number; the longest word wins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Generic, TypeVar

from gklint.numbers.script import is_latin

Row = TypeVar("Row")


class Lexicon(Generic[Row]):
    """
    Words and their rows, found where they start or where they end.

    One step of a trie is enough: few words share a first or a last character, so a look-up costs one dictionary
    access and one or two comparisons. Latin words match as whole words, in lower case, capitalised and in capitals;
    short ones as written only (m is no M, kW no kw).
    """

    def __init__(self, rows: Mapping[str, Row]) -> None:
        self.rows: Mapping[str, Row] = dict(rows)
        self.firsts: dict[str, tuple[tuple[str, Row], ...]] = {}
        self.lasts: dict[str, tuple[tuple[str, Row], ...]] = {}
        for word, row in sorted(rows.items(), key=lambda item: -len(item[0])):
            for form in _forms(word):
                self.firsts[form[0]] = (*self.firsts.get(form[0], ()), (form, row))
                self.lasts[form[-1]] = (*self.lasts.get(form[-1], ()), (form, row))

    def __iter__(self) -> Iterator[str]:
        return iter(self.rows)

    def starting(self, text: str, start: int) -> tuple[str, Row] | None:
        """The longest word that starts at *start*, with its row."""
        for word, row in self.firsts.get(text[start : start + 1], ()):
            if text.startswith(word, start):
                stop = start + len(word)
                if is_latin(word[-1]) and stop < len(text) and is_latin(text[stop]):
                    continue
                return word, row
        return None

    def ending(self, text: str, end: int) -> tuple[str, Row] | None:
        """The longest word that ends right before *end*, with its row."""
        for word, row in self.lasts.get(text[end - 1 : end], ()) if end > 0 else ():
            if text.endswith(word, 0, end):
                start = end - len(word)
                if is_latin(word[0]) and start > 0 and is_latin(text[start - 1]):
                    continue
                return word, row
        return None


def _forms(word: str) -> list[str]:
    if len(word) < _WORD or not word.isascii():
        return [word]
    return sorted({word, word.capitalize(), word.upper()})


_WORD = 3
