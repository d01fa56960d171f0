"""PDF → blocks: tables from rules, paragraphs from lines, faults as ReadErrors and doubts."""

from __future__ import annotations

import io
import random
import re

import pdfplumber
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from gklint.errors import ReadError
from gklint.model.document import Document, Heading, Paragraph, PdfLocation, Span, Table
from gklint.readers.pdf import read
from tests.readers.paper import LEFT, Paper

SENTENCE = "本年度共收到申请1,234件，比上年增长5.6%，其中自然人申请1,200件，其他申请34件；"
ROWS = [["事项", "上年", "本年"], ["受理", "12", "345"], ["办结", "11", "344"], ["合计", "23", "689"]]


def texts(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Heading | Paragraph)]


def tables(document: Document) -> list[list[list[str]]]:
    """Each table as rows of texts; a merged cell repeats its text."""
    grids = [block.grid for block in document.blocks if isinstance(block, Table)]
    return [[[cell.text if cell else "" for cell in row] for row in grid] for grid in grids]


def of(paper: Paper) -> Document:
    return read(paper.bytes(), "report.pdf")


class TestParagraphs:
    def test_wrapped_lines(self) -> None:
        """Lines that end at the right margin are one paragraph, without blanks between Chinese characters."""
        paper = Paper()
        top = paper.paragraph(SENTENCE * 5, 100)
        paper.paragraph(SENTENCE * 3, top)

        assert [SENTENCE * 5, SENTENCE * 3] == texts(of(paper))

    def test_number_over_line_end(self) -> None:
        """A number that the margin broke is read as one."""
        paper = Paper()
        for top in (100, 145):
            paper.paragraph(SENTENCE * 3, top)
        paper.write("全" * 43 + "12", LEFT, 250).write("34件。", LEFT, 265)

        assert "全" * 43 + "1234件。" == texts(of(paper))[-1]

    def test_over_page_break(self) -> None:
        """A paragraph goes on behind a page break; the page numbers between its halves are no part of it."""
        paper = Paper()
        paper.paragraph("首段" + SENTENCE * 6, 100)
        paper.write("全" * 45, LEFT, 740).write("— 1 —", 280, 800).turn_page()
        paper.write("共3件。", LEFT, 80).write("— 2 —", 280, 800)
        paper.paragraph(SENTENCE * 6, 100)

        assert "全" * 45 + "共3件。" in texts(of(paper))

    @pytest.mark.parametrize("number", ["- {} -", "— {} —", "{}", "第 {} 页", "第{}页 共3页", "{}/3", "Page {} of 3"])
    def test_page_numbers(self, number: str) -> None:
        """Page numbers in the margins are left out, whatever form they have."""
        paper = Paper()
        for page in (1, 2, 3):
            paper.write(f"第{page}部分的说明。", LEFT, 100)
            paper.write(number.format(page), 280, 800).turn_page()

        assert not any(re.search(r"Page|/|—|-|第.页|^\d$", text) for text in texts(of(paper)))

    def test_running_heads(self) -> None:
        """A line at the same place of every page is left out, a table's unit is not."""
        paper = Paper()
        for page in range(4):
            paper.write("某局年度报告汇编", 240, 30).write("单位：万元", 450, 60)
            paper.write(f"本页说明{page}件事。", LEFT, 120).turn_page()

        found = texts(of(paper))

        assert ["单位：万元", "本页说明0件事。"] == found[:2]
        assert "某局年度报告汇编" not in found

    def test_contents(self) -> None:
        """Entries of a table of contents are no headings and state no figures."""
        paper = Paper().write("一、概况 ………………………………… 3", LEFT, 100).write("一、概况", LEFT, 130)

        assert ["一、概况"] == texts(of(paper))

    def test_headings(self) -> None:
        """Large print and ordinals make headings with levels."""
        paper = Paper().write("某局2023年度报告", 200, 80, 20).write("一、总体情况", LEFT, 130)
        paper.paragraph(SENTENCE * 3, 160)

        found = [(b.level, b.text) for b in of(paper).blocks if isinstance(b, Heading)]

        assert [(1, "某局2023年度报告"), (2, "一、总体情况")] == found

    def test_gaps(self) -> None:
        """Spread characters get no blanks; blanks of letter-spaced words are left out, those between words stay."""
        paper = Paper().write("总 计", LEFT, 100).write("total of cases", LEFT, 130)
        for x, character in zip((0, 13, 26, 34, 42), "收到12件", strict=True):
            paper.write(character, LEFT + x, 160)

        assert ["总计", "total of cases", "收到12件"] == texts(of(paper))

    def test_overprint(self) -> None:
        """Characters that are printed twice to look bold are read once."""
        paper = Paper().write("共收到110件", LEFT, 100).write("共收到110件", LEFT + 0.4, 100)

        assert ["共收到110件"] == texts(of(paper))


class TestTables:
    def test_ruled(self) -> None:
        """A table with all its rules is read cell by cell."""
        paper = Paper()
        paper.table(ROWS, 100, widths=[100, 80, 80])

        assert [ROWS] == tables(of(paper))

    def test_bars(self) -> None:
        """Thin filled rectangles are rules too."""
        paper = Paper()
        for number, row in enumerate(ROWS):
            for x, text in zip((75, 175, 255), row, strict=True):
                paper.write(text, x, 104 + 20 * number)
        for number in range(5):
            paper.bar(72, 99.5 + 20 * number, 332, 100 + 20 * number)
        for x in (72, 172, 252, 332):
            paper.bar(x - 0.5, 100, x, 180)

        assert [ROWS] == tables(of(paper))

    def test_boxes(self) -> None:
        """Cells drawn as boxes side by side are one table."""
        paper = Paper()
        for number, row in enumerate(ROWS):
            for column, text in enumerate(row):
                x, y = 72 + 90 * column, 100 + 20 * number
                paper.box(x, y, x + 90, y + 20).write(text, x + 3, y + 4)

        assert [ROWS] == tables(of(paper))

    def test_lines_in_a_cell(self) -> None:
        """Lines of a cell are joined; a number that filled its column is one number, two numbers stay two."""
        paper = Paper()
        rows = [["很长的\n项目名称", "1,234,\n567", "12\n34"], ["乙", "1", "2"]]
        paper.table(rows, 100, widths=[100, 40, 80], height=34)

        assert ["很长的项目名称", "1,234,567", "12\n34"] == tables(of(paper))[0][0]

    def test_columns_without_row_rules(self) -> None:
        """Rows that only their lines part, in a table with ruled columns, are rows."""
        paper = Paper()
        rows = [["地区", "上年", "本年"], ["甲\n乙\n丙", "12\n3\n45", "1\n22\n3"]]
        paper.table(rows, 100, widths=[100, 80, 80], height=44)

        expected = [["地区", "上年", "本年"], ["甲", "12", "1"], ["乙", "3", "22"], ["丙", "45", "3"]]
        assert [expected] == tables(of(paper))

    def test_indents(self) -> None:
        """A label set in from its column's edge keeps its depth as leading blanks."""
        paper = Paper()
        rows = [["合计", "6"], ["甲类", "4"], ["", "1"], ["", "3"], ["乙类", "2"]]
        paper.table(rows, 100, widths=[120, 80])
        paper.write("甲一", LEFT + 23, 144).write("甲二", LEFT + 23, 164)

        assert ["合计", "甲类", "\u3000\u3000甲一", "\u3000\u3000甲二", "乙类"] == [r[0] for r in tables(of(paper))[0]]

    @pytest.mark.parametrize("repeated", [True, False], ids=["header repeated", "header once"])
    def test_page_break(self, repeated: bool) -> None:
        """A table that goes on at the top of the next page is one table with one header."""
        paper = Paper()
        paper.table(ROWS[:3], 700, widths=[100, 80, 80])
        paper.write("- 1 -", 280, 800).turn_page()
        paper.table([*(ROWS[:1] if repeated else []), ROWS[3]], 60, widths=[100, 80, 80])

        assert [ROWS] == tables(of(paper))

    @pytest.mark.parametrize(
        "again", ["附表 办理情况", "续表", "附表 办理情况（续）"], ids=["title", "continued", "both"]
    )
    def test_repeated_caption(self, again: str) -> None:
        """A caption that is printed again above the rest of a table does not part it."""
        paper = Paper().write("附表 办理情况", LEFT, 650).write("单位：件", 300, 670)
        paper.table(ROWS[:3], 690, widths=[100, 80, 80])
        paper.turn_page().write(again, LEFT, 80).write("单位：件", 300, 100)
        paper.table([ROWS[0], ROWS[3]], 130, widths=[100, 80, 80])

        document = of(paper)

        assert [ROWS] == tables(document)
        assert ["附表 办理情况", "单位：件"] == texts(document)

    def test_thick_and_double_rules(self) -> None:
        """Thick borders and double rules are one rule each."""
        paper = Paper()
        paper.table(ROWS, 100, widths=[100, 80, 80])
        paper.bar(LEFT - 1.2, 100, LEFT + 1.2, 180).down(LEFT + 102.5, 100, 180).across(122.4, LEFT, LEFT + 260)

        assert [ROWS] == tables(of(paper))

    def test_last_row_merged(self) -> None:
        """A last row whose label reaches over several columns continues the table in its columns."""
        paper = Paper()
        paper.table([["类", "款", "数"], ["201", "01", "7"]], 700, widths=[50, 50, 80])
        paper.turn_page()
        paper.table([["合计", "7"]], 60, widths=[100, 80])

        assert [[["类", "款", "数"], ["201", "01", "7"], ["合计", "合计", "7"]]] == tables(of(paper))

    def test_row_cut_by_page(self) -> None:
        """A row whose label goes on behind the page break is one row."""
        paper = Paper()
        paper.table([["（一）甲", "5"], ["（二）没有现成", "6"]], 700, widths=[100, 80])
        paper.turn_page()
        paper.table([["信息需要制作", ""], ["（三）丙", "7"]], 60, widths=[100, 80])

        assert [[["（一）甲", "5"], ["（二）没有现成信息需要制作", "6"], ["（三）丙", "7"]]] == tables(of(paper))

    def test_text_between(self) -> None:
        """Equal tables with a title between them stay two."""
        paper = Paper()
        bottom = paper.table(ROWS, 100, widths=[100, 80, 80])
        paper.write("表二", LEFT, bottom + 20)
        paper.table(ROWS, bottom + 50, widths=[100, 80, 80])

        assert 2 == len(tables(of(paper)))

    def test_three_lines(self) -> None:
        """Columns of aligned numbers between three rules are a table."""
        paper = Paper()
        for top in (100, 120, 172):
            paper.across(top, LEFT, 400)
        paper.columns(ROWS, 104, [120, 220, 320])

        assert [ROWS] == tables(of(paper))
        assert () == of(Paper().write("甲", 80, 80)).doubts

    def test_unruled(self) -> None:
        """Many columns of numbers without any rule are not read as a table: a doubt says so, the lines stay apart."""
        paper = Paper().write("甲乙丙丁", LEFT, 60)
        rows = [[str(n * m) for m in range(1, 9)] for n in (3, 5, 7, 11)]
        paper.columns(rows, 100, [100 + 50 * i for i in range(8)])

        document = of(paper)

        assert [("table-not-readable", 1, "page 1")] == [(d.kind, d.block, d.detail) for d in document.doubts]
        assert [" ".join(row) for row in rows] == texts(document)[1:]

    def test_ambiguous_columns(self) -> None:
        """Numbers that do not stand below each other are not put into columns by guess."""
        paper = Paper()
        for top in (100, 120, 190):
            paper.across(top, LEFT, 400)
        for number, rights in enumerate(([120, 200, 300], [120, 260, 340], [120, 230, 390], [120, 180, 280])):
            paper.columns([["甲", "12", "345"]], 104 + 20 * number, rights)

        assert ["table-not-readable"] == [doubt.kind for doubt in of(paper).doubts]

    @pytest.mark.parametrize("seed", range(20))
    def test_agrees_with_oracle(self, seed: int) -> None:
        """On random ruled tables every cell is what pdfplumber extracts."""
        rng = random.Random(seed)
        widths = [rng.randrange(45, 90) for _ in range(rng.randrange(2, 6))]
        rows = [[str(rng.randrange(10**6)) for _ in widths] for _ in range(rng.randrange(2, 20))]
        paper = Paper()
        paper.table(rows, rng.randrange(80, 200), widths=widths)
        data = paper.bytes()

        with pdfplumber.open(io.BytesIO(data)) as oracle:
            expected = [page.extract_table() for page in oracle.pages]

        assert expected == tables(read(data, "report.pdf"))


class TestPlaces:
    def test_boxes_of_oracle(self) -> None:
        """A figure's box is the box of its characters, in points from the upper left corner."""
        paper = Paper().write("共收到1234件。", LEFT, 100)
        data = paper.bytes()
        (block,) = read(data, "report.pdf").blocks
        assert isinstance(block, Paragraph)

        location = block.origin.locate(Span(3, 7))

        with pdfplumber.open(io.BytesIO(data)) as oracle:
            digits = [c for c in oracle.pages[0].chars if c["text"].isdigit()]
        assert isinstance(location, PdfLocation)
        assert 1 == location.page
        assert location.boxes == (
            pytest.approx((digits[0]["x0"], digits[0]["top"], digits[-1]["x1"], digits[0]["bottom"]), abs=0.02),
        )

    def test_rotated_page(self) -> None:
        """On a rotated page text and places are those of the page as it is viewed."""
        paper = Paper()
        paper.canvas.setPageRotation(90)
        paper.canvas.saveState()
        paper.canvas.translate(595, 0)
        paper.canvas.rotate(90)
        paper.canvas.setFont("STSong-Light", 10)
        paper.canvas.drawString(100, 500, "横向页面共12件。")
        paper.canvas.restoreState()

        (block,) = of(paper).blocks

        assert isinstance(block, Paragraph)
        assert "横向页面共12件。" == block.text
        location = block.origin.locate(Span(0, 9))
        assert isinstance(location, PdfLocation)
        assert (100, 595 - 500) == (location.boxes[0][0], pytest.approx(location.boxes[0][3], abs=3))

    @pytest.mark.parametrize("turn", [90, 180, 270])
    def test_turned_text(self, turn: int) -> None:
        """A table printed sideways or upside down is read like any other, its places stay those of the page."""
        paper = Paper()
        paper.canvas.translate(*{90: (595, 0), 180: (595, 842), 270: (0, 842)}[turn])
        paper.canvas.rotate(turn)
        paper.table(ROWS, 400, widths=[100, 80, 80])

        document = of(paper)

        assert [ROWS] == tables(document)
        (table,) = document.blocks
        assert isinstance(table, Table)
        cell = table.grid[3][2]
        assert cell
        location = cell.origin.locate(Span(0, 3))
        assert isinstance(location, PdfLocation)
        lefts, tops, rights, bottoms = zip(*location.boxes, strict=True)
        assert (max(rights) - min(lefts) > max(bottoms) - min(tops)) == (turn == 180)

    def test_turned_cell(self) -> None:
        """A label set upwards in its cell is read in its own direction."""
        paper = Paper()
        paper.table([["", "件", "5"], ["", "次", "7"]], 100, widths=[40, 60, 60], height=50)
        paper.canvas.saveState()
        paper.canvas.translate(LEFT + 20, 842 - 140)
        paper.canvas.rotate(90)
        paper.canvas.drawString(0, 0, "Cases")
        paper.canvas.restoreState()

        assert "Cases" in [text for row in tables(of(paper))[0] for text in row]


class TestFaults:
    def test_password(self) -> None:
        """A file that asks for a password cannot be read."""
        paper = Paper(StandardEncryption("secret")).write("共12件", LEFT, 100)

        with pytest.raises(ReadError) as caught:
            of(paper)

        assert "encrypted" == caught.value.obstacle

    def test_empty_password(self) -> None:
        """A file that is only protected against changes is read."""
        paper = Paper(StandardEncryption("", ownerPassword="owner", canModify=0))
        # reportlab leaves the names of its Chinese fonts unencrypted, which no reader can then understand.
        paper.canvas.drawString(LEFT, 700, "12 cases were closed.")

        assert ["12 cases were closed."] == texts(of(paper))

    @pytest.mark.parametrize("part", [0.3, 0.6, 0.9], ids=["a third", "two thirds", "nearly all"])
    def test_truncated(self, part: float) -> None:
        """A file that was cut off cannot be read, however much of it is left."""
        paper = Paper()
        paper.table(ROWS * 5, 100, widths=[100, 80, 80])
        data = paper.bytes()

        with pytest.raises(ReadError) as caught:
            read(data[: int(len(data) * part)], "report.pdf")

        assert "unreadable" == caught.value.obstacle

    def test_scan(self) -> None:
        """A scan without a text layer says how many pages it has."""
        data = scan(2).bytes()

        with pytest.raises(ReadError) as caught:
            read(data, "report.pdf")

        assert ("no-text", "2 pages") == (caught.value.obstacle, caught.value.detail)

    def test_scanned_page(self) -> None:
        """A scanned page among others is a doubt at the block that follows it."""
        paper = Paper().write("甲", LEFT, 100).turn_page()
        picture(paper.canvas)
        paper.turn_page().write("乙", LEFT, 100)

        document = of(paper)

        assert [("page-without-text", 1, "page 2")] == [(d.kind, d.block, d.detail) for d in document.doubts]

    def test_numbered_scan(self) -> None:
        """A scan with page numbers set over it has no text."""
        paper = Paper()
        for number in (1, 2, 3):
            picture(paper.canvas)
            paper.write(f"— {number} —", 280, 800).turn_page()

        with pytest.raises(ReadError) as caught:
            of(paper)

        assert "no-text" == caught.value.obstacle

    def test_blank_page(self) -> None:
        """An empty page is nothing to worry about."""
        paper = Paper().write("甲", LEFT, 100).turn_page().turn_page().write("乙", LEFT, 100)

        assert () == of(paper).doubts

    @pytest.mark.parametrize("seed", range(40))
    def test_damage(self, seed: int) -> None:
        """Whatever bytes are damaged, a document or a ReadError comes out."""
        rng = random.Random(seed)
        paper = Paper().write("某局报告", LEFT, 80, 18)
        paper.table(ROWS, 100, widths=[100, 80, 80])
        data = bytearray(paper.bytes())
        for _ in range(rng.choice((1, 10, 100))):
            data[rng.randrange(len(data))] = rng.randrange(256)

        try:
            outcome: object = read(bytes(data), "report.pdf")
        except ReadError as error:
            outcome = error

        assert isinstance(outcome, Document | ReadError)

    def test_endless_font(self) -> None:
        """A font that claims billions of characters is refused at once."""
        with pytest.raises(ReadError) as caught:
            read(with_font(b"1 beginbfrange <00000000> <FFFFFFFF> <0000> endbfrange"), "report.pdf")

        assert "hostile" == caught.value.obstacle


def picture(canvas: Canvas) -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    canvas.drawImage(ImageReader(Image.new("L", (8, 8), 128)), 50, 50, 400, 600)


def scan(pages: int) -> Paper:
    paper = Paper()
    for _ in range(pages):
        picture(paper.canvas)
        paper.turn_page()
    return paper


def with_font(mapping: bytes) -> bytes:
    """A page of one string whose font has *mapping* as its ToUnicode map."""
    stream = b"/CIDInit /ProcSet findresource begin begincmap " + mapping + b" endcmap end"
    drawing = b"BT /F1 10 Tf 72 700 Td <0001> Tj ET"
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(drawing), drawing),
        b"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[6 0 R]/ToUnicode 7 0 R>>",
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/A/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(stream), stream),
    )
    body, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    trailer = b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, table) + trailer
