"""Names as rows of tables print them and as sentences use them."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from gklint.model.document import Table
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy

SHORTEST = 4
"""Characters of a name that is more than a general word."""
LONG = 6
"""Characters of a title that says alone which total is meant: 财政拨款支出, not 支出."""
NEAR = 3
"""Blocks before a table in which its title stands."""
NUMBERING = lazy(
    r"^(?:[一二三四五六七八九十]+[、.]|\([一二三四五六七八九十\d]+\)|\d+[、.)]|[①-⑳]|其中:?|[(（]?\d+[)）])+"
)
KIND = lazy(r"\((?:\d*[类款项]|单位:?[^)]*|[万亿]?元)\)")
TITLE = lazy(r"^(?:(?:19|20)\d\d年度?)?(?:本?部门|本?单位)?(?P<core>.{2,}?)(?:决算|预算)?(?:总|明细|情况|统计)?表$")
TOTAL = lazy(r"总计|合计|共计|grandtotal|total")
ENDING = lazy(r"(?:合计|小计|总计|总数|总额|数量|数)$")
CODE = lazy(r"编码|代码|编号|序号|行次")
"""Heads of columns whose numbers are names."""


def plain(text: str) -> str:
    """*text* as names are compared."""
    return "".join(unicodedata.normalize("NFKC", text).split()).casefold()


def bare(label: str) -> str:
    """The *label* of a row or column without its number, kind and marks."""
    return KIND.sub("", NUMBERING.sub("", plain(label))).strip(":;,。")


def keys(label: str) -> Iterator[str]:
    """What sentences call what is labelled *label*: itself, and without the word for a sum."""
    name = bare(label)
    for key in dict.fromkeys((name, ENDING.sub("", name))):
        if len(key) >= SHORTEST and not TOTAL.fullmatch(key):
            yield key


def title(ledger: Ledger, sheet: Sheet) -> str:
    """What the table is about, by the text above it that ends with 表; without the words for such tables."""
    for index in range(sheet.block - 1, max(-1, sheet.block - 1 - NEAR), -1):
        block = ledger.document.blocks[index]
        if isinstance(block, Table):
            return ""
        if hit := TITLE.match(plain(block.text)):
            return hit["core"]
    return ""
