"""Inline markup of Markdown: what is left of a paragraph or a cell when the markers are gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from html import unescape

from gklint.readers._strand import FOOTNOTE_MARK, Strand, glue
from gklint.start.patterns import lazy

SPECIAL = lazy(r"[\\`*_~<\[\]!&\n]")
"""Text without any of these is what it looks like; most paragraphs of reports are."""
# Repetitions are bounded, so that an opening mark without its end costs no more than a glance ahead.
TOKEN = lazy(
    r"""
      (?P<escape>   \\ [!-/:-@\[-`{-~] )
    | (?P<code>     (?P<ticks>`{1,9}+) .{1,500}? (?<!`) (?P=ticks) (?!`) )
    | (?P<address>  < (?:https?|ftp|mailto): [^<>\s]{1,500} > )
    | (?P<comment>  <!-- (?: (?!-->|<!--) . ){0,2000}+ --> )
    | (?P<tag>      < /? (?P<name>[A-Za-z][A-Za-z0-9:-]{0,30}) (?:\s[^<>]{0,500})? /? > )
    | (?P<entity>   & (?: \#\d{1,7} | \#[xX][0-9a-fA-F]{1,6} | [A-Za-z][A-Za-z0-9]{1,31} ) ; )
    | (?P<image>    ! \[ [^\[\]]{0,500} \] \( [^()]{0,500} \) )
    | (?P<footnote> \[ \^ [^\]\s]{1,50} \] )
    | (?P<open>     \[ (?= (?: [^\[\]\n] | !?\[[^\[\]]{0,200}\] ){0,500}+ \] \( (?: < | \# | [^()\s]{0,500}[./] ) ) )
    | (?P<close>    \] \( [^()\s]{0,500} (?: \([^()\s]{0,200}\) [^()\s]{0,200} )?
                    (?: \s+ ["'(][^"'()]{0,200}["')] )? \) )
    | (?P<marks>    \*{1,9}+ | _{1,9}+ | ~~ )
    | (?P<line_end> [ \t]*+ \\? \n [ \t]* )
    """,
    re.VERBOSE | re.DOTALL,
)
STRUCK = frozenset(("del", "s", "strike"))


def plain(raw: Strand) -> Strand:
    """*raw*, the lines of a paragraph with their line ends, as it is shown: forced line ends stay, wraps do not."""
    text = raw.text
    if not SPECIAL.search(text):
        return raw
    tokens = list(TOKEN.finditer(text))
    shown = _Shown(raw, _paired(text, tokens))
    for token in tokens:
        shown.take(token)
    return shown.rest()


class _Shown:
    """What is shown of *raw*, token after token; *paired* are the marks at their offsets that have a partner."""

    def __init__(self, raw: Strand, paired: Mapping[int, int]) -> None:
        self._raw = raw
        self._paired = paired
        self._strand = Strand()
        self._at = 0
        self._links = 0
        self._begun: dict[str, int] = {}
        """Where the open raised and the open struck text begin."""

    def take(self, token: re.Match[str]) -> None:
        start, end = token.span()
        kind = token.lastgroup
        if kind == "close" and not self._links:
            return
        self._strand.extend(self._raw.cut(self._at, start))
        self._at = end
        match kind:
            case "escape":
                self._at = start + 1
            case "code":
                ticks = len(token["ticks"])
                self._strand.extend(self._raw.cut(start + ticks, end - ticks).trimmed())
            case "address":
                self._strand.extend(self._raw.cut(start + 1, end - 1))
            case "entity":
                self._strand.add(unescape(token[0]), self._raw.cut(start, end).places[0])
            case "open":
                self._links += 1
            case "close":
                self._links -= 1
            case "marks":
                self._at = start + self._paired.get(start, 0)
                if token[0] == "~~" and start in self._paired:
                    self._struck("~~", closes="~~" in self._begun)
            case "line_end":
                forced = token[0].startswith("  ") or "\\" in token[0]
                self._strand.put("\n" if forced else glue(self._strand.last, self._raw.text[end : end + 1]))
            case "tag":
                self._tag(token["name"].lower(), closes=token[0].startswith("</"))

    def rest(self) -> Strand:
        """All that is shown, what follows the last token too."""
        self._strand.extend(self._raw.cut(self._at, self._raw.length))
        return self._strand

    def _tag(self, name: str, *, closes: bool) -> None:
        if name == "br":
            self._strand.put("\n")
        elif name in STRUCK:
            self._struck(name, closes=closes)
        elif name == "sup" and not closes:
            self._begun[name] = self._strand.length
        elif name == "sup":
            begun = self._begun.pop(name, self._strand.length)
            if FOOTNOTE_MARK.fullmatch(self._strand.text, begun):
                self._strand = self._strand.cut(0, begun)

    def _struck(self, name: str, *, closes: bool) -> None:
        if not closes:
            self._begun[name] = self._strand.length
        elif (begun := self._begun.pop(name, None)) is not None:
            self._strand = self._strand.cut(0, begun)


def _paired(text: str, tokens: Iterable[re.Match[str]]) -> dict[int, int]:
    """
    How many characters of each run of marks, by its offset, belong to a pair.

    Wider than CommonMark, whose rules leave **“一”**是 in Chinese text as it is; but marks between two digits begin
    nothing: 2*3*4 must not become 234.
    """
    paired: dict[int, int] = {}
    begun: dict[str, list[list[int]]] = {"*": [], "_": [], "~": []}
    for token in tokens:
        if token.lastgroup != "marks":
            continue
        start, end = token.span()
        before, after = text[start - 1 : start], text[end : end + 1]
        inside_word = text[start] == "_" and before.isalnum() and after.isalnum()
        left = end - start
        stack = begun[text[start]]
        while stack and left and before.strip() and not inside_word:
            partner = stack[-1]
            count = min(left, partner[1])
            paired[start] = paired.get(start, 0) + count
            paired[partner[0]] = paired.get(partner[0], 0) + count
            left -= count
            partner[1] -= count
            if not partner[1]:
                stack.pop()
        opens = after.strip() and not (before.isdigit() and after.isdigit())
        if left and opens and not inside_word:
            stack.append([start, left])
    return paired
