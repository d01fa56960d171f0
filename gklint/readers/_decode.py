"""Bytes to characters: UTF-8, UTF-16 and GB18030, tried in that order; nothing is guessed from word statistics."""

from __future__ import annotations

import codecs

from gklint.errors import ReadError
from gklint.start.patterns import lazy

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
"""UTF-32 before UTF-16: the mark of the one begins with the mark of the other."""
_PROBE = 8192
_CONTROL = lazy(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffe\uffff]")
_USUAL = lazy(r"[\t\r\n\x20-\x7e\u00a0-\u024f\u2010-\u203b\u3000-\u303f\u4e00-\u9fff\uff01-\uff5e]")
_USUAL_SHARE = 0.8
_CONTROLS_PER_TEXT = 0.001
"""Editors leave a stray control character behind; a program or an archive has one in every few bytes."""


def decode(data: bytes) -> str:
    """
    The characters of a text file, without a byte order mark; line ends stay as they are.

    A last character that was cut in two is dropped.

    Raises:
        ReadError: empty, when there is nothing but white space; unsupported, when it is no text in a known encoding.
    """
    if not data.strip():
        raise ReadError("empty")
    text = _decoded(data)
    if not text or text.isspace():
        raise ReadError("empty")
    probe = text[:_PROBE]
    if "\0" in probe or len(_CONTROL.findall(probe)) > len(probe) * _CONTROLS_PER_TEXT + 1:
        raise ReadError("unsupported", "binary data, not text")
    return text


def _decoded(data: bytes) -> str:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding)
    if b"\0" in data[:_PROBE]:
        return _strict(data, _sixteen_bits(data[:_PROBE]))
    try:
        return _strict(data, "utf-8")
    except ReadError:
        return _strict(data, "gb18030")


def _strict(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        whole = data[: error.start]
        # Cut off inside its last character; but two odd bytes after plain ASCII may be a whole one in GB18030.
        if len(data) - error.start > 3 or not whole or (encoding == "utf-8" and whole.isascii()):
            raise ReadError("unsupported", f"not text in UTF-8, UTF-16 or GB18030 (byte {error.start})") from None
        return whole.decode(encoding)


def _sixteen_bits(probe: bytes) -> str:
    """
    The UTF-16 in which *probe* is text: read the wrong way round, digits and blanks become letters of rare scripts.

    Raises:
        ReadError: unsupported; it is text neither way.
    """
    for encoding in ("utf-16-le", "utf-16-be"):
        text = probe.decode(encoding, "replace")
        if len(_USUAL.findall(text)) >= _USUAL_SHARE * len(text):
            return encoding
    raise ReadError("unsupported", "binary data, not text")
