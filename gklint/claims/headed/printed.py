"""Identities that heads print themselves: formulas over the letters or numbers of columns, a year and its months."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence

from gklint.claims.headed.grid import Grid, Path
from gklint.claims.headed.heads import plain
from gklint.claims.headed.identities import Sum
from gklint.start.patterns import lazy

_SYMBOL = r"[a-z]|[0-9]{1,2}"
_NAMED = lazy(rf"(?P<name>{_SYMBOL})(?:=(?P<sum>(?:{_SYMBOL})(?:[-+](?:{_SYMBOL}))+))?")
_TERM = lazy(rf"(?P<sign>[-+]?)(?P<name>{_SYMBOL})")
_MINUS = str.maketrans(dict.fromkeys("－–—−", "-"))
_BRACKETS = str.maketrans("", "", "()[]")

_MONTH = lazy(r"(?P<number>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?")
_QUARTER = lazy(r"(?:第?(?P<number>[1-4一二三四])季度?|q(?P<letter>[1-4]))")
_HALF = lazy(r"(?P<number>[上下])半年")
_ENGLISH_MONTH = lazy(r"(?P<number>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?")
_SPANS: tuple[tuple[re.Pattern[str], int], ...] = ((_MONTH, 12), (_ENGLISH_MONTH, 12), (_QUARTER, 4), (_HALF, 2))
"""Parts of a year, and how many of them make one."""
_WHOLE_YEAR = lazy(
    r"(?:全年|年度|全年度)(?:合计|总计|累计|数)?|(?:full |whole |calendar )?year(?: total)?|annual(?: total)?"
)
_DATED = lazy(r"^(?:19|20)[0-9]{2}年?")


def formulas(grid: Grid) -> Iterator[Sum]:
    """The sums that heads print as formulas (A=B+C, 3=1+2), where every symbol heads one position."""
    symbols = [_symbol(head) for head in grid.heads]
    counted = Counter(name for name, _ in symbols if name)
    places = {name: place for place, (name, _) in enumerate(symbols) if counted[name] == 1}
    for name, formula in symbols:
        if not formula or name not in places:
            continue
        terms = [(match["sign"], match["name"]) for match in _TERM.finditer(formula)]
        if all(term in places and term != name for _, term in terms):
            plus = tuple(places[term] for sign, term in terms if sign != "-")
            yield Sum(places[name], plus, tuple(places[term] for sign, term in terms if sign == "-"))


def _symbol(head: Path) -> tuple[str, str]:
    """The symbol of a position and the formula behind it, "" for none."""
    for label in reversed(head):
        text = "".join(unicodedata.normalize("NFKC", label).translate(_MINUS).casefold().split())
        if match := _NAMED.fullmatch(text.translate(_BRACKETS)):
            return match["name"], match["sum"] or ""
    return "", ""


def years(grid: Grid) -> Iterator[Sum]:
    """Whole years as the sum of all their months, quarters or halves."""
    labels = [_DATED.sub("", plain(head[-1:])) for head in grid.heads]
    wholes = [place for place in grid.filled if _WHOLE_YEAR.fullmatch(labels[place])]
    if len(wholes) != 1:
        return
    for pattern, number in _SPANS:
        parts = _complete(pattern, number, labels, grid.filled)
        if parts:
            yield Sum(wholes[0], parts)


def _complete(pattern: re.Pattern[str], number: int, labels: Sequence[str], filled: Sequence[int]) -> tuple[int, ...]:
    """The positions that *pattern* calls, if they are as many different ones as make a year."""
    found = {match[0]: place for place in filled if (match := pattern.fullmatch(labels[place]))}
    return tuple(sorted(found.values())) if len(found) == number else ()
