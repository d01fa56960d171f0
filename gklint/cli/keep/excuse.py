"""The finding that a person wants to excuse, as an entry of ``gklint-waivers.toml``."""

from __future__ import annotations

from gklint.cli.language import t
from gklint.errors import ConfigError
from gklint.model.finding import Report
from gklint.suppress.directed import excusable
from gklint.suppress.entries import Entry

LEAST = 4
"""Characters of an id that are enough if no other finding begins with them."""


def excused(report: Report, identity: str, reason: str, by: str) -> Entry:
    """
    The entry for the finding with this id.

    Raises:
        ConfigError: no finding has this id or several have, it cannot be excused or is already, or the reason is empty.
    """
    if not reason.strip():
        raise ConfigError(t("--reason：请写明理由", "--reason: please say why"))
    found = {
        finding.values: (audit, finding)
        for audit in report.audits
        for finding in audit.findings
        if len(identity) >= LEAST and finding.id.startswith(identity)
    }
    if not found:
        raise ConfigError(t(f"没有编号为 {identity} 的问题", f"no finding has the id {identity}"))
    if len(found) > 1:
        ids = ", ".join(sorted(finding.id for _, finding in found.values()))
        raise ConfigError(t(f"{identity} 不唯一：{ids}", f"{identity} fits several findings: {ids}"))
    ((audit, finding),) = found.values()
    if finding.waived:
        origin = finding.waived.origin
        raise ConfigError(t(f"{identity} 已在 {origin} 豁免", f"{identity} is waived already at {origin}"))
    if not excusable(finding):
        raise ConfigError(t(f"{finding.rule.code} 不能豁免", f"{finding.rule.code} cannot be waived"))
    code, shown = finding.rule.code, finding.quote.exact
    return Entry(finding.fingerprint, finding.values, code, audit.about, reason.strip(), shown, by.strip())
