"""
Figures of sentences against any table without a form: what a row, a column or a table is called, the list in a cell
that names the same things.

A figure is held against the cells that the longest name at the end of its phrase leads to. One that agrees is the
one; else the reading is weighed: what else the phrase says, and what the other figures of the sentence found there.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from itertools import groupby
from typing import Literal

from gklint.claims.crosscheck.clause import MARK, clause
from gklint.claims.tabled import celled as _celled
from gklint.claims.tabled.fits import Fits, comparable, meets, nearest
from gklint.claims.tabled.rows import Entry, Rows, Said
from gklint.claims.tabled.years import admits, is_of_one_year
from gklint.model.claim import Basis, Claim
from gklint.model.ledger import Ledger
from gklint.model.reading import Reading
from gklint.model.relation import Same
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

COUNTED = lazy(r"^[^A-Za-z]+")
MOST = 48
"""A name that more cells go by names nothing."""
RIVALS = 6
"""Cells that a figure is held against if it agrees with none."""


@dataclass(frozen=True, slots=True)
class Find:
    """*by* "rows": the name of a row; "lists": a list in one cell whose names the sentence repeats."""

    by: Literal["rows", "lists"]


@dataclass(frozen=True, slots=True)
class Told:
    """*mention* of *sentence* and the *entries* that it can be: those that agree, else the nearest."""

    sentence: Sentence
    mention: Mention
    said: Said
    entries: tuple[Entry, ...]
    agrees: bool


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """The claims of *rules* about figures of prose and tables that share their names."""
    for rule in rules:
        if isinstance(rule.find, Find) and ledger.sheets:
            yield from _celled.claims(ledger, rule) if rule.find.by == "lists" else _by_rows(ledger, rule)


def _by_rows(ledger: Ledger, rule: Rule) -> Iterator[Claim]:
    rows = Rows(ledger) if any(sentence.mentions for sentence in ledger.sentences) else None
    if not rows:
        return
    told = list(_told(ledger, rows))
    if not told:
        return
    fits = Fits(rows, ledger.year)
    taken = {entry.cell.id for one in told if one.agrees for entry in one.entries}
    for sentence in _by_sentence(told):
        for one in sentence:
            for entry in one.entries:
                features = [*fits.features(one.said, entry, one.mention, one.sentence)]
                if not one.agrees:
                    features += _against(one, entry, sentence, taken)
                yield _claim(rule, one, entry, features)


def _by_sentence(told: Sequence[Told]) -> Iterator[list[Told]]:
    for _, members in groupby(told, key=lambda one: one.sentence.span.start + (one.sentence.block << 32)):
        yield list(members)


def _against(one: Told, entry: Entry, sentence: Sequence[Told], taken: Container[int]) -> Iterator[str]:
    """Why *one*, which agrees with no cell, may be about none: the cell has its figure, or nothing here fits."""
    if entry.cell.id in taken:
        yield "cell-taken"
    strangers = [other for other in sentence if other is not one and not other.agrees]
    differing = sum(any(rival.sheet == entry.sheet for rival in other.entries) for other in strangers)
    if differing:
        yield "table-differs-many" if differing > 1 else "table-differs"


def _told(ledger: Ledger, rows: Rows) -> Iterator[Told]:
    for sentence in ledger.sentences:
        for mention in sentence.mentions:
            said = _said(rows, mention)
            numeral = mention.figure.numeral
            if said is None or numeral is None:
                continue
            fitting = [entry for entry in said.entries if comparable(mention.figure, entry.cell)]
            fitting = [entry for entry in fitting if admits(mention, entry.year, ledger.year)]
            if not fitting or len(fitting) > MOST:
                continue
            agreeing = [entry for entry in fitting if meets(numeral, entry.cell)]
            entries = agreeing[:1] or nearest(fitting, numeral, RIVALS)
            yield Told(sentence, mention, said, tuple(entries), bool(agreeing))


def _said(rows: Rows, mention: Mention) -> Said | None:
    """What *mention* names, unless it is about more or less than a year or is no quantity of its own."""
    if mention.figure.indicator or not is_of_one_year(mention):
        return None
    text = clause(mention)
    # An English noun behind its number is read as the number's unit: 450 reference works.
    counted = COUNTED.sub("", mention.figure.numeral.raw if mention.figure.numeral else "")
    for phrase in (mention.before, counted, mention.after):
        if said := rows.exactly(phrase):
            return said
    return rows.named(text[: text.index(MARK)])


def _claim(rule: Rule, told: Told, entry: Entry, features: Sequence[str]) -> Claim:
    return Claim(
        rule,
        Same((told.mention.figure, entry.cell)),
        Basis.LABELLED if told.said.is_dated else Basis.INHERITED,
        about=told.said.label,
        reading=Reading(entry.form, tuple(features), (told.mention.figure.id,)),
    )
