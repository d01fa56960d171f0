"""
Digits that name something and are never compared: numbers of documents, ordinals, contacts, codes, names.

The tables are read in a fixed order; each is keyed by a character next to the digits, so that a plain
figure costs no look-up here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from gklint.model.numeral import Identifier, Kind, Misprint
from gklint.numbers import periods
from gklint.numbers.names import FOLLOWERS, HOTLINE_WORDS, HOTLINES, NAMES, WORD_PARTS
from gklint.numbers.script import BLANK, DIGITS, is_latin, skip_blanks, skip_blanks_back
from gklint.start.patterns import lazy

_D = f"[{DIGITS}]"
_B = f"{BLANK}{{0,3}}"

_DOCUMENT = lazy(
    rf"[〔\[【﹝（(［]{_B}(?:19|20|１９|２０){_D}{{2}}{_B}年?{_B}[〕\]】﹞）)］]{_B}第?{_B}{_D}+"
    rf"(?:{_B}[、—\-－至]{_B}{_D}+)*(?:{_B}号)?"
)
_LOST_BRACKET = lazy(rf"[〔\[【﹝［]{_B}(?:19|20){_D}{{3,}}{_B}号")
_ORDINAL = lazy(rf"第{_B}{_D}+(?:\.{_D}+)?(?:{_B}(?:[、和及至到~～\-－–—]){_B}第?{_B}{_D}+)*")
_PAGE = lazy(rf"(?:(?<={BLANK})|^)[-－–—]{{1,2}}{_B}{_D}{{1,4}}{_B}[-－–—]{{1,2}}(?={BLANK}|$)", re.MULTILINE)

BEFORE_DIGITS: Mapping[str, tuple[tuple[re.Pattern[str], Kind | None], ...]] = {
    # character before the digits (blanks apart) → shapes that start with it; None: a misprint
    **dict.fromkeys("〔[【﹝（(［", ((_DOCUMENT, Kind.DOCUMENT), (_LOST_BRACKET, None))),
    "第": ((_ORDINAL, Kind.ORDINAL),),
    **dict.fromkeys("-－–—", ((_PAGE, Kind.PAGE),)),
}

_BY = "[×xX✕＊*]"
_CHAIN = lazy(rf"{_D}+(?:[.]{_D}+)?(?:{_B}{_BY}{_B}{_D}+(?:[.]{_D}+)?)+(?:个?小时)?")
_RATIO = lazy(rf"{_D}+(?:\.{_D}+)?[:：∶]{_D}+(?:\.{_D}+)?(?:[:：∶]{_D}+(?:\.{_D}+)?)*")
_PHONE = lazy(
    rf"(?:[（(]?[0０]{_D}{{2,3}}[)）]?{_B}[-－–—]{{0,2}}{_B}{_D}{{7,8}}|[48]00[-－ ]?{_D}{{3,4}}[-－ ]?{_D}{{3,4}})"
    rf"(?:{_B}(?:[-－–—转]|\s){_B}{_D}{{1,6}})?(?!{_D})"
)
_HYPHENS = lazy(rf"{_D}+(?:[-－–—/]{_D}+)+")

AFTER_DIGITS: Mapping[str, tuple[tuple[re.Pattern[str], Kind], ...]] = {
    # first character behind the digits (blanks apart) → shapes that start with them
    **dict.fromkeys("×xX✕＊*", ((_CHAIN, Kind.CODE),)),
    **dict.fromkeys(":：∶", ((_RATIO, Kind.CODE),)),
    **dict.fromkeys("-－–—)）0０1１2２3３4４5５6６7７8８9９", ((_PHONE, Kind.CONTACT),)),
}


def word_part(text: str, start: int) -> bool:
    """Whether the Chinese digit at *start* belongs to the word before it."""
    return start > 0 and text[start - 1] in WORD_PARTS.get(text[start], "")


def shaped(text: str, start: int, end: int, floor: int) -> Identifier | Misprint | None:
    """The name, date or code that the digits from *start* to *end* are part of, by its shape alone."""
    before = skip_blanks_back(text, start)
    after = skip_blanks(text, end)
    ahead = text[after : after + 1]
    if before > floor and text[before - 1] in BEFORE_DIGITS:
        begin = before - 1
        while begin > floor and text[begin] in "-－–—" and text[begin - 1] in "-－–—" and before - begin < 3:
            begin -= 1
        for pattern, kind in BEFORE_DIGITS[text[before - 1]]:
            if hit := pattern.match(text, begin):
                return Identifier(begin, hit.end(), hit[0], kind) if kind else Misprint(begin, hit.end(), hit[0])
    if ahead in "年月" and ahead and end - start in (5, 6) and (hit := periods.LOST_YEAR.match(text, start)):
        return Misprint(start, hit.end(), hit[0])
    if ahead in periods.AFTER_DIGITS and (hit := periods.AFTER_DIGITS[ahead].match(text, start)) and hit.end() >= end:
        return Identifier(start, hit.end(), hit[0], Kind.DATE)
    for pattern, kind in AFTER_DIGITS.get(ahead, ()):
        if (hit := pattern.match(text, start)) and hit.end() > end:
            return Identifier(start, hit.end(), hit[0], kind)
    return None


def followed(text: str, start: int, end: int) -> Identifier | None:
    """The name that the word behind the number makes of it: 711号令, 十三届."""
    at = skip_blanks(text, end)
    found = FOLLOWERS.starting(text, at)
    if found is None or found[1] is None:
        return None
    return Identifier(start, at + len(found[0]), text[start : at + len(found[0])], found[1])


def named(text: str, start: int, end: int) -> Identifier | None:
    """The name or idiom that starts with the number: 24小时, 一条龙."""
    if end - start == 5 and text[start:end] in HOTLINES:
        return Identifier(start, end, text[start:end], Kind.NAME) if text.startswith(HOTLINE_WORDS, end) else None
    found = NAMES.starting(text, start)
    if found is None or found[1] is None or start + len(found[0]) < end:
        return None
    stop = start + len(found[0])
    return Identifier(start, stop, text[start:stop], found[1])


_TOKEN = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ._%+-@:/?=&#~"
_LONGEST_TOKEN = 200
_ADDRESS = lazy(r"(?:https?|ftp)://[!-~]*|www\.[!-~]*|[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]+")
_HOST = lazy(
    r"[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.(?:cn|com|org|net|gov|edu|html?|aspx?|shtml|jpg|png|pdf|docx?)(?![A-Za-z])[!-~]*"
)
_CODE = lazy(r"[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*")


def glued(text: str, start: int, end: int, floor: int) -> Identifier | None:
    """
    The address or code that the digits stand in, if Latin letters or the marks of addresses are glued to them.

    Letters behind the digits that are a unit (5km) are the caller's to try first. Looks back by a fixed length only,
    so that a text of nothing but letters and digits is still read in linear time.
    """
    head = text[max(floor, start - _LONGEST_TOKEN) : start]
    begin = start - (len(head) - len(head.rstrip(_TOKEN)))
    for pattern in (_ADDRESS, _HOST):
        hit = pattern.search(text, begin, min(len(text), end + 2 * _LONGEST_TOKEN))
        if hit and hit.start() <= start < hit.end():
            stop = max(end, hit.end())
            return Identifier(hit.start(), stop, text[hit.start() : stop], Kind.CONTACT)
    if (start > floor and is_latin(text[start - 1])) or (end < len(text) and is_latin(text[end])):
        while start > floor and (is_latin(text[start - 1]) or text[start - 1] in "-_/") and start > begin:
            start -= 1
        start += len(text[start:end]) - len(text[start:end].lstrip("-_/"))
        hit = _CODE.match(text, start, min(len(text), end + _LONGEST_TOKEN))
        stop = max(end, hit.end()) if hit else end
        return Identifier(start, stop, text[start:stop], Kind.CODE)
    return None
