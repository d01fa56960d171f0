"""The console script. ``--version`` is answered before anything heavy is imported: editors ask for it often."""

import gc
import os
import sys

from gklint import __version__


def script() -> None:
    """Run gklint as a process of its own: ``main`` in a hurry."""
    # Nearly everything that a run makes it keeps, and cycles are few: looking for garbage after every 700 new objects,
    # as is the default, takes a tenth of the time of a long text and finds nothing.
    gc.set_threshold(100_000, 50, 100)
    try:
        main()
    except SystemExit as end:
        _leave(end)


def main() -> None:
    """Run gklint with the arguments of this process; commands end in SystemExit."""
    if sys.argv[1:] == ["--version"]:
        print(f"gklint {__version__}")
        return
    from gklint.cli import main as run

    run()


def _leave(end: SystemExit) -> None:
    """End the process as *end* says, without taking a hundred modules apart first."""
    if not isinstance(end.code, int):
        raise end
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        raise end from None
    os._exit(end.code)


if __name__ == "__main__":
    script()
