"""
English counts that leave their noun out: 120 requests, of which 90 were granted; 14 branches in the north, 9 elsewhere.

The noun is that of the last count before, in the same sentence. A number is taken for such a count only between words
that call for one, so that sections, versions and dates stay what they are.
"""

from __future__ import annotations

import re

from gklint.model.numeral import Measure, Numeral, Unit
from gklint.start.patterns import lazy

_FARTHEST = 160
"""Characters from one count to the next of one enumeration."""
_BEFORE = lazy(
    r"""
      (?: [,:;(–—-] | (?<![A-Za-z]) (?: of\ (?:which|whom|these|those|them) | including | and | or | but | from | to
      | with | only | another | the\ other | a\ further | just | while | whereas | plus ) )
      (?: \s (?:about|around|some|nearly|almost|over|only|another|the|the\ other|a\ further) )? \s* $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_BEHIND = lazy(
    r"""
      \s* (?: [,;.)](?!\d) | \( | $ )
    | \s (?: were | was | are | is | had | have | has | came | come | went | by | in | from | of | for | at | on | to
      | did | do | remain(?:ed|s)? | still | as | with | through | under | via | during | could | led | resulted
      | involved | concerned | related | online | and | or | between | among | within | outside | elsewhere | more
      | fewer | less
      ) (?![A-Za-z])
    """,
    re.VERBOSE | re.IGNORECASE,
)
_CHANGED = lazy(
    r"""
      (?<![A-Za-z]) ([A-Za-z][a-z-]{1,24}s) \s (?: (?:has|have|had) \s )?
      (?: rose | risen | fell | fallen | grew | grown | increased | decreased | declined | dropped | doubled | tripled
      | halved | shrank | expanded | climbed | went \s (?:up|down) | were \s (?:up|down|cut|reduced|raised) )
      (?: \s [^.;]{1,30} )? ,? \s from \s $
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AMONG_THEM = lazy(r"\sof\s(?:them|these|those)(?![A-Za-z])", re.IGNORECASE)
_SENTENCE_END = lazy(r"[.!?][)\"”’]*\s+[A-Z\"“]|\n")


def subject_of(text: str, start: int) -> Unit | None:
    """What the number at *start* counts where a sentence says how far it changed: visits rose from 80 to 95."""
    hit = _CHANGED.search(text[max(0, start - 80) : start])
    return Unit(hit[1].casefold(), Measure.COUNT, hit[1].casefold()) if hit else None


def noun_of(text: str, before: Numeral | None, start: int, end: int) -> Unit | None:
    """The noun of the count *before*, if the number from *start* to *end* has none and counts the same things."""
    if before is None or start - before.end > _FARTHEST or before.unit.measure is not Measure.COUNT:
        return None
    if not before.unit.name.isascii() or before.scale != 1 or _SENTENCE_END.search(text, before.end, start):
        return None
    if _AMONG_THEM.match(text, end):
        return before.unit
    asked = _BEFORE.search(text[max(0, start - 40) : start])
    return before.unit if asked and _BEHIND.match(text, end) else None
