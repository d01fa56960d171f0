"""LibreOffice sees each comment on exactly its figure. Left out of a plain ``pytest``; run by ``pytest -m office``."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from gklint.annotate.docx import annotate
from tests.annotate import words
from tests.annotate.test_docx import JOB, ODD, lint, planted, whole

OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PROGRAM = shutil.which("soffice")
pytestmark = [pytest.mark.office, pytest.mark.skipif(PROGRAM is None, reason="no LibreOffice")]


def ranges(path: Path) -> list[str]:
    """The characters between the marks of each comment, in alphabetical order."""
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("content.xml"))
    found: dict[str, str] = {}
    begun: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.get(f"{OFFICE}name", "")
        if element.tag == f"{OFFICE}annotation" and event == "start":
            found[name] = ""
        elif element.tag == f"{OFFICE}annotation-end" and event == "start":
            begun.remove(name)
        elif event == "start" and not any(a.tag == f"{OFFICE}annotation" for a in element.iterancestors()):
            found |= {one: found[one] + (element.text or "") for one in begun}
        if event == "end" and element.tag == f"{OFFICE}annotation":
            begun.append(name)
        if event == "end" and not any(a.tag == f"{OFFICE}annotation" for a in element.iterancestors()):
            found |= {one: found[one] + (element.tail or "") for one in begun}
    return sorted(found.values())


FILES = {f"{form} {seed}": (form, seed) for form in ("F1", "F3") for seed in range(3)}
BODIES = [name for name in ODD if name not in ("text box", "content control")]
"""
A text box without a drawing around it, as the reader's tests have it, is none to LibreOffice; in a content control
around a whole paragraph it forgets where the first comment begins.
"""


@pytest.mark.parametrize("name", [*FILES, *BODIES])
def test_comments_stand_on_their_figures(name: str, tmp_path: Path) -> None:
    """Converted to OpenDocument, the copy has each comment around the characters of its figure."""
    data = planted(*FILES[name]) if name in FILES else whole(ODD[name])
    audit = lint(data)
    copy, _ = annotate(data, audit, JOB)
    (tmp_path / "copy.docx").write_bytes(copy)

    home = f"-env:UserInstallation=file://{tmp_path}/home"
    command = [str(PROGRAM), "--headless", home, "--convert-to", "odt", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "copy.docx")], check=True, capture_output=True, timeout=120)

    assert words.asked(audit) == ranges(tmp_path / "copy.odt")
