"""Where the rules that ship with gklint are: beside the package in a wheel, beside the sources in a checkout."""

from __future__ import annotations

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
