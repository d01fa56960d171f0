"""Official forms as data: what a pack declares about the tables of one generation of a form."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Form:
    """The official form that a document can follow."""

    id: str
    title: str
