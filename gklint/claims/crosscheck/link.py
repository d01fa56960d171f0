"""A figure of prose and the cells that its words can mean."""

from __future__ import annotations

from gklint.claims.crosscheck.standing import Standing
from gklint.claims.crosscheck.wordings import Wording
from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.rule import Rule
from gklint.model.statement import Mention, Sentence
from gklint.start.records import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """*mention* of *sentence* said to be what one of *readings* (the figures of a sum) comes to."""

    rule: Rule
    wording: Wording
    sentence: Sentence
    mention: Mention
    standing: Standing
    readings: tuple[tuple[Figure, ...], ...]


@dataclass(frozen=True, slots=True)
class Told:
    """The *outcome* of the reading of *link* that fits best."""

    link: Link
    outcome: Outcome
