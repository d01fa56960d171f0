"""Report -> text: one module for each output format."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from gklint.model.finding import Report
    from gklint.reporters.style import Style


class Reporter(Protocol):
    """A module with one function; it prints what the report holds and computes nothing anew."""

    def render(self, report: Report, style: Style) -> str:
        """*report* as text that ends with a line end."""
        ...


class _OnDemand:
    """A reporter's module, imported when it is first used: nobody pays for formats that are not asked for."""

    def __init__(self, module: str) -> None:
        self._module = module

    def render(self, report: Report, style: Style) -> str:
        reporter: Reporter = import_module(f"gklint.reporters.{self._module}")
        return reporter.render(report, style)


REPORTERS: dict[str, Reporter] = {
    "full": _OnDemand("terminal"),
    "concise": _OnDemand("concise"),
    "grouped": _OnDemand("grouped"),
    "json": _OnDemand("json_"),
    "jsonl": _OnDemand("jsonl"),
    "sarif": _OnDemand("sarif"),
    "sarif-github": _OnDemand("sarif_github"),
    "github": _OnDemand("github"),
    "gitlab": _OnDemand("gitlab"),
    "rdjson": _OnDemand("rdjson"),
    "junit": _OnDemand("junit"),
    "csv": _OnDemand("csv_"),
    "markdown": _OnDemand("markdown"),
    "statistics": _OnDemand("statistics"),
}

FOR_PEOPLE = ("full", "concise", "grouped", "statistics")
"""Formats in the encoding of whoever reads them; all others are UTF-8 by definition."""
