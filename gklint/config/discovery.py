"""
Which file of settings is nearest to a report.

The search goes from a folder upwards to the root of its repository, the first folder that holds ``.git``. Outside of a
repository it ends at the current folder, and for what does not lie below that one at its own folder: nobody's report is
judged by what happens to stand in a home or at the root of a disk.
"""

from __future__ import annotations

import os
from collections.abc import Iterator

NAME, SHARED = "gklint.toml", "pyproject.toml"


def nearest(folder: str, here: str) -> str | None:
    """The path of the file for what lies in *folder*, None without one; *here* is the current folder."""
    return next((file for place in _candidates(folder, here) if (file := _within(place))), None)


def _candidates(folder: str, here: str) -> Iterator[str]:
    parents = [folder]
    while (parent := os.path.dirname(parents[-1])) != parents[-1]:
        parents.append(parent)
    # Not Path.exists: before Python 3.12 that raises in a folder without permission.
    root = next((i for i, parent in enumerate(parents) if os.path.exists(os.path.join(parent, ".git"))), None)
    if root is None:
        root = parents.index(here) if here in parents else 0
    yield from parents[: root + 1]


def _within(folder: str) -> str | None:
    """gklint.toml in *folder*, else a pyproject.toml that speaks of gklint."""
    own, shared = os.path.join(folder, NAME), os.path.join(folder, SHARED)
    if os.path.isfile(own):
        return own
    return shared if os.path.isfile(shared) and _speaks_of_us(shared) else None


def _speaks_of_us(path: str) -> bool:
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False
    # Most have nothing to say to gklint, and a parser takes a tenth of the time of a small report.
    if b"gklint" not in data:
        return False
    import tomllib

    try:
        tool = tomllib.loads(data.decode("utf-8-sig")).get("tool", {})
    except ValueError:
        return True  # whoever reads it as settings tells what is wrong
    return "gklint" in tool
