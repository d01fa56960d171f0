"""Where a finding is, as programs want it: a relative URI, and lines only where a file has any."""

from __future__ import annotations

import os
from urllib.parse import quote

from gklint.model.document import Location, PdfLocation, TextLocation
from gklint.model.finding import Finding
from gklint.reporters.places import spot
from gklint.reporters.story import message
from gklint.reporters.suspects import brief
from gklint.reporters.wording import Words

NOWHERE = TextLocation(1, 1, 1, 1)
"""Where findings are that speak of a file as a whole."""


def slashed(path: str) -> str:
    """*path* as it stands, with ``/`` on every system and without a leading ``./``."""
    return path.replace(os.sep, "/").removeprefix("./")


def uri(path: str) -> str:
    """*path* as the relative reference of a URI; one that is absolute, or on a drive of Windows, as a ``file`` URI."""
    plain = path.replace("\\", "/").removeprefix("./")
    encoded = quote(plain, safe="/", errors="surrogateescape")
    if plain[1:3] == ":/":
        return f"file:///{plain[0]}:{quote(plain[2:], safe='/', errors='surrogateescape')}"
    return f"file://{encoded}" if plain.startswith("/") else encoded


def lines(location: Location) -> TextLocation | None:
    """*location* if it has a line: Word, PDF and what was not read have none, and line 1 would send people astray."""
    return location if isinstance(location, TextLocation) and location != NOWHERE else None


def page(location: Location) -> int | None:
    return location.page if isinstance(location, PdfLocation) else None


def told(finding: Finding, words: Words) -> str:
    """The message of *finding* with the figure that is probably wrong, if it is known."""
    return message(finding, words) + brief(finding, words)


def placed(finding: Finding, words: Words) -> str:
    """What is ``told``, with the place in words where the format itself has none to give: a Word or a PDF file."""
    place = "" if lines(finding.location) else where(finding, words)
    return words("at", place=place, raw=told(finding, words)) if place else told(finding, words)


def where(finding: Finding, words: Words) -> str:
    """The line, paragraph or page of *finding* in words; "" where it speaks of the whole file."""
    return "" if finding.location == NOWHERE else spot(finding.location, words)
