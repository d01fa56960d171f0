"""Report -> text: one module for each output format."""

from __future__ import annotations

from typing import Protocol

from gklint.model.finding import Report
from gklint.reporters import concise, json_, terminal
from gklint.reporters.style import Style


class Reporter(Protocol):
    """A module with one function; it prints what the report holds and computes nothing anew."""

    def render(self, report: Report, style: Style) -> str:
        """*report* as text that ends with a line end."""
        ...


REPORTERS: dict[str, Reporter] = {"full": terminal, "concise": concise, "json": json_}
