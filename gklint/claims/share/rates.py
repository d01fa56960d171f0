"""Rates that say by their name which figures they are made of: 办结率, 节约率, 完成预算的 N%."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import takewhile

from gklint.claims.share.running import Spot, any_of, captured, ending
from gklint.claims.share.shares import Reading, Words, by_sentence, once


def rates(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """
    办结率: the part is what was 办结, the base what was 受理, or the first figure of the sentence.

    Where no figure is named for it, any like figure of the sentence may be the base, or what the part and its
    neighbour make (起诉 336 人，不起诉 92 人，不起诉率 21.5%): the rate is not off while one of them fits it.
    """
    for spot in row:
        if not spot.is_percent or any_of(words.never).search(spot.clause):
            continue
        named = ending(words.share, words.link).search(spot.clause)
        if named is None:
            continue
        prefix = any_of(words.filler).sub("", spot.clause[: named.start()])
        stem = captured(named)
        if any_of(words.undone).fullmatch(prefix):
            stem, prefix = prefix + stem, ""  # 不起诉率 is of those 不起诉
        part = _done(row, spot, stem, prefix, words)
        bases, is_named = _asked(row, part[0], stem, words) if part else ((), False)
        if not bases:
            continue
        bases = _admissible(bases, part)
        doubts = tuple(_doubts(row, spot, words))
        is_named = is_named and not doubts
        features = (*_features(part, bases, stem, words), *doubts)
        others = bases if is_named else once((*bases, *_others(row, spot, part, words)))
        yield Reading(spot, part, others, is_named, form="rate.named", features=features)
        for sum_ in _together(row, part):
            yield Reading(spot, sum_, _admissible(others, sum_), is_named=False, form="rate.sum", features=features)


def _doubts(row: Sequence[Spot], share: Spot, words: Words) -> Iterator[str]:
    """Features of words that leave something out of it."""
    if any_of(words.pending).search(_sentence(row, share)):
        yield "pending"  # 5 件未到期: what is left over is explained
        if share.numeral.value == ALL:
            yield "pending-none"


def _admissible(bases: Sequence[tuple[Spot, ...]], part: Sequence[Spot]) -> tuple[tuple[Spot, ...], ...]:
    """*bases* without those that are less than *part*, if others are left."""
    least = sum(spot.numeral.value for spot in part)
    return tuple(base for base in bases if sum(spot.numeral.value for spot in base) >= least) or tuple(bases)


def _together(row: Sequence[Spot], part: tuple[Spot, ...]) -> Iterator[tuple[Spot, ...]]:
    """优秀 96 卷、合格 132 卷，合格率 95%: what is better than asked for counts as well."""
    for spot in row[max(0, part[0].place - 1) : part[0].place]:
        if spot.segment == part[0].segment and spot.like(part[0]):
            yield (spot, *part)


def _features(part: Sequence[Spot], bases: Sequence[Sequence[Spot]], stem: str, words: Words) -> tuple[str, ...]:
    """What speaks for and against the first of *bases*."""
    base = bases[0][0]
    found = {
        "act-said": stem in part[0].clause,
        "asked-said": any_of(words.asked + words.due).search(base.clause) is not None,
        "sentence-same": base.sentence == part[0].sentence,
        "above-whole": part[0].numeral.value > base.numeral.value,
        "base-apart": base.segment != part[0].segment,
        "only-one": len(bases) == 1,
        "several": len(bases) > 1,
    }
    return tuple(name for name, holds in found.items() if holds)


def _others(row: Sequence[Spot], share: Spot, part: Sequence[Spot], words: Words) -> Iterator[tuple[Spot, ...]]:
    """Other bases that the sentence may mean: each like figure, the part with its neighbours or with what is left."""
    near = [spot for spot in row[: share.place] if spot.sentence == share.sentence and spot.like(part[0])]
    apart = [spot for spot in near if spot not in part]
    yield from ((spot,) for spot in reversed(apart) if spot.numeral.value >= part[0].numeral.value)
    yield from ((*part, spot) for spot in reversed(apart))
    left = [spot for spot in row[share.place + 1 :] if spot.sentence == share.sentence and spot.like(part[0])]
    yield from ((*part, spot) for spot in left[:1] if any_of(words.pending).search(spot.clause))
    run = [spot for spot in near if spot.segment == part[0].segment]
    if len(run) > len(part) + 1:
        yield tuple(run)


def _sentence(row: Sequence[Spot], spot: Spot) -> str:
    """The words between the figures of the sentence of *spot*."""
    own = [other for other in row if other.sentence == spot.sentence]
    return "|".join(other.lead for other in own) + "|" + own[-1].tail


def _done(row: Sequence[Spot], share: Spot, stem: str, prefix: str, words: Words) -> tuple[Spot, ...]:
    """
    The nearest figure in the sentence that counts what was done, done in the way that *prefix* asks for; if it asks for
    none and each figure tells of one way (按时办结 380 件，延期办结 10 件), all of them.
    """
    in_part: list[Spot] = []
    for spot in reversed(row[: share.place]):
        if spot.sentence != share.sentence:
            break
        if spot.is_rate and ending(words.share, words.link).search(spot.clause):
            break  # another rate stands between: 受理 9 件，办结 8 件，办结率 88.9%，满意率 98%
        act = _act(spot, stem, words) if spot.is_quantity else None
        if act is None:
            continue
        # 按时办结率 is not about what was 办结 at all, 提案办复率 not about 建议.
        said = "".join(other.clause for other in row[: share.place] if other.sentence == share.sentence)
        if prefix and prefix + act not in spot.clause and not (_is_noun(prefix, words) and prefix in said):
            return ()
        if in_part and spot.numeral.unit != in_part[0].numeral.unit:
            break  # 下达整改通知 28 份，当场整改 7 个，限期整改 28 个: papers, then what they are about
        if prefix or any_of(words.manner + words.nested).search(spot.clause) is None:
            return (spot,)
        in_part.append(spot)
    return tuple(reversed(in_part))


def _act(spot: Spot, stem: str, words: Words) -> str | None:
    """What *spot* counts as done (办结, or another word for it), None if it is something else or is yet to do."""
    if any_of(words.due).search(spot.clause):
        return None
    for act in (stem, *words.acts.get(stem, ())):
        at = spot.clause.find(act)
        if at >= 0 and not ending(words.undone, ()).search(spot.clause[:at]):
            return act
    return None


def _is_noun(prefix: str, words: Words) -> bool:
    """Whether *prefix* tells what, not how."""
    return any_of(words.manner).search(prefix) is None


def _asked(row: Sequence[Spot], part: Spot, stem: str, words: Words) -> tuple[tuple[tuple[Spot, ...], ...], bool]:
    """
    What there was to do, in the sentence of *part* or the one before; whether it is one figure of its own sentence.

    A list of things to do counts as a whole as well: 建议 36 件、提案 48 件，办复 84 件.
    """
    for spots in by_sentence(row, part, words):
        if spots[0].sentence < part.sentence - 1:
            break
        own = spots[0].sentence == part.sentence
        if own and stem not in part.clause:
            # 行政村 102 个；建成专区 9 个，覆盖率 100%: another word for the act reaches no farther than its segment.
            spots = [spot for spot in spots if spot.segment == part.segment]
            if not spots:
                break
        asked = [
            spot
            for spot in reversed(spots)
            if any_of(words.asked + words.due).search(spot.clause) and not _act(spot, stem, words)
        ]
        listed = _undone(spots, stem, words)
        if asked or (own and listed):
            # 案件 12 件，已结 10 件，败诉 1 件，败诉率 10%: where no word asks, any of them may be meant.
            single = asked or listed
            bases = [(spot,) for spot in single] + [tuple(listed), tuple(listed[1:]), tuple(listed[:1])]
            return once([base for base in bases if base]), own and bool(asked) and len(listed) == 1
    return (), False


def _undone(spots: Sequence[Spot], stem: str, words: Words) -> list[Spot]:
    """The last of *spots* in a row that do not count what was done."""
    found = list(takewhile(lambda spot: _act(spot, stem, words) is None, reversed(spots)))
    return found[::-1]


def savings(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """节约率 = 节约 / 预算 = 节约 / (成交 + 节约), and 节约 / 成交: any of them will do."""
    for spot in row:
        if not spot.is_percent or not ending(words.share, words.link).search(spot.clause):
            continue
        near = [other for other in row[: spot.place] if other.sentence == spot.sentence and other.is_quantity]
        saved = _last(near, words.part)
        if saved is None:
            continue
        others = [other for other in near if other.like(saved) and other is not saved]
        budget = _last(others, words.budget)
        spent = _last([other for other in others if not _says(other, words.budget)], words.base)
        bases: list[tuple[Spot, ...]] = [(budget,)] if budget else []
        if spent:
            bases += [(spent, saved), (spent,)]
        if bases:
            yield Reading(spot, (saved,), tuple(bases), is_named=True)


def completions(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """完成年初预算的 98%: the base is the budget stated just before, the part what stands between the two."""
    for spot in row[2:]:
        part, base = row[spot.place - 1], row[spot.place - 2]
        named = ending(words.share, words.link).search(spot.clause)
        if named and _says(base, words.budget) and not _same_plan(base, captured(named), words):
            # 年初预算 90，全年预算 95，决算 92，完成年初预算的…: of two plans the one that the rate names
            base = row[max(0, spot.place - 3)]
        if spot.lead == "的" and _says(part, words.inside):
            # 完成 98 万元，为预算 100 万元的 98%
            part, base = base, part
        elif named is None or not _same_plan(base, captured(named), words) or _says(part, words.nested):
            continue
        if not spot.is_percent or len({part.segment, base.segment, spot.segment}) > 1:
            continue
        if part.is_quantity and part.like(base) and _says(base, words.budget) and not _says(part, words.budget):
            yield Reading(spot, (part,), ((base,),), is_named=True)


def _same_plan(base: Spot, name: str, words: Words) -> bool:
    """Whether the plan that the rate names is the one that *base* states: both a budget, both a task."""
    said = {found[0] for found in any_of(words.budget).finditer(name)}
    return any(word in base.clause for word in said)


def _last(spots: Sequence[Spot], names: tuple[str, ...]) -> Spot | None:
    """The last of *spots* whose clause says one of *names*."""
    return next((spot for spot in reversed(spots) if _says(spot, names)), None)


def _says(spot: Spot, names: tuple[str, ...]) -> bool:
    return any_of(names).search(spot.clause) is not None


def excesses(row: Sequence[Spot], words: Words) -> Iterator[Reading]:
    """办结率 102%: a share of some whole above all of it, whatever the two figures are."""
    for spot in row:
        low = spot.numeral.bounds.low
        if not spot.is_percent or low is None or low <= ALL or any_of(words.never).search(spot.clause):
            continue
        if ending(words.share, words.link).search(spot.clause):
            yield Reading(spot, (), (), is_named=True)


ALL = 100
