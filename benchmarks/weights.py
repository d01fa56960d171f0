"""
Fits the table of weights (``gklint/weighing/weights.toml``) to readings that people have labelled.

    python benchmarks/weights.py collect LABELS.json FOLDER READ.json [LABELS FOLDER READ …]
                                                writes benchmarks/readings.csv
    python benchmarks/weights.py fit            refits every row that readings.csv knows and rewrites the table
    python benchmarks/weights.py reliability    prints confidence against truth, cross-validated by document

A reading is *meant* if its figures are those of a labelled relation; it is *other* if it breaks and no label of a
report that was read whole knows it; one that holds without a label is no evidence either way and is left out. A row
of readings.csv is a document (by number), the facts of a reading, and how often it was meant and not.

The fit is a logistic regression whose prior is the reasoned weight of each row with a standard deviation of one nat:
few readings move a weight little. Readings that hold and were meant also count as broken by one keystroke, BROKEN
times each: drafts have slips, published reports have few. Statements that the factory of the tests makes up count less
than real ones.
"""

from __future__ import annotations

import csv
import json
import math
import random
import re
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from gklint import figures, pipeline, readers  # noqa: E402
from gklint.errors import GklintError  # noqa: E402
from gklint.judge import judge  # noqa: E402
from gklint.model.claim import Outcome, Verdict  # noqa: E402
from gklint.weighing.scale import believed  # noqa: E402
from tests.factory import prose_lists, prose_odd, prose_rates, prose_sums, prose_tables  # noqa: E402
from tests.factory.evidence import packs  # noqa: E402
from tests.factory.formats import FORMATS  # noqa: E402

SHAPES = {**prose_sums.SHAPES, **prose_rates.SHAPES, **prose_lists.SHAPES, **prose_tables.SHAPES}
MADE_UP, MADE_UP_FROM = 0.25, 1000
"""What a made-up statement counts beside a real one, and the number from which on documents are made up."""
EACH = 6
"""Statements of each shape that the factory makes."""
TABLE = ROOT / "gklint" / "weighing" / "weights.toml"
READINGS = Path(__file__).parent / "readings.csv"

BROKEN = 0.1
"""As many of the labelled sums are faults."""
SPREAD = 100.0
"""Standard deviation of the prior, in hundredths of a nat."""
FOLDS, ROUNDS, STEP = 5, 400, 0.5
BANDS = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.97, 0.98, 0.99, 1.0001)
BOUND = re.compile("bound|subset|part-gt|min|logic|order")

Key = tuple[tuple[int, ...], int]
Row = tuple[int, tuple[str, ...], float, float]
"""Document, names of rows of the table, how often meant, how often not."""


def key(value: object) -> Key | None:
    """A value up to its sign and an even power of ten, as labels and operands may scale it; None for 0 and 1."""
    exact = Fraction(str(value))
    parts = abs(Decimal(exact.numerator) / Decimal(exact.denominator)).normalize().as_tuple()
    if parts.digits in ((0,), (1,)) or not isinstance(parts.exponent, int):
        return None
    return parts.digits, parts.exponent % 2


def numbers(x: Any) -> set[Key]:
    """The keys of every number in a label's figures."""
    if x is None or isinstance(x, bool):
        return set()
    if isinstance(x, dict | list):
        return set().union(*map(numbers, x.values() if isinstance(x, dict) else x))
    scales = {"万": 10**4, "亿": 10**8, "万亿": 10**12}
    found = re.findall(r"(\d[\d,]*(?:\.\d+)?)\s*(万亿|[万亿]?)", str(x))
    keys = (key(Decimal(digits.replace(",", "")) * scales.get(unit, 1)) for digits, unit in found)
    return {one for one in keys if one}


def collect(sources: Sequence[tuple[Path, Path, Path]]) -> None:
    """Writes every weighed candidate of the labelled reports, alike ones of a document counted together."""
    counts: dict[tuple[int, tuple[str, ...]], list[int]] = defaultdict(lambda: [0, 0])
    document = 0
    for labels, folder, read in sources:
        known = defaultdict(list)
        for label in json.loads(labels.read_text("utf-8")):
            known[label["file"]].append(label)
        whole = {name for name, how in json.loads(read.read_text("utf-8")).items() if how["read"] == "yes"}
        for name in sorted({*known, *whole}):
            if (folder / name).is_file():
                document += 1
                for names, meant in _candidates(folder / name, known[name], is_whole=name in whole):
                    counts[document, names][meant] += 1
    for number, found in enumerate(_generated(), MADE_UP_FROM + 1):
        for names, meant in found:
            counts[number, names][meant] += 1
    with READINGS.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file, lineterminator="\n")
        rows.writerow(("document", "facts", "meant", "other"))
        for (number, names), (other, meant) in sorted(counts.items()):
            rows.writerow((number, " ".join(names), meant, other))


def _candidates(path: Path, labels: list[dict[str, Any]], *, is_whole: bool) -> Iterator[tuple[tuple[str, ...], bool]]:
    for names, outcome in _weighed(path.read_bytes(), path.name):
        values = {key(figure.numeral.value) for _, figure in outcome.operands if figure.numeral}
        is_broken = outcome.verdict is Verdict.FAIL
        meant = _is_meant({one for one in values if one}, labels, is_bound="bound." in names[-1], is_broken=is_broken)
        if meant:
            yield names, True
        elif is_broken and is_whole:
            yield names, False
        elif not is_broken and names[0].endswith(".bare"):
            # No word announces it and nobody labelled it: as likely chance as not.
            yield names, True
            yield names, False


def _weighed(data: bytes, name: str) -> Iterator[tuple[tuple[str, ...], Outcome]]:
    """Every reading that is weighed in a document, judged, with the names of what speaks for and against it."""
    try:
        ledger = figures.read(readers.read(data, name), packs())
    except GklintError:
        return
    for claim in pipeline.claims(ledger, packs().rules):
        outcome = judge(claim)
        if claim.reading and outcome.verdict in (Verdict.PASS, Verdict.FAIL) and "soft" not in claim.notes:
            yield tuple(name for name, _ in believed(claim.reading, outcome).reasons), outcome


def _generated() -> Iterator[list[tuple[tuple[str, ...], bool]]]:
    """
    Statements made up by the factory of the tests, each right, then with one slip. What holds in the right one was
    meant, also where the slip breaks it; what is broken in the right one was not.
    """
    for name, shape in {**SHAPES, **prose_odd.SHAPES}.items():
        rng = random.Random(f"weights {name}")
        found: list[tuple[tuple[str, ...], bool]] = []
        for _ in range(EACH):
            statement = shape(rng)
            holding = set()
            for names, outcome in _weighed(*_written(statement)):
                is_kept = outcome.verdict is Verdict.PASS
                if is_kept:
                    holding.add((names[:-1], _places(outcome)))
                if not is_kept or name in SHAPES:
                    found.append((names, is_kept))
            if statement.faults and name in SHAPES:
                fault = rng.choice(statement.faults)
                broken = _weighed(*_written(statement, fault))
                found += (
                    (names, (names[:-1], _places(outcome)) in holding)
                    for names, outcome in broken
                    if outcome.verdict is Verdict.FAIL
                )
        yield found


def _written(statement: Any, fault: Any = None) -> tuple[bytes, str]:
    name, data = FORMATS["markdown"](statement.report(fault))
    return data, name


def _places(outcome: Outcome) -> tuple[int, ...]:
    return tuple(figure.id for _, figure in outcome.operands)


def _is_meant(values: set[Key], labels: list[dict[str, Any]], *, is_bound: bool, is_broken: bool) -> bool:
    """Whether a label speaks of just these figures: one of a fault where they contradict each other, else any."""
    kinds = ("report-error", "report-review") if is_broken else ("pass", "report-error", "report-review")
    for label in labels:
        want = numbers(label["figures"])
        if label["expected_tool"] not in kinds or len(values) < 2 or not values <= want:
            continue
        if is_bound or (len(values) >= 0.75 * len(want) and not BOUND.search(label["type"])):
            return True
    return False


FITTED = ("form.sum.", "form.bound.")
"""Forms of which enough readings are labelled; the weights of all others are reasoned."""


def rows() -> list[Row]:
    """The readings of FITTED forms; those that hold and were meant stand there once more, broken by a keystroke."""
    found: list[Row] = []
    with READINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if not row["facts"].startswith(FITTED):
                continue
            share = MADE_UP if int(row["document"]) > MADE_UP_FROM else 1
            names, meant = tuple(row["facts"].split()), share * int(row["meant"])
            found.append((int(row["document"]), names, meant, share * int(row["other"])))
            family, _, kind = names[-1].rpartition(".")
            if meant and kind.startswith(("exact", "print")):
                slip = f"{family}.keystroke-{kind[-1]}"
                found.append((int(row["document"]), (*names[:-1], slip), BROKEN * meant, 0))
    return found


def fitted(readings: Sequence[Row], prior: dict[str, int]) -> dict[str, float]:
    """The weights (hundredths of a nat) that make *readings* likeliest under *prior*."""
    weights = {name: prior.get(name, 0) / 100 for _, names, _, _ in readings for name in names}
    start = dict(weights)
    strength: Counter[str] = Counter()
    for _, names, meant, other in readings:
        for name in names:
            strength[name] += meant + other  # type: ignore[assignment]  # fractions of counts
    precision = (100 / SPREAD) ** 2
    for _ in range(ROUNDS):
        slope: dict[str, float] = defaultdict(float)
        for _, names, meant, other in readings:
            chance = 1 / (1 + math.exp(-max(-30, min(30, sum(weights[name] for name in names)))))
            error = meant * (1 - chance) - other * chance
            for name in names:
                slope[name] += error
        for name in weights:
            pull = slope[name] - precision * (weights[name] - start[name])
            weights[name] += STEP * pull / (0.25 * 3 * strength[name] + precision)
    return {name: 100 * weight for name, weight in weights.items()}


def counts() -> dict[str, tuple[int, int]]:
    """How often each fact was seen of readings that were meant, and of others."""
    found: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    with READINGS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            for name in row["facts"].split():
                found[name][0] += int(row["meant"])
                found[name][1] += int(row["other"])
    return {name: (meant, other) for name, (meant, other) in found.items()}


def reasoned() -> dict[str, int]:
    """The weight of each row before any fit: the prior that stands beside it, else its weight."""
    import tomllib

    def walk(name: str, table: dict[str, Any]) -> Iterator[tuple[str, int]]:
        if "weight" in table:
            yield name, table.get("prior", table["weight"])
        for inner, below in table.items():
            if isinstance(below, dict):
                yield from walk(f"{name}.{inner}" if name else inner, below)

    return dict(walk("", tomllib.loads(TABLE.read_text("utf-8"))))


def fit() -> None:
    prior, seen = reasoned(), counts()
    weights = fitted(rows(), prior)
    lines, section = [], ""
    for line in TABLE.read_text("utf-8").splitlines():
        head = re.match(r"\[([\w.]+)\]", line)
        section = head[1] if head else section
        row = re.match(r'"?([\w.-]+)"? = \{.*\}(.*)', line)
        if row and (name := f"{section}.{row[1]}") in weights:
            meant, other = seen[name]
            label = f'"{row[1]}"' if "." in row[1] else row[1]
            values = f"weight = {round(weights[name])}, prior = {prior[name]}, meant = {meant}, other = {other}"
            line = f"{label} = {{ {values} }}{row[2]}"
        lines.append(line)
    TABLE.write_text("\n".join(lines) + "\n", encoding="utf-8")


def reliability() -> None:
    prior, readings = reasoned(), rows()
    table: dict[tuple[bool, float], list[float]] = defaultdict(lambda: [0.0, 0.0, 0.0])
    for fold in range(FOLDS):
        weights = fitted([row for row in readings if row[0] % FOLDS != fold], prior)
        for document, names, meant, other in readings:
            if document % FOLDS != fold:
                continue
            odds = sum(weights.get(name, prior.get(name, 0)) for name in names) / 100
            chance = 1 / (1 + math.exp(-max(-30, min(30, odds))))
            is_kept = names[-1].rpartition(".")[2].startswith(("exact", "print", "within"))
            band = table[is_kept, max(edge for edge in BANDS if edge <= chance)]
            band[0] += meant
            band[1] += meant + other
            band[2] += chance * (meant + other)
    for (is_kept, low), (meant, all_, sure) in sorted(table.items()):
        side = "holds " if is_kept else "broken"
        print(f"{side} {low:5.2f}+  readings {all_:8.1f}  confidence {sure / all_:.3f}  meant {meant / all_:.3f}")


def main() -> None:
    match sys.argv[1:]:
        case ["collect", *paths] if paths and len(paths) % 3 == 0:
            given = [Path(path) for path in paths]
            collect([(given[i], given[i + 1], given[i + 2]) for i in range(0, len(given), 3)])
        case ["fit"]:
            fit()
        case ["reliability"]:
            reliability()
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main()
