"""The spine: bytes -read-> Document -figures-> Ledger -claims-> Claims -weighing-> Outcomes -blame-> Findings."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import cache

from gklint import blame, figures, readers, weighing
from gklint.budget import Budget, within
from gklint.claims import KINDS, Kind
from gklint.claims.reading import Find as Reading
from gklint.errors import Obstacle, PackError, ReadError
from gklint.failure import Failure, attempt
from gklint.grip import gripped
from gklint.model.claim import Claim
from gklint.model.finding import Audit, Report, Status
from gklint.model.ledger import Ledger
from gklint.model.policy import Policy
from gklint.model.rule import Packs, Rule
from gklint.model.tally import tally
from gklint.start.foreign import PatternError
from gklint.start.memo import per_object

STATUS: dict[Obstacle, Status] = {
    "empty": Status.EMPTY,
    "unsupported": Status.UNSUPPORTED,
    "failed": Status.FAILED,
    "over-budget": Status.OVER_BUDGET,
    "link": Status.LINK,
    "special": Status.SPECIAL,
}
"""Obstacles with a status of their own; all others leave a document unreadable."""

ANY = Policy()
"""Every finding as it is."""
USUAL = Budget()


def run(sources: Iterable[tuple[str, bytes | ReadError]], packs: Packs) -> Report:
    """Audit each source; the report is ordered as the sources are."""
    return Report(tuple(audit(data, name, packs) for name, data in sources))


def contained(data: bytes | ReadError, name: str, packs: Packs, policy: Policy = ANY, budget: Budget = USUAL) -> Audit:
    """
    ``audit``, but within *budget*; what is over it, and any bug of gklint, becomes a finding of this document and goes
    no further.
    """
    size = len(data) if isinstance(data, bytes) else 0
    try:
        done = attempt(lambda: within(budget, size, lambda: audit(data, name, packs, policy)))
    except ReadError as error:
        return lost(data, name, packs, error)
    if isinstance(done, Failure):
        return lost(data, name, packs, ReadError("failed", done.where), done.traceback)
    return done


def lost(data: bytes | ReadError, name: str, packs: Packs, how: ReadError, failure: str = "") -> Audit:
    """What is left to say of a document that was not audited to the end: *how* that came, *failure* for programmers."""
    digest = hashlib.sha256(data).hexdigest() if isinstance(data, bytes) else ""
    return replace(_unread(name, digest, how, packs), failure=failure)


def audit(data: bytes | ReadError, name: str, packs: Packs, policy: Policy = ANY) -> Audit:
    """
    Everything that *packs* can say of one document, taken as *policy* has it.

    *data* is a ReadError where the bytes could not be had. A document that cannot be read is a finding; any other
    exception is a bug of gklint and leaves here with the document's name added: tests want it raw, users ``contained``.
    """
    if isinstance(data, ReadError):
        return _unread(name, "", data, packs)
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = readers.read(data, name)
        ledger = figures.read(document, packs)
        judged = policy.on_outcomes(weighing.judged(claims(ledger, packs.rules)))
        outcomes = tuple(gripped(outcome) for outcome in judged)
        found = blame.findings(ledger, outcomes)
    except ReadError as error:
        return _unread(name, digest, error, packs)
    except PatternError as error:
        raise PackError(f"a pattern of a pack is not well formed: {error}", f"规则包中的模式写错了：{error}") from None
    except Exception as error:
        error.add_note(f"gklint: while checking {name}")
        raise
    counted = tally(ledger, outcomes)
    whole = Audit(name, digest, document.reader, Status.READ, ledger, outcomes, found, counted, ledger.about)
    return _directed(whole, packs) if document.directives else whole


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every claim that *rules* find, kind by kind; a rule that is bound to forms speaks only of those."""
    for kind, mine in _by_kind(rules)(ledger.form.id if ledger.form else None):
        yield from kind.claims(ledger, mine)


@per_object
def _by_kind(rules: Sequence[Rule]) -> Callable[[str | None], list[tuple[Kind, list[Rule]]]]:
    """Those of *rules* that speak of documents of a form, by kind; kinds without any are left out."""

    @cache
    def of_form(form: str | None) -> list[tuple[Kind, list[Rule]]]:
        live = [rule for rule in rules if not rule.forms or form in rule.forms]
        found = ((kind, [rule for rule in live if rule.kind == name]) for name, kind in KINDS.items())
        return [(kind, mine) for kind, mine in found if mine]

    return of_form


def _directed(audit: Audit, packs: Packs) -> Audit:
    # Imported here: few reports hold a word to gklint.
    from gklint.suppress.directed import directed

    return directed(audit, packs)


def _unread(name: str, digest: str, error: ReadError, packs: Packs) -> Audit:
    rule = next((r for r in packs.rules if isinstance(r.find, Reading) and r.find.obstacle == error.obstacle), None)
    if rule is None:
        raise PackError(f"no rule of kind reading speaks of {error.obstacle!r}")
    status = STATUS.get(error.obstacle, Status.UNREADABLE)
    return Audit(name, digest, None, status, None, (), (blame.unread(rule, name, error),))
