"""
Text, Markdown, HTML and CSV: a page that shows the file as it is written, a mark on each figure, the remarks below.

The page asks for nothing and runs nothing: what the report holds is shown, never interpreted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gklint.annotate.job import AUTHOR, Job, RefusalError
from gklint.annotate.remarks import Remark, remarks
from gklint.model.document import TextLocation
from gklint.model.finding import Audit
from gklint.readers._decode import decode
from gklint.reporters.audit.markup import Markup, element, joined
from gklint.reporters.wording import Words
from gklint.start.records import dataclass

SUFFIX = ".html"
"""What the copy is, whatever the report was."""
POLICY = "default-src 'none'; style-src 'unsafe-inline'"
STYLE = """
body{max-width:60em;margin:2em auto;padding:0 1em;
font:16px/1.7 system-ui,"Noto Sans CJK SC","Microsoft YaHei",sans-serif}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit}
mark{background:#ffe54c;outline:1px solid #b38f00}
mark.suspect{background:#ffb3a8;outline:2px solid #b00020}
mark a{font-size:.75em;vertical-align:super;margin-left:.15em}
li{margin:.8em 0;white-space:pre-line}
li:target,mark:target{outline:3px solid #0057b8}
@media print{body{margin:0;max-width:none}}
"""
_LINE_END = re.compile(r"\r\n|\r|\n")


@dataclass(frozen=True, slots=True)
class _Mark:
    """Characters *start* to *end* of the text, and all that is said of them."""

    start: int
    end: int
    remarks: tuple[Remark, ...]


def annotate(data: bytes, audit: Audit, job: Job) -> tuple[bytes, int]:
    """See Annotator: the copy is a page of HTML."""
    words = Words(job.language)
    text = decode(data)
    marks = _marks(text, remarks(audit, words))
    notes = element("ol", *(_note(number, mark) for number, mark in enumerate(marks, start=1)))
    title = words("marks.title", path=audit.path)
    body = joined(
        (element("h1", title), element("pre", *_marked(text, marks)), element("h2", words("marks.notes")), notes)
    )
    return _page(title, body, job), sum(len(mark.remarks) for mark in marks)


def clear(data: bytes) -> tuple[bytes, int]:
    """
    See Annotator; there is nothing to clear.

    Raises:
        RefusalError: always: the page is a file of its own.
    """
    raise RefusalError("copy")


def _marks(text: str, said: Iterator[Remark]) -> list[_Mark]:
    """The places that *said* speaks of, in the order of the text; one within another is told with it."""
    starts = [0, *(match.end() for match in _LINE_END.finditer(text))]
    places: dict[tuple[int, int], list[Remark]] = {}
    for remark in said:
        place = remark.location
        if isinstance(place, TextLocation):
            span = (starts[place.line - 1] + place.column - 1, starts[place.end_line - 1] + place.end_column - 1)
            places.setdefault(span, []).append(remark)
    ordered = sorted(places.items(), key=lambda item: (item[0][0], -item[0][1]))
    marks: list[_Mark] = []
    for (start, end), found in ordered:
        if marks and start < marks[-1].end:
            last = marks[-1]
            marks[-1] = _Mark(last.start, max(last.end, end), (*last.remarks, *found))
        else:
            marks.append(_Mark(start, end, tuple(found)))
    return marks


def _marked(text: str, marks: Sequence[_Mark]) -> Iterator[str]:
    ends = [0, *(mark.end for mark in marks)]
    for number, (mark, before) in enumerate(zip(marks, ends, strict=False), start=1):
        yield text[before : mark.start]
        link = element("a", str(number), href=f"#note-{number}")
        told = "\n\n".join("\n".join(remark.lines) for remark in mark.remarks)
        kind = "suspect" if any(remark.is_suspect for remark in mark.remarks) else None
        yield element("mark", text[mark.start : mark.end], link, id=f"mark-{number}", title=told, class_=kind)
    yield text[ends[-1] :]


def _note(number: int, mark: _Mark) -> Markup:
    told = "\n\n".join("\n".join(remark.lines) for remark in mark.remarks)
    return element(
        "li", element("a", mark.remarks[0].raw or "↑", href=f"#mark-{number}"), "\n", told, id=f"note-{number}"
    )


def _page(title: str, body: Markup, job: Job) -> bytes:
    head = joined(
        (
            element("meta", charset="utf-8"),
            element("meta", http_equiv="Content-Security-Policy", content=POLICY),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", name="generator", content=AUTHOR),
            element("title", title),
            element("style", Markup(STYLE)),
        )
    )
    language = "zh-CN" if job.language == "zh" else job.language
    whole = f'<!DOCTYPE html>\n<html lang="{language}">\n<head>{head}</head>\n<body>\n{body}\n</body>\n</html>\n'
    return whole.encode("utf-8", "replace")
