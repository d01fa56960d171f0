"""Claims with other values in place of the printed ones, so that ``judge`` can say what would become of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from fractions import Fraction

from gklint.blame.channel import of_units
from gklint.model.claim import Claim
from gklint.model.figure import Figure
from gklint.model.interval import Exact, Interval
from gklint.model.numeral import Numeral
from gklint.model.relation import Relation

Changes = Mapping[int, Exact]
"""Figure ids and the values that stand there instead."""


def substituted(claim: Claim, changes: Changes) -> Claim:
    """*claim* over figures that print what *changes* says, with bounds as wide as before."""
    relation = claim.relation
    values = [_changed(getattr(relation, field.name), changes) for field in fields(relation)]
    return replace(claim, relation=_made(relation, values))


def _made(relation: Relation, values: list[object]) -> Relation:
    return type(relation)(*values)  # type: ignore[arg-type]  # the same fields, figure for figure


def _changed(value: object, changes: Changes) -> object:
    if isinstance(value, Figure):
        return with_value(value, changes[value.id]) if value.id in changes else value
    if isinstance(value, tuple):
        return tuple(_changed(item, changes) for item in value)
    return value


def with_value(figure: Figure, value: Exact) -> Figure:
    """*figure* as if it printed *value*."""
    numeral = figure.numeral
    if numeral is None:
        return figure
    if value in of_units(numeral):
        return replace(figure, numeral=_scaled(numeral, Fraction(value) / Fraction(numeral.value)))
    apart = value - numeral.value
    soft = _moved(numeral.soft, apart) if numeral.soft else None
    return replace(figure, numeral=replace(numeral, value=value, bounds=_moved(numeral.bounds, apart), soft=soft))


def _scaled(numeral: Numeral, times: Fraction) -> Numeral:
    """*numeral* with its digits in a unit that is worth so many *times* as much."""
    soft = numeral.soft.scaled(times) if numeral.soft else None
    value, scale = times * numeral.value, times * numeral.scale
    return replace(numeral, value=value, scale=scale, bounds=numeral.bounds.scaled(times), soft=soft)


def _moved(interval: Interval, by: Exact) -> Interval:
    low = None if interval.low is None else interval.low + by
    high = None if interval.high is None else interval.high + by
    return Interval(low, high, interval.low_open, interval.high_open)
