"""Comments in Word files stand at exactly the figures, and nothing else of the file changes."""

import random
from functools import cache

import pytest

from gklint.annotate import Job, RefusalError
from gklint.annotate.docx import annotate, clear
from gklint.model.finding import Report
from gklint.reporters.concise import render
from gklint.reporters.style import Style
from tests.annotate import words
from tests.factory import evidence, faults, reports, variants
from tests.factory.formats import FORMATS
from tests.readers.ooxml import p, package, r, tbl, tc, zipped

JOB = Job("zh", "2025-01-31")
SEEDS = range(25)
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Override PartName="/word/document.xml" ContentType='
    '"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>{more}</Types>'
)
KIND = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TOUCHED = {"word/document.xml", "word/comments.xml", "word/_rels/document.xml.rels", "[Content_Types].xml"}
WRONG = "共收到申请10件，其中当面申请3件，网络申请5件，信函申请4件。"


@cache
def planted(form, seed):
    """A generated report with one slip, as a Word file."""
    rng = random.Random(f"{form} {seed}")
    sample = variants.sample(form, seed)
    lines, identities = reports.lines_of(sample), reports.identities_of(sample)
    kinds = list(faults.KINDS)
    rng.shuffle(kinds)
    found = (faults.plant(rng, sample.printed, lines, identities, kind) for kind in kinds)
    return FORMATS["docx"](sample.report(next(fault for fault in found if fault).printed))[1]


def lint(data):
    return evidence.lint(("report.docx", data))


def whole(body, more="", **parts):
    """A package that other programs open too."""
    files = words.parts(package(body, **parts))
    return zipped({"[Content_Types].xml": TYPES.format(more=more), **files})


def told(audit):
    return render(Report((audit,)), Style("zh"))


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("form", ["F1", "F3"])
def test_every_operand_has_its_comment(form, seed):
    """Each operand of each finding has one comment, fixed to its characters; the rest of the file is as it was."""
    data = planted(form, seed)
    audit = lint(data)

    copy, count = annotate(data, audit, JOB)

    made, ranges, before, after = words.comments(copy), words.ranges(copy), words.parts(data), words.parts(copy)
    exact = sorted(text for number, text in ranges.items() if number in made)
    assert words.asked(audit) == exact != []
    assert count == len(made) == len(exact)
    assert words.plain(data) == words.plain(copy)
    assert {n: c for n, c in before.items() if n not in TOUCHED} == {n: c for n, c in after.items() if n not in TOUCHED}
    assert told(lint(copy)) == told(audit)


def box(inner):
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:txbxContent>{inner}</w:txbxContent></mc:Choice>"
        f"<mc:Fallback><w:txbxContent>{inner}</w:txbxContent></mc:Fallback></mc:AlternateContent></w:r>"
    )


ODD = {
    "one run": p(r(WRONG)),
    "a run for each character": p("".join(r(c, "<w:b/>" * (i % 2)) for i, c in enumerate(WRONG))),
    "table cell": tbl([tc(WRONG), tc("甲")]),
    "nested table": tbl([tc(tbl([tc(WRONG)]) + p(r("乙")))]),
    "content control": f"<w:sdt><w:sdtPr/><w:sdtContent>{p(r(WRONG))}</w:sdtContent></w:sdt>",
    "hyperlink": p(f"<w:hyperlink>{r(WRONG)}</w:hyperlink>"),
    "insertion": p(r(WRONG[:5]) + f'<w:ins w:id="1" w:author="a">{r(WRONG[5:])}</w:ins>'),
    "deletion inside": p(r(WRONG[:5]) + '<w:del w:id="1"><w:r><w:delText>9</w:delText></w:r></w:del>' + r(WRONG[5:])),
    "tab and break in the run": p(r(WRONG).replace("，其中", "，</w:t><w:tab/><w:br/><w:t>其中")),
    "text box": p(r("见下。") + box(p(r(WRONG)))),
}


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_odd_constructs(body):
    """However the characters are wrapped up, the comment is fixed to them alone."""
    data = whole(body)
    audit = lint(data)

    copy, _ = annotate(data, audit, JOB)

    assert words.asked(audit) == sorted(words.ranges(copy).values()) == ["10", "3", "4", "5"]
    assert words.plain(data) == words.plain(copy)
    assert told(lint(copy)) == told(audit)


def test_figures_in_a_footnote():
    """A figure in a footnote has its comment at the note's mark, and the comment says so."""
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnotes xmlns:w="{words.W[1:-1]}"><w:footnote w:id="2">{p(r(WRONG))}</w:footnote></w:footnotes>'
    more = f'<Override PartName="/word/footnotes.xml" ContentType="{KIND}.footnotes+xml"/>'
    data = whole(p(r("情况见注。") + mark), more, footnotes=notes)

    copy, count = annotate(data, lint(data), JOB)

    assert count == 4
    assert {""} == set(words.ranges(copy).values())
    assert all("脚注" in text for text in words.comments(copy).values())
    assert words.parts(data)["word/footnotes.xml"] == words.parts(copy)["word/footnotes.xml"]


@pytest.mark.parametrize("body", ODD.values(), ids=ODD)
def test_clear_restores(body):
    """Without the comments the parts are as before them, and no part of comments stays behind."""
    data = whole(body)
    copy, count = annotate(data, lint(data), JOB)

    restored, gone = clear(copy)

    assert count == gone
    assert words.plain(data) == words.plain(restored)
    assert words.parts(data).keys() == words.parts(restored).keys()


def test_second_run_replaces():
    """A copy that is annotated again is the same copy."""
    data = planted("F3", 0)
    once, _ = annotate(data, lint(data), JOB)

    twice, _ = annotate(once, lint(once), JOB)

    assert words.parts(once) == words.parts(twice)


def test_comments_of_people_stay():
    """Two thousand comments of others keep their ids, texts and places."""

    def fixed(n):
        return f'<w:commentRangeStart w:id="{n}"/>{r("字")}<w:commentRangeEnd w:id="{n}"/>' + (
            f'<w:r><w:commentReference w:id="{n}"/></w:r>'
        )

    notes = "".join(f'<w:comment w:id="{n}" w:author="张三">{p(r("请看"))}</w:comment>' for n in range(2000))
    data = whole(
        "".join(p(fixed(n)) for n in range(2000)) + p(r(WRONG)),
        more=f'<Override PartName="/word/comments.xml" ContentType="{KIND}.comments+xml"/>',
        comments=f'<w:comments xmlns:w="{words.W[1:-1]}">{notes}</w:comments>',
    )

    copy, count = annotate(data, lint(data), JOB)

    assert count == len(words.comments(copy)) == 4
    assert words.comments(data, "张三") == words.comments(copy, "张三")
    assert words.ranges(data).items() <= words.ranges(copy).items()
    assert words.ranges(data) == words.ranges(clear(copy)[0])


PROTECTION = f'<w:settings xmlns:w="{words.W[1:-1]}"><w:documentProtection w:enforcement="1"/></w:settings>'
PLAIN = whole(p(r(WRONG)))
REFUSED = {
    "protected": whole(p(r(WRONG)), settings=PROTECTION),
    "signed": zipped({**words.parts(PLAIN), "_xmlsignatures/sig1.xml": "<x/>"}),
    "strict": zipped(
        {
            name: content.replace(words.W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main")
            for name, content in words.parts(PLAIN).items()
        }
    ),
}


def test_absurd_size_is_refused(monkeypatch):
    """A part that no reader looks at cannot fill the memory either."""
    monkeypatch.setattr("gklint.annotate._docx_package.TOTAL_LIMIT", 100_000)
    data = zipped({**words.parts(PLAIN), "word/media/a.bin": bytes(200_000)})

    with pytest.raises(RefusalError) as refusal:
        annotate(data, lint(data), JOB)

    assert "large" == refusal.value.reason


@pytest.mark.parametrize("reason", REFUSED)
def test_refusal(reason):
    """What must not be changed is refused with its reason."""
    data = REFUSED[reason]

    with pytest.raises(RefusalError) as refusal:
        annotate(data, lint(data), JOB)

    assert refusal.value.reason == reason


def test_text_of_a_comment():
    """A comment says level and code, the arithmetic, what to verify, and where the other figures are."""
    data = whole(p(r(WRONG)))

    copy, _ = annotate(data, lint(data), JOB)

    text = next(iter(words.comments(copy).values()))
    assert text.startswith("【错误】GK")
    assert "3 + 5 + 4 = 12" in text
    assert "请核对" in text
    assert "另见：" in text


def test_macros_stay():
    """A document with macros keeps them."""
    data = zipped({**words.parts(whole(p(r(WRONG)))), "word/vbaProject.bin": "macro"})

    copy, _ = annotate(data, lint(data), JOB)

    assert b"macro" == words.parts(copy)["word/vbaProject.bin"]
