"""The rules of this installation, or of a folder of one's own."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import gklint
from gklint.cli.language import t
from gklint.errors import PackError
from gklint.model.rule import Packs
from gklint.packs.find import digest, rules_root
from gklint.start import codes
from gklint.start.foreign import distrust

if TYPE_CHECKING:
    from gklint.cli.runs.store import Store


def packs(root: Path | None = None, *, cases: bool = True) -> Packs:
    """
    All packs below *root*, by default those that came with gklint; their rules without *cases* load faster. Rules of
    another *root* may speak of the forms of gklint too.
    """
    from gklint.claims import KINDS
    from gklint.packs.load import forms, load

    kinds = {name: kind.Find for name, kind in KINDS.items()}
    beside = () if root is None else forms(rules_root())
    return load(root or rules_root(), kinds, cases=cases, beside=beside)


def packs_with(folders: Sequence[str], shipped: Packs, *, cases: bool = False) -> Packs:
    """
    The *shipped* packs together with those in *folders*, these with *cases* or without.

    Raises:
        PackError: a folder is not there or holds no rule, or what is in it is not well formed.
    """
    if not folders:
        return shipped
    from gklint.packs.load import together

    own = [_own(folder, cases=cases) for folder in folders]
    distrust(item for each in own for item in (*(rule.find for rule in each.rules), *each.forms))
    return together(shipped, own)


def _own(folder: str, *, cases: bool) -> Packs:
    if not os.path.isdir(folder):
        raise PackError(t(f"packs：{folder}：没有这个文件夹", f"packs: {folder}: no such folder"))
    found = packs(Path(folder), cases=cases)
    if not found.rules:
        raise PackError(
            t(
                f"packs：{folder}：其中没有规则，规则应写在 {folder}/包名/规则名.toml",
                f"packs: {folder}: holds no rule; a rule stands in {folder}/PACK/RULE.toml",
            )
        )
    return found


def packs_from(store: Store | None) -> Packs:
    """The packs of this installation without cases, from *store* if it has them: read anew they take half as long as
    a small report."""
    if store is None:
        return packs(cases=False)
    from gklint.cli.runs.parcel import DamageError, packed, unpacked

    key = identity() + b"packs"
    data = store.get(key)
    try:
        if data:
            return unpacked(data, Packs)
    except DamageError:
        pass
    loaded = packs(cases=False)
    store.put([(key, packed(loaded))])
    return loaded


def recall_patterns(store: Store) -> None:
    """Take the patterns that earlier runs compiled from *store*."""
    codes.recall(store.get(_patterns()))


def keep_patterns(store: Store) -> None:
    """Put the patterns that this run compiled into *store*."""
    if learnt := codes.learnt():
        store.put([(_patterns(), learnt)])


def _patterns() -> bytes:
    return b"patterns" + sys.version.encode()


@cache
def identity() -> bytes:
    """A hash of what gklint is here: two runs with the same one find the same in the same documents."""
    hashed = sha256(f"{gklint.__version__} {sys.version_info[:2]}".encode())
    hashed.update(digest(rules_root()))
    package = Path(gklint.__file__).resolve().parent
    if rules_root().parent == package.parent:
        # A checkout changes without its version, its data as its code.
        for path in sorted(os.path.join(folder, name) for folder, _, names in os.walk(package) for name in names):
            if not path.endswith(".pyc"):
                status = os.stat(path)
                hashed.update(f"{path} {status.st_size} {status.st_mtime_ns}\0".encode())
    return hashed.digest()
