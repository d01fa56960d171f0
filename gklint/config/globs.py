"""Patterns of files, written as in .gitignore."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import cache

Fits = Callable[[str], bool]
"""Whether the file at a path fits."""


@cache
def fitting(patterns: tuple[str, ...], folder: str) -> Fits:
    """What fits one of *patterns*, which are relative to *folder*; what lies elsewhere never does."""
    if not patterns:
        return lambda path: False
    from pathspec import GitIgnoreSpec  # for who has patterns

    spec = GitIgnoreSpec.from_lines(patterns)

    def fits(path: str) -> bool:
        try:
            inside = os.path.relpath(path, folder).replace(os.sep, "/")
        except ValueError:  # another drive
            return False
        if inside == ".." or inside.startswith("../"):
            return False
        return spec.match_file(inside + "/" if os.path.isdir(path) else inside)

    return fits
