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
        unit = self._text[mention.figure.span.end : mention.end]
        return topic(mention.before, mention.after, unit)

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
    text = vocabulary.SETTING.sub(" ", text[cut:]).strip()
    text = _trimmed(_bare_end(text), vocabulary.LEADING_PATTERN, None)
    if _is_latin(text):
        return _last_words(vocabulary.ENGLISH_FUNCTION.split(text)[-1])
    return text[-LONGEST:]


@lru_cache(maxsize=4096)
def after(tail: str) -> str:
    """The noun phrase at the beginning of *tail*: ``专职人员，负责…`` → ``专职人员``."""
    text = tail.lstrip()
    if hit := vocabulary.BREAK.search(text):
        text = text[: hit.start()]
    if _is_latin(text):
        pieces = [piece for piece in vocabulary.ENGLISH_FUNCTION.split(text, maxsplit=1)]
        return pieces[0].strip()[:LONGEST_LATIN]
    if hit := vocabulary.AFTER_STOP.search(text):
        text = text[: hit.start()]
    return text.strip()[:LONGEST]


def topic(phrase_before: str, phrase_after: str, unit: str) -> Topic:
    """What is counted: by the noun before the figure, else by the one behind it, else by a unit that is a noun."""
    for phrase in (phrase_before, phrase_after, unit if len(unit) > 1 else ""):
        found = _topic(phrase)
        if found.noun:
            if not found.acts and phrase is not phrase_before:
                return Topic(found.noun, _topic(phrase_before).acts)
            return found
    return Topic("", _topic(phrase_before).acts)


@lru_cache(maxsize=4096)
def _topic(phrase: str) -> Topic:
    text = unicodedata.normalize("NFKC", phrase).casefold()
    acts: list[str] = []
    if not _is_latin(text):
        text = "".join(text.split())
    while True:
        if hit := vocabulary.ACT_FIRST.match(text):
            acts.append(hit["act"])
            text = text[hit.end() :]
        elif (hit := vocabulary.ACT_LAST.search(text)) and hit.start():
            acts.append(hit["act"])
            text = text[: hit.start()]
        else:
            break
    text = vocabulary.FILLING.sub("", text).strip()
    return Topic(text, tuple(sorted(set(acts))))


def _without_note(text: str) -> str:
    """*text* without a bracket at its end: ``处罚信息（含简易程序）`` → ``处罚信息``."""
    if text.endswith(("）", ")")):
        start = max(text.rfind("（"), text.rfind("("))
        return text[:start].rstrip() if start >= 0 else text
    return text


def _bare_end(text: str) -> str:
    while hit := vocabulary.TRAILING_PATTERN.search(text):
        text = text[: hit.start()].rstrip()
    return text


def _trimmed(text: str, first: re.Pattern[str], last: re.Pattern[str] | None) -> str:
    while hit := first.match(text):
        text = text[hit.end() :].lstrip()
    return text


def _last_words(text: str) -> str:
    return text.strip()[-LONGEST_LATIN:]


def _is_latin(text: str) -> bool:
    return text.isascii() and any(letter.isalpha() for letter in text)
