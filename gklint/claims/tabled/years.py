"""Which year a column speaks of, and which a sentence."""

from __future__ import annotations

from gklint.claims.crosscheck.standing import is_of_year
from gklint.model.statement import Mention, Term
from gklint.start.patterns import lazy

NAMED = lazy(r"(?:19|20)[0-9]{2}(?=年)")
BEFORE = lazy(r"上一?年|去年|上期")
NOW = lazy(r"本年|今年|当年|本期")


def cell_year(head: str, title: str, year: int | None) -> int | None:
    """The year of a column with *head* in a table called *title*, in a report of *year*; None where nothing says so."""
    named = NAMED.findall(head)
    if named:
        return int(named[0]) if len(set(named)) == 1 else None
    if year is not None and BEFORE.search(head):
        return year - 1
    if NOW.search(head):
        return year
    in_title = NAMED.findall(title)
    return int(in_title[0]) if len(set(in_title)) == 1 else None


def mention_year(mention: Mention, year: int | None) -> int | None:
    """The year that *mention* is about in a report of *year*."""
    period = mention.period
    if named := NAMED.findall(period.text):
        return int(named[0])
    if period.term is Term.PRIOR:
        return year - 1 if year is not None else None
    return year


def admits(mention: Mention, column: int | None, year: int | None) -> bool:
    """
    Whether *mention* in a report of *year* can speak of a *column* of that year (None: of no year). A year that its
    clause does not state may be another one than the report's.
    """
    spoken = mention_year(mention, year)
    if spoken is None:
        return True
    if column is None:
        return year in (spoken, None)
    return column == spoken or (spoken == year and not mention.period.stated)


def is_of_one_year(mention: Mention) -> bool:
    """Whether *mention* is about a year as a whole: no quarter, no series of years."""
    return is_of_year(mention) or mention.period.term is Term.PRIOR
