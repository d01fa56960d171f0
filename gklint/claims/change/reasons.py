"""
The reason that a report gives for a change: 比上年减少 3%。主要原因是：宣传经费增加。

Only a reason that repeats the name of the thing itself is compared; a fall because of something else that grew is
nothing to wonder at.
"""

from __future__ import annotations

import re
from functools import cache

from gklint.claims.change.moves import Words
from gklint.start.patterns import lazy

SHARED = 4
"""So many characters in a row make two names one."""
REACH = 80
"""How far behind the change a reason may end."""


def reason(text: str, end: int, words: Words) -> int:
    """+1 or −1 for the way that the reason behind the change which ends at *end* says; 0 if it does not say."""
    found = _pattern(words).match("".join(text[end : end + REACH].split()))
    if found is None:
        return 0
    return (1 if found["more"] else -1) if _share(found["subject"], "".join(text[:end].split())) else 0


@cache
def _pattern(words: Words) -> re.Pattern[str]:
    because, more, less = (
        "|".join(f"(?:{word})" for word in part) or r"(?!)" for part in (words.because, words.more, words.less)
    )
    return lazy(
        rf"[。，；,;](?:{because})(?P<subject>[^，,。；;：:、]{{{SHARED},40}}?)(?:(?P<more>{more})|(?P<less>{less}))(?=[。；;]|$)"
    )


def _share(subject: str, text: str) -> bool:
    """Whether *text* says a part of *subject*, brackets and quotation marks apart."""
    plain = BRACKETS.sub("", text)
    return any(subject[start : start + SHARED] in plain for start in range(len(subject) - SHARED + 1))


BRACKETS = lazy(r"[（(][^（）()]{0,4}[）)]|[“”\"《》]")
