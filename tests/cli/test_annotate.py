"""``gklint annotate`` on a Word file: a copy is written, the report stays, and what is refused says why."""

from click.testing import CliRunner

from gklint.cli.group import LazyGroup
from tests.annotate import words
from tests.annotate.test_docx import REFUSED, WRONG, whole
from tests.readers.ooxml import p, r


def run(folder, data, *args, name="report.docx"):
    (folder / name).write_bytes(data)
    return CliRunner().invoke(LazyGroup(), ["annotate", str(folder / name), *args])


def test_copy_is_written(tmp_path):
    """The copy has the comments with the date asked for; the report keeps its bytes."""
    data, copy = whole(p(r(WRONG))), tmp_path / "copy.docx"

    result = run(tmp_path, data, "-o", str(copy), "--date", "2025-01-31")

    assert (0, True) == (result.exit_code, "4" in result.output)
    assert data == (tmp_path / "report.docx").read_bytes()
    assert b'w:date="2025-01-31T00:00:00Z"' in words.parts(copy.read_bytes())["word/comments.xml"]


def test_protected_document_is_refused(tmp_path):
    """One line says what is in the way, and nothing is written."""
    result = run(tmp_path, REFUSED["protected"], "-o", str(tmp_path / "copy.docx"))

    assert (3, 1) == (result.exit_code, result.output.count("\n"))
    assert not (tmp_path / "copy.docx").exists()


def test_macro_document_keeps_its_extension(tmp_path):
    """A document with macros is not written under the name of one without."""
    result = run(tmp_path, whole(p(r(WRONG))), "-o", str(tmp_path / "copy.docx"), name="report.docm")

    assert result.exit_code != 0
    assert not (tmp_path / "copy.docx").exists()
