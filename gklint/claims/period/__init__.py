"""Years and dates that cannot belong to this report: copied paragraphs, old plans, a signature before the year ends."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import field
from itertools import pairwise
from typing import Literal

from gklint.claims.period.dates import Dated, Dates
from gklint.model.claim import Basis, Claim
from gklint.model.document import Heading, Span, Table
from gklint.model.figure import mark
from gklint.model.ledger import Ledger
from gklint.model.numeral import Misprint
from gklint.model.relation import Order, Relation, Required, Same
from gklint.model.rule import Rule
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

Sort = Literal[
    "years", "whole-year", "signed", "deadline", "after", "cited", "basis", "opening", "plan", "own-year", "lost"
]


@dataclass(frozen=True, slots=True)
class Find:
    """
    *sort* is what is compared with what. *title* are words that the title of a report must
    have for the rule to speak of it, *words* what else the rule looks for, by role.
    """

    sort: Sort
    title: tuple[str, ...] = ()
    words: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """What holds between years is a Same or an Order; what does not is told as it is printed (Required)."""
    dates = Dates(ledger)
    for rule in rules:
        if isinstance(rule.find, Find) and _speaks_of(dates, rule.find):
            for relation in FINDERS[rule.find.sort](dates, rule.find.words):
                yield Claim(rule, relation, Basis.DECLARED)


def _speaks_of(dates: Dates, find: Find) -> bool:
    if not find.title:
        return True
    title = dates.title
    return title is not None and any(word in dates.text(title.block) for word in find.title)


Words = Mapping[str, tuple[str, ...]]


def _years(dates: Dates, words: Words) -> Iterator[Relation]:
    """D1: the year of the title, of the period, and of the annexed table are one."""
    title = dates.title
    if title is None:
        return
    sheets: list[Dated] = []
    for block, item in enumerate(dates.ledger.document.blocks):
        if isinstance(item, Table) or block == title.block:
            continue
        if period := _period(dates, block, words):
            yield Same((title.year, *(date.year for date in period)))
        elif len(item.text) <= _SHORT and any(word in item.text for word in words["sheet"]):
            sheets += [date for date in dates.within(block, 0, len(item.text))[:1] if date.day.month is None]
    # A web page may list the sheets of other years below its own.
    own = [date for date in sheets if date.day.year == title.day.year]
    yield from (Same((title.year, date.year)) for date in own or sheets[:1])


def _period(dates: Dates, block: int, words: Words) -> Sequence[Dated]:
    """The first and the last day of the period that *block* states."""
    text = dates.text(block)
    at = next((at for word in words["period"] if (at := text.find(word)) >= 0), -1)
    return [date for date in dates.within(block, at, at + _REACH) if date.day.month][:2] if at >= 0 else ()


_SHORT, _REACH, _FRONT = 40, 60, 6


def _whole_year(dates: Dates, words: Words) -> Iterator[Relation]:
    """D2: the period runs from 1 January to 31 December."""
    for block in range(len(dates.ledger.document.blocks)):
        period = _period(dates, block, words)
        whole = [date.day.whole[1:] for date in period if date.day.whole]
        if len(whole) == 2 and whole != [(1, 1), (12, 31)]:
            yield _told(period[1], "统计期限", f"{period[0].raw}—{period[1].raw}")


def _signed(dates: Dates, words: Words) -> Iterator[Relation]:
    """D3: a report of the year is signed after the year."""
    title = dates.title
    for date in (dates.signature, dates.filed):
        if title and date and date.day.year > title.day.year:
            yield Order(title.year, date.year)
        elif title and date:
            yield _told(date, "落款日期", date.raw)


def _deadline(dates: Dates, words: Words) -> Iterator[Relation]:
    """D3: and published by the end of March."""
    month, day = (int(part) for part in words["last-day"][0].split("-"))
    for date in (dates.signature,):
        if dates.title and date and (last := (dates.title.day.year + 1, month, day)) < (date.day.whole or last):
            yield _told(date, "落款日期", date.raw)


def _after(dates: Dates, words: Words) -> Iterator[Relation]:
    """D4: nothing above the signature is later than it, but for what is yet to come."""
    signature = dates.signature
    signed = signature.day.whole if signature else None
    for date in dates.all:
        if signature and signed and date.block < signature.block and date.day.whole and date.day.whole > signed:
            text = "" if date.cell else dates.text(date.block)
            around = text[max(0, date.span.start - 12) : date.span.end + 4]
            # A web page prints the day of its publication below the title.
            is_furniture = date.cell is None and date.block < _FRONT and len(text) <= _REACH and "。" not in text
            if not is_furniture and not any(word in around for word in words["to-come"]):
                yield _told(date, f"落款 {signature.raw}", date.raw)


def _cited(dates: Dates, words: Words) -> Iterator[Relation]:
    """D5: what a report cites was there before it: documents by their number, titles by their year."""
    reference = dates.reference
    if reference is None:
        return
    for date in dates.all:
        if date.cell is None and date is not reference and (date.number or _in_title(dates, date)):
            if date.day.year <= reference.day.year:
                yield Order(date.year, reference.year)
            elif date.number and date.day.year > reference.day.year + 1:
                yield _told(date, f"报告年度 {reference.day.year}", date.raw)


def _in_title(dates: Dates, date: Dated) -> bool:
    head = dates.text(date.block)[: date.span.start]
    return head.rfind("《") > head.rfind("》") and len(head) - head.rfind("《") <= _SHORT


def _basis(dates: Dates, words: Words) -> Iterator[Relation]:
    """D5: a report rests on the plan of its own year, not on that of the year before."""
    title = dates.title
    for date in dates.all:
        if title is None or date.number or date.cell or date.day.year != title.day.year - 1 or date.day.month:
            continue
        text = dates.text(date.block)
        rest = text[date.span.end : date.span.end + _CITED].split("》")[0]
        lead = text[max(0, date.span.start - _LEAD) : date.span.start]
        rests = any(word in rest for word in words["plans"]) and any(word in lead for word in words["bases"])
        if rests and not any(word in lead[-_SHORT:] for word in words["past"]):
            yield _told(date, f"报告年度 {title.day.year}", f"{date.raw}{rest}")


_CITED, _LEAD = 20, 120


def _opening(dates: Dates, words: Words) -> Iterator[Relation]:
    """D7: a paragraph about the reporting year opens with that year."""
    title = dates.title
    if title is None:
        return
    for date in dates.all:
        text = dates.text(date.block)
        if date.cell or date.number or date.span.start > 1 or date.day.month or date.block <= title.block:
            continue
        if len(text) <= _SHORT or isinstance(dates.ledger.document.blocks[date.block], Heading):
            continue
        ahead = text[date.span.end : date.span.end + 24].split("。")[0]
        if date.day.year < title.day.year and _OPENS.match(ahead) and not any(word in ahead for word in words["past"]):
            yield _told(date, f"报告年度 {title.day.year}", date.raw)


_OPENS = lazy(r"\s*(?:度?[，,]|度?(?:我|全|本|共|县|市|区|乡|镇|局|办))")


def _plan(dates: Dates, words: Words) -> Iterator[Relation]:
    """D6: what is planned is planned for the next year."""
    yield from _accounts_and_plans(dates, words)
    title = dates.title
    for date in dates.all:
        if title is None or date.cell or date.number or date.day.month:
            continue
        text = dates.text(date.block)
        in_heading = isinstance(dates.ledger.document.blocks[date.block], Heading)
        ahead = text[date.span.end : date.span.end + _SHORT // 2]
        plans = in_heading and date.block > title.block and any(word in ahead for word in words["plans"])
        intends = date.span.start <= 1 and len(text) > _SHORT and any(word in ahead for word in words["will"])
        plans |= _begins(text, date) and any(lazy(word).search(ahead) for word in words["intends"])
        if not plans and not intends:
            continue
        if date.day.year > title.day.year:
            yield Order(title.year, date.year)
        elif plans:
            yield _told(date, f"报告年度 {title.day.year}", f"{date.raw}{ahead}")


def _begins(text: str, date: Dated) -> bool:
    """Whether *date* opens a sentence."""
    return _before(text, date)[-1:] in ("", "。", "！", "；")


def _before(text: str, date: Dated) -> str:
    """A few characters that end right before *date*."""
    return text[max(0, date.span.start - _NEAR) : date.span.start].rstrip()


_NEAR = 8


def _own_year(dates: Dates, words: Words) -> Iterator[Relation]:
    """What is compared is compared with another year: 比 2026 年预算增加, in the budget of 2026."""
    title = dates.title
    if title is None or any(word in dates.text(title.block) for word in words["apart"]):
        return
    kinds = [kind for kind in words["kinds"] if kind in dates.text(title.block)]
    if len(kinds) != 1:
        return
    behind = lazy(rf"年?度?{kinds[0]}[^，。；,;]{{0,6}}?(?:{'|'.join(words['ways'])})")
    found = []
    for date in dates.all:
        text = dates.text(date.block)
        is_compared = _before(text, date).endswith(words["than"])
        if is_compared and date.day.year == title.day.year and (hit := behind.match(text, date.span.end)):
            found.append((date, hit[0]))
    if found:
        # One slip of a template, however often it is printed.
        first, rest = found[0]
        years = tuple(date.year for date, _ in found)
        yield Required(f"报告年度 {title.day.year}", first.block, years, (f"{first.raw}{rest}",))


def _accounts_and_plans(dates: Dates, words: Words) -> Iterator[Relation]:
    """D6: 2020年决算、2021年预算 side by side: what is planned comes after what is accounted for."""
    for first, second in pairwise(dates.all):
        text = dates.text(first.block)
        gap = text[first.span.end : second.span.start]
        if first.block != second.block or first.cell or first.number or second.number or len(gap) > _REACH // 2:
            continue
        ahead = text[second.span.end : second.span.end + _CITED]
        paired = any(word in gap for word in words["accounts"]) and any(word in ahead for word in words["budgets"])
        if paired and first.day.year < second.day.year:
            yield Order(first.year, second.year)


def _lost(dates: Dates, words: Words) -> Iterator[Relation]:
    """D8: a date that lost a character (20231月)."""
    for block, cell, other in dates.ledger.others:
        if isinstance(other, Misprint) and _LOST.search(other.raw):
            figure = mark(block, Span(other.start, other.end), other.raw, None, cell)
            yield Required(other.raw, block, (figure,))


_LOST = lazy(r"(?:19|20|１９|２０)[0-9０-９]{3,4}\s*[年月号]")


def _told(date: Dated, element: str, detail: str) -> Required:
    """*detail* is what stands printed where *element* should be."""
    return Required(element, date.block, (date.year,), (detail,))


FINDERS: dict[Sort, Callable[[Dates, Words], Iterator[Relation]]] = {
    "years": _years,
    "whole-year": _whole_year,
    "signed": _signed,
    "deadline": _deadline,
    "after": _after,
    "cited": _cited,
    "basis": _basis,
    "opening": _opening,
    "plan": _plan,
    "own-year": _own_year,
    "lost": _lost,
}
