"""Prints of the forms that real copies show, and clean reports that look odd."""

from __future__ import annotations

import random
from dataclasses import replace

from tests.factory import form2014, form2021, reports
from tests.factory.reports import FormName, Sample


def sample(form: FormName, seed: int) -> Sample:
    """Report number *seed* of *form* in a print of its own; every fourth one is printed as officially."""
    rng = random.Random(f"print {form} {seed}")
    if seed % 4 == 0:
        return reports.sample(form, seed)
    if form == "F1":
        return reports.sample(form, seed, print2014=_print2014(rng))
    style = _print2021(rng, form)
    return _noted(reports.sample(form, seed, print2021=style), rng)


def _print2014(rng: random.Random) -> form2014.Print:
    misprinted = rng.sample(sorted(form2014.MISPRINTS), rng.randrange(0, 3))
    return form2014.Print(
        ordinal=rng.choice((".", "．", "、", ". ")),
        heading_mark=rng.choice(("", "——", "---")),
        lost=frozenset(rng.choice(((), (), ("r47",)))),
        misprints={slot: form2014.MISPRINTS[slot] for slot in misprinted},
        notes=rng.choice(({}, {"r10": "（新闻通气会）"}, {"r3": "（其中修订1件）"})),
    )


def _print2021(rng: random.Random, form: FormName) -> form2021.Print:
    return form2021.Print(
        ordinal=rng.choice((".", "．", "、")),
        total=rng.choice(("总计", "总计", "总 计")),
        single_other=form == "F3" and rng.random() < 0.3,
        groups=rng.random() < 0.8,
        disputes=rng.choice(("wide", "wide", "rows")),
        stacked=rng.random() < 0.3,
        labels=rng.choice(({}, {"norms": "规范性文件"}, {"L7": "5.属于三类内部事务"})),
    )


def _noted(sample: Sample, rng: random.Random) -> Sample:
    """With a note behind the number of new documents, if there are any."""
    made = int(sample.printed["norms.0"])
    if made < 4 or rng.random() < 0.5:
        return sample
    return replace(sample, print2021=replace(sample.print2021, notes={"norms.0": f"（其中修订{made // 2}件）"}))


def more_channels_than_items(seed: int) -> Sample:
    """F1: one item goes out over several channels, so that their sum lies far above the number of items."""
    base = reports.sample("F1", seed)
    channels = [int(base.printed[f"r{i}"]) for i in range(4, 9)]
    return replace(base, printed={**base.printed, "r1": str(max(channels))})


def unfinished(seed: int) -> Sample:
    """F1: fewer applications concluded than received, the rest goes into the next year."""
    base = reports.sample("F1", seed)
    received = int(base.printed["r17"]) + 6
    return replace(base, printed={**base.printed, "r17": str(received), "r20": str(int(base.printed["r20"]) + 6)})


def carried_over(seed: int) -> Sample:
    """F3: nothing new came in, everything decided was carried over from last year."""
    base = reports.sample("F3", seed)
    swapped = {f"{a}.{c}": base.printed[f"{b}.{c}"] for a, b in (("N", "P"), ("P", "N")) for c in form2021.COLUMNS}
    return replace(base, printed={**base.printed, **swapped})


def slashes(seed: int) -> Sample:
    """F3: a slash in each zero cell of the columns where nobody asked."""
    base = reports.sample("F3", seed)
    idle = [c for c in form2021.COLUMNS[1:-1] if base.printed[f"N.{c}"] == base.printed[f"P.{c}"] == "0"]
    blank = {slot: "/" for slot in base.printed if "." in slot and slot.rsplit(".", 1)[1] in idle}
    return replace(base, printed={**base.printed, **blank})


CONTROLS = {
    "more channels than items": more_channels_than_items,
    "unfinished applications": unfinished,
    "all carried over": carried_over,
    "slashes for zero": slashes,
}
"""Correct reports that a hasty checker would accuse."""
