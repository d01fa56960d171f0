"""Directives in a report, applied to its findings."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from gklint.blame.upkeep import Fault, Remark, is_upkeep, told
from gklint.model.document import Directive, DocxLocation, PdfLocation, TextLocation
from gklint.model.finding import Audit, Finding, Waiver
from gklint.model.rule import Packs
from gklint.suppress.directives import Ignore, named, names, read
from gklint.suppress.reach import reach, units

QUOTED = 48
"""Characters of a directive that its finding shows."""


def directed(audit: Audit, packs: Packs) -> Audit:
    """
    *audit* with the findings waived that the document's directives excuse, and with findings about directives that
    are unused, lapsed, without a reason or unclear. Directives about rules that this run leaves out stay silent.
    """
    if audit.ledger is None or not audit.ledger.document.directives:
        return audit
    work = _Work(audit, packs)
    remarks = [remark for directive in audit.ledger.document.directives for remark in work.apply(directive)]
    return replace(audit, findings=(*work.findings, *told(remarks, packs.rules)))


class _Work:
    """The findings of one report while its directives are applied, one after the other."""

    def __init__(self, audit: Audit, packs: Packs) -> None:
        if audit.ledger is None:
            raise ValueError(f"{audit.path}: directives of a document that was not read")
        self.findings = list(audit.findings)
        self._document = audit.ledger.document
        self._units = tuple(units(self._document))
        self._about = audit.ledger.about
        self._packs = packs

    def apply(self, directive: Directive) -> Iterator[Remark]:
        """Waive what *directive* excuses; what is wrong with it."""
        ignore = read(directive)
        if ignore is None:
            yield self._remark("unclear", directive, "")
            return
        unknown = [rule for rule in ignore.rules if not named(rule, self._packs.known)]
        if unknown:
            yield self._remark("unclear", directive, ", ".join(unknown))
        if not ignore.reason:
            yield self._remark("reasonless", directive, "")
            return
        idle = [rule for rule in ignore.rules if rule not in unknown and self._on_trial(rule)]
        lapsed: list[str] = []
        for index, rule in self._spoken_of(ignore):
            if rule in idle:
                idle.remove(rule)
            if not ignore.pinned(self.findings[index]):
                lapsed.append(rule)
            elif self.findings[index].waived is None:
                waiver = Waiver(ignore.reason, f"{self._document.name}{_place(directive)}")
                self.findings[index] = replace(self.findings[index], waived=waiver)
        if lapsed:
            yield self._remark("lapsed", directive, ", ".join(dict.fromkeys(lapsed)))
        if idle:
            yield self._remark("unused", directive, ", ".join(idle))

    def _on_trial(self, selector: str) -> bool:
        """Whether a rule that *selector* names runs at all."""
        return any(names(selector, rule) for rule in self._packs.rules)

    def _spoken_of(self, ignore: Ignore) -> Iterator[tuple[int, str]]:
        """The index of each finding that *ignore* speaks of, and by which of its selectors."""
        here = reach(self._document, self._units, ignore)
        for index, finding in enumerate(self.findings):
            if not is_upkeep(finding) and here.holds(finding, len(self._document.blocks)):
                yield from ((index, selector) for selector in ignore.rules if names(selector, finding.rule))

    def _remark(self, fault: Fault, directive: Directive, detail: str) -> Remark:
        text = " ".join(directive.text.split())
        quote = text if len(text) <= QUOTED else text[: QUOTED - 1] + "…"
        return Remark(fault, self._document.name, directive.location, quote, detail, self._about)


def _place(directive: Directive) -> str:
    """Where a directive stands, behind the name of its file."""
    match directive.location:
        case TextLocation(line=line):
            return f":{line}"
        case DocxLocation(block=block):
            return f"#{block + 1}"
        case PdfLocation(page=page):
            return f"#page={page}"


def excusable(finding: Finding) -> bool:
    """Whether a person may excuse *finding*: not what is said of waivers, and not that a document was not read."""
    return bool(finding.outcomes) and not is_upkeep(finding)
