"""
Bases: every figure that a portion can be a share of, each a reading with what speaks for it.

Grammar proposes: the whole that stands inside, figures of the name that the share gives its whole, what stands before
it in the sentence, the paragraph and the section, and the sum of the list. Its siblings speak as well: the base of
most shares of a list is the base of all. Which one is believed is weighed elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from gklint.claims.share.elsewhere import LEAST_NAME, Elsewhere
from gklint.claims.share.running import Spot, any_of, ending, figures
from gklint.claims.share.shares import Portion, Words, bare, calls, is_change
from gklint.model.figure import Figure
from gklint.start.patterns import lazy
from gklint.start.records import dataclass

MOST_BEFORE, MOST_IN_SECTION = 12, 6
"""How many figures before a part, and how many of the section before its paragraph, may be its whole."""


_SCOPE = lazy("^全[国省市州盟区县旗镇乡]")
"""What a whole is called by and its figure need not be: 占全市收入 of 本年收入 90 万元."""


@dataclass(frozen=True, slots=True)
class Base:
    """*figures* together as a whole: *form* and *features* of the reading that takes them so."""

    figures: tuple[Figure, ...]
    form: str
    features: tuple[str, ...] = ()


def bases(row: Sequence[Spot], portion: Portion, among: Sequence[Portion], far: Elsewhere, words: Words) -> list[Base]:
    """The bases of *portion*, one of those *among* its row; the ones that a reader tries first in front."""
    if portion.whole:
        return [Base((portion.whole.figure,), "share.inside")]
    scene = _Scene(row, portion, among, words)
    name = bare(portion.name, words)
    found = list(_named(scene, name, far) if name else scene.heads())
    if not found and (own := _SCOPE.sub("", name)) not in ("", name):
        found = [replace(base, features=(*base.features, "name-loose")) for base in _named(scene, own, far)]
    if not found:
        found = [base for base in scene.heads(is_called=True) if "sentence-before" not in base.features]
    if said := [base for base in found if "among" in base.features]:
        return said
    found += scene.lists()
    if not name:
        found += _in_section(scene, far)
    return found


@dataclass(frozen=True, slots=True)
class _Scene:
    """A portion with all that stands before its part in the paragraph."""

    row: Sequence[Spot]
    portion: Portion
    among: Sequence[Portion]
    words: Words

    @property
    def part(self) -> Spot:
        return self.portion.part

    @property
    def before(self) -> list[Spot]:
        """The quantities like the part before it, the nearest first."""
        words, part = self.words, self.part
        ahead = self.row[: part.place]
        found = [
            spot for spot in reversed(ahead) if spot.is_quantity and spot.like(part) and not is_change(spot, words)
        ]
        if not found and ending(words.partitive, ()).search(part.lead):
            # 95 appeals, of which 48 concerned fees: what is counted is said once.
            found = [spot for spot in reversed(ahead) if spot.is_quantity and spot.sentence == part.sentence]
        return found[:MOST_BEFORE]

    @property
    def siblings(self) -> frozenset[int]:
        return frozenset(one.part.place for one in self.among)

    @property
    def is_nested(self) -> bool:
        """Whether 其中 stands before the part, or before a sibling that the part only goes on from."""
        own = [one for one in self.among if one.part.sentence == self.part.sentence]
        return any(one.is_nested for one in own if one.part.place <= self.part.place)

    def heads(self, *, is_called: bool = False) -> Iterator[Base]:
        """
        Unnamed wholes: the parent of a nested part, what is no sibling before it, totals first in each sentence;
        *is_called*: the share has a name for its whole that no figure has.
        """
        before = self.before
        heads = [spot for spot in before if spot.place not in self.siblings]
        parent = before[0] if before else None
        if self.portion.is_nested and parent and parent.sentence == self.part.sentence and parent not in heads:
            heads.insert(0, parent)
        own = [spot for spot in heads if spot.sentence == self.part.sentence]
        for spot in sorted(own, key=lambda spot: not self.is_total(spot)):
            yield Base((spot.figure,), "share.of-head", self._marks(spot, is_only=len(own) == 1, is_called=is_called))
        for spot in heads:
            if spot not in own:
                yield Base((spot.figure,), "share.of-head", self._marks(spot, is_only=False, is_called=is_called))

    def _marks(self, spot: Spot, *, is_only: bool, is_called: bool) -> tuple[str, ...]:
        marks = {
            "sentence-before": spot.sentence != self.part.sentence,
            "nested": self.is_nested and spot.sentence >= self.part.sentence - 1,
            "total-said": self.is_total(spot),
            "alone-before": is_only,
            "in-words": not self.portion.share.is_percent,
            "name-unsaid": is_called,
            "bracket-only": self.portion.is_bare,
            "below-part": self._is_below(spot),
            "among": spot.sentence == self.part.sentence and self._is_said(spot, self.words.among),
        }
        return tuple(mark for mark, is_true in marks.items() if is_true)

    def is_total(self, spot: Spot) -> bool:
        return self._is_said(spot, self.words.total)

    @staticmethod
    def _is_said(spot: Spot, words: tuple[str, ...]) -> bool:
        """Whether one of *words* stands around *spot*, of which they see a stroke."""
        return any_of(words).search(f"{spot.clause}|{spot.tail}") is not None

    def named(self, name: str) -> Iterator[Base]:
        """Figures of the paragraph that are called *name*."""
        for spot in self.before:
            if calls(spot, name):
                yield Base((spot.figure,), "share.named", self._named_marks(spot, name))

    def _named_marks(self, spot: Spot, name: str) -> tuple[str, ...]:
        is_said = _says(spot, self.portion.name) or (_says(spot, name) and name not in self.part.clause)
        marks = {
            "name-loose": not is_said and not (self.is_nested or self.is_total(spot)),
            "sentence-same": spot.sentence == self.part.sentence,
            "in-words": not self.portion.share.is_percent,
            "below-part": self._is_below(spot),
            # 计划投资 36 亿元，…，其中省级项目完成 15 亿元，占计划的 112%: its own plan.
            "name-used": self.is_nested and spot.place in self._bases_used(),
        }
        return tuple(mark for mark, is_true in marks.items() if is_true)

    def _is_below(self, spot: Spot) -> bool:
        return spot.numeral.value < self.part.numeral.value

    def _bases_used(self) -> frozenset[int]:
        """Figures right before a sibling's part: 计划 36，完成 38，占计划的 106%."""
        return frozenset(one.part.place - 1 for one in self.among if one.part.place < self.part.place)

    def lists(self) -> Iterator[Base]:
        """The parts of all siblings together: those of the sentence, those of the paragraph."""
        if self.portion.is_bare:
            return
        alike = [one.part for one in self.among if one.part.like(self.part) and not one.whole]
        own = [part for part in alike if part.sentence == self.part.sentence]
        for parts in {tuple(own): None, tuple(alike): None}:
            if len(parts) > 1:
                yield Base(figures(parts), "share.of-list")


def _says(spot: Spot, name: str) -> bool:
    """Whether the words before *spot* end in *name*; a longer one may stand anywhere in them (年度计划投资)."""
    _, found, rest = spot.clause.rpartition(name)
    return bool(found) and (len(name) >= LEAST_NAME or len(rest) <= LONGEST_VERB)


LONGEST_VERB = 3
"""Characters between a name and its figure: 为, 达到, 共计."""


def _named(scene: _Scene, name: str, far: Elsewhere) -> Iterator[Base]:
    yield from scene.named(name)
    found = far.called(scene.portion.name, scene.part) or far.called(name, scene.part)
    values = {spot.numeral.value for spot in found}
    marks = ("elsewhere",) if len(values) == 1 else ("elsewhere", "several-values")
    for spot in sorted(found, key=lambda spot: abs(spot.figure.block - scene.part.figure.block)):
        if spot.numeral.value in values:
            values.discard(spot.numeral.value)
            yield Base((spot.figure,), "share.named", marks)


def _in_section(scene: _Scene, far: Elsewhere) -> Iterator[Base]:
    yield from islice(_section(scene, far), MOST_IN_SECTION)


def _section(scene: _Scene, far: Elsewhere) -> Iterator[Base]:
    for row in far.before(scene.part.figure.block):
        alike = [spot for spot in row if spot.is_quantity and spot.like(scene.part)]
        for spot in alike[:1] + [other for other in alike[1:] if scene.is_total(other)]:
            marks = ("section-before", "total-said") if scene.is_total(spot) else ("section-before",)
            yield Base((spot.figure,), "share.of-head", (*marks, "bracket-only") if scene.portion.is_bare else marks)
