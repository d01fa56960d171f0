"""Reports with one or several slips of which the culprits are known, drawn as hands make them and uniformly."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from tests.factory import faults, form2021, generic, prose, reports
from tests.factory.formats import FORMATS, Written
from tests.factory.layout import Report

# Published counts of keying errors, see priors.py in gklint/blame.
KEYED = {"digit replaced": 74, "digit omitted": 10, "digits swapped": 9, "digit inserted": 7}
UNIFORM = dict.fromkeys((*faults.SLIPS, "neighbour copied"), 1)
Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Trial:
    """A report with faults, and without: *truth* has the figures that were changed, by place, as they were."""

    name: str
    written: Written
    truth: Mapping[Place, Fraction]
    clean: Written


Draw = Callable[[int], Trial | None]
"""A trial of its own for each seed, if the slip drawn breaks anything."""


def drawn(draw: Draw, count: int, seed: int) -> Iterator[Trial]:
    """*count* trials, by seeds that follow from *seed*."""
    done, step = 0, 0
    while done < count:
        step += 1
        trial = draw(seed * 100_003 + step)
        if trial:
            done += 1
            yield trial


def official(form: reports.FormName, kind: str = "") -> Draw:
    """One slip in the tables of *form*; of any *kind* if none is given."""

    def draw(seed: int) -> Trial | None:
        rng = random.Random(f"blame {form} {seed}")
        sample = reports.sample(form, seed)
        lines, identities = reports.lines_of(sample), reports.identities_of(sample)
        fault = faults.plant(rng, sample.printed, lines, identities, kind or any_kind(rng))
        return _trial(f"{form} {seed}", sample.report, sample.printed, fault) if fault else None

    return draw


def tabular(name: str) -> Draw:
    """One slip in a table of no form."""

    def draw(seed: int) -> Trial | None:
        rng = random.Random(f"blame {name} {seed}")
        sheet = generic.TABLES[name](rng)
        fault = faults.plant(rng, sheet.printed, sheet.lines, sheet.identities, any_kind(rng))
        return _trial(f"{name} {seed}", sheet.report, sheet.printed, fault) if fault else None

    return draw


def in_table3(count: int) -> Draw:
    """Independent slips in *count* cells of the table of requests."""

    def draw(seed: int) -> Trial | None:
        rng = random.Random(f"blame {count} {seed}")
        sample = reports.sample("F3", seed)
        lines = [line for line in reports.lines_of(sample) if line[0].split(".")[0] not in form2021.DISPUTES]
        planted = faults.Fault("", sample.printed, (), ())
        while len(planted.changed) < count:
            fault = faults.plant(rng, planted.printed, lines, reports.identities_of(sample), any_kind(rng))
            if fault is None or not set(planted.changed).isdisjoint(fault.changed):
                return None
            planted = faults.Fault(fault.kind, fault.printed, (*planted.changed, *fault.changed), ())
        return _trial(f"table 三 {seed}", sample.report, sample.printed, planted)

    return draw


def subset_added(seed: int) -> Trial | None:
    """The 其中 row was added to the channels: the total is too large by just that row."""
    sample = reports.sample("F1", seed)
    extra = int(sample.printed["r2"])
    whole = str(sum(int(sample.printed[f"r{row}"]) for row in range(4, 9)) + extra)
    fault = faults.Fault("其中 added", {**sample.printed, "r1": whole}, ("r1",), ())
    return _trial(f"F1 {seed}", sample.report, sample.printed, fault) if extra else None


def spoken(rng: random.Random, statement: prose.Statement) -> prose.Fault:
    """A slip of *statement*: half of the time one of its own, else one of the hand in the same number."""
    fault = rng.choice(statement.faults)
    was = statement.printed[fault.slot]
    if not was.isdecimal() or rng.random() < 0.5:
        return fault
    weights = rng.choice((KEYED, dict.fromkeys(faults.SLIPS.keys() - {"sign"}, 1)))
    kind = rng.choices(sorted(weights), [weights[kind] for kind in sorted(weights)])[0]
    printed = faults.SLIPS[kind](rng, was)
    is_other = printed != was and printed.isdecimal() and printed[0] != "0"
    return prose.Fault(fault.slot, printed) if is_other else fault


def any_kind(rng: random.Random) -> str:
    weights = rng.choice((KEYED, UNIFORM))
    return rng.choices(list(weights), list(weights.values()))[0]


def _trial(
    name: str, report: Callable[[Mapping[str, str]], Report], printed: Mapping[str, str], fault: faults.Fault
) -> Trial:
    spoilt = report(fault.printed)
    truth = _values(spoilt.places(), fault.changed, printed)
    markdown = FORMATS["markdown"]
    return Trial(f"{name} {fault.kind}", markdown(spoilt), truth, markdown(report(printed)))


def _values(places: Mapping[str, Place], changed: Sequence[str], printed: Mapping[str, str]) -> dict[Place, Fraction]:
    return {places[slot]: Fraction(printed[slot]) for slot in changed}
