"""The console script. ``--version`` is answered before anything heavy is imported: editors ask for it often."""

import sys

from gklint import __version__


def main() -> None:
    if sys.argv[1:] == ["--version"]:
        print(f"gklint {__version__}")
        return
    from gklint.cli import main as run

    run()


if __name__ == "__main__":
    main()
