"""
What was found out, as bytes and back: for the way from one process to another, and for the cache.

Pickle is fast and knows our records, but a pickle may name anything that Python can import. One from here may name
nothing but classes of gklint and exact numbers, so that a cache which somebody has tampered with can only fail.
"""

from __future__ import annotations

import copyreg
import io
import pickle
import zlib
from dataclasses import fields
from decimal import Decimal
from fractions import Fraction
from typing import Any, TypeVar

from gklint.model.finding import Audit
from gklint.model.ledger import Ledger
from gklint.model.rule import Packs, Rule

Thing = TypeVar("Thing", Audit, Packs)
Record = TypeVar("Record", Rule, Ledger)
LEVEL = 1
"""Of zlib, whose sum also tells bytes that were damaged; half of its time buys no more than a fifth of the room."""


NUMBERS = ("fractions", "decimal")
"""Modules of the exact numbers that are no classes of gklint."""


class DamageError(ValueError):
    """These bytes are not what was packed."""


def packed(thing: Audit | Packs) -> bytes:
    """*thing* as bytes; an audit keeps what can be told, and loses how rules search and the sentences they read."""
    buffer = io.BytesIO()
    pickler = pickle.Pickler(buffer, protocol=5)
    if isinstance(thing, Audit):
        pickler.dispatch_table = copyreg.dispatch_table | {Rule: _rule, Ledger: _ledger}
    pickler.dump(thing)
    return zlib.compress(buffer.getvalue(), LEVEL)


def unpacked(data: bytes, kind: type[Thing]) -> Thing:
    """
    What was packed into *data*.

    Raises:
        DamageError: it is no *kind*.
    """
    try:
        thing = _Unpickler(io.BytesIO(zlib.decompress(data))).load()
    except Exception as error:  # a damaged pickle raises whatever it runs into
        raise DamageError(str(error)) from None
    if not isinstance(thing, kind):
        raise DamageError(f"{type(thing).__name__} found")
    return thing


def _rule(rule: Rule) -> tuple[type[Rule], tuple[Any, ...]]:
    return _all_but(rule, find=None, cases=())


def _ledger(ledger: Ledger) -> tuple[type[Ledger], tuple[Any, ...]]:
    return _all_but(ledger, sentences=())


def _all_but(record: Record, **instead: Any) -> tuple[type[Record], tuple[Any, ...]]:
    """How pickle is to make *record* again, with other values in the fields of *instead*."""
    names = (field.name for field in fields(record))
    return type(record), tuple(instead[name] if name in instead else getattr(record, name) for name in names)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> Any:
        is_ours = module.startswith("gklint.") or module in NUMBERS
        found = super().find_class(module, name) if is_ours else None
        if isinstance(found, type) and (found in (Fraction, Decimal) or found.__module__.startswith("gklint.")):
            return found
        raise DamageError(f"{module}.{name}")
