"""Where the categories of a form begin, told by nothing but the order of its maxima and what they make."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from gklint.model.interval import Exact
from gklint.start.records import dataclass

MOST_ITEMS = 12
"""Items of one category: beyond, trying where categories begin would take too long."""
FEWEST_RIGHT = 2
"""Categories that must add up before one that does not is taken for a slip, not for another kind of form."""

Fault = Literal["", "items", "head"]


class State(NamedTuple):
    """
    What the categories from some place on come to, and the *fault* of the one among them that does not add up: its
    items are off, or its head is, so that the items stand for it.
    """

    made: Exact
    fault: Fault


@dataclass(frozen=True, slots=True)
class Step:
    """In how many *ways* a state is reached, where the first category of one of them stops, the state behind it."""

    ways: int
    stop: int
    then: State | None


def cut(maxima: Sequence[Exact], total: Exact) -> tuple[slice, ...] | None:
    """
    *maxima* cut into categories, each a head and the items that make it, which together make *total*. One of all these
    numbers may be wrong, an item, a head or the total. None if that cannot be done, or in several ways.
    """
    steps = _steps(maxima, total, fewest_items=1)
    sound = State(total, "")
    if sound in steps[0]:
        return _only_way(steps, [sound])
    if sum(maxima) == total:
        return None  # items without categories
    # A category of one item says its maximum twice: next to a fault, two equal numbers side by side prove nothing.
    steps = _steps(maxima, total, fewest_items=2)
    # The total itself is wrong where all else adds up to another one.
    found = _only_way(steps, [state for state in steps[0] if not state.fault or state.made == total])
    right = sum(sum(maxima[piece][1:]) == maxima[piece][0] for piece in found or ())
    return found if right >= FEWEST_RIGHT else None


def _steps(maxima: Sequence[Exact], total: Exact, *, fewest_items: int) -> list[dict[State, Step]]:
    """For each place, the states of what stands from there to the end."""
    steps: list[dict[State, Step]] = [{} for _ in range(len(maxima) + 1)]
    steps[len(maxima)][State(0, "")] = Step(1, len(maxima), None)
    for start in reversed(range(len(maxima) - 1)):
        reached = steps[start]
        for stop in range(start + 1 + fewest_items, min(start + 2 + MOST_ITEMS, len(maxima) + 1)):
            for then, step in steps[stop].items():
                for state in _before(maxima[start:stop], then):
                    if not state.fault or state.made <= total:
                        known = reached.get(state)
                        reached[state] = Step(step.ways + (known.ways if known else 0), stop, then)
    return steps


def _before(category: Sequence[Exact], then: State) -> Iterator[State]:
    """What *category* and the ones behind it come to, read as right or, if no other is, as the one that is wrong."""
    head, *items = category
    made = sum(items)
    if made == head:
        if len(items) == 1 or max(items) < head:
            yield State(then.made + head, then.fault)
    elif not then.fault:
        yield State(then.made + head, "items")
        yield State(then.made + made, "head")


def _only_way(steps: Sequence[dict[State, Step]], states: Sequence[State]) -> tuple[slice, ...] | None:
    if len(states) != 1 or steps[0][states[0]].ways != 1:
        return None
    pieces: list[slice] = []
    start, state = 0, states[0]
    while start < len(steps) - 1:
        step = steps[start][state]
        pieces.append(slice(start, step.stop))
        if step.then is None:
            break
        start, state = step.stop, step.then
    return tuple(pieces)
