"""The language of this run: ``--lang``, else GKLINT_LANG, else Chinese. Help texts need it before click has parsed."""

from __future__ import annotations

import os
import sys

LANGUAGES = ("zh", "en")


def chosen() -> str:
    """The language asked for; a value that is none is left to click to complain about."""
    for index, argument in enumerate(sys.argv):
        if argument == "--lang" and index + 1 < len(sys.argv) and sys.argv[index + 1] in LANGUAGES:
            return sys.argv[index + 1]
        if argument.startswith("--lang=") and argument.removeprefix("--lang=") in LANGUAGES:
            return argument.removeprefix("--lang=")
    named = os.environ.get("GKLINT_LANG", "").lower()
    return next((language for language in LANGUAGES if named.startswith(language)), LANGUAGES[0])


def t(zh: str, en: str) -> str:
    """The one of two texts that is in the language of this run."""
    return zh if chosen() == "zh" else en
