"""The noun phrases next to a figure, and what they say it counts."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from gklint.figures import _vocabulary as vocabulary
from gklint.figures._setting import Setting
from gklint.model.statement import Mention, Period, Scope, Topic

LONGEST = 24
"""Characters of a noun phrase in Chinese; what stands farther away names something else."""
LONGEST_LATIN = 60


class BlockWords:
    """The words around the mentions of one block (``model.statement.Words``)."""

    __slots__ = ("_setting", "_text")

    def __init__(self, text: str, setting: Setting) -> None:
        self._text = text
        self._setting = setting

    def before(self, mention: Mention) -> str:
        return before(mention.lead)

    def after(self, mention: Mention) -> str:
        return after(mention.tail)

    def topic(self, mention: Mention) -> Topic:
        unit = self._text[mention.figure.span.end : mention.end].strip()
        if unit.isascii() and len(unit) > SHORTEST_ENGLISH_UNIT and not mention.figure.raw.endswith("%"):
            return _english_topic(unit, mention)
        found = topic(mention.before, mention.after, unit)
        if found.acts or "、" not in mention.lead:
            return found
        # 办理市、县信件966件: the act stands before the list that ends in the noun.
        clause = vocabulary.CLAUSE_END.split(mention.lead)[-1]
        return Topic(found.noun, _topic(clause).acts)

    def scope(self, mention: Mention) -> Scope:
        return self._setting.scope(mention)

    def period(self, mention: Mention) -> Period:
        return self._setting.period(mention)


@lru_cache(maxsize=4096)
def before(lead: str) -> str:
    """The noun phrase at the end of *lead*: ``其中，全县公开信息共`` → ``公开信息``."""
    text = _without_note(lead.rstrip())
    cut = 0
    for hit in vocabulary.BREAK.finditer(text):
        cut = hit.end()
    text = text[cut:]
    if name := vocabulary.NAMED.match(text):
        text = text[name.end() :]
    text = vocabulary.SETTING.sub(" ", text)
    if _is_latin(text):
        words = vocabulary.ENGLISH_FUNCTION.split(text.strip())
        return next((word.strip() for word in reversed(words) if word.strip()), "")[-LONGEST_LATIN:]
    text = _without(vocabulary.LEADING_PATTERN.match(text), text)
    return _without(vocabulary.TRAILING_PATTERN.search(text), text).strip()[-LONGEST:]


@lru_cache(maxsize=4096)
def after(tail: str) -> str:
    """The noun phrase at the beginning of *tail*: ``专职人员，负责…`` → ``专职人员``."""
    text = tail.lstrip()
    if "（" in text or "(" in text:
        text = vocabulary.SHORT_NOTE.sub(r"\1", text)
    if hit := vocabulary.BREAK.search(text):
        text = text[: hit.start()]
    if _is_latin(text):
        return vocabulary.ENGLISH_FUNCTION.split(text, maxsplit=1)[0].strip()[:LONGEST_LATIN]
    if hit := vocabulary.AFTER_STOP.search(text):
        text = text[: hit.start()]
    return text.strip()[:LONGEST]


SHORTEST_ENGLISH_UNIT = 3


def _english_topic(unit: str, mention: Mention) -> Topic:
    """English counts the noun that follows the number, which is read as its unit; the acts stand on either side."""
    lead = vocabulary.CLAUSE_END.split(mention.lead)[-1]
    tail = vocabulary.CLAUSE_END.split(mention.tail, maxsplit=1)[0]
    return Topic(_topic(unit).noun, _topic(f"{lead} {tail[:LONGEST_LATIN]}").acts)


def topic(phrase_before: str, phrase_after: str, unit: str) -> Topic:
    """
    What is counted: by the noun behind the figure (3名 专职人员), with the acts on both sides; else by the noun before
    it, else by a unit that is a noun (33个部门).
    """
    if body := vocabulary.BODY.match(phrase_after):
        return Topic(_topic(body[0]).noun)
    ahead, behind = _topic(phrase_before), _topic(phrase_after)
    for found in (behind, ahead, _topic(unit if len(unit.strip()) > 1 else "")):
        if found.noun:
            return Topic(found.noun, tuple(sorted({*ahead.acts, *behind.acts})))
    return Topic("", ahead.acts or behind.acts)


@lru_cache(maxsize=4096)
def _topic(phrase: str) -> Topic:
    text = unicodedata.normalize("NFKC", phrase).casefold()
    acts = {vocabulary.ACT_OF[hit["zh"] or hit["en"]] for hit in vocabulary.ACT.finditer(text) if not hit["kept"]}
    text = vocabulary.ACT.sub(lambda hit: hit["kept"] or "", text)
    filling = vocabulary.FILLING_EN if _is_latin(text) else vocabulary.FILLING
    text = filling.sub(" " if filling is vocabulary.FILLING_EN else "", text).strip()
    return Topic(text, tuple(sorted(acts)))


def _without(hit: re.Match[str] | None, text: str) -> str:
    return text[: hit.start()] + text[hit.end() :] if hit else text


def _without_note(text: str) -> str:
    """*text* without a bracket at its end: ``处罚信息（含简易程序）`` → ``处罚信息``."""
    if text.endswith(("）", ")")):
        start = max(text.rfind("（"), text.rfind("("))
        return text[:start].rstrip() if start >= 0 else text
    return text


def _is_latin(text: str) -> bool:
    return text.isascii() and any(letter.isalpha() for letter in text)
