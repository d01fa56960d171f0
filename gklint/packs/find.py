"""Where the rules that ship with gklint are: beside the package in a wheel, beside the sources in a checkout."""

from __future__ import annotations

import os
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import gklint
from gklint.errors import PackError


def rules_root() -> Path:
    """
    The folder of packs of this installation.

    Raises:
        PackError: the installation is broken; there is no such folder.
    """
    package = Path(gklint.__file__).resolve().parent
    # A wheel carries the folder inside the package; a checkout and an editable install keep it next to the package.
    for folder in (package / "_rules", package.parent / "rules"):
        if folder.is_dir():
            return folder
    raise PackError(f"{package / '_rules'}: folder: missing, reinstall gklint")


def digest(root: Path) -> bytes:
    """A hash of all that is written in the TOML files below *root*, and of their names."""
    hashed = sha256()
    for name in _files(str(root)):
        with open(name, "rb", buffering=0) as file:
            data = file.read()
        hashed.update(f"{os.path.relpath(name, root)}\0{len(data)}\0".encode())
        hashed.update(data)
    return hashed.digest()


def _files(folder: str) -> Iterator[str]:
    # Not Path.glob: this is asked in every run, and takes half of the time.
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path)
        elif entry.name.endswith(".toml"):
            yield entry.path
