"""What goes to another process or into the cache comes back the same, and nothing else comes out of it."""

from __future__ import annotations

import os
import pickle
import zlib
from pathlib import Path

import pytest

from gklint.cli.runs.parcel import DamageError, packed, unpacked
from gklint.model.finding import Audit, Report
from gklint.model.rule import Packs
from gklint.pipeline import audit
from gklint.reporters import REPORTERS
from gklint.reporters.depth import needed
from gklint.reporters.style import Style
from tests.factory.evidence import packs

EXAMPLES = sorted(path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".md", ".txt"))


@pytest.mark.parametrize("form", REPORTERS)
def test_a_parcel_prints_like_what_was_packed(form: str) -> None:
    """Every format finds all that it prints in an audit of the depth that it asks for, unpacked."""
    audits = [audit(path.read_bytes(), path.name, packs()) for path in EXAMPLES]

    sent = [unpacked(packed(needed([form]).of(one)), Audit) for one in audits]

    render = REPORTERS[form].render
    assert render(Report(tuple(audits)), Style()) == render(Report(tuple(sent)), Style())


def test_rules_come_back_whole() -> None:
    """The packs that were read once need not be read again."""
    assert packs() == unpacked(packed(packs()), Packs)


class Calling:
    """What an attacker would pickle: a call of something that Python can import."""

    def __init__(self, call: object) -> None:
        self.call = call

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return self.call, ("echo",)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"not packed",
        packed(packs())[:-9],
        zlib.compress(b"no pickle"),
        zlib.compress(pickle.dumps(1)),
        zlib.compress(pickle.dumps(Calling(os.system))),
        zlib.compress(pickle.dumps(Calling(eval))),
        zlib.compress(b"\x80\x04\x8c\x10gklint.cli.files\x8c\tos.system\x93\x8c\x04echo\x85R."),
    ],
    ids=["nothing", "noise", "cut off", "no pickle", "another thing", "a system call", "eval", "a call behind gklint"],
)
def test_anything_else_is_damage(data: bytes) -> None:
    """Bytes that are no audit are told, and nothing in them is run."""
    with pytest.raises(DamageError):
        unpacked(data, Audit)
