"""Figures of headings and paragraphs."""

from gklint.figures import prose
from gklint.model.document import Paragraph, Span, TextOrigin
from gklint.model.numeral import Identifier


def test_figures_and_names_of_a_paragraph() -> None:
    """Quantities become figures numbered from the given id; the other digits are kept with their block."""
    block = Paragraph("2020年公开近280条。", TextOrigin((0,), ((1, 1),)))

    (figure,), (other,) = prose.figures(block, 4, 7)

    assert (7, 4, Span(8, 11), "近280条") == (figure.id, figure.block, figure.span, figure.raw)
    assert isinstance(other[2], Identifier)
    assert (4, None, "2020年") == (other[0], other[1], other[2].raw)
