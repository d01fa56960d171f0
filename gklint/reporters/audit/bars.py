"""Parts of a sum as a bar above the bar of their stated total: how far they miss is seen before it is read."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.interval import Exact
from gklint.model.relation import Cover, Partition, Subset
from gklint.reporters.amounts import in_common_units, printed
from gklint.reporters.audit.drawing import box, fits, picture, text
from gklint.reporters.audit.markup import Markup
from gklint.reporters.places import names
from gklint.reporters.wording import Words

WIDTH = 640
HEIGHT = 124
BAR = 30
PARTS_TOP, WHOLE_TOP = 22, 86
MAX_PARTS = 40


def bars(outcome: Outcome, anchor: str, words: Words) -> Markup | None:
    """The picture of a sum of known parts that misses its whole; None for any other relation."""
    match outcome.claim.relation:
        case Partition(whole, parts) | Cover(whole, parts, _) | Subset(whole, parts, True):
            pass
        case _:
            return None
    values = [part.numeral.value for part in parts if part.numeral]
    if outcome.breach or whole.numeral is None or len(values) < len(parts) or not 1 <= len(values) <= MAX_PARTS:
        return None
    total: Exact = sum(values)
    stated = whole.numeral.value
    if min(*values, stated) < 0 or total == stated:
        return None
    longest = max(total, stated)
    figures = (whole, *parts)
    sum_line = words("audit.bar.parts", value=in_common_units(total, figures))
    name = names(figures)[0] or words("audit.bar.stated")
    whole_line = f"{name} {printed(whole)}"
    gap = words("audit.bar.gap", value=in_common_units(longest - min(total, stated), figures))
    shorter, top = (total, PARTS_TOP) if total < stated else (stated, WHOLE_TOP)
    start = _pixels(shorter, longest)
    return picture(
        (WIDTH, HEIGHT),
        anchor,
        words("audit.bar.title"),
        words.joined([sum_line, whole_line, gap]),
        text(0, PARTS_TOP - 7, sum_line),
        *_segments(parts, values, longest),
        text(0, WHOLE_TOP - 7, whole_line, room=WIDTH),
        box(0, WHOLE_TOP, _pixels(stated, longest), BAR, "whole"),
        box(start, top, WIDTH - start, BAR, "gap"),
        text(WIDTH - 6, top + 20, gap, "bad", anchor="end")
        if fits(gap, WIDTH - start - 8)
        else text(WIDTH, top - 7, gap, "bad", anchor="end"),
    )


def _segments(parts: Sequence[Figure], values: Sequence[Exact], longest: Exact) -> Iterator[Markup]:
    """One after the other; a part is labelled where it is wide enough, its name shows under the mouse."""
    done: Exact = 0
    labels = [f"{name} {printed(part)}".strip() for name, part in zip(names(parts), parts, strict=True)]
    for index, (part, value, label) in enumerate(zip(parts, values, labels, strict=True)):
        left, right = _pixels(done, longest), _pixels(done + value, longest)
        done += value
        if right == left:
            continue
        yield box(left, PARTS_TOP, right - left, BAR, f"part{index % 2}", tip=label)
        shown = label if fits(label, right - left - 8) else printed(part)
        if fits(shown, right - left - 8):
            yield text(left + 5, PARTS_TOP + 20, shown)


def _pixels(value: Exact, longest: Exact) -> int:
    return int(value * WIDTH / longest) if longest else 0
