"""A bug of gklint, described for whoever is to mend it."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeVar

from gklint.errors import GklintError
from gklint.start.records import dataclass

PACKAGE = os.path.dirname(__file__)
MOST_LINES = 60
"""Of a traceback: a recursion without end repeats itself, and a batch may hold many failures."""

Done = TypeVar("Done")


@dataclass(frozen=True, slots=True)
class Failure:
    """*where* is one line without paths of this machine (``KeyError, reporters/json_.py:164``)."""

    where: str
    traceback: str


def attempt(do: Callable[[], Done]) -> Done | Failure:
    """What *do* returns, or how gklint failed at it: the border behind which one document's trouble stays."""
    try:
        return do()
    except GklintError:
        raise
    except Exception as error:
        return failure(error)


def failure(error: BaseException) -> Failure:
    """What is known of *error*; what its frames hold is let go, for memory may be what was missing."""
    import traceback  # which takes a millisecond, for what should never happen

    traceback.clear_frames(error.__traceback__)
    lines = "".join(traceback.format_exception(error)).splitlines()
    if len(lines) > MOST_LINES:
        half = MOST_LINES // 2
        lines = [*lines[:half], "  …", *lines[-half:]]
    return Failure(_where(error), "\n".join(lines))


def _where(error: BaseException) -> str:
    """The kind of *error* and the innermost line of ours that it came through."""
    name, place, step = type(error).__name__, "", error.__traceback__
    while step is not None:
        path = step.tb_frame.f_code.co_filename
        if path.startswith(PACKAGE + os.sep):
            inside = path.removeprefix(PACKAGE + os.sep).replace(os.sep, "/")
            place = f", {inside}:{step.tb_lineno}"
        step = step.tb_next
    return name + place
