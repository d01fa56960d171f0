"""
Which item of a form a printed label means.

Labels are compared by keys without blanks, brackets, width, ordinals and trailing notes; a label without an equal is
looked for, by likeness, among the items that the labels around it leave free.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from gklint.model.form import Item
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

if TYPE_CHECKING:
    from difflib import SequenceMatcher

PREFIX = lazy(r"其中[::]?")
ORDINAL = lazy(
    r"""
      [(\[] (?P<bracketed> [一二三四五六七八九十]{1,3} | [0-9]{1,2} ) [)\]] [、.:]?
    | (?P<plain> [一二三四五六七八九十]{1,3} | [0-9]{1,2} ) [、.:)] (?![0-9])
    """,
    re.VERBOSE,
)
NOTE = lazy(r"\(([^()]*)\)?$")
MARKS = lazy(r"[^\w]|_")

ALIKE = 0.72
"""Least likeness of two labels of one thing; official labels of different things on one axis reach 0.70."""
ALIKE_BY_ORDINAL = 0.6
"""The same where the ordinal agrees too."""
SHORTEST = 4
"""Labels of fewer characters are compared for equality only: one character is too much of them."""


@dataclass(frozen=True, slots=True)
class Key:
    """
    A label as it is compared. *words* is all of it, *note* what trails in brackets, *core* the rest; *ordinal* is
    what numbers it ("三", "3"), "" for nothing.
    """

    words: str
    core: str
    note: str
    ordinal: str


@lru_cache(maxsize=4096)
def key(label: str) -> Key:
    """The key of *label*, with any blanks, brackets, full or half width and list marks."""
    text = "".join(unicodedata.normalize("NFKC", label).split()).casefold()
    text = PREFIX.sub("", text, count=1) if text.startswith("其中") else text
    ordinal = ORDINAL.match(text)
    if ordinal:
        text = text[ordinal.end() :]
        text = PREFIX.sub("", text, count=1) if text.startswith("其中") else text
    words = MARKS.sub("", text)
    note = NOTE.search(text)
    core = MARKS.sub("", text[: note.start()]) if note else words
    inside = MARKS.sub("", note[1]) if note else ""
    return Key(words, core or words, inside, (ordinal["bracketed"] or ordinal["plain"]) if ordinal else "")


@dataclass(frozen=True, slots=True)
class Axis:
    """The items of one axis, ready to be looked up."""

    items: tuple[Item, ...]
    keys: tuple[tuple[Key, ...], ...]
    places: dict[str, tuple[int, ...]]

    @classmethod
    def of(cls, items: tuple[Item, ...]) -> Axis:
        keys = tuple(tuple(key(label) for label in item.labels) for item in items)
        places: dict[str, list[int]] = defaultdict(list)
        for index, forms in enumerate(keys):
            for word in dict.fromkeys(word for form in forms for word in (form.words, form.core)):
                places[word].append(index)
        return cls(items, keys, {word: tuple(indices) for word, indices in places.items()})

    def equals(self, label: str) -> tuple[int, ...]:
        """The items whose label is *label*; several where blocks of a form repeat one."""
        found = key(label)
        # The note comes first: 行政诉讼（复议后起诉） is the second of these, not the first.
        return next((self.places[word] for word in (found.words, found.note, found.core) if word in self.places), ())


@dataclass(frozen=True, slots=True)
class Guess:
    """Item *index* of an axis; *misprinted* where the label differs from the official one in some characters."""

    index: int
    misprinted: bool = False


def assign(labels: Sequence[str], axis: Axis, *, loosely: bool) -> tuple[Guess | None, ...]:
    """
    The item that each of *labels*, in reading order, means, if any.

    A label that stands for several items means the next of them behind the item before it. *loosely* also accepts
    labels that are only like one, among the items between their neighbours' that no label has claimed.
    """
    guesses: list[Guess | None] = []
    last = -1
    for label in labels:
        places = axis.equals(label)
        if places:
            last = next((place for place in places if place > last), places[0])
        guesses.append(Guess(last) if places else None)
    if not loosely:
        return tuple(guesses)
    claimed = {guess.index for guess in guesses if guess}
    for place, label in enumerate(labels):
        if guesses[place] is None and (guess := _likest(label, axis, _free(guesses, place, claimed, axis))):
            guesses[place] = guess
            claimed.add(guess.index)
    return tuple(guesses)


def _free(guesses: Sequence[Guess | None], place: int, claimed: set[int], axis: Axis) -> Iterator[int]:
    """Unclaimed items between the items of the neighbouring labels; all unclaimed ones where order is of no help."""
    before = next(_lines(reversed(guesses[:place]), axis), -1)
    after = next(_lines(guesses[place + 1 :], axis), len(axis.items))
    if after < before:
        before, after = -1, len(axis.items)
    return (index for index in range(before + 1, after) if index not in claimed)


def _lines(guesses: Iterable[Guess | None], axis: Axis) -> Iterator[int]:
    """The items that stand for one line; a heading can be printed beside every line below it and marks no place."""
    for guess in guesses:
        if guess and not (axis.items[guess.index].heading or axis.items[guess.index].members):
            yield guess.index


def _likest(label: str, axis: Axis, candidates: Iterator[int]) -> Guess | None:
    printed = key(label)
    if len(printed.core) < SHORTEST:
        return None
    best: tuple[float, int, Key] | None = None
    for index in candidates:
        for official in axis.keys[index]:
            likeness = _likeness(printed, official)
            if likeness and (best is None or likeness > best[0]):
                best = likeness, index, official
    return Guess(best[1], misprinted=_is_misprint(printed, best[2])) if best else None


# Generations of a form share most of their labels, and each of them is tried on both sides of a table.
@lru_cache(maxsize=8192)
def _likeness(printed: Key, official: Key) -> float:
    """From 0 (another label) to 1; a label cut short, or run together with the group above it, is as good as whole."""
    shorter, longer = sorted((len(printed.core), len(official.core)))
    if shorter < SHORTEST:
        return 0
    if official.core.startswith(printed.core) or printed.words.endswith((official.core, official.words)):
        return 1
    same_ordinal = bool(printed.ordinal) and printed.ordinal == official.ordinal
    least = ALIKE_BY_ORDINAL if same_ordinal else ALIKE
    # No likeness exceeds these two bounds, which cost a fraction of it.
    if 2 * shorter < least * (shorter + longer):
        return 0
    if 2 * sum(map(official.core.count, set(printed.core))) < least * (shorter + longer):
        return 0
    matcher = _matcher(printed.core)
    matcher.set_seq1(official.core)
    if matcher.quick_ratio() < least:
        return 0
    likeness = matcher.ratio()
    return likeness if likeness >= least else 0


@lru_cache(maxsize=256)
def _matcher(printed: str) -> SequenceMatcher[str]:
    """The matcher prepares its second text, so that stays while the first changes."""
    import difflib

    return difflib.SequenceMatcher(None, b=printed, autojunk=False)


def _is_misprint(printed: Key, official: Key) -> bool:
    """Whether characters of the official label are wrong or lost, rather than words added or its end cut off."""
    if official.core.startswith(printed.core) or official.core in printed.words:
        return False
    matcher = _matcher(printed.core)
    matcher.set_seq1(official.core)
    return any(edit in ("replace", "delete") for edit, *_ in matcher.get_opcodes())
