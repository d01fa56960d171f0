"""Which rules were applied, so that a signed sheet can be checked again: each pack with a hash of its files."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from gklint.packs.find import digest, rules_root

DIGITS = 8


def editions(roots: Iterable[Path] = ()) -> tuple[str, ...]:
    """``core 3f9a12bc`` for each pack in *roots* and of this installation."""
    folders = (folder for root in (*roots, rules_root()) for folder in sorted(root.iterdir()) if folder.is_dir())
    return tuple(f"{folder.name} {digest(folder).hex()[:DIGITS]}" for folder in folders)
