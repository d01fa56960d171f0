"""Counts with the list beside them, as Count relations: only those whose ends are clear, or that just fit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from gklint.claims.listing import names as _names
from gklint.claims.listing.names import Names
from gklint.claims.listing.runs import Run
from gklint.claims.share.running import any_of
from gklint.model.document import Heading, Span, Table
from gklint.model.figure import Figure, mark
from gklint.model.interval import Interval
from gklint.model.ledger import Ledger
from gklint.model.numeral import Measure
from gklint.model.relation import Count
from gklint.model.statement import Mention, Sentence
from gklint.numbers.chinese import chinese
from gklint.numbers.printed import Printed
from gklint.start.patterns import lazy

Words = Mapping[str, tuple[str, ...]]
MOST = 30
"""Longer lists are not written out; the number before them counts something else."""


def beside_counts(ledger: Ledger, words: Words) -> Iterator[Count]:
    """Lists right before or right behind their count, in one block."""
    by_block: dict[int, list[Mention]] = defaultdict(list)
    for sentence in ledger.sentences:
        by_block[sentence.block].extend(sentence.mentions)
    for block, mentions in by_block.items():
        text = _text(ledger, block)
        for index, mention in enumerate(mentions):
            following = mentions[index + 1].start if index + 1 < len(mentions) else len(text)
            if _counts_names(mention.figure):
                yield from _beside(ledger, block, mention, following, words)
    yield from _quoted_counts(ledger, words)


def _counts_names(figure: Figure) -> bool:
    numeral = figure.numeral
    return numeral is not None and numeral.unit.measure is Measure.COUNT and numeral.value > 1


def _beside(ledger: Ledger, block: int, mention: Mention, following: int, words: Words) -> Iterator[Count]:
    text, figure = _text(ledger, block), mention.figure
    value = figure.numeral.value if figure.numeral else 0
    if (start := _opened(text, mention.end, words)) is not None:
        found = _names.after(text, start, goes_on=words["going-on"])
        # Parts with figures of their own are a sum, not a list of names.
        if found and found.readings[0][-1].end <= following and (value <= MOST or found.open):
            told = not text.endswith(words["containing"], 0, start) or found.open
            if counted := _fitting(block, text, figure, replace(found, clear=found.clear and told)):
                yield counted
            return
    if counted := _over_noun(block, text, mention, words):
        yield counted
        return
    goes_on = text.endswith(_GOING_ON, 0, mention.start)
    if not goes_on and (value > MOST or not _names_kind(text, mention, words)):
        return
    previous = _names.before(text, mention.start, openers=words["openers"], verbs=words["verbs"])
    if previous and (counted := _fitting(block, text, figure, previous, near=not previous.open)):
        yield counted


_GOING_ON = ("等", "等 ")


def _over_noun(block: int, text: str, mention: Mention, words: Words) -> Count | None:
    """《甲》《乙》讲座两期, 甲、乙等项目12个: a noun stands between list and count. Too loose for more than a fit."""
    hit = _NOUN_BEFORE.search(text, max(0, mention.start - 16), mention.start)
    numeral = mention.figure.numeral
    if hit is None or numeral is None or numeral.value > _MOST_NAMED:
        return None
    if any(word in hit["noun"] for word in words["contents"]):
        return None
    found = _names.before(text, hit.start("noun"), openers=words["openers"], verbs=words["verbs"])
    if found is None or not (found.open or text[hit.start("noun") - 1] in _names.PAIRS):
        return None
    return _fitting(block, text, mention.figure, replace(found, clear=False))


_NOUN_BEFORE = lazy(r"(?<=[等》”])\s*(?P<noun>[\u4e00-\u9fffA-Za-z ]{2,8}?)\s*\Z")
_MOST_NAMED = 99


def _opened(text: str, end: int, words: Words) -> int | None:
    """Where a list begins that the words behind a count announce: 3项制度：, 三个平台（, 五类，即."""
    hit = _NOUN.match(text, end)
    at = hit.end() if hit else end
    if not text.startswith(words["announcing"], at):
        return None
    word = next(word for word in words["announcing"] if text.startswith(word, at))
    # 两个问题：一是…二是…: marks count themselves (``points``).
    return None if _MARKED.match(text, at + len(word)) else at + len(word)


_MARKED = lazy(
    r"[\s*]*(?:[一二三四五六七八九十]{1,2}\s*是|[（(][一二三四五六七八九十\d]{1,2}[）)]|\d[.．、](?!\d)|[①②③])"
)


_NOUN = lazy(r"[^，。；：:、（(）)《“”！？\n0-9]{0,12}?(?=[：:（(，,]|即|分别是|分别为|依次为|主要包括|包括)")


def _names_kind(text: str, mention: Mention, words: Words) -> bool:
    """Whether the number counts kinds of things (三项制度, 6大版块), not copies or acts (500份, 3次)."""
    numeral = mention.figure.numeral
    if numeral is None or not numeral.raw.rstrip().endswith(words["kinds"]):
        return False
    return bool(_KIND_NOUN.match(text, mention.end)) or numeral.raw.endswith(words["nouns"])


_KIND_NOUN = lazy(r"\s*[\u4e00-\u9fff“]{2}")


def _fitting(block: int, text: str, figure: Figure, names: Names, *, near: bool = False) -> Count | None:
    """
    The claim that *figure* counts *names*: in the reading that fits it, else, if the list is clear, as it stands.
    *near*: a count that is far from the number of names is about something else.
    """
    if figure.numeral is None:
        return None
    value = int(figure.numeral.value)
    bounds = figure.numeral.bounds
    fits = next((reading for reading in names.readings if _admits(bounds, len(reading), closed=not names.open)), None)
    if fits is None:
        misses = [abs(len(reading) - value) for reading in names.readings]
        if not names.clear or (near and min(misses) > NEAR):
            return None
        fits = names.readings[misses.index(min(misses))]
    if len(fits) < 2:
        return None
    marks = tuple(mark(block, span, text[span.start : span.end]) for span in fits)
    # What is claimed only where it fits would not be told if it did not: it is no more than a bound.
    is_sure = names.clear or not _admits(bounds, len(fits), closed=True)
    return Count(figure, marks, closed=not names.open and is_sure)


def _admits(bounds: Interval, number: int, *, closed: bool) -> bool:
    """Whether *number* names can be so many; 等 stands after a complete list as well."""
    return number in bounds if closed else not Interval.point(number).exceeds(bounds)


NEAR = 1
"""A list without announcing word is off by one name at most: 两个平台 named as three is a slip, 15个站点 is not."""

_QUOTED_COUNT = lazy(
    r"[“\"](?P<count>[二两三四五六七八九十])(?P<kind>(?:(?![一二两三四五六七八九十])[\u4e00-\u9fff]){1,4})[”\"]"
)


def _quoted_counts(ledger: Ledger, words: Words) -> Iterator[Count]:
    """“五公开”即：…, and 决策、执行…结果“五公开”: short names that count what they stand for."""
    for block, item in enumerate(ledger.document.blocks):
        if isinstance(item, Table) or "“" not in item.text:
            continue
        text = item.text
        for hit in _QUOTED_COUNT.finditer(text):
            number = chinese(hit["count"])
            if not isinstance(number, Printed):
                continue
            figure = mark(block, Span(hit.start("count"), hit.end("kind")), hit[0][1:-1], int(number.value))
            if (start := _opened(text, hit.end(), words)) is not None:
                found = _names.after(text, start, goes_on=words["going-on"])
            else:
                found = _names.before(text, hit.start(), openers=words["openers"], verbs=words["verbs"])
            if found is None or found.open:
                continue
            if counted := _fitting(block, text, figure, Names(found.readings, found.open, False)):
                yield counted


def points(ledger: Ledger, lists: Sequence[Run], words: Words) -> Iterator[Count]:
    """以下四个方面 with the 一是…四是 that follow it, in its own block or in the next."""
    opening = {(run.marks[0].block, run.marks[0].span.start): run for run in lists if len(run.marks) > 1}
    by_block: dict[int, list[tuple[int, Run]]] = defaultdict(list)
    for (block, start), opened in opening.items():
        by_block[block].append((start, opened))
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            if _announces_points(mention, words) and (run := _next(ledger, sentence, mention, by_block)):
                yield Count(mention.figure, run.marks, closed=True)


def _announces_points(mention: Mention, words: Words) -> bool:
    numeral = mention.figure.numeral
    if numeral is None or not 1 < numeral.value <= MOST or numeral.approximators:
        return False
    if numeral.unit.measure is not Measure.COUNT or mention.lead.rstrip().endswith("等"):
        return False
    told = mention.lead.rstrip().endswith(words["following"])
    return told and (mention.tail.lstrip().startswith(words["points"]) or numeral.raw.endswith(words["points"]))


def _next(
    ledger: Ledger, sentence: Sentence, mention: Mention, by_block: Mapping[int, list[tuple[int, Run]]]
) -> Run | None:
    """The list that opens next to *mention*, if nothing but the rest of its sentence stands between."""
    text = _text(ledger, sentence.block)
    behind = next(((start, run) for start, run in by_block.get(sentence.block, ()) if start > mention.end), None)
    if behind:
        return behind[1] if _BETWEEN.fullmatch(text, mention.end, behind[0]) else None
    rest = text[mention.end :]
    below = by_block.get(sentence.block + 1, ())
    return below[0][1] if below and below[0][0] <= 2 and _BETWEEN.fullmatch(rest) else None


_BETWEEN = lazy(r"[^。；！？\n]{0,40}[。：:；]?[\s*“（(]*")

_LEVELS = lazy(
    r"(?P<list>(?:(?:自治区|街道|社区|[国省市州县区旗乡镇村])(?:[（(][^（）()]{1,6}[）)])?(?:[、和]|(?=[两二三四五]级)|)){2,6})"
    r"(?P<count>[两二三四五])(?:级|个层级)"
)
_LEVEL = lazy(r"(?P<name>自治区|街道|社区|[国省市州县区旗乡镇村])(?:[（(][^（）()]{1,6}[）)])?")


def levels(ledger: Ledger) -> Iterator[Count]:
    """县乡村三级, 市、县（区）两级: levels of government written one by one; told only where separators part them."""
    for block, item in enumerate(ledger.document.blocks):
        if isinstance(item, Table) or "级" not in item.text:
            continue
        for hit in _LEVELS.finditer(item.text):
            number = chinese(hit["count"])
            spans = [Span(*name.span("name")) for name in _LEVEL.finditer(item.text, *hit.span("list"))]
            if not isinstance(number, Printed) or len(spans) < 2:
                continue
            parted = hit["list"].count("、") + hit["list"].count("和") == len(spans) - 1
            if len(spans) == number.value or parted:
                whole = Span(hit.start("count"), hit.end())
                stated = mark(block, whole, item.text[whole.start : whole.end], int(number.value))
                names = tuple(mark(block, span, item.text[span.start : span.end]) for span in spans)
                yield Count(stated, names, closed=True)


def parts(ledger: Ledger, lists: Sequence[Run], words: Words) -> Iterator[Count]:
    """The parts that the front of a report announces, by number or by name, against its numbered headings."""
    for sentence in ledger.sentences:
        at = next((at for word in words["whole"] if (at := sentence.text.find(word)) >= 0), -1)
        if at < 0:
            continue
        headings = next((run for run in lists if run.style == "section" and run.marks[0].block > sentence.block), None)
        if headings is None:
            continue
        stated = next((m for m in sentence.mentions if m.tail.lstrip().startswith(words["parts"])), None)
        if stated:
            if stated.start - sentence.span.start > at:
                yield Count(stated.figure, _counted(ledger, stated, headings, words["annex"]), closed=True)
            return
        front = sentence.text[: at + _NEAR_WHOLE]
        opener = next((word for word in words["consisting"] if front.find(word, at) >= 0), None)
        if opener is None:
            continue
        start = sentence.span.start + sentence.text.find(opener, at) + len(opener)
        text = _text(ledger, sentence.block)
        found = _names.after(text, start, goes_on=())
        reading = found.counting(len(headings.marks)) if found else None
        if reading and len(reading) > 1:
            names = tuple(mark(sentence.block, span, text[span.start : span.end]) for span in reading)
            yield Count(headings.marks[-1], names, closed=True)
        return


def _counted(ledger: Ledger, stated: Mention, headings: Run, annex: tuple[str, ...]) -> tuple[Figure, ...]:
    """The numbered *headings*, with the annexes behind them where these are counted as parts as well."""
    last = headings.marks[-1].block
    blocks = enumerate(ledger.document.blocks[last + 1 :], last + 1)
    annexes = tuple(
        mark(index, Span(0, len(block.text)), block.text)
        for index, block in blocks
        if isinstance(block, Heading) and any_of(annex).search(block.text.strip())
    )
    together = headings.marks + annexes
    is_all = stated.figure.numeral is not None and stated.figure.numeral.value == len(together)
    return together if is_all else headings.marks


_NEAR_WHOLE = 8


def _text(ledger: Ledger, block: int) -> str:
    item = ledger.document.blocks[block]
    return "" if isinstance(item, Table) else item.text
