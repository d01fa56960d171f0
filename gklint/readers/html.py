"""HTML pages: visible text with its line and column, tables with merged cells, whatever state the markup is in."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from gklint.errors import ReadError
from gklint.model.document import Directive, Document, TextOrigin
from gklint.readers._decode import decode
from gklint.readers._drafts import Draft, Passage, blocks
from gklint.readers._html_elements import (
    BLOCKS,
    ENDED_BY_THE_NEXT,
    HEADINGS,
    VOID,
    Attributes,
    hides,
    indent_of,
    span_of,
)
from gklint.readers._html_tables import Tables
from gklint.readers._strand import FOOTNOTE_MARK, Place, Strand, glue
from gklint.readers._titles import titled

WORDS = re.compile(r"[^ \t\n\r\f]+(?: [^ \t\n\r\f]+)*|[ \t\n\r\f]+")
"""Words with single blanks between them, or white space that stands for one blank."""
CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
COMMON_CHARSET = re.compile(rb"utf|gb", re.IGNORECASE)
"""Declared rightly or wrongly; which of these it is, the bytes tell better."""
HEAD = 2048
BROKEN_LIMIT = 1000
"""Tags behind one that does not end; with more of them the rest is given up, as browsers do at once."""
LONE_RETURN = re.compile(r"\r(?!\n)")
UNCLOSED_LIMIT = 8
"""A page with more hidden elements that never end is read as if nothing in it were hidden."""


def read(data: bytes, name: str) -> Document:
    """
    Raises:
        ReadError: empty; no visible text. hostile; a table of absurd size.
    """
    text = _decoded(data)
    found = list(blocks(drafts(text), TextOrigin))
    if not found:
        raise ReadError("empty", "no visible text")
    return Document(name, "html", tuple(titled(found)), directives=_directed(text) if "gklint" in text else ())


def _directed(text: str) -> tuple[Directive, ...]:
    from gklint.readers import _directives

    return tuple(_directives.in_elements(text))


def _decoded(data: bytes) -> str:
    """The characters of a page: as decode tells, but a declared encoding that it does not know is believed."""
    declared = CHARSET.search(data[:HEAD])
    if declared and not COMMON_CHARSET.match(declared[1]):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def drafts(source: str, line: int = 1) -> list[Draft]:
    """What the markup *source*, which begins on line *line* of its file, shows, in order."""
    # Lines of a file also end at a lone return; the standard parser counts line feeds only.
    text = LONE_RETURN.sub("\n", source)
    shown: set[Place] = set()
    for attempt in range(UNCLOSED_LIMIT + 1):
        page = _Page(line, shown, hiding=attempt < UNCLOSED_LIMIT)
        page.feed(text)
        # What is left begins with a tag that never ends; the parser looks for its end again from every "<".
        if page.rawdata.count("<") < BROKEN_LIMIT:
            page.close()
        if page.hidden_from is None:
            break
        # An element that never ends would swallow the rest of the page: read again with it in sight.
        shown.add(page.hidden_from)
    return page.finish()


class _Page(HTMLParser):
    """Collects paragraphs and tables. *shown* are the places of start tags that hide nothing."""

    def __init__(self, line: int, shown: set[Place], *, hiding: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.hidden_from: Place | None = None
        self._hidden_tag = ""
        self._hidden_depth = 0
        self._shown = shown
        self._hiding = hiding
        self._first_line = line
        self._tables = Tables()
        self._strand = Strand()
        self._gap = ""
        """White space that waits for a word: " " or "\\n", one with a line end in it."""
        self._level: int | None = None
        self._indent = 0
        self._row_indent = 0
        self._verbatim = 0
        self._base: Strand | None = None
        """The text that the open sup stands in."""

    def finish(self) -> list[Draft]:
        self._flush()
        return self._tables.finish()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self.hidden_from:
            if tag != self._hidden_tag:
                return
            if tag not in ENDED_BY_THE_NEXT:
                self._hidden_depth += 1
                return
            self.hidden_from = None
        known = dict(attrs)
        hidden = self._hiding and self._hides(tag, known)
        if tag in ("table", "tr", "td", "th"):
            self._open_table_part(tag, known, hidden=hidden)
        elif hidden and tag not in VOID:
            self.hidden_from, self._hidden_tag, self._hidden_depth = self._place(), tag, 1
        elif tag in HEADINGS:
            self._flush()
            self._level = HEADINGS[tag]
        elif tag in BLOCKS:
            self._open_block(tag, known)
        else:
            self._open_inline(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.hidden_from:
            self._hidden_depth -= tag == self._hidden_tag
            if not self._hidden_depth:
                self.hidden_from = None
        elif tag in ("table", "tr", "td", "th"):
            self._close_table_part(tag)
        elif tag in HEADINGS or tag == "dd":
            self._flush()
            self._level = None
        elif tag in BLOCKS:
            self._flush()
            self._verbatim = max(0, self._verbatim - (tag == "pre"))
        elif tag == "dt":
            self._gap = " "
        elif tag == "sup":
            self._close_raised()

    def handle_data(self, data: str) -> None:
        if self.hidden_from:
            return
        line, column = self._place()
        for run in WORDS.findall(data) if not self._verbatim else data.splitlines(keepends=True):
            if self._verbatim:
                self._word(run.rstrip("\r\n"), (line, column))
                if run.endswith("\n"):
                    self._strand.put("\n")
            elif run[0] in " \t\n\r\f":
                self._gap = "\n" if "\n" in run else self._gap or " "
            else:
                self._word(run, (line, column))
            if "\n" in run:
                line += run.count("\n")
                column = len(run) - run.rfind("\n")
            else:
                column += len(run)

    def handle_entityref(self, name: str) -> None:
        if not self.hidden_from:
            self._word(unescape(f"&{name};"), self._place())

    def handle_charref(self, name: str) -> None:
        if not self.hidden_from:
            self._word(unescape(f"&#{name};"), self._place())

    def parse_html_declaration(self, i: int) -> int:
        try:
            return super().parse_html_declaration(i)
        except AssertionError:  # "<![" with a word that SGML does not know, as office programs write it
            return self.parse_bogus_comment(i)

    def _place(self) -> Place:
        line, offset = self.getpos()
        return line + self._first_line - 1, offset + 1

    def _hides(self, tag: str, attributes: Attributes) -> bool:
        return hides(tag, attributes) and self._place() not in self._shown

    def _open_table_part(self, tag: str, attributes: Attributes, *, hidden: bool) -> None:
        self._flush()
        self._level = None
        if tag == "table":
            self._tables.open_table(hidden=hidden)
            self._row_indent = 0
        elif tag == "tr":
            self._tables.open_row(hidden=hidden)
            self._row_indent = indent_of(attributes)
        else:
            row_span, column_span = (
                span_of(attributes.get("rowspan"), least=0),
                span_of(attributes.get("colspan"), least=1),
            )
            self._tables.open_cell(self._place(), row_span, column_span, hidden=hidden)
            self._indent = indent_of(attributes) or self._row_indent

    def _close_table_part(self, tag: str) -> None:
        self._flush()
        self._level = None
        if tag == "table":
            self._tables.close_table()
        elif tag == "tr":
            self._tables.close_row()
        else:
            self._tables.close_cell()

    def _open_block(self, tag: str, attributes: Attributes) -> None:
        if self._strand.length:
            self._flush()
            self._level = None
        self._verbatim += tag == "pre"
        if tag == "p":
            self._indent = indent_of(attributes) or self._indent

    def _open_inline(self, tag: str) -> None:
        if tag == "br":
            self._strand.put("\n")
            self._gap = ""
        elif tag == "dt":
            self._flush()
        elif tag == "dd":
            self._gap = " "
        elif tag == "sup" and self._base is None:
            self._base, self._strand = self._strand, Strand()

    def _word(self, text: str, place: Place) -> None:
        before = self._strand.last or (self._base.last if self._base else "")
        if self._gap and before not in ("", "\n"):
            self._strand.put(" " if self._gap == " " else glue(before, text[:1]))
        self._gap = ""
        self._strand.add(text, place)

    def _close_raised(self) -> None:
        if self._base is None:
            return
        base, raised, self._base = self._base, self._strand, None
        if not FOOTNOTE_MARK.fullmatch(raised.text):
            base.extend(raised)
        self._strand = base

    def _flush(self) -> None:
        """End the paragraph."""
        self._close_raised()
        if self._strand.places:
            indent = self._indent if self._tables.in_first_cell else 0
            self._tables.add(Passage(self._strand, self._level, indent))
            self._indent = 0
            self._strand = Strand()
        self._gap = ""
