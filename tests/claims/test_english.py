"""The same claims in English: of which, respectively, out of, per cent, rose from and to, in prose and in tables."""

from __future__ import annotations

import pytest

from tests.prose import told

TITLE = "# Annual report 2023\n\n"

PROSE = [
    pytest.param(
        "breakdown", "We received 120 requests, of which 90 were granted and {} were refused.", 30, 40, id="of which"
    ),
    pytest.param(
        "breakdown", "We received 120 requests: 70 from individuals and {} from companies.", 50, 55, id="a colon"
    ),
    pytest.param(
        "breakdown",
        "A total of 140 complaints were filed, including 80 by phone and {} by post.",
        60,
        70,
        id="including",
    ),
    pytest.param(
        "breakdown",
        "In total, we handled 310 cases: 120 in spring, 100 in summer, and {} in autumn.",
        90,
        95,
        id="in total",
    ),
    pytest.param("share", "We answered 90 out of 120 requests ({}%).", 75, 80, id="out of"),
    pytest.param("share", "Of the 80 applications, 60 ({}%) were approved.", 75, 70, id="of the"),
    pytest.param("share", "90 of 120 requests, or {}%, were answered.", 75, 85, id="or"),
    pytest.param("change", "Requests rose from 100 to {}, an increase of 20%.", 120, 130, id="an increase of"),
    pytest.param("change", "The number of visits increased from 500 to {}.", 550, 450, id="direction"),
]


@pytest.mark.parametrize(("kind", "shape", "right", "wrong"), PROSE)
def test_prose(kind: str, shape: str, right: int, wrong: int) -> None:
    """A right figure gives no finding, a wrong one gives one that names it."""
    clean = [word for _, word, _ in told(kind, TITLE + shape.format(right))]
    broken = [operands for _, word, operands in told(kind, TITLE + shape.format(wrong)) if word in ("error", "warning")]

    assert {"pass", "open"} >= set(clean)
    assert any(operand.startswith(str(wrong)) for operands in broken for operand in operands)


CLEAN = [
    pytest.param("We received 120 requests, including 30 from lawyers.", id="one part of many"),
    pytest.param("We received 120 requests in 2022 and 90 in 2023.", id="two years"),
    pytest.param("Requests rose from 100 to 130, an increase of 30%. In 2022 they fell by 5%.", id="two changes"),
    pytest.param("We held 12 workshops in May and 14 workshops in June.", id="two months"),
    pytest.param("About 120 requests were received; roughly 60% came by post.", id="approximators"),
    pytest.param("See section 12, table 4 and page 90 of the 2021 report.", id="places in a document"),
]


@pytest.mark.parametrize("text", CLEAN)
@pytest.mark.parametrize("kind", ["breakdown", "share", "change", "same", "subset", "listing"])
def test_clean(kind: str, text: str) -> None:
    """Sentences that are right say nothing wrong."""
    assert {"pass", "open"} >= {word for _, word, _ in told(kind, TITLE + text)}
