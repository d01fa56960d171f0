"""``gklint-waivers.toml``: read, added to, cut out of."""

from __future__ import annotations

import pytest

from gklint.errors import ConfigError
from gklint.suppress.entries import Entry, appended, entries, without

FIRST = Entry("f1", "v1", "GK102", "某县 2024", '含"重复"件，\\见附件', "9462", "核对人")
SECOND = Entry("f2", "v2", "GK301", "某局 2023", "a reason\nover two lines")
HAND = "# 本市各报告的豁免\n# 由办公室维护\n"


def test_entries_come_back() -> None:
    """What was added is read again, with the line that it begins on."""
    text = appended(appended(HAND, FIRST), SECOND)

    first, second = entries(text, "w.toml")

    assert (FIRST.reason, FIRST.by, 4) == (first.reason, first.by, first.line)
    assert (SECOND.reason, "", text.split("\n").index("[[waiver]]", 5) + 1) == (second.reason, second.by, second.line)


def test_text_of_others_stays() -> None:
    """An entry is put behind everything that is there; nothing else changes."""
    before = f'{HAND}\n[[waiver]]  # 旧\nfingerprint="f"\nvalues = "v"\nrule = "GK1"\nreport=""" r """\nreason = "x"'

    after = appended(before, SECOND)

    assert after.startswith(before + "\n\n[[waiver]]\n")


def test_dropped_entries_take_their_comments_along() -> None:
    """The comment right above an entry belongs to it, the head of the file to all."""
    text = appended(HAND, FIRST) + "\n# 明年再看\n" + appended("", SECOND)
    first, second = entries(text, "w.toml")

    assert text.partition("\n# 明年")[0] == without(text, {second.line})
    assert f"{HAND}\n# 明年再看\n{appended('', SECOND)}" == without(text, {first.line})
    assert HAND == without(text, {first.line, second.line})


def test_line_ends_stay() -> None:
    """A file from Windows keeps its line ends, added entries have the same."""
    text = appended(appended(HAND.replace("\n", "\r\n"), FIRST), SECOND)
    first, _ = entries(text, "w.toml")

    assert text.count("\n") == text.count("\r\n")
    assert appended(HAND, SECOND).replace("\n", "\r\n") == without(text, {first.line})


FAULTY = {
    "no TOML": ("[[waiver]\n", "w.toml: "),
    "unknown table": ("[waivers]\n", "w.toml: waivers: unknown key, [[waiver]] would be right"),
    "unknown key": ('[[waiver]]\nwhy = "x"\n', "w.toml:1: why: unknown key, one of fingerprint, "),
    "no text": ("\n[[waiver]]\nfingerprint = 7\n", "w.toml:2: fingerprint: 7 found, text would be right"),
    "missing": ('[[waiver]]\nfingerprint = "f"\n', "w.toml:1: values: missing"),
    "inline": ('waiver = [{fingerprint = "f"}]\n', "w.toml: waiver: each entry below a line [[waiver]] of its own"),
}


@pytest.mark.parametrize("case", FAULTY.values(), ids=FAULTY)
def test_mistakes_are_told(case: tuple[str, str]) -> None:
    """A file that is not well formed says where, what was found and what would be right."""
    text, message = case

    with pytest.raises(ConfigError) as caught:
        entries(text, "w.toml")

    assert str(caught.value).startswith(message)
