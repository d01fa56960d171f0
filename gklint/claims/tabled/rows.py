"""The figures of all tables by the names of their rows, as sentences use those names."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator

from gklint.model.document import Table
from gklint.model.figure import Figure
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

SHORTEST = 4
"""Characters of a name that is more than a general word."""
LONGEST = 40
NEAR = 3
NUMBERING = lazy(r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.)]|其中:?|[(（]?\d+[)）])+")
KIND = lazy(r"\((?:类|款|项|单位:?[^)]*|[万亿]?元)\)")
TITLE = lazy(r"^(?:(?:19|20)\d\d年度?)?(?:本?部门|本?单位)?(?P<core>.{2,}?)(?:决算|预算)?(?:总|明细|情况|统计)?表$")
TOTAL = lazy(r"总计|合计|共计|grandtotal|total")
LONG = 6
"""Characters of a title that says alone which total is meant: 财政拨款支出, not 支出."""
SETTING = lazy(r"(?:(?:19|20)\d\d年度?|本年度?|全年|共|其中|[局厅委办处会府校院心门位县市区镇乡司]|\((?:类|款)\))$")
"""What may stand before a name: a time, the unit's own name, the name of the group that it belongs to."""
YEAR = lazy(r"(?:19|20)\d\d年")
WORD = lazy(r"[^\W\d_]{2}")
GENERAL = frozenset({"本年收入", "本年支出", "基本支出", "项目支出", "其他支出", "其他收入", "本年实际", "上年实际"})
"""Names of that length that many tables have for many things."""


@dataclass(frozen=True, slots=True)
class Said:
    """The *cells* of the rows named *label*; *explicit* if the sentence adds year or unit to the name."""

    label: str
    cells: tuple[Figure, ...]
    explicit: bool


class Rows:
    """The index; empty where no table has a usable name."""

    def __init__(self, ledger: Ledger) -> None:
        formal = {number for match in ledger.tables for number in match.sheets}
        self._cells: dict[str, list[Figure]] = defaultdict(list)
        for sheet in ledger.sheets:
            if sheet.number not in formal:
                title = _title(ledger, sheet)
                for name, figure in _named(sheet):
                    for key in _keys(name, title):
                        self._cells[key].append(figure)

    def __bool__(self) -> bool:
        return bool(self._cells)

    def named(self, text: str) -> Said | None:
        """What the words that end *text* name: the longest name, with nothing but its setting before it."""
        text = KIND.sub(lambda kind: kind[0] if kind[0] != "(项)" else "", plain(text)).rstrip('”"')
        for start in range(max(0, len(text) - LONGEST), len(text) - SHORTEST + 1):
            cells = self._cells.get(text[start:])
            if cells:
                before = text[:start].rstrip('“"')
                if before and not SETTING.search(NUMBERING.sub("", before) or "共"):
                    return None
                return Said(text[start:], tuple(cells), explicit=bool(YEAR.search(before)))
        return None

    def exactly(self, phrase: str) -> Said | None:
        """What a phrase of several words names."""
        key = plain(phrase)
        cells = self._cells.get(key) if " " in phrase.strip() else None
        return Said(phrase.strip(), tuple(cells), explicit=False) if cells else None


def plain(text: str) -> str:
    """*text* as names are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def _keys(name: str, title: str) -> Iterator[str]:
    """*name* as sentences use it; a total goes by the title of its table."""
    bare = KIND.sub("", NUMBERING.sub("", plain(name))).strip(":;,。")
    if TOTAL.fullmatch(bare):
        if title:
            yield title + bare
        if len(title) >= LONG:
            yield title
    elif len(bare) >= SHORTEST and bare not in GENERAL:
        yield bare


def _named(sheet: Sheet) -> Iterator[tuple[str, Figure]]:
    """Each figure of *sheet* with the nearest words to its left."""
    for number, row in enumerate(sheet.figures):
        if number < sheet.header_rows:
            continue
        name = ""
        seen = None
        for column, figure in enumerate(row):
            cell = sheet.table.grid[number][column]
            if cell is None or cell is seen:
                continue
            seen = cell
            if figure is None or figure.numeral is None:
                name = cell.text if WORD.search(cell.text) else name
            elif name:
                yield name, figure


def _title(ledger: Ledger, sheet: Sheet) -> str:
    """What the table is about, by the text above it that ends with 表; without the words for such tables."""
    for index in range(sheet.block - 1, max(-1, sheet.block - 1 - NEAR), -1):
        block = ledger.document.blocks[index]
        if isinstance(block, Table):
            return ""
        if hit := TITLE.match(plain(block.text)):
            return hit["core"]
    return ""
