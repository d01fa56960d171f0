"""
What a finding means, as a digest: rule, document, indicators; no place, and, but for ``values``, no value.

The same report as .docx and as .md, with a paragraph more or its tables renumbered, has the same fingerprints.
"""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from gklint.model.claim import Outcome
from gklint.model.figure import Figure
from gklint.model.finding import Finding
from gklint.model.ledger import Ledger
from gklint.model.relation import Required
from gklint.start.patterns import lazy

WORDS_BEFORE, WORDS_AFTER = 12, 4
"""Letters next to a figure in prose that say what it counts; more of them, and an edit elsewhere would count."""
SENTENCE_END = lazy(r"[。！？!?；;]")
ORDINAL = lazy(r"^[（(]?[0-9０-９一二三四五六七八九十]{1,3}[）)、.．]+(?=\D)")
"""In front of a label: （一）, 3. … A row that is moved keeps its name."""
NUMERALS = frozenset("〇○零一二两三四五六七八九十百千万亿")


def digest(*texts: str) -> str:
    joined = "\n".join("".join(text.split()) for text in texts)
    return hashlib.sha256(joined.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fingerprint(ledger: Ledger, outcome: Outcome) -> str:
    """The same for the same relation, whatever its figures say and wherever they stand."""
    return digest(outcome.claim.rule.id, _key(ledger, outcome))


def values(ledger: Ledger, outcomes: Sequence[Outcome]) -> str:
    """Like the fingerprint of the first of *outcomes*, and other as soon as a figure of any of them changes."""
    first = outcomes[0]
    figures = {figure.id: figure for outcome in outcomes for _, figure in outcome.operands}
    printed = "|".join(
        figure.raw if figure.numeral is None else str(figure.numeral.value) for figure in figures.values()
    )
    return digest(first.claim.rule.id, _key(ledger, first), printed)


def named(found: Iterable[Finding]) -> Iterator[Finding]:
    """Give each finding its id; faults with equal meaning are numbered in the order of their places."""
    seen: Counter[str] = Counter()
    for finding in found:
        seen[finding.fingerprint] += 1
        count = seen[finding.fingerprint]
        if count > 1:
            finding = replace(finding, fingerprint=digest(finding.fingerprint, str(count)))
        yield replace(finding, id=finding.fingerprint[:8])


def _key(ledger: Ledger, outcome: Outcome) -> str:
    names = [figure.indicator or _label(figure) or _words(ledger, figure) for _, figure in outcome.operands]
    relation = outcome.claim.relation
    if isinstance(relation, Required):
        names.append(relation.element)
    form = ledger.form.id if ledger.form else ""
    return "|".join((form, ledger.about, _leaf(outcome.claim.about), *names))


def _label(figure: Figure) -> str:
    if figure.cell is None:
        return ""
    labels = _leaf(figure.cell.row_label), _leaf(figure.cell.column_label)
    return "×".join(labels) if any(labels) else ""


def _leaf(path: str) -> str:
    """The innermost label: the outer ones are lost where a format has no merged cells."""
    return ORDINAL.sub("", "".join(path.rsplit("›", 1)[-1].split()))


def _words(ledger: Ledger, figure: Figure) -> str:
    """The letters around a figure in its sentence, numerals left out: 共受理…件."""
    text, span = ledger.text(figure), figure.span
    before = SENTENCE_END.split(text[: span.start])[-1]
    after = SENTENCE_END.split(text[span.end :], 1)[0]
    return f"{_letters(before)[-WORDS_BEFORE:]}…{_letters(after)[:WORDS_AFTER]}"


def _letters(text: str) -> str:
    return "".join(sign for sign in text if sign.isalpha() and sign not in NUMERALS)
