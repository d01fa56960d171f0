"""What the rows of the form's tables are called, held against the noun of a sentence."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Sequence

from gklint.model.figure import Figure
from gklint.model.ledger import Ledger
from gklint.model.statement import Mention
from gklint.start.patterns import lazy

SHORTEST = 4
"""Characters of a label that is more than a general word (其他, 总计)."""
NUMBERING = lazy(r"^(?:[一二三四五六七八九十]+[、.]|[(（][一二三四五六七八九十\d]+[)）]|\d+[、.)]|其中:?)+")
ENDING = lazy(r"(?:总数量?|件数|条数|次数|人数|数量|数|情况)$")


class Labels:
    """The rows of all sheets by their names."""

    def __init__(self, ledger: Ledger) -> None:
        self._rows: dict[str, set[int]] = defaultdict(set)
        self._paths: dict[int, str] = {}
        for sheet in ledger.sheets:
            for path, row in zip(sheet.row_paths, sheet.figures, strict=True):
                name = _name(path[-1]) if path else ""
                for figure, head in zip(row, sheet.column_paths, strict=True):
                    if figure is not None:
                        self._rows[name].add(figure.id)
                        self._paths[figure.id] = _plain("".join((*path, *head)))

    def named(self, mention: Mention) -> set[int]:
        """The figures of the rows whose whole name ends the words before *mention*, the longest name first."""
        phrase = _name(mention.before)
        for start in range(len(phrase) - SHORTEST + 1):
            if rows := self._rows.get(phrase[start:]):
                return rows
        return set()

    def covered(self, mention: Mention, cells: Sequence[Figure]) -> tuple[int, int]:
        """How many characters of what *mention* counts stand in the labels of *cells*, and how many there are."""
        noun = set(_plain(mention.topic.noun))
        known = {letter for cell in cells for letter in self._paths.get(cell.id, "")}
        return len(noun & known), len(noun)


def _name(text: str) -> str:
    return ENDING.sub("", NUMBERING.sub("", _plain(text)))


def _plain(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).split())
