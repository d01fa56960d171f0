"""
Content streams of a PDF: the operators that place text and paths, run through pdfminer's interpreter.

pdfminer reads a stream byte by byte with a parser for all of PostScript, which takes most of its time. Here one
pattern cuts the tokens, and operators that draw no text and no line (colours, marks, images) never reach it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from pdfminer.pdfdevice import PDFDevice
from pdfminer.pdfinterp import PDFGraphicState, PDFPageInterpreter, PDFResourceManager, PDFTextState
from pdfminer.pdftypes import list_value, stream_value
from pdfminer.psparser import LIT

from gklint.errors import ReadError
from gklint.readers._pdf_guard import STREAM_LIMIT

OPERATOR_LIMIT = 2_000_000
"""Operators of one document: a form that draws itself a thousand times over ends here."""
_TOKEN = re.compile(
    rb"""
    (?P<number>[-+.\d]+)(?=[\x00\t\n\f\r \[\]()<>/%]|$)
    | /(?P<name>[^\x00\t\n\f\r \[\]()<>{}/%]*)
    | \((?P<string>[^()\\]*(?:\\.[^()\\]*)*)\)
    | (?P<nested>\()
    | <(?P<hex>[0-9A-Fa-f\x00\t\n\f\r ]*)>
    | (?P<bracket><<|>>|[\[\]])
    | %[^\r\n]*
    | (?P<operator>[^\x00\t\n\f\r \[\]()<>{}/%]+)
    """,
    re.VERBOSE | re.DOTALL,
)
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n|.)", re.DOTALL)
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f", b"\n": b"", b"\r": b"", b"\r\n": b""}
_IMAGE_END = re.compile(rb"[\x00\t\n\f\r ]EI(?=[\x00\t\n\f\r ]|$)")
_PARENTHESIS = re.compile(rb"\\.|[()]", re.DOTALL)

_METHODS = {
    operator: f"do_{operator.decode()}"
    for operator in b"q Q cm BT ET Tc Tw Tz TL Tf Tr Ts Td TD Tm Tj TJ m l c v y h re S s f B b n Do".split()
} | {
    # pdfminer spells the signs in the names of operators out.
    b"T*": "do_T_a",
    b"f*": "do_f_a",
    b"B*": "do_B_a",
    b"b*": "do_b_a",
    b"'": "do__q",
    b'"': "do__w",
    b"F": "do_f",
}

Operand = object
Matrix = tuple[float, float, float, float, float, float]


class Canvas(PDFDevice):
    """What a :class:`ContentInterpreter` draws on."""

    def show(self, state: PDFTextState, sequence: Sequence[object]) -> None:
        """Draw the strings of *sequence*; the numbers in it move the pen."""
        raise NotImplementedError


@dataclass(slots=True)
class Budget:
    """The operators that a document may still use; nested forms share it with their page."""

    operators: int = OPERATOR_LIMIT


class ContentInterpreter(PDFPageInterpreter):
    """pdfminer's interpreter with a fast front. Its canvas sees no colours."""

    def __init__(self, resources: PDFResourceManager, canvas: Canvas, budget: Budget | None = None) -> None:
        super().__init__(resources, canvas)
        self.canvas = canvas
        self.budget = budget or Budget()

    def dup(self) -> ContentInterpreter:
        return ContentInterpreter(self.rsrcmgr, self.canvas, self.budget)

    def execute(self, streams: Sequence[object]) -> None:
        """Run the operators of *streams*, which may be cut anywhere between two tokens."""
        data = bytearray()
        for part in self._contents(streams):
            data += part + b"\n"
            if len(data) > STREAM_LIMIT:
                raise ReadError("too-large", "the drawing of one page")
        table: dict[bytes, tuple[Callable[..., None], int]] = {}
        for operator, name in _METHODS.items():
            method = getattr(self, name)
            table[operator] = (method, method.__code__.co_argcount - 1)
        budget = self.budget
        for operator, operands in operations(bytes(data)):
            entry = table.get(operator)
            if entry is None:
                continue
            budget.operators -= 1
            if budget.operators < 0:
                raise ReadError("hostile", f"more than {OPERATOR_LIMIT} drawing operators")
            method, count = entry
            if count == 0:
                method()
            elif len(operands) >= count:
                method(*operands[-count:])

    def _contents(self, streams: Sequence[object]) -> Iterator[bytes]:
        self.stream_ids.clear()
        for item in list_value(streams):
            stream = stream_value(item)
            # A form that draws itself would never end.
            if stream.objid in self.parent_stream_ids:
                continue
            if stream.objid is not None:
                self.stream_ids.add(stream.objid)
            yield stream.get_data()

    def get_current_state(self) -> tuple[Matrix, PDFTextState, PDFGraphicState]:
        # Colours and line styles are never looked at, so one graphic state serves every level of q … Q.
        return self.ctm, self.textstate.copy(), self.graphicstate

    def do_TJ(self, seq: object) -> None:  # noqa: N802 - named after the operator
        if self.textstate.font is not None and isinstance(seq, list):
            self.canvas.show(self.textstate, seq)


def operations(data: bytes) -> Iterator[tuple[bytes, list[Operand]]]:
    """Each operator of *data* with its operands: numbers, names, strings as bytes, arrays as lists."""
    stack: list[Operand] = []
    outer: list[list[Operand]] = []
    position = 0
    while position < len(data):
        # An image or a string with brackets inside makes the scan start anew behind it.
        resume = len(data)
        for match in _TOKEN.finditer(data, position):
            kind = match.lastgroup
            if kind == "number":
                stack.append(_number(match[kind]))
            elif kind == "operator":
                operator = match[kind]
                if operator == b"ID":
                    end = _IMAGE_END.search(data, match.end())
                    resume = end.end() if end else len(data)
                    stack = []
                    break
                yield operator, stack
                stack = []
                outer = []
            elif kind == "hex":
                stack.append(_unhex(match[kind]))
            elif kind == "string":
                stack.append(_unescape(match[kind]))
            elif kind == "name":
                stack.append(LIT(match[kind].decode("latin-1")))
            elif kind == "bracket":
                if match[kind] == b"[":
                    outer.append(stack)
                    stack = []
                elif match[kind] == b"]" and outer:
                    outer[-1].append(stack)
                    stack = outer.pop()
            elif kind == "nested":
                resume = _closing(data, match.end())
                stack.append(_unescape(data[match.end() : resume - 1]))
                break
        position = resume


def _number(token: bytes) -> float:
    try:
        return float(token)
    except ValueError:
        # "--5" and "1.2.3" are what some producers print; a zero keeps the count of operands.
        return 0.0


def _unhex(digits: bytes) -> bytes:
    if not digits.isalnum():
        digits = bytes(digit for digit in digits if digit not in b"\x00\t\n\f\r ")
    return bytes.fromhex((digits + b"0" if len(digits) % 2 else digits).decode("ascii"))


def _unescape(raw: bytes) -> bytes:
    if b"\\" not in raw:
        return raw
    return _ESCAPE.sub(_escaped, raw)


def _escaped(match: re.Match[bytes]) -> bytes:
    code = match[1]
    if code[:1].isdigit() and code[0] < ord("8"):
        return bytes((int(code, 8) & 0xFF,))
    return _ESCAPED.get(code, code)


def _closing(data: bytes, position: int) -> int:
    """The position behind the bracket that closes the string which begins at *position*."""
    depth = 1
    for match in _PARENTHESIS.finditer(data, position):
        if match[0] == b"(":
            depth += 1
        elif match[0] == b")":
            depth -= 1
            if depth == 0:
                return match.end()
    return len(data) + 1
