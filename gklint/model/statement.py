"""Prose as statements: sentences, and the figures mentioned in them with the words around each."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass as dataclass_with_dict
from dataclasses import field
from enum import Enum
from typing import Any, Generic, Protocol, TypeVar

from gklint.model.document import Span
from gklint.model.figure import Figure
from gklint.start.records import dataclass


class Level(Enum):
    """Whose figures a sentence speaks of."""

    WHOLE = "whole"
    """全县, 全市, 各级各部门: everything that the report is about."""
    OWN = "own"
    """我办, 本级, 市直: the office itself, less than the whole."""
    NAMED = "named"
    """A unit by its name."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Scope:
    """
    *name* is the unit as printed, "" unless *level* is NAMED. *stated*: by the clause of the figure itself, not
    inherited from what stands before it.
    """

    level: Level = Level.UNKNOWN
    name: str = ""
    stated: bool = False


class Term(Enum):
    """Which stretch of time a figure is about, seen from the report's year."""

    CURRENT = "current"
    PRIOR = "prior"
    NEXT = "next"
    PART = "part"
    """A quarter, a half year, a few months."""
    SINCE = "since"
    """自…以来, 历年, 近三年, 连续三年: more than the year."""
    UNTIL = "until"
    """截至, 目前: a stock on some day."""
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Period:
    """*text* is the marker as printed (2017年, 截至目前); *stated* as with Scope."""

    term: Term = Term.UNKNOWN
    text: str = ""
    stated: bool = False


@dataclass(frozen=True, slots=True)
class Topic:
    """
    What a figure counts, for comparing: *noun* is its noun phrase without acts, blanks and filling words (政府信息,
    requests), *acts* what was done with it (公开, 受理), in the order of the text. *noun* "" where none is near.
    """

    noun: str = ""
    acts: tuple[str, ...] = ()


class Words(Protocol):
    """The words around the mentions of one block; asked only for the few mentions that a claim looks at."""

    def before(self, mention: Mention) -> str:
        """The noun phrase that ends at the mention."""

    def after(self, mention: Mention) -> str:
        """The noun phrase that begins at its end."""

    def topic(self, mention: Mention) -> Topic:
        """What is counted, in a form that can be compared."""

    def scope(self, mention: Mention) -> Scope:
        """Whose figure it is."""

    def period(self, mention: Mention) -> Period:
        """When it is about."""


T = TypeVar("T")


class _kept(Generic[T]):  # noqa: N801 - stands where functools.cached_property would, which locks at each first access
    """A property that is worked out once for each object."""

    def __init__(self, make: Callable[[Any], T]) -> None:
        self._make = make

    def __set_name__(self, owner: type, name: str) -> None:
        self._name = name

    def __get__(self, instance: object, owner: type) -> T:
        value = instance.__dict__[self._name] = self._make(instance)
        return value


@dataclass_with_dict(frozen=True)
class Mention:
    """
    A figure in a sentence. *start* to *end* runs from its first approximator to the end of its unit (characters of
    the block's text). *lead* is the text between the mention before it (or the sentence's start) and *start*,
    *tail* the text from *end* to the next mention (or the sentence's end), so that leads, mentions and the last
    tail make up the sentence. *depth* counts the brackets that are open around it.

    The properties are worked out from *words* when they are first asked for. *before* and *after* are the words
    next to it that can name what it counts: the noun phrase that ends at *start* (公开信息 665条) and the one that
    begins at *end* (3名 专职), both without scope, period and summing words; either may be empty.
    """

    figure: Figure
    start: int
    end: int
    lead: str
    tail: str
    depth: int
    words: Words = field(repr=False, compare=False)

    @_kept
    def before(self) -> str:
        return self.words.before(self)

    @_kept
    def after(self) -> str:
        return self.words.after(self)

    @_kept
    def topic(self) -> Topic:
        return self.words.topic(self)

    @_kept
    def scope(self) -> Scope:
        return self.words.scope(self)

    @_kept
    def period(self) -> Period:
        return self.words.period(self)


@dataclass(frozen=True, slots=True)
class Sentence:
    """
    Characters *span* of *block*, up to and with its closing 。！？; a sentence without figures is kept too. *zeros*
    are its zeros in words (未收到申请): mentions of a figure with value 0 whose span is the zero word.
    """

    block: int
    span: Span
    text: str
    mentions: tuple[Mention, ...]
    zeros: tuple[Mention, ...] = ()
