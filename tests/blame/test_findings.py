"""Outcomes become findings: one for each fault, named by meaning."""

from __future__ import annotations

from dataclasses import replace

from gklint.blame import findings, unread
from gklint.errors import ReadError
from gklint.judge import judge
from gklint.model.claim import Claim, Outcome
from gklint.model.document import Cell, Document, Paragraph, Table, TextLocation, TextOrigin
from gklint.model.figure import CellPlace, Figure, Span
from gklint.model.ledger import Ledger
from gklint.model.relation import Cover, Partition, Required, Subset
from gklint.model.rule import Severity, Strength
from tests.build import claim, figure, rule


def ledger(*rows: tuple[str, int], above: int = 0) -> tuple[Ledger, list[Figure]]:
    """A document with *above* paragraphs and one table of labels and counts, one row each."""
    paragraphs = tuple(Paragraph("前言。", TextOrigin((0,), ((n + 1, 1),))) for n in range(above))
    grid, figures = [], []
    for row, (label, value) in enumerate(rows):
        cells = [
            Cell(text, row, column, 1, 1, TextOrigin((0,), ((above + row + 1, 1 + 10 * column),)))
            for column, text in enumerate((label, str(value)))
        ]
        grid.append(tuple(cells))
        place = CellPlace(0, row, 1, label, "数量")
        figures.append(
            replace(figure(value), id=row, block=above, span=Span(0, len(str(value))), cell=place, raw=str(value))
        )
    document = Document("report.md", "markdown", (*paragraphs, Table(tuple(grid))))
    return Ledger(document, tuple(figures), ()), figures


def broken(*claims: Claim) -> list[Outcome]:
    return [judge(one) for one in claims]


def test_finding_stands_at_the_whole() -> None:
    """The place to look first is the first operand of the equation."""
    book, (whole, *rest) = ledger(("合计", 9), ("甲", 3), ("乙", 4))

    (finding,) = findings(book, broken(claim(Partition(whole, tuple(rest)))))

    assert TextLocation(1, 11, 1, 12) == finding.location
    assert "9" == finding.quote.exact


def test_finding_stands_at_the_part_above_its_whole() -> None:
    """Where one part alone lies above its whole, that part is looked at first."""
    book, (whole, part) = ledger(("合计", 3), ("其中：甲", 4))

    (finding,) = findings(book, broken(claim(Subset(whole, (part,)))))

    assert ("4", "part-above-whole") == (finding.quote.exact, finding.message)


def test_relations_over_the_same_figures_are_one_fault() -> None:
    """A bound and the expected sum broken between the same figures give one finding, the more severe first."""
    book, (whole, *rest) = ledger(("合计", 9), ("甲", 3), ("乙", 4))
    bound = claim(Cover(whole, tuple(rest)), rule=rule("GK102"))
    expected = claim(Partition(whole, tuple(rest)), rule=rule("GK103", Strength.EXPECTED))

    (finding,) = findings(book, broken(expected, bound))

    assert ("GK102", Severity.ERROR, 2) == (finding.rule.code, finding.severity, len(finding.outcomes))


def test_fingerprint_survives_moves_and_new_numbers() -> None:
    """Inserted paragraphs leave both fingerprints, changed numbers only the one without values."""
    book, (whole, *rest) = ledger(("合计", 9), ("甲", 3), ("乙", 4))
    moved, (moved_whole, *moved_rest) = ledger(("合计", 9), ("甲", 3), ("乙", 4), above=3)
    changed, (changed_whole, *changed_rest) = ledger(("合计", 9), ("甲", 3), ("乙", 5))

    (first,) = findings(book, broken(claim(Partition(whole, tuple(rest)))))
    (second,) = findings(moved, broken(claim(Partition(moved_whole, tuple(moved_rest)))))
    (third,) = findings(changed, broken(claim(Partition(changed_whole, tuple(changed_rest)))))

    assert (first.fingerprint, first.values) == (second.fingerprint, second.values)
    assert first.fingerprint == third.fingerprint
    assert first.values != third.values


def test_equal_faults_have_different_ids() -> None:
    """Two faults with the same labels are told apart."""
    book, (one, two, part, other) = ledger(("合计", 3), ("合计", 3), ("甲", 4), ("甲", 5))

    found = findings(book, broken(claim(Partition(one, (part,))), claim(Partition(two, (other,)))))

    assert 2 == len({finding.id for finding in found})


def test_one_figure_that_breaks_two_sums_is_one_fault() -> None:
    """Two totals that one part lies above by as much are one finding, at the more severe of them."""
    book, (one, two, part) = ledger(("合计", 3), ("总计", 3), ("甲", 4))
    weak = claim(Partition(two, (part,)), rule=rule("GK103", Strength.EXPECTED))

    (finding,) = findings(book, broken(weak, claim(Partition(one, (part,)))))

    assert (Severity.ERROR, 2) == (finding.severity, len(finding.outcomes))
    assert ("4", 3) == (finding.suspects[0].figure.raw, finding.suspects[0].suggest)


def test_absence_stands_at_its_block() -> None:
    """A missing element points at the block that it was expected near."""
    book, _ = ledger(("合计", 3), above=2)

    (finding,) = findings(book, broken(claim(Required("table", 1), rule=rule(strength=Strength.HINT))))

    assert (TextLocation(2, 1, 2, 4), "required-table") == (finding.location, finding.message)


def test_unread_document_is_a_note() -> None:
    """A document that cannot be read is a note that names the obstacle."""
    finding = unread(rule("GK004"), "a.pdf", ReadError("encrypted", "needs a password"))

    assert (Severity.NOTE, "unread-encrypted") == (finding.severity, finding.message)
