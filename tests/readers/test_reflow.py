"""Wrapped lines become the paragraphs that they were, and every character keeps its place."""

from __future__ import annotations

import random
from itertools import count

import pytest

from gklint.model.document import Heading, Paragraph
from gklint.readers.text import read
from tests.readers.places import inked, places

WORDS = (
    "全年公开信息",
    "累计受理申请",
    "其中网络申请",
    "举办培训班",
    "群众满意率达到",
    "各乡镇和部门",
    "按照要求",
    "及时回应关切",
    "《工作规则》等制度",
    "（含微信、微博）",
)
ENDS = "，，，；。。"
SECTIONS = ("一、总体情况", "二、公开情况", "三、申请情况")


def prose(rng: random.Random) -> str:
    """A paragraph of some sentences dense with figures."""
    parts = []
    for _ in range(rng.randrange(6, 20)):
        figure = rng.choice(
            ("", f"{rng.randrange(1, 20000)}件", f"{rng.randrange(1, 99)}.{rng.randrange(9)}%", " 12 次")
        )
        parts.append(rng.choice(WORDS) + figure + rng.choice(ENDS))
    return "".join(parts)[:-1] + "。"


def report(rng: random.Random) -> list[str]:
    """A title, and sections of paragraphs."""
    paragraphs = [f"云川县{rng.randrange(2014, 2024)}年政务公开工作年度报告"]
    for section in SECTIONS:
        paragraphs.append(section)
        paragraphs.extend(prose(rng) for _ in range(rng.randrange(2, 5)))
    return paragraphs


def wrapped(paragraphs: list[str], width: int, page: int, number: str, between: str) -> str:
    """*paragraphs* with indented first lines, cut every *width* characters, a page *number* every *page* lines."""
    lines: list[str] = []
    pages = count(1)
    for paragraph in paragraphs:
        text = paragraph if paragraph in SECTIONS or paragraph is paragraphs[0] else "　　" + paragraph
        for start in range(0, len(text), width):
            lines.append(text[start : start + width])
            if len(lines) % page == 0:
                lines += ["", number.format(next(pages)), ""]
    return between.join(lines) + "\n"


def texts(source: str) -> list[str]:
    blocks = read(source.encode(), "report.txt").blocks
    return [block.text for block in blocks if isinstance(block, Heading | Paragraph)]


def squeezed(paragraphs: list[str]) -> list[str]:
    """Without blanks: where a line ends at one, it is gone."""
    return ["".join(paragraph.split()) for paragraph in paragraphs]


@pytest.mark.parametrize("seed", range(80))
def test_wrapping_is_undone(seed: int) -> None:
    """A report wrapped at any width, with blank lines and page numbers, has the paragraphs of the report."""
    rng = random.Random(seed)
    paragraphs = report(rng)
    number = rng.choice(("— {} —", "- {} -", "第{}页", "－{}－"))
    source = wrapped(paragraphs, rng.randrange(20, 46), rng.randrange(9, 30), number, rng.choice(("\n", "\n\n")))

    assert squeezed(paragraphs) == squeezed(texts(source))


@pytest.mark.parametrize("seed", range(80))
def test_every_character_is_kept_once_at_its_place(seed: int) -> None:
    """All that is printed but the page numbers is in the document, once and in order, and leads back to its place."""
    rng = random.Random(seed)
    source = wrapped(
        report(rng), rng.randrange(20, 46), rng.randrange(9, 30), "—{}—", rng.choice(("\n", "\r\n", "\r", "\n\n"))
    )
    document = read(source.encode(), "report.txt")
    pages = {
        line for line, text in enumerate(source.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1) if "—" in text
    }

    assert [item for item in inked(source) if item[0][0] not in pages] == places(document)


@pytest.mark.parametrize("seed", range(20))
def test_whole_lines_stay_apart(seed: int) -> None:
    """A report with one line for each paragraph is taken as it is."""
    paragraphs = report(random.Random(seed))

    assert paragraphs == texts("\n\n".join(paragraphs))


def test_page_break_inside_a_sentence() -> None:
    """A page number and blank lines between the halves of a long sentence do not part it."""
    half = "全县各部门、各乡镇按照年度工作要点的安排，认真做好信息公开、政策解读和平台建设"
    source = f"{half}\n\n\n— 12 —\n\n\n等各项工作，全年公开信息310条。\n\n二、公开情况\n"

    assert [f"{half}等各项工作，全年公开信息310条。", "二、公开情况"] == texts(source)


CASES = {
    "figures split over lines": (
        "全年共受理群众来信来访和网上提出的公开申请1\n2件，全部按期办结，其中网络申请9件，信函申请3\n件，当面申请没有，按期办结率为100\n%，"
        "经回访了解到群众满意率为98.\n5%。",
        "全年共受理群众来信来访和网上提出的公开申请12件，全部按期办结，其中网络申请9件，信函申请3件，当面申请没有，按期办结率为100%，"
        "经回访了解到群众满意率为98.5%。",
    ),
    "reference cut before its ordinal": (
        "按照条例的规定公开了本机关制发的规范性文件，其中属于第二十条第\n（一）项的有三件，属于其他各项的共有二十余件，"
        "与上一年相比有所\n增加，主要原因是机构改革之后职能有了调整，需要公开的事项也有所\n增多。",
        "按照条例的规定公开了本机关制发的规范性文件，其中属于第二十条第（一）项的有三件，属于其他各项的共有二十余件，"
        "与上一年相比有所增加，主要原因是机构改革之后职能有了调整，需要公开的事项也有所增多。",
    ),
    "letter spacing": ("通 过 微 信 公 开 信 息 665 条 。", "通过微信公开信息665条。"),
    "names with a blank": ("县长 林远山作报告", "县长 林远山作报告"),
    "english words": (
        "Requests are counted once per account and month, whoever\n"
        "sent them, and for whatever reason they were sent to\n"
        "our office. Those that were withdrawn before an answer\nwas given are left out.",
        "Requests are counted once per account and month, whoever sent them, and for whatever reason they were sent to "
        "our office. Those that were withdrawn before an answer was given are left out.",
    ),
}


@pytest.mark.parametrize(("source", "text"), CASES.values(), ids=CASES)
def test_view(source: str, text: str) -> None:
    """The view leaves out line ends and letter spacing of Chinese, and keeps blanks between words."""
    assert [text] == texts(source)


def test_narrow_column_beside_a_picture() -> None:
    """Lines that are narrow for a while are still one paragraph."""
    wide = "县政府办公室坚持把信息公开作为重要工作来抓，全年没有停"
    narrow = ["歇。政府网站公开信息三百条", "，政务微博公开信息二百条，", "其他方式公开信息一百条，共"]
    lines = [*[wide] * 4, *narrow, "计六百条，比上一年有所增长，群众对公开工作表示比较满意", "和肯定。"]

    assert ["".join(lines)] == texts("\n\n".join(lines))


def test_signature_is_no_sentence() -> None:
    """Issuer and date below the last line stay lines of their own."""
    lines = [
        "全年公开信息三百条，比上一年有所增长，群众对公开工作表",
        "示比较满意，各部门也都按照要求完成了年度任务，工作没有",
        "出现失误。",
        "云川县人民政府",
        "2021年1月9日",
    ]

    assert ["".join(lines[:3]), *lines[3:]] == texts("\n".join(lines))


def test_bracket_cut_in_two():
    """A bracket around a few characters that a narrow column cut is one again: （2|分）."""
    line = "各单位按照要求及时公开了有关信息并且认真答复了每一件申请和咨询以"
    text = "\n".join([*[line] * 6, "及其他事项。", "", "财务公开（2", "", "分）", "", "未公开的扣2分。", ""])

    texts = [block.text for block in read(text.encode(), "a.txt").blocks]

    assert "财务公开（2分）" in texts
