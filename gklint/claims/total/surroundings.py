"""Notes beside a table that say why its sums need not come out."""

from __future__ import annotations

import re

from gklint.model.document import Paragraph
from gklint.model.ledger import Ledger, Sheet
from gklint.start.patterns import lazy

NOTES: dict[str, re.Pattern[str]] = {
    "rounded": lazy(
        r"四舍五入|尾\s*差|尾\s*数|不等于合计|(?:合计|总计|总数).{0,12}(?:略有差异|不等|不符)"
        r"|(?:due to|because of) (?:independent )?rounding|rounded (?:independently|to)|may not (?:add|sum)",
        re.IGNORECASE,
    ),
    "cover": lazy(
        r"(?:只|均)?计\s*(?:1|一)\s*[条次件]|重复计|不重复|去重|multiple (?:answers|responses)|not mutually exclusive"
    ),
    "estimate": lazy(r"不完全统计|初步统计|据估算"),
}
"""Key of the note in the wording, and the words that make it."""
BEFORE, BEHIND = 2, 3


def softening(ledger: Ledger, sheet: Sheet) -> tuple[str, ...]:
    """The notes that stand in the labels of *sheet* or in the blocks around it, up to the next heading or table."""
    cells = (cell for row in sheet.table.grid for cell in row if cell and not cell.text[:1].isdecimal())
    texts = [" ".join(cell.text for cell in cells)]
    blocks = ledger.document.blocks
    above, below = (
        range(sheet.block - 1, sheet.block - 1 - BEFORE, -1),
        range(sheet.block + 1, sheet.block + 1 + BEHIND),
    )
    for indices in (above, below):
        for index in indices:
            block = blocks[index] if 0 <= index < len(blocks) else None
            if not isinstance(block, Paragraph):
                break
            texts.append(block.text)
    text = "\n".join(texts)
    return tuple(key for key, pattern in NOTES.items() if pattern.search(text))
