"""What a person is asked to verify."""

from __future__ import annotations

from gklint.model.finding import Finding
from gklint.model.relation import Required
from gklint.reporters.wording import Words


def advice(finding: Finding, words: Words) -> str | None:
    """What to verify in *finding*; None for one that speaks of no relation."""
    if not finding.outcomes:
        return None
    claim = finding.outcomes[0].claim
    # What is not as required has advice of its own in some kinds: nothing was left out of a copied paragraph.
    own = f"advice.{claim.rule.kind}"
    if isinstance(claim.relation, Required) and words.has(own):
        return words(own)
    return words(f"advice.{type(claim.relation).__name__.lower()}")
