"""The spine: bytes -read-> Document -figures-> Ledger -claims-> Claims -judge-> Outcomes -blame-> Findings."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence

from gklint import blame, figures, readers
from gklint.claims import KINDS
from gklint.claims.reading import Find as Reading
from gklint.errors import Obstacle, PackError, ReadError
from gklint.judge import judge
from gklint.model.claim import Claim
from gklint.model.finding import Audit, Report, Status
from gklint.model.ledger import Ledger
from gklint.model.rule import Packs, Rule

STATUS: dict[Obstacle, Status] = {"empty": Status.EMPTY, "unsupported": Status.UNSUPPORTED}
"""Obstacles with a status of their own; all others leave a document unreadable."""


def run(sources: Iterable[tuple[str, bytes | ReadError]], packs: Packs) -> Report:
    """Audit each source; the report is ordered as the sources are."""
    return Report(tuple(audit(data, name, packs) for name, data in sources))


def audit(data: bytes | ReadError, name: str, packs: Packs) -> Audit:
    """
    Everything that *packs* can say of one document.

    *data* is a ReadError where the bytes could not be had. A document that cannot be read is a finding; any other
    exception is a bug of gklint and leaves here with the document's name added.
    """
    if isinstance(data, ReadError):
        return _unread(name, "", data, packs)
    digest = hashlib.sha256(data).hexdigest()
    try:
        document = readers.read(data, name)
        ledger = figures.read(document, packs)
        outcomes = tuple(judge(claim) for claim in claims(ledger, packs.rules))
        found = blame.findings(ledger, outcomes)
    except ReadError as error:
        return _unread(name, digest, error, packs)
    except Exception as error:
        error.add_note(f"gklint: while checking {name}")
        raise
    return Audit(name, digest, document.reader, Status.READ, ledger, outcomes, found)


def claims(ledger: Ledger, rules: Sequence[Rule]) -> Iterator[Claim]:
    """Every claim that *rules* find, kind by kind; a rule that is bound to forms speaks only of those."""
    form = ledger.form.id if ledger.form else None
    live = [rule for rule in rules if not rule.forms or form in rule.forms]
    for name, kind in KINDS.items():
        mine = [rule for rule in live if rule.kind == name]
        if mine:
            yield from kind.claims(ledger, mine)


def _unread(name: str, digest: str, error: ReadError, packs: Packs) -> Audit:
    rule = next((r for r in packs.rules if isinstance(r.find, Reading) and r.find.obstacle == error.obstacle), None)
    if rule is None:
        raise PackError(f"no rule of kind reading speaks of {error.obstacle!r}")
    status = STATUS.get(error.obstacle, Status.UNREADABLE)
    return Audit(name, digest, None, status, None, (), (blame.unread(rule, name, error),))
