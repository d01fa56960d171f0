"""Tables of Word documents: merges, pieces, tables in tables."""

import pytest

from tests.readers.ooxml import grids, p, r, tbl, tc

RESTART, CONTINUE = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
WIDE = '<w:gridSpan w:val="2"/>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (tbl([tc("头", WIDE)], [tc("甲"), tc("1")]), [["头", "头"], ["甲", "1"]]),
        (tbl([tc("甲", RESTART), tc("1")], [tc("隐", CONTINUE), tc("2")]), [["甲", "1"], ["甲", "2"]]),
        (
            tbl([tc("甲", WIDE + RESTART), tc("1")], [tc("", WIDE + CONTINUE), tc("2")]),
            [["甲", "甲", "1"], ["甲", "甲", "2"]],
        ),
        (tbl([tc("甲", RESTART), tc("乙", RESTART)], [tc("", CONTINUE), tc("", CONTINUE)]), [["甲", "乙"]]),
        (
            tbl([tc("甲"), tc("1")], [tc("乙", CONTINUE), tc("2")], [tc("丙", RESTART), tc("3")]),
            [["甲", "1"], ["乙", "2"], ["丙", "3"]],
        ),
        (
            tbl([tc("头", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")], [tc("甲"), tc("1")]),
            [["头", "头"], ["甲", "1"]],
        ),
        (tbl(['<w:trPr><w:gridBefore w:val="1"/></w:trPr>', tc("1")], [tc("甲"), tc("2")]), [["", "1"], ["甲", "2"]]),
        (tbl([tc("甲"), tc("1")], ["<w:trPr><w:del/></w:trPr>", tc("乙"), tc("2")]), [["甲", "1"]]),
        (tbl([tc("甲"), tc(p(r("22")) + p(r("（其中3）")))]), [["甲", "22\n（其中3）"]]),
        (tbl([tc("甲"), f"<w:sdt><w:sdtContent>{tc('1')}</w:sdtContent></w:sdt>"]), [["甲", "1"]]),
        (tbl([tc(p(r("甲"), '<w:ind w:leftChars="200" w:left="420"/>')), tc("1")]), [["　　甲", "1"]]),
        (
            tbl([tc("甲"), tc("1")]) + p("") + p('<w:r><w:br w:type="page"/></w:r>') + tbl([tc("乙"), tc("2")]),
            [["甲", "1"], ["乙", "2"]],
        ),
        (
            tbl([tc("项"), tc("数")], [tc("甲"), tc("1")]) + tbl([tc("项"), tc("数")], [tc("乙"), tc("2")]),
            [["项", "数"], ["甲", "1"], ["乙", "2"]],
        ),
    ],
    ids=[
        "grid span",
        "vertical merge",
        "both",
        "all merged",
        "merge without begin",
        "old merge",
        "grid before",
        "deleted row",
        "paragraphs",
        "cell control",
        "indent",
        "cut",
        "cut with header",
    ],
)
def test_table(body, expected):
    """Merged cells stand wherever they reach; pieces of one table are one."""
    assert [expected] == grids(body)


def test_nested_tables():
    """A table in a frame of one cell is read; one in a data cell follows its table."""
    inner = tbl([tc("甲"), tc("1")])
    rows = [[tc(f"第{n}行"), tc(str(n))] for n in range(5)]

    assert [[["甲", "1"]]] == grids(tbl([tc(p(r("说明")) + inner + p(""))]))
    assert [["甲", "1"]] == grids(tbl(*rows, [tc("注"), tc(inner + p(""))]))[1]


def test_slivers():
    """A grid column between edges that miss each other by a hair is none."""
    grid = '<w:tblGrid><w:gridCol w:w="900"/><w:gridCol w:w="12"/><w:gridCol w:w="900"/></w:tblGrid>'
    table = tbl([tc("甲"), tc("1", WIDE)], [tc("乙", WIDE), tc("2")])

    assert [[["甲", "1"], ["乙", "2"]]] == grids(table.replace("<w:tbl>", f"<w:tbl>{grid}"))
    assert [[["甲", "1", "1"], ["乙", "乙", "2"]]] == grids(table)
