"""The suspect in words: which figure is probably wrong, what would agree, and what tells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gklint.model.figure import Figure
from gklint.model.finding import Finding, Reason, Slip, Suspect
from gklint.model.ledger import Ledger
from gklint.reporters.amounts import in_units_of, printed
from gklint.reporters.places import label, place
from gklint.reporters.story import told
from gklint.reporters.wording import Words

CANDIDATES = 3
"""More than three figures of equal standing are no lead."""
RELATED = 4
"""So many relations of the same cause are told one by one."""
OF_THE_SUM = (Slip.COUNTED_TWICE, Slip.LEFT_OUT, Slip.WRONG_SIGN)
"""What the difference itself says, whoever is wrong."""


def suspicions(finding: Finding, ledger: Ledger, words: Words) -> Iterator[str]:
    """
    A sentence for each confident suspect of *finding*; else one for the candidates that a slip would explain, or for
    what the difference is equal to. Nothing about a figure where only the relation is known to be broken.
    """
    named = [suspect for suspect in finding.suspects if suspect.confident]
    if named:
        yield from (_named(suspect, finding, ledger, words) for suspect in named)
        return
    reasons = [reason for suspect in finding.suspects for reason in suspect.reasons]
    if any(reason.slip is Slip.UNLOCATED for reason in reasons):
        yield words("suspect.unlocated")
        return
    hints = [reason for reason in reasons if reason.slip in OF_THE_SUM]
    if hints:
        yield words("suspect.hint", reasons=_reasons(hints[:1], words))
        return
    candidates = [suspect for suspect in finding.suspects[:CANDIDATES] if suspect.reasons]
    if candidates and finding.suspects[0].reasons:
        yield _among(candidates, words)


def _among(candidates: Sequence[Suspect], words: Words) -> str:
    """Figures of equal standing; two that would be right in each other's place are said once."""
    first = candidates[0]
    if len(candidates) == 1:
        return words("suspect.perhaps", candidate=_candidate(first, words))
    partners = [reason.figure for reason in first.reasons if reason.slip is Slip.EXCHANGED]
    if len(candidates) == 2 and candidates[1].figure in partners:
        return words("suspect.exchange", one=_labelled(first.figure), other=_labelled(candidates[1].figure))
    return words("suspect.among", candidates=words("suspect.joint").join(_candidate(one, words) for one in candidates))


def brief(finding: Finding, words: Words) -> str:
    """The figures that are named, with what would agree, to stand behind the message in its line; "" if none is."""
    texts = []
    for suspect in finding.suspects:
        if suspect.confident and suspect.suggest is not None and suspect.figure.numeral:
            value = in_units_of(suspect.suggest, suspect.figure.numeral)
            texts.append(words("suspect.brief", candidate=_labelled(suspect.figure), value=value))
    return "".join(texts)


def related(finding: Finding, words: Words) -> Iterator[str]:
    """The arithmetic of the other relations that *finding* tells as one with its first."""
    others = finding.outcomes[1:]
    if others and "swapped" in others[0].claim.notes:
        return  # both comparisons stand in the one sentence about the exchange
    stories = list(dict.fromkeys(told(outcome, words) for outcome in others))
    shown = stories if len(stories) <= RELATED else stories[: RELATED - 1]
    yield from (words("also", story=story) for story in shown)
    if len(stories) > len(shown):
        yield words("also-more", count=len(stories) - len(shown))


def _named(suspect: Suspect, finding: Finding, ledger: Ledger, words: Words) -> str:
    text = words("suspect", place=place(ledger, suspect.figure, words), raw=printed(suspect.figure))
    if suspect.reasons:
        text += words("suspect.reasons", reasons=_reasons(suspect.reasons, words))
    if suspect.suggest is None or suspect.figure.numeral is None:
        return text
    value = in_units_of(suspect.suggest, suspect.figure.numeral)
    count = len(finding.outcomes)
    return text + (
        words("suspect.repairs", value=value, count=count) if count > 1 else words("suspect.agrees", value=value)
    )


def _candidate(suspect: Suspect, words: Words) -> str:
    notes = [_reasons(suspect.reasons, words)]
    if suspect.suggest is not None and suspect.figure.numeral:
        notes.append(words("suspect.candidate-agrees", value=in_units_of(suspect.suggest, suspect.figure.numeral)))
    return _labelled(suspect.figure) + words("detail", detail=words("suspect.note-joint").join(notes))


def _reasons(reasons: Sequence[Reason], words: Words) -> str:
    told = [words(f"slip.{one.slip.value}", other=_labelled(one.figure) if one.figure else "") for one in reasons]
    return words("suspect.note-joint").join(told)


def _labelled(figure: Figure) -> str:
    return f"{label(figure)} {printed(figure)}".strip()
