from __future__ import annotations

import pytest

from gklint.reporters.audit.filenames import MAX_BYTES, stems


@pytest.mark.parametrize(
    ("paths", "expected"),
    [
        pytest.param(["年报.docx"], ["年报.docx"], id="name-is-kept"),
        pytest.param(
            ["甲乡/年报.docx", "乙乡/年报.docx"], ["甲乡-年报.docx", "乙乡-年报.docx"], id="same-name-in-two-folders"
        ),
        pytest.param(["a/R.md", "b/r.md"], ["a-R.md", "b-r.md"], id="case-does-not-tell-apart"),
        pytest.param(["a/b.md", "a-b.md", "b.md"], ["a-b.md", "a-b.md (2)", "b.md"], id="a-number-where-folders-fail"),
        pytest.param(['a<b>:"c|d?*.md'], ["a_b_c_d_.md"], id="characters-of-windows"),
        pytest.param(["C:\\报告\\年报.md"], ["年报.md"], id="backslashes"),
        pytest.param(["con.md", "LPT1"], ["_con.md", "_LPT1"], id="devices"),
        pytest.param(["...", " . "], ["report", "report (2)"], id="nothing-left"),
        pytest.param(["a%2e#b.md"], ["a_2e_b.md"], id="characters-of-addresses"),
        pytest.param(["index"], ["index (2)"], id="name-of-another-file"),
        pytest.param(["-"], ["-"], id="standard-input"),
    ],
)
def test_names(paths: list[str], expected: list[str]) -> None:
    """Each report gets a name of its own that every system takes."""
    assert expected == list(stems(paths, ("index", "summary")))


def test_long_names_are_cut_at_their_beginning() -> None:
    """A name of three hundred Chinese characters still fits a file system and keeps its ending."""
    (name,) = stems(["某" * 300 + "年报.docx"])

    assert len(name.encode()) <= MAX_BYTES
    assert name.endswith("年报.docx")
