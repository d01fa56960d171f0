"""A figure in a wrong unit is named, with the unit that was meant."""

from __future__ import annotations

import pytest

from gklint import pipeline
from gklint.model.finding import Slip
from tests.prose import packs

TEXTS = [
    pytest.param(
        "收入合计1236.58万元，由税收312.40万元、收费788.10万元、其他136.08亿元组成。",
        "136.08亿元",
        1360800,
        id="亿 for 万",
    ),
    pytest.param("税收312.40万元、收费788.10万元、其他136.08元，合计1236.58万元。", "136.08元", 1360800, id="no 万"),
]


@pytest.mark.parametrize(("text", "raw", "meant"), TEXTS)
def test_unit_is_named(text: str, raw: str, meant: int) -> None:
    """The part whose digits are right in another unit is a suspect, with the value that closes the sum."""
    audit = pipeline.audit(text.encode(), "report.md", packs())

    suspects = [suspect for finding in audit.findings for suspect in finding.suspects]
    found = [one for one in suspects if one.figure.raw == raw]
    assert found
    assert meant == found[0].suggest
    assert Slip.UNIT in [reason.slip for reason in found[0].reasons]
