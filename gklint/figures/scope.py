"""What the whole report is about: the unit that reports and the year, as its title and 统计期限 say."""

from __future__ import annotations

import re
from dataclasses import replace

from gklint.model.document import Document, Heading, Table
from gklint.model.ledger import Ledger
from gklint.start.patterns import lazy

TITLE_BLOCKS = 8
"""Blocks at the beginning among which a title is looked for."""
LONGEST_TITLE = 60
YEAR = r"(?P<year>(?:19|20|１９|２０)[0-9０-９]{2}|[一二三四五六七八九][〇○零一二三四五六七八九]{3})\s*年"
TITLED = lazy(
    rf"(?P<subject>[^，。；：、]*?)(?:关于)?\s*{YEAR}度?"
    r"(?P<after>(?!政府|政务|部门|单位|工作|年度)[^，。；：、\s]{2,24}?(?=政府信息公开|政务公开|部门[决预]算|单位[决预]算|工作))?"
    r"[^，。；：]*?(?:年度报|报告|年报|总结|决算|预算|统计表)"
)
PERIOD = lazy(rf"(?:期限|时间|周期|自).{{0,12}}?{YEAR}\s*[1１]\s*月\s*[1１]\s*日.{{0,16}}?(?:12|１２)\s*月", re.DOTALL)
DIGITS = str.maketrans("〇○零一二三四五六七八九", "000123456789")
SUBJECT_END = lazy(r"[《（(\s]+$")


def scope(ledger: Ledger) -> Ledger:
    """*ledger* with its subject and year, None for what neither title nor period tells."""
    subject, year = _titled(ledger.document)
    return replace(ledger, subject=subject, year=year or _period(ledger.document))


def _titled(document: Document) -> tuple[str | None, int | None]:
    """
    From the first short text that reads like a title; the unit stands before the year, behind it (2021年某县工作总结)
    or on the line above.
    """
    above = ""
    for block in document.blocks[:TITLE_BLOCKS]:
        if isinstance(block, Table) or len(block.text) > LONGEST_TITLE or "。" in block.text:
            above = ""
            continue
        if title := TITLED.search(block.text):
            subject = SUBJECT_END.sub("", "".join((title["subject"] or title["after"] or above).split()))
            return subject or None, _number(title["year"])
        above = block.text if isinstance(block, Heading) or len(block.text) <= LONGEST_TITLE // 2 else ""
    return None, None


def _period(document: Document) -> int | None:
    """The year of 统计期限：Y年1月1日至12月31日."""
    for block in document.blocks:
        if not isinstance(block, Table) and (period := PERIOD.search(block.text)):
            return _number(period["year"])
    return None


def _number(year: str) -> int:
    # int reads full-width digits as well.
    return int(year.translate(DIGITS))
