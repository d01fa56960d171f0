"""The cells that hold what a sum of indicators comes to."""

from __future__ import annotations

from gklint.model.figure import Figure
from gklint.model.ledger import Ledger


def figures(ledger: Ledger, value: str) -> tuple[Figure, ...]:
    """The cells of a sum of indicators; none if the document lacks one of them."""
    terms: list[Figure] = []
    for path in (term.strip() for term in value.split("+")):
        found = _cells(ledger, path)
        if not found:
            return ()
        terms += found
    return tuple(terms)


def _cells(ledger: Ledger, path: str) -> list[Figure]:
    """The cell of *path*, else those of the members that the form prints in its stead."""
    if found := ledger.bound.get(path):
        return [found[0]]
    for table in ledger.form.tables if ledger.form else ():
        for row in table.rows:
            if row.members and path == ".".join(part for part in (table.prefix, row.key) if part):
                keys = [".".join(part for part in (table.prefix, key) if part) for key in row.members]
                members = [ledger.bound[key][0] for key in keys if ledger.bound.get(key)]
                return members if len(members) == len(keys) else []
    return []
