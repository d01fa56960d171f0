"""The rules of this installation, or of a folder of one's own."""

from __future__ import annotations

from pathlib import Path

from gklint.model.rule import Packs


def packs(root: Path | None = None, *, cases: bool = True) -> Packs:
    """All packs below *root*, by default those that came with gklint; their rules without *cases* load faster."""
    from gklint.claims import KINDS
    from gklint.packs.find import rules_root
    from gklint.packs.load import load

    return load(root or rules_root(), {name: kind.Find for name, kind in KINDS.items()}, cases=cases)
